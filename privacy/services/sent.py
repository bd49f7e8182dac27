"""The short road of a form (decision 0027): made ready, acknowledged by one statement, filed by the worker.

What was acknowledged is durable: the draft with its files, the decisions of the last step, reference and hash of the secret. To
file it takes nothing of the page or of the form's code: what was shown and entered stands sealed in the draft.
"""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone, translation
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import codes, encryption
from privacy.models import FormDraft, Notice, Purpose, Recipient, SentForm, Submission
from privacy.registry import FormKind, SubmissionRefusedError, form_kind
from privacy.sending import granted_codes, purpose_decisions, sharing_decisions
from privacy.services.drafts import STEP_LIFE
from privacy.services.files import file_delete
from privacy.services.retention.terms import deadline_of
from privacy.services.submissions import Decided, submission_store, taken
from privacy.services.taking import form_take

__all__ = [
    "Decisions",
    "Receipt",
    "claims_forget",
    "file_with_codes",
    "form_acknowledge",
    "form_file",
    "form_ready",
    "forms_file",
    "refusal_with_codes",
    "sent_decisions",
    "sent_for_token",
]

BATCH = 5
"""Of one transaction, which holds the row of an institution: whoever decides something there waits no longer than for these."""
MOST_TRIES = 8
"""What could not be filed so often waits for a person; the health page tells."""
REFUSED_LIFE = timedelta(days=30)
"""So long the sender of one that could not be taken is told why."""
KEPT_AFTER = timedelta(hours=25)
"""Longer than any draft is ready: one whose claim was free when it became so meets this one."""
_LOCK = 0x65647500
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What was acknowledged; `is_new`: by this very request."""

    pk: int
    reference: str
    sent_at: datetime
    is_new: bool


@sensitive_variables("content")
def form_ready(
    *,
    draft: FormDraft,
    ready: str,
    content: Mapping[str, Any],
    claim: str = "",
    now: datetime | None = None,
) -> None:
    """Keep with a draft all that its submission is made of but the decisions of the last step.

    `content`: snapshot, answers, consents (rows of `ConsentForm.decisions`, or None where they come last), and the ids of notice,
    purposes and recipients that were shown; `ready` names what is asked now.
    """
    draft.seal_field("sealed_ready", dict(content))
    draft.ready, draft.claim = ready, claim
    draft.ready_until = min((now or timezone.now()) + STEP_LIFE, draft.expires_at)
    names = ("sealed_ready", "ready", "ready_until", "claim")
    FormDraft.objects.filter(pk=draft.pk).update(**{name: getattr(draft, name) for name in names})


@sensitive_variables()
def form_acknowledge(
    *,
    token_hash: str,
    page_id: int,
    kind: FormKind,
    ready: str,
    secret: str,
    choices: Mapping[str, Any],
    language: str,
    now: datetime | None = None,
) -> Receipt | None:
    """Take a form in: one statement, durable when it returns. The same draft sent again answers the first receipt; None where no
    such draft is ready. Raises SubmissionRefusedError where another has its claim."""
    now = now or timezone.now()
    for _again in range(5):
        reference = codes.new_reference(kind.reference_prefix)
        if pk := _take(token_hash, page_id, kind.code, ready, reference, secret, choices, language, now):
            return Receipt(pk, reference, now, is_new=True)
        found = SentForm.objects.filter(token_hash=token_hash, page_id=page_id).first()
        if found:
            return Receipt(found.pk, found.reference, found.sent_at, is_new=False)
        claim = FormDraft.objects.filter(
            token_hash=token_hash, page_id=page_id, ready=ready, ready_until__gt=now
        ).values_list("claim", flat=True)
        if not claim:
            return None
        if claim[0] and SentForm.objects.filter(claim=claim[0]).exists():
            raise SubmissionRefusedError(taken())
    raise RuntimeError("No free reference was found.")


@sensitive_variables()
def _take(token_hash, page_id, form, ready, reference, secret, choices, language, now) -> int | None:
    new = uuid.uuid4()
    uid = SentForm._meta.get_field("uid").get_db_prep_value(new, connection)
    at = connection.ops.adapt_datetimefield_value(now)
    sealed = encryption.seal(choices, context=SentForm.sealed_place(new, "sealed_choices"))
    kept = [uid, form, reference, codes.hashed_secret(secret), language, sealed, at]
    return form_take([*kept, token_hash, page_id, ready, at, reference])


def sent_for_token(*, token: str, page_id: int) -> SentForm | None:
    """What was acknowledged of a draft."""
    if not codes.is_token(token):
        return None
    return SentForm.objects.filter(token_hash=codes.token_hash(token), page_id=page_id).first()


# Filing


def forms_file(*, seconds: float = 45.0, batch: int = BATCH) -> int:
    """File what was acknowledged, in order of arrival, until nothing waits or the time is over; answers how many. One process
    files at a time: another that comes meanwhile has nothing to do."""
    until, filed, last = time.monotonic() + seconds, 0, 0
    while time.monotonic() < until:
        with transaction.atomic():
            if not _is_alone():
                break
            rows = list(_waiting().filter(pk__gt=last)[:batch])
            shown = Shown()
            filed += sum(_filed(row, shown) for row in rows)
        if len(rows) < batch:
            break
        last = rows[-1].pk
    return filed


def form_file(*, pk: int) -> bool:
    """File one at once, whatever waits before it; True where it is filed, also where it was already."""
    with transaction.atomic():
        row = _waiting().filter(pk=pk).first()
        if row is not None:
            return _filed(row, Shown())
    return SentForm.objects.filter(pk=pk).exclude(filed_at=None).exists()


@sensitive_variables("secret")
def file_with_codes(*, institution: Institution, reference: str, secret: str) -> None:
    """File what waits and is asked for with both codes: whoever has a receipt finds what they sent at once. One query for every
    other reference."""
    rows = SentForm.objects.filter(reference=reference, institution=institution, filed_at=None)
    row = rows.only("pk", "secret_hash").first()
    if row is not None and codes.secret_matches(secret, row.secret_hash):
        form_file(pk=row.pk)


@sensitive_variables("secret")
def refusal_with_codes(*, institution: Institution, reference: str, secret: str) -> str:
    """Why what was acknowledged could not be taken, for whoever has both codes; empty for everybody else."""
    rows = SentForm.objects.filter(reference=reference, institution=institution).exclude(refused_at=None)
    row = rows.only("pk", "secret_hash", "error").first()
    return row.error if row is not None and codes.secret_matches(secret, row.secret_hash) else ""


def _waiting():
    rows = SentForm.objects.select_for_update(of=("self",)).select_related("institution")
    return rows.filter(filed_at=None, tries__lt=MOST_TRIES).order_by("pk")


def _is_alone() -> bool:
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return cursor.fetchone()[0]


class Shown:
    """What was shown to the senders of one transaction, each row of it read once: notices, purposes and recipients."""

    def __init__(self) -> None:
        self._found: dict[type[Notice | Purpose | Recipient], dict[int, Any]] = {}

    def of(self, model: type[Notice | Purpose | Recipient], pks: Sequence[int]) -> list:
        """In the order of the keys. Raises KeyError where one is gone."""
        found = self._found.setdefault(model, {})
        if missing := [pk for pk in pks if pk not in found]:
            found |= model.objects.in_bulk(missing)
        return [found[pk] for pk in pks]


def _filed(row: SentForm, shown: Shown) -> bool:
    """File a row, which is locked, in a savepoint of its own: one that fails keeps no other back and is tried again."""
    try:
        with transaction.atomic(), translation.override(row.language):
            _file(row, shown)
    except SubmissionRefusedError as refused:
        SentForm.objects.filter(pk=row.pk).update(
            tries=MOST_TRIES, error=str(refused)[:300], refused_at=timezone.now(), claim=None
        )
        logger.error("privacy.sent_refused", extra={"sent": row.pk})
        return False
    except Exception as fault:
        # A connection that is cut takes the whole transaction with it; the next run begins where this one did.
        if not connection.is_usable():
            raise
        SentForm.objects.filter(pk=row.pk).update(tries=row.tries + 1, error=type(fault).__name__)
        logger.error("privacy.sent_not_filed", extra={"sent": row.pk, "error": type(fault).__name__})
        return False
    return True


@dataclass(frozen=True)
class Decisions:
    """What was decided in an acknowledged form, under which notice, and until when it is kept."""

    decisions: list[Decided]
    notice: Notice
    expires_at: datetime


@sensitive_variables("content")
def sent_decisions(row: SentForm) -> Decisions:
    """Of a form that waits, for the person who holds its token."""
    content, shown = row.draft.unseal_field("sealed_ready"), Shown()
    decisions = _decisions(content, row.unseal_field("sealed_choices"), shown)
    notice = shown.of(Notice, [content["notice"]])[0]
    kept = Submission(snapshot=content["snapshot"], created_at=row.sent_at)
    deadline = deadline_of(kept, granted_codes(decisions))
    return Decisions(decisions, notice, deadline.expires_at)


@sensitive_variables()
def _file(row: SentForm, shown: Shown) -> None:
    draft = FormDraft.objects.select_for_update().get(pk=row.draft_id)
    content = draft.unseal_field("sealed_ready")
    decisions = _decisions(content, row.unseal_field("sealed_choices"), shown)
    granted = granted_codes(decisions)
    fields = content["snapshot"]["fields"]
    answers = {
        f["name"]: content["answers"][f["name"]]
        for f in fields
        if f["name"] in content["answers"] and granted.intersection(f["purposes"])
    }
    days = [p["retention_days"] for p in content["snapshot"]["purposes"] if p["code"] in granted]
    submission = Submission(
        reference=row.reference,
        institution=row.institution,
        page_id=row.page_id,
        form=row.form,
        language=row.language,
        snapshot=content["snapshot"],
        notice=shown.of(Notice, [content["notice"]])[0],
        secret_hash=row.secret_hash,
        draft_hash=row.token_hash,
        created_at=row.sent_at,
        expires_at=row.sent_at + timedelta(days=max(days)),
    )
    SentForm.objects.filter(pk=row.pk).update(
        draft=None, filed_at=timezone.now(), sealed_choices="", error=""
    )
    submission_store(
        submission=submission,
        kind=form_kind(row.form),
        answers=answers,
        decisions=decisions,
        lookups=[
            (f["lookup"], str(answers[f["name"]]))
            for f in fields
            if f.get("lookup") and answers.get(f["name"])
        ],
        draft=draft,
    )


def _decisions(content: Mapping[str, Any], choices: Mapping[str, Any], shown: Shown) -> list[Decided]:
    purposes = shown.of(Purpose, content["purposes"])
    recipients = shown.of(Recipient, content["recipients"])
    consents = choices["consents"] if content["consents"] is None else content["consents"]
    return [
        *purpose_decisions(purposes, consents, step="consent"),
        *sharing_decisions(recipients, choices["sharing"], step="sharing"),
    ]


def claims_forget(now: datetime, dry_run: bool) -> int:
    """Remove emptied rows, and those that could not be taken with their drafts and files; for the daily job."""
    over = SentForm.objects.filter(filed_at__lte=now - KEPT_AFTER)
    refused = SentForm.objects.filter(refused_at__lte=now - REFUSED_LIFE)
    if dry_run:
        return over.count() + refused.count()
    removed = over.delete()[0]
    for row in refused.select_related("draft"):
        with transaction.atomic():
            row.delete()
            if row.draft is not None:
                file_delete(files=row.draft.files.all())
                row.draft.delete()
        removed += 1
    return removed
