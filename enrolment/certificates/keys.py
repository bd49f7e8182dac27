"""How a certificate is found and compared, and how it comes under a new key of the installation."""

from __future__ import annotations

import hmac

from django.views.decorators.debug import sensitive_variables

from common.text import fold
from enrolment.models import Certificate
from enrolment.results.keys import bare_birth, bare_code
from privacy import encryption


def bare_name(text: str) -> str:
    """A name without case, accents and needless spaces: keyboards abroad have no accents."""
    return " ".join(fold(text).split())


def _use(institution_id: int) -> str:
    return f"certificate:{institution_id}"


@sensitive_variables()
def number_digest(institution_id: int, number: str) -> str:
    return encryption.blind_index(bare_code(fold(number)), use=_use(institution_id))


@sensitive_variables()
def number_digests(institution_id: int, number: str) -> list[str]:
    """Under each key of the ring: for look-ups while keys are rotated."""
    return encryption.blind_indexes(bare_code(fold(number)), use=_use(institution_id))


@sensitive_variables()
def certificate_reindexed(row: Certificate) -> None:
    """Put the digest under the key in use; the caller stores the row."""
    row.digest = number_digest(row.institution_id, row.unseal_field("sealed_body")["number"])


@sensitive_variables()
def is_same_person(body: dict[str, str], *, name: str | None, birth: str) -> bool:
    """Whether the holder is who was entered; both comparisons are made whatever the first one says."""
    same_birth = hmac.compare_digest(body["birth"], bare_birth(birth))
    same_name = name is None or hmac.compare_digest(
        bare_name(body["name"]).encode(), bare_name(name).encode()
    )
    return same_birth and same_name
