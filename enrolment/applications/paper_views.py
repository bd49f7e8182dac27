"""Screens on which staff enter applications from paper: the steps of the public form, then the signed consent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.decorators.debug import sensitive_variables
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from enrolment.applications.paper import campaigns_for_entry, is_open_for_paper, paper_enter
from enrolment.applications.paper_forms import PaperForm
from enrolment.policies import entry_institutions
from network.site_roots import public_origin
from privacy import codes
from privacy.choices import Actor
from privacy.journey import CHECK, CONSENT, NO_STORE, QUESTIONS, FormJourney
from privacy.models import Submission
from privacy.qr import qr_data
from privacy.registry import SubmissionRefusedError
from privacy.sending import granted_answers, granted_codes, purpose_decisions, sharing_decisions
from privacy.services.submissions import Decided


class EntryView(WagtailAdminTemplateMixin, View):
    """For authors, editors and chief editors of some board; for everybody else these screens do not exist."""

    header_icon = "form"
    page_title = gettext_lazy("Applications on paper")
    template_name = "enrolment/admin/paper_campaigns.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not entry_institutions(request.user):
            raise Http404("No board")
        request.sensitive_post_parameters = "__ALL__"
        request.enters_papers = True
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("enrolment_paper"), "label": self.page_title},
        ]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(rows=campaigns_for_entry(request.user))

    def show(self, *, status: int = 200, template: str = "", **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, template or self.template_name, values, status=status)


class PaperView(EntryView):
    """One campaign: its form in steps, as parents have it."""

    template_name = "enrolment/admin/paper_step.html"

    def journey(self, request: HttpRequest, pk: int) -> PaperJourney:
        for campaign, owner in campaigns_for_entry(request.user):
            if campaign.pk == pk:
                return PaperJourney(self, campaign, owner, request)
        raise Http404("Not yours")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.journey(request, pk).answer()

    @sensitive_variables()
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.journey(request, pk).answer()


class PaperJourney(FormJourney):
    """The way of a paper: the questions and their check as on the website; then consent, sharing and the scan in one step."""

    def __init__(self, view: PaperView, page, institution, request: HttpRequest):
        super().__init__(page, request)
        self.view, self.institution, self.language = view, institution, "vi"

    @cached_property
    def later_steps(self) -> list[str]:
        return [CHECK, CONSENT]

    @cached_property
    def kept_until(self) -> None:
        return None

    @cached_property
    def closed_text(self) -> str:
        return (
            "" if is_open_for_paper(self.page, timezone.now()) else _("No papers are entered at the moment.")
        )

    def answer(self) -> HttpResponse:
        if not self.is_open:
            return self.closed(self.closed_text)
        if self.request.method != "POST":
            return self.show_questions(0)
        step = self.post.get("step", "")
        if not self.is_step(step):
            return self.render("refused", status=400)
        if self.token:
            self.load()
            if self.draft is None:
                return self.without_draft()
        if change := self.post.get("change"):
            return self.change(change)
        if step.startswith(QUESTIONS):
            return self.take_questions(int(step.removeprefix(QUESTIONS)))
        if self.draft is None or self.open_number is not None:
            return self.render("refused", status=400)
        return self.show_consent() if step == CHECK else self.take_consent()

    # The signed paper

    def paper_form(self, data=None, files=None) -> PaperForm:
        return PaperForm(data, files, campaign=self.page, auto_id="id_%s")

    def show_consent(self, *, forms_shown: list[forms.Form] | None = None, status: int = 200) -> HttpResponse:
        shown = forms_shown or [
            self.consent_form(),
            *([self.sharing_form()] if self.recipients else []),
            self.paper_form(),
        ]
        return self.render(
            "consent",
            step=CONSENT,
            status=status,
            title=_("The signed paper"),
            forms=shown,
            fields=[field for form in shown for field in form if not field.is_hidden],
            shown=self.consent_form().fingerprint(),
            notice=self.notice,
        )

    @sensitive_variables()
    def take_consent(self) -> HttpResponse:
        consent = self.consent_form(self.post)
        paper = self.paper_form(self.post, self.request.FILES)
        sharing = None
        if self.recipients:
            data = self.post.copy()
            data["shown"] = self.sharing_form().fingerprint()
            sharing = self.sharing_form(data)
        found = [form for form in (consent, sharing, paper) if form is not None]
        are_valid = [form.is_valid() for form in found]
        if not all(are_valid):
            return self.show_consent(forms_shown=found, status=422)
        decisions = [
            *purpose_decisions(self.purposes, consent.decisions(), step="paper"),
            *sharing_decisions(self.recipients, sharing.decisions() if sharing else [], step="paper"),
        ]
        return self.enter(decisions, paper)

    @sensitive_variables()
    def enter(self, decisions: list[Decided], paper: PaperForm) -> HttpResponse:
        granted = granted_codes(decisions)
        answers = granted_answers(self.question_types, self.data["answers"], granted)
        actor = Actor.SELF if answers.get("rep_relation") == "self" else Actor.REPRESENTATIVE
        try:
            submission = paper_enter(
                page=self.page,
                institution=self.institution,
                notice=self.notice,
                snapshot=self.snapshot(),
                answers=answers,
                lookups=[pair for form in self.question_types for pair in form.lookups(answers)],
                decisions=[_by(decided, actor) for decided in decisions],
                retention_days=max(p.retention_days for p in self.purposes if p.code in granted),
                secret=codes.secret_for(self.token),
                language=self.language,
                draft=self.draft,
                scan=paper.cleaned_data["scan"],
                received_on=paper.cleaned_data["received_on"],
                user=self.request.user,
            )
        except SubmissionRefusedError as refused:
            return self.render("closed", closed_text=str(refused), status=409)
        return self.show_receipt(submission)

    @sensitive_variables("secret")
    def show_receipt(self, submission: Submission, **kwargs: Any) -> HttpResponse:
        address = public_origin(self.institution.hostname) + reverse("admission_status")
        return self.render(
            "receipt",
            title=_("Receipt"),
            submission=submission,
            application=submission.application,
            secret=codes.secret_for(self.token),
            consents=list(submission.consents.order_by("number")),
            status_url=address,
            qr=qr_data(address),
        )

    def render(self, template: str, *, status: int = 200, step: str = "", title="", **extra) -> HttpResponse:
        number = self.steps.index(step) + 1 if step in self.steps else 0
        receipt = "enrolment/admin/paper_receipt.html" if template == "receipt" else ""
        return self.view.show(
            template=receipt,
            status=status,
            **extra
            | {
                "part": template,
                "campaign": self.page,
                "institution": self.institution,
                "step": step,
                "step_title": title,
                "step_number": number,
                "step_total": len(self.steps),
                "draft_token": self.token,
                "back_to": self.steps[number - 2] if number > 1 else "",
                "has_errors": status == 422,
            },
        )


def _by(decided: Decided, actor: Actor) -> Decided:
    return replace(decided, actor=actor)
