"""The queue of applications in the admin: references, states and days, no name of anybody (W9.4)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from enrolment.admin import OfficeView
from enrolment.choices import ApplicationState, Channel
from enrolment.models import CampaignPage
from enrolment.processing.checking import application_take_next, applications_assign
from enrolment.processing.selectors import (
    LATE,
    OVERDUE,
    PROPOSED,
    Counts,
    Office,
    QueueFilter,
    application_by_code,
    campaigns_of,
    counts_by_school,
    counts_of,
    office_for,
    owners_of,
    place_counts,
    queue,
)

PAGE_SIZE = 50
PLACES_SIZE = 100
SORT_LABELS = (
    ("", gettext_lazy("received, the oldest first")),
    ("newest", gettext_lazy("received, the newest first")),
    ("since", gettext_lazy("longest in their state")),
    ("due", gettext_lazy("day that is set")),
    ("reference", gettext_lazy("reference code")),
    ("number", gettext_lazy("candidate number")),
)


class AdmissionView(OfficeView):
    page_title = gettext_lazy("Applications for admission")
    root = (gettext_lazy("Applications for admission"), "enrolment_desk")
    header_icon = "group"


class AdmissionDeskView(AdmissionView):
    """The campaigns in which the person has a part."""

    template_name = "enrolment/processing/desk.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        pages = campaigns_of(self.offices)
        shown = Paginator(pages, PAGE_SIZE).get_page(request.GET.get("p"))
        owners = owners_of(list(shown))
        rows = [{"campaign": page, "owner": owners[page.pk]} for page in shown]
        return self.show(page=shown, rows=rows, now=timezone.now())


class CampaignView(AdmissionView):
    """A screen about one campaign; who has no part in it finds nothing."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.pk = kwargs["pk"]
        return super().dispatch(request, *args, **kwargs)

    def found(self) -> Office:
        campaign = get_object_or_404(CampaignPage.objects.defer_streamfields(), pk=self.pk)
        office = office_for(self.request.user, campaign)
        if office is None:
            raise Http404("Not yours")
        self.office = office
        return office

    def trail(self) -> list[dict]:
        campaign = self.office.campaign
        return [{"url": reverse("enrolment_queue", args=[campaign.pk]), "label": campaign.title}]


class QueueView(CampaignView):
    """The list with its counts; the next one to check for whoever asks."""

    template_name = "enrolment/processing/queue.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        office, today = self.found(), timezone.localdate()
        chosen = QueueFilter.of(request.GET)
        rows = queue(office, chosen, request.user, today)
        counts = counts_of(office.rows(), today)
        return self.show(
            office=office,
            campaign=office.campaign,
            chosen=chosen,
            query=urlencode(chosen.chosen),
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            counts=counts,
            states=states_counted(counts),
            channels=Channel.choices,
            sorts=SORT_LABELS,
            today=today,
            late=LATE,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        office = self.found()
        act, uids = request.POST.get("act"), request.POST.getlist("uid")[:PAGE_SIZE]
        query = urlencode(QueueFilter.of(request.GET).chosen)
        if act == "next":
            found = application_take_next(campaign=office.campaign, user=request.user)
            if found is not None:
                return redirect(f"{reverse('enrolment_case', args=[found.uid])}?{query}")
            messages.warning(request, _("Every application that is to be checked is in somebody's hands."))
        elif act == "find":
            found = application_by_code(office, request.POST.get("code", ""))
            if found is not None:
                return redirect(f"{reverse('enrolment_case', args=[found.uid])}?{query}")
            messages.warning(request, _("No application here has this reference code or candidate number."))
        elif act in ("take", "give"):
            number = applications_assign(
                campaign=office.campaign, user=request.user, uids=_uids(uids), take=act == "take"
            )
            text = ngettext(
                "%(number)s application was changed.", "%(number)s applications were changed.", number
            )
            messages.success(request, text % {"number": number})
        else:
            raise Http404("No such act")
        return redirect(f"{reverse('enrolment_queue', args=[pk])}?{query}")


def _uids(texts: list[str]) -> list[str]:
    return [text for text in texts if len(text) == 36 and text.replace("-", "").isalnum()]


def states_counted(counts: Counts) -> list[dict[str, Any]]:
    """What stands above the list: value, words, number."""
    rows = [
        {"value": state.value, "label": state.label, "number": counts.states.get(state, 0)}
        for state in ApplicationState
    ]
    return [
        *rows,
        {"value": PROPOSED, "label": _("waiting for a second person"), "number": counts.proposed},
        {"value": OVERDUE, "label": _("past its day"), "number": counts.overdue},
    ]


class PlacesView(CampaignView):
    """Quotas of the classes, and for the authority how far each school is."""

    template_name = "enrolment/processing/places.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        office, today = self.found(), timezone.localdate()
        by_school = counts_by_school(office.rows(), today)
        schools = [
            {"school": school, "counts": (own := by_school.get(school.pk, Counts())), "open": _open(own)}
            for school in office.schools
        ]
        return self.show(
            office=office,
            campaign=office.campaign,
            places=Paginator(place_counts(office), PLACES_SIZE).get_page(request.GET.get("p")),
            schools=Paginator(schools, PLACES_SIZE).get_page(request.GET.get("s")),
        )

    def trail(self) -> list[dict]:
        return [*super().trail(), {"url": "", "label": _("Places and schools")}]


def _open(counts: Counts) -> int:
    return counts.states.get(ApplicationState.SUBMITTED, 0) + counts.states.get(ApplicationState.MORE, 0)
