"""What protects an account, on one page; and the doors of Wagtail, which lead to ours."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from edusite.sign_in.required import second_factor_required
from edusite.sign_in.secrets import secrets_of
from network.models import AccountSession
from network.services.accounts import sessions_end


@method_decorator(never_cache, name="dispatch")
class AccountSecurityView(LoginRequiredMixin, TemplateView):
    """Password, second factor, recovery codes, passkeys, and where the person is signed in."""

    template_name = "account/security.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        found = list(Authenticator.objects.filter(user=user).order_by("pk"))
        by_type = {row.type: row for row in found}
        codes = by_type.get(Authenticator.Type.RECOVERY_CODES)
        with secrets_of(user.pk):
            left = len(codes.wrap().get_unused_codes()) if codes else None
        return super().get_context_data(**kwargs) | {
            "totp": by_type.get(Authenticator.Type.TOTP),
            "is_required": second_factor_required(user),
            "codes_left": left,
            "passkeys": [row for row in found if row.type == Authenticator.Type.WEBAUTHN],
            "sessions": AccountSession.objects.filter(user=user),
            "own_key": self.request.session.session_key,
        }


@require_POST
@login_required
def end_other_sessions(request: HttpRequest) -> HttpResponse:
    count = sessions_end(user=request.user, keep=request.session.session_key)
    messages.success(
        request,
        ngettext("%(count)s other session was ended.", "%(count)s other sessions were ended.", count)
        % {"count": count},
    )
    return redirect("account_security")


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """The person is still there: the middleware has noted it. 403 where the session is over."""
    return HttpResponse(status=204 if request.user.is_authenticated else 403)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-in, which would take a password alone."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    wanted = request.GET.get("next", "")
    if wanted and get_adapter(request).is_safe_url(wanted):
        return redirect("/tai-khoan/dang-nhap/?" + urlencode({"next": wanted}))
    return redirect("account_login")


def to_sign_out(request: HttpRequest) -> HttpResponse:
    """Wagtail's sign-out: its menu posts here."""
    if request.method == "POST":
        get_adapter(request).logout(request)
        messages.success(request, _("You are signed out."))
        return redirect("account_login")
    return redirect("account_logout")


def to_password_reset(request: HttpRequest) -> HttpResponse:
    return redirect("account_reset_password")
