"""Built forms on the desk: those that the board has finished and that wait for the register."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from feedback.models import FAMILY, BoardFormPage
from privacy.models import ProcessingActivity


class WaitingFormsPart:
    """Why a form that the board agreed to is not on the site yet: its processing of personal information waits for approval.
    Two queries at any number of forms."""

    name, order, title = "board_forms", 315, _("Forms that wait for the register")
    template_name = "feedback/desk/board_forms.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = desk.held()
        if not mine:
            return None
        after = FAMILY[:-1] + chr(ord(FAMILY[-1]) + 1)
        waiting = list(
            ProcessingActivity.objects.filter(
                institution__in=mine, code__gte=FAMILY, code__lt=after, submitted_at__isnull=False
            )
            .select_related("institution")
            .order_by("submitted_at", "pk")
        )
        if not waiting:
            return None
        shown = waiting[:SHOWN]
        keys = {UUID(activity.code.removeprefix(FAMILY)): activity.code for activity in shown}
        pages = BoardFormPage.objects.filter(translation_key__in=keys).order_by("-pk")
        by_code = {keys[key]: pk for key, pk in pages.values_list("translation_key", "pk")}
        rows = [(activity, by_code.get(activity.code)) for activity in shown]
        return {"count": len(waiting), "rows": rows, "url": reverse("board_forms")}
