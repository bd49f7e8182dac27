"""The register of certificates in the admin: lists, one certificate, its changes and its QR code."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.day_field import DayField
from common.spreadsheets import TableError
from enrolment.admin import OfficeView
from enrolment.certificates.lists import COLUMNS, SHOWN_FAULTS
from enrolment.certificates.services import (
    REFUSABLE,
    batch_confirm,
    batch_create,
    batch_propose,
    batch_refuse,
    batch_store,
    batches_resume,
    certificate_by_number,
    certificate_read,
    change_decide,
    change_propose,
)
from enrolment.choices import CERTIFICATE_CHANGES, CertificateStatus, RegisterState
from enrolment.list_columns import ListFileField
from enrolment.models import Certificate, CertificateBatch, CertificateChange
from enrolment.policies import institutions_for
from network.site_roots import public_origin
from privacy.qr import qr_data

PAGE_SIZE = 50


class InstitutionForm(forms.Form):
    institution = forms.ModelChoiceField(
        queryset=None,
        label=gettext_lazy("Institution"),
        empty_label=None,
        help_text=gettext_lazy("Whose register it is."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = institutions_for(user)


class CertificatesFileForm(InstitutionForm):
    file = ListFileField(
        label=gettext_lazy("List of certificates"),
        help_text=gettext_lazy(
            "CSV or XLSX with one certificate in each row below a row of headings, for example so-goc-2026.xlsx. At most "
            "20 MB and 50,000 rows."
        ),
    )


class NumberForm(InstitutionForm):
    number = forms.CharField(
        label=gettext_lazy("Number of the certificate"),
        max_length=40,
        help_text=gettext_lazy("For example A 1234567."),
    )


class ChangeForm(forms.Form):
    """What a certificate becomes by a decision; what is mostly meant at its present status is preset."""

    status = forms.ChoiceField(label=gettext_lazy("New status"))
    decision = forms.CharField(
        label=gettext_lazy("Number of the decision"),
        max_length=80,
        help_text=gettext_lazy("For example 1234/QĐ-SGDĐT."),
    )
    decided_on = DayField(
        label=gettext_lazy("Date of the decision"),
        help_text=gettext_lazy("Day, month, year, for example 10/08/2026."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("For example: the place of birth was wrong."),
    )

    def __init__(self, *args, certificate: Certificate, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["status"]
        open_to = CERTIFICATE_CHANGES[CertificateStatus(certificate.status)]
        field.choices = [(status.value, status.label) for status in open_to]
        field.initial = open_to[0].value
        field.help_text = _("At present: %(status)s, since %(day)s.") % {
            "status": certificate.get_status_display(),
            "day": f"{certificate.status_on:%d/%m/%Y}",
        }


class RegisterView(OfficeView):
    """Lists of certificates, the look-up of one, and what waits for a second person."""

    page_title = gettext_lazy("Certificates")
    root = (gettext_lazy("Certificates"), "enrolment_certificates")
    template_name = "enrolment/admin/certificates.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.screen()

    def screen(self, *, status: int = 200, **forms_) -> HttpResponse:
        user = self.request.user
        batches = CertificateBatch.objects.filter(institution__in=self.offices).select_related(
            "institution", "created_by"
        )
        changes = CertificateChange.objects.filter(
            certificate__institution__in=self.offices, state=RegisterState.PROPOSED
        ).select_related("certificate__institution", "proposed_by")
        context = {
            "form": CertificatesFileForm(user=user),
            "number_form": NumberForm(user=user, prefix="one"),
        } | forms_
        return self.show(
            rows=Paginator(batches, PAGE_SIZE).get_page(self.request.GET.get("p")),
            changes=Paginator(changes, PAGE_SIZE).get_page(self.request.GET.get("w")),
            columns=COLUMNS,
            status=status,
            **context,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        return self.find(request) if request.POST.get("act") == "find" else self.upload(request)

    def upload(self, request: HttpRequest) -> HttpResponse:
        form = CertificatesFileForm(request.POST, request.FILES, user=request.user)
        if form.is_valid():
            try:
                batch = batch_create(user=request.user, language=get_language() or "vi", **form.cleaned_data)
            except TableError as error:
                form.add_error("file", str(error))
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return redirect("enrolment_certificate_batch", batch.uid)
        return self.screen(form=form, status=422)

    @sensitive_variables()
    def find(self, request: HttpRequest) -> HttpResponse:
        form = NumberForm(request.POST, user=request.user, prefix="one")
        if form.is_valid():
            found = certificate_by_number(user=request.user, **form.cleaned_data)
            if found:
                return redirect("enrolment_certificate", found.uid)
            form.add_error("number", _("There is no certificate of this number."))
        return self.screen(number_form=form, status=422)


class BatchView(RegisterView):
    """One list: what is wrong in it, and what can be done now."""

    template_name = "enrolment/admin/certificate_batch.html"

    def found(self, uid) -> CertificateBatch:
        rows = CertificateBatch.objects.filter(institution__in=self.offices)
        return get_object_or_404(
            rows.select_related("institution", "created_by", "proposed_by", "confirmed_by"), uid=uid
        )

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.batch.filename}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.batch = batch = self.found(uid)
        state = batch.register_state
        return self.show(
            batch=batch,
            faults=Paginator(batch.faults, PAGE_SIZE).get_page(request.GET.get("p")),
            may_store=state == RegisterState.CHECKED
            and batch.is_checked
            and not batch.is_busy
            and bool(batch.file),
            may_propose=state == RegisterState.READY,
            may_confirm=state == RegisterState.PROPOSED,
            may_refuse=state in REFUSABLE and not batch.is_busy,
            is_cut=len(batch.faults) >= SHOWN_FAULTS,
            is_second=request.user.pk not in (batch.proposed_by_id, batch.created_by_id),
        )

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.batch = self.found(uid)
        acts = {
            "store": (batch_store, _("The list is being stored.")),
            "propose": (batch_propose, _("A second person can confirm it now.")),
            "confirm": (batch_confirm, _("The certificates are in the register.")),
            "refuse": (batch_refuse, _("The list was thrown away.")),
        }
        if (act := request.POST.get("act", "")) not in acts:
            raise Http404("No such act")
        service, done = acts[act]
        self.tried(lambda: service(batch=self.batch, user=request.user), done)
        return redirect("enrolment_certificate_batch", self.batch.uid)


class BatchStatusView(BatchView):
    """What the progress bar asks for; also notices that a list has lost its worker."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        batch = self.found(uid)
        if batch.is_busy:
            batches_resume(batch=batch)
        return JsonResponse(batch.as_status())


