"""Publications and withdrawals of reports, as signals tell of them."""

from __future__ import annotations

from sections.disclosure.services import record_store, record_withdraw
from sections.models import DisclosureReportPage


def report_published(sender, instance: DisclosureReportPage, **kwargs) -> None:
    """``page_published``"""
    record_store(page=instance)


def report_gone(sender, instance: DisclosureReportPage, **kwargs) -> None:
    """``page_unpublished``, ``pre_delete``: what was not on the site leaves no trace."""
    record_withdraw(page=instance)
