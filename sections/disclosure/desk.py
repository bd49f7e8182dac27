"""What is due and missing on the desk of a board, and how many members lack something on that of an authority."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.desk import SHOWN, Desk
from network.models import Institution
from network.selectors import in_tree
from sections.disclosure.choices import LACKING, Status
from sections.disclosure.selectors import over_due, states_by_institution
from sections.disclosure.states import State
from sections.models import DisclosureRecord
from sections.section_pages import section_pages_on
from sections.statistics.desk import first_of

KEYS = ("W8.5", "W9.7")


def reports_on(desk: Desk) -> dict[int, list[State]]:
    """``states_by_institution`` of those in scope, read once for all parts of a desk."""
    day = timezone.localdate(desk.now)
    return desk.once(
        "sections.disclosure", lambda: states_by_institution(desk.scope, on=day, first=first_of(desk))
    )


class DisclosurePart:
    """At most five queries at any number of institutions; nothing is shown where nothing is due."""

    name, order, title = "disclosure", 61, _("Public disclosure")
    template_name = "sections/desk/disclosure.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        held = [one for one in desk.scope if one.pk in desk.held()]
        if not held:
            return None
        day = timezone.localdate(desk.now)
        states = reports_on(desk)
        open_ = []
        for one in held:
            lacking = [state for state in states[one.pk] if state.status in LACKING]
            soon = [state for state in states[one.pk] if state.status == Status.SOON]
            if lacking or soon:
                open_.append((one, lacking, soon))
        places = section_pages_on(desk) if open_ else {}
        rows = [
            {
                "institution": one if desk.names_institutions else None,
                "lacking": len(lacking),
                "soon": len(soon),
                "day": soon[0].item.last_day(soon[0].period) if soon else None,
                "url": _screen_of(one, places),
            }
            for one, lacking, soon in open_[:SHOWN]
        ]
        members = _members([one for one in held if one.is_authority and one.numchild][:SHOWN], day)
        if not rows and not members:
            return None
        return {"rows": rows, "members": members, "count": sum(row["lacking"] for row in rows)}


def _members(authorities: list[Institution], day: date) -> list[dict[str, Any]]:
    """For each authority how many of the reports whose day is over are on the sites of its members; two grouped queries."""
    if not authorities:
        return []
    facilities = Institution.objects.active().facilities().order_by().values_list("type")
    types = {row[0]: row[1:] for row in facilities.annotate(**_counts(authorities, ""))}
    records = (
        DisclosureRecord.objects.filter(
            withdrawn_on=None,
            period__gte=day.year - 3,
            institution__kind="facility",
            institution__status="active",
        )
        .order_by()
        .values_list("institution__type", "item", "period")
        .annotate(**_counts(authorities, "institution__"))
    )
    posted = {row[:3]: row[3:] for row in records}
    rows = []
    for place, authority in enumerate(authorities):
        found = expected = 0
        for type_, numbers in types.items():
            for item, period in over_due(type_, on=day):
                expected += numbers[place]
                have = posted.get((type_, item.key, period))
                found += min(numbers[place], have[place]) if have else 0
        if expected:
            url = reverse("disclosure_members", args=[authority.pk])
            rows.append({"institution": authority, "posted": found, "expected": expected, "url": url})
    return rows


def _counts(authorities: list[Institution], prefix: str) -> dict[str, Count]:
    """One count an authority, of what lies in its tree."""
    return {
        f"below_{place}": Count(
            "pk", filter=Q(**{f"{prefix}{name}": value for name, value in in_tree(authority).items()})
        )
        for place, authority in enumerate(authorities)
    }


def _screen_of(institution: Institution, places: dict[tuple[int, str], Page]) -> str:
    """Address of the screen of the section."""
    page = next((places[institution.pk, key] for key in KEYS if (institution.pk, key) in places), None)
    return reverse("disclosure_reports", args=[page.pk]) if page else ""
