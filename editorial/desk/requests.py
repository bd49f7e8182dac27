"""Requests about personal information on the desk of who answers for them: numbers and days, nobody in them (P7)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.desk import Desk, register
from privacy.duties import Duty, institutions_with
from privacy.rights.selectors import desk_numbers


class RequestsPart:
    """How many wait, how many are overdue, and until when the next one is due; two queries. Zero overdue is shown too, as long
    as something waits."""

    name, order, title = "privacy_requests", 102, _("Requests about personal information")
    template_name = "editorial/desk/requests.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = institutions_with(desk.user, Duty.REVIEW).filter(pk__in=desk.scope_ids)
        numbers = desk_numbers(mine, desk.now)
        if not (numbers.waiting or numbers.revisions):
            return None
        return {
            "count": numbers.waiting,
            "numbers": numbers,
            "url": reverse("privacy_requests"),
            "revisions_url": reverse("privacy_revisions"),
        }


def register_part() -> None:
    register(RequestsPart())
