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
        from sections.disclosure import registration as disclosure
        from sections.documents.columns import register_documents
        from sections.english import setup as english
        from sections.exchange.setup import register_exchange_parts
        from sections.introduction import setup as introduction
        from sections.opendata import known as open_data
        from sections.procedures import setup as procedures
        from sections.registers import setup as registers
        from sections.statistics import registration as statistics

        desk.register(QuickPart())
        register_exchange_parts()
        procedures.connect()
        register_documents()
        regulation_facts.register()
        registration.register_page_types()
        registration.register_outward_links()
        registration.register_rules()
        scheduling.register_timer()
        upkeep.register_upkeep()
        introduction.register_all()
        registers.register_all()
        statistics.register_all()
        disclosure.register_all()
        open_data.register_all()
        english.register_all()
        self._connect_backstops()
        self._connect_pictures()
        self._connect_news()

    def _connect_pictures(self) -> None:
        from wagtail.signals import page_published

        from sections import pictures
        from sections.documents import texts

        page_published.connect(pictures.page_published, dispatch_uid="sections.pictures")
        page_published.connect(texts.page_published, dispatch_uid="sections.texts")
        texts.register_timer()

    def _connect_news(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from editorial import desk, publication_rules
        from editorial.services.emergency import register_urgent
        from sections import alerts
        from sections.models.albums import album_fault
        from sections.models.alerts import AlertPage, not_urgent
        from sections.news import exchange
        from sections.offers import letters as offer_letters
        from sections.offers.desk import OffersPart

        page_published.connect(alerts.forget, dispatch_uid="sections.alerts")
        page_unpublished.connect(alerts.forget, dispatch_uid="sections.alerts")
        desk.register(OffersPart())
        offer_letters.register()
        exchange.register()
        register_urgent(AlertPage, not_urgent)
        publication_rules.register("sections.album", album_fault, publication_rules.Stage.SUBMIT)

    def _connect_backstops(self) -> None:
        from wagtail.models import Page, PageViewRestriction, Site
        from wagtail.signals import pre_page_move

        from sections import rules, triggers
        from sections.lists import folding
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
        connection_created.connect(folding.teach_sqlite, dispatch_uid="sections.lists")
