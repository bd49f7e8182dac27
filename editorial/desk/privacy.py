"""What the desk says of personal information: what waits for approval, what has changed since, which agreements run out."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk, register
from privacy.duties import Duty, ids_with
from privacy.register.selectors import expiring_agreements, unsettled_entries


class PrivacyRegisterPart:
    """For those who keep or approve a register. Four queries at the most, at any number of rows."""

    name, order, title = "privacy_register", 106, _("Register of personal information")
    template_name = "editorial/desk/privacy.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        kept = ids_with(desk.user, Duty.REVIEW, Duty.APPROVE)
        ids = [i.pk for i in desk.scope if i.pk in kept]
        if not ids:
            return None
        waiting, outdated = unsettled_entries(ids)
        agreements = expiring_agreements(ids, on=timezone.localdate(desk.now))
        if not (waiting or outdated or agreements):
            return None
        return {
            "count": len(waiting) + len(outdated) + len(agreements),
            "waiting": waiting[:SHOWN],
            "outdated": outdated[:SHOWN],
            "agreements": agreements[:SHOWN],
            "today": timezone.localdate(desk.now),
        }


def register_part() -> None:
    """Called by the app's ``ready()``."""
    register(PrivacyRegisterPart())
