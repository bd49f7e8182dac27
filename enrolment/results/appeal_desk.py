"""The desk of appeals: nothing of what a candidate wrote is shown before a purpose is named."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from enrolment.admin import OfficeView
from enrolment.choices import APPEAL_OPEN, AppealState
from enrolment.models import Appeal
from enrolment.results.appeal_forms import OutcomeForm
from enrolment.results.services.appeals import (
    appeal_confirm,
    appeal_outcome,
    appeal_propose,
    appeal_read,
    appeal_return,
    change_is_ahead,
)
from privacy.forms import PurposeForm
from privacy.forms.questions import shown_answer

PAGE_SIZE = 50


class AppealsView(OfficeView):
    """The list: reference, examination, how far, until when."""

    page_title = gettext_lazy("Appeals")
    root = (gettext_lazy("Appeals"), "enrolment_appeals")
    template_name = "enrolment/admin/appeals.html"

    def rows(self):
        rows = Appeal.objects.filter(submission__institution__in=self.offices)
        return rows.select_related("submission__institution", "exam", "proposed_by")

    def get(self, request: HttpRequest) -> HttpResponse:
        state = request.GET.get("state", "")
        rows = self.rows()
        if state in AppealState.values:
            rows = rows.filter(state=state)
        return self.show(
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            state=state,
            states=AppealState.choices,
            today=timezone.localdate(),
            open_states=APPEAL_OPEN,
        )


class AppealView(AppealsView):
    """One appeal: a purpose first, then what was asked; the answer to POST shows it, no address ever does."""

    template_name = "enrolment/admin/appeal.html"

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.appeal.submission.reference}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.appeal = get_object_or_404(self.rows(), uid=uid)
        ahead = change_is_ahead(self.appeal)
        return self.show(appeal=self.appeal, is_ahead=ahead, purpose_form=PurposeForm())

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.appeal = get_object_or_404(self.rows(), uid=uid)
        act = request.POST.get("act", "")
        if act == "open":
            return self.open(request)
        if act == "propose":
            return self.propose(request)
        acts = {
            "confirm": (
                lambda: appeal_confirm(appeal=self.appeal, user=request.user),
                _("The candidate can read the outcome now."),
            ),
            "return": (
                lambda: appeal_return(appeal=self.appeal, user=request.user),
                _("The outcome was returned."),
            ),
        }
        if act not in acts:
            raise Http404("No such act")
        self.tried(*acts[act])
        return redirect("enrolment_appeal", self.appeal.uid)

    @sensitive_variables()
    def open(self, request: HttpRequest) -> HttpResponse:
        form = PurposeForm(request.POST)
        if form.is_valid():
            try:
                answers = appeal_read(
                    appeal=self.appeal, user=request.user, purpose=form.cleaned_data["purpose"]
                )
            except ValidationError as error:
                form.add_error("purpose", error)
            else:
                return self.show(
                    appeal=self.appeal,
                    is_ahead=change_is_ahead(self.appeal),
                    rows=_rows(self.appeal, answers),
                    outcome=appeal_outcome(self.appeal),
                    outcome_form=OutcomeForm() if self.appeal.state == AppealState.MARKING else None,
                    may_decide=self.appeal.state == AppealState.PROPOSED,
                    is_second=self.appeal.proposed_by_id != request.user.pk,
                )
        return self.show(appeal=self.appeal, purpose_form=form, status=422)

    @sensitive_variables()
    def propose(self, request: HttpRequest) -> HttpResponse:
        form = OutcomeForm(request.POST)
        if form.is_valid():
            done = self.tried(
                lambda: appeal_propose(appeal=self.appeal, user=request.user, **form.cleaned_data),
                _("A second person can confirm the outcome now."),
            )
            return redirect(
                "enrolment_appeals" if done else "enrolment_appeal", *([] if done else [self.appeal.uid])
            )
        return self.show(appeal=self.appeal, outcome_form=form, status=422)


def _rows(appeal: Appeal, answers: dict) -> list[tuple[str, str]]:
    fields = {field["name"]: field for field in appeal.submission.snapshot.get("fields", [])}
    return [
        (fields[name]["label"], shown_answer(fields[name], value))
        for name, value in answers.items()
        if name in fields
    ]
