"""Which procedures stand how on a day, and how lists say it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.query import PageQuerySet

from sections.procedures.choices import OnlineLevel, Status

if TYPE_CHECKING:
    from sections.models import ProcedurePage


class ProcedureQuerySet(PageQuerySet):
    def in_status(self, status: Status | str, on: date | None = None):
        """Those that stand so on a day."""
        on = on or timezone.localdate()
        repealed, coming = Q(repealed_on__lte=on), Q(effective_on__gt=on)
        return self.filter(
            {
                Status.REPEALED: repealed,
                Status.COMING: coming & ~_known(repealed),
                Status.IN_FORCE: ~_known(repealed) & ~_known(coming),
            }[Status(status)]
        )

    def last_repealed(self, on: date | None = None):
        """Adds `is_over` (0 or 1), so that repealed ones can stand behind the others."""
        over = models.When(repealed_on__lte=on or timezone.localdate(), then=1)
        return self.annotate(is_over=models.Case(over, default=0, output_field=models.IntegerField()))

    def online(self):
        """Those that can be used online, in whole or in part."""
        return self.filter(online_level__in=[OnlineLevel.FULL, OnlineLevel.PARTIAL])


def _known(condition: Q) -> Q:
    """A comparison with nothing is false and not unknown, so that it can be turned round."""
    ((name, value),) = condition.children
    column = name.partition("__")[0]
    return Q(**{f"{column}__isnull": False}) & Q(**{name: value})


def status_badge(page: ProcedurePage) -> dict[str, str]:
    """Where a procedure stands today, as lists show it."""
    status = page.status_on()
    tones = {Status.COMING: "info", Status.IN_FORCE: "success", Status.REPEALED: "warning"}
    return {"text": status.label, "tone": tones[status]}


def shown_until(request: HttpRequest, pages) -> None:
    """Tell the store of pages until when what is shown stays right: the next day on which a procedure changes its status."""
    today = timezone.localdate()
    days = pages.aggregate(
        start=models.Min("effective_on", filter=Q(effective_on__gt=today)),
        end=models.Min("repealed_on", filter=Q(repealed_on__gt=today)),
    ).values()
    day = min((day for day in days if day), default=None)
    request.shown_until = timezone.make_aware(datetime.combine(day, time())) if day else None
