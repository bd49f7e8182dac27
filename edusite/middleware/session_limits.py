"""A session ends after some time without use, and in any case after half a day."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, JsonResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from edusite.sign_in.signals import BEGAN, SEEN
from network.services.accounts import session_touch

LIMITED = ("/admin/", "/tai-khoan/")
NO_USE = ("/admin/editing-sessions/", "/admin/sprite/", "/admin/jsi18n/", "/tai-khoan/dang-nhap/")
"""What a browser asks by itself while nobody sits there."""
WRITE_EVERY = 60


class SessionLimitMiddleware:
    """Reads the session of whoever has one, below the addresses of the admin only: readers have none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if has_session and request.path_info.startswith(LIMITED) and request.user.is_authenticated:
            now = int(time.time())
            if reason := self._over(request, now):
                return self._end(request, reason)
            self._note(request, now)
        return self.get_response(request)

    def _over(self, request: HttpRequest, now: int) -> str:
        session = request.session
        if now - session.get(BEGAN, now) > settings.EDUSITE_SESSION_HOURS * 3600:
            return _("You were signed in for %(hours)s hours. Sign in again.") % {
                "hours": settings.EDUSITE_SESSION_HOURS
            }
        if now - session.get(SEEN, now) > settings.EDUSITE_SESSION_IDLE_MINUTES * 60:
            return _(
                "You were signed out after %(minutes)s minutes without use. Sign in again; drafts are kept."
            ) % {"minutes": settings.EDUSITE_SESSION_IDLE_MINUTES}
        return ""

    def _note(self, request: HttpRequest, now: int) -> None:
        session = request.session
        if BEGAN not in session:
            session[BEGAN] = session[SEEN] = now
        elif now - session.get(SEEN, 0) >= WRITE_EVERY and not request.path_info.startswith(NO_USE):
            session[SEEN] = now
            session_touch(session_key=session.session_key)

    def _end(self, request: HttpRequest, reason: str):
        logout(request)
        if "application/json" in request.headers.get("Accept", "") or "X-Requested-With" in request.headers:
            return JsonResponse({"error": reason}, status=403)
        messages.info(request, reason)
        address = request.get_full_path() if request.method == "GET" else request.path
        if not address.startswith("/admin/"):
            address = "/admin/"
        return redirect(f"{settings.LOGIN_URL}?" + urlencode({"next": address}))
