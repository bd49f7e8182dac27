"""Admission, enrolment, examination results and certificates."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections import tree
from sections.models import AbstractRulePage, RecordSection, SectionPage
from sections.models.record_sections import Register
from sections.registers.choices import CertificateRule, ExaminationRule
from sections.registers.listings import rules_listing

EXAMINATION_RULES = rules_listing("enrolment.ExaminationRulePage", ExaminationRule, "quy-dinh-thi")
CERTIFICATE_RULES = rules_listing("enrolment.CertificateRulePage", CertificateRule, "quy-dinh-van-bang")


class OnlineAdmissionPage(SectionPage):
    """Online admission (W8.4c, W9.4)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("online admission")
        verbose_name_plural = _("online admission")


class EnrolmentPage(SectionPage):
    """Enrolment: plan, notice, list of participants (W9.8)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolment")


class ExaminationResultsPage(RecordSection):
    """Scores and examination results, with the rules of each examination (W8.11)."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["enrolment.ExaminationRulePage", "sections.InformationPage"]
    registers = (Register("", _("Rules of examinations"), EXAMINATION_RULES, feed="quy-che-thi"),)
    listing = EXAMINATION_RULES

    class Meta:
        verbose_name = _("examination results")
        verbose_name_plural = _("examination results")


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

    class Meta:
        verbose_name = _("certificates and degrees")
        verbose_name_plural = _("certificates and degrees")


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
