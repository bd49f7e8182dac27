"""The register over institutions: one's own, one site, and the members of an authority."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from privacy.choices import ActivityStatus
from privacy.duties import Duty, institutions_with
from privacy.models import (
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    Purpose,
    Recipient,
    TransferAgreement,
)
from privacy.register.selectors import AHEAD, holding_notices, register_institutions, register_states
from privacy.register.views.base import RegisterBaseView

PER_PAGE = 50


class RegisterView(RegisterBaseView):
    """The institutions whose register a person keeps, each with what it wants. Straight to the only one."""

    page_title = _("Personal information")
    template_name = "privacy/register/list.html"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def rows(self):
        return register_institutions(self.request.user)

    def get(self, request, *args, **kwargs):
        own = list(self.rows().active().values_list("pk", flat=True)[:2])
        if len(own) == 1:
            return redirect("privacy_register_site", own[0])
        return super().get(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = self.request.GET.get("q", "").strip()
        found = self.rows().active().order_by("path")
        if words:
            found = found.named_like(words)
        paginator = Paginator(found, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        states = register_states([i.pk for i in page.object_list], on=timezone.localdate())
        return super().get_context_data(**kwargs) | {
            "words": words,
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "rows": [{"institution": i, "state": states[i.pk]} for i in page.object_list],
            "links": True,
        }


class MembersView(RegisterView):
    """How the members of an authority stand: numbers only, nothing that people sent, no way into a member's register."""

    page_title = _("Personal information of the members")

    def dispatch(self, request, *args, **kwargs):
        if not self.rows_for(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def rows_for(self, user):
        return institutions_with(user, Duty.OVERSEE)

    def rows(self):
        return self.rows_for(self.request.user)

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"links": False}


class SiteRegisterView(RegisterBaseView):
    """The register of one institution."""

    template_name = "privacy/register/site.html"

    def get_page_title(self):
        return self.shown.name

    def trail(self):
        return []

    def get(self, request, institution_id: int):
        self.shown = self.find_institution(institution_id)
        return super().get(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution, today = self.shown, timezone.localdate()
        activities = ProcessingActivity.objects.filter(institution=institution)
        draft = Notice.objects.filter(institution=institution, published_at=None).defer("body").first()
        holding = holding_notices(institution)
        agreements = {
            "transfers": TransferAgreement.objects.open(today)
            .filter(institution=institution)
            .select_related("recipient"),
            "processors": Processor.objects.open(today).filter(institution=institution),
        }
        with_agreement = set(
            TransferAgreement.objects.running(today)
            .filter(institution=institution)
            .values_list("recipient_id", flat=True)
        )
        recipients = list(Recipient.objects.filter(institution=institution))
        asked = set(
            Purpose.recipients.through.objects.filter(
                purpose__institution=institution, purpose__is_active=True, recipient__is_active=True
            ).values_list("recipient_id", flat=True)
        )
        for recipient in recipients:
            recipient.has_agreement = recipient.pk in with_agreement
            recipient.is_asked = recipient.pk in asked
        return super().get_context_data(**kwargs) | {
            "institution": institution,
            "state": register_states([institution.pk], on=today)[institution.pk],
            "activities": [a for a in activities if a.status != ActivityStatus.CLOSED],
            "ended": [a for a in activities if a.status == ActivityStatus.CLOSED],
            "holding": holding,
            "draft": draft,
            "recipients": recipients,
            "officers": PrivacyOfficer.objects.filter(institution=institution).select_related("user"),
            "today": today,
            "soon": today + AHEAD,
            "may_appoint": self.may_approve_here,
            "oversees": institution.is_authority,
            **agreements,
        }
