from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """The board, its approval chain, authorship and review dates."""

    name = "editorial"
    verbose_name = _("Board of editors")
    default_auto_field = "django.db.models.BigAutoField"
