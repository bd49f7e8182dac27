"""Storing what a person sent, with the proof of what was decided."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from network.models import Institution
from privacy import codes
from privacy.choices import Actor, AuditAction, Decision, Method
from privacy.models import ConsentEvent, FormDraft, Notice, Purpose, Recipient, SentForm, Submission
from privacy.registry import FormKind, SubmissionRefusedError
from privacy.services.access import audit_record, reference_of
from privacy.services.chain import chain_append
from privacy.services.files import files_take_over
from privacy.services.lookups import lookups_store
from privacy.services.retention.periods import period_set
from privacy.services.retention.terms import granted_by


def taken() -> str:
    """What whoever sends something is told where only one of its kind is taken."""
    return _("There is a submission for the same person already. It is not taken in twice.")


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One decision with the words that were shown."""

    decision: Decision
    wording: str
    step: str
    purpose: Purpose | None = None
    recipient: Recipient | None = None
    actor: Actor = Actor.SELF
    method: Method = Method.WEB

    def get_decision_display(self) -> str:
        return str(self.decision.label)


@sensitive_variables("answers", "secret", "lookups", "value")
def submission_create(
    *,
    kind: FormKind,
    institution: Institution,
    page: Page,
    notice: Notice,
    snapshot: dict[str, Any],
    answers: dict[str, Any],
    decisions: Sequence[Decided],
    retention_days: int,
    secret: str,
    language: str,
    lookups: Sequence[tuple[str, str]] = (),
    draft: FormDraft | None = None,
    claim: str = "",
    now: datetime | None = None,
) -> tuple[Submission, bool]:
    """Store one submission in one transaction: sealed answers with their files, a chained event for each decision, the audit
    entry; then the draft goes. Answers the submission and whether it is new: the same draft sent twice
    answers the first one.

    `lookups`: kind and value of what it is found again by; `retention_days`: finite; `secret`: the second factor, of which a
    hash is stored; `claim`: what only one submission of the kind may have (``FormKind.claim``).

    Raises SubmissionRefusedError where the claim is taken.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(draft)
        if draft is not None and locked is None:
            return Submission.objects.get(draft_hash=draft.token_hash), False
        submission = Submission(
            reference=_free_reference(kind),
            institution=institution,
            page_id=page.pk,
            form=kind.code,
            language=language,
            snapshot=snapshot,
            notice=notice,
            secret_hash=codes.hashed_secret(secret),
            draft_hash=draft.token_hash if draft else None,
            created_at=now,
            expires_at=now + timedelta(days=retention_days),
        )
        if claim:
            claim_take(submission=submission, claim=claim)
        submission_store(
            submission=submission,
            kind=kind,
            answers=answers,
            decisions=decisions,
            lookups=lookups,
            draft=locked,
        )
    return submission, True


@sensitive_variables("answers", "lookups", "value")
def submission_store(
    *,
    submission: Submission,
    kind: FormKind,
    answers: dict[str, Any],
    decisions: Sequence[Decided],
    lookups: Sequence[tuple[str, str]],
    draft: FormDraft | None,
) -> None:
    """Store a submission with all that belongs to it, inside the caller's transaction; its draft, which is locked, goes. Its end
    follows from the rules that were shown, where the snapshot has any; else `expires_at` stands."""
    about = [(decided.purpose.code, decided.decision) for decided in decisions if decided.purpose]
    period_set(submission, granted_by(submission.snapshot, about))
    submission.snapshot_sha256 = snapshot_sha256(submission.snapshot)
    submission.seal_field("sealed_answers", answers)
    submission.save(force_insert=True)
    if draft is not None:
        files_take_over(draft=draft, submission=submission, answers=answers)
        draft.delete()
    lookups_store(submission=submission, values=lookups)
    chain_append(
        institution=submission.institution,
        entries=[
            decision_event(submission, submission.notice, decided, submission.created_at)
            for decided in decisions
        ],
    )
    audit_record(
        institution=submission.institution, action=AuditAction.CREATE, object_ref=reference_of(submission)
    )
    if kind.received:
        kind.received(submission)


def claim_take(*, submission: Submission, claim: str, now: datetime | None = None) -> None:
    """Note what only this submission may have, inside the transaction that stores it; for a day from `now` on, by default from
    when it was sent."""
    note = SentForm(
        institution=submission.institution,
        page_id=submission.page_id,
        form=submission.form,
        token_hash=submission.draft_hash or codes.token_hash(codes.new_token()),
        reference=submission.reference,
        secret_hash=submission.secret_hash,
        claim=claim,
        language=submission.language,
        sent_at=submission.created_at,
        filed_at=now or submission.created_at,
    )
    try:
        with transaction.atomic():
            note.save(force_insert=True)
    except IntegrityError:
        raise SubmissionRefusedError(taken()) from None


def claim_move(*, submission: Submission, claim: str) -> None:
    """What only this submission may have is another thing now: the old one may be had by others again; inside the caller's
    transaction. Raises SubmissionRefusedError where another submission, or a form that waits to be filed, has it."""
    try:
        with transaction.atomic():
            moved = SentForm.objects.filter(reference=submission.reference).update(claim=claim)
    except IntegrityError:
        raise SubmissionRefusedError(taken()) from None
    if not moved:
        claim_take(submission=submission, claim=claim, now=timezone.now())


def claim_free(*, submission: Submission) -> None:
    """What a submission had alone may be had again: after its withdrawal, inside the caller's transaction."""
    SentForm.objects.filter(reference=submission.reference).update(claim=None)


def _locked(draft: FormDraft | None) -> FormDraft | None:
    """The draft, locked; None where another request has sent it already, or where there is none."""
    return FormDraft.objects.select_for_update().filter(pk=draft.pk).first() if draft else None


def _free_reference(kind: FormKind) -> str:
    while Submission.objects.filter(reference=(code := codes.new_reference(kind.reference_prefix))).exists():
        continue
    return code


def snapshot_sha256(snapshot: dict[str, Any]) -> str:
    text = json.dumps(snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def decision_event(submission: Submission, notice: Notice, decided: Decided, now: datetime) -> ConsentEvent:
    """A decision as an entry of the chain, not stored yet."""
    return ConsentEvent(
        submission=submission,
        subject=submission.uid,
        form=submission.form,
        purpose=decided.purpose,
        recipient=decided.recipient,
        decision=decided.decision,
        wording=decided.wording,
        wording_sha256=hashlib.sha256(decided.wording.encode()).hexdigest(),
        notice=notice,
        notice_sha256=notice.sha256,
        step=decided.step,
        actor=decided.actor,
        method=decided.method,
        language=submission.language,
        occurred_at=now,
    )
