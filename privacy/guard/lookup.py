"""Turning a list into an individual look-up: a person sees their own row, nobody sees the list.

What a person enters leads to the row through an HMAC of both keys; without the key of the installation no row can be found,
and without knowing whom one looks for none can be opened. A code of nine letters has 44 bits; candidate numbers with dates of
birth are much weaker, so misses are counted for each number and each network.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.text import fold
from privacy import codes, encryption
from privacy.duties import Duty, institutions_with
from privacy.guard.deciding import decide, take
from privacy.guard.grids import list_in_grid
from privacy.guard.reading import read_file
from privacy.guard.reviewers import object_of
from privacy.models import GuardCheck, GuardDecision, GuardState, ListLookup, ListLookupRow, LookupKeyKind
from privacy.services.chain import chain_append

__all__ = [
    "MISSES_AN_HOUR",
    "Made",
    "columns_of_list",
    "is_locked",
    "lookup_create",
    "lookup_find_row",
    "lookups_end_due",
    "lookups_of",
]

CODE_LETTERS = 9
LONGEST = timedelta(days=365)
MISSES_AN_HOUR = 5
"""Wrong tries for one reference; after them it is closed for the rest of the hour, right or wrong."""


@dataclass
class Made:
    """A new look-up. `codes`: reference → code, known here and nowhere else; empty where the key is the date of birth."""

    lookup: ListLookup
    codes: list[tuple[str, str]] = field(default_factory=list)


def lookups_of(user) -> QuerySet[ListLookup]:
    return ListLookup.objects.filter(
        institution__in=institutions_with(user, Duty.REVIEW, Duty.APPROVE), is_open=True
    ).select_related("institution")


def _list_of(check: GuardCheck) -> tuple[list[str], list[list[str]]]:
    document = object_of(check)
    if document is None or check.is_page:
        return [], []
    with document.file.storage.open(document.file.name, "rb") as stored:
        content = read_file(document.filename, stored.read())
    return max(
        (list_in_grid(grid) for grid in content.grids), key=lambda found: len(found[1]), default=([], [])
    )


def columns_of_list(check: GuardCheck) -> list[tuple[str, str]]:
    """(place, header) of the columns of the longest list in a file."""
    return [(str(place), text[:80]) for place, text in enumerate(_list_of(check)[0])]


@transaction.atomic
@sensitive_variables()
def lookup_create(
    *,
    check: GuardCheck,
    user,
    title: str,
    reference: int,
    key_kind: LookupKeyKind,
    birth: int | None,
    shown: list[int],
    ends_on: date,
    now: datetime | None = None,
) -> Made:
    """Seal each row of the list, open the look-up until a day and put the decision on record; the file stays closed.

    Columns are named by their place. Raises ValidationError where references repeat or keys are missing, PermissionDenied as
    all decisions."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    check = take(check, user)
    headers, rows = _list_of(check)
    if not rows:
        raise ValidationError(_("No list was found that can be looked up in."))
    if not today < ends_on <= today + LONGEST:
        text = _("Name a day after today and not after %(last)s.") % {"last": f"{today + LONGEST:%d/%m/%Y}"}
        raise ValidationError({"ends_on": text})
    references = [normalised_reference(row[reference]) for row in rows]
    if not all(references) or len(set(references)) < len(references):
        raise ValidationError(
            {"reference": _("Each row needs a reference of its own; some are empty or stand twice.")}
        )
    lookup = ListLookup.objects.create(
        institution=check.institution,
        title=title.strip()[:200],
        reference_label=headers[reference][:80],
        key_kind=key_kind,
        columns=[headers[place] for place in shown],
        rows_count=len(rows),
        ends_on=ends_on,
        made_by=user,
        made_at=now,
    )
    made = Made(lookup)
    sealed = []
    for row, own in zip(rows, references, strict=True):
        key = _new_code() if key_kind == LookupKeyKind.CODE else normalised_birth(row[birth])
        if not key:
            raise ValidationError(
                {"birth": _("In some rows the date of birth is missing or cannot be read.")}
            )
        if key_kind == LookupKeyKind.CODE:
            made.codes.append((row[reference], key))
        sealed.append(_row(lookup, own, key, [row[place] for place in shown]))
    ListLookupRow.objects.bulk_create(sealed, batch_size=500)
    decide(
        check, GuardState.LOOKUP, user=user, ends_on=ends_on, result=f"lookup:{lookup.uid.hex}"[:40], now=now
    )
    return made


