"""Figures as CSV, XLSX and JSON: one row a figure, with unit, source and completeness, as machines want them (W8.7)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from common.spreadsheets.download import table_bytes
from editorial.choices import ReuseTerms
from network.models import Institution
from sections.lists.downloads import origin, public_response
from sections.statistics.choices import Level, Unit
from sections.statistics.indicators import INDICATORS, by_code, source_for
from sections.statistics.overview import MEMBERS, Series, YearFigures

FORMATS = ("csv", "xlsx", "json")
TERMS = ReuseTerms.QUOTE_SOURCE


def headings() -> dict[str, str]:
    return {
        "institution_code": _("Code of the institution"),
        "institution": _("Institution"),
        "school_year": _("School year"),
        "indicator": _("Indicator"),
        "indicator_name": _("Name of the indicator"),
        "level": _("Level"),
        "level_name": _("Name of the level"),
        "value": _("Figure"),
        "unit": _("Unit"),
        "source": _("Source"),
        "reported": _("Members that reported"),
        "expected": _("Members expected"),
    }


def rows(institution: Institution, years: Iterable[YearFigures]) -> Iterator[dict[str, Any]]:
    """One dictionary a figure, in the order of years, indicators, levels."""
    for year in years:
        for indicator in INDICATORS:
            for level in indicator.levels:
                cell = (indicator.code, level)
                if cell not in year.figures:
                    continue
                value = year.figures[cell]
                yield {
                    "institution_code": institution.code,
                    "institution": institution.name,
                    "school_year": f"{year.year}-{year.year + 1}",
                    "indicator": indicator.code,
                    "indicator_name": _full_name(indicator.code),
                    "level": str(level),
                    "level_name": str(Level(level).label),
                    "value": None if value is None else int(value) if value == int(value) else float(value),
                    "unit": str(Unit(indicator.unit).label),
                    "source": "members" if year.source == MEMBERS else "own",
                    "reported": year.reported,
                    "expected": year.expected,
                }


def _full_name(code: str) -> str:
    indicator = by_code()[code]
    return f"{by_code()[indicator.part_of].name} – {indicator.name}" if indicator.part_of else indicator.name


def years_in(series: Series) -> list[YearFigures]:
    return sorted([*series.own, *series.members], key=lambda year: (year.year, year.source == MEMBERS))


def answer(
    request: HttpRequest,
    *,
    page: Any,
    institution: Institution,
    years: list[YearFigures],
    kind: str,
    now: datetime | None = None,
) -> HttpResponse:
    """All figures of a page in one of FORMATS."""
    moment = timezone.localtime(now)
    if kind == "json":
        body = _json(request, page, institution, years, moment)
    else:
        body = table_bytes(_table(institution, years), kind)
    name = f"so-lieu-{institution.code.lower().replace('.', '-')}-{moment:%Y%m%d}.{kind}"
    name = "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter in ".-_"))
    return public_response(body, kind=kind, name=name)


def _table(institution, years) -> list[list[Any]]:
    names = headings()
    return [list(names.values()), *([row[name] for name in names] for row in rows(institution, years))]


def _json(request, page, institution, years, moment) -> bytes:
    items = list(rows(institution, years))
    sources = {year.year: source_for(year.year).number for year in years}
    found = origin(request, page, TERMS, moment) | {
        "indicators_by": {f"{year}-{year + 1}": number for year, number in sorted(sources.items())},
        "columns": {name: str(text) for name, text in headings().items()},
        "count": len(items),
        "items": items,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()
