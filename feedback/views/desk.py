"""The desk where a board handles its feedback. Nothing of what people wrote is shown before a purpose is
named."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from feedback.choices import OPEN_STATES, CaseState
from feedback.forms import CaseForm, ExportForm, PurposeForm
from feedback.forms.status import AnswerForm, AssignForm, PassOnForm
from feedback.models import FEEDBACK
from feedback.policies import desk_institutions, institutions_open_to
from feedback.selectors import feedback_for
from feedback.selectors.cases import (
    board_of_case,
    boards_of,
    may_enter,
    numbers_of,
    recipients_for,
    same_words,
)
from feedback.services import case_change, case_read, feedback_export
from feedback.services.cases import answer_text, case_answer, case_assign, case_pass_on, case_release
from network.models import Institution
from privacy.exports import CONTENT_TYPES, file_name
from privacy.flood import break_end, breaks_of
from privacy.forms import described_file, shown_value
from privacy.models import Submission
from privacy.registry import form_kind
from privacy.selectors import consents_of
from privacy.services import submission_within
from privacy.services.access import access_denied

PAGE_SIZE = 50
OVERDUE = "overdue"


class DeskView(WagtailAdminTemplateMixin, View):
    """For those who may open the feedback of some institution; for everybody else there is no desk."""

    header_icon = "mail"
    page_title = gettext_lazy("Feedback")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not may_enter(request.user):
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
        state = state if state in (*CaseState.values, OVERDUE) else ""
        apart = request.GET.get("apart") == "1"
        rows = feedback_for(request.user, state=state, apart=apart)
        desks = desk_institutions(request.user)
        today = timezone.localdate()
        return self.show(
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            state=state,
            states=[*CaseState.choices, (OVERDUE, _("Past its day"))],
            today=today,
            open_states=OPEN_STATES,
            is_apart=apart,
            apart_number=numbers_of(desks, today)["apart"] if desks else 0,
            breaks=[(found, form_kind(found.form).label) for found in breaks_of(desks)] if desks else [],
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
                submissions=feedback_for(self.request.user, apart=None), uid=uid, user=self.request.user
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
        acts = {
            "answer": self.answer,
            "assign": self.assign,
            "pass_on": self.pass_on,
            "release": self.release,
        }
        if act := acts.get(request.POST.get("act", "")):
            return act(request)
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
            same_words=same_words(self.case),
            sent_answer=answer_text(self.case),
            case_form=CaseForm(state=self.case.state, initial=initial),
            **self.acts(),
        )

    def acts(self, **bound) -> dict[str, Any]:
        """The forms of what can be done with the case; `bound` replaces one that was sent."""
        forms: dict[str, Any] = {"answer_form": AnswerForm()}
        if self.is_own:
            recipients = recipients_for(self.case)
            forms["assign_form"] = AssignForm(people=board_of_case(self.case))
            forms["pass_form"] = PassOnForm(recipients=recipients) if recipients else None
        return forms | bound

    @property
    def is_own(self) -> bool:
        """Whether it was sent to an institution on whose board the person serves, and not only passed on to theirs."""
        return self.submission.institution_id in boards_of(self.request.user)

    @sensitive_variables()
    def answer(self, request: HttpRequest) -> HttpResponse:
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return self.show(submission=self.submission, **self.acts(answer_form=form), status=422)
        try:
            has_letter = case_answer(case=self.case, user=request.user, text=form.cleaned_data["answer"])
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(submission=self.submission, **self.acts(answer_form=form), status=422)
        text = (
            _("%(reference)s was answered; the sender is told by e-mail that the answer is there.")
            if has_letter
            else _("%(reference)s was answered; the sender reads it with both codes.")
        )
        return self.done(text)

    def assign(self, request: HttpRequest) -> HttpResponse:
        if not self.is_own:
            raise Http404("Passed on to another institution")
        form = AssignForm(request.POST, people=board_of_case(self.case))
        if not form.is_valid():
            return self.show(submission=self.submission, **self.acts(assign_form=form), status=422)
        return self.do(
            form,
            case_assign,
            {"to": form.people[form.cleaned_data["person"]]},
            _("%(reference)s was given on."),
        )

    def pass_on(self, request: HttpRequest) -> HttpResponse:
        if not self.is_own:
            raise Http404("Passed on to another institution")
        form = PassOnForm(request.POST, recipients=recipients_for(self.case))
        if not form.is_valid():
            return self.show(submission=self.submission, **self.acts(pass_form=form), status=422)
        chosen = {"recipient": form.recipients[form.cleaned_data["recipient"]]}
        return self.do(form, case_pass_on, chosen, _("%(reference)s was passed on; that is on record."))

    def do(self, form, service, chosen: dict[str, Any], text: str) -> HttpResponse:
        try:
            service(case=self.case, user=self.request.user, **chosen)
        except ValidationError as error:
            form.add_error(None, error)
            return self.show(submission=self.submission, act_form=form, **self.acts(), status=422)
        return self.done(text)

    def release(self, request: HttpRequest) -> HttpResponse:
        case_release(case=self.case, user=request.user)
        return self.done(_("%(reference)s is with the other feedback now."))

    def done(self, text: str) -> HttpResponse:
        messages.success(self.request, text % {"reference": self.submission.reference})
        return redirect("feedback_desk")

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


class FloodReopenView(DeskView):
    """Opens a form again before its break is over."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        found = get_object_or_404(breaks_of(desk_institutions(request.user)), pk=pk)
        break_end(found=found)
        messages.success(request, _("The form takes messages again."))
        return redirect("feedback_desk")


class FeedbackExportView(DeskView):
    """The feedback of one institution as XLSX or CSV, for a purpose that is put on record."""

    template_name = "feedback/desk.html"

    def exporting(self, number: int) -> Institution:
        """The institution whose feedback is asked for; an attempt on another one is on record there."""
        found = Institution.objects.filter(pk=number).first()
        if found is not None and number not in desk_institutions(self.request.user):
            access_denied(institution=found, object_ref=f"{FEEDBACK}:export", user=self.request.user)
            found = None
        if found is None:
            raise Http404("No such institution")
        return found

    def post(self, request: HttpRequest) -> HttpResponse:
        institution = self.exporting(_number(request.POST.get("institution")))
        form = ExportForm(request.POST)
        rows = feedback_for(request.user, institution=institution.pk).filter(form=FEEDBACK)
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
