"""Figures that are missing, on the desk of a board: the years of one's own site, and how many members lack some."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.desk import SHOWN, Desk
from network.models import Institution
from sections.models import StatisticsPage, StatisticsRollUp
from sections.section_pages import section_pages_on
from sections.statistics.numbers import school_year_text
from sections.statistics.selectors import FiguresState, figures_state, first_years
from sections.statistics.years import latest_asked

KEYS = ("W8.8", "W9.9")


def first_of(desk: Desk) -> dict[int, int]:
    """``first_years`` of the institutions in scope, read once for all parts of a desk."""
    return desk.once("sections.first_years", lambda: first_years(desk.scope))


def figures_on(desk: Desk) -> dict[int, FiguresState]:
    """``figures_state`` of the institutions in scope, read once for all parts of a desk."""
    day = timezone.localdate(desk.now)
    return desk.once("sections.figures", lambda: figures_state(desk.scope, on=day, first=first_of(desk)))


class FiguresPart:
    """The same number of queries at any number of institutions. An authority is not asked for figures of its own: it is shown
    how many of its members have published the latest year."""

    name, order, title = "figures", 62, _("Figures")
    template_name = "sections/desk/figures.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        held = [one for one in desk.scope if one.pk in desk.held()]
        day = timezone.localdate(desk.now)
        schools = [one for one in held if not one.is_authority]
        missing = {one.pk: figures_on(desk)[one.pk].missing for one in schools}
        lacking = [one for one in schools if missing[one.pk]]
        places = section_pages_on(desk) if lacking else {}
        rows = [
            {
                "institution": one if desk.names_institutions else None,
                "years": ", ".join(school_year_text(year) for year in missing[one.pk]),
                "count": len(missing[one.pk]),
                "url": _form_for(one, places),
            }
            for one in lacking[:SHOWN]
        ]
        members = self._members([one for one in held if one.is_authority and one.numchild], latest_asked(day))
        if not rows and not members:
            return None
        return {"rows": rows, "members": members, "count": len(lacking)}

    def _members(self, authorities: list[Institution], year: int) -> list[dict[str, Any]]:
        if not authorities:
            return []
        sums = StatisticsRollUp.objects.filter(institution__in=authorities, school_year=year)
        found = {rollup.institution_id: rollup for rollup in sums}
        return [
            {
                "institution": one,
                "year": school_year_text(year),
                "reported": found[one.pk].reported if one.pk in found else 0,
                "expected": found[one.pk].expected if one.pk in found else None,
                "url": reverse("statistics_completeness", args=[one.pk]),
            }
            for one in authorities
        ]


def _form_for(institution: Institution, places: dict[tuple[int, str], Page]) -> str:
    """Address of the form for another year below the section."""
    meta = StatisticsPage.item_model()._meta
    page = next((places[institution.pk, key] for key in KEYS if (institution.pk, key) in places), None)
    return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, page.pk]) if page else ""
