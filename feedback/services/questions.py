"""Questions: taken in, routed, answered to the one who asked, and published without who it was (W10.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.text import fold, slug
from feedback.choices import QUESTION_TRANSITIONS, QuestionOutcome, QuestionState
from feedback.models import QUESTION, QuestionCase, QuestionPage, QuestionsPage, QuestionTopic, topics_of
from feedback.selectors.questions import may_publish, wants_publication
from network.letters import letter_queue
from network.models import Institution
from privacy import codes, doors
from privacy.calendar import add_working_days
from privacy.guard.scanning import scan_text
from privacy.models import Submission
from privacy.services import submission_change, submission_read
from privacy.services.retention import submission_close

RECEIVED, ROUTED = "feedback.question_received", "feedback.question_routed"
SENDER_FIELDS = ("name", "email", "phone")


@sensitive_variables()
def question_open(submission: Submission) -> None:
    """Open a case for a new question, inside the transaction that stores it: with the person of its topic where there is one,
    else with the desk; the clock runs in working days from the day after."""
    answers = submission.unseal_field("sealed_answers")
    institution = submission.institution
    topics = {topic.code: topic for topic in topics_of(institution)}
    topic = topics.get(answers.get("topic")) or next(iter(topics.values()))
    now = submission.created_at
    case = QuestionCase(
        submission=submission,
        institution=institution,
        topic=topic.code,
        unit=topic.unit,
        due_on=add_working_days(timezone.localdate(now), topic.days),
    )
    if topic.responsible_id:
        case.assigned_to_id, case.routed_at, case.state = topic.responsible_id, now, QuestionState.ROUTED
    case.save()
    if case.assigned_to_id:
        _tell(case)
    elif address := institution.email or institution.complaints_email:
        letter_queue(kind=RECEIVED, address=address, institution=institution, about={"case": case.pk})


def _tell(case: QuestionCase) -> None:
    letter_queue(
        kind=ROUTED,
        user=case.assigned_to,
        institution=case.institution,
        about={"case": case.pk, "person": case.assigned_to_id},
    )


@dataclass
class OpenedQuestion:
    """What a case says, for the one answer that shows it."""

    answers: dict[str, Any]
    answer: str
    note: str
    public: dict[str, str]


@sensitive_variables()
def question_read(*, case: QuestionCase, user: AbstractBaseUser, purpose: str) -> OpenedQuestion:
    """Question and answer, after the reading is on record."""
    answers = submission_read(submission=case.submission, user=user, purpose=purpose)
    return OpenedQuestion(
        answers,
        case.unseal_field("sealed_answer") or "",
        case.unseal_field("sealed_note") or "",
        case.unseal_field("sealed_public") or {},
    )


def question_route(
    *,
    case: QuestionCase,
    user: AbstractBaseUser,
    purpose: str,
    topic: str,
    person: AbstractBaseUser | None = None,
    unit: str = "",
    now: datetime | None = None,
) -> None:
    """Give a question to a person of the board or to a unit. The clock goes on: it belongs to the one who asked. One that is
    answered goes to a second person, who answers better or redacts it for the public."""
    with transaction.atomic():
        locked = QuestionCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        locked.topic, locked.assigned_to, locked.unit = topic, person, unit.strip()
        locked.routed_at = now or timezone.now()
        if locked.state != QuestionState.ANSWERED:
            locked.state = QuestionState.ROUTED
        locked.save()
        submission_change(submission=locked.submission, user=user, purpose=purpose)
        if person is not None and person.pk != user.pk:
            _tell(locked)


@sensitive_variables("answer", "text")
def question_answer(
    *,
    case: QuestionCase,
    user: AbstractBaseUser,
    purpose: str,
    outcome: str,
    answer: str = "",
    same: QuestionPage | None = None,
    now: datetime | None = None,
) -> None:
    """Answer the one who asked; `same`: the published page that answers it already. The period until it is erased runs from
    here."""
    now = now or timezone.now()
    text = answer.strip()
    if outcome == QuestionOutcome.DUPLICATE:
        if same is None:
            raise ValidationError(_("Choose the published question that answers it."))
        told = _("Your question is answered on this page: %(title)s (%(url)s)")
        text = "\n\n".join(filter(None, [text, told % {"title": same.title, "url": same.full_url}]))
    if not text:
        raise ValidationError(_("Write the answer, or say who can give it."))
    with transaction.atomic():
        locked = _locked(case, QuestionState.ANSWERED)
        locked.seal_field("sealed_answer", text)
        locked.outcome, locked.state = QuestionOutcome(outcome), QuestionState.ANSWERED
        locked.answered_by, locked.answered_at = user, now
        locked.save()
        submission_change(submission=locked.submission, user=user, purpose=purpose)
        submission_close(submission=locked.submission, on=timezone.localdate(now))


def _locked(case: QuestionCase, then: QuestionState) -> QuestionCase:
    locked = QuestionCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if then not in QUESTION_TRANSITIONS[locked.state]:
        raise ValidationError(
            _("This question is “%(now)s” and cannot become “%(then)s”."),
            params={"now": locked.get_state_display(), "then": then.label},
            code="transition",
        )
    return locked


@sensitive_variables("title", "question", "answer", "sent")
def question_publish(
    *,
    case: QuestionCase,
    parent: QuestionsPage,
    user: AbstractBaseUser,
    purpose: str,
    title: str,
    question: str,
    answer: str,
    now: datetime | None = None,
) -> QuestionPage:
    """Make the page of an answered question as a draft and hand it to the approval chain. `user` redacted it: somebody else than
    the one who answered.

    Raises PermissionDenied where the asker has not agreed to the publication, or where the same person answered and redacts;
    ValidationError where the text still tells who asked.
    """
    with transaction.atomic():
        locked = QuestionCase.objects.select_for_update(of=("self",)).get(pk=case.pk)
        if locked.state != QuestionState.ANSWERED or not wants_publication(locked.submission):
            raise PermissionDenied(
                _("The one who asked has not agreed that question and answer are published.")
            )
        if not may_publish(locked, user):
            raise PermissionDenied(_("Who answered does not redact the text as well: a second person does."))
        sent = submission_read(submission=locked.submission, user=user, purpose=purpose)
        _refuse_names(sent, {"title": title, "question": question, "answer": answer})
        page = _public_page(locked, parent, user, title, question, answer, now or timezone.now())
        locked.seal_field("sealed_public", {"title": title, "question": question, "answer": answer})
        locked.redacted_by, locked.page = user, page
        locked.save()
        submission_change(submission=locked.submission, user=user, purpose=purpose)
    return page


@sensitive_variables()
def _refuse_names(sent: dict[str, Any], texts: dict[str, str]) -> None:
    """What the sender gave as name, e-mail or telephone does not stand in what is published, however it is written; nor does a
    list of people."""
    errors = {}
    for field, text in texts.items():
        told = fold(text)
        digits = "".join(c for c in text if c.isdigit())
        for name in SENDER_FIELDS:
            value = str(sent.get(name) or "").strip()
            if not value:
                continue
            number = "".join(c for c in value if c.isdigit())
            found = fold(value).strip() in told if name != "phone" else len(number) > 5 and number in digits
            if found:
                errors[field] = _("This text still has the sender's name, e-mail or telephone number.")
        if field not in errors and (listed := scan_text(text)).items:
            kinds = ", ".join(dict.fromkeys(str(item.label) for item in listed.items))
            errors[field] = _("This text lists people with: %(kinds)s.") % {"kinds": kinds}
    if errors:
        raise ValidationError(errors)


def _public_page(case, parent, user, title, question, answer, now) -> QuestionPage:
    institution = case.institution
    unit = case.unit or institution.local_name
    body = [("paragraph", linebreaks(escape(answer)))]
    existing = case.page
    page = existing.get_latest_revision_as_object() if existing else QuestionPage(live=False)
    page.title, page.question, page.body = title.strip(), question.strip(), body
    page.topic, page.unit, page.date = case.topic, unit[:200], timezone.localdate(now)
    page.author_name, page.source_name = unit[:160], institution.local_name[:200]
    if existing is None:
        page.locale, page.owner = parent.locale, user
        with translation.override(parent.locale.language_code):
            parent.add_child(instance=page)
    revision = page.save_revision(user=user, log_action=True)
    workflow = page.get_workflow()
    if workflow is not None and not page.workflow_in_progress:
        workflow.start(revision.as_object(), user)
    return page


@transaction.atomic
def topic_save(*, institution: Institution, topics: Iterable[QuestionTopic]) -> None:
    """Keep the topics of an institution; a new one gets a code from its name that no other has."""
    used = set(QuestionTopic.objects.filter(institution=institution).values_list("code", flat=True))
    for number, topic in enumerate(topics):
        topic.institution = institution
        if not topic.code:
            base = slug(topic.name, max_length=36, fallback="chu-de")
            topic.code = base if base not in used else f"{base}-{number}"
        used.add(topic.code)
        topic.full_clean(exclude=["institution", "responsible"])
        topic.save()


@sensitive_variables()
def question_for_codes(*, institution: Institution | None, reference: str, secret: str) -> Submission | None:
    """The question that both codes open on this site. A reference that is not there costs as much as a wrong secret."""
    found = Submission.objects.select_related("question_case__page", "institution").filter(
        institution=institution, form=QUESTION, reference=codes.normalised_reference(reference)
    )
    submission = found.first()
    is_right = doors.opens(secret, submission.secret_hash if submission else None)
    return submission if is_right else None


@sensitive_variables()
def answer_shown(submission: Submission) -> dict[str, Any]:
    """What the one who asked is shown with both codes: state, day, answer, and the page where there is one."""
    case = submission.question_case
    page = case.page if case.page and case.page.live else None
    return {
        "state": case.get_state_display(),
        "is_answered": case.state == QuestionState.ANSWERED,
        "due_on": case.due_on,
        "answered_at": case.answered_at,
        "answer": case.unseal_field("sealed_answer") or "",
        "page": page,
        "reference": submission.reference,
        "form": QUESTION,
    }
