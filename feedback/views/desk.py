"""The desk where a board handles its feedback. Nothing of what people wrote is shown before a purpose is
named."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from feedback.choices import CaseState
from feedback.forms import CaseForm, ExportForm, PurposeForm
from feedback.policies import desk_institutions, institutions_open_to
from feedback.selectors import feedback_for
from feedback.services import case_change, case_read, feedback_export
from privacy.exports import CONTENT_TYPES, file_name
from privacy.forms import described_file, shown_value
from privacy.models import Submission
from privacy.registry import form_kind
from privacy.selectors import consents_of
from privacy.services import submission_within

PAGE_SIZE = 50


class DeskView(WagtailAdminTemplateMixin, View):
    """For those who may open the feedback of some institution; for everybody else there is no desk."""

    header_icon = "mail"
    page_title = gettext_lazy("Feedback")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not desk_institutions(request.user):
            raise Http404("No desk")
        request.sensitive_post_parameters = "__ALL__"
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def get_breadcrumbs_items(self):
        home = [{"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}]
        return [*home, {"url": reverse("feedback_desk"), "label": _("Feedback")}, *self.trail()]

    def trail(self) -> list[dict]:
        return []

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)


class FeedbackDeskView(DeskView):
    """The list: reference, when, how far, until when it is kept."""

    template_name = "feedback/desk.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        state = request.GET.get("state", "")
        state = state if state in CaseState.values else ""
        rows = feedback_for(request.user, state=state)
        return self.show(
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            state=state,
            states=CaseState.choices,
            institutions=institutions_open_to(request.user),
            purpose_form=PurposeForm(),
        )


class FeedbackCaseView(DeskView):
    """One piece of feedback: a purpose first, then what was sent; the answer to POST shows it, no address
    ever does."""

    template_name = "feedback/case.html"

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.uid = kwargs["uid"]

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.submission.reference}]

    def found(self, uid) -> Submission:
        try:
            return submission_within(
                submissions=feedback_for(self.request.user), uid=uid, user=self.request.user
            )
        except Submission.DoesNotExist as error:
            raise Http404("No such feedback") from error

    @property
    def case(self):
        return self.submission.feedback_case

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.submission = self.found(uid)
        return self.show(submission=self.submission, purpose_form=PurposeForm())

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.submission = self.found(uid)
        return self.change(request) if "state" in request.POST else self.open(request)

    @sensitive_variables()
    def open(self, request: HttpRequest) -> HttpResponse:
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self.show(submission=self.submission, purpose_form=form, status=422)
        purpose = form.cleaned_data["purpose"]
        try:
            answers, note = case_read(case=self.case, user=request.user, purpose=purpose)
        except ValidationError as error:
            form.add_error("purpose", error)
            return self.show(submission=self.submission, purpose_form=form, status=422)
        initial = {"state": self.case.state, "note": note, "purpose": purpose}
        return self.show(
            submission=self.submission,
            rows=_rows(self.submission, answers),
            consents=consents_of(self.submission),
            files=_files(self.submission, answers),
            purpose=purpose,
            case_form=CaseForm(state=self.case.state, initial=initial),
        )

    @sensitive_variables()
    def change(self, request: HttpRequest) -> HttpResponse:
        form = CaseForm(request.POST, state=self.case.state)
        if not form.is_valid():
            return self.show(submission=self.submission, case_form=form, status=422)
        try:
            case_change(
                case=self.case,
                user=request.user,
                purpose=form.cleaned_data["purpose"],
                state=form.cleaned_data["state"],
                note=form.cleaned_data["note"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(submission=self.submission, case_form=form, status=422)
        messages.success(request, _("%(reference)s was saved.") % {"reference": self.submission.reference})
        return redirect("feedback_desk")


class FeedbackExportView(DeskView):
    """The feedback of one institution as XLSX or CSV, for a purpose that is put on record."""

    template_name = "feedback/desk.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        institution = get_object_or_404(
            institutions_open_to(request.user), pk=_number(request.POST.get("institution"))
        )
        form = ExportForm(request.POST)
        rows = feedback_for(request.user, institution=institution.pk)
        if not form.is_valid():
            return self.show(
                rows=Paginator(rows, PAGE_SIZE).get_page(1),
                states=CaseState.choices,
                institutions=institutions_open_to(request.user),
                purpose_form=form,
                status=422,
            )
        fmt = form.cleaned_data["fmt"]
        data = feedback_export(
            institution=institution,
            submissions=rows,
            user=request.user,
            purpose=form.cleaned_data["purpose"],
            fmt=fmt,
        )
        return HttpResponse(
            data,
            content_type=CONTENT_TYPES[fmt],
            headers={
                "Content-Disposition": f'attachment; filename="{file_name("gop-y", fmt)}"',
                "X-Content-Type-Options": "nosniff",
            },
        )


def _files(submission: Submission, answers: dict) -> list[dict]:
    """The files that were sent, with their names: ``{uid, name}``."""
    names = {a["file"]: described_file(a) for a in answers.values() if isinstance(a, dict) and a.get("file")}
    return [{"uid": row.uid, "name": names.get(str(row.uid), "")} for row in submission.files.all()]


def _rows(submission, answers: dict) -> list[dict]:
    """What was sent, under the labels that the sender saw."""
    fields = {
        name: f for form in form_kind(submission.form).questions for name, f in form.base_fields.items()
    }
    return [
        {
            "label": entry["label"],
            "value": shown_value(fields[entry["name"]], answers[entry["name"]])
            if entry["name"] in fields
            else answers[entry["name"]],
        }
        for entry in submission.snapshot.get("fields", [])
        if entry["name"] in answers
    ]


def _number(text: str | None) -> int:
    if not text or not text.isdecimal() or len(text) > 18:
        raise Http404("No such institution")
    return int(text)
