"""The screen on which an officer does for a family that came to the school what others do with their codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from enrolment.policies import Reach, may_work_on
from enrolment.processing import counter
from enrolment.processing.case_views import CaseView
from enrolment.processing.checking import IDENTITY, application_read
from enrolment.processing.counter_forms import BroughtForm, ProofForm
from privacy.choices import AccessPurpose
from privacy.forms import shown_value
from privacy.rights.fields import SingleAnswer, question_types

FIRST_WISH = "wish_1"


class CounterView(CaseView):
    """The acts that are possible; then one act with its form and the proof. Nothing here shows a code of the family."""

    template_name = "enrolment/processing/counter.html"

    def trail(self) -> list[dict]:
        case = {"url": self.case_url, "label": self.application.submission.reference}
        return [super().trail()[0], case, {"url": "", "label": _("At the school")}]

    @property
    def case_url(self) -> str:
        return f"{reverse('enrolment_case', args=[self.application.uid])}?{self.query}"

    def found(self, uid):
        found = super().found(uid)
        if self.reach != Reach.FULL:
            raise Http404("Another school checks it")
        self.acts = counter.counter_acts(found)
        return found

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.found(uid)
        return self.page()

    def page(self, *, status: int = 200, **context: Any) -> HttpResponse:
        return self.show(
            application=self.application,
            case_url=self.case_url,
            acts=[(name, counter.TITLES[name]) for name in self.acts],
            status=status,
            **context,
        )

    @sensitive_variables()
    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.found(uid)
        act = request.POST.get("act", "")
        if act not in counter.TITLES:
            raise Http404("No such act")
        if act not in self.acts:
            messages.error(request, _("That is not possible any more."))
            return redirect("enrolment_counter", self.application.uid)
        going = "go" in request.POST
        data, files = (request.POST, request.FILES) if going else (None, None)
        proof, form = ProofForm(data, files), self.act_form(act, data, files)
        if going and all([proof.is_valid(), form is None or form.is_valid()]):
            try:
                self.run(act, proof, form)
            except ValidationError as error:
                proof.add_error(None, error)
            else:
                return self.after(act)
        return self.page(
            act=act, act_title=counter.TITLES[act], form=form, proof_form=proof, status=422 if going else 200
        )

    @sensitive_variables()
    def act_form(self, act: str, data, files) -> forms.Form | None:
        """What is entered besides the proof; wishes and number are read for it, with an entry in the audit."""
        if act == "evidence":
            return BroughtForm(data, files)
        if act not in ("wishes", "identity"):
            return None
        answers = application_read(
            application=self.application, user=self.request.user, purpose=AccessPurpose.REQUEST
        )
        submission = self.application.submission
        if act == "identity":
            form = SingleAnswer(submission, answers, IDENTITY).form(data)
            form.fields[IDENTITY].label = _("Right number of the child")
            if data is None:
                form.initial.pop(IDENTITY, None)
            return form
        kind = next((one for one in question_types(submission) if FIRST_WISH in one.base_fields), None)
        if kind is None:
            raise Http404("The campaign asks for no wishes any more")
        return kind(data, given=answers, initial=dict(answers), auto_id="id_%s")

    @sensitive_variables()
    def run(self, act: str, proof: ProofForm, form) -> None:
        common = {"application": self.application, "user": self.request.user, "proof": proof.proof}
        if act == "evidence":
            counter.evidence_bring(uploads=form.uploads(), note=form.cleaned_data["note"], **common)
        elif act == "wishes":
            values = {name: form.cleaned_data.get(name) or "" for name in form.fields}
            shown = {
                name: {"label": str(field.label), "value": shown_value(field, values[name])}
                for name, field in form.fields.items()
            }
            counter.wishes_change(values=values, shown=shown, **common)
        elif act == "identity":
            number = form.cleaned_data[IDENTITY]
            counter.identity_correct(number=number, label=str(form.fields[IDENTITY].label), **common)
        else:
            counter.place_act(act=act, **common)

    def after(self, act: str) -> HttpResponse:
        words = {"reference": self.application.submission.reference, "act": counter.TITLES[act]}
        messages.success(self.request, _("%(reference)s – done for the family: %(act)s.") % words)
        self.application.refresh_from_db()
        if may_work_on(self.request.user, self.application):
            return redirect(self.case_url)
        return redirect("enrolment_queue", self.application.campaign_id)
