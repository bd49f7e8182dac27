"""Nothing of the admin for a session that has not proved the second factor its person needs."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest, JsonResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from edusite.sign_in.required import entered_with_second_factor, second_factor_required

OPEN = ("/admin/login/", "/admin/logout/", "/admin/sprite/", "/admin/jsi18n/")
"""Doors that lead out, and two files that say nothing of anybody."""


class SecondFactorMiddleware:
    """Who has no second factor yet is sent to set one up; who has one and came in without it, to sign in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        path = request.path_info
        if path.startswith("/admin/") and not path.startswith(OPEN) and self._is_missing(request):
            return self._send_away(request)
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        return (
            request.user.is_authenticated
            and second_factor_required(request.user)
            and not entered_with_second_factor(request)
        )

    def _send_away(self, request: HttpRequest):
        if "application/json" in request.headers.get("Accept", "") or "X-Requested-With" in request.headers:
            return JsonResponse({"error": _("Your second factor is needed.")}, status=403)
        if Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists():
            logout(request)
            messages.info(request, _("Sign in again with your second factor."))
            return redirect("/tai-khoan/dang-nhap/?" + urlencode({"next": request.get_full_path()}))
        self._tell_once(request, _("Your role needs a second factor. Set it up now; then you go on."))
        return redirect("mfa_activate_totp")

    def _tell_once(self, request: HttpRequest, text: str) -> None:
        """Each address of the admin leads here; what waits to be read already is not stored once more."""
        if Message(messages.INFO, text) not in messages.get_messages(request):
            messages.info(request, text)
