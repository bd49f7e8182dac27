"""What the board does with feedback and with reported errors."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.text import fold
from feedback.choices import CHOSEN_STATES, OPEN_STATES, TRANSITIONS, CaseState, Suspicion
from feedback.models import FEEDBACK, PAGE_ERROR, FeedbackCase, FeedbackCount
from feedback.selectors.cases import board_of_case, letter_receivers, recipients_for
from network.letters import letter_queue
from network.models import Institution
from privacy import encryption
from privacy.calendar import add_working_days
from privacy.choices import AccessPurpose, DisclosureBasis
from privacy.exports import export_submissions
from privacy.models import Recipient, Submission
from privacy.services import (
    disclosure_record,
    submission_change,
    submission_close,
    submission_decrypt,
    submission_read,
)
from privacy.services.access import checked_purpose
from privacy.services.retention.periods import submission_decide, submission_reopen

_LINK = re.compile(
    r"https?://|www\.|\b[a-z0-9-]+\.(?:com|net|org|info|biz|shop|top|xyz|vip|club|online)\b", re.I
)
SHORTEST_WORDS = 40
"""Letters from which on two equal messages are no accident: many people write “thank you”."""


# Receiving


@sensitive_variables()
def case_open(submission: Submission) -> None:
    """Open a case for what came, inside the transaction that stores it: its kind, its clock, whether it looks like spam. Who
    handles it is told, unless it is kept apart."""
    kind, text = _kind_and_words(submission)
    case = FeedbackCase(submission=submission, kind=kind, words=words_index(submission.institution, text))
    case.suspicion = _suspicion(case, text)
    case.due_on = due_on(case, timezone.localdate(submission.created_at))
    if submission.form == PAGE_ERROR:
        case.about_page = submission.page
        keepers = letter_receivers(case)
        case.assigned_to = keepers[0] if len(keepers) == 1 else None
    case.save()
    if not case.suspicion:
        _count(case, submission.created_at, received=1)
        _tell(case)


@sensitive_variables()
def case_follow(submission: Submission) -> None:
    """The sender corrected or erased something: kind and index of the words follow, inside that transaction. The clock stays."""
    kind, text = _kind_and_words(submission)
    words = words_index(submission.institution, text)
    FeedbackCase.objects.filter(submission=submission).update(kind=kind, words=words)


@sensitive_variables()
def _kind_and_words(submission: Submission) -> tuple[str, str]:
    """From answers that were sealed in this transaction: nobody reads them."""
    answers = submission.unseal_field("sealed_answers")
    text = " ".join(str(answers.get(name) or "") for name in ("subject", "message"))
    return str(answers.get("kind") or "")[:10], text


def words_index(institution: Institution, text: str) -> str:
    """By which the same words are recognised within an institution; "" for a short text."""
    folded = " ".join(fold(text).split())
    if len(folded) < SHORTEST_WORDS:
        return ""
    return encryption.blind_index(f"{institution.pk}|{folded}", use="feedback.words")


def _suspicion(case: FeedbackCase, text: str) -> str:
    if len(_LINK.findall(text)) >= settings.EDUSITE_FORM_LINKS:
        return Suspicion.LINKS
    same = FeedbackCase.objects.filter(words=case.words, submission__form=case.submission.form)
    return Suspicion.DUPLICATE if case.words and same.exists() else ""


def due_on(case: FeedbackCase, day: date) -> date:
    """The last working day for an answer to what came on a day."""
    kind = PAGE_ERROR if case.submission.form == PAGE_ERROR else case.kind
    days = settings.EDUSITE_FEEDBACK_WORKING_DAYS
    return add_working_days(day, days.get(kind, max(days.values())))


def _tell(case: FeedbackCase) -> None:
    submission, about = case.submission, {"submission": case.submission_id}
    institution = submission.institution
    if submission.form == PAGE_ERROR:
        for user in letter_receivers(case):
            letter_queue(kind="feedback.error", user=user, institution=institution, about=about)
    elif address := institution.complaints_email or institution.email:
        letter_queue(kind="feedback.received", address=address, institution=institution, about=about)


def _count(case: FeedbackCase, moment: datetime, **numbers: int) -> None:
    if case.submission.form != FEEDBACK:
        return
    month = timezone.localdate(moment).replace(day=1)
    key = {"institution_id": case.submission.institution_id, "month": month, "kind": case.kind}
    FeedbackCount.objects.get_or_create(**key)
    changes = {name: F(name) + number for name, number in numbers.items()}
    FeedbackCount.objects.filter(**key).update(**changes)


def case_release(*, case: FeedbackCase, user: AbstractBaseUser, now: datetime | None = None) -> bool:
    """Somebody looked at what was kept apart: it goes to the board as if it came now. False where it was done before."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(case)
        if not locked.suspicion:
            return False
        submission_change(submission=locked.submission, user=user, purpose=AccessPurpose.HANDLE)
        locked.suspicion, locked.changed_by = "", user
        locked.due_on = due_on(locked, timezone.localdate(now))
        locked.save()
        _count(locked, now, received=1)
        _tell(locked)
    return True


