"""Pages go onto their site and off it at the time that the board agreed to; each in a transaction of its own, so
that one that is refused stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

__all__ = ["PagesRefusedError", "Scheduled", "scheduled_run"]

logger = logging.getLogger(__name__)


class PagesRefusedError(Exception):
    """Some pages could not be published or taken off; all others were."""


@dataclass
class Scheduled:
    published: int = 0
    expired: int = 0
    refused: int = 0

    def __str__(self) -> str:
        return f"published {self.published}, expired {self.expired}, refused {self.refused}"


def scheduled_run(*, now: datetime | None = None) -> Scheduled:
    """Take off what has expired, publish what is due; what is refused is logged by its id and tried again at
    the next run."""
    now = now or timezone.now()
    done = Scheduled()
    for instance in _expired(now):
        done.expired += _attempt(done, instance, lambda i=instance: _take_off(i, now))
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for pk in list(due.values_list("pk", flat=True)):
        revision = due.filter(pk=pk).first()
        if revision is not None:
            done.published += _attempt(done, revision, lambda r=revision: _put_on(r))
    return done


def _expired(now: datetime) -> Iterator[models.Model]:
    others = (m for m in apps.get_models() if issubclass(m, DraftStateMixin) and not issubclass(m, Page))
    for model in (Page, *others):
        rows = model._default_manager.filter(live=True, expire_at__lt=now).order_by("expire_at", "pk")
        yield from list(rows)


def _take_off(instance: models.Model, now: datetime) -> bool:
    rows = type(instance)._default_manager.filter(pk=instance.pk, live=True, expire_at__lt=now)
    if not rows.exists():
        return False
    instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _put_on(revision: Revision) -> bool:
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def _attempt(done: Scheduled, instance: models.Model, act: Callable[[], bool]) -> bool:
    try:
        with transaction.atomic():
            return act()
    except Exception as error:
        done.refused += 1
        logger.error(
            "editorial.schedule_refused",
            extra={"model": instance._meta.label, "id": instance.pk, "error": type(error).__name__},
        )
        return False
