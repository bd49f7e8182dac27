"""What the board does with feedback."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from feedback.choices import TRANSITIONS, CaseState
from feedback.models import FEEDBACK, FeedbackCase
from network.letters import letter_queue
from network.models import Institution
from privacy.exports import export_submissions
from privacy.models import Submission
from privacy.services import submission_change, submission_read
from privacy.services.access import checked_purpose


def case_open(submission: Submission) -> None:
    """Open a case for new feedback, and tell the institution's address for complaints, inside the transaction
    that stores it."""
    FeedbackCase.objects.create(submission=submission)
    institution = submission.institution
    if address := institution.complaints_email or institution.email:
        about = {"submission": submission.pk}
        letter_queue(kind="feedback.received", address=address, institution=institution, about=about)


@sensitive_variables()
def case_read(*, case: FeedbackCase, user: AbstractBaseUser, purpose: str) -> tuple[dict[str, Any], str]:
    """Answers and note of a case, after the reading is on record."""
    answers = submission_read(submission=case.submission, user=user, purpose=purpose)
    return answers, case.unseal_field("sealed_note") or ""


@sensitive_variables("note")
def case_change(*, case: FeedbackCase, user: AbstractBaseUser, purpose: str, state: str, note: str) -> None:
    """Move a case on and keep the board's note. Raises ValidationError for a state that may not follow."""
    checked_purpose(purpose, record=case.submission, submission=case.submission, user=user)
    with transaction.atomic():
        locked = FeedbackCase.objects.select_for_update().get(pk=case.pk)
        if state != locked.state and state not in TRANSITIONS[locked.state]:
            raise ValidationError(
                _("This feedback is “%(now)s” and cannot become “%(then)s”."),
                params={"now": locked.get_state_display(), "then": CaseState(state).label},
                code="transition",
            )
        submission_change(submission=case.submission, user=user, purpose=purpose)
        locked.state, locked.changed_by = state, user
        locked.seal_field("sealed_note", note)
        locked.save()


EXPORTED = ("kind", "subject", "message", "attachment", "name", "wants_answer", "email", "phone")


@sensitive_variables()
def feedback_export(
    *, institution: Institution, submissions, user: AbstractBaseUser, purpose: str, fmt: str
) -> bytes:
    """A file that names reader and purpose, after the export is on record."""

    def columns(opened: list[tuple[Submission, dict[str, Any]]]) -> list[str]:
        labels: dict[str, str] = {}
        for submission, _answers in opened:
            labels.update((f["name"], f["label"]) for f in submission.snapshot.get("fields", []))
        head = [_("Reference code"), _("Received"), _("State"), _("Kept until")]
        return [*head, *(labels.get(name, name) for name in EXPORTED)]

    return export_submissions(
        institution=institution,
        submissions=submissions,
        columns=columns,
        row=_exported,
        purpose=purpose,
        user=user,
        kind=FEEDBACK,
        fmt=fmt,
        title=_("Feedback of %(institution)s") % {"institution": institution.name},
    )


def _exported(submission: Submission, answers: dict[str, Any]) -> list[object]:
    return [
        submission.reference,
        submission.created_at,
        submission.feedback_case.get_state_display(),
        f"{submission.expires_at:%Y-%m-%d}",
        *(answers.get(name) for name in EXPORTED),
    ]
