"""Five failures of one account from one address lock that pair for a while; passwords and codes count together.

Nothing here tells whether an account exists: an unknown name is counted, and locked, as a known one is.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from datetime import timedelta

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt, AccessFailureLog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from edusite.sign_in.backend import account_of

ALARM_FAILURES = 50
"""Failures of one account within an hour, from all addresses, after which the operators are told."""

logger = logging.getLogger(__name__)


def account_key(request: HttpRequest | None, credentials: dict | None) -> str | None:
    """Under which name an attempt is counted: the account's user name, whichever way it was typed; for an
    unknown one a keyed hash, because people type passwords and strangers' addresses into that field."""
    if not credentials:
        return None
    typed = str(credentials.get("username") or credentials.get("email") or "").strip()
    known = request.__dict__.setdefault("_edusite_account_keys", {}) if request is not None else {}
    if typed not in known:
        account = account_of(typed)
        known[typed] = account.get_username() if account else _unknown(typed)
    return known[typed]


def _unknown(typed: str) -> str:
    key = hmac.new(settings.SECRET_KEY.encode(), f"sign-in|{typed.lower()}".encode(), hashlib.sha256)
    return f"?{key.hexdigest()[:32]}"


def is_locked(request: HttpRequest, user) -> bool:
    """Whether this pair of account and address is locked; if so the answer becomes the page that says until when."""
    credentials = {"username": user.get_username()}
    if AxesProxyHandler.is_allowed(request, credentials):
        return False
    request.axes_locked_out = True
    request.axes_credentials = credentials
    return True


def code_failed(request: HttpRequest, user) -> None:
    """Count a wrong code as a wrong password is counted."""
    credentials = {"username": user.get_username()}
    AxesProxyHandler.user_login_failed(sender=__name__, credentials=credentials, request=request)
    watch_account(request, credentials)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict | None) -> HttpResponse:
    """The page with status 429: when the next attempt is possible, and what to do meanwhile."""
    name = account_key(request, credentials)
    last = (
        AccessAttempt.objects.filter(username=name, ip_address=request.axes_ip_address or None)
        .order_by("-attempt_time")
        .values_list("attempt_time", flat=True)
        .first()
    )
    until = (last or timezone.now()) + settings.AXES_COOLOFF_TIME
    seconds = max(1, int((until - timezone.now()).total_seconds()))
    context = {"until": until, "minutes": -(-seconds // 60), "failures": settings.AXES_FAILURE_LIMIT}
    answer = render(request, "account/locked_out.html", context, status=429)
    answer["Retry-After"] = str(seconds)
    answer["Cache-Control"] = "no-store, private"
    return answer


def watch_account(request: HttpRequest | None, credentials: dict) -> None:
    """Tell the operators, by number and never by name, of an account that is tried from many addresses."""
    name = account_key(request, credentials)
    since = timezone.now() - timedelta(hours=1)
    failures = AccessFailureLog.objects.filter(username=name, attempt_time__gte=since).count()
    if failures == ALARM_FAILURES:
        account = account_of(name or "")
        logger.error("sign_in.many_failures", extra={"account": account.pk if account else None})
