from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class SectionsConfig(AppConfig):
    """The legal catalogue and the pages it names."""

    name = "sections"
    verbose_name = _("Sections")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial import desk
        from sections import checks, registration, regulation_facts, scheduling, upkeep  # noqa: F401
        from sections.desk_parts import QuickPart

        desk.register(QuickPart())
        regulation_facts.register()
        registration.register_page_types()
        registration.register_rules()
        scheduling.register_timer()
        upkeep.register_upkeep()
        self._connect_backstops()
        self._connect_pictures()

    def _connect_pictures(self) -> None:
        from wagtail.signals import page_published

        from sections import pictures

        page_published.connect(pictures.page_published, dispatch_uid="sections.pictures")

    def _connect_backstops(self) -> None:
        from wagtail.models import Page, PageViewRestriction, Site
        from wagtail.signals import pre_page_move

        from sections import rules, triggers
        from sections.models import SectionSlot

        uid = "sections.rules"
        pre_delete.connect(rules.refuse_delete, sender=Page, dispatch_uid=uid)
        pre_page_move.connect(rules.refuse_move, dispatch_uid=uid)
        pre_save.connect(rules.refuse_page_write, dispatch_uid=uid)
        pre_save.connect(rules.refuse_restriction, sender=PageViewRestriction, dispatch_uid=uid)
        pre_save.connect(rules.refuse_site_write, sender=Site, dispatch_uid=uid)
        pre_delete.connect(rules.refuse_site_delete, sender=Site, dispatch_uid=uid)
        pre_save.connect(rules.refuse_slot_write, sender=SectionSlot, dispatch_uid=uid)
        pre_delete.connect(rules.refuse_slot_write, sender=SectionSlot, dispatch_uid=uid)
        post_migrate.connect(triggers.install, sender=self, dispatch_uid=uid)
        connection_created.connect(triggers.teach_sqlite, dispatch_uid=uid)
