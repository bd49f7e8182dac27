"""How any package sends a letter: it queues one inside its transaction, and the worker does the rest.

::

    register_kind(LetterKind("editorial.submitted", _("A page waits for you"), build=submitted))
    letter_queue(kind="editorial.submitted", user=chief, institution=institution, about={"page": page.pk})
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from network.letter_kinds import LetterKind, Message, kind_named, kinds, register_kind
from network.models import Institution, Letter
from network.tasks import wake_letters

__all__ = [
    "LetterDraft",
    "LetterKind",
    "Message",
    "kind_named",
    "kinds",
    "letter_queue",
    "letters_queue",
    "register_kind",
]

BATCH = 500


@dataclass(frozen=True, kw_only=True)
class LetterDraft:
    """Who gets a letter, and what about. ``about`` maps words to ids and dates, never to personal data."""

    user_id: int | None = None
    address: str = ""
    institution_id: int | None = None
    about: Mapping[str, int | str] = field(default_factory=dict)

    def key(self, kind: str) -> str:
        to = self.user_id if self.user_id is not None else self.address.strip().lower()
        content = json.dumps([kind, to, dict(self.about)], sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()


def letter_queue(
    *,
    kind: str,
    user=None,
    address: str = "",
    institution: Institution | None = None,
    about: Mapping[str, int | str] | None = None,
    not_before: datetime | None = None,
) -> None:
    """Queue one letter: to an account, or to an address where there is none yet; to nobody where the kind finds the
    address itself. The same letter that has not been sent yet is not queued again."""
    draft = LetterDraft(
        user_id=user.pk if user else None,
        address=address,
        institution_id=institution.pk if institution else None,
        about=about or {},
    )
    letters_queue(kind=kind, drafts=[draft], not_before=not_before)


def letters_queue(
    *,
    kind: str,
    drafts: Iterable[LetterDraft],
    not_before: datetime | None = None,
    now: datetime | None = None,
) -> None:
    """Queue many letters of one kind, with one query for 500 of them. Raises ValueError for a kind that nobody
    registered, and for a letter without recipient."""
    registered = kind_named(kind)
    if registered is None:
        raise ValueError(f"Nobody has registered letters of kind {kind!r}.")
    now = now or timezone.now()
    rows = []
    for draft in drafts:
        named = (draft.user_id is not None) + bool(draft.address)
        if named != (registered.recipient is None):
            raise ValueError("A letter goes either to an account or to an address.")
        rows.append(
            Letter(
                kind=kind,
                user_id=draft.user_id,
                address=draft.address.strip(),
                institution_id=draft.institution_id,
                about=dict(draft.about),
                key=draft.key(kind),
                created_at=now,
                not_before=not_before or now,
            )
        )
    if rows:
        Letter.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
        transaction.on_commit(wake_letters, robust=True)
