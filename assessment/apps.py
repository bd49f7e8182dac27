from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """One criterion a clause, and what each site answers to it."""

    name = "assessment"
    verbose_name = _("Assessment")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from assessment import desk_parts, first_steps, letters, receivers
        from assessment.services.letters import board_letters_purge
        from assessment.services.states import states_timer_run
        from editorial import desk
        from editorial.desk.first_steps import register as register_step
        from network.letters import register_kind
        from network.timers import Timer, register

        for part in desk_parts.PARTS:
            desk.register(part)
        for step in first_steps.STEPS:
            register_step(step)
        register_kind(letters.BOARD_LETTER)
        register(Timer("assessment.states", _("Assess the sites"), timedelta(minutes=10), states_timer_run))
        register(
            Timer(
                "assessment.letters",
                _("Delete old letters to boards"),
                timedelta(days=1),
                board_letters_purge,
            )
        )
        receivers.connect()
        self._register_regulations()

    def _register_regulations(self) -> None:
        from assessment import (
            admission,
            disclosure,
            english,
            participation,
            personal_information,
            regulations,
            statistics,
        )

        regulations.register_all()
        participation.register_all()
        personal_information.register_all()
        statistics.register_all()
        english.register_all()
        disclosure.register_all()
        admission.register_all()
