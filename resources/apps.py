from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    """Digital resources of authorities and schools."""

    name = "resources"
    verbose_name = _("Digital resources")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from resources import registration

        registration.install()
