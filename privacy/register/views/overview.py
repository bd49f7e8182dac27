"""The register over institutions: one's own, one site, and the members of an authority."""

from __future__ import annotations

from typing import Any

from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from privacy.choices import ActivityStatus
from privacy.duty_views import InstitutionsView, MembersMixin
from privacy.models import (
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    Purpose,
    Recipient,
    TransferAgreement,
)
from privacy.register.selectors import AHEAD, holding_notices, register_states
from privacy.register.views.base import RegisterBaseView


class RegisterView(InstitutionsView):
    """The institutions whose register a person keeps, each with what it wants. Straight to the only one."""

    page_title = _("Personal information")
    template_name = "privacy/register/list.html"
    site_url = "privacy_register_site"

    def get(self, request, *args, **kwargs):
        own = list(self.institutions().active().values_list("pk", flat=True)[:2])
        if len(own) == 1:
            return redirect("privacy_register_site", own[0])
        return super().get(request)

    def standings(self, institutions):
        return register_states([i.pk for i in institutions], on=timezone.localdate())


class MembersView(MembersMixin, InstitutionsView):
    """How the members of an authority stand."""

    page_title = _("Personal information of the members")
    template_name = "privacy/register/list.html"
    site_url = "privacy_register_site"
    listing = {"url": reverse_lazy("privacy_register"), "label": _("Personal information")}

    def standings(self, institutions):
        return register_states([i.pk for i in institutions], on=timezone.localdate())


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
