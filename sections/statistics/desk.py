"""Figures that are missing, on the desk of a board: the years of one's own site, and how many members lack some."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.desk import SHOWN, Desk
from network.models import Institution
from sections.models import SectionSlot, StatisticsPage, StatisticsRollUp
from sections.statistics.numbers import school_year_text
from sections.statistics.selectors import figures_state, first_years
from sections.statistics.years import latest_asked

KEYS = ("W8.8", "W9.9")


def first_of(desk: Desk) -> dict[int, int]:
    """``first_years``, read once for all parts of a desk."""
    if "sections.first_years" not in desk.shared:
        desk.shared["sections.first_years"] = first_years()
    return desk.shared["sections.first_years"]


class FiguresPart:
    """Six queries at any number of institutions. An authority is not asked for figures of its own: it is shown how many of
    its members have published the latest year."""

    name, order, title = "figures", 62, _("Figures")
    template_name = "sections/desk/figures.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        held = [one for one in desk.scope if one.pk in desk.held()]
        day = timezone.localdate(desk.now)
        schools = [one for one in held if not one.is_authority]
        states = figures_state(schools, on=day, first=first_of(desk)) if schools else {}
        missing = {pk: state.missing for pk, state in states.items()}
        lacking = [one for one in schools if missing[one.pk]]
        places = _sections(lacking[:SHOWN])
        rows = [
            {
                "institution": one if desk.names_institutions else None,
                "years": ", ".join(school_year_text(year) for year in missing[one.pk]),
                "count": len(missing[one.pk]),
                "url": places.get(one.pk, ""),
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


def _sections(institutions: list[Institution]) -> dict[int, str]:
    """Institution → address of the form for another year."""
    slots = SectionSlot.objects.filter(institution__in=institutions, key__in=KEYS)
    keys = dict(slots.values_list("translation_key", "institution_id"))
    pages = Page.objects.filter(translation_key__in=keys, locale__language_code="vi")
    meta = StatisticsPage.item_model()._meta
    return {
        keys[key]: reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, pk])
        for pk, key in pages.values_list("pk", "translation_key")
    }
