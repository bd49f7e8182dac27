"""Assignments of places in the admin: what stands in the way, compute, preview, the second person, public number of the lots."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from wagtail.admin import messages

from common.models import site_path
from enrolment.admin import OfficeView
from enrolment.allocation.explaining import last_words
from enrolment.allocation.lots import number_confirm, number_enter
from enrolment.allocation.reading import obstacles, waiting_phase
from enrolment.allocation.runs import job_start, jobs_resume, run_drop, run_propose, run_return
from enrolment.choices import AllocationState, AllocationWork
from enrolment.models import Allocation, AllocationJob, CampaignPage, LotSeed
from enrolment.office_pages import pages_in
from network.selectors import institutions_for_paths

PAGE_SIZE = 50
_S = AllocationState


class NumberForm(forms.Form):
    """The public number, entered by one person and once more by another."""

    number = forms.CharField(
        label=gettext_lazy("Public number"),
        max_length=200,
        help_text=gettext_lazy("As it was published, for example 48291. Spaces at the ends do not count."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )


class PlacesReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=300,
        help_text=gettext_lazy("For example: the scores of one school were missing."),
    )


ENTRIES = {"number": NumberForm, "confirm": NumberForm, "return": PlacesReasonForm}
"""Acts with one field each, in which a refused entry is shown again."""


class ComputeForm(forms.Form):
    leaves_out = forms.BooleanField(
        label=gettext_lazy("Leave out wishes without score"),
        required=False,
        help_text=gettext_lazy(
            "They are not put in order and not fulfilled, for example of children who were absent from the examination."
        ),
    )


class PlacesView(OfficeView):
    page_title = gettext_lazy("Assignment of places")
    root = (gettext_lazy("Assignment of places"), "enrolment_places_index")


class PlacesIndexView(PlacesView):
    """The campaigns whose places the person assigns."""

    template_name = "enrolment/admin/places_index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        page = Paginator(pages_in(CampaignPage, self.offices, "-opens_at", "pk"), PAGE_SIZE).get_page(
            request.GET.get("p")
        )
        shown = {_S.PUBLISHED, _S.PROPOSED}
        states: dict[int, list[Allocation]] = {}
        runs = Allocation.objects.filter(campaign__in=list(page.object_list), state__in=shown)
        for run in runs.only("campaign", "number", "state"):
            states.setdefault(run.campaign_id, []).append(run)
        rows = [{"campaign": one, "runs": states.get(one.pk, [])} for one in page.object_list]
        return self.show(rows=rows, page_obj=page)


class CampaignMixin:
    """A screen about one campaign of the person's institutions; another one is a 404."""

    def found(self, pk: int) -> CampaignPage:
        campaign = get_object_or_404(CampaignPage, pk=pk, locale__language_code="vi")
        owner = institutions_for_paths([campaign.path]).get(site_path(campaign.path))
        if owner is None or owner.pk not in self.offices:
            raise Http404("Not yours")
        campaign._edusite_institution = owner
        return campaign


