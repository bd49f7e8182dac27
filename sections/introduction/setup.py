"""What introduction, contact and the sections of the community add to the registries."""

from __future__ import annotations

from wagtail.signals import page_published

from sections.community.exchange_online import register_community_exchange
from sections.introduction import services
from sections.introduction.exchange import register_unit_exchange
from sections.models import ContactPage


def register_all() -> None:
    register_unit_exchange()
    register_community_exchange()
    services.register_timer()
    page_published.connect(services.contact_published, sender=ContactPage, dispatch_uid="sections.contact")
