"""Feedback, consultations, questions and polls."""

from django.utils.translation import gettext_lazy as _

from sections import tree
from sections.models import SectionPage


class FeedbackPage(SectionPage):
    """Feedback of the public to an institution (W4.2)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")


class ConsultationsPage(SectionPage):
    """Issues open for consultation (W8.6, W9.5)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("consultations")
        verbose_name_plural = _("consultations")


class QuestionsPage(SectionPage):
    """Questions and answers for teachers, students and parents (W10.5)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("questions and answers")
        verbose_name_plural = _("questions and answers")


class PollsPage(SectionPage):
    """Opinion polls (W10.7)."""

    personal_data = tree.SECTION_DATA
    item_order = ("-date", "path")

    class Meta:
        verbose_name = _("opinion polls")
        verbose_name_plural = _("opinion polls")
