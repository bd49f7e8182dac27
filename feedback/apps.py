from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """Feedback, consultations, questions and polls."""

    name = "feedback"
    verbose_name = _("Feedback and participation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial.desk import register as register_desk_part
        from feedback import letters, models
        from feedback.desk_parts import FeedbackPart
        from feedback.registration import feedback_kind
        from privacy.registry import register_form
        from sections.catalogue import register_page_type

        register_page_type(models.FeedbackPage, "W4.2")
        register_page_type(models.ConsultationsPage, "W8.6", "W9.5")
        register_page_type(models.QuestionsPage, "W10.5")
        register_page_type(models.PollsPage, "W10.7")
        register_form(feedback_kind)
        letters.register()
        register_desk_part(FeedbackPart())
