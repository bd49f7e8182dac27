"""Figures as a spreadsheet: one row a school year, one column a figure (``sections.exchange``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sections.exchange import Exchange, Field
from sections.exchange.parsers import Parser, day, school_year, text
from sections.models import StatisticsPage, StatisticsYearPage
from sections.statistics.checks import cell_name, findings
from sections.statistics.choices import Level, Unit
from sections.statistics.figures import figures_of, figures_put
from sections.statistics.indicators import INDICATORS, Cell, by_code
from sections.statistics.numbers import parse_figure

NOT_AVAILABLE = ".."
Value = Decimal | str
"""A figure, or NOT_AVAILABLE: an empty cell means that there is no figure, and takes one off."""


def _figure(source: str, *, unit: str) -> Value:
    value = parse_figure(source, unit)
    return NOT_AVAILABLE if value is None else value


def _figure_number(source: str, *, unit: str) -> Value:
    """A number cell of a workbook: its full stop stands before decimals, whatever the language."""
    value = Decimal(source)
    if Unit(unit).is_whole and value != value.to_integral_value():
        # The sentence about thousands.
        return _figure(source, unit=unit)
    if value < 0:
        raise ValidationError(_("A figure cannot be below zero."))
    return round(value, 2)


figure = Parser("figure", _figure, number=_figure_number)


def column_name(cell: Cell) -> str:
    return f"{cell[0]}_{cell[1]}"


def _put(cell: Cell):
    def write(page: StatisticsYearPage, value: Value | None) -> None:
        figures = figures_of(page)
        figures.pop(cell, None)
        if value is not None:
            figures[cell] = None if value == NOT_AVAILABLE else value
        figures_put(page, figures)

    return write


def _get(cell: Cell):
    def read(page: StatisticsYearPage) -> Value | None:
        figures = figures_of(page)
        if cell not in figures:
            return None
        return NOT_AVAILABLE if figures[cell] is None else figures[cell]

    return read


_label = lazy(lambda cell: str(cell_name(cell)), str)


def _aliases(cell: Cell) -> tuple[str, ...]:
    """Both ways round: “Học sinh, Tiểu học” and “Tiểu học – Học sinh”."""
    indicator, level = by_code()[cell[0]], Level(cell[1])
    if level == Level.WHOLE:
        return (indicator.name_vi, indicator.name_en) if not indicator.part_of else ()
    whole = by_code().get(indicator.part_of)
    names = [f"{whole.name_vi} – {indicator.name_vi}" if whole else indicator.name_vi]
    return tuple(f"{_LEVEL_WORDS[level]} – {name}" for name in names if level in _LEVEL_WORDS)


_LEVEL_WORDS = {
    Level.NURSERY: "Nhà trẻ",
    Level.KINDERGARTEN: "Mẫu giáo",
    Level.PRIMARY: "Tiểu học",
    Level.LOWER: "THCS",
    Level.UPPER: "THPT",
    Level.CONTINUING: "GDTX",
}


def _columns() -> Iterator[Field]:
    yield Field(
        "school_year",
        _("School year"),
        aliases=("Năm học", "Năm"),
        required=True,
        example="2025-2026",
        help=_("Written as 2025-2026."),
        parse=school_year,
        write=lambda page, value: setattr(page, "school_year", int(value[:4])),
        read=lambda page: f"{page.school_year}-{page.school_year + 1}",
    )
    yield Field("counted_on", _("Counted on"), aliases=("Ngày thống kê",), example="30/09/2025", parse=day)
    for indicator in INDICATORS:
        for cell in indicator.cells:
            yield Field(
                column_name(cell),
                _label(cell),
                aliases=_aliases(cell),
                example="1234" if indicator.unit != Unit.SQUARE_METRE else "12500,5",
                help=format_lazy(
                    _("In {unit}. Write .. where it is not available."), unit=Unit(indicator.unit).label
                ),
                parse=figure(unit=str(indicator.unit)),
                write=_put(cell),
                read=_get(cell),
                prefetch=("figures",),
            )
    yield Field("summary", _("Summary"), aliases=("Tóm tắt",), parse=text(max_length=300))
    yield Field("author_name", _("Author"), aliases=("Tác giả",), parse=text(max_length=160))
    yield Field("source_name", _("Source"), aliases=("Nguồn",), parse=text(max_length=200))


def row_check(values: dict[str, Any]) -> Mapping[str, str]:
    """Errors among the figures of one row; warnings are confirmed on the page of the year."""
    figures = {
        cell: None if values[column_name(cell)] == NOT_AVAILABLE else values[column_name(cell)]
        for indicator in INDICATORS
        for cell in indicator.cells
        if values.get(column_name(cell)) is not None
    }
    year = values.get("school_year")
    if not year:
        return {}
    found = findings(figures, school_year=int(year[:4]))
    return {column_name(f.cells[0]): str(f.message) for f in reversed(found) if f.is_error}


STATISTICS = Exchange(
    name="statistics",
    label=_("Figures of school years"),
    page_type=StatisticsYearPage,
    section_type=StatisticsPage,
    key=("school_year",),
    columns=tuple(_columns()),
    title="school_year",
    check=row_check,
    slug="so-lieu-thong-ke",
)