class CertificateAdminView(RegisterView):
    """One certificate: opened by a press of a button, which is on record; its changes; the QR code for the paper."""

    template_name = "enrolment/admin/certificate.html"

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        self.body = None

    def found(self, uid) -> Certificate:
        rows = Certificate.objects.filter(institution__in=self.offices)
        return get_object_or_404(rows.select_related("institution__site", "batch"), uid=uid)

    def trail(self) -> list[dict]:
        return [{"url": "", "label": pgettext("register", "Certificate")}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        self.certificate = self.found(uid)
        return self.page()

    def page(self, *, form: ChangeForm | None = None, status: int = 200) -> HttpResponse:
        certificate = self.certificate
        address = verify_address(certificate)
        changes = list(certificate.changes.select_related("proposed_by", "confirmed_by"))
        return self.show(
            certificate=certificate,
            body=self.body,
            changes=changes,
            is_waiting=any(change.state == RegisterState.PROPOSED for change in changes),
            address=address,
            qr=qr_data(address),
            form=form or ChangeForm(certificate=certificate),
            user_id=self.request.user.pk,
            status=status,
        )

    @sensitive_variables()
    def post(self, request: HttpRequest, uid) -> HttpResponse:
        self.certificate, act = self.found(uid), request.POST.get("act", "")
        if act == "open":
            self.body = certificate_read(certificate=self.certificate, user=request.user)
            return self.page()
        if act == "change":
            form = ChangeForm(request.POST, certificate=self.certificate)
            if not form.is_valid():
                return self.page(form=form, status=422)
            self.tried(
                lambda: change_propose(certificate=self.certificate, user=request.user, **form.cleaned_data),
                _("A second person can confirm the change now."),
            )
        elif act in ("confirm", "refuse"):
            number = request.POST.get("change", "")
            change = get_object_or_404(
                self.certificate.changes, pk=int(number) if number.isdigit() and len(number) < 10 else 0
            )
            self.tried(
                lambda: change_decide(change=change, user=request.user, agrees=act == "confirm"),
                _("The change is decided."),
            )
        else:
            raise Http404("No such act")
        return redirect("enrolment_certificate", self.certificate.uid)


def verify_address(certificate: Certificate) -> str:
    """What the QR code of the paper holds."""
    with translation.override("vi"):
        path = reverse("certificate_check_code", args=[certificate.uid])
    return f"{public_origin(certificate.institution.hostname)}{path}"
