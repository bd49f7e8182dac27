"""Two small former sites of invented schools."""

from __future__ import annotations

TABLES = {
    "vi_news_rows": [
        {
            "id": 7,
            "catid": 2,
            "sourceid": 1,
            "publtime": 1494793800,
            "status": 1,
            "title": "Khai giảng &quot;năm học mới&quot; &amp;amp; thi đua".replace(
                "&quot;", "&ldquo;", 1
            ).replace("&quot;", "&rdquo;", 1),
            "alias": "khai-giang",
            "hometext": "Tóm tắt",
            "homeimgfile": "2017_05/co.jpg",
            "homeimgalt": "Sân trường",
        }
    ],
    "vi_news_detail": [{"id": 7, "bodyhtml": "<p>Trường mình có 'cờ' đẹp;\nvà \\ dấu</p>"}],
    "vi_news_cat": [{"catid": 2, "title": "Thông báo", "alias": "thong-bao"}],
    "vi_news_sources": [{"sourceid": 1, "title": "Báo Hòa Sơn", "link": "https://bao.example.vn"}],
    "vi_laws_row": [
        {
            "id": 3,
            "title": "Quyết định số 12&#x002F;QĐ-SGDĐT",
            "alias": "quyet-dinh-12",
            "code": "12&#x002F;QĐ-SGDĐT",
            "cid": 1,
            "sid": 1,
            "publtime": 1494793800,
            "startvalid": 0,
            "exptime": 0,
            "files": "qd-12.pdf",
            "introtext": "Về năm học",
            "bodytext": "",
            "status": 1,
        }
    ],
    "vi_laws_cat": [{"id": 1, "title": "Quyết định"}],
    "vi_laws_subject": [{"id": 1, "title": "Sở GDĐT"}],
    "vi_about": [
        {
            "id": 1,
            "title": "Lịch sử trường",
            "alias": "lich-su",
            "bodytext": "<p>Thành lập năm 1975</p>",
            "add_time": 1494793800,
            "status": 0,
        }
    ],
    "vi_voting": [{"vid": 1, "question": "Bạn thích môn nào?"}],
}


def _literal(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def _dump() -> str:
    parts = ["-- MySQL dump\nSET NAMES utf8mb4;\n"]
    for name, rows in TABLES.items():
        columns = list(rows[0])
        lines = ",\n".join(f"  `{column}` text NOT NULL" for column in columns)
        values = ",\n".join("(" + ", ".join(_literal(row[c]) for c in columns) + ")" for row in rows)
        parts.append(f"CREATE TABLE `nv4_{name}` (\n{lines},\n  KEY `k` (`{columns[0]}`)\n) ENGINE=InnoDB;\n")
        parts.append(f"INSERT INTO `nv4_{name}` VALUES\n{values};\n")
    return "".join(parts)


DUMP = _dump()

_ITEM = """<item><title>{title}</title><link>https://cu.example.edu.vn{path}</link>
<dc:creator>thuyen</dc:creator><content:encoded><![CDATA[{html}]]></content:encoded>
<excerpt:encoded></excerpt:encoded><wp:post_id>{id}</wp:post_id>
<wp:post_date_gmt>2024-09-05 20:30:00</wp:post_date_gmt><wp:post_name>{slug}</wp:post_name>
<wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type><wp:post_password>{password}</wp:post_password>{more}
</item>"""


def _item(**values: str) -> str:
    fields = {
        "path": "/x/",
        "html": "",
        "slug": "x",
        "status": "publish",
        "type": "post",
        "password": "",
        "more": "",
    }
    return _ITEM.format(**(fields | values))


def wxr() -> bytes:
    thumbnail = (
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>5</wp:meta_value></wp:postmeta>"
    )
    picture = (
        "<wp:attachment_url>https://cu.example.edu.vn/wp-content/uploads/2024/09/co.jpg</wp:attachment_url>"
    )
    items = (
        _item(
            id="1",
            title="Lễ khai giảng &amp;amp; hội chợ",
            path="/2024/09/le-khai-giang/",
            slug="le-khai-giang",
            html="Dòng một\ndòng hai\n\nĐoạn sau",
            more=thumbnail,
        ),
        _item(id="2", title="Giới thiệu", type="page", status="draft", path="/gioi-thieu/"),
        _item(id="3", title="Kín", password="x"),
        _item(id="4", title="Áo đồng phục", type="product"),
        _item(id="5", title="co", type="attachment", status="inherit", more=picture),
        _item(id="6", title="Menu", type="nav_menu_item"),
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<wp:base_blog_url>https://cu.example.edu.vn</wp:base_blog_url>
<wp:author><wp:author_login>thuyen</wp:author_login><wp:author_display_name>Tổ Văn</wp:author_display_name></wp:author>
{"".join(items)}</channel></rss>""".encode()
