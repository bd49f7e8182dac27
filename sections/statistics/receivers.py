"""Publications of figures, as signals tell of them."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from sections.models import StatisticsYearPage
from sections.statistics.services import record_forget, record_store
from sections.statistics.tasks import wake_rollups


def _wake() -> None:
    transaction.on_commit(partial(wake_rollups), robust=True)


def figures_published(sender, instance: StatisticsYearPage, **kwargs) -> None:
    """``page_published``"""
    if record_store(page=instance):
        _wake()


def figures_withdrawn(sender, instance: StatisticsYearPage, **kwargs) -> None:
    """``page_unpublished``, ``pre_delete``"""
    if record_forget(page=instance):
        _wake()
