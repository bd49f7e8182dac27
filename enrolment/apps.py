from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnrolmentConfig(AppConfig):
    """Admission, enrolment, examination results and certificates."""

    name = "enrolment"
    verbose_name = _("Admission and look-ups")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from enrolment import exchange, registration

        registration.register_all()
        exchange.register()
