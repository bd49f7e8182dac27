"""The one way from one state of an application to the next, and the record that it leaves."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.letters import tell_applicant
from enrolment.choices import TRANSITIONS, ApplicationState, Entry
from enrolment.models import Application, ApplicationEntry
from privacy.models import Submission


class StateError(ValidationError):
    """The application is in a state from which this does not follow; the message names the state."""


def application_locked(application: Application) -> Application:
    """The application as it is now, locked until the end of the caller's transaction; its submission first, as the website locks
    them when the applicant changes something: taken the other way round, the two could wait for each other."""
    Submission.objects.select_for_update(of=("self",)).filter(pk=application.submission_id).values_list(
        "pk"
    ).first()
    rows = Application.objects.select_for_update(of=("self",)).select_related("submission__institution")
    return rows.get(pk=application.pk)


@sensitive_variables("text")
def entry_add(
    *,
    application: Application,
    kind: Entry,
    user=None,
    text: str = "",
    is_shown: bool = False,
    from_state: str = "",
    to_state: str = "",
    now: datetime | None = None,
) -> ApplicationEntry:
    """Add a line to the record; `text` is stored sealed, and read by the applicant where `is_shown`."""
    entry = ApplicationEntry(
        application=application,
        kind=kind,
        user=user,
        is_shown=is_shown,
        from_state=from_state,
        to_state=to_state,
        at=now or timezone.now(),
    )
    if text:
        entry.seal_field("sealed_text", text)
    entry.save(force_insert=True)
    return entry


@sensitive_variables("text")
def application_move(
    *,
    application: Application,
    to: ApplicationState | str,
    user=None,
    text: str = "",
    kind: Entry = Entry.STATE,
    due_on: date | None = None,
    now: datetime | None = None,
) -> Application:
    """Bring an application from its state to another one and record it; the applicant reads state and `text`.

    Raises StateError where `TRANSITIONS` does not name the step. Who may do it, and whether a second person is needed, is the
    caller's to check; answers the application as stored.
    """
    now = now or timezone.now()
    with transaction.atomic():
        found = application_locked(application)
        if to not in TRANSITIONS[found.state]:
            raise StateError(
                _("This application is “%(state)s”: that step does not follow.")
                % {"state": found.get_state_display()},
                code="state",
            )
        before, found.state, found.state_at = found.state, ApplicationState(to), now
        found.due_on = due_on
        found.proposed_state, found.proposed_by, found.proposed_at = "", None, None
        found.save(
            update_fields=["state", "state_at", "due_on", "proposed_state", "proposed_by", "proposed_at"]
        )
        entry = entry_add(
            application=found,
            kind=kind,
            user=user,
            text=text,
            is_shown=True,
            from_state=before,
            to_state=found.state,
            now=now,
        )
        tell_applicant(found, entry)
    return found
