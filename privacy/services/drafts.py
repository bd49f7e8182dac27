"""Answers between the steps of a form."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from network.models import Institution
from privacy import codes
from privacy.models import FormDraft

STEP_LIFE = timedelta(hours=2)
WHOLE_LIFE = timedelta(hours=24)


@sensitive_variables()
def draft_save(
    *,
    page: Page,
    institution: Institution,
    step: str,
    data: dict[str, Any],
    draft: FormDraft | None = None,
    now: datetime | None = None,
) -> tuple[FormDraft, str]:
    """Store the answers so far, sealed; answers the draft and, for a new one, its token (else an empty text).

    A draft lasts two hours after its last step and never longer than a day.
    """
    now = now or timezone.now()
    token = ""
    if draft is None:
        token = codes.new_token()
        draft = FormDraft(
            token_hash=codes.token_hash(token), page_id=page.pk, institution=institution, created_at=now
        )
    draft.step = step
    draft.expires_at = min(now + STEP_LIFE, draft.created_at + WHOLE_LIFE)
    draft.seal_field("sealed_data", data)
    with transaction.atomic():
        draft.save()
    return draft, token


@sensitive_variables()
def draft_open(*, draft: FormDraft) -> dict[str, Any]:
    """The answers so far, for the person who holds the draft's token; nobody else has a way to them."""
    return draft.unseal_field("sealed_data")
