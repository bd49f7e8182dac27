"""Feedback on the desk: numbers only, and only for those who may open it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from feedback.choices import CaseState
from feedback.policies import desk_institutions
from feedback.selectors.cases import boards_of, desk_numbers
from feedback.selectors.usefulness import useful_rows
from privacy.flood import breaks_of

PERIOD = timedelta(days=90)


class FeedbackPart:
    """How much waits and since when, what is overdue, kept apart or given to the person, which form takes a break; nothing of
    what people wrote, nor who."""

    name, order, title = "feedback", 300, _("Feedback waiting")
    template_name = "feedback/desk_part.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = [i for i in desk.scope if i.pk in desk_institutions(desk.user)]
        own = desk.scope_ids & boards_of(desk.user)
        found = desk_numbers(desk.user, {i.pk for i in mine} | own, timezone.localdate(desk.now))
        numbers = [(i, found[i.pk]) for i in mine if i.pk in found]
        overdue, apart = sum(n.overdue for _i, n in numbers), sum(n.apart for _i, n in numbers)
        given = sum(found[pk].given for pk in own if pk in found)
        breaks = list(breaks_of([i.pk for i in mine], now=desk.now)) if mine else []
        waiting = [(i, n.waiting, n.oldest) for i, n in numbers if n.waiting]
        if not (waiting or given or breaks or overdue or apart):
            return None
        rows = sorted(waiting, key=lambda row: (row[2], row[0].pk))
        address = reverse("feedback_desk")
        return {
            "overdue": overdue,
            "apart": apart,
            "count": sum(number for _institution, number, _oldest in rows),
            "oldest": rows[0][2] if rows else None,
            "rows": rows[:SHOWN],
            "given": given,
            "breaks": breaks,
            "url": f"{address}?state={CaseState.RECEIVED}" if rows else address,
            "overdue_url": f"{address}?state=overdue",
            "apart_url": f"{address}?apart=1",
        }


class UsefulPart:
    """The pages that readers do not find useful."""

    name, order, title = "useful", 320, _("Pages that readers did not find useful")
    template_name = "feedback/desk_useful.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = [i for i in desk.scope if i.pk in desk.held()]
        if not mine:
            return None
        poor = [
            row
            for row in useful_rows(mine, timezone.localdate(desk.now) - PERIOD)
            if row.is_poor and row.page
        ]
        if not poor:
            return None
        return {"count": len(poor), "rows": poor[:SHOWN], "url": reverse("feedback_useful")}
