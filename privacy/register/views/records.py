"""The screens of recipients, agreements, processors and officers: one form each, and an end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables
from wagtail.admin import messages

from privacy.encryption import EncryptionError
from privacy.models import AgreementPaper, PrivacyOfficer, Processor, Recipient, TransferAgreement
from privacy.register.forms import OfficerEndForm, OfficerForm, ProcessorForm, RecipientForm, TransferForm
from privacy.register.views.base import REFUSALS, RegisterBaseView
from privacy.services import (
    agreement_end,
    agreement_save,
    officer_appoint,
    officer_end,
    recipient_save,
    recipient_stop,
)
from privacy.services.approval import RefusedError
from privacy.services.papers import paper_read, paper_remove, paper_store, papers_of
from privacy.services.recipients import is_asked_for
from privacy.uploads.views import download


@dataclass(frozen=True)
class Kind:
    """One kind of record: `add`, `change` and `end` are titles; `about` stands above the form."""

    model: type
    form: type
    add: str | Promise
    change: str | Promise
    about: str | Promise
    end: str | Promise = ""


KINDS = {
    "recipient": Kind(
        Recipient,
        RecipientForm,
        gettext_lazy("New recipient"),
        gettext_lazy("Recipient"),
        gettext_lazy(
            "Somebody to whom information may be passed on. People decide on each recipient, and refusing costs nothing."
        ),
        gettext_lazy("Stop asking for this recipient"),
    ),
    "transfer": Kind(
        TransferAgreement,
        TransferForm,
        gettext_lazy("New transfer agreement"),
        gettext_lazy("Transfer agreement"),
        gettext_lazy(
            "The agreement with a recipient names seven contents (decree 356/2025, article 7). Enter what the signed paper says."
        ),
        gettext_lazy("The agreement has ended"),
    ),
    "processor": Kind(
        Processor,
        ProcessorForm,
        gettext_lazy("New outside processor"),
        gettext_lazy("Outside processor"),
        gettext_lazy(
            "Somebody outside who handles personal information for the institution: who hosts the site, builds it, or sends "
            "its letters. Each has committed itself in writing (circular 25/2010, article 16)."
        ),
        gettext_lazy("The agreement has ended"),
    ),
}


class RecordView(RegisterBaseView):
    """Adds or changes one record."""

    template_name = "privacy/register/record.html"

    def get_page_title(self):
        return self.kind.change if self.record.pk else self.kind.add

    def load(self, kind: str, pk: int | None, institution_id: int | None) -> None:
        if kind not in KINDS:
            raise Http404
        self.name, self.kind = kind, KINDS[kind]
        if pk is None:
            self.shown = self.find_institution(institution_id)
            self.record = self.kind.model(institution=self.shown)
        else:
            self.record = self.find(self.kind.model.objects.all(), pk=pk)

    def form(self, data=None, files=None):
        if self.name == "recipient":
            return RecipientForm(data, instance=self.record)
        return self.kind.form(data, files, instance=self.record, institution=self.shown)

    def get(self, request, kind: str, pk: int | None = None, institution_id: int | None = None):
        self.load(kind, pk, institution_id)
        return super().get(request)

    def post(self, request, kind: str, pk: int | None = None, institution_id: int | None = None):
        self.load(kind, pk, institution_id)
        form = self.form(request.POST, request.FILES)
        if form.is_valid():
            try:
                self.save(form)
            except REFUSALS as error:
                self.fail(error, form)
            else:
                self.done(_("The record was saved."))
                return redirect("privacy_register_site", self.shown.pk)
        else:
            messages.error(request, _("Nothing was saved: correct the fields that are marked."))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def save(self, form) -> None:
        user = self.request.user
        if self.name == "recipient":
            recipient_save(recipient=form.instance, user=user)
            return
        with transaction.atomic():
            agreement_save(agreement=form.instance, user=user, activities=form.cleaned_data.get("activities"))
            if upload := form.cleaned_data["paper"]:
                paper_store(agreement=form.instance, upload=upload, user=user)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        is_fixed = self.name == "recipient" and bool(self.record.pk) and is_asked_for(self.record)
        form = form or self.form()
        return super().get_context_data(**kwargs) | {
            "institution": self.shown,
            "record": self.record,
            "kind": self.name,
            "about": self.kind.about,
            "end_label": self.kind.end if self.record.pk and not self.is_over() else "",
            "form": None if is_fixed else form,
            "is_fixed": is_fixed,
            "papers": papers_of(self.record) if self.record.pk and self.name != "recipient" else [],
            "media": form.media,
        }

    def is_over(self) -> bool:
        if self.name == "recipient":
            return not self.record.is_active
        return self.record.ended_on is not None


class RecordEndView(RecordView):
    """Ends a record."""

    http_method_names = ["post"]

    def post(self, request, kind: str, pk: int):
        self.load(kind, pk, None)
        try:
            if kind == "recipient":
                recipient_stop(recipient=self.record, user=request.user)
            else:
                agreement_end(agreement=self.record, user=request.user)
        except REFUSALS as error:
            self.fail(error)
        else:
            self.done(_("The record was ended."))
        return redirect("privacy_register_site", self.shown.pk)


class PaperView(RegisterBaseView):
    """Opens the scan of a signed paper, or removes it: by a button, so that no link or cache does."""

    http_method_names = ["post"]

    @sensitive_variables()
    def post(self, request, uid):
        paper = self.find(AgreementPaper.objects.select_related("transfer", "processor"), uid=uid)
        kind = paper.agreement.kind_name
        try:
            if request.POST.get("act") == "remove":
                paper_remove(paper=paper, user=request.user)
                self.done(_("The paper was removed."))
            else:
                return download(paper_read(paper=paper, user=request.user))
        except RefusedError as error:
            self.fail(error)
        except EncryptionError:
            messages.error(
                request, _("The file cannot be opened: what is stored is damaged. Tell your administrator.")
            )
        return redirect("privacy_record", kind, paper.agreement.pk)


class OfficerAddView(RegisterBaseView):
    """Appointing who protects personal information, by who approves for the institution."""

    template_name = "privacy/register/record.html"
    page_title = gettext_lazy("Appoint an officer for personal information")

    def load(self, institution_id: int) -> None:
        self.shown = self.find_institution(institution_id)
        if not self.may_approve_here:
            raise PermissionDenied

    def get(self, request, institution_id: int):
        self.load(institution_id)
        return super().get(request)

    def post(self, request, institution_id: int):
        self.load(institution_id)
        form = OfficerForm(request.POST, institution=self.shown)
        if form.is_valid():
            values = {
                name: form.cleaned_data[name] for name in ("person", "decision", "appointed_on", "ends_on")
            }
            try:
                officer_appoint(institution=self.shown, user=request.user, **values)
            except REFUSALS as error:
                self.fail(error, form)
            else:
                self.done(_("The appointment is on record."))
                return redirect("privacy_register_site", self.shown.pk)
        else:
            messages.error(request, _("Nothing was saved: correct the fields that are marked."))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        form = form or OfficerForm(institution=self.shown)
        return super().get_context_data(**kwargs) | {
            "institution": self.shown,
            "about": _(
                "The head appoints in writing (law 91/2025, article 33). From then on requests of people, the check before "
                "publication and incidents go to this person; while nobody is appointed, to the chief editor."
            ),
            "form": form,
            "media": form.media,
        }


class OfficerEndView(OfficerAddView):
    """Names the last day of an appointment."""

    page_title = gettext_lazy("End the appointment")

    def load(self, pk: int) -> None:
        self.officer = self.find(PrivacyOfficer.objects.select_related("user"), pk=pk)
        if not self.may_approve_here:
            raise PermissionDenied

    def get(self, request, pk: int):
        self.load(pk)
        return self.render_to_response(self.get_context_data())

    def post(self, request, pk: int):
        self.load(pk)
        form = OfficerEndForm(request.POST)
        if form.is_valid():
            try:
                officer_end(officer=self.officer, user=request.user, ends_on=form.cleaned_data["ends_on"])
            except REFUSALS as error:
                self.fail(error, form)
            else:
                self.done(_("The end of the appointment is on record."))
                return redirect("privacy_register_site", self.shown.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, form=None, **kwargs: Any) -> dict[str, Any]:
        form = form or OfficerEndForm(initial={"ends_on": self.officer.ends_on})
        return super().get_context_data(form=form, **kwargs) | {
            "about": self.officer.user.get_full_name() or self.officer.user.get_username()
        }
