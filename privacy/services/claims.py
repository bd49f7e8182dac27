"""What only one form may have (``FormKind.claim``), while keys are rotated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from privacy.models import FormDraft, SentForm, Submission
from privacy.registry import FormKind, form_kind


def claims_taken(claims: Sequence[str]) -> bool:
    """Whether a form was acknowledged that has one of these: the same claim under the keys of before."""
    return SentForm.objects.filter(claim__in=claims).exists()


def claims_reindex(batch: int) -> int:
    """Put the claims of what was acknowledged within a day, and of drafts that are ready, under the key in use, `batch` rows a
    transaction; answers how many were under another. Asks what was entered, as a claim does not tell its key."""
    return sum(_reindexed(rows) for model in (SentForm, FormDraft) for rows in _in_batches(model, batch))


def _in_batches(model: type[SentForm | FormDraft], batch: int) -> Iterator[list]:
    last = 0
    while True:
        with transaction.atomic():
            found = model.objects.select_for_update(of=("self",)).filter(pk__gt=last)
            found = found.exclude(claim="").exclude(claim=None).order_by("pk")
            if model is FormDraft:
                found = found.filter(ready_until__gt=timezone.now())
            rows = list(found[:batch])
            yield rows
        if len(rows) < batch:
            return
        last = rows[-1].pk


@sensitive_variables("claim")
def _reindexed(rows: Sequence[SentForm | FormDraft]) -> int:
    pages: dict[int, Page | None] = {}
    changed = 0
    for row in rows:
        if row.page_id not in pages:
            found = Page.objects.filter(pk=row.page_id).first()
            pages[row.page_id] = found.specific if found else None
        claim = _claim_of(row, pages[row.page_id])
        if claim and claim != row.claim:
            changed += _stored(row, claim)
    return changed


@sensitive_variables("claim")
def _stored(row: SentForm | FormDraft, claim: str) -> int:
    try:
        with transaction.atomic():
            return type(row).objects.filter(pk=row.pk).update(claim=claim)
    except IntegrityError:
        # Another has it already under the key in use.
        return 0


@sensitive_variables()
def _claim_of(row: SentForm | FormDraft, page: Page | None) -> str:
    kind, answers = _kind_of(row, page), _answers_of(row)
    return kind.reclaim(page, answers) if kind and kind.reclaim and page and answers else ""


def _kind_of(row: SentForm | FormDraft, page: Page | None) -> FormKind | None:
    if isinstance(row, FormDraft):
        return getattr(page, "kind_of_form", None)
    try:
        return form_kind(row.form)
    except KeyError:
        return None


@sensitive_variables()
def _answers_of(row: SentForm | FormDraft) -> Mapping[str, Any] | None:
    """What was entered: it stands in the draft, and after filing in the submission."""
    if isinstance(row, SentForm) and row.filed_at is not None:
        submission = Submission.objects.filter(reference=row.reference).first()
        return submission.unseal_field("sealed_answers") if submission else None
    draft = row if isinstance(row, FormDraft) else row.draft
    content = draft.unseal_field("sealed_ready") if draft else None
    return content["answers"] if content else None
