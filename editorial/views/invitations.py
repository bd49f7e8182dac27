"""Where an invited person answers: name and password for a new account, the password for an existing one."""

from __future__ import annotations

from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from editorial.forms import ExistingAccountForm, NewAccountForm, SignedInForm
from editorial.models import Invitation
from editorial.services.invitations import (
    InvitationClosedError,
    invitation_accept,
    invitation_accept_as_new,
    invitation_for_token,
    invited_user,
)

BACKEND = "django.contrib.auth.backends.ModelBackend"


@method_decorator(sensitive_post_parameters(), name="dispatch")
@method_decorator(never_cache, name="dispatch")
class InvitationView(View):
    """One page for an unknown, a used and an expired link: it says no more than that the link does not
    work."""

    def dispatch(self, request: HttpRequest, *args, token: str, **kwargs) -> HttpResponse:
        self.invitation = invitation_for_token(token)
        if self.invitation is None:
            response = render(request, "editorial/invitation_closed.html", status=404)
        else:
            response = super().dispatch(request, *args, **kwargs)
        # The address holds the secret: no page that is opened from here may learn it, no cache may keep it.
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex"
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(self._form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request, data=request.POST)
        if not form.is_valid():
            return self._page(form, status=422)
        try:
            self._accept(request, form)
        except InvitationClosedError as error:
            form.add_error(None, error)
            return self._page(form, status=409)
        except ValidationError as error:
            form.add_error(None, error)
            return self._page(form, status=422)
        return redirect("wagtailadmin_home")

    def _form(self, request: HttpRequest, data=None):
        if request.user.is_authenticated:
            return SignedInForm(data)
        if user := invited_user(self.invitation):
            return ExistingAccountForm(data, request=request, user=user)
        return NewAccountForm(data, email=self.invitation.email)

    def _accept(self, request: HttpRequest, form) -> None:
        invitation: Invitation = self.invitation
        if request.user.is_authenticated:
            invitation_accept(invitation=invitation, user=request.user)
            return
        if isinstance(form, ExistingAccountForm):
            user = form.user
            invitation_accept(invitation=invitation, user=user)
        else:
            user = invitation_accept_as_new(
                invitation=invitation,
                first_name=form.cleaned_data["first_name"],
                last_name=form.cleaned_data["last_name"],
                password=form.cleaned_data["password"],
            )
        login(request, user, backend=BACKEND)

    def _page(self, form, status: int = 200) -> HttpResponse:
        # Not called "institution": the frame of the page shows the site of the host, as everywhere.
        context = {"form": form, "invitation": self.invitation, "board": self.invitation.institution}
        return render(self.request, "editorial/invitation.html", context, status=status)
