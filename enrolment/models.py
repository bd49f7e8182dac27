"""Admission, enrolment, examination results and certificates."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


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


class ExaminationResultsPage(SectionPage):
    """Scores and examination results (W8.11)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("examination results")
        verbose_name_plural = _("examination results")


class CertificatesPage(SectionPage):
    """Issuance of certificates and degrees (W8.12)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("certificates and degrees")
        verbose_name_plural = _("certificates and degrees")
