from django.apps import AppConfig
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class SectionsConfig(AppConfig):
    """The legal catalogue and the pages it names."""

    name = "sections"
    verbose_name = _("Sections")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sections import checks, registration  # noqa: F401

        registration.register_page_types()
        registration.register_rules()
        self._connect_backstops()

    def _connect_backstops(self) -> None:
        from wagtail.models import Page, PageViewRestriction
        from wagtail.signals import pre_page_move

        from sections import rules

        uid = "sections.rules"
        pre_delete.connect(rules.refuse_delete, sender=Page, dispatch_uid=uid)
        pre_page_move.connect(rules.refuse_move, dispatch_uid=uid)
        pre_save.connect(rules.refuse_hiding, dispatch_uid=uid)
        pre_save.connect(rules.refuse_restriction, sender=PageViewRestriction, dispatch_uid=uid)
