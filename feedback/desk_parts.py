"""Feedback on the desk: numbers only, and only for those who may open it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from feedback.choices import CaseState
from feedback.policies import desk_institutions
from feedback.selectors import waiting_of


class FeedbackPart:
    """How much waits and since when; nothing of what people wrote, nor who."""

    name, order, title = "feedback", 300, _("Feedback waiting")
    template_name = "feedback/desk_part.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = [i for i in desk.scope if i.pk in desk_institutions(desk.user)]
        waiting = waiting_of([i.pk for i in mine]) if mine else {}
        if not waiting:
            return None
        rows = sorted(
            ((i, *waiting[i.pk]) for i in mine if i.pk in waiting), key=lambda row: (row[2], row[0].pk)
        )
        return {
            "count": sum(number for _institution, number, _oldest in rows),
            "oldest": rows[0][2],
            "rows": rows[:SHOWN],
            "url": f"{reverse('feedback_desk')}?state={CaseState.RECEIVED}",
        }