# Reading and changing


def _locked(case: FeedbackCase) -> FeedbackCase:
    rows = FeedbackCase.objects.select_for_update(of=("self",)).select_related("submission__institution")
    return rows.get(pk=case.pk)


@sensitive_variables()
def case_read(*, case: FeedbackCase, user: AbstractBaseUser, purpose: str) -> tuple[dict[str, Any], str]:
    """Answers and note of a case, after the reading is on record."""
    answers = submission_read(submission=case.submission, user=user, purpose=purpose)
    return answers, case.unseal_field("sealed_note") or ""


@sensitive_variables()
def answer_text(case: FeedbackCase) -> str:
    """The answer that was given, for whom opened the case (`case_read`)."""
    return case.unseal_field("sealed_answer") or ""


def _move(case: FeedbackCase, state: str) -> None:
    """Change the state of a locked case. Raises ValidationError for one that may not follow."""
    if state != case.state and state not in TRANSITIONS[case.state]:
        raise ValidationError(
            _("This feedback is “%(now)s” and cannot become “%(then)s”."),
            params={"now": case.get_state_display(), "then": CaseState(state).label},
            code="transition",
        )
    was_closed, is_closed = case.state == CaseState.CLOSED, state == CaseState.CLOSED
    case.state = state
    if is_closed and not was_closed:
        submission_close(submission=case.submission, on=timezone.localdate())
    elif was_closed and not is_closed:
        submission_reopen(submission=case.submission)


@sensitive_variables("note")
def case_change(*, case: FeedbackCase, user: AbstractBaseUser, purpose: str, state: str, note: str) -> None:
    """Move a case on and keep the board's note. Raises ValidationError for a state that may not follow."""
    checked_purpose(purpose, record=case.submission, submission=case.submission, user=user)
    with transaction.atomic():
        locked = _locked(case)
        if state != locked.state and state not in CHOSEN_STATES:
            raise ValidationError(
                _("This feedback is “%(now)s” and cannot become “%(then)s”."),
                params={"now": locked.get_state_display(), "then": CaseState(state).label},
                code="transition",
            )
        _move(locked, state)
        submission_change(submission=locked.submission, user=user, purpose=purpose)
        locked.changed_by = user
        locked.seal_field("sealed_note", note)
        locked.save()


