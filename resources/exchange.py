"""Digital resources as rows of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from common.text import fold
from resources.choices import Audience, Language, ResourceKind
from resources.curriculum import EARLY, LAST, SUBJECTS
from resources.licences import LICENCES
from resources.models import DigitalResourcesPage, ResourcePage
from resources.providers import host_of
from sections.exchange import Exchange, Field, register_exchange
from sections.exchange.parsers import Parser, choice, day, integer, lines, text, url, yes_no

_EARLY_WORDS = ("mam non", "mau giao", "early childhood", "nha tre", "0")


def _coded(name: str, table: Mapping[str, Any]) -> type[models.TextChoices]:
    members = [(re.sub(r"\W", "_", code).upper(), (code, entry.label)) for code, entry in table.items()]
    return models.TextChoices(name, members)


SubjectCode = _coded("SubjectCode", SUBJECTS)
LicenceCode = _coded("LicenceCode", LICENCES)


def _read_grade(source: str) -> int:
    folded = fold(source).removeprefix("lop ").removeprefix("grade ")
    if folded in _EARLY_WORDS:
        return EARLY
    if not folded.isascii() or not folded.isdecimal() or len(folded) > 2 or not 1 <= int(folded) <= LAST:
        raise ValidationError(
            _("“%(value)s” is no grade. Write a number from 1 to 12, or “mầm non”."), params={"value": source}
        )
    return int(folded)


grade = Parser("grade", _read_grade, lambda value: "mầm non" if value == EARLY else value)


def _read_audiences(source: str) -> list[str]:
    read = choice(Audience, {"hoc sinh": "learners", "giao vien": "teachers", "can bo quan ly": "managers"})
    return sorted({read(part).value for part in lines(source, separator="\n;,")})


def _show_audiences(value: list[str]) -> str:
    return "; ".join(str(Audience(each).label) for each in value)


audiences = Parser("audiences", _read_audiences, _show_audiences)


def _read_parts(source: str) -> list[tuple[str, str]]:
    found = []
    for line in lines(source, separator="\n"):
        title, _bar, address = line.rpartition("|")
        address = url(address, max_length=500)
        found.append((title.strip()[:200] or host_of(address), address))
    return found


parts = Parser(
    "parts", _read_parts, lambda value: "\n".join(f"{title} | {address}" for title, address in value)
)


def read_audiences(page: ResourcePage) -> list[str]:
    return sorted(audience.value for audience in page.audiences)


def write_audiences(page: ResourcePage, value: list[str] | None) -> None:
    for audience in Audience:
        setattr(page, f"for_{audience}", audience.value in (value or ("learners", "teachers")))


def _address(page: ResourcePage, child: Any) -> str:
    """The full address of a part; empty where its file is gone."""
    document = child.value.get("document")
    if document is None:
        return child.value.get("url") or ""
    place = page.get_url_parts() if page.pk else None
    return (place[1] if place and document.url.startswith("/") else "") + document.url


def _title(child: Any) -> str:
    document = child.value.get("document")
    return child.value.get("title") or (
        document.title if document is not None else host_of(child.value.get("url") or "")
    )


def read_parts(page: ResourcePage) -> list[tuple[str, str]]:
    found = [(_title(child), _address(page, child)) for child in page.contents]
    return [(title, address) for title, address in found if address]


def write_parts(page: ResourcePage, value: list[tuple[str, str]] | None) -> None:
    """Parts that the page has already stay as they are, captions and words included; another address becomes a link. A file of
    the installation is never taken over by its address: it may be another institution's."""
    known = {_address(page, child): child for child in page.contents}
    rows = []
    for title, address in value or ():
        child = known.get(address)
        if child is None:
            rows.append(("link", {"url": address, "title": title}))
            continue
        kept = child.value
        if title != _title(child):
            kept["title"] = title
        rows.append((child.block_type, kept))
    page.contents = rows


def check(values: dict[str, Any]) -> dict[str, str | Promise]:
    """What the form refuses as well."""
    page = ResourcePage(
        subject=values.get("subject") or "",
        grade_from=values.get("grade_from"),
        grade_to=values.get("grade_to"),
        licence=values.get("licence") or "",
        licence_url=values.get("licence_url") or "",
    )
    return {name: fault.messages[0] for name, fault in page.contradictions().items()}


