"""What the screens of the register share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from network.models import Institution
from privacy.choices import RegisterAct
from privacy.duties import Duty, may
from privacy.duty_views import DutyView
from privacy.models import Notice, ProcessingActivity
from privacy.register.forms import add_errors
from privacy.services.approval import WRITING, RefusedError, approver_ids, writers_since_approval


class RegisterBaseView(DutyView):
    """A screen of the register; `shown` is the institution that it is about."""

    shown: Institution

    def find(self, rows, **lookup: Any):
        found = super().find(rows.select_related("institution__site"), **lookup)
        self.shown = found.institution
        return found

    def trail(self) -> list[dict[str, Any]]:
        if institution := getattr(self, "shown", None):
            return [
                {
                    "url": reverse("privacy_register_site", args=[institution.pk]),
                    "label": institution.name,
                }
            ]
        return []

    @property
    def listing(self) -> dict[str, Any]:
        return {"url": reverse("privacy_register"), "label": _("Personal information")}

    @cached_property
    def may_approve_here(self) -> bool:
        return may(self.request.user, Duty.APPROVE, self.shown)

    def fail(self, error: Exception, form=None) -> None:
        """Tell what a service refused, beside the fields where there is a form."""
        if form is not None and isinstance(error, ValidationError):
            add_errors(form, error)
            messages.error(self.request, _("Nothing was saved: correct the fields that are marked."))
            return
        super().fail(error)


REFUSALS = (RefusedError, ValidationError)


def approval_of(entry: ProcessingActivity | Notice, user) -> dict[str, Any]:
    """Who may decide on an entry that waits, and whether this person may: ``{approvers, may_decide, is_writer}``;
    where it does not wait, the reason for which it came back: ``returned``."""
    if not entry.is_waiting:
        last = entry.events.exclude(act__in=WRITING).first()
        returned = last.note if last and last.act == RegisterAct.RETURNED else ""
        return {"approvers": 0, "may_decide": False, "is_writer": False, "returned": returned}
    writers = writers_since_approval(entry)
    ids = approver_ids(entry.institution, writers)
    return {"approvers": len(ids), "may_decide": user.pk in ids, "is_writer": user.pk in writers}
