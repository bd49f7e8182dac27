"""The records of the national portal of public services, as programs copy them: whole tables run together into one text.

Three tables are read: ways to hand in, papers, legal basis; and the older shape, in which papers and ways are lists of
objects. What cannot be told apart stays together as one row: nothing is thrown away but the portal's own labels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from common.text import clean, clean_line, fold
from sections.procedures.choices import Channel, FeeKind

Row = dict[str, Any]

NOTHING = {"khong co thong tin", "khong co", "khong quy dinh", "--", "-"}
_LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệđìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
_CHANNELS = {
    "truc tiep": Channel.DIRECT,
    "truc tuyen": Channel.ONLINE,
    "dich vu buu chinh": Channel.POST,
    "qua buu chinh": Channel.POST,
    "buu chinh": Channel.POST,
}


def plain(text: str) -> str:
    """Text without tags; nothing where the portal says that there is nothing."""
    bare = _TAG.sub("", clean(text)).strip()
    return "" if fold(bare) in NOTHING else bare


_RESULT_END = re.compile(r"\s*(?:Từ khóa|Chọn cơ quan thực hiện).*", re.DOTALL)
_RESULT_CODE = re.compile(r"\s*Mã:\s*KQ\.[A-Z]?[\d.]*\d\s*")


def result_in(text: str) -> str:
    """The results, a line each, without their codes and the portal's buttons."""
    bare = _RESULT_END.sub("", plain(text))
    return "\n".join(part for part in map(clean_line, _RESULT_CODE.split(bare)) if part)


_WAYS_HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"
_WAY = re.compile(r"(Trực tuyến|Dịch vụ bưu chính|Trực tiếp)(?=\d|Không|Khác|Miễn|$)")
_TIME = re.compile(r"(\d+(?:[.,]\d+)?)\s*(Ngày làm việc|Giờ làm việc|Ngày|Giờ|Tháng|Năm)?")
_FEE = re.compile(
    r"(?:Không có thông tin|Miễn phí|[\d.,]+\s*(?:VNĐ|Đồng))(?:\s*\(.*?\)+(?=[^)]|$))?", re.DOTALL
)


def is_ways_table(text: str) -> bool:
    return text.startswith(_WAYS_HEAD)


def ways_in(text: str) -> list[Row]:
    """Channel, time limit, fee and note of each way; a bare figure is a number of working days."""
    parts = _WAY.split(clean(text).removeprefix(_WAYS_HEAD))
    rows = []
    for name, rest in zip(parts[1::2], parts[2::2], strict=True):
        row: Row = {"channel": _CHANNELS[fold(name)].value}
        if time := _TIME.match(rest):
            row["time_limit"] = f"{time[1]} {(time[2] or 'Ngày làm việc').lower()}"
            rest = rest[time.end() :]
        if fee := _FEE.match(rest):
            if said := plain(fee[0]):
                row["fee"] = clean_line(said)[:500]
            rest = rest[fee.end() :]
        if note := plain(rest):
            row["note"] = note.removeprefix("- ")[:4000]
        rows.append(row)
    return rows


_PAPERS_HEAD = re.compile(r"([^\n]{0,400}?)Tên giấy tờMẫu đơn, tờ khaiSố lượng")
_COUNT = re.compile(r"(\d{1,2}) bản chính(?:\s*,\s*(\d{1,2}) bản sao)?|(\d{1,2}) bản sao")
_FORM_NAME = re.compile(
    r"(?<=[" + _LOWER + r").”])((?:Mẫu|mẫu|[A-ZĐ0-9])[^;:()]{0,80}?\.(?:docx?|pdf|xlsx?|odt|rtf|zip|rar))\s*$"
)


def is_papers_table(text: str) -> bool:
    return "Tên giấy tờMẫu đơn, tờ khaiSố lượng" in text


def papers_in(text: str) -> list[Row]:
    """Papers with originals and copies; what stands before a table is the case that it is for."""
    parts = _PAPERS_HEAD.split(clean(text))
    rows: list[Row] = []
    for head, table in zip(parts[1::2], parts[2::2], strict=True):
        case = clean_line(head).strip("*-: ")
        rows += [_paper(found, case) for found in _papers_of(table)]
    return rows


def _papers_of(table: str) -> list[Row]:
    rows, start = [], 0
    for count in _COUNT.finditer(table):
        rows.append(
            {"name": table[start : count.start()], "originals": count[1], "copies": count[2] or count[3]}
        )
        start = count.end()
    if rest := plain(table[start:]):
        rows.append({"name": rest, "originals": None, "copies": None})
    return [row for row in rows if plain(row["name"])]


def _paper(found: Row, case: str) -> Row:
    name = clean_line(found["name"]).lstrip("-+* ").strip()
    row: Row = {}
    if form := _FORM_NAME.search(name):
        row["note"] = clean_line(form[1])
        name = name[: form.start()].strip() or name
    row["name"] = name.rstrip(" ;")[:3000]
    row |= {key: int(found[key]) for key in ("originals", "copies") if found[key] and int(found[key])}
    if case:
        row["case"] = case[:400]
    return row


