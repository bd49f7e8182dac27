"""What an applicant does with an application: confirms or gives up a place, withdraws, adds evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.registries import FreePlace, place_is_free
from enrolment.applications.states import StateError, application_locked, application_move, entry_add
from enrolment.choices import TRANSITIONS, ApplicationState, Entry, WishOutcome
from enrolment.models import Application
from privacy.services import file_store
from privacy.services.retention import submission_close
from privacy.services.submissions import claim_free
from privacy.uploads.checks import CheckedUpload

ADDED = "added"
"""Begin of the names under which files are kept that were added later."""
MOST_ADDED = 15
BROUGHT_IN = frozenset({ApplicationState.MORE, ApplicationState.SUBMITTED})
"""States in which an officer takes evidence that a family brings."""
HOLDS_PLACE = frozenset({ApplicationState.ADMITTED, ApplicationState.CONFIRMED})


def place_confirm(*, application: Application, user=None, now: datetime | None = None) -> Application:
    """The applicant takes the place; `user`: the officer who does it for them. Raises StateError where none is offered, or where
    its day has passed."""
    now = now or timezone.now()
    with transaction.atomic():
        found = application_locked(application)
        if found.state == ApplicationState.ADMITTED and _is_late(found, now):
            raise StateError(
                _("The place was to be confirmed until %(day)s.") % {"day": f"{found.due_on:%d/%m/%Y}"},
                code="late",
            )
        return application_move(application=found, to=ApplicationState.CONFIRMED, user=user, now=now)


def place_decline(*, application: Application, user=None, now: datetime | None = None) -> Application:
    """The applicant gives up the place that is offered or was confirmed; it goes to the next one waiting. `user`: the officer who
    does it for them."""
    now = now or timezone.now()
    with transaction.atomic():
        moved = application_move(application=application, to=ApplicationState.DECLINED, user=user, now=now)
        wishes = list(moved.wishes.filter(outcome=WishOutcome.ADMITTED))
        moved.wishes.filter(outcome__in=[WishOutcome.ADMITTED, WishOutcome.WAITING]).update(
            outcome=WishOutcome.GIVEN_UP
        )
        submission_close(submission=moved.submission, on=timezone.localdate(now))
        for wish in wishes:
            place_is_free(FreePlace(moved.campaign_id, wish.school_id, wish.track))
    return moved


def places_left(submission_ids: Sequence[int]) -> int:
    """Free the places of applications that are erased while their campaign runs; inside the transaction that erases. Answers how
    many."""
    rows = Application.objects.filter(
        submission__in=submission_ids, submission__closed_on__isnull=True, state__in=HOLDS_PLACE
    )
    left = 0
    for application in rows.select_related("submission"):
        place_decline(application=application)
        left += 1
    return left


def may_withdraw(application: Application) -> bool:
    return bool(TRANSITIONS[application.state] & {ApplicationState.WITHDRAWN, ApplicationState.DECLINED})


def application_withdraw(*, application: Application, user=None, now: datetime | None = None) -> Application:
    """The applicant wants nothing of it any more: the application is withdrawn; where a place is offered or confirmed, that
    place is given up. The child may apply anew as long as the campaign is open. `user`: the officer who does it for them."""
    now = now or timezone.now()
    with transaction.atomic():
        found = application_locked(application)
        if found.state in HOLDS_PLACE:
            return place_decline(application=found, user=user, now=now)
        moved = application_move(application=found, to=ApplicationState.WITHDRAWN, user=user, now=now)
        moved.wishes.filter(outcome=WishOutcome.WAITING).update(outcome=WishOutcome.GIVEN_UP)
        submission_close(submission=moved.submission, on=timezone.localdate(now))
        claim_free(submission=moved.submission)
    return moved


@sensitive_variables("uploads", "note")
def evidence_add(
    *,
    application: Application,
    uploads: Sequence[CheckedUpload],
    note: str = "",
    user=None,
    now: datetime | None = None,
) -> Application:
    """Add the evidence that was asked for; the application goes back to whoever checks it. `user`: the officer to whom it was
    brought; they take it late, and before anything is asked for.

    Raises ValidationError where none is asked for, its day has passed, nothing came, or there are too many files."""
    now = now or timezone.now()
    if not uploads and not note.strip():
        raise ValidationError(_("Choose a file, or write what you want to tell the school."), code="empty")
    with transaction.atomic():
        found = application_locked(application)
        if found.state not in (BROUGHT_IN if user else (ApplicationState.MORE,)):
            raise StateError(_("No evidence is asked for at the moment."), code="state")
        if user is None and _is_late(found, now):
            raise StateError(
                _("The evidence was to come until %(day)s. Turn to the school.")
                % {"day": f"{found.due_on:%d/%m/%Y}"},
                code="late",
            )
        before = found.submission.files.filter(field__startswith=ADDED).count()
        if before + len(uploads) > MOST_ADDED:
            raise ValidationError(
                _("An application takes %(number)d files that are added later.") % {"number": MOST_ADDED},
                code="many",
            )
        for number, upload in enumerate(uploads, start=before + 1):
            file_store(submission=found.submission, field=f"{ADDED}_{number}", upload=upload, now=now)
        said = ngettext("%(number)d file added.", "%(number)d files added.", len(uploads))
        text = "\n".join(filter(None, (said % {"number": len(uploads)}, note.strip())))
        words = {"kind": Entry.ANSWERED, "text": text, "user": user, "now": now}
        if found.state == ApplicationState.MORE:
            return application_move(application=found, to=ApplicationState.SUBMITTED, **words)
        entry_add(application=found, from_state=found.state, to_state=found.state, is_shown=True, **words)
    return found


def _is_late(application: Application, now: datetime) -> bool:
    return bool(application.due_on and timezone.localdate(now) > application.due_on)
