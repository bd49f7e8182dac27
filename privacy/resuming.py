"""Going on with a form that was kept: both codes, by POST only, one answer to whatever is wrong."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.debug import sensitive_variables

from network.selectors import institution_for_request
from privacy.journey import NO_STORE, FormJourney
from privacy.rights.attempts import Attempts
from privacy.rights.forms import CodesForm
from privacy.services import draft_resume
from privacy.services.drafts import KEPT_PREFIX


class KeptForm(CodesForm):
    """Both codes as they were shown when the form was kept."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        example = {"code": f"{KEPT_PREFIX}-7K3M-9Q2X"}
        self.fields["reference"].help_text = (
            _("For example %(code)s. Small letters and missing dashes do not matter.") % example
        )
        self.fields["secret"].help_text = _(
            "The second code that was shown when you kept the form, with twelve places."
        )


class ResumeView(View):
    """Asks for reference and secret of a draft and answers with the step at which its sender stopped."""

    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.sensitive_post_parameters = "__ALL__"
        self.institution = institution_for_request(request)
        if self.institution is None:
            raise Http404("No site")
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.ask(KeptForm(auto_id="id_%s"))

    @sensitive_variables()
    def post(self, request: HttpRequest) -> HttpResponse:
        form = KeptForm(request.POST, auto_id="id_%s")
        if not form.is_valid():
            return self.ask(form, status=422)
        attempts = Attempts(request, form.cleaned_data["reference"])
        if attempts.are_spent():
            return TemplateResponse(request, "privacy/form/tries_spent.html", {"page": None}, status=429)
        found = draft_resume(institution=self.institution, **form.cleaned_data)
        if found is None:
            attempts.count_miss()
            form.add_error(
                None,
                _(
                    "No form is kept under these two codes. Check both; what was sent or is past its time cannot be opened here."
                ),
            )
            return self.ask(form, status=422)
        draft, token = found
        journey = FormJourney(draft.page.specific, request)
        return journey.resume(draft, token) if journey.is_open else journey.closed(journey.closed_text)

    def ask(self, form: KeptForm, *, status: int = 200) -> HttpResponse:
        context = {"page": None, "form": form, "has_errors": status == 422}
        return TemplateResponse(self.request, "privacy/form/resume.html", context, status=status)
