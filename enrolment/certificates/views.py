"""Verifying a certificate: what somebody knows is confirmed, and nothing else is told."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables

from enrolment.certificates.services import certificate_verify
from enrolment.results.answering import comes_from_this_site, refused
from enrolment.results.keys import bare_birth
from network.selectors import institution_for_request
from privacy.journey import NO_STORE
from privacy.throttle import network_of

BLOCK = 8192
"""Bytes to a multiple of which the answer is filled."""


class VerifyForm(forms.Form):
    """With the code of the paper in the address only the date of birth is asked."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=40,
        help_text=_("As printed on the paper, for example A 1234567."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Name on the certificate"),
        max_length=120,
        help_text=_("Example: Nguyễn Văn An. Accents may be left out."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    birth = forms.CharField(
        label=_("Date of birth"),
        max_length=20,
        help_text=_("Day, month, year, for example 05/09/2008."),
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, has_code: bool, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="id_%s", **kwargs)
        if has_code:
            del self.fields["number"], self.fields["name"]

    def clean_birth(self) -> str:
        if not bare_birth(self.cleaned_data["birth"]):
            raise forms.ValidationError(_("Enter the date of birth as day, month, year: 05/09/2008."))
        return self.cleaned_data["birth"]


@method_decorator(csrf_exempt, name="dispatch")
class CertificateView(View):
    """The look-up in the register of the site's institution. Nothing of what is entered is stored; a code that does not exist
    has the same page as one that does."""

    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, uid: uuid.UUID | None = None, *args, **kwargs) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        self.institution = institution_for_request(request)
        if self.institution is None:
            raise Http404("No site")
        self.uid = uid
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(VerifyForm(has_code=bool(self.uid)))

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        if not comes_from_this_site(request):
            return refused()
        form = VerifyForm(request.POST, has_code=bool(self.uid))
        if not form.is_valid():
            return self.answer(form, status=422)
        found = certificate_verify(
            institution=self.institution, uid=self.uid, network=network_of(request), **form.cleaned_data
        )
        fresh = VerifyForm(has_code=bool(self.uid))
        return self.answer(fresh, verified=found, status=429 if found.is_locked else 200)

    def answer(self, form: VerifyForm, *, status: int = 200, verified=None) -> HttpResponse:
        context = {"page": None, "form": form, "verified": verified, "has_code": bool(self.uid)}
        response = TemplateResponse(
            self.request, "enrolment/certificates/verify.html", context, status=status
        )
        response.add_post_render_callback(_filled)
        return response


def _filled(response: TemplateResponse) -> None:
    response.content += b" " * (-len(response.content) % BLOCK)
