from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """Feedback, consultations, questions and polls."""

    name = "feedback"
    verbose_name = _("Feedback and participation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.signals import page_published

        from editorial.desk import register as register_desk_part
        from feedback import (
            letters,
            models,
            participation,
            policies,
            receivers,
            registration_board_forms,
            timers,
        )
        from feedback.desk_parts import FeedbackPart, UsefulPart
        from feedback.registration import feedback_kind
        from feedback.registration_errors import page_error_kind
        from feedback.registration_polls import poll_kind
        from feedback.selectors.cases import may_open_case
        from feedback.services.polls import BALLOTS, boxes_end_again, boxes_with_marks
        from feedback.views import about_pages, polls
        from privacy import readers
        from privacy.flood import on_break
        from privacy.registry import register_form
        from privacy.services.retention import register_replay
        from sections.catalogue import register_page_type
        from sections.english.scope import refuse_type

        for page_type in (models.BoardFormPage, models.QuestionPage, models.ConsultationResultPage):
            refuse_type(page_type)
        register_page_type(models.FeedbackPage, "W4.2")
        register_page_type(models.ConsultationsPage, "W8.6", "W9.5")
        register_page_type(models.QuestionsPage, "W10.5")
        register_page_type(models.PollsPage, "W10.7")
        register_form(feedback_kind)
        readers.register("feedback", policies.may_open)
        readers.register("feedback.cases", may_open_case)
        register_form(poll_kind)
        register_form(page_error_kind)
        participation.install()
        letters.register()
        timers.register_all()
        polls.install()
        about_pages.install()
        on_break(letters.tell_of_flood)
        register_replay(BALLOTS, rows=boxes_with_marks, erase=boxes_end_again)
        page_published.connect(receivers.poll_published, sender=models.PollPage, dispatch_uid="feedback.poll")
        register_desk_part(FeedbackPart())
        registration_board_forms.register()
        register_desk_part(UsefulPart())
