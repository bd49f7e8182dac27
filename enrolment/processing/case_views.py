"""One application in the admin: a purpose first, then what was sent, its record, and what may be done with it (W9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from enrolment.applications.paper import CONSENT_FILE
from enrolment.applications.services.places import ADDED
from enrolment.choices import ApplicationState
from enrolment.models import Application
from enrolment.policies import Reach, application_reach, applications_for
from enrolment.processing import forms as own_forms
from enrolment.processing.checking import CORRECTED_IN, application_hand_on, application_read, wishes_correct
from enrolment.processing.counter import SIGNED
from enrolment.processing.deciding import (
    EVIDENCE_DAYS,
    RecordLine,
    application_accept,
    application_reopen,
    decision_confirm,
    decision_propose,
    decision_return,
    direct_wishes,
    evidence_ask,
    lapsed_wish,
    proposal_text,
    proposals_for,
    readmission_propose,
    record_of,
)
from enrolment.processing.letters import officers_of
from enrolment.processing.queue_views import AdmissionView
from enrolment.processing.selectors import Office, QueueFilter, place_names, queue, queue_neighbours
from privacy.calendar import add_working_days
from privacy.forms import PurposeForm, described_file
from privacy.forms.questions import shown_answer
from privacy.services.access import access_denied, reference_of

_S = ApplicationState


class CaseView(AdmissionView):
    """One application; the answer to POST shows what was sent, no address ever does."""

    template_name = "enrolment/processing/case.html"

    def trail(self) -> list[dict]:
        campaign = self.application.campaign
        address = f"{reverse('enrolment_queue', args=[campaign.pk])}?{self.query}"
        return [
            {"url": address, "label": campaign.title},
            {"url": "", "label": self.application.submission.reference},
        ]

    def found(self, uid) -> Application:
        people = ("handler", "assigned_to", "proposed_by", "decided_by", "entered_by")
        rows = Application.objects.select_related("submission__institution", "campaign", *people)
        found = rows.filter(pk__in=applications_for(self.request.user).values("pk")).filter(uid=uid).first()
        if found is None:
            foreign = rows.filter(uid=uid).first()
            if foreign is not None:
                access_denied(
                    institution=foreign.submission.institution,
                    object_ref=reference_of(foreign.submission),
                    user=self.request.user,
                )
            raise Http404("No such application")
        self.application = found
        self.chosen = QueueFilter.of(self.request.GET)
        self.query = urlencode(self.chosen.chosen)
        self.reach = application_reach(self.request.user, found)
        return found

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.found(uid)
        return self.closed(purpose_form=PurposeForm())

    def closed(self, *, status: int = 200, **context: Any) -> HttpResponse:
        before, after = self.neighbours()
        return self.show(
            application=self.application,
            entries=self.entries(),
            query=self.query,
            before=before,
            after=after,
            today=timezone.localdate(),
            is_full=self.reach == Reach.FULL,
            is_second=self.application.proposed_by_id not in (None, self.request.user.pk),
            proposed_label=self.application.get_proposed_state_display(),
            status=status,
            **context,
        )

    def neighbours(self) -> tuple[str, str]:
        """Addresses of the applications before and after this one in the queue it was opened from; two queries, one row each."""
        application = self.application
        office = Office(application.campaign, application.submission.institution, self.offices)
        rows = queue(office, self.chosen, self.request.user, timezone.localdate())
        before, after = (
            f"{reverse('enrolment_case', args=[one])}?{self.query}" if one else ""
            for one in queue_neighbours(rows, application, self.chosen.sort)
        )
        return before, after

    def entries(self, *, opened: bool = False) -> list[RecordLine]:
        """The record; its words only once a purpose was named."""
        return record_of(self.application, opened=opened) if self.reach == Reach.FULL else []

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.found(uid)
        act = request.POST.get("act", "")
        if act == "open":
            return self.open(PurposeForm(request.POST))
        if self.reach != Reach.FULL:
            raise Http404("Another school checks it")
        acts = {
            "ask": self.ask,
            "accept": self.accept,
            "reopen": self.reopen,
            "propose": self.propose,
            "readmit": self.readmit,
            "confirm": self.confirm,
            "return": self.give_back,
            "facts": self.facts,
            "hand_on": self.hand_on,
        }
        if act not in acts:
            raise Http404("No such act")
        return acts[act]()

    @sensitive_variables()
    def open(self, form: PurposeForm, **bound: forms.Form) -> HttpResponse:
        if not form.is_valid():
            return self.closed(purpose_form=form, status=422)
        purpose = form.cleaned_data["purpose"]
        try:
            answers = application_read(application=self.application, user=self.request.user, purpose=purpose)
        except ValidationError as error:
            form.add_error("purpose", error)
            return self.closed(purpose_form=form, status=422)
        labels = place_names(self.application.campaign)
        wishes = list(self.application.wishes.select_related("school").order_by("position"))
        if self.reach != Reach.FULL:
            wishes = [wish for wish in wishes if wish.school_id in self.offices]
        context: dict[str, Any] = {
            "answers": shown_answers(self.application, answers, labels),
            "wishes": [
                {"wish": w, "label": labels.get((w.school_id, w.track), f"{w.school} – {w.track}")}
                for w in wishes
            ],
            "purpose": purpose,
            "is_open": True,
        }
        if self.reach == Reach.FULL:
            by_position = {line["wish"].position: line["label"] for line in context["wishes"]}
            context |= {
                "files": shown_files(self.application, answers),
                "proposal": proposal_text(self.application) if self.application.proposed_state else "",
                **self.act_forms(wishes, by_position),
                **bound,
            }
        response = self.closed(**context, status=422 if bound else 200)
        if self.reach == Reach.FULL:
            response.context_data["entries"] = self.entries(opened=True)
        return response

    def act_forms(self, wishes, labels: dict[int, str]) -> dict[str, forms.Form | None]:
        """What may be done in the state in which it is."""
        application, state = self.application, self.application.state
        if application.proposed_state:
            return {"return_form": own_forms.ReturnForm()}
        found: dict[str, forms.Form | None] = {
            "hand_on_form": own_forms.HandOnForm(
                people=self.people(), initial={"person": application.assigned_to_id}
            )
        }
        if state in (_S.SUBMITTED, _S.MORE, _S.VALID):
            day = add_working_days(timezone.localdate(), EVIDENCE_DAYS)
            found["ask_form"] = own_forms.EvidenceForm(initial={"due_on": day})
        if state in (_S.SUBMITTED, _S.MORE):
            found["accept_form"] = own_forms.AcceptForm(auto_id="id_accept_%s")
        if state in (_S.MORE, _S.VALID, _S.INVALID):
            found["reopen_form"] = own_forms.ReopenForm(auto_id="id_reopen_%s")
        if proposals := proposals_for(application):
            found["propose_form"] = self.proposal_form(None, proposals, labels)
        if lapsed_wish(application):
            found["readmit_form"] = own_forms.ReadmitForm(auto_id="id_readmit_%s")
        if state in CORRECTED_IN:
            found["facts_form"] = own_forms.FactsForm(wishes=wishes, labels=labels, auto_id="id_facts_%s")
        return found

    def proposal_form(self, data, proposals, labels: dict[int, str]) -> own_forms.ProposalForm:
        wishes = [(w, labels.get(w.position, w.track)) for w in direct_wishes(self.application)]
        return own_forms.ProposalForm(data, proposals=proposals, wishes=wishes, auto_id="id_propose_%s")

    def people(self) -> list[Any]:
        """The officers of the school that checks it."""
        ids = officers_of([self.application.handler_id]).get(self.application.handler_id, [])
        return list(get_user_model().objects.filter(pk__in=ids).order_by("pk"))

    def labels(self) -> dict[int, str]:
        names = place_names(self.application.campaign)
        return {w.position: names.get((w.school_id, w.track), w.track) for w in self.application.wishes.all()}

    def carried_out(self, form: forms.Form, name: str, service, done: str) -> HttpResponse:
        """Call the service with what was entered; what was wrong stands beside the form, the application closed again."""
        if form.is_valid():
            try:
                service(application=self.application, user=self.request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return self.done(done)
        return self.closed(purpose_form=PurposeForm(auto_id="id_open_%s"), status=422, **{name: form})

    def done(self, text: str) -> HttpResponse:
        messages.success(self.request, text % {"reference": self.application.submission.reference})
        return redirect(f"{reverse('enrolment_case', args=[self.application.uid])}?{self.query}")

    def ask(self) -> HttpResponse:
        form = own_forms.EvidenceForm(self.request.POST)
        return self.carried_out(form, "ask_form", evidence_ask, _("%(reference)s: evidence was asked for."))

    def readmit(self) -> HttpResponse:
        form = own_forms.ReadmitForm(self.request.POST, auto_id="id_readmit_%s")
        done = _("%(reference)s: a second person can take it back now.")
        return self.carried_out(form, "readmit_form", readmission_propose, done)

    def accept(self) -> HttpResponse:
        form = own_forms.AcceptForm(self.request.POST, auto_id="id_accept_%s")
        return self.carried_out(form, "accept_form", application_accept, _("%(reference)s is valid."))

    def reopen(self) -> HttpResponse:
        form = own_forms.ReopenForm(self.request.POST, auto_id="id_reopen_%s")
        done = _("%(reference)s is checked once more.")
        return self.carried_out(form, "reopen_form", application_reopen, done)

    def propose(self) -> HttpResponse:
        form = self.proposal_form(self.request.POST, proposals_for(self.application), self.labels())
        done = _("%(reference)s: a second person can confirm the decision now.")
        return self.carried_out(form, "propose_form", decision_propose, done)

    def give_back(self) -> HttpResponse:
        form = own_forms.ReturnForm(self.request.POST)
        done = _("%(reference)s: the proposal was returned.")
        return self.carried_out(form, "return_form", decision_return, done)

    def confirm(self) -> HttpResponse:
        done = _("The decision on this application is confirmed.")
        self.tried(lambda: decision_confirm(application=self.application, user=self.request.user), done)
        return redirect(f"{reverse('enrolment_case', args=[self.application.uid])}?{self.query}")

    def hand_on(self) -> HttpResponse:
        form = own_forms.HandOnForm(self.request.POST, people=self.people())
        if not form.is_valid():
            return self.closed(purpose_form=PurposeForm(), hand_on_form=form, status=422)
        self.tried(
            lambda: application_hand_on(application=self.application, user=self.request.user, to=form.chosen),
            _("It is in other hands now."),
        )
        return redirect(f"{reverse('enrolment_case', args=[self.application.uid])}?{self.query}")

    def facts(self) -> HttpResponse:
        """Corrected and shown again at once, as the check goes on."""
        wishes = list(self.application.wishes.order_by("position"))
        form = own_forms.FactsForm(
            self.request.POST, wishes=wishes, labels=self.labels(), auto_id="id_facts_%s"
        )
        purpose = PurposeForm(self.request.POST)
        if form.is_valid():
            try:
                changed = wishes_correct(
                    application=self.application,
                    user=self.request.user,
                    facts=form.facts,
                    reason=form.cleaned_data["reason"],
                )
            except ValidationError as error:
                form.add_error(None, error)
            else:
                text = _("The wishes were corrected.") if changed else _("Nothing was changed.")
                messages.success(self.request, text)
                return self.open(purpose)
        return self.open(purpose, facts_form=form)


def shown_answers(
    application: Application, answers: dict, places: Mapping[tuple[int, str], str] | None = None
) -> list[tuple[str, str]]:
    """Pairs of the label that the applicant saw and the answer, in the order of the form; `places`: (school, class) → words, for
    wishes that were chosen later than the form was sent."""
    keys = {f"{school}/{track}": label for (school, track), label in (places or {}).items()}
    return [
        (field["label"], keys.get(str(answers[field["name"]])) or shown_answer(field, answers[field["name"]]))
        for field in application.submission.snapshot.get("fields", [])
        if answers.get(field["name"]) not in (None, "", [])
    ]


def shown_files(application: Application, answers: dict) -> list[dict[str, Any]]:
    """The files that were sent, with their names: ``{uid, name}``."""
    names = {a["file"]: described_file(a) for a in answers.values() if isinstance(a, dict) and a.get("file")}
    return [
        {"uid": row.uid, "name": names.get(str(row.uid)) or file_words(row.field), "at": row.created_at}
        for row in application.submission.files.all()
    ]


def file_words(field: str) -> str:
    """What a file is that no answer names."""
    begin, _underscore, number = field.rpartition("_")
    if field == CONSENT_FILE:
        return _("Scan of the signed paper")
    if begin == ADDED:
        return _("File added later, number %(number)s") % {"number": number}
    return _("Paper signed at the school, number %(number)s") % {"number": number} if begin == SIGNED else ""
