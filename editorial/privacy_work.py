"""What ``privacy`` asks of the boards beside their duties: who works where, and what stands on their desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial import publication_rules
from editorial.desk import SHOWN, Desk
from editorial.desk import register as register_part
from editorial.models import BoardGroup
from editorial.selectors import board_roles
from network.selectors import institution_for_page
from privacy.duties import Duty, ids_with
from privacy.inspection import staff
from privacy.inspection.selectors import standings_of
from privacy.models import AbstractFormPage
from privacy.services.assessments import blocked_codes


def _people_of(institution_ids: Iterable[int]) -> list[tuple[int, int]]:
    rows = BoardGroup.objects.filter(institution__in=list(institution_ids), group__user__is_active=True)
    return list(rows.values_list("institution_id", "group__user").distinct())


STAFF = staff.Staff(
    people_of=_people_of, institutions_of=lambda user: {pk for pk, _role in board_roles(user)}
)


def read_on(desk: Desk) -> dict[tuple[int, int], bool]:
    """``staff.who_has_read`` of the institutions in scope, read once for all parts of a desk."""
    return desk.once("privacy.read", lambda: staff.who_has_read(desk.scope_ids, desk.now))


class InspectionPart:
    """For those who answer for personal information: overdue is zero or it stands here, and what of inspection is due."""

    name, order, title = "privacy-inspection", 330, _("Protection of personal information")
    template_name = "privacy/inspection/desk_part.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = ids_with(desk.user, Duty.REVIEW, Duty.APPROVE)
        scope = [i for i in desk.scope if i.pk in mine]
        if not scope:
            return None
        standings = standings_of([i.pk for i in scope], desk.now, read=read_on(desk))
        values = standings.values()
        due = sorted((s.due_on, i.pk, i) for i in scope if (s := standings[i.pk]).due_on)
        return {
            "count": sum(s.retention.overdue for s in values) + len(due) + sum(s.incidents for s in values),
            "overdue": sum(s.retention.overdue for s in values),
            "held": sum(s.retention.held for s in values),
            "surveys": sum(s.retention.surveys for s in values),
            "packages": sum(s.retention.packages for s in values),
            "incidents": sum(s.incidents for s in values),
            "late": sum(s.late for s in values),
            "unread": sum(s.unread for s in values),
            "due": [(day, i) for day, _pk, i in due[:SHOWN]],
            "more": max(len(due) - SHOWN, 0),
            "retention_url": reverse("privacy_retention"),
            "inspection_url": reverse("privacy_inspection"),
            "incidents_url": reverse("privacy_incidents"),
        }


class ReadPart:
    """For everybody on a board: the regulation on personal information is to be read."""

    name, order, title = "privacy-read", 340, _("Read the regulation on personal information")
    template_name = "privacy/inspection/desk_read.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        held = [i for i in desk.scope if any(pk == i.pk for pk, _role in desk.roles)]
        missing = set(staff.missing_in(read_on(desk), desk.user)) if held else set()
        if not missing:
            return None
        rows = [i for i in held if i.pk in missing]
        return {
            "count": len(rows),
            "rows": rows[:SHOWN],
            "url": reverse("privacy_read"),
        }


PARTS = (InspectionPart(), ReadPart())

ASSESS_FIRST = _(
    "Something about this form has changed: it goes onto the site anew when the assessment of personal information is done "
    "(“Personal information”, “Inspection”; circular 25/2010, article 15.3)."
)


def publication_refusal(page) -> str | Promise | None:
    """Rule of publication: a form whose purposes, recipients, periods or fields changed waits for the assessment (P15)."""
    if not isinstance(page, AbstractFormPage):
        return None
    institution = institution_for_page(page)
    if institution is None or page.form_code not in blocked_codes(institution):
        return None
    return ASSESS_FIRST


def register() -> None:
    """Called once, by the app's ``ready()``."""
    staff.register(STAFF)
    publication_rules.register("privacy.assessment", publication_refusal, publication_rules.Stage.PUBLISH)
    for part in PARTS:
        register_part(part)
