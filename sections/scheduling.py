"""Scheduled publication and expiry; required sections do not expire."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.services.scheduling import PagesRefusedError, Scheduled, scheduled_run
from network.timers import Timer, register
from sections.models import SectionSlot

__all__ = ["register_timer", "scheduled_publish"]


def register_timer() -> None:
    register(Timer("sections.publish_scheduled", _("Publish on schedule"), timedelta(minutes=1), _run))


def scheduled_publish(*, now: datetime | None = None) -> Scheduled:
    """Do what is due. A date of expiry that came into the table of a required section by a way of its own is
    taken out first."""
    now = now or timezone.now()
    slots = SectionSlot.objects.values("translation_key")
    Page.objects.filter(expire_at__lt=now, live=True, translation_key__in=slots).update(expire_at=None)
    return scheduled_run(now=now)


def _run(now: datetime) -> str:
    done = scheduled_publish(now=now)
    if done.refused:
        raise PagesRefusedError(str(done))
    return str(done) if done.published or done.expired else ""
