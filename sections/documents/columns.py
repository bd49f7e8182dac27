"""How documents stand in a spreadsheet: the columns of an import and of an export (W8.3, W9.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from common.text import clean_line
from sections.documents.choices import CHANGING, RelationKind
from sections.documents.symbols import (
    clean_symbol,
    clean_type,
    holds_year,
    is_placeholder,
    split_reference,
    type_of,
)
from sections.exchange import Exchange, Field, register_exchange
from sections.exchange.parsers import Parser, day, text
from sections.models import DocumentIndexPage, DocumentPage, DocumentRelation

__all__ = ["DOCUMENTS", "register_documents"]

PART = "(một phần)"
"""Behind a document that is only partly replaced or repealed, in both languages of the export."""


def _known(value: str) -> str:
    if is_placeholder(value):
        raise ValidationError(
            _("“%(value)s” says nothing yet: fill it in or leave the row out."), params={"value": value}
        )
    return value


def _read_number(source: str) -> str:
    number = _known(clean_symbol(source))
    if len(number) > 80:
        raise ValidationError(_("A number and symbol has at most 80 characters."))
    if not any(letter.isdigit() for letter in number):
        raise ValidationError(
            _("“%(value)s” is no number and symbol: it has no figure."), params={"value": source}
        )
    return number


def _read_type(source: str) -> str:
    return text(clean_type(_known(source)), max_length=60)


def _read_words(source: str, *, max_length: int) -> str:
    return text(_known(clean_line(source)), max_length=max_length)


number = Parser("number", _read_number)
document_type = Parser("type", _read_type)
words = Parser("words", _read_words)


def _read_documents(source: str) -> list[dict[str, Any]]:
    """Lines such as “Quyết định số 12/QĐ-SGDĐT ngày 05/01/2024 (một phần)”."""
    found = []
    for line in source.replace(";", "\n").splitlines():
        rest = clean_line(line)
        if not rest:
            continue
        is_partial = rest.casefold().endswith(PART)
        rest = rest[: -len(PART)].strip() if is_partial else rest
        symbol, written = split_reference(rest)
        if not any(letter.isdigit() for letter in symbol):
            raise ValidationError(_("“%(value)s” names no document by its number."), params={"value": line})
        found.append(
            {
                "number": _read_number(symbol),
                "issued_on": day(written) if written else None,
                "is_partial": is_partial,
            }
        )
    return found


def _show_documents(rows: list[dict[str, Any]]) -> str:
    lines = []
    for row in rows:
        issued = f" ngày {row['issued_on']:%d/%m/%Y}" if row["issued_on"] else ""
        lines.append(f"{row['number']}{issued}{f' {PART}' if row['is_partial'] else ''}")
    return "\n".join(lines)


documents = Parser("documents", _read_documents, _show_documents)


def _writer(kind: RelationKind):
    def write(page: DocumentPage, value: list[dict[str, Any]] | None) -> None:
        """Relations of this kind become those of the list; one that is there already keeps what the list does not hold."""
        kept = [row for row in page.relations.all() if row.kind != kind]
        known = {
            (row.target_number, row.target_issued_on): row for row in page.relations.all() if row.kind == kind
        }
        for entry in value or []:
            row = known.get((entry["number"], entry["issued_on"])) or DocumentRelation(
                kind=kind, target_number=entry["number"], target_issued_on=entry["issued_on"]
            )
            row.is_partial = entry["is_partial"]
            kept.append(row)
        for place, row in enumerate(kept):
            row.sort_order = place
        page.relations = kept

    return write


def _reader(kind: RelationKind):
    def read(page: DocumentPage) -> list[dict[str, Any]]:
        return [
            {"number": row.target_number, "issued_on": row.target_issued_on, "is_partial": row.is_partial}
            for row in page.relations.all()
            if row.kind == kind
        ]

    return read


def _relation(kind: RelationKind, name: str, *aliases: str) -> Field:
    return Field(
        name,
        kind.label,
        aliases=aliases,
        example="12/QĐ-SGDĐT ngày 05/01/2024",
        help=gettext_lazy(
            "One document a line, with its day of issue; “(một phần)” behind one that stays in part."
        ),
        parse=documents,
        write=_writer(kind),
        read=_reader(kind),
        prefetch=("relations",),
    )


def check_row(values: dict[str, Any]) -> dict[str, str]:
    """What no single cell shows: an end before the beginning, a type that nobody can know, a number of which there are many."""
    found: dict[str, str] = {}
    issued, expires = values.get("issued_on"), values.get("expires_on")
    begins: date | None = values.get("effective_on") or issued
    if begins and expires and expires < begins:
        found["expires_on"] = _("A document cannot end before it begins.")
    if values.get("number") and not values.get("document_type") and not type_of(values["number"]):
        found["document_type"] = _("The number does not show the type: name it.")
    for kind in CHANGING:
        for row in values.get(str(kind)) or []:
            if not row["issued_on"] and not holds_year(row["number"]):
                found[str(kind)] = _("Such numbers begin anew each year: write the day of issue as well.")
    return found


DOCUMENTS = Exchange(
    name="documents",
    label=pgettext_lazy("legal", "documents"),
    page_type=DocumentPage,
    section_type=DocumentIndexPage,
    key=("number", "issuer", "issued_on"),
    title="title",
    slug="van-ban",
    check=check_row,
    columns=(
        Field(
            "number",
            gettext_lazy("Number and symbol"),
            aliases=("so_ky_hieu", "Số hiệu", "Số/Ký hiệu", "Số ký hiệu", "Số văn bản"),
            required=True,
            example="1234/SGDĐT-GDTrH",
            help=gettext_lazy("As it stands in the head of the document."),
            parse=number,
        ),
        Field(
            "title",
            pgettext_lazy("document", "Title"),
            aliases=("trich_yeu", "Trích yếu", "Tên văn bản", "Nội dung"),
            required=True,
            example="Hướng dẫn tuyển sinh năm học 2025-2026",
            help=gettext_lazy("What it is about, in one sentence."),
            parse=words(max_length=1000),
        ),
        Field(
            "document_type",
            pgettext_lazy("document", "Type"),
            aliases=("loai_van_ban", "Loại", "Hình thức"),
            example="Công văn",
            help=gettext_lazy("Left empty: as the number and symbol says."),
            parse=document_type,
        ),
        Field(
            "field",
            pgettext_lazy("document", "Field"),
            aliases=("linh_vuc", "Lĩnh vực"),
            example="Tuyển sinh",
            help=gettext_lazy("What part of the work it belongs to."),
            parse=words(max_length=80),
        ),
        Field(
            "issuer",
            gettext_lazy("Issued by"),
            aliases=("co_quan_ban_hanh", "Cơ quan ban hành", "Nơi ban hành"),
            required=True,
            example="Sở Giáo dục và Đào tạo",
            help=gettext_lazy("The agency that issued it."),
            parse=words(max_length=200),
        ),
        Field(
            "signer_name",
            gettext_lazy("Signed by (name)"),
            aliases=("nguoi_ky", "Người ký"),
            example="Nguyễn Văn A",
            help=gettext_lazy("As the document shows it."),
            parse=words(max_length=120),
        ),
        Field(
            "signer_title",
            gettext_lazy("Signed by (title)"),
            aliases=("chuc_vu", "Chức vụ", "Chức danh"),
            example="Phó Giám đốc",
            help=gettext_lazy("As the document shows it."),
            parse=words(max_length=120),
        ),
        Field(
            "issued_on",
            gettext_lazy("Date of issue"),
            aliases=("ngay_ban_hanh", "Ngày ban hành", "Ngày ký"),
            required=True,
            example="05/09/2025",
            help=gettext_lazy("The day in its head."),
            parse=day,
        ),
        Field(
            "effective_on",
            gettext_lazy("Effective from"),
            aliases=("ngay_hieu_luc", "Ngày có hiệu lực", "Ngày hiệu lực"),
            example="20/10/2025",
            help=gettext_lazy("Left empty: from the day of issue."),
            parse=day,
        ),
        Field(
            "expires_on",
            gettext_lazy("No longer effective from"),
            aliases=("ngay_het_hieu_luc", "Ngày hết hiệu lực"),
            example="31/12/2026",
            help=gettext_lazy("Only where the document itself names a day."),
            parse=day,
        ),
        Field(
            "summary",
            gettext_lazy("Summary"),
            aliases=("tom_tat", "Tóm tắt"),
            example="Áp dụng cho các trường trung học phổ thông.",
            help=gettext_lazy("One or two sentences for lists."),
            parse=words(max_length=300),
        ),
        _relation(RelationKind.AMENDS, "amends", "sua_doi", "Sửa đổi, bổ sung"),
        _relation(RelationKind.REPLACES, "replaces", "thay_the", "Thay thế cho"),
        _relation(RelationKind.REPEALS, "repeals", "bai_bo", "Bãi bỏ"),
    ),
)


def register_documents() -> None:
    register_exchange(DOCUMENTS)
