from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommonConfig(AppConfig):
    """Abstract pages, blocks, choices and Vietnamese text: no table, no migration."""

    name = "common"
    verbose_name = _("Common parts")
