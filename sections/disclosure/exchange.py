"""Disclosure reports as a spreadsheet: one row an item and year (``sections.exchange``)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.text import clean, clean_line, fold
from sections.disclosure.forms import NOT_THEN
from sections.disclosure.items import all_items, item_named, words
from sections.disclosure.presentation import plain
from sections.exchange import Exchange, Field
from sections.exchange.parsers import Parser, text
from sections.models import DisclosureFigure, DisclosureReportPage, DisclosureSection

__all__ = ["REPORTS"]

PARTS = 5
"""Part, what, figure or words, unit, note."""
PERIOD = re.compile(r"(?:nam hoc |nam |school year |year )?(\d{4})(?:\s*[-–—/]\s*(\d{2}|\d{4}))?")


def _read_item(source: str) -> str:
    """The key or the name in either language. Of two items of one name that of the source in force is meant."""
    wanted = fold(source)
    for item in all_items():
        if wanted in {fold(item.key), fold(item.title[0]), fold(item.title[1])}:
            return item.key
    raise ValidationError(_("“%(value)s” is no item of disclosure."), params={"value": source})


def _show_item(key: str) -> str:
    """The name, where it leads back to the same item, else the key."""
    item = item_named(key)
    if item is None:
        return key
    name = item.name()
    same = next(each for each in all_items() if fold(name) in {fold(each.title[0]), fold(each.title[1])})
    return name if same is item else key


def _read_period(source: str) -> int:
    found = PERIOD.fullmatch(fold(source))
    if found is not None:
        first, second = int(found[1]), found[2]
        if 1990 <= first <= 2200 and (second is None or int(second) % 100 == (first + 1) % 100):
            return first
    raise ValidationError(_("“%(value)s” is no year. Write 2025, or 2025-2026."), params={"value": source})


def _show_period(value: int) -> str:
    return str(value)


def _read_figures(source: str) -> list[dict[str, Any]]:
    """Lines such as “Thu | Học phí | 120000000 | đồng | đã kiểm toán”; from the second bar on each part may be missing."""
    rows = []
    for line in clean(source).splitlines():
        if not line.strip():
            continue
        parts = [clean_line(part) for part in line.split("|")]
        if len(parts) < 2 or len(parts) > PARTS or not parts[1]:
            raise ValidationError(
                _("“%(value)s” is no figure. Write part | what | figure | unit | note."),
                params={"value": line},
            )
        heading, name, value, unit, note = [*parts, "", "", ""][:PARTS]
        number = Decimal(value) if re.fullmatch(r"-?\d{1,16}(\.\d{1,2})?", value) else None
        row = {
            "heading": text(heading, max_length=120),
            "name": text(name, max_length=200),
            "value": number,
            "unit": text(unit, max_length=40),
            "words": "" if number is not None else text(value, max_length=200),
            "note": text(note, max_length=200),
        }
        rows.append(row)
    return rows


def _show_figures(rows: list[dict[str, Any]]) -> str:
    return "\n".join(
        " | ".join(
            [
                row["heading"],
                row["name"],
                plain(row["value"]) if row["value"] is not None else row["words"],
                row["unit"],
                row["note"],
            ]
        )
        for row in rows
    )


item = Parser("item", _read_item, _show_item)
period = Parser("period", _read_period, _show_period)
figures = Parser("figures", _read_figures, _show_figures)
COLUMNS_OF_A_FIGURE = ("heading", "name", "value", "unit", "words", "note")


def _figures_read(page: DisclosureReportPage) -> list[dict[str, Any]]:
    return [{name: getattr(row, name) for name in COLUMNS_OF_A_FIGURE} for row in page.figures.all()]


def _figures_write(page: DisclosureReportPage, value: list[dict[str, Any]] | None) -> None:
    """Rows that stay keep their identity, so that versions compare."""
    kept = {(row.heading, row.name): row for row in page.figures.all()}
    rows = []
    for place, entry in enumerate(value or []):
        row = kept.pop((entry["heading"], entry["name"]), None) or DisclosureFigure()
        for name in COLUMNS_OF_A_FIGURE:
            setattr(row, name, entry[name])
        row.sort_order = place
        rows.append(row)
    page.figures = rows


def row_check(values: dict[str, Any]) -> dict[str, str]:
    """What no single cell shows: a year in which nobody asked for the item."""
    found = item_named(values.get("item") or "")
    if found is not None and values.get("period") and not found.is_asked(values["period"]):
        return {"period": str(NOT_THEN)}
    return {}


REPORTS = Exchange(
    name="disclosure",
    label=gettext_lazy("disclosure reports"),
    page_type=DisclosureReportPage,
    section_type=DisclosureSection,
    key=("item", "period"),
    title="item",
    slug="cong-khai",
    check=row_check,
    columns=(
        Field(
            "item",
            gettext_lazy("Item"),
            aliases=("noi_dung", "Nội dung công khai", "Mục công khai"),
            required=True,
            example=words(("Thu, chi tài chính", "Income and spending"), "vi"),
            help=gettext_lazy("As the table of the section names it."),
            parse=item,
        ),
        Field(
            "period",
            gettext_lazy("Year"),
            aliases=("nam", "Năm", "Năm học", "nam_hoc"),
            required=True,
            example="2025-2026",
            help=gettext_lazy("The school year or the year that the report is about."),
            parse=period,
        ),
        Field(
            "summary",
            gettext_lazy("Summary"),
            aliases=("tom_tat", "Tóm tắt"),
            example="Tổng thu 2,1 tỷ đồng, tổng chi 2,0 tỷ đồng.",
            help=gettext_lazy("One or two sentences for lists."),
            parse=text(max_length=300),
        ),
        Field(
            "figures",
            gettext_lazy("Figures"),
            aliases=("so_lieu", "Số liệu"),
            example="Thu | Học phí | 120000000 | đồng",
            help=gettext_lazy("One figure a line: part | what | figure | unit | note."),
            parse=figures,
            write=_figures_write,
            read=_figures_read,
            prefetch=("figures",),
        ),
    ),
)
