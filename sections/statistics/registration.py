"""What statistics add to the registries of the packages below, and to Wagtail's signals."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db.models.signals import pre_delete
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_unpublished

from editorial import desk, publication_rules
from network.timers import Timer, register
from sections.exchange import register_exchange
from sections.models import StatisticsYearPage
from sections.statistics import receivers
from sections.statistics.desk import FiguresPart
from sections.statistics.exchange import STATISTICS
from sections.statistics.refreshed import announce
from sections.statistics.rules import figures_refusal
from sections.statistics.services import rollups_mark_all, rollups_refresh


def add_up_again(now: datetime) -> str:
    """Every night: the tree changes without any publication."""
    rollups_mark_all(now=now)
    done = rollups_refresh(now=now)
    announce(done)
    return str(len(done) or "")


def register_all() -> None:
    uid = "sections.statistics"
    page_published.connect(receivers.figures_published, sender=StatisticsYearPage, dispatch_uid=uid)
    page_unpublished.connect(receivers.figures_withdrawn, sender=StatisticsYearPage, dispatch_uid=uid)
    pre_delete.connect(receivers.figures_withdrawn, sender=StatisticsYearPage, dispatch_uid=uid)
    publication_rules.register(
        "sections.statistics",
        figures_refusal,
        publication_rules.Stage.SUBMIT,
        publication_rules.Stage.PUBLISH,
    )
    register(
        Timer("sections.statistics", _("Add up figures"), timedelta(days=1), add_up_again, at=time(2, 40))
    )
    desk.register(FiguresPart())
    register_exchange(STATISTICS)
