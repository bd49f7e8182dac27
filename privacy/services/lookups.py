"""Finding a submission by what its sender gave in it, without storing that readably (P7.2, P12.3)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import encryption
from privacy.choices import LookupKind
from privacy.models import LookupKey, Submission


def normalised(kind: LookupKind | str, value: str) -> str:
    """A value as it is compared: telephone numbers by their digits with +84 as 0, addresses and codes without case; an empty
    text where nothing is left."""
    text = unicodedata.normalize("NFKC", value).strip()
    if kind == LookupKind.PHONE:
        digits = re.sub(r"\D", "", text)
        return re.sub(r"^(00)?84(?=\d{9}$)", "0", digits)
    if kind == LookupKind.EMAIL:
        return text.casefold()
    return re.sub(r"[^0-9a-z]", "", text.casefold())


def _use(kind: LookupKind | str, institution_id: int) -> str:
    return f"lookup:{kind}:{institution_id}"


@sensitive_variables()
def lookup_add(*, submission: Submission, kind: LookupKind | str, value: str) -> LookupKey | None:
    """Index a submission by a value; a second time changes nothing, an empty value adds nothing."""
    text = normalised(LookupKind(kind), value)
    if not text:
        return None
    digest = encryption.blind_index(text, use=_use(kind, submission.institution_id))
    with transaction.atomic():
        found = submission.lookup_keys.filter(kind=kind, digest=digest).first()
        if found:
            return found
        row = _key_of(submission, kind, digest, text)
        row.save(force_insert=True)
    return row


@sensitive_variables()
def _key_of(submission: Submission, kind: LookupKind | str, digest: str, text: str) -> LookupKey:
    """Not stored yet."""
    row = LookupKey(submission=submission, kind=kind, digest=digest)
    row.seal_field("sealed_value", text)
    return row


@sensitive_variables()
def lookups_store(*, submission: Submission, values: Iterable[tuple[str, str]]) -> None:
    """Index a submission that is new by these pairs of kind and value, each once; one query. Empty values add nothing."""
    texts = dict.fromkeys((LookupKind(kind), normalised(kind, value)) for kind, value in values)
    LookupKey.objects.bulk_create(
        _key_of(
            submission,
            kind,
            encryption.blind_index(text, use=_use(kind, submission.institution_id)),
            text,
        )
        for kind, text in texts
        if text
    )


@sensitive_variables()
def lookups_replace(*, submission: Submission, values: Iterable[tuple[str, str]]) -> None:
    """Index a submission by these pairs of kind and value and by no others: after a correction."""
    with transaction.atomic():
        kept = [lookup_add(submission=submission, kind=kind, value=value) for kind, value in values]
        submission.lookup_keys.exclude(pk__in=[row.pk for row in kept if row]).delete()


@sensitive_variables()
def lookup_find(*, institution: Institution, kind: LookupKind | str, value: str) -> QuerySet[Submission]:
    """The submissions to one institution in which that value was given, under any key of the ring."""
    text = normalised(LookupKind(kind), value)
    digests = encryption.blind_indexes(text, use=_use(kind, institution.pk)) if text else []
    return Submission.objects.filter(
        institution=institution, lookup_keys__kind=kind, lookup_keys__digest__in=digests
    ).distinct()


@sensitive_variables()
def lookup_reindexed(row: LookupKey) -> None:
    """Put the digest under the key in use; the caller stores the row."""
    value = row.unseal_field("sealed_value")
    row.digest = encryption.blind_index(value, use=_use(row.kind, row.submission.institution_id))