@sensitive_variables("text", "answers")
def case_answer(
    *, case: FeedbackCase, user: AbstractBaseUser, text: str, now: datetime | None = None
) -> bool:
    """Give the board's answer, which the sender sees with both codes. Answers whether a letter goes to the sender: where they
    left an e-mail address and agreed to be written to. The letter says that there is an answer, and nothing of it."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(case)
        if not text.strip():
            raise ValidationError(_("Write the answer."), code="answer")
        is_first = locked.answered_at is None
        _move(locked, CaseState.ANSWERED)
        submission_change(submission=locked.submission, user=user, purpose=AccessPurpose.ANSWER)
        submission_decide(submission=locked.submission, on=timezone.localdate(now))
        locked.seal_field("sealed_answer", text.strip())
        locked.answered_at, locked.answered_by, locked.changed_by = now, user, user
        locked.seen_at = locked.told_at = None
        locked.save()
        if is_first:
            in_time = locked.due_on is None or timezone.localdate(now) <= locked.due_on
            _count(locked, now, answered=1, in_time=int(in_time))
        answers = submission_decrypt(submission=locked.submission, what_for="answer")
        wants_letter = bool(answers.get("email"))
        if wants_letter:
            letter_queue(
                kind="feedback.answered",
                institution=locked.submission.institution,
                about={"submission": locked.submission_id, "answer": int(now.timestamp())},
            )
    return wants_letter


def case_told(submission_id: int, at: datetime) -> None:
    """The letter about the answer has been sent."""
    FeedbackCase.objects.filter(submission_id=submission_id).update(told_at=at)


@sensitive_variables()
def case_shown(*, case: FeedbackCase, now: datetime | None = None) -> str:
    """The answer for the sender, who opened it with both codes; the first look is kept."""
    answer = answer_text(case)
    if answer and case.seen_at is None:
        FeedbackCase.objects.filter(pk=case.pk, seen_at__isnull=True).update(seen_at=now or timezone.now())
    return answer


# Handing on


def case_assign(*, case: FeedbackCase, user: AbstractBaseUser, to: AbstractBaseUser) -> None:
    """Give a case to another member of the same board, who is told. Within the institution nothing is passed on."""
    with transaction.atomic():
        locked = _locked(case)
        if to.pk not in {person.pk for person in board_of_case(locked)}:
            raise ValidationError(_("This person is not on the board."), code="person")
        submission_change(submission=locked.submission, user=user, purpose=AccessPurpose.HANDLE)
        locked.assigned_to, locked.changed_by = to, user
        if locked.state == CaseState.RECEIVED:
            locked.state = CaseState.HANDLED
        locked.save()
        if to != user and to.email:
            letter_queue(
                kind="feedback.assigned",
                user=to,
                institution=locked.submission.institution,
                about={"submission": locked.submission_id},
            )


def case_pass_on(
    *, case: FeedbackCase, user: AbstractBaseUser, recipient: Recipient, now: datetime | None = None
) -> None:
    """Pass a case on to another institution, whose desk then has it as well; only to whom the sender accepted, which is put on
    record. Raises ValidationError where they did not."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(case)
        if recipient not in recipients_for(locked):
            raise ValidationError(_("The person has not accepted that this is passed on."), code="consent")
        _move(locked, CaseState.PASSED)
        disclosure_record(
            submission=locked.submission,
            fields=[field["name"] for field in locked.submission.snapshot.get("fields", [])],
            basis=DisclosureBasis.CONSENT,
            recipient=recipient,
            channel=_("on this system"),
            is_encrypted=True,
            user=user,
            now=now,
        )
        submission_change(submission=locked.submission, user=user, purpose=AccessPurpose.HANDLE)
        locked.passed_to, locked.changed_by = recipient.target, user
        locked.save()
        target = recipient.target
        if address := target.complaints_email or target.email:
            about = {"submission": locked.submission_id}
            letter_queue(kind="feedback.passed", address=address, institution=target, about=about)


# The clock


def cases_remind(*, now: datetime | None = None) -> int:
    """Remind who handles what is due within two working days or overdue, once for each; answers how many letters were queued."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    limit = add_working_days(today, settings.EDUSITE_FEEDBACK_REMIND_DAYS)
    due = FeedbackCase.objects.filter(
        state__in=OPEN_STATES, suspicion="", reminded_on__isnull=True, due_on__lte=limit
    ).select_related("submission__institution", "assigned_to")
    queued = 0
    for case in due.order_by("pk")[:500]:
        with transaction.atomic():
            if not FeedbackCase.objects.filter(pk=case.pk, reminded_on__isnull=True).update(
                reminded_on=today
            ):
                continue
            for user in letter_receivers(case):
                letter_queue(
                    kind="feedback.due",
                    user=user,
                    institution=case.submission.institution,
                    about={"submission": case.submission_id},
                )
                queued += 1
    return queued


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
        f"{timezone.localtime(submission.expires_at):%Y-%m-%d}",
        *(answers.get(name) for name in EXPORTED),
    ]
