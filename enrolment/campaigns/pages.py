"""What readers see of campaigns and notices (W9.4, W9.8): what applies now, schedule, schools with their classes and communes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from common.text import clean_line
from enrolment.campaigns.downloads import FORMATS, area_words, quota_response
from enrolment.campaigns.schedule import calendar_response, headline, next_change, steps_of
from enrolment.campaigns.selectors import (
    SchoolPlaces,
    campaigns_named_by,
    communes_of,
    local,
    narrowed,
    schools_counted,
    schools_of,
)
from enrolment.campaigns.states import badge
from enrolment.choices import CampaignState
from enrolment.models import AdmissionNoticePage, CampaignPage, OnlineAdmissionPage
from network.models import Institution
from network.selectors import institution_for_page
from sections.lists.filters import given_once
from sections.registers.calendar import CALENDAR
from sections.registers.states import shown_until

PAGE_SIZE = 30
LONGEST = 100


@dataclass
class Finder:
    """Which schools a reader asked for, by words and by commune."""

    schools: list[SchoolPlaces]
    words: str = ""
    commune: str = ""
    communes: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def asked(cls, schools: list[SchoolPlaces], request: HttpRequest) -> Finder:
        given = given_once(request.GET.lists())
        communes = communes_of(schools)
        commune = given.get("commune", "")[:LONGEST]
        return cls(
            schools,
            clean_line(given.get("q", "")[: LONGEST * 2])[:LONGEST],
            commune if any(key == commune for key, _name in communes) else "",
            communes,
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.words or self.commune)

    @property
    def commune_name(self) -> str:
        return dict(self.communes).get(self.commune, "")

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        return [(key, name, key == self.commune) for key, name in self.communes]

    def found(self) -> list[tuple[SchoolPlaces, list]]:
        return narrowed(self.schools, words=self.words, commune=self.commune)


def school_rows(found, request: HttpRequest) -> list[dict[str, Any]]:
    """Schools as ``school_table.html`` takes them: address, name, classes, quota, communes."""
    return [
        {
            "school": entry.school,
            "url": entry.notice.get_url(request) or "",
            "places": entry.places,
            "quota": entry.quota,
            "areas": area_words(areas),
        }
        for entry, areas in found
    ]


def shown(page: CampaignPage, request: HttpRequest) -> dict:
    """Everything that the page of a campaign shows beside its own fields."""
    now = timezone.now()
    steps = steps_of(page.phases.all(), now)
    shown_until(request, next_change(page, steps, now))
    schools = schools_of(page)
    finder = Finder.asked(schools, request)
    found = Paginator(finder.found(), PAGE_SIZE).get_page(request.GET.get("page"))
    state = page.state(now)
    own = [way for way in (each(page, request) for each in CampaignPage.own_urls) if way]
    parts = [part for part in (each(page, request) for each in CampaignPage.extra_parts) if part]
    return {
        "places": [place for entry in schools for place in entry.places],
        "form_address": page.form_address(request),
        "is_open": state == CampaignState.OPEN,
        "state": badge(state),
        "headline": headline(page, steps, now),
        "steps": steps,
        "finder": finder,
        "found": found,
        "school_rows": school_rows(found.object_list, request),
        "schools_total": len(schools),
        "quota_total": sum(entry.quota for entry in schools),
        "priorities": [
            {"row": each, "name": local(each, "name"), "evidence": local(each, "evidence")}
            for each in page.priorities.all()
        ],
        "own_urls": own,
        "extra_parts": parts,
        "calendar_url": f"{request.path}?format={CALENDAR}",
        "print_url": f"{request.path}?print=1",
    }


def answer(page: CampaignPage, request: HttpRequest) -> HttpResponse | None:
    """The calendar, a download or the print view of a campaign, where the address asks for one."""
    asked = request.GET.get("format")
    if asked == CALENDAR:
        return calendar_response(CampaignPage.objects.filter(pk=page.pk), request, name=page.title)
    if asked in FORMATS:
        return quota_response(page, request, asked)
    if request.GET.get("print") == "1":
        return _printed(page, request)
    return None


def _printed(page: CampaignPage, request: HttpRequest) -> HttpResponse:
    """The campaign and all its schools on one page without the frame of the site."""
    context = page.get_context(request)
    context["school_rows"] = school_rows(context["finder"].found(), request)
    response = TemplateResponse(request, "enrolment/campaigns/campaign_print.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def notice_shown(page: AdmissionNoticePage, request: HttpRequest) -> dict:
    """What the page of a notice shows: classes, communes, and the campaign in which children apply."""
    now = timezone.now()
    campaign = page.campaign if page.campaign_id else None
    if campaign is not None and not campaign.live:
        campaign = None
    found: dict[str, Any] = {
        "campaign": None,
        "tracks": [
            {"row": each, "name": local(each, "name"), "subjects": local(each, "subjects")}
            for each in page.tracks.all()
        ],
        "areas": area_words(page.catchments.all()),
        "is_now": _takes_on_paper(page, now),
    }
    if campaign is not None:
        steps = steps_of(campaign.phases.all(), now)
        shown_until(request, next_change(campaign, steps, now))
        state = campaign.state(now)
        found["campaign"] = {
            "page": campaign,
            "url": campaign.get_url(request) or "",
            "form_address": campaign.form_address(request) if state == CampaignState.OPEN else "",
            "state": badge(state),
            "headline": headline(campaign, steps, now),
            "authority": institution_for_page(campaign),
            "steps": steps,
        }
    return found


def _takes_on_paper(page: AdmissionNoticePage, now) -> bool:
    today = timezone.localdate(now)
    return bool(page.apply_from and page.apply_until and page.apply_from <= today <= page.apply_until)


def campaign_rows(pages: list[CampaignPage], request: HttpRequest, *, counted: bool = False) -> list[dict]:
    """Campaigns as ``campaign_list.html`` takes them, those that are open first."""
    now = timezone.now()
    numbers = schools_counted(pages) if counted else {}
    order = [CampaignState.OPEN, CampaignState.COMING, CampaignState.CLOSED]
    rows = []
    for page in sorted(pages, key=lambda each: order.index(each.state(now))):
        state = page.state(now)
        rows.append(
            {
                "page": page,
                "url": page.get_url(request) or "",
                "state": badge(state),
                "is_open": state == CampaignState.OPEN,
                "form_address": page.form_address(request),
                "schools": numbers.get(page.translation_key, 0),
            }
        )
    if pages:
        shown_until(request, CampaignPage.objects.filter(pk__in=[each.pk for each in pages]).next_change(now))
    return rows


def concerning(section, request: HttpRequest) -> list[dict]:
    """The campaigns of others that the school's notices name, for its own sections; none for an authority."""
    institution: Institution | None = institution_for_page(section)
    if institution is None or institution.is_authority:
        return []
    named = list(campaigns_named_by(institution).defer_streamfields())
    own = section.get_parent().path if section.depth > 1 else section.path
    if isinstance(section, OnlineAdmissionPage):
        named = [page for page in named if not page.path.startswith(own)]
    return campaign_rows(named, request)


def online_context(section: OnlineAdmissionPage, request: HttpRequest) -> dict[str, Any]:
    """Own campaigns that are not over, those that are open first, an authority's with the number of schools; those of others at a
    school. All stand in the list below."""
    coming = section.items().filter(closes_at__gt=timezone.now())
    own = list(coming.defer_streamfields()) if section.numchild else []
    institution = institution_for_page(section)
    counted = bool(institution and institution.is_authority)
    return {
        "campaigns": campaign_rows(own, request, counted=counted),
        "counted": counted,
        "concerning": concerning(section, request),
    }


def enrolment_context(section, request: HttpRequest) -> dict[str, Any]:
    return {"concerning": concerning(section, request)}
