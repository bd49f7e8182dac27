"""Answers between the steps of a form."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from network.models import Institution
from privacy import codes, doors
from privacy.models import FormDraft, SentForm

STEP_LIFE = timedelta(hours=2)
WHOLE_LIFE = timedelta(hours=24)
KEPT_PREFIX = "NHAP"
"""Before the references of drafts that are kept: none of them is that of something sent."""
LONGEST_CODE = 40


class DraftSentError(Exception):
    """The form was sent already; its draft changes no more."""


@sensitive_variables()
def draft_save(
    *,
    page: Page,
    institution: Institution,
    step: str,
    data: dict[str, Any],
    draft: FormDraft | None = None,
    is_rushed: bool = False,
    now: datetime | None = None,
) -> tuple[FormDraft, str]:
    """Store the answers so far, sealed; answers the draft and, for a new one, its token (else an empty text).

    A draft lasts two hours after its last step and never longer than a day, or until the day that `draft_keep` told. `is_rushed`:
    it may have been acknowledged at this very moment; raises DraftSentError then.
    """
    now = now or timezone.now()
    token = ""
    if draft is None:
        token = codes.new_token()
        draft = FormDraft(
            token_hash=codes.token_hash(token), page_id=page.pk, institution=institution, created_at=now
        )
    draft.step = step
    draft.expires_at = draft.kept_until or min(now + STEP_LIFE, draft.created_at + WHOLE_LIFE)
    draft.seal_field("sealed_data", data)
    draft.ready = draft.sealed_ready = draft.claim = ""
    with transaction.atomic():
        draft.save()
        # Behind the lock of the row: what acknowledges it holds the same one.
        if is_rushed and not token and SentForm.objects.filter(draft_id=draft.pk).exists():
            raise DraftSentError
    return draft, token


@sensitive_variables()
def kept_secret(draft: FormDraft) -> str:
    """The second code of a draft that is kept: made from the draft, so that it is shown again and never stored."""
    return codes.secret_for(f"kept|{draft.uid}")


@sensitive_variables()
def draft_keep(*, draft: FormDraft, until: datetime, now: datetime | None = None) -> FormDraft:
    """Keep a draft for a sender who goes on later, on any device, with its reference and secret. `until`: what the form allows;
    a draft that is kept already keeps both codes. A day in the past keeps nothing longer."""
    now = now or timezone.now()
    with transaction.atomic():
        found = FormDraft.objects.select_for_update().get(pk=draft.pk)
        if not found.reference:
            found.reference = _free_reference()
            found.secret_hash = codes.hashed_secret(kept_secret(found))
        found.kept_until = found.expires_at = max(until, now)
        found.save(update_fields=["reference", "secret_hash", "kept_until", "expires_at"])
    for name in ("reference", "secret_hash", "kept_until", "expires_at"):
        setattr(draft, name, getattr(found, name))
    return draft


def _free_reference() -> str:
    while FormDraft.objects.filter(reference=(code := codes.new_reference(KEPT_PREFIX))).exists():
        continue
    return code


@sensitive_variables()
def draft_resume(
    *, institution: Institution, reference: str, secret: str, now: datetime | None = None
) -> tuple[FormDraft, str] | None:
    """The draft of both codes with a new token: whoever had it open elsewhere goes on from here. None for a wrong code; a
    reference that does not exist takes as long as a wrong secret."""
    now = now or timezone.now()
    rows = FormDraft.objects.filter(institution=institution, expires_at__gt=now, sent=None).exclude(
        reference=None
    )
    with transaction.atomic():
        found = (
            rows.select_for_update(of=("self",))
            .filter(reference=codes.normalised_reference(reference[:LONGEST_CODE]))
            .first()
        )
        is_right = doors.opens(secret[:LONGEST_CODE], found.secret_hash if found else None)
        if found is None or not is_right:
            return None
        token = codes.new_token()
        found.token_hash = codes.token_hash(token)
        found.save(update_fields=["token_hash"])
    return found, token


@sensitive_variables()
def draft_open(*, draft: FormDraft) -> dict[str, Any]:
    """The answers so far, for the person who holds the draft's token; nobody else has a way to them."""
    return draft.unseal_field("sealed_data")
