"""What follows from signing in and out and from a change of what protects an account."""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.utils.translation import gettext as _

from edusite.sign_in import letters
from edusite.sign_in.lockout import watch_account
from network.models import AccountSession
from network.services.accounts import session_start, sessions_end

BEGAN, SEEN = "edusite_began", "edusite_seen"


def entered(sender, request, user, **kwargs) -> None:
    now = int(time.time())
    request.session[BEGAN] = request.session[SEEN] = now
    if request.session.session_key:
        session_start(
            user=user,
            session_key=request.session.session_key,
            user_agent=request.META.get("HTTP_USER_AGENT", ""),
        )


def left(sender, request, user, **kwargs) -> None:
    key = getattr(getattr(request, "session", None), "session_key", None)
    AccountSession.objects.filter(session_key=key or "").delete()


def failed(sender, credentials, request=None, **kwargs) -> None:
    if request is not None:
        watch_account(request, credentials)


def password_was_changed(sender, request, user, **kwargs) -> None:
    """Django ends the other sessions, as the hash of the password is part of them; here their rows go too."""
    own = request.session.session_key if request.user.is_authenticated else None
    sessions_end(user=user, keep=own)
    if own:
        # Changing the password gave this session another key.
        session_start(user=user, session_key=own, user_agent=request.META.get("HTTP_USER_AGENT", ""))
        messages.success(request, _("Your password was changed. You are signed out everywhere else."))
    letters.account_changed_queue(user=user, what="password", host=request.get_host())


def second_factor_was_added(sender, request, user, authenticator, **kwargs) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        return
    if authenticator.type == Authenticator.Type.TOTP:
        # The code that enrolled it does not enter a second time.
        authenticator.data["last_step"] = int(time.time()) // 30
        authenticator.save(update_fields=["data"])
    record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
    messages.success(request, _("The second factor is set up. You are signed out everywhere else."))
    _second_factor_changed(request, user)


def second_factor_was_removed(sender, request, user, authenticator, **kwargs) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        messages.success(request, _("It was removed. You are signed out everywhere else."))
        _second_factor_changed(request, user)


def codes_were_renewed(sender, request, user, **kwargs) -> None:
    messages.success(request, _("There are new recovery codes; the former ones do not work any more."))
    _second_factor_changed(request, user)


def _second_factor_changed(request, user) -> None:
    sessions_end(user=user, keep=request.session.session_key)
    letters.account_changed_queue(user=user, what="second_factor", host=request.get_host())


def connect() -> None:
    uid = "edusite.sign_in"
    user_logged_in.connect(entered, dispatch_uid=uid)
    user_logged_out.connect(left, dispatch_uid=uid)
    user_login_failed.connect(failed, dispatch_uid=uid)
    password_changed.connect(password_was_changed, dispatch_uid=uid)
    password_reset.connect(password_was_changed, dispatch_uid=uid)
    authenticator_added.connect(second_factor_was_added, dispatch_uid=uid)
    authenticator_removed.connect(second_factor_was_removed, dispatch_uid=uid)
    authenticator_reset.connect(codes_were_renewed, dispatch_uid=uid)
