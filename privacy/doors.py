"""Second factors at the doors where both codes are asked for: an unknown reference takes as long as a wrong secret."""

from __future__ import annotations

import time

from django.contrib.auth.hashers import check_password, make_password
from django.views.decorators.debug import sensitive_variables

from privacy import codes
from privacy.models import SubjectRequest, Submission

ASK_EVERY = 3600.0

_old: tuple[float, str] = (float("-inf"), "")
"""When was asked whether slow hashes of earlier versions are left, and a decoy of that kind where there are."""


@sensitive_variables()
def opens(secret: str, stored: str | None) -> bool:
    """Whether the second factor is the stored one; None stands for a reference that nothing has. As long as slow hashes are left,
    every answer takes the time of one."""
    decoy = _decoy()
    is_old = bool(stored) and not stored.startswith(codes.KEYED)
    if decoy and not is_old:
        check_password(codes.normalised_secret(secret), decoy)
    kept = stored or codes.KEYED + "0" * 64
    return codes.secret_matches(secret, kept) and bool(stored)


def _decoy() -> str:
    global _old
    asked, decoy = _old
    if time.monotonic() - asked > ASK_EVERY:
        _old = (time.monotonic(), decoy := make_password("nobody") if _has_old() else "")
    return decoy


def _has_old() -> bool:
    rows = (Submission.objects, SubjectRequest.objects.exclude(secret_hash=""))
    return any(found.exclude(secret_hash__startswith=codes.KEYED).order_by().exists() for found in rows)


def forget() -> None:
    """Ask again at once; for tests."""
    global _old
    _old = (float("-inf"), "")
