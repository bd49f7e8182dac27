from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    """Notices, purposes, consent, encrypted submissions."""

    name = "privacy"
    verbose_name = _("Personal information")
    default_auto_field = "django.db.models.BigAutoField"
