from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnrolmentConfig(AppConfig):
    """Admission, enrolment, examination results and certificates."""

    name = "enrolment"
    verbose_name = _("Admission and look-ups")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from enrolment import exchange, models
        from sections.catalogue import register_page_type

        register_page_type(models.OnlineAdmissionPage, "W8.4c.admission", "W9.4")
        register_page_type(models.EnrolmentPage, "W9.8")
        register_page_type(models.ExaminationResultsPage, "W8.11")
        register_page_type(models.CertificatesPage, "W8.12")
        exchange.register()
