from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EdusiteConfig(AppConfig):
    """What assembles the rest."""

    name = "edusite"
    verbose_name = _("edusite")
