"""Who needs a second factor: whoever can approve or see personal data."""

from __future__ import annotations

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from editorial.choices import BoardRole
from editorial.selectors import board_roles

ROLES = frozenset({BoardRole.EDITOR, BoardRole.CHIEF, BoardRole.HEAD})


def second_factor_required(user) -> bool:
    """Whether this person's account has to have one; no more than the query of their roles."""
    if not settings.EDUSITE_SECOND_FACTOR_REQUIRED or not user.is_active:
        return False
    return user.is_superuser or any(role in ROLES for _institution, role in board_roles(user))


def entered_with_second_factor(request: HttpRequest) -> bool:
    """Whether this session proved a second factor, at sign-in or by enrolling one."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)
