"""Drops the stored answers of a site when something that it shows changes."""

from __future__ import annotations

from edusite.page_cache import drop
from network.models import Institution
from network.selectors import institution_for_page


def page_changed(sender, instance, **kwargs) -> None:
    """A page was published, withdrawn, moved or deleted."""
    institution = institution_for_page(instance)
    if institution is not None:
        drop([institution.hostname])


def institution_changed(
    sender, instance: Institution, created: bool = False, raw: bool = False, **kwargs
) -> None:
    """A name, colour or address stands on every page of the site, and on the pages of the authority above."""
    if raw or created or not instance.site_id:
        return
    parent = instance.parent
    drop([instance.hostname, parent.hostname if parent else ""])
