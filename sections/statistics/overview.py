"""What the public pages show: years side by side, own figures beside those of the members, charts.

Reads through the institution's own relations, so that the page models can use it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from common.charts import bar_chart, line_chart
from network.models import Institution
from sections.statistics.choices import PUPIL_LEVELS, Group, Level
from sections.statistics.figures import Figures, from_json, ratio, total
from sections.statistics.indicators import INDICATORS, RATIOS, Cell, by_code
from sections.statistics.numbers import figure_text, school_year_text
from sections.statistics.years import FIVE

OWN, MEMBERS = "own", "members"
SPANS = {"5": FIVE, "10": 10, "all": None}
CHARTED = ("pupils", "classes", "teachers")


@dataclass(frozen=True)
class YearFigures:
    """One school year. For sums `reported` of `expected` members, else both are None."""

    year: int
    figures: Figures
    source: str
    at: datetime | None = None
    reported: int | None = None
    expected: int | None = None

    @property
    def label(self) -> str:
        return school_year_text(self.year)

    @property
    def is_complete(self) -> bool:
        return self.reported is None or self.reported >= (self.expected or 0)


@dataclass(frozen=True)
class Series:
    """All years of an institution: its own, and those added up from the members (authorities)."""

    own: list[YearFigures] = field(default_factory=list)
    members: list[YearFigures] = field(default_factory=list)

    def of(self, source: str) -> list[YearFigures]:
        return self.members if source == MEMBERS else self.own

    @property
    def sources(self) -> list[str]:
        return [source for source in (OWN, MEMBERS) if self.of(source)]


def series_of(institution: Institution) -> Series:
    """Two queries, one for a school; the earliest year first."""
    own = [
        YearFigures(record.school_year, from_json(record.figures), OWN, record.stored_at)
        for record in institution.statistics_records.order_by("school_year")
    ]
    members = []
    if institution.is_authority:
        members = [
            YearFigures(r.school_year, from_json(r.figures), MEMBERS, r.refreshed_at, r.reported, r.expected)
            for r in institution.statistics_rollups.filter(reported__gt=0).order_by("school_year")
        ]
    return Series(own, members)


@dataclass(frozen=True)
class Overview:
    """What a reader asked for. Wrong values of the address are as if they were not there."""

    series: Series
    source: str
    level: str
    span: str

    @classmethod
    def read(cls, series: Series, asked: Mapping[str, str]) -> Overview:
        sources = series.sources
        source = asked.get("source", "")
        level, span = asked.get("level", ""), asked.get("years", "")
        return cls(
            series=series,
            source=source if source in sources else (sources[-1] if sources else OWN),
            level=level if level in PUPIL_LEVELS else "",
            span=span if span in SPANS else "5",
        )

    @cached_property
    def years(self) -> list[YearFigures]:
        found = self.series.of(self.source)
        count = SPANS[self.span]
        return found if count is None else found[-count:]

    @property
    def has_more(self) -> bool:
        return len(self.series.of(self.source)) > FIVE

    @property
    def latest(self) -> YearFigures | None:
        return self.years[-1] if self.years else None

    @cached_property
    def levels(self) -> list[Level]:
        """The levels that have any figure, in any of the years."""
        used = {level for year in self.years for (_code, level), value in year.figures.items() if value}
        return [level for level in PUPIL_LEVELS if level in used]

    @cached_property
    def shown_levels(self) -> list[Level]:
        return [Level(self.level)] if self.level in self.levels else self.levels

    def tables(self) -> list[dict[str, Any]]:
        """One table a group: years in columns, what is counted in rows, its levels below it."""
        tables = [{"group": group, "label": group.label, "rows": self._rows(group)} for group in Group]
        return [table for table in tables if table["rows"]]

    def _rows(self, group: Group) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for indicator in INDICATORS:
            if indicator.group == group:
                rows += self._rows_of(indicator)
        for wanted in RATIOS:
            if wanted.group == group:
                level = self.shown_levels[0] if len(self.shown_levels) == 1 else None
                cells = [ratio(year.figures, wanted, level) for year in self.years]
                if any(value is not None for value in cells):
                    rows.append(_row(wanted.name, "", cells))
        return rows

    def _rows_of(self, indicator) -> list[dict[str, Any]]:
        """The sum and, where more than one level has figures, each level below it."""
        if self.level and Level.WHOLE not in indicator.levels:
            levels = [level for level in indicator.levels if level == self.level]
        else:
            levels = [level for level in indicator.levels if self._has((indicator.code, level))]
        if not levels:
            return []
        name = indicator.name
        if indicator.part_of:
            name = f"{by_code()[indicator.part_of].name} – {name}"
        by_level = [[year.figures.get((indicator.code, level)) for year in self.years] for level in levels]
        if not any(value is not None for cells in by_level for value in cells):
            return []
        unit = str(indicator.unit.label)
        if len(levels) == 1:
            return [_row(name, unit, by_level[0])]
        sums = [total(year.figures, indicator.code) for year in self.years]
        parts = [
            _row(str(level.label), "", cells, is_part=True)
            for level, cells in zip(levels, by_level, strict=True)
        ]
        return [_row(name, unit, sums), *parts]

    def _has(self, cell: Cell) -> bool:
        return any(year.figures.get(cell) is not None for year in self.years)

    def charts(self) -> list[dict[str, Any]]:
        """Bars of the main figures over the years; lines of the pupils by level where there is more than one."""
        if len(self.years) < 2:
            return []
        charts = []
        for code in CHARTED:
            values = [self._sum(year, code) for year in self.years]
            if sum(value is not None for value in values) > 1:
                charts.append(self._bars(code, values))
        if len(self.shown_levels) > 1:
            charts.append(self._lines())
        return charts

    def _sum(self, year: YearFigures, code: str) -> Decimal | None:
        return year.figures.get((code, self.level)) if self.level else total(year.figures, code)

    def _bars(self, code: str, values: Sequence[Decimal | None]) -> dict[str, Any]:
        rows = [
            (year.label, float(value or 0), figure_text(value))
            for year, value in zip(self.years, values, strict=True)
        ]
        full = max((figure for _label, figure, _words in rows), default=0) or 1
        return {
            "kind": "bars",
            "id": f"chart-{code}",
            "title": by_code()[code].name,
            "description": _(
                "One bar a school year; the longer, the more. The tables below have the same figures."
            ),
            "chart": bar_chart(rows, full=full),
        }

    def _lines(self) -> dict[str, Any]:
        rows = [
            (
                str(level.label),
                [
                    None if v is None else float(v)
                    for v in (y.figures.get(("pupils", level)) for y in self.years)
                ],
            )
            for level in self.shown_levels
        ]
        labels = [f"{year.year % 100:02d}–{(year.year + 1) % 100:02d}" for year in self.years]
        return {
            "kind": "lines",
            "id": "chart-levels",
            "title": _("Pupils by level"),
            "description": _(
                "One line a level, from the earliest school year to the latest, with the latest figure beside the name of the"
                " level. The tables below have the same figures."
            ),
            "chart": line_chart(labels, rows, words=figure_text),
        }

    def tiles(self) -> list[dict[str, str]]:
        """The main figures of the latest year."""
        if self.latest is None:
            return []
        codes = ("schools", *CHARTED) if self.source == MEMBERS or self._many_schools() else CHARTED
        values = [(code, self._sum(self.latest, code)) for code in codes]
        return [
            {"label": by_code()[code].name, "value": figure_text(value)}
            for code, value in values
            if value is not None
        ]

    def _many_schools(self) -> bool:
        return bool(self.latest and (total(self.latest.figures, "schools") or 0) > 1)

    def comparison(self) -> dict[str, Any] | None:
        """The authority's own figures beside those of its members, in the latest year that has both."""
        members = {year.year: year for year in self.series.members}
        both = [year for year in self.series.own if year.year in members]
        if not both:
            return None
        own, rolled = both[-1], members[both[-1].year]
        rows = []
        for indicator in INDICATORS:
            ours, theirs = total(own.figures, indicator.code), total(rolled.figures, indicator.code)
            if ours is None or theirs is None or indicator.part_of:
                continue
            share = _("%(share)s %%") % {"share": figure_text(round(theirs / ours * 100, 1))} if ours else "–"
            cells = [figure_text(ours), figure_text(theirs), share]
            rows.append(
                {"name": indicator.name, "unit": str(indicator.unit.label), "is_part": False, "cells": cells}
            )
        head = [
            pgettext("statistics", "Own report"),
            pgettext("statistics", "Added up from members"),
            pgettext("statistics", "Share of the members"),
        ]
        return {"year": own.label, "rows": rows, "head": head, "members": rolled} if rows else None