class CampaignPlacesView(CampaignMixin, PlacesView):
    """What stands in the way, the runs, their totals, and what can be done now."""

    template_name = "enrolment/admin/places.html"

    def trail(self) -> list[dict]:
        return [{"url": "", "label": self.campaign.title}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.campaign = self.found(pk)
        return self.screen()

    def screen(self, status: int = 200, **forms: Any) -> HttpResponse:
        people = ("made_by", "proposed_by", "published_by")
        rows = self.campaign.allocations.exclude(state=_S.BUILDING).select_related(*people)
        runs = Paginator(rows, PAGE_SIZE).get_page(self.request.GET.get("p"))
        job = AllocationJob.objects.filter(campaign=self.campaign).first()
        by_state = {run.state: run for run in rows.filter(state__in=(_S.PUBLISHED, _S.PROPOSED)).reverse()}
        published, waiting = by_state.get(_S.PUBLISHED), by_state.get(_S.PROPOSED)
        current = waiting or published or rows.filter(state=_S.COMPUTED).first()
        seed = LotSeed.objects.select_related("revealed_by", "confirmed_by").filter(campaign=self.campaign)
        in_the_way = [] if published else obstacles(self.campaign)
        user = self.request.user.pk
        return self.show(
            campaign=self.campaign,
            institution=self.campaign._edusite_institution,
            seed=seed.first(),
            obstacles=in_the_way,
            stops=any(not one.can_be_waived for one in in_the_way),
            may_waive=any(one.can_be_waived for one in in_the_way),
            runs=runs,
            job=job,
            is_busy=bool(job and job.is_busy),
            current=current,
            published=published,
            waiting=waiting,
            totals=totals_of(current) if current else [],
            is_second=bool(waiting) and user not in (waiting.made_by_id, waiting.proposed_by_id),
            phase=waiting_phase(self.campaign),
            is_over=timezone.now() >= self.campaign.closes_at,
            compute_form=ComputeForm(),
            status=status,
            **{"number_form": NumberForm(), "reason_form": PlacesReasonForm()} | forms,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.campaign = self.found(pk)
        act = request.POST.get("act", "")
        acts = self.acts() | (self.run_acts() if "run" in request.POST else {})
        if act not in acts:
            raise Http404("No such act")
        work, done = acts[act]
        try:
            work()
        except ValidationError as error:
            return self.refused(act, error)
        messages.success(request, done)
        return redirect("enrolment_places", self.campaign.pk)

    def refused(self, act: str, error: ValidationError) -> HttpResponse:
        """Said at the top, and beside the field with what was entered where the act has one."""
        messages.error(self.request, " ".join(error.messages))
        if act not in ENTRIES:
            return redirect("enrolment_places", self.campaign.pk)
        form = ENTRIES[act](self.request.POST)
        if form.is_valid():
            form.add_error(next(iter(form.fields)), error.messages)
        name = "reason_form" if act == "return" else "number_form"
        return self.screen(status=422, **{name: form})

    def acts(self) -> dict[str, tuple]:
        number = self.request.POST.get("number", "")
        given = {"campaign": self.campaign, "user": self.request.user}
        leaves_out = self.request.POST.get("leaves_out") == "on"
        return {
            "compute": (
                lambda: self.start(AllocationWork.COMPUTE, leaves_out=leaves_out),
                _("The computation has begun."),
            ),
            "number": (
                lambda: number_enter(number=number, **given),
                _("A second person can confirm the number now."),
            ),
            "confirm": (lambda: number_confirm(number=number, **given), _("The public number is confirmed.")),
        }

    def run_acts(self) -> dict[str, tuple]:
        text = self.request.POST["run"]
        pk = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
        run = get_object_or_404(Allocation, pk=pk, campaign=self.campaign)
        user, reason = self.request.user, self.request.POST.get("reason", "")
        return {
            "propose": (
                lambda: run_propose(allocation=run, user=user),
                _("A second person can publish it now."),
            ),
            "return": (
                lambda: run_return(allocation=run, user=user, reason=reason),
                _("The assignment was returned."),
            ),
            "drop": (lambda: run_drop(allocation=run, user=user), _("The assignment was dropped.")),
            "publish": (
                lambda: self.start(AllocationWork.PUBLISH, allocation=run),
                _("The publication has begun."),
            ),
            "take_back": (
                lambda: self.start(AllocationWork.TAKE_BACK, allocation=run, reason=reason),
                _("Taking back has begun."),
            ),
        }

    def start(self, work: AllocationWork, **given: Any) -> None:
        job_start(
            campaign=self.campaign,
            work=work,
            user=self.request.user,
            language=get_language() or "vi",
            **given,
        )


def totals_of(run: Allocation) -> list[dict[str, Any]]:
    """The classes of a run for its officers, with everything that decided at the border; no query."""
    names, changes = run.parameters.get("names", {}), run.changes.get("classes", {})
    rows = []
    for place, total in run.totals.items():
        school, name = names.get(place, ["", place])
        came, went = changes.get(place, [0, 0])
        last = last_words(run, total | {"admitted": 1_000_000}) if total["last"] else ""
        rows.append(total | {"school": school, "name": name, "last": last, "came": came, "went": went})
    return sorted(rows, key=lambda row: (row["school"], row["name"]))


class PlacesStatusView(CampaignMixin, PlacesView):
    """What the progress bar asks for."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        campaign = self.found(pk)
        job = AllocationJob.objects.filter(campaign=campaign).first()
        if job is None:
            return JsonResponse(
                {"state": "", "label": "", "done": 0, "total": 0, "percent": 0, "busy": False}
            )
        if job.is_busy:
            jobs_resume(job=job)
        return JsonResponse(job.as_status())
