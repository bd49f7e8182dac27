"""From what was sent to an application: child, wishes and the record; once a child, whatever comes at the same moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.frames import Frame, catchment_group, frame_made, frame_of
from enrolment.applications.identity import bare_identity
from enrolment.applications.states import entry_add
from enrolment.applications.wishes import wished
from enrolment.choices import ApplicationState, Channel, Entry
from enrolment.models import Application, CampaignPage, Wish
from privacy import codes, encryption
from privacy.models import Submission
from privacy.registry import SubmissionRefusedError
from privacy.services.claims import claims_taken
from privacy.services.submissions import claim_move

CHANGEABLE = frozenset(
    {ApplicationState.SUBMITTED, ApplicationState.MORE, ApplicationState.VALID, ApplicationState.INVALID}
)
"""States in which an applicant changes answers and wishes, until the deadline."""


@dataclass(frozen=True)
class OnPaper:
    """How an application came that staff enter."""

    user: Any
    received_on: date


def taken_text() -> str:
    """Refuses a second application, and says nothing about the first."""
    return _(
        "This application cannot be taken: for each child there is one application in a campaign. If you have applied already, "
        "open your application with the reference and the secret code of its receipt; there you can change it. If you have lost "
        "the codes, or have not applied before, turn to the school of your first wish."
    )


@sensitive_variables("identity")
def child_digest(campaign_id: int, identity: str) -> str:
    """By what a child is found again in one campaign, and in no other, without its number."""
    return encryption.blind_index(bare_identity(identity), use=f"child:{campaign_id}")


@sensitive_variables("identity")
def child_digests(campaign_id: int, identity: str) -> list[str]:
    """Under each key of the ring: for look-ups while keys are rotated."""
    return encryption.blind_indexes(bare_identity(identity), use=f"child:{campaign_id}")


@sensitive_variables()
def child_reindexed(row: Application) -> None:
    """Put the digest under the key in use; the caller stores the row."""
    row.child_digest = child_digest(row.campaign_id, row.unseal_field("sealed_identity"))


@sensitive_variables()
def has_applied(campaign_id: int, identity: str, *, besides: Application | None = None) -> bool:
    """Whether an application that was not withdrawn has this child."""
    found = Application.objects.filter(
        campaign_id=campaign_id, child_digest__in=child_digests(campaign_id, identity)
    ).exclude(state=ApplicationState.WITHDRAWN)
    return (found.exclude(pk=besides.pk) if besides else found).exists()


@sensitive_variables()
def child_claim(page: CampaignPage, answers: Mapping[str, Any]) -> str:
    """What only one application has (``FormKind.claim``). Raises SubmissionRefusedError where another has it."""
    campaign_id, identity = page.source.pk, str(answers.get("child_identity") or "")
    now, *older = child_digests(campaign_id, identity)
    if has_applied(campaign_id, identity) or (older and claims_taken(older)):
        raise SubmissionRefusedError(taken_text())
    return now


@sensitive_variables()
def child_reclaim(page: CampaignPage, answers: Mapping[str, Any]) -> str:
    """The claim under the key in use (``FormKind.reclaim``)."""
    return child_digest(page.source.pk, str(answers.get("child_identity") or ""))


def lot_code_of(reference: str) -> str:
    """The code by which a published drawing is checked; nobody gets from it to the reference."""
    return codes.secret_for(f"lot|{reference}")


@sensitive_variables()
def application_open(submission: Submission, *, paper: OnPaper | None = None) -> Application:
    """Make the application of a submission with its wishes, inside the transaction that stores it; a second time answers it.

    Raises SubmissionRefusedError for a second application of one child, and for wishes that the campaign no longer has.
    """
    existing = Application.objects.filter(submission=submission).first()
    if existing:
        return existing
    page = CampaignPage.objects.get(pk=submission.page_id)
    answers = submission.unseal_field("sealed_answers") or {}
    frame = frame_of(page)
    wishes = _wishes(frame, answers)
    if not wishes:
        frame = frame_made(page)
        wishes = _wishes(frame, answers)
    identity = str(answers["child_identity"])
    if has_applied(frame.campaign_id, identity):
        raise SubmissionRefusedError(taken_text())
    if not wishes:
        raise SubmissionRefusedError(_("None of the places that you chose is offered any more."))
    application = Application(
        submission=submission,
        campaign_id=frame.campaign_id,
        child_digest=child_digest(frame.campaign_id, identity),
        handler_id=wishes[0].school_id,
        channel=Channel.PAPER if paper else Channel.WEB,
        entered_by=paper.user if paper else None,
        paper_on=paper.received_on if paper else None,
        lot_code=lot_code_of(submission.reference),
        state_at=submission.created_at,
    )
    application.seal_field("sealed_identity", identity)
    try:
        with transaction.atomic():
            application.save(force_insert=True)
    except IntegrityError as error:
        raise SubmissionRefusedError(taken_text()) from error
    _store(application, wishes)
    entry_add(
        application=application,
        kind=Entry.ENTERED if paper else Entry.RECEIVED,
        user=paper.user if paper else None,
        is_shown=True,
        to_state=application.state,
        now=submission.created_at,
    )
    return application


def application_received(submission: Submission) -> None:
    """What ``FormKind.received`` calls."""
    application_open(submission)


@sensitive_variables()
def application_replaced(submission: Submission) -> None:
    """Let an application follow the answers that its sender put in place of the old ones (``FormKind.replaced``).

    Raises SubmissionRefusedError after the deadline and in states that take no change.
    """
    application = _locked(submission)
    if application is None:
        raise SubmissionRefusedError(_("What you wanted to change has been erased meanwhile."))
    now = timezone.now()
    if not may_change(application, now=now):
        raise SubmissionRefusedError(_("This application can no longer be changed."))
    try:
        _follow(application, submission)
    except ValidationError as error:
        raise SubmissionRefusedError(" ".join(error.messages)) from error
    application_taken_up(application, now=now)


def application_taken_up(application: Application, *, user=None, now: datetime) -> None:
    """What was changed is checked from the beginning: a new version, handed in again, without a decision that waits. `user`: the
    officer who entered the change for the family; inside the caller's transaction."""
    before = application.state
    application.revision += 1
    application.changed_at = now
    fields = ["revision", "changed_at", "state", "state_at", "due_on"]
    if before != ApplicationState.SUBMITTED:
        application.state, application.state_at, application.due_on = ApplicationState.SUBMITTED, now, None
    application.proposed_state, application.proposed_by, application.proposed_at = "", None, None
    application.save(update_fields=[*fields, "proposed_state", "proposed_by", "proposed_at"])
    entry_add(
        application=application,
        kind=Entry.CHANGED,
        user=user,
        is_shown=True,
        from_state=before,
        to_state=application.state,
        now=now,
    )