def _row(name: str, unit: str, values: Sequence[Decimal | None], *, is_part: bool = False) -> dict[str, Any]:
    cells = ["–" if value is None else figure_text(value) for value in values]
    return {"name": name, "unit": unit, "is_part": is_part, "cells": cells}


def year_tables(figures: Figures, notes: Mapping[Cell, str]) -> list[dict[str, Any]]:
    """One school year: a table a group, levels in columns, the sum behind them."""
    tables = []
    for group in Group:
        wanted = [i for i in INDICATORS if i.group == group and any(cell in figures for cell in i.cells)]
        levels = [level for level in Level if any((i.code, level) in figures for i in wanted)]
        rows = [_year_row(indicator, levels, figures, notes) for indicator in wanted]
        for one in RATIOS:
            cells = [ratio(figures, one, level) for level in levels]
            if one.group == group and any(value is not None for value in cells):
                shown = ["–" if value is None else figure_text(value) for value in cells]
                if len(levels) > 1:
                    shown.append(figure_text(ratio(figures, one, None)))
                rows.append({"name": one.name, "unit": "", "is_part": False, "cells": shown})
        if rows:
            head = [str(level.label) for level in levels]
            if len(levels) > 1:
                head.append(_("Together"))
            tables.append({"group": group, "label": group.label, "head": head, "rows": rows})
    return tables


def _year_row(indicator, levels, figures: Figures, notes: Mapping[Cell, str]) -> dict[str, Any]:
    cells = []
    for level in levels:
        cell = (indicator.code, level)
        text = figure_text(figures[cell]) if cell in figures else "–"
        cells.append(f"{text} *" if notes.get(cell) else text)
    if len(levels) > 1:
        cells.append(figure_text(total(figures, indicator.code)))
    is_part = bool(indicator.part_of)
    return {"name": indicator.name, "unit": str(indicator.unit.label), "is_part": is_part, "cells": cells}
