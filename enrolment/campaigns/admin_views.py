"""Campaigns in the admin: what a board's own campaigns lack, and a school's notice begun with one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from common.spreadsheets.download import CONTENT_TYPES, download_buttons, table_response
from common.text import clean_line, fold
from editorial.reach import institutions_read_by, reach_of
from enrolment.campaigns.overview import LACKS, export_rows, lack_words, members_of_campaign, own_notices
from enrolment.campaigns.selectors import campaigns_below
from enrolment.campaigns.services import enrolment_section, notice_begin, reminders_queue
from enrolment.models import CampaignPage, OnlineAdmissionPage
from enrolment.policies import campaign_institution, is_officer
from network.models import Institution
from network.selectors import institution_for_page

PAGE_SIZE = 50
MOST_SECTIONS = 10
"""Of so many boards a person is offered to begin a campaign."""


class CampaignsView(WagtailAdminTemplateMixin, View):
    """The campaigns of the person's boards, and those in which their schools take part; a fixed number of queries. For whoever
    serves on a board."""

    template_name = "enrolment/admin/campaigns.html"
    header_icon = "date"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.boards = reach_of(request.user).boards
        if not self.boards:
            raise Http404("No board")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        institutions = list(Institution.objects.filter(pk__in=self.boards).order_by("path"))
        keys = {one.home_key for one in institutions if one.home_key}
        homes = Page.objects.filter(translation_key__in=keys, locale__language_code="vi")
        own = CampaignPage.objects.filter(campaigns_below(homes), locale__language_code="vi")
        begin = [
            {"pk": section.pk, "name": institution_for_page(section).name}
            for section in OnlineAdmissionPage.objects.filter(
                campaigns_below(homes), locale__language_code="vi"
            ).order_by("path")[:MOST_SECTIONS]
            if section.permissions_for_user(request.user).can_add_subpage()
        ]
        rows = Paginator(own_notices(institutions), PAGE_SIZE).get_page(request.GET.get("p"))
        context = self.get_context_data(
            begin=begin,
            own=[
                {"page": page, "url": reverse("enrolment_campaign", args=[page.pk]), "state": page.state()}
                for page in own.defer_streamfields().order_by("-opens_at", "pk")[:PAGE_SIZE]
            ],
            rows=rows,
            names_schools=len(institutions) > 1,
        )
        return _private(TemplateResponse(request, self.get_template_names(), context))

    def get_page_title(self) -> str:
        return _("Campaigns of admission")

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Desk")},
            {"url": "", "label": self.get_page_title()},
        ]


class CampaignView(WagtailAdminTemplateMixin, View):
    """The schools of a campaign with their notices, quotas and lacks. Read by the board whose campaign it is and by authorities
    above; its editors and chief editors remind. ``?export=csv|xlsx`` gives what is listed."""

    template_name = "enrolment/admin/campaign.html"
    header_icon = "date"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.pk = kwargs["pk"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.campaign = get_object_or_404(CampaignPage, pk=self.pk, locale__language_code="vi")
        self.owner = campaign_institution(self.campaign)
        seen = institutions_read_by(request.user)
        if self.owner is None or not seen.filter(pk=self.owner.pk).exists():
            raise Http404("Not yours")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        members = members_of_campaign(self.campaign, self.owner)
        words = clean_line(request.GET.get("q", ""))[:100]
        only = request.GET.get("only") if request.GET.get("only") in (*LACKS, "any") else ""
        found = [member for member in members if self._is_wanted(member, words, only)]
        if request.GET.get("export") in CONTENT_TYPES:
            name = f"dot-tuyen-sinh-{timezone.localdate():%Y-%m-%d}"
            return table_response(export_rows(found), name=name, kind=request.GET["export"])
        page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("p"))
        is_own = self.owner.is_authority and is_officer(request.user, self.owner.pk)
        context = self.get_context_data(
            campaign=self.campaign,
            owner=self.owner,
            page=page,
            rows=page.object_list,
            words=words,
            lacks=[(code, lack_words(code), code == only) for code in LACKS],
            only=only,
            total=len(members),
            published=sum(member.is_live for member in members),
            lacking=sum(bool(member.lacks) for member in members),
            quota=sum(member.quota for member in members if member.is_live),
            may_remind=is_own,
            list_url=reverse("enrolment_campaign_list", args=[pk]) if is_own else "",
        )
        return _private(TemplateResponse(request, self.get_template_names(), context))

    def _is_wanted(self, member, words: str, only: str) -> bool:
        text = fold(f"{member.institution.name} {member.institution.code}")
        if not all(word in text for word in fold(words).split()):
            return False
        return bool(member.lacks) if only == "any" else not only or only in member.lacks

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not (self.owner.is_authority and is_officer(request.user, self.owner.pk)):
            raise PermissionDenied
        try:
            number = reminders_queue(campaign=self.campaign)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            said = ngettext("%(number)s school is reminded.", "%(number)s schools are reminded.", number)
            messages.success(request, said % {"number": number})
        return redirect("enrolment_campaign", pk)

    def get_page_title(self) -> str:
        return _("Schools of the campaign: %(title)s") % {"title": self.campaign.title}

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Desk")},
            {"url": reverse("enrolment_campaigns"), "label": _("Campaigns of admission")},
            {"url": "", "label": self.campaign.title},
        ]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return download_buttons(self.request)


class NoticeBeginView(View):
    """Makes the draft of a school's notice for a campaign, or finds the one that is there, and opens its form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, institution_id: int) -> HttpResponse:
        if institution_id not in reach_of(request.user).boards:
            raise Http404("Not yours")
        school = get_object_or_404(Institution, pk=institution_id)
        section = enrolment_section(school)
        if section is None or not section.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        campaign = get_object_or_404(CampaignPage.objects.live(), pk=pk)
        try:
            page, is_new = notice_begin(campaign=campaign, school=school, user=request.user)
        except ValidationError as error:
            raise Http404("Not yours") from error
        if is_new:
            messages.success(
                request,
                _("The notice “%(title)s” was begun. Write classes and quotas, then hand it to the board.")
                % {"title": page.title},
            )
        return redirect("wagtailadmin_pages:edit", page.pk)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store, private"
    return response
