"""What the head published at once and nobody else has looked at yet."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole, PublicationKind
from editorial.desk import SHOWN, Desk, register
from editorial.models import Publication
from editorial.services.emergency import LOOK_WITHIN


class EmergencyPart:
    """For editors and chief editors; one query. Late is what waits for more than a day."""

    name, order, title = "emergency", 12, _("Published at once: look at it")
    template_name = "editorial/desk/emergency.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        boards = desk.held(BoardRole.EDITOR, BoardRole.CHIEF)
        if not boards:
            return None
        found = Publication.objects.filter(
            institution__in=boards, kind=PublicationKind.EMERGENCY, appraised_at__isnull=True
        ).exclude(approved_by=desk.user)
        rows = list(found.select_related("institution").order_by("approved_at", "pk")[: SHOWN + 1])
        for row in rows:
            row.is_late = row.approved_at + LOOK_WITHIN < desk.now
            row.due_at = row.approved_at + LOOK_WITHIN
        return {"rows": rows[:SHOWN], "count": len(rows), "named": desk.names_institutions} if rows else None


def register_part() -> None:
    register(EmergencyPart())
