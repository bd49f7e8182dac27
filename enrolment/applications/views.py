"""The status page of applications: reference and secret, by POST only; what stays open travels as a sealed token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.debug import sensitive_variables

from enrolment.applications.services import (
    application_withdraw,
    evidence_add,
    place_confirm,
    place_decline,
)
from enrolment.applications.services.reopening import answers_to_change
from enrolment.applications.shown import application_of, application_shown
from enrolment.applications.status_forms import ConfirmForm, EvidenceForm, StatusForm
from enrolment.choices import ApplicationState
from enrolment.models import Application
from enrolment.models.campaigns import ADMISSION
from enrolment.processing.rooms import exam_card
from enrolment.tries import is_spent, tries_count
from enrolment.two_codes import tries_with
from privacy import throttle
from privacy.journey import FormJourney
from privacy.rights.opening import Opened, file_of, file_open, token_for
from privacy.services.sent import refusal_with_codes
from privacy.views import CollectingView


@dataclass(frozen=True)
class Act:
    """What an applicant does; `question` stands before the button, `done` above the page that follows."""

    title: Promise
    question: Promise
    button: Promise
    done: Promise
    run: Callable[[Application, forms.Form], object]
    form: type[forms.Form] = ConfirmForm
    is_grave: bool = False


ACTS: dict[str, Act] = {
    "evidence": Act(
        gettext_lazy("Add what was asked for"),
        gettext_lazy("PDF files or photographs. You can add three at once, and more afterwards."),
        gettext_lazy("Send to the school"),
        gettext_lazy("What you added has arrived. The school goes on checking."),
        lambda application, form: evidence_add(
            application=application, uploads=form.uploads(), note=form.cleaned_data["note"]
        ),
        EvidenceForm,
    ),
    "confirm": Act(
        gettext_lazy("Confirm the place"),
        gettext_lazy("You take this place, and your child goes to this school."),
        pgettext_lazy("application", "Confirm the place"),
        gettext_lazy("The place is confirmed."),
        lambda application, form: place_confirm(application=application),
    ),
    "decline": Act(
        gettext_lazy("Give up the place"),
        gettext_lazy("The place goes to another child at once. That cannot be undone."),
        pgettext_lazy("application", "Give up the place"),
        gettext_lazy("The place was given up."),
        lambda application, form: place_decline(application=application),
        is_grave=True,
    ),
    "withdraw": Act(
        gettext_lazy("Withdraw the application"),
        gettext_lazy(
            "Nothing of the application is handled any more. As long as applications are taken you can apply anew; afterwards "
            "that cannot be undone."
        ),
        pgettext_lazy("application", "Withdraw"),
        gettext_lazy("The application was withdrawn."),
        lambda application, form: application_withdraw(application=application),
        is_grave=True,
    ),
}


class ApplicationStatusView(CollectingView):
    """Open also when no applications are taken. A code that does not exist and a wrong secret are one answer."""

    form_code = ADMISSION
    form_class = StatusForm
    template_name = "enrolment/applications/status.html"
    http_method_names = ["get", "head", "post", "options"]

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        use = f"view:{self.form_code}:{self.institution.pk}"
        limit = throttle.STEPS_AN_HOUR * getattr(self.kind, "networks", 1)
        if request.method == "POST" and not throttle.allow(request, use=use, limit=limit):
            return self.busy()
        return None

    def busy(self) -> HttpResponse:
        return TemplateResponse(self.request, "privacy/form/busy.html", {"page": None}, status=429)

    @property
    def browser(self) -> str:
        return self.request.META.get("CSRF_COOKIE") or ""

    @sensitive_variables()
    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        name = request.POST.get("act", "")
        if not name:
            return self.open()
        opened = file_of(request.POST.get("file", ""), institution=self.institution, browser=self.browser)
        application = application_of(opened.submission) if opened else None
        if application is None:
            return self.start(StatusForm(auto_id="id_%s"), status=410, is_over=True)
        if name == "show":
            return self.show(opened, application)
        if name not in application_shown(application).acts:
            return self.show(opened, application, refused=_("That is not possible any more."), status=409)
        if name == "change":
            return self.change(opened, application)
        return self.act(opened, application, name)

    def start(self, form: StatusForm, *, status: int = 200, is_over: bool = False) -> HttpResponse:
        context = {
            "page": None,
            "form": form,
            "has_errors": status == 422,
            "is_over": is_over,
            "institution": self.institution,
        }
        return TemplateResponse(self.request, self.template_name, context, status=status)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.start(StatusForm(auto_id="id_%s"))

    @sensitive_variables()
    def open(self) -> HttpResponse:
        form = StatusForm(self.request.POST, auto_id="id_%s")
        if not form.is_valid():
            return self.start(form, status=422)
        counted = tries_with(self.request, form, use="application", institution=self.institution)
        opened = file_open(institution=self.institution, **form.cleaned_data)
        application = application_of(opened.submission) if opened else None
        numbers = tries_count(counted, add=0 if application else 1, now=timezone.now())
        # Nobody guesses a secret of 58 bits: who has both codes is let in, whatever others have tried.
        if application is None and is_spent(counted, numbers, was_miss=True):
            return TemplateResponse(self.request, "privacy/form/tries_spent.html", {"page": None}, status=429)
        if application is None:
            why = refusal_with_codes(
                institution=self.institution, reference=form.reference, secret=form.cleaned_data["secret"]
            )
            form.add_error(
                None,
                why
                or _(
                    "Nothing is found with these two codes. Check both. An application that was sent a moment ago may need a "
                    "minute; it is on the site on which it was sent."
                ),
            )
            return self.start(form, status=422)
        return self.show(opened, application)

    @sensitive_variables()
    def show(
        self,
        opened: Opened,
        application: Application,
        *,
        said: str = "",
        refused: str = "",
        status: int = 200,
    ) -> HttpResponse:
        shown = application_shown(application)
        context = {
            "page": None,
            "shown": shown,
            "application": application,
            "campaign": application.campaign,
            "buttons": [(name, ACTS[name]) for name in shown.acts if name in ACTS],
            "may_change": "change" in shown.acts,
            "again_url": self._again_url(application),
            "card": exam_card(application),
            "file_token": token_for(opened, browser=self.browser),
            "said": said,
            "refused": refused,
        }
        return TemplateResponse(
            self.request, "enrolment/applications/status_shown.html", context, status=status
        )

    def _again_url(self, application: Application) -> str:
        """The campaign's page, for whoever withdrew while it takes applications; else empty."""
        campaign = application.campaign
        if application.state != ApplicationState.WITHDRAWN or campaign.closed_text(timezone.now()):
            return ""
        return campaign.get_url(self.request) or ""

    @sensitive_variables()
    def act(self, opened: Opened, application: Application, name: str) -> HttpResponse:
        act = ACTS[name]
        if "go" not in self.request.POST:
            return self.step(opened, application, name, act.form(auto_id="id_%s"))
        form = act.form(self.request.POST, self.request.FILES, auto_id="id_%s")
        if form.is_valid():
            try:
                act.run(application, form)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self.show(opened, application_of(opened.submission), said=act.done)
        return self.step(opened, application, name, form, status=422)

    def step(
        self, opened: Opened, application: Application, name: str, form: forms.Form, *, status: int = 200
    ) -> HttpResponse:
        shown = application_shown(application)
        context = {
            "page": None,
            "act": ACTS[name],
            "act_name": name,
            "form": form,
            "application": application,
            "asked": shown.asked,
            "place": shown.place,
            "file_token": token_for(opened, browser=self.browser),
            "has_errors": status == 422,
        }
        return TemplateResponse(
            self.request, "enrolment/applications/status_act.html", context, status=status
        )

    @sensitive_variables()
    def change(self, opened: Opened, application: Application) -> HttpResponse:
        """The form with what was sent, to be sent anew; reference and secret stay."""
        page = application.submission.page
        if page is None:
            return self.show(opened, application, refused=_("That is not possible any more."), status=409)
        journey = FormJourney(page.specific, self.request)
        if not journey.is_open:
            return journey.closed(journey.closed_text)
        answers = answers_to_change(application.submission)
        return journey.reopen(application.submission, answers)
