"""Tables of the General Statistics Office, as its database exports them and as others pass them on.

Two shapes are read: one row a province with a column for each year and level (its database, in English, with the subject in
the line above the headings), and one row a province or level and year. Their traps: a byte-order mark, semicolons, names without
marks, joint and former provinces, ".." for what is not available, rows that are footnotes or regions, units in thousands whose
last years are not in thousands, noughts where nothing was counted, sums that do not add up. What is repaired is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import BinaryIO

from django.utils.translation import gettext_lazy as _

from common.spreadsheets import Table, TableError, read_table
from common.text import Message, clean_line, fold
from sections.statistics.choices import Level
from sections.statistics.figures import Figures
from sections.statistics.indicators import Cell
from sections.statistics.numbers import MISSING, school_year_text
from sections.statistics.provinces import existed, is_province, place_key

COUNTRY = "whole country"
YEARS = range(1990, 2101)
SUBJECTS = (
    ("teacher", "teachers"), ("giao vien", "teachers"),
    ("pupil", "pupils"), ("hoc sinh", "pupils"),
    ("class", "classes"), ("lop", "classes"),
    ("school", "schools"), ("truong", "schools"),
)  # fmt: skip
LEVELS = (
    ("primary and lower secondary", Level.PRIMARY_LOWER),
    ("lower and upper secondary", Level.LOWER_UPPER),
    ("lower secondary", Level.LOWER), ("upper secondary", Level.UPPER), ("primary", Level.PRIMARY),
    ("trung hoc co so", Level.LOWER), ("trung hoc pho thong", Level.UPPER), ("thcs", Level.LOWER), ("thpt", Level.UPPER),
    ("tieu hoc", Level.PRIMARY), ("mau giao", Level.KINDERGARTEN), ("kindergarten", Level.KINDERGARTEN),
)  # fmt: skip
PARTS = (("nu", "_female"), ("dan toc thieu so", "_ethnic"))
IGNORED = ("hoc sinh nam", "giao vien nam", "hs gv", "hs lop")
"""Columns that follow from others."""
FEWEST_IN_A_CLASS, MOST_IN_A_CLASS = 3, 100
DOUBTFUL_ZERO = 100
_YEAR_HEADING = re.compile(r"((?:19|20)\d\d)(?:\s*-\s*\d{2,4})?\s+(.+)")


@dataclass(frozen=True)
class Column:
    """What a column of a table holds. `thousands`: its heading says so."""

    place: int
    cell: Cell | None
    year: int | None = None
    thousands: bool = False
    is_total: bool = False


@dataclass
class Official:
    """What one or several tables say of the places that were asked for."""

    years: dict[int, Figures] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    def note(self, text, **params) -> None:
        message = Message(text, params)
        if not any(str(message) == str(known) for known in self.notes):
            self.notes.append(message)


def read_official(files: Iterable[tuple[str, BinaryIO]], *, places: tuple[str, ...]) -> Official:
    """The figures of the places (keys of ``provinces.place_key``, or COUNTRY), added up. Raises TableError for a file that is
    no such table, or that has none of the places."""
    found = Official()
    for name, file in files:
        _read_file(found, name, file, places)
    for year in sorted(found.years):
        _doubtful_zeros(found, year)
    return found


def _header_names() -> list[str]:
    words = ["total", "primary", "lower secondary", "upper secondary", "school", "class"]
    years = [f"{year} {word}" for year in YEARS for word in words]
    return [
        "Cities, provincies", "Cities, provinces", "Địa phương", "Cấp học", "Năm", "Năm học", "Trường", "Trường học", "Lớp",
        "Lớp học", "Học sinh", "Giáo viên", *years,
    ]  # fmt: skip


def _read_file(found: Official, name: str, file: BinaryIO, places: tuple[str, ...]) -> None:
    data = file.read()
    file.seek(0)
    table = read_table(file, filename=name, header_names=_header_names())
    first = fold(table.header[0])
    above = _above(data, table)
    if first.startswith(("cities", "provinces")):
        rows = _wide(found, name, table, above, places)
    elif first in ("dia phuong", "tinh", "tinh thanh pho", "cap hoc"):
        rows = _long(found, name, table, places)
    else:
        raise TableError(
            "not_official",
            _(
                "“%(name)s” is no table of the General Statistics Office that can be read: its first column is “%(column)s”."
            ),
            name=name,
            column=table.header[0],
        )
    if not rows:
        raise TableError("no_place", _("“%(name)s” has no row of the place that you chose."), name=name)
    _merge(found, name, rows)


def _above(data: bytes, table: Table) -> str:
    """The lines above the headings of a CSV: they name the subject."""
    if table.kind != "csv":
        return ""
    text = data[:4000].decode("utf-8-sig", "replace")
    return fold(" ".join(text.splitlines()[: max(table.header_row - 1, 0)]))


def _number(text: str) -> Decimal | None:
    plain = clean_line(text).replace(" ", "")
    if not plain or plain.casefold() in MISSING:
        return None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3})+", plain):
        plain = re.sub(r"\D", "", plain)
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


Rows = dict[tuple[int, str], dict[Cell, tuple[Decimal | None, bool]]]
"""(school year, place) → cell → (figure as written, whether it is said to be in thousands)."""


def _wide(found: Official, name: str, table: Table, above: str, places: tuple[str, ...]) -> Rows:
    columns = _wide_columns(found, name, table, above)
    rows: Rows = {}
    for row in table.rows:
        place = _place(found, name, row.cells[0])
        if place not in places:
            continue
        totals: dict[int, Decimal] = {}
        for column in columns:
            value = _number(row.cells[column.place])
            if column.is_total:
                if value is not None:
                    totals[column.year] = value
                continue
            rows.setdefault((column.year, place), {})[column.cell] = (value, column.thousands)
        for year, whole in totals.items():
            _check_total(found, name, row.cells[0], year, whole, rows.get((year, place), {}))
    return rows


def _wide_columns(found: Official, name: str, table: Table, above: str) -> list[Column]:
    title = f"{above} {fold(name)}"
    title = re.sub(r"[^a-z0-9]+", " ", title)
    level = next((level for words, level in LEVELS if words in title and level == Level.KINDERGARTEN), None)
    # "Number of classes of general education": the first word that is counted is what is counted.
    subject = _subject(re.split(r"\bof (?:general|kindergarten)", title)[0])
    columns = []
    for place, heading in enumerate(table.header):
        match = _YEAR_HEADING.fullmatch(fold(heading))
        if match is None:
            continue
        words = match[2]
        counted = _subject(words) if level else subject
        at = level or next((one for text, one in LEVELS if words.startswith(text)), None)
        is_total = not level and words.startswith("total")
        if counted is None or (at is None and not is_total):
            found.note(
                _("“%(name)s”: the column “%(column)s” is not known and was left out."),
                name=name,
                column=heading,
            )
            continue
        cell = None if is_total else _cell(counted, at)
        columns.append(Column(place, cell, int(match[1]), "thous" in words, is_total))
    if not columns:
        raise TableError("not_official", _("“%(name)s” names neither years nor what is counted."), name=name)
    return columns


def _subject(words: str) -> str | None:
    return next((code for text, code in SUBJECTS if text in words), None)


def _cell(code: str, level: Level) -> Cell:
    if code == "schools" and level == Level.KINDERGARTEN:
        level = Level.PRESCHOOL
    return code, level


def _place(found: Official, name: str, text: str) -> str:
    """The key of a row: a province, the country, "" for regions and footnotes."""
    if is_province(text):
        return place_key(text)
    key = " ".join(re.findall(r"[a-z]+", fold(text)))
    if key in (COUNTRY, "ca nuoc"):
        return COUNTRY
    if "universit" in key:
        found.note(
            _("“%(name)s”: “%(row)s” is a footnote and belongs to no province."),
            name=name,
            row=clean_line(text),
        )
    return ""


def _check_total(found, name, place, year, whole, cells) -> None:
    values = [value for value, _thousands in cells.values()]
    if any(value is None for value in values):
        values = [value for value in values if value is not None]
    if values and sum(values) != whole:
        found.note(
            _("“%(name)s”, %(place)s, %(year)s: the levels add up to %(sum)s, the table says %(total)s."),
            name=name, place=clean_line(place), year=school_year_text(year), sum=sum(values), total=whole,
        )  # fmt: skip


def _long(found: Official, name: str, table: Table, places: tuple[str, ...]) -> Rows:
    heads = [re.sub(r"[^a-z0-9]+", " ", fold(heading)).strip() for heading in table.header]
    year_at = next((n for n, head in enumerate(heads) if head in ("nam", "nam hoc")), None)
    by_level = heads[0] == "cap hoc"
    stem = re.sub(r"[^a-z0-9]+", " ", fold(name))
    file_level = next((level for text, level in LEVELS if text in stem), None)
    if year_at is None or (file_level is None and not by_level):
        raise TableError(
            "no_level",
            _(
                "“%(name)s” does not say of which level it is. Name the file after it, for example tieu-hoc.csv."
            ),
            name=name,
        )
    rows: Rows = {}
    for row in table.rows:
        level = file_level
        place = COUNTRY
        if by_level:
            level = next((one for text, one in LEVELS if text in fold(row.cells[0])), None)
        else:
            place = _place(found, name, row.cells[0])
        year = re.match(r"(?:19|20)\d\d", clean_line(row.cells[year_at]))
        if place not in places or level is None or year is None:
            continue
        target = rows.setdefault((int(year[0]), place), {})
        for at, head in enumerate(heads):
            if at not in (0, year_at) and not head.startswith(IGNORED):
                _long_cell(found, name, target, table.header[at], head, row.cells[at], level)
    return rows


def _long_cell(found, name, target, heading, head, text, level) -> None:
    code = _subject("hoc sinh" if head.startswith("hoc sinh") else head)
    if code is None:
        found.note(
            _("“%(name)s”: the column “%(column)s” is not known and was left out."), name=name, column=heading
        )
        return
    bare = re.sub(r"\bnghin\b", "", head).strip()
    part = next((suffix for words, suffix in PARTS if re.search(rf"\b{words}\b", bare)), "")
    cell = _cell(code + part, level)
    target[cell] = (_number(text), "nghin" in head or "thous" in head)


def _merge(found: Official, name: str, rows: Rows) -> None:
    """Add the places of a year up; a place that is missing leaves the figure unknown."""
    for year in sorted({year for year, _place in rows}):
        here = {place: cells for (at, place), cells in rows.items() if at == year}
        expected = {place for _year, place in rows if existed(place, year)}
        figures = found.years.setdefault(year, {})
        for cell in dict.fromkeys(cell for cells in here.values() for cell in cells):
            values = []
            for place in expected:
                value, thousands = here.get(place, {}).get(cell, (None, False))
                values.append(_full(found, name, year, cell, value, thousands, here.get(place, {})))
            sum_ = None if any(value is None for value in values) or not values else sum(values, Decimal(0))
            if sum_ is None and any(value is not None for value in values):
                found.note(
                    _("“%(name)s”, %(year)s: not all parts of the province have a figure, so the sum is not available."),
                    name=name, year=school_year_text(year),
                )  # fmt: skip
            known = figures.get(cell)
            if known is not None and sum_ is not None and known != sum_:
                found.note(
                    _("“%(name)s”, %(year)s: another file says %(known)s instead of %(value)s; the first one was kept."),
                    name=name, year=school_year_text(year), known=known, value=sum_,
                )  # fmt: skip
            elif known is None:
                figures[cell] = sum_


def _full(found, name, year, cell, value, thousands, cells) -> Decimal | None:
    """The figure in full. Pupils may be in thousands whatever the heading says: the classes beside them tell."""
    if value is None:
        return None
    whole = value == value.to_integral_value()
    if cell[0] == "pupils":
        classes, in_thousands = cells.get(("classes", cell[1]), (None, False))
        if classes:
            classes = classes * 1000 if in_thousands else classes
            if FEWEST_IN_A_CLASS <= value / classes <= MOST_IN_A_CLASS:
                if thousands:
                    found.note(
                        _("“%(name)s”, %(year)s: the heading says thousands, but the figures are in full."),
                        name=name, year=school_year_text(year),
                    )  # fmt: skip
                return value
            if FEWEST_IN_A_CLASS <= value * 1000 / classes <= MOST_IN_A_CLASS:
                found.note(_("“%(name)s”: pupils in thousands were multiplied by 1,000."), name=name)
                return (value * 1000).quantize(Decimal(1))
            found.note(
                _("“%(name)s”, %(year)s: %(value)s pupils do not go with %(classes)s classes, in thousands or not. Left out."),
                name=name, year=school_year_text(year), value=value, classes=classes,
            )  # fmt: skip
            return None
    if thousands or not whole:
        return (value * 1000).quantize(Decimal(1))
    return value


def _doubtful_zeros(found: Official, year: int) -> None:
    """A nought between years with hundreds was not counted."""
    figures = found.years[year]
    near = [found.years[other] for other in (year - 1, year + 1, year + 2) if other in found.years]
    for cell, value in list(figures.items()):
        if value == 0 and any((other.get(cell) or 0) > DOUBTFUL_ZERO for other in near):
            figures[cell] = None
            found.note(
                _("%(year)s: the nought for “%(cell)s” was taken as not available, as the years beside it have hundreds."),
                year=school_year_text(year), cell=f"{cell[0]}, {Level(cell[1]).label}",
            )  # fmt: skip