_LAW_HEAD = "Tên văn bản pháp lýMã văn bản"
_LAW_NUMBER = re.compile(
    r"\d{1,4}/(?:19|20)\d\d/(?:NĐ-CP|QĐ-TTg|NQ-CP|QH\d{1,2}|UBTVQH\d{1,2}|[A-ZĐ]{2,5}\d{0,2}(?:-[A-ZĐ][A-Za-zĐ]{0,7}?)*)"
    r"(?=$|[^a-zA-ZĐđ]|(?<=NĐ-CP)|(?<=QĐ-TTg)|[A-ZĐÁÀẢÃẠÂĂÊÔƠƯ]["
    + _LOWER
    + r"])|\d{1,4}/QĐ-[A-ZĐ]{2,8}(?!["
    + _LOWER
    + "])"
)

_YEAR_THEN_NUMBER = re.compile(r"(năm (?:19|20)\d\d)(?=\d{1,3}/(?:19|20)\d\d/)")


def is_law_table(text: str) -> bool:
    return text.startswith(_LAW_HEAD)


def laws_in(text: str) -> list[Row]:
    """Title and number of each document. A number ends a row where a new title, or nothing, follows it."""
    body = _YEAR_THEN_NUMBER.sub(r"\1 ", clean(text).removeprefix(_LAW_HEAD))
    rows: list[Row] = []
    start = 0
    for number in _LAW_NUMBER.finditer(body):
        after = body[number.end() :]
        runs_on = after[:1].isalpha() or not after
        if not runs_on and not after.lstrip()[:1].isupper() and not after[:1].isdigit():
            continue
        title = clean_line(body[start : number.start()])
        title = re.sub(r"\s*(?:Nghị định|Thông tư|Quyết định|Luật)?\s*số$", "", title)
        rows.append({"number": number[0], "title": title[:2000]})
        start = number.end()
    if rest := clean_line(body[start:]):
        rows.append({"number": "", "title": rest[:2000]})
    return _once(rows)


def _once(rows: list[Row]) -> list[Row]:
    """One row for each number, with the longest of its titles."""
    found: dict[str, Row] = {}
    for row in rows:
        key = row["number"] or row["title"]
        if key not in found or len(row["title"]) > len(found[key]["title"]):
            found[key] = row
    return [{name: value for name, value in row.items() if value} for row in found.values()]


def old_ways(rows: list[Mapping[str, str]]) -> list[Row]:
    """Ways to hand in, in the shape of 2021."""
    found = []
    for each in rows:
        channel = _CHANNELS.get(fold(each.get("Hình thức nộp", "")), Channel.DIRECT)
        row: Row = {"channel": channel.value}
        limit = plain(each.get("Thời hạn giải quyết", ""))
        note = plain(each.get("Mô tả", ""))
        if len(limit) > 300:
            note, limit = "\n".join(filter(None, (limit, note))), ""
        if limit.isdecimal():
            limit = f"{limit} ngày làm việc"
        fee = clean_line(plain(each.get("Phí, lệ phí", "")).replace("Xem chi tiết", "; ")).strip("; ")
        row |= {"time_limit": limit, "fee": fee[:500], "note": note[:4000]}
        found.append({name: value for name, value in row.items() if value})
    return found


_OLD_COUNT = re.compile(r"Bản chính:\s*(\d+)\s*-\s*Bản sao:\s*(\d+)")


def old_papers(rows: list[Mapping[str, str]]) -> list[Row]:
    """Papers in the shape of 2021; an address without a number leads to no form."""
    found = []
    for each in rows:
        name = clean_line(plain(each.get("Tên giấy tờ", "")))
        if not name:
            continue
        row: Row = {"name": name[:3000]}
        if count := _OLD_COUNT.search(each.get("Số lượng - bản chính", "")):
            row |= {
                key: int(n) for key, n in zip(("originals", "copies"), count.groups(), strict=True) if int(n)
            }
        form = each.get("Mẫu đơn, tờ khai", "").strip()
        if form and not form.endswith("="):
            row["form_url"] = form[:500]
        found.append(row)
    return found


_AMOUNT = re.compile(r"(Phí|Lệ phí):\s*([\d.,]+)\s*(?:Đồng|VNĐ|đ)", re.IGNORECASE)


def fees_in(text: str) -> list[Row]:
    """Amounts that a text of the portal names."""
    kinds = {"phi": FeeKind.FEE, "le phi": FeeKind.CHARGE}
    return [
        {"kind": kinds[fold(found[1])].value, "amount": int(re.sub(r"\D", "", found[2]))}
        for found in _AMOUNT.finditer(clean(text))
    ]
