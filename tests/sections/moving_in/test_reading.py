"""Former sites as they are exported: read into items with their days, addresses and blocks."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.utils import translation

from common.spreadsheets import TableError
from sections.moving_in.html import to_blocks
from sections.moving_in.items import Kind
from sections.moving_in.nukeviet import read_nukeviet
from sections.moving_in.wordpress import read_wordpress
from tests.sections.moving_in.former import DUMP, TABLES, wxr


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def blocks(source: str, **known):
    return to_blocks(
        source,
        picture=lambda address: known.get(address.rpartition("/")[2]),
        document=lambda address: known.get(address.rpartition("/")[2]),
        hosts={"cu.example.edu.vn"},
    )


def test_tables_as_json_and_as_a_dump_say_the_same():
    from_json = read_nukeviet(json.dumps({"tables": TABLES}).encode(), "site.json")
    from_sql = read_nukeviet(DUMP.encode(), "site.sql")
    assert from_json == from_sql


def test_an_article_of_nukeviet_keeps_its_day_in_vietnam_its_entities_decoded_and_its_addresses():
    content = read_nukeviet(DUMP.encode(), "site.sql")
    article = next(item for item in content.items if item.kind == Kind.NEWS)
    # 2017-05-14 20:30 in Greenwich is the 15th in Vietnam.
    assert article.day == date(2017, 5, 15)
    assert article.title == "Khai giảng “năm học mới” & thi đua"
    assert article.html == "<p>Trường mình có 'cờ' đẹp;\nvà \\ dấu</p>"
    assert (article.topic, article.source_name, article.source_url) == (
        "Thông báo",
        "Báo Hòa Sơn",
        "https://bao.example.vn",
    )
    assert article.addresses[0] == "/news/thong-bao/khai-giang-7.html"
    assert "/index.php?language=vi&nv=news&op=thong-bao/khai-giang-7" in article.addresses


def test_a_document_of_nukeviet_keeps_number_issuer_and_file():
    content = read_nukeviet(DUMP.encode(), "site.sql")
    document = next(item for item in content.items if item.kind == Kind.DOCUMENT)
    assert document.values["number"] == "12/QĐ-SGDĐT"
    assert document.values["issuer"] == "Sở GDĐT"
    assert document.values["issued_on"] == date(2017, 5, 15)
    assert document.files == ["uploads/laws/qd-12.pdf"]


def test_what_has_no_place_is_named_with_where_it_belongs():
    content = read_nukeviet(DUMP.encode(), "site.sql")
    assert [(left.title, str(left.reason)) for left in content.leftovers] == [
        (
            "Bạn thích môn nào?",
            "Polls have no place among pages: answers that were given cannot be taken over.",
        )
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"CREATE TABLE `x` (`a` int);", "no tables of NukeViet"),
        (DUMP.encode()[: DUMP.encode().index(b"khai-giang") + 4], "breaks off"),
        (b'{"tables": [[[', "not valid JSON"),
        (b"\xff\xfe\x00", "not in UTF-8"),
    ],
)
def test_a_file_that_is_no_nukeviet_is_refused(data, reason):
    with pytest.raises(TableError) as caught:
        read_nukeviet(data, "site.sql")
    assert reason in str(caught.value)


def test_an_entry_of_wordpress_keeps_day_author_picture_and_address():
    item = read_wordpress(wxr(), "site.xml").items[0]
    assert (item.title, item.day, item.author) == ("Lễ khai giảng & hội chợ", date(2024, 9, 6), "Tổ Văn")
    assert item.image == "https://cu.example.edu.vn/wp-content/uploads/2024/09/co.jpg"
    assert item.addresses == ["/2024/09/le-khai-giang/"]
    assert item.html == "<p>Dòng một<br>dòng hai</p><p>Đoạn sau</p>"


def test_wordpress_says_what_it_leaves_out_and_why():
    content = read_wordpress(wxr(), "site.xml")
    assert [str(left.reason) for left in content.leftovers] == [
        "It was protected by a password on the former site.",
        "Entries of the type “product” have no place of their own.",
    ]
    assert [str(note) for note in content.items[1].notes] == ["It was a draft on the former site."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "defines entities of its own"),
        (b"<rss><channel>", "not valid XML"),
        (b"<rss><channel/></rss>", "no export of WordPress"),
    ],
)
def test_a_file_that_is_no_export_of_wordpress_is_refused(data, reason):
    with pytest.raises(TableError) as caught:
        read_wordpress(data, "site.xml")
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("source", "raw"),
    [
        ("<div>Chào <b>bạn</b></div>", [("paragraph", "<p>Chào <b>bạn</b></p>")]),
        ("<h2>Điều 1</h2><p>Một</p>", [("heading", "Điều 1"), ("paragraph", "<p>Một</p>")]),
        ("<p>a<script>alert(1)</script></p>", [("paragraph", "<p>a</p>")]),
        ("<p onclick='x()' style='a'>a</p>", [("paragraph", "<p>a</p>")]),
        ('<a href="javascript:alert(1)">x</a>', [("paragraph", "<p>x</p>")]),
        (
            '<a href="https://cu.example.edu.vn/news/a-1.html?x=1">x</a>',
            [("paragraph", '<p><a href="/news/a-1.html?x=1">x</a></p>')],
        ),
        (
            '<a href="/uploads/qd.pdf">Quyết định</a>',
            [("paragraph", '<p><a linktype="document" id="9">Quyết định</a></p>')],
        ),
        (
            "<ul><li>a<ol><li>b</li></ol></li></ul>",
            [("paragraph", "<ul><li>a<ol><li>b</li></ol></li></ul>")],
        ),
        (
            "<blockquote><p>Học, học nữa</p><cite>Lê-nin</cite></blockquote>",
            [("quote", {"text": "Học, học nữa", "who": "Lê-nin"})],
        ),
        ("a &amp; b &lt;c&gt;", [("paragraph", "<p>a &amp; b &lt;c&gt;</p>")]),
    ],
)
def test_markup_becomes_blocks(source, raw):
    found = [(block["type"], block["value"]) for block in blocks(source, **{"qd.pdf": 9}).raw]
    assert found == raw


def test_a_picture_with_its_caption_becomes_a_figure_and_a_missing_one_is_named():
    found = blocks(
        '<p>Trước</p><figure><img src="/u/co.jpg" alt="Cờ"><figcaption>Sân trường</figcaption></figure>'
        '<p><img src="/u/mat.png"></p>',
        **{"co.jpg": 5},
    )
    assert found.raw[1] == {
        "type": "figure",
        "value": {"image": 5, "alt": "Cờ", "decorative": False, "caption": "Sân trường"},
    }
    assert [str(note) for note in found.notes] == ["The picture “mat.png” is not in the archive."]


def test_a_table_of_figures_stays_a_table_and_one_that_arranges_does_not():
    found = blocks("<table><tr><th>Lớp</th><th>Sĩ số</th></tr><tr><td>1A</td><td>30</td></tr></table>")
    assert found.raw[0]["value"]["data"] == [["Lớp", "Sĩ số"], ["1A", "30"]]
    assert found.raw[0]["value"]["first_row_is_table_header"]
    assert blocks("<table><tr><td><p>a</p></td></tr></table>").raw == [
        {"type": "paragraph", "value": "<p>a</p>"}
    ]


def test_what_was_embedded_is_named_and_left_out():
    found = blocks('<iframe src="https://video.example.com/1"></iframe><p>a</p>')
    assert [str(note) for note in found.notes] == [
        "What was embedded from “video.example.com” was left out; link to it instead."
    ]


def test_deep_nesting_does_not_break_the_reader():
    assert blocks("<div>" * 600 + "a" + "</div>" * 600).raw[0]["value"] == "<p>a</p>"
