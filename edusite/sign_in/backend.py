"""Who is meant by what was typed, and one run of the password hasher whatever it was."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.http import HttpRequest


def account_of(text: str):
    """The account with that user name, else the only one with that e-mail address, else None; one query."""
    wanted = text.strip()
    if not wanted or "\x00" in wanted:
        return None
    rows = get_user_model().objects.filter(Q(username__iexact=wanted) | Q(email__iexact=wanted))
    found = list(rows.order_by("pk")[:3])
    named = [user for user in found if user.username.lower() == wanted.lower()]
    if len(named) == 1:
        return named[0]
    return found[0] if len(found) == 1 else None


class AccountBackend(AuthenticationBackend):
    """Sign-in by user name or e-mail address.

    allauth's own backend runs the hasher once for an unknown name and up to three times for a known one, so
    that time tells them apart. Here it runs once in every case: wrong password, unknown name, closed account.
    """

    def authenticate(self, request: HttpRequest | None, **credentials):
        password = credentials.get("password")
        if not password:
            return None
        user = account_of(str(credentials.get("username") or credentials.get("email") or ""))
        if user is None:
            get_user_model()().set_password(password)
            return None
        if not user.check_password(password):
            return None
        if not self.user_can_authenticate(user):
            self._stash_user(user)
            return None
        return user
