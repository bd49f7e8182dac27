"""What became of it: reference and secret, by POST only."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from feedback.forms.status import StatusForm
from feedback.models import FEEDBACK
from feedback.selectors.status import case_with_codes
from feedback.services.cases import case_shown
from privacy import codes, throttle
from privacy.views import CollectingView

MISSES_AN_HOUR = 5
LOOKS_AN_HOUR = 60


class Misses:
    """Wrong codes of one network and for one reference within an hour; neither of them can be read from the counter."""

    def __init__(self, request: HttpRequest, reference: str):
        key = settings.SECRET_KEY.encode()
        names = (f"network|{throttle.network_of(request)}", f"code|{codes.normalised_reference(reference)}")
        digests = (hmac.new(key, name.encode(), hashlib.sha256).hexdigest() for name in names)
        self.keys = [f"feedback.status.{digest}" for digest in digests]

    def are_spent(self) -> bool:
        return any(number >= MISSES_AN_HOUR for number in cache.get_many(self.keys).values())

    def add(self) -> None:
        for key in self.keys:
            cache.add(key, 0, throttle.HOUR)
            try:
                cache.incr(key)
            except ValueError:
                cache.set(key, 1, throttle.HOUR)


class StatusView(CollectingView):
    """State and answer of a piece of feedback or a reported error. Open also where the form takes nothing at the moment."""

    form_code = FEEDBACK
    form_class = StatusForm
    template_name = "feedback/status.html"
    http_method_names = ["get", "head", "post", "options"]

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        use = f"status:{self.institution.pk}"
        if request.method == "POST" and not throttle.allow(request, use=use, limit=LOOKS_AN_HOUR):
            return self._busy()
        return None

    def _busy(self) -> HttpResponse:
        return TemplateResponse(self.request, "privacy/form/tries_spent.html", {"page": None}, status=429)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"auto_id": "id_%s"}

    def get_context_data(self, **kwargs):
        form = kwargs.get("form")
        has_errors = bool(form is not None and form.is_bound and form.errors)
        return super().get_context_data(**kwargs) | {"page": None, "has_errors": has_errors}

    @sensitive_variables()
    def form_valid(self, form: StatusForm) -> HttpResponse:
        misses = Misses(self.request, form.cleaned_data["reference"])
        if misses.are_spent():
            return self._busy()
        case = case_with_codes(institution=self.institution, **form.cleaned_data)
        if case is None:
            misses.add()
            form.add_error(
                None,
                _(
                    "Nothing is found with these two codes. Check both; what was erased or is past its time is no longer "
                    "here."
                ),
            )
            return self.form_invalid(form)
        context = {"page": None, "case": case, "submission": case.submission, "answer": case_shown(case=case)}
        return TemplateResponse(self.request, "feedback/status_shown.html", context)
