"""What the screens of the register share."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from network.models import Institution
from privacy.choices import RegisterAct
from privacy.duties import Duty, duties_of, may
from privacy.models import Notice, ProcessingActivity
from privacy.register.forms import add_errors
from privacy.register.selectors import register_institutions
from privacy.services.approval import WRITING, RefusedError, approver_ids, writers_since_approval


def keeps_a_register(user) -> bool:
    """Whether a person keeps or approves the register of some institution."""
    return any(duty in (Duty.REVIEW, Duty.APPROVE) for _pk, duty in duties_of(user))


class RegisterBaseView(WagtailAdminTemplateMixin, View):
    """A screen for those who answer for personal information; another institution's does not exist for them."""

    header_icon = "lock"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not keeps_a_register(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def find_institution(self, pk: int) -> Institution:
        return get_object_or_404(register_institutions(self.request.user).select_related("site"), pk=pk)

    def find(self, rows, pk: int):
        """An object of an institution whose register the person keeps."""
        own = register_institutions(self.request.user)
        found = get_object_or_404(rows.filter(institution__in=own).select_related("institution__site"), pk=pk)
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

    def get_breadcrumbs_items(self):
        listing = {"url": reverse("privacy_register"), "label": _("Personal information")}
        return [*self.breadcrumbs_items, listing, *self.trail(), {"url": "", "label": self.get_page_title()}]

    @cached_property
    def may_approve_here(self) -> bool:
        return may(self.request.user, Duty.APPROVE, self.shown)

    def fail(self, error: Exception, form=None) -> None:
        """Tell what a service refused, beside the fields where there is a form."""
        if form is not None and isinstance(error, ValidationError):
            add_errors(form, error)
            messages.error(self.request, _("Nothing was saved: correct the fields that are marked."))
            return
        words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        messages.error(self.request, words)

    def done(self, words: str) -> None:
        messages.success(self.request, words)


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