COLUMNS = (
    Field(
        "title",
        pgettext_lazy("document", "Title"),
        aliases=("Tên học liệu", "Tên tài nguyên", "Tiêu đề"),
        required=True,
        example="Bài giảng: So sánh hai phân số",
        parse=text(max_length=255),
    ),
    Field(
        "kind",
        pgettext_lazy("resource", "Kind"),
        aliases=("Loại", "Loại học liệu", "Dạng học liệu"),
        required=True,
        example="Bài giảng e-Learning",
        parse=choice(
            ResourceKind,
            {"bai giang dien tu": "lecture", "sach dien tu": "textbook", "giao an": "lesson-plan"},
        ),
    ),
    Field(
        "subject",
        pgettext_lazy("school", "Subject"),
        aliases=("Môn", "Môn học"),
        required=True,
        example="Toán",
        parse=choice(SubjectCode),
    ),
    Field(
        "grade_from", gettext_lazy("From grade"), aliases=("Từ lớp", "Lớp", "Khối"), example="4", parse=grade
    ),
    Field("grade_to", gettext_lazy("To grade"), aliases=("Đến lớp",), example="5", parse=grade),
    Field(
        "summary",
        gettext_lazy("Summary"),
        aliases=("Tóm tắt", "Mô tả"),
        example="Bài giảng tương tác, 35 phút.",
        parse=text(max_length=300),
    ),
    Field(
        "objective",
        gettext_lazy("Objective"),
        aliases=("Mục tiêu", "Yêu cầu cần đạt"),
        required=True,
        example="So sánh được hai phân số khác mẫu số.",
        parse=text(max_length=1000, multiline=True),
    ),
    Field(
        "curriculum_topic",
        gettext_lazy("Topic in the curriculum"),
        aliases=("Chủ đề", "Mạch nội dung"),
        example="Số và phép tính: Phân số",
        parse=text(max_length=250),
    ),
    Field(
        "audiences",
        gettext_lazy("For whom"),
        aliases=("Đối tượng", "Đối tượng sử dụng"),
        example="Người học; Nhà giáo",
        help=gettext_lazy("Separated by semicolons."),
        parse=audiences,
        read=read_audiences,
        write=write_audiences,
    ),
    Field(
        "minutes",
        gettext_lazy("Minutes it takes"),
        aliases=("Thời lượng", "Số phút"),
        example="35",
        parse=integer(minimum=1, maximum=10_000),
    ),
    Field(
        "language",
        gettext_lazy("Language"),
        aliases=("Ngôn ngữ",),
        example="Tiếng Việt",
        parse=choice(Language),
    ),
    Field(
        "licence",
        gettext_lazy("Licence"),
        aliases=("Giấy phép", "Bản quyền"),
        required=True,
        example="Creative Commons Ghi công 4.0",
        parse=choice(
            LicenceCode,
            {licence.short: code for code, licence in LICENCES.items() if licence.short},
        ),
    ),
    Field("licence_url", gettext_lazy("Address of the licence"), aliases=("Địa chỉ giấy phép",), parse=url),
    Field(
        "author_name",
        gettext_lazy("Author"),
        aliases=("Tác giả", "Người biên soạn"),
        example="Tổ Toán",
        parse=text(max_length=160),
    ),
    Field("source_name", gettext_lazy("Source"), aliases=("Nguồn",), parse=text(max_length=200)),
    Field("is_republished", gettext_lazy("Published elsewhere before"), aliases=("Đăng lại",), parse=yes_no),
    Field("source_url", gettext_lazy("Link to the source"), aliases=("Liên kết nguồn",), parse=url),
    Field("date", gettext_lazy("Date"), aliases=("Ngày", "Ngày đăng"), example="05/09/2026", parse=day),
    Field(
        "parts",
        gettext_lazy("Parts (title | address)"),
        aliases=("Liên kết", "Đường dẫn", "Địa chỉ", "Link"),
        example="Mô phỏng | https://phet.colorado.edu/vi/",
        help=gettext_lazy("One part a line. Files are added in the form."),
        parse=parts,
        read=read_parts,
        write=write_parts,
    ),
)


def install() -> None:
    register_exchange(
        Exchange(
            name="digital-resources",
            label=gettext_lazy("Digital resources"),
            page_type=ResourcePage,
            section_type=DigitalResourcesPage,
            key=("title",),
            columns=COLUMNS,
            check=check,
            slug="hoc-lieu-so",
        )
    )