@sensitive_variables()
def application_corrected(submission: Submission) -> None:
    """Let an application follow a correction of single answers (``FormKind.changed``). Raises ValidationError where wishes were
    changed too late, and for the number of a child that has another application."""
    application = _locked(submission)
    if application is not None:
        _follow(application, submission, keeps_facts=_is_checked(application))


def _is_checked(application: Application) -> bool:
    """Whether an officer has put facts of the wishes right since the applicant last changed the whole."""
    kinds = (Entry.CHECKED, Entry.CHANGED)
    last = application.entries.filter(kind__in=kinds).order_by("at", "pk").last()
    return last is not None and last.kind == Entry.CHECKED


def may_change(application: Application, *, now) -> bool:
    """Whether answers and wishes may still be changed by the applicant."""
    return application.state in CHANGEABLE and now < application.campaign.closes_at


def _locked(submission: Submission) -> Application | None:
    rows = Application.objects.select_for_update(of=("self",)).select_related("campaign")
    return rows.filter(submission=submission).first()


@sensitive_variables()
def _follow(application: Application, submission: Submission, *, keeps_facts: bool = False) -> None:
    answers = submission.unseal_field("sealed_answers") or {}
    identity = str(answers.get("child_identity") or "")
    if identity and identity != application.unseal_field("sealed_identity"):
        if has_applied(application.campaign_id, identity, besides=application):
            raise ValidationError(taken_text(), code="taken")
        application.child_digest = child_digest(application.campaign_id, identity)
        application.seal_field("sealed_identity", identity)
        try:
            with transaction.atomic():
                application.save(update_fields=["child_digest", "sealed_identity"])
        except IntegrityError as error:
            raise ValidationError(taken_text(), code="taken") from error
        try:
            claim_move(submission=submission, claim=application.child_digest)
        except SubmissionRefusedError as refused:
            raise ValidationError(taken_text(), code="taken") from refused
    _follow_wishes(application, answers, keeps_facts=keeps_facts)


@sensitive_variables("answers")
def _follow_wishes(
    application: Application, answers: Mapping[str, Any], *, keeps_facts: bool = False
) -> None:
    """`keeps_facts`: what officers found about wishes that stay is not overwritten by what was claimed."""
    stored = list(application.wishes.order_by("position"))
    keys = [f"{wish.school_id}/{wish.track}" for wish in stored]
    wanted = wished(answers)
    is_open = may_change(application, now=timezone.now())
    if wanted != keys and not is_open:
        raise ValidationError(
            _("Wishes are changed until the campaign closes, and not after a decision."), code="late"
        )
    if not is_open:
        return
    wishes = _wishes(frame_made(application.campaign), answers)
    if [f"{wish.school_id}/{wish.track}" for wish in wishes] != wanted or not wishes:
        raise ValidationError(_("One of the places that you chose is not offered any more."), code="place")
    kept = {f"{wish.school_id}/{wish.track}": wish for wish in stored}
    for wish, key in zip(wishes, wanted, strict=True):
        if key in kept:
            wish.score = kept[key].score
            if keeps_facts:
                old = kept[key]
                wish.catchment, wish.is_first, wish.points = old.catchment, old.is_first, old.points
    application.wishes.all().delete()
    _store(application, wishes)
    if application.handler_id != wishes[0].school_id:
        application.handler_id, application.assigned_to = wishes[0].school_id, None
        application.save(update_fields=["handler", "assigned_to"])


def _store(application: Application, wishes: list[Wish]) -> None:
    for wish in wishes:
        wish.application = application
    Wish.objects.bulk_create(wishes)


@sensitive_variables("answers")
def _wishes(frame: Frame, answers: Mapping[str, Any]) -> list[Wish]:
    """The wishes as rows, not stored; priority as it is claimed, to be confirmed by whoever checks. Of several categories the one
    with the most points counts."""
    claimed = [c for c in frame.categories if c.code in (answers.get("priorities") or [])]
    points = max((Decimal(c.points) for c in claimed), default=Decimal(0))
    places = [place for key in wished(answers) if (place := frame.place(key))]
    return [
        Wish(
            position=position,
            school_id=place.school_id,
            track=place.track,
            catchment=catchment_group(place, answers),
            is_first=any(c.is_first for c in claimed),
            points=points,
        )
        for position, place in enumerate(places, start=1)
    ]
