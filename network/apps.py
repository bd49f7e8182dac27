from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    """Institutions and their tree, member sites, provisioning."""

    name = "network"
    verbose_name = _("Network of institutions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from network import account, current_site, digest, registered_timers, site_roots, steps

        site_roots.install()
        current_site.install()
        steps.register()
        registered_timers.register_all()
        digest.register_digest()
        account.install()
