"""What the sections of this package say of their data sets."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from network.selectors import institution_for_page
from sections import models
from sections.opendata.registry import DataField, DataSet, Frequency, Records, register_dataset
from sections.statistics.downloads import headings, rows, years_in
from sections.statistics.overview import series_of

NUMBERS = {"value", "reported", "expected"}


def statistics_fields() -> list[DataField]:
    return [
        DataField(name, label, "number" if name in NUMBERS else "string")
        for name, label in headings().items()
    ]


def statistics_records(page: Any, request: HttpRequest) -> Records:
    """One record a figure; narrowed by `school_year` (2025 or 2025-2026), `indicator`, `level`, `source`."""
    institution = institution_for_page(page)
    found = list(rows(institution, years_in(series_of(institution)))) if institution else []
    for name in ("indicator", "level", "source"):
        if wanted := request.GET.get(name):
            found = [row for row in found if row[name] == wanted]
    if wanted := request.GET.get("school_year"):
        found = [row for row in found if row["school_year"].startswith(wanted[:4])]
    return Records(len(found), lambda start, end: found[start:end])


def statistics_parameters() -> dict[str, str]:
    names = headings()
    return {name: names[name] for name in ("school_year", "indicator", "level", "source")}


def register_all() -> None:
    register_dataset(
        DataSet(
            name="statistics",
            section=models.StatisticsPage,
            description=_(
                "Schools, classes, pupils, staff and facilities of each school year, by level; an authority adds up what its"
                " members report and says how many of them did."
            ),
            keywords=(_("statistics"), _("pupils"), _("teachers"), _("schools")),
            frequency=Frequency.ANNUAL,
            fields=statistics_fields,
            records=statistics_records,
            parameters=statistics_parameters,
        )
    )
    register_dataset(
        DataSet(
            name="documents",
            section=models.DocumentIndexPage,
            description=_("Documents with number and symbol, type, issuer, signer, dates, status and files."),
            keywords=(_("documents"), _("regulations")),
            frequency=Frequency.CONTINUOUS,
        )
    )
    register_dataset(
        DataSet(
            name="procedures",
            section=models.ProceduresPage,
            description=_(
                "Administrative procedures with their codes, fields, time limits, fees and online service levels."
            ),
            keywords=(_("administrative procedures"), _("public services")),
            frequency=Frequency.IRREGULAR,
        )
    )
