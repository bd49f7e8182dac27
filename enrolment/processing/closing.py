"""What runs by itself: places that nobody confirmed in time (W9.4). Evidence that did not come decides nothing."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from enrolment.applications.registries import FreePlace, place_is_free
from enrolment.applications.states import application_locked, application_move
from enrolment.choices import AllocationState, ApplicationState, WishOutcome
from enrolment.models import Allocation, Application
from privacy.services.retention.periods import submission_close

BATCH = 200


def unconfirmed(today: date):
    """Applications whose place was to be confirmed before today, and whose campaign's assignment gives nobody longer."""
    longer = Allocation.objects.filter(state=AllocationState.PUBLISHED, confirm_until__gte=today)
    rows = Application.objects.filter(state=ApplicationState.ADMITTED, due_on__lt=today)
    return rows.exclude(campaign__in=longer.values("campaign")).order_by("due_on", "pk")


def place_lapse(*, application: Application, now: datetime) -> bool:
    """The place was not confirmed in time: it is free for the next one. False where it was confirmed or has more time."""
    today = timezone.localdate(now)
    with transaction.atomic():
        found = application_locked(application)
        if found.state != ApplicationState.ADMITTED or not found.due_on or found.due_on >= today:
            return False
        with override(found.submission.language):
            text = _("The place was to be confirmed until %(day)s.") % {"day": f"{found.due_on:%d/%m/%Y}"}
        moved = application_move(application=found, to=ApplicationState.LAPSED, text=text, now=now)
        wishes = list(moved.wishes.filter(outcome=WishOutcome.ADMITTED))
        moved.wishes.filter(outcome__in=[WishOutcome.ADMITTED, WishOutcome.WAITING]).update(
            outcome=WishOutcome.GIVEN_UP
        )
        submission_close(submission=moved.submission, on=today)
        for wish in wishes:
            place_is_free(FreePlace(moved.campaign_id, wish.school_id, wish.track))
    return True


def places_lapse_due(*, now: datetime) -> int:
    """Each application in a transaction of its own; a second run finds nothing. Answers how many places became free."""
    today, number = timezone.localdate(now), 0
    seen: set[int] = set()
    while batch := list(unconfirmed(today).exclude(pk__in=seen)[:BATCH]):
        for application in batch:
            seen.add(application.pk)
            number += place_lapse(application=application, now=now)
    return number
