"""The index of resources and the list of links follow what becomes of pages."""

from __future__ import annotations

from wagtail.models import Page

from common.models import BasePage
from resources.models import ResourcePage
from resources.services.links import page_links_write
from resources.services.records import record_withdraw, record_write


def resource_published(sender, instance: ResourcePage, **kwargs) -> None:
    """``page_published``."""
    record_write(page=instance)


def resource_gone(sender, instance: Page, **kwargs) -> None:
    """``page_unpublished`` and ``pre_delete`` of a resource."""
    record_withdraw(page=instance)


def section_moved(sender, instance: Page, **kwargs) -> None:
    """``page_slug_changed``: the address of a resource is another one."""
    page = instance.specific
    if isinstance(page, ResourcePage) and page.live:
        record_write(page=page)


def links_changed(sender, instance: Page, **kwargs) -> None:
    """``page_published`` and ``page_unpublished`` of any page of ours."""
    if isinstance(instance, BasePage):
        page_links_write(page=instance)
