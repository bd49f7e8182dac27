"""Retention in the admin: figures, rules, holds, surveys, packages for the archive, proofs (P13)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.choices import ActivityStatus
from privacy.duty_views import DutyView, InstitutionsView, InstitutionView, MembersMixin
from privacy.models import ArchivePackage, FormTotals, LegalHold, ProcessingActivity, Survey
from privacy.retention import selectors
from privacy.retention.forms import CloseForm, HandOverForm, HoldForm, PackageForm
from privacy.services import activity_close
from privacy.services.retention import survey_close, survey_complete
from privacy.services.retention.archive import package_hand_over, package_read
from privacy.services.retention.holds import hold_lift, hold_place

LIST = {"url": reverse_lazy("privacy_retention"), "label": gettext_lazy("Retention")}


class RetentionView(InstitutionsView):
    """The institutions of a person, each with its figures."""

    page_title = gettext_lazy("Retention")
    template_name = "privacy/retention/list.html"
    site_url = "privacy_retention_site"

    def standings(self, institutions):
        return selectors.figures_of([i.pk for i in institutions], timezone.now())


class MembersView(MembersMixin, RetentionView):
    page_title = gettext_lazy("Retention of the members")
    listing = LIST


class SiteView(InstitutionView):
    """All about retention at one institution."""

    template_name = "privacy/retention/site.html"
    listing = LIST

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institution, now = self.institution, timezone.now()
        holds = list(selectors.holds_of(institution)[:100])
        for hold in holds:
            hold.is_on = hold.is_in_force(timezone.localdate(now))
        surveys = Survey.objects.filter(institution=institution).select_related("totals")
        return (
            super().get_context_data(**kwargs)
            | self.paginated(selectors.records_of(institution))
            | {
                "institution": institution,
                "figures": selectors.figures_of([institution.pk], now)[institution.pk],
                "rules": selectors.rules_of(institution),
                "holds": holds,
                "surveys": list(surveys[:50]),
                "possible": selectors.surveys_possible(institution),
                "totals": list(selectors.totals_of(institution)[:50]),
                "packages": list(ArchivePackage.objects.filter(institution=institution)[:50]),
                "today": timezone.localdate(now),
            }
        )


class SitePartView(DutyView):
    """A screen below that of one institution, with one form."""

    listing = LIST
    template_name = "privacy/retention/form.html"
    form_class: type
    button = gettext_lazy("Save")
    intro = ""

    def trail(self):
        return [
            {
                "url": reverse("privacy_retention_site", args=[self.institution.pk]),
                "label": self.institution.name,
            }
        ]

    def setup_objects(self, pk: int) -> None:
        raise NotImplementedError

    def make_form(self, data=None):
        return self.form_class(data)

    def get(self, request, pk: int):
        self.setup_objects(pk)
        return self.show(self.make_form())

    def post(self, request, pk: int):
        self.setup_objects(pk)
        form = self.make_form(request.POST)
        if form.is_valid():
            try:
                return self.save(form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
        return self.show(form, status=422)

    def save(self, data: dict[str, Any]) -> HttpResponse:
        raise NotImplementedError

    def show(self, form, status: int = 200) -> HttpResponse:
        context = self.get_context_data() | {"form": form, "button": self.button, "intro": self.intro}
        return self.render_to_response(context, status=status)

    def back(self, words: str) -> HttpResponse:
        self.done(words)
        return redirect("privacy_retention_site", self.institution.pk)


class HoldView(SitePartView):
    page_title = gettext_lazy("Hold erasure up")
    button = gettext_lazy("Hold")
    intro = gettext_lazy("What is held stays until the day named here and goes by itself the day after.")

    def setup_objects(self, pk: int) -> None:
        self.institution = self.find_institution(pk)

    def make_form(self, data=None):
        return HoldForm(data, institution=self.institution)

    def save(self, data):
        hold_place(
            institution=self.institution,
            submission=data["reference"],
            form=data["form"],
            reason=data["reason"],
            citation=data["citation"],
            ends_on=data["ends_on"],
            user=self.request.user,
        )
        return self.back(_("The hold is in force."))


class LiftView(DutyView):
    http_method_names = ["post"]

    def post(self, request, pk: int):
        hold = self.find(LegalHold.objects.all(), pk=pk)
        hold_lift(hold=hold, user=request.user)
        self.done(_("The hold has ended: what is over goes with the next run."))
        return redirect("privacy_retention_site", hold.institution_id)


class CloseView(SitePartView):
    page_title = gettext_lazy("Close a survey")
    form_class = CloseForm
    button = gettext_lazy("Close")
    intro = gettext_lazy("The form takes no more answers. Then the totals stay and the answers go.")

    def setup_objects(self, pk: int) -> None:
        self.activity = self.find(ProcessingActivity.objects.all(), pk=pk)
        self.institution = self.activity.institution

    @transaction.atomic
    def save(self, data):
        if self.activity.status != ActivityStatus.CLOSED:
            activity_close(activity=self.activity, user=self.request.user)
        survey_close(
            institution=self.institution,
            form=self.activity.code,
            title=self.activity.name,
            on=timezone.localdate(),
            days=data["days"],
        )
        return self.back(_("The survey is closed."))


class CompleteView(DutyView):
    """What will happen is said before it does: it cannot be undone."""

    page_title = gettext_lazy("Complete the survey")
    template_name = "privacy/retention/complete.html"
    listing = LIST

    def get(self, request, pk: int):
        self.survey = self.find(Survey.objects.filter(completed_at=None), pk=pk)
        return super().get(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"survey": self.survey}

    def post(self, request, pk: int):
        survey = self.find(Survey.objects.filter(completed_at=None), pk=pk)
        try:
            survey_complete(survey=survey, user=request.user)
        except ValidationError as error:
            self.fail(error)
        else:
            self.done(_("The survey is completed: the totals stay, the answers are gone."))
        return redirect("privacy_retention_site", survey.institution_id)


class TotalsView(DutyView):
    template_name = "privacy/retention/totals.html"
    listing = LIST

    def get_page_title(self):
        return self.totals.title

    def get(self, request, pk: int):
        self.totals = self.find(FormTotals.objects.filter(final_at__isnull=False), pk=pk)
        self.institution = self.totals.institution
        return super().get(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"totals": self.totals}


class PackageView(SitePartView):
    """Take a package out, for a purpose; another screen says that the archive has it."""

    page_title = gettext_lazy("Package for the archive")
    form_class = PackageForm
    button = gettext_lazy("Download")
    intro = gettext_lazy("The download is put on record. Keep the file nowhere but with the archive.")

    def setup_objects(self, pk: int) -> None:
        self.package = self.find(ArchivePackage.objects.filter(gone_at=None), pk=pk)
        self.institution = self.package.institution

    def save(self, data):
        content = package_read(package=self.package, user=self.request.user, purpose=data["purpose"])
        name = f"archive-{self.package.uid}.zip"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type="application/zip", headers=headers)


class HandOverView(PackageView):
    page_title = gettext_lazy("Handed over to the archive")
    form_class = HandOverForm
    button = gettext_lazy("It was handed over")
    intro = gettext_lazy("The package is erased here.")

    def save(self, data):
        package_hand_over(package=self.package, receipt=data["receipt"], user=self.request.user)
        return self.back(_("The package was handed over and is gone here."))