@sensitive_variables()
def _row(lookup: ListLookup, reference: str, key: str, values: list[str]) -> ListLookupRow:
    row = ListLookupRow(lookup=lookup, digest=_digests(lookup, reference, key)[0])
    row.seal_field("sealed_row", {"values": values, "reference": reference, "key": _bare(key)})
    return row


def _use(lookup_uid) -> str:
    return f"list:{lookup_uid}"


@sensitive_variables()
def _digests(lookup: ListLookup, reference: str, key: str) -> list[str]:
    return encryption.blind_indexes(f"{reference}\x00{_bare(key)}", use=_use(lookup.uid))


@sensitive_variables()
def row_reindexed(row: ListLookupRow) -> None:
    """Put the digest under the key in use; the caller stores the row."""
    known = row.unseal_field("sealed_row")
    row.digest = encryption.blind_index(f"{known['reference']}\x00{known['key']}", use=_use(row.lookup.uid))


def _new_code() -> str:
    letters = "".join(secrets.choice(codes.ALPHABET) for _place in range(CODE_LETTERS))
    return f"{letters[:3]}-{letters[3:6]}-{letters[6:]}"


def _bare(key: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", key.upper())


def normalised_reference(text: str) -> str:
    """A reference however it was typed: case, spaces, dashes and leading zeros do not matter."""
    return re.sub(r"[^0-9a-z]", "", fold(text)).lstrip("0")


def normalised_birth(text: str) -> str:
    """A date as day, month, year, however it was typed; empty where it is none."""
    parts = re.findall(r"\d+", text)
    if len(parts) == 1 and len(parts[0]) == 8:
        parts = [parts[0][:2], parts[0][2:4], parts[0][4:]]
    if len(parts) != 3:
        return ""
    if len(parts[0]) == 4:
        parts = parts[::-1]
    try:
        found = date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        return ""
    return f"{found:%d%m%Y}"


@sensitive_variables()
def lookup_find_row(*, lookup: ListLookup, reference: str, key: str) -> list[tuple[str, str]] | None:
    """(header, value) of the person's row, None where the keys lead to none. Both answers take the same work; a miss is counted
    for the reference, and after five of them in an hour there is no answer but None."""
    own = normalised_reference(reference)
    second = normalised_birth(key) if lookup.key_kind == LookupKeyKind.BIRTH else key
    locked = is_locked(lookup, own)
    row = ListLookupRow.objects.filter(lookup=lookup, digest__in=_digests(lookup, own, second)).first()
    values = (row or _decoy()).unseal_field("sealed_row")["values"]
    is_hit = row is not None and not locked
    _count(lookup, own, 0 if is_hit else 1)
    return list(zip(lookup.columns, values, strict=False)) if is_hit else None


@lru_cache(maxsize=1)
def _decoy() -> ListLookupRow:
    """What is opened when nothing was found, so that it takes as long."""
    row = ListLookupRow()
    row.seal_field("sealed_row", {"values": ["–"] * 8, "reference": "0" * 8, "key": "0" * CODE_LETTERS})
    return row


def _counter(lookup: ListLookup, reference: str) -> str:
    hour = int(timezone.now().timestamp()) // 3600
    text = f"{lookup.uid}|{hour}|{reference}"
    return (
        "privacy.lookup." + hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()
    )


def is_locked(lookup: ListLookup, reference: str) -> bool:
    return cache.get(_counter(lookup, reference), 0) >= MISSES_AN_HOUR


def _count(lookup: ListLookup, reference: str, number: int) -> None:
    key = _counter(lookup, reference)
    cache.add(key, 0, 3600)
    try:
        cache.incr(key, number)
    except ValueError:
        cache.set(key, number, 3600)


def lookups_end_due(*, now: datetime | None = None) -> int:
    """Erase the look-ups whose last day has passed, with all rows; the chain keeps that they were there."""
    now = now or timezone.now()
    due = ListLookup.objects.filter(ends_on__lt=timezone.localdate(now)).select_related("institution")
    count = 0
    for lookup in due:
        with transaction.atomic():
            entry = GuardDecision(
                check_uid=lookup.uid,
                title=lookup.title,
                state=GuardState.ENDED,
                digest="",
                people=lookup.rows_count,
                ends_on=lookup.ends_on,
                occurred_at=now,
            )
            chain_append(institution=lookup.institution, entries=[entry])
            lookup.delete()
            count += 1
    return count
