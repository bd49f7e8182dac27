"""The sections of this package, and the rules that stand in them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enrolment.campaigns.listings import CAMPAIGNS, NOTICES
from sections import tree
from sections.models import AbstractRulePage, RecordSection
from sections.models.record_sections import Register
from sections.registers.calendar import CALENDAR
from sections.registers.choices import CertificateRule, ExaminationRule
from sections.registers.listings import rules_listing

EXAMINATION_RULES = rules_listing("enrolment.ExaminationRulePage", ExaminationRule, "quy-dinh-thi")
CERTIFICATE_RULES = rules_listing("enrolment.CertificateRulePage", CertificateRule, "quy-dinh-van-bang")


class OnlineAdmissionPage(RecordSection):
    """Online admission: the campaigns in which children apply (W8.4c, W9.4), with a calendar to subscribe to."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["enrolment.CampaignPage", "sections.InformationPage"]
    registers = (Register("", _("Campaigns of admission"), CAMPAIGNS, feed="dot-tuyen-sinh"),)
    listing = CAMPAIGNS
    template = "enrolment/campaigns/online.html"

    class Meta:
        verbose_name = _("online admission")
        verbose_name_plural = _("online admission")

    def serve(self, request, *args, **kwargs):
        if request.GET.get("format") == CALENDAR:
            return type(self).calendar_of(self.items().order_by("-opens_at", "pk"), request, name=self.title)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        return (
            super().get_context(request, *args, **kwargs)
            | {"calendar_url": f"{request.path}?format={CALENDAR}"}
            | type(self).campaigns_of(self, request)
        )

    @staticmethod
    def campaigns_of(page: OnlineAdmissionPage, request) -> dict:
        """The campaigns of the site and those that concern it; set by ``enrolment.campaigns`` when the application starts."""
        raise NotImplementedError

    @staticmethod
    def calendar_of(pages, request, *, name: str):
        """The phases of campaigns as iCalendar; set by ``enrolment.campaigns`` when the application starts."""
        raise NotImplementedError


class EnrolmentPage(RecordSection):
    """Enrolment: plan, notice, list of participants (W9.8)."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["enrolment.AdmissionNoticePage", "sections.InformationPage"]
    registers = (Register("", _("Plans and notices of admission"), NOTICES, feed="tuyen-sinh"),)
    listing = NOTICES
    template = "enrolment/campaigns/enrolment.html"

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolment")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).campaigns_of(self, request)

    @staticmethod
    def campaigns_of(page: EnrolmentPage, request) -> dict:
        """The campaigns that concern the site; set by ``enrolment.campaigns`` when the application starts."""
        raise NotImplementedError


class ExaminationResultsPage(RecordSection):
    """Scores and examination results: examinations with their look-up, and the rules of each (W8.11)."""

    personal_data = tree.SECTION_DATA

    subpage_types = [
        "enrolment.ExaminationRulePage",
        "enrolment.ExaminationPage",
        "sections.InformationPage",
    ]
    registers = (Register("", _("Rules of examinations"), EXAMINATION_RULES, feed="quy-che-thi"),)
    listing = EXAMINATION_RULES
    template = "enrolment/results/section.html"

    class Meta:
        verbose_name = _("examination results")
        verbose_name_plural = _("examination results")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {
            "examinations": type(self).examinations_of(self)
        }

    @staticmethod
    def examinations_of(page: ExaminationResultsPage) -> list:
        """The published examinations, the newest first; set by ``enrolment.registration`` when the application starts."""
        raise NotImplementedError


class ExaminationRulePage(AbstractRulePage):
    """A rule of an examination: registration, schedule, results, review of marks (W8.11)."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("rule", "subject"),
        max_length=12,
        choices=ExaminationRule.choices,
        default=ExaminationRule.REGULATION,
    )

    parent_page_types = ["enrolment.ExaminationResultsPage"]

    class Meta:
        verbose_name = _("rule of an examination")
        verbose_name_plural = _("rules of examinations")


class CertificatesPage(RecordSection):
    """Issuance of certificates and degrees, with its rules (W8.12)."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["enrolment.CertificateRulePage", "sections.InformationPage"]
    registers = (Register("", _("Rules on certificates and degrees"), CERTIFICATE_RULES, feed="van-bang"),)
    listing = CERTIFICATE_RULES
    template = "enrolment/certificates/section.html"

    class Meta:
        verbose_name = _("certificates and degrees")
        verbose_name_plural = _("certificates and degrees")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).register_context(self)

    @staticmethod
    def register_context(page: CertificatesPage) -> dict:
        """What the page says of the register; set by ``enrolment.registration`` when the application starts."""
        raise NotImplementedError


class CertificateRulePage(AbstractRulePage):
    """A rule on certificates and degrees: issue, copies, correction, revocation, recognition (W8.12)."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("rule", "subject"),
        max_length=12,
        choices=CertificateRule.choices,
        default=CertificateRule.ISSUE,
    )

    parent_page_types = ["enrolment.CertificatesPage"]

    class Meta:
        verbose_name = _("rule on certificates")
        verbose_name_plural = _("rules on certificates")
