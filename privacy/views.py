"""The base of every view, apart from pages, that collects something."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import FormView

from network.selectors import institution_for_request
from privacy import flood, selectors, throttle
from privacy.journey import NO_STORE, notice_url
from privacy.registry import form_kind


class CollectingView(FormView):
    """The base of every view, apart from pages, in which the public enters something: notice and purposes
    before the fields, nothing kept by caches, a limit for each network, closed where no notice is in force.

    Subclasses name `form_code` (``privacy.registry``) and store what they take through ``privacy.services``.
    """

    form_code: str = ""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        self.institution = institution_for_request(request)
        if self.institution is None:
            raise Http404("No site")
        self.kind = form_kind(self.form_code)
        self.notice = selectors.current_notice(self.institution)
        self.purposes = selectors.purposes_of(self.institution, self.form_code)
        response = self._refusal(request) or super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        if not (self.notice and self.purposes):
            return self.response_class(request, ["privacy/form/closed.html"], {"page": None}, status=503)
        if found := flood.break_of(self.institution, self.form_code):
            return self.response_class(
                request, ["privacy/form/calm.html"], {"page": None, "flood_break": found}, status=503
            )
        use = f"view:{self.form_code}:{self.institution.pk}"
        if request.method == "POST" and not throttle.allow(request, use=use, limit=throttle.STEPS_AN_HOUR):
            return self.response_class(request, ["privacy/form/busy.html"], {"page": None}, status=429)
        return None

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "notice": self.notice,
            "notice_url": notice_url(self.notice, self.institution),
            "purposes": self.purposes,
        }

    def form_invalid(self, form) -> HttpResponse:
        response = super().form_invalid(form)
        response.status_code = 422
        return response
