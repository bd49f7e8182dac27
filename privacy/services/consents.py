"""Decisions that people take after they sent something (law 91/2025, article 9; circular 25/2010, article 6)."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from privacy.choices import Actor, Decision, Method
from privacy.models import ConsentEvent, Notice, Purpose, Recipient, Submission
from privacy.services.chain import chain_append

STEP = "rights"


def consent_change(
    *,
    submission: Submission,
    decision: Decision,
    purpose: Purpose | None = None,
    recipient: Recipient | None = None,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    wording: str = "",
    now: datetime | None = None,
) -> ConsentEvent | None:
    """Add a later decision about one purpose or one recipient to the chain; None where it says what holds already.

    `wording`: what was shown; by default the words of the decision before. What the decision ends is for the caller to end
    with ``retention.submission_recompute``, in the same transaction. Raises ValidationError for a purpose that rests on a law:
    there is no consent to take back.
    """
    if (purpose is None) == (recipient is None):
        raise ValueError("A decision is about one purpose or one recipient.")
    if purpose is not None and not purpose.needs_consent:
        raise ValidationError(
            _("This use rests on a law (%(citation)s), not on consent. You can object to it instead."),
            params={"citation": purpose.citation},
            code="by-law",
        )
    with transaction.atomic():
        Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        before = newest_decision(submission, purpose=purpose, recipient=recipient, actor=actor)
        if before is not None and before.decision == decision:
            return None
        words = wording or (before.wording if before else "") or _default_wording(purpose, recipient)
        notice = Notice.objects.current(submission.institution) or submission.notice
        event = ConsentEvent(
            submission=submission,
            subject=submission.uid,
            form=submission.form,
            purpose=purpose,
            recipient=recipient,
            decision=decision,
            wording=words,
            wording_sha256=hashlib.sha256(words.encode()).hexdigest(),
            notice=notice,
            notice_sha256=notice.sha256,
            step=STEP,
            actor=actor,
            method=method,
            language=submission.language,
            occurred_at=now or timezone.now(),
        )
        return chain_append(institution=submission.institution, entries=[event])[0]


def newest_decision(
    submission: Submission,
    *,
    purpose: Purpose | None = None,
    recipient: Recipient | None = None,
    actor: Actor | None = None,
) -> ConsentEvent | None:
    """The last decision about one purpose or recipient; with `actor`, a child's word and that of the grown-up are told apart."""
    events = ConsentEvent.objects.filter(submission=submission, purpose=purpose, recipient=recipient)
    if actor == Actor.CHILD:
        events = events.filter(actor=Actor.CHILD)
    elif actor is not None:
        events = events.exclude(actor=Actor.CHILD)
    return events.order_by("-number").first()


def _default_wording(purpose: Purpose | None, recipient: Recipient | None) -> str:
    return purpose.local_text if purpose else recipient.local_name
