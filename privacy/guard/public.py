"""The public page of an individual look-up: reference and second key in, one's own row out, by POST only."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.debug import sensitive_variables

from network.selectors import institution_for_request
from privacy import throttle
from privacy.guard.lookup import lookup_find_row
from privacy.journey import NO_STORE
from privacy.models import ListLookup, LookupKeyKind

TRIES_AN_HOUR = 60
"""Of one network: a family, a school's room of computers."""
BLOCK = 8192
"""Bytes to a multiple of which the answer is filled, so that its length does not tell a hit from a miss."""


class OwnRowForm(forms.Form):
    reference = forms.CharField(
        max_length=40, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
    )
    key = forms.CharField(
        max_length=20, widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"})
    )

    def __init__(self, *args, lookup: ListLookup, **kwargs):
        super().__init__(*args, auto_id="id_%s", **kwargs)
        self.fields["reference"].label = lookup.reference_label
        if lookup.key_kind == LookupKeyKind.BIRTH:
            self.fields["key"].label = _("Date of birth")
            self.fields["key"].help_text = _("Day, month, year, for example 05/09/2011")
            self.fields["key"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "bday"}
        else:
            self.fields["key"].label = _("Personal code")
            self.fields["key"].help_text = _(
                "It stands on the slip that you were given, for example ABC-DEF-GHJ."
            )


class OwnRowView(View):
    """Nothing of what is entered is stored, nothing of the list is in any address, listing, search or export."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, uid, *args, **kwargs) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        self.institution = institution_for_request(request)
        if self.institution is None:
            raise Http404("No site")
        self.lookup = get_object_or_404(
            ListLookup.objects.filter(
                institution=self.institution, is_open=True, ends_on__gte=timezone.localdate()
            ),
            uid=uid,
        )
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(OwnRowForm(lookup=self.lookup))

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        use = f"lookup:{self.lookup.pk}"
        if not throttle.allow(request, use=use, limit=TRIES_AN_HOUR):
            return TemplateResponse(request, "privacy/form/busy.html", {"page": None}, status=429)
        form = OwnRowForm(request.POST, lookup=self.lookup)
        if not form.is_valid():
            return self.answer(form, status=422)
        row = lookup_find_row(lookup=self.lookup, **form.cleaned_data)
        return self.answer(form, row=row, is_asked=True)

    def answer(
        self, form: OwnRowForm, *, status: int = 200, row=None, is_asked: bool = False
    ) -> HttpResponse:
        context = {
            "lookup": self.lookup,
            "institution": self.institution,
            "form": form,
            "row": row,
            "is_asked": is_asked,
            "is_birth": self.lookup.key_kind == LookupKeyKind.BIRTH,
        }
        response = TemplateResponse(self.request, "privacy/guard/own_row.html", context, status=status)
        response.add_post_render_callback(_filled)
        return response


def _filled(response: TemplateResponse) -> None:
    missing = -len(response.content) % BLOCK
    response.content += b" " * missing
