from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class CommonConfig(AppConfig):
    """Abstract pages, blocks, choices and Vietnamese text: no table, no migration."""

    name = "common"
    verbose_name = _("Common parts")

    def ready(self):
        from common.composed import compose_text
        from common.pictures import avif_speed_register

        avif_speed_register()
        pre_save.connect(compose_text, dispatch_uid="common.compose_text")
