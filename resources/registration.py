"""What this package adds to the registries of the packages below it."""

from __future__ import annotations

from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from editorial import desk
from privacy.registry import not_public_form
from resources import exchange, models, receivers, timers
from resources.desk_parts import BrokenLinksPart
from resources.selectors.links import public_states
from resources.views import library
from sections.catalogue import register_page_type
from sections.catalogue.feeds import register_feed
from sections.links import register_states


def install() -> None:
    """Called by the app's ``ready()``."""
    register_page_type(models.DigitalResourcesPage, "W8.9", "W9.10")
    register_feed(models.DigitalResourcesPage, "oai")
    models.DigitalResourcesPage.surroundings = staticmethod(library.surroundings)
    models.ResourcePage.shown = staticmethod(library.shown)
    not_public_form(
        "resources.views.oai.oai",
        _("Libraries ask by GET and POST alike; the view reads what is public and keeps nothing."),
    )
    register_states(public_states)
    timers.register_all()
    exchange.install()
    desk.register(BrokenLinksPart())
    _connect()


def _connect() -> None:
    uid = "resources.records"
    page_published.connect(receivers.resource_published, sender=models.ResourcePage, dispatch_uid=uid)
    page_unpublished.connect(receivers.resource_gone, sender=models.ResourcePage, dispatch_uid=uid)
    pre_delete.connect(receivers.resource_gone, sender=models.ResourcePage, dispatch_uid=uid)
    page_published.connect(receivers.links_changed, dispatch_uid="resources.links")
    page_unpublished.connect(receivers.links_changed, dispatch_uid="resources.links")
    page_slug_changed.connect(receivers.section_moved, dispatch_uid=uid)
