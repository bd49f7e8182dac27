"""Where an invited person answers: name and password for a new account, the usual sign-in for an existing one."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from editorial.forms.boards import NewAccountForm, YesForm
from editorial.models import Invitation
from editorial.services.invitations import (
    InvitationClosedError,
    invitation_accept,
    invitation_accept_as_new,
    invitation_ask,
    invitation_closed,
    invitation_for_token,
    invited_user,
)
from network.services.accounts import account_enable

WAITING = "edusite_invitation"
"""Where the session keeps the link's secret while the person signs in: it stands in no address of another page."""


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(never_cache, name="dispatch")
class InvitationView(View):
    """Whoever holds the secret of a used or expired link is told so, and can ask for a new one; of an unknown one
    nothing is said."""

    def dispatch(self, request: HttpRequest, *args, token: str, **kwargs) -> HttpResponse:
        self.invitation = invitation_for_token(token)
        if self.invitation is None:
            response = self._closed(request, token)
        else:
            response = super().dispatch(request, *args, **kwargs)
        # The address holds the secret: only the origin is told to anybody, no cache keeps it. (With "no-referrer" browsers
        # send "Origin: null", and Django refuses the form.)
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex"
        return response

    def _closed(self, request: HttpRequest, token: str) -> HttpResponse:
        invitation = invitation_closed(token)
        context = {"state": "", "login_url": settings.LOGIN_URL}
        if invitation is not None:
            context |= {
                "state": "used" if invitation.accepted_at else "expired",
                "board": invitation.institution,
                "expires_at": invitation.expires_at,
            }
            if request.method == "POST" and context["state"] == "expired":
                invitation_ask(invitation=invitation)
                context["state"] = "asked"
        return render(request, "editorial/invitation_closed.html", context, status=404)

    def get(self, request: HttpRequest, **kwargs) -> HttpResponse:
        return self._page(self._form(request))

    def post(self, request: HttpRequest, **kwargs) -> HttpResponse:
        form = self._form(request, data=request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            return self._accept(request, form)
        except InvitationClosedError as error:
            form.add_error(None, error)
            return self._page(form, status=409)
        except ValidationError as error:
            form.add_error(None, error)
            return self._page(form, status=422)

    def _form(self, request: HttpRequest, data=None):
        self.account = None if request.user.is_authenticated else invited_user(self.invitation)
        if request.user.is_authenticated or self.account:
            return YesForm(data)
        return NewAccountForm(data, email=self.invitation.email)

    def _accept(self, request: HttpRequest, form) -> HttpResponse:
        invitation: Invitation = self.invitation
        if request.user.is_authenticated:
            invitation_accept(invitation=invitation, user=request.user)
            return redirect("wagtailadmin_home")
        if self.account:
            # The link shows that the address is theirs; the account opens with its password and second factor.
            account_enable(user=self.account)
            request.session[WAITING] = self.kwargs["token"]
            return redirect(f"{settings.LOGIN_URL}?" + urlencode({"next": reverse("invitation_resume")}))
        user = invitation_accept_as_new(
            invitation=invitation,
            first_name=form.cleaned_data["first_name"],
            last_name=form.cleaned_data["last_name"],
            password=form.cleaned_data["password"],
        )
        entering = Login(user=user, redirect_url=reverse("wagtailadmin_home"))
        return perform_password_login(request, {"username": user.get_username()}, entering)

    def _page(self, form, status: int = 200) -> HttpResponse:
        # Not called "institution": the frame of the page shows the site of the host, as everywhere.
        context = {
            "form": form,
            "invitation": self.invitation,
            "board": self.invitation.institution,
            "has_account": self.account is not None,
        }
        return render(self.request, "editorial/invitation.html", context, status=status)


@never_cache
def resume(request: HttpRequest) -> HttpResponse:
    """Back to the invitation after signing in."""
    token = request.session.pop(WAITING, None)
    if token is None:
        return redirect("wagtailadmin_home")
    return redirect("invitation", token)
