"""The figures of a school year as a mapping: read from a page, put on a page, stored, completed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from network.choices import InstitutionType
from sections.statistics.choices import Level
from sections.statistics.indicators import RATIOS, Cell, Ratio, by_code, is_cell

Figures = dict[Cell, Decimal | None]
"""A cell that is not there was not entered; None is known not to be available."""

_KIND_BY_LEVELS: dict[frozenset[str], Level] = {
    frozenset({Level.PRIMARY}): Level.PRIMARY,
    frozenset({Level.LOWER}): Level.LOWER,
    frozenset({Level.UPPER}): Level.UPPER,
    frozenset({Level.PRIMARY, Level.LOWER}): Level.PRIMARY_LOWER,
    frozenset({Level.LOWER, Level.UPPER}): Level.LOWER_UPPER,
    frozenset({Level.PRIMARY, Level.LOWER, Level.UPPER}): Level.PRIMARY_UPPER,
    frozenset({Level.PRIMARY, Level.UPPER}): Level.PRIMARY_UPPER,
}
_KIND_BY_TYPE: dict[str, Level] = {
    InstitutionType.KINDERGARTEN: Level.PRESCHOOL,
    InstitutionType.PRESCHOOL: Level.PRESCHOOL,
    InstitutionType.PRIMARY: Level.PRIMARY,
    InstitutionType.LOWER_SECONDARY: Level.LOWER,
    InstitutionType.UPPER_SECONDARY: Level.UPPER,
}


def figures_of(page: Any) -> Figures:
    """The rows of a page, saved or not. Rows of indicators that are not known are left out."""
    rows = ((row.indicator, row.level, row.value) for row in page.figures.all())
    return {(code, level): value for code, level, value in rows if is_cell((code, level))}


def notes_of(page: Any) -> dict[Cell, str]:
    return {(row.indicator, row.level): row.note for row in page.figures.all() if row.note}


def figures_put(
    page: Any, figures: Mapping[Cell, Decimal | None], notes: Mapping[Cell, str] | None = None
) -> None:
    """Make these the rows of a page, which may be unsaved. Rows that stay keep their identity, so that versions compare;
    without `notes` the notes stay as well."""
    model = page.figures.model
    have = {(row.indicator, row.level): row for row in page.figures.all()}
    rows = []
    for cell, value in figures.items():
        if not is_cell(cell):
            raise KeyError(cell)
        row = have.get(cell) or model(page=page, indicator=cell[0], level=str(cell[1]))
        row.value = value
        if notes is not None:
            row.note = notes.get(cell, "")[:300]
        rows.append(row)
    page.figures.set(rows)


def to_json(figures: Mapping[Cell, Decimal | None]) -> dict[str, int | float | None]:
    """Keys ``indicator/level``; whole numbers stay whole."""
    return {f"{code}/{level}": _number(value) for (code, level), value in figures.items()}


def from_json(stored: Mapping[str, int | float | None]) -> Figures:
    found: Figures = {}
    for key, value in stored.items():
        code, _slash, level = key.partition("/")
        if is_cell((code, level)):
            found[code, level] = None if value is None else Decimal(str(value))
    return found


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def with_schools(figures: Figures, institution_type: str) -> Figures:
    """The figures of a school, which itself is counted as one, at the levels at which it has classes or pupils (a school of
    several levels) or that its type names."""
    kind = _KIND_BY_TYPE.get(institution_type)
    if kind is None and institution_type == InstitutionType.UNIVERSAL:
        levels = {
            level for (code, level), value in figures.items() if code in ("classes", "pupils") and value
        } - {Level.NURSERY, Level.KINDERGARTEN, Level.CONTINUING}
        kind = _KIND_BY_LEVELS.get(frozenset(levels), Level.PRIMARY_UPPER)
    others = {cell: value for cell, value in figures.items() if cell[0] != "schools"}
    return others | {("schools", kind or Level.CONTINUING): Decimal(1)}


def total(figures: Mapping[Cell, Decimal | None], code: str) -> Decimal | None:
    """The sum over the levels; None where no level has a figure."""
    values = [figures.get(cell) for cell in by_code()[code].cells]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def ratio(figures: Mapping[Cell, Decimal | None], wanted: Ratio, level: str | None) -> Decimal | None:
    """One decimal; for the whole (`level` None) only the levels that have both figures count."""
    levels: Iterable[str] = [level] if level else by_code()[wanted.over].levels
    over, under = Decimal(0), Decimal(0)
    for name in levels:
        above, below = figures.get((wanted.over, name)), figures.get((wanted.under, name))
        if above is not None and below:
            over, under = over + above, under + below
    return round(over / under, 1 if wanted.code != "teachers_per_class" else 2) if under else None


__all__ = [
    "RATIOS", "Figures", "figures_of", "figures_put", "from_json", "notes_of", "ratio", "to_json", "total", "with_schools",
]  # fmt: skip
