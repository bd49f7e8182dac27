"""Makers of figures."""

from __future__ import annotations

from decimal import Decimal

from editorial.services.guard import system_publication
from sections.models import StatisticsPage, StatisticsYearPage
from sections.statistics.choices import Level
from sections.statistics.figures import figures_put
from tests.factories import section_of

P = Level.PRIMARY
FIGURES = {("classes", P): 20, ("pupils", P): 600, ("pupils_female", P): 290, ("teachers", P): 30}


def make_year(institution, year=2025, figures=None, *, live=True, **fields):
    section = section_of(institution, StatisticsPage)
    page = StatisticsYearPage(
        school_year=year,
        author_name="Văn phòng",
        source_name=institution.name,
        live=live,
        locale=section.locale,
        **fields,
    )
    figures_put(page, {cell: None if v is None else Decimal(v) for cell, v in (figures or FIGURES).items()})
    with system_publication(reason="test"):
        section.add_child(instance=page)
        if live:
            page.save_revision().publish()
    return page
