"""What became of an appeal: reference and secret, by POST only."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from enrolment.models.examinations import APPEAL
from enrolment.results.appeal_forms import StatusForm
from enrolment.results.services.appeals import appeal_shown, appeal_with_codes, change_is_ahead
from enrolment.tries import is_spent, tries_count
from enrolment.two_codes import tries_with
from privacy.views import CollectingView


class AppealStatusView(CollectingView):
    """State and outcome of an appeal. Open also when no appeals are taken any more."""

    form_code = APPEAL
    form_class = StatusForm
    template_name = "enrolment/results/appeal_status.html"
    http_method_names = ["get", "head", "post", "options"]

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        return None

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"auto_id": "id_%s"}

    def get_context_data(self, **kwargs):
        form = kwargs.get("form")
        has_errors = bool(form is not None and form.is_bound and form.errors)
        return super().get_context_data(**kwargs) | {"page": None, "has_errors": has_errors}

    @sensitive_variables()
    def form_valid(self, form: StatusForm) -> HttpResponse:
        now = timezone.now()
        counted = tries_with(self.request, form, use="appeal", institution=self.institution)
        appeal = appeal_with_codes(institution=self.institution, **form.cleaned_data)
        numbers = tries_count(counted, add=0 if appeal else 1, now=now)
        # As with applications: who has both codes is let in, whatever others have tried.
        if appeal is None and is_spent(counted, numbers, was_miss=True):
            return TemplateResponse(self.request, "privacy/form/tries_spent.html", {"page": None}, status=429)
        if appeal is None:
            form.add_error(None, _("Nothing is found with these two codes. Check both."))
            return self.form_invalid(form)
        context = {
            "page": None,
            "appeal": appeal,
            "outcome": appeal_shown(appeal=appeal),
            "is_ahead": change_is_ahead(appeal),
        }
        return TemplateResponse(self.request, "enrolment/results/appeal_shown.html", context)
