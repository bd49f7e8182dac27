"""The publication guard on the desk: what waits for the reviewer, and what became of a person's own uploads."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from privacy.guard.deciding import checks_for
from privacy.models import GuardCheck, GuardState


class GuardPart:
    """Files and pages that wait for whoever protects personal information; one query for rows and number, one for the duties."""

    name, order, title = "guard", 102, _("Lists of people that wait for your decision")
    template_name = "editorial/desk/guard.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        found = checks_for(desk.user).filter(state=GuardState.WAITING)
        if desk.selected:
            found = found.filter(institution=desk.selected)
        rows = [row for row in found[: SHOWN * 12] if desk.user.pk not in row.authors]
        if not rows:
            return None
        return {"count": len(rows), "rows": rows[:SHOWN], "is_reviewer": True}


class OwnUploadsPart:
    """A person's own files and pages that were stopped or refused; one query."""

    name, order, title = "guard_own", 112, _("Your files and pages that were stopped")
    template_name = "editorial/desk/guard.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        states = (GuardState.WAITING, GuardState.REFUSED, GuardState.READING)
        found = GuardCheck.objects.filter(uploaded_by=desk.user, state__in=states).select_related(
            "institution"
        )
        if desk.selected:
            found = found.filter(institution=desk.selected)
        rows = list(found[:SHOWN])
        return {"count": len(rows), "rows": rows, "is_reviewer": False} if rows else None


PARTS = (GuardPart(), OwnUploadsPart())
