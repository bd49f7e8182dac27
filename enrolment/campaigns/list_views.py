"""The authority's one list of a campaign in the admin: taken in, compared, put in, taken out; a school's own share (W9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from common.spreadsheets.download import CONTENT_TYPES, download_buttons, table_response
from editorial.reach import reach_of
from enrolment.admin import OfficeView
from enrolment.campaigns.list_loading import SHOWN_FAULTS, listable
from enrolment.campaigns.list_services import (
    list_apply,
    list_create,
    list_drop,
    list_read_again,
    lists_resume,
    notice_take_over,
    own_notice,
    take_over_hindrance,
)
from enrolment.campaigns.listed import (
    changes_of,
    listed_share,
    notices_said,
    own_share_texts,
    pairs,
    seen_mark,
    shares_in,
)
from enrolment.campaigns.school_list import COLUMNS, Share, rows_out
from enrolment.campaigns.selectors import TYPES, campaigns_offered_to
from enrolment.list_columns import ListFileField
from enrolment.models import CampaignPage, ListedSchool, SchoolList
from enrolment.policies import campaign_institution
from network.choices import InstitutionType
from network.models import Institution

PAGE_SIZE = 50
NOTICES = "notices"


class SchoolsFileForm(forms.Form):
    file = ListFileField(
        label=gettext_lazy("List of the schools"),
        help_text=gettext_lazy(
            "CSV or XLSX: a class or a commune of a school in each row below a row of headings, for example chi-tieu-2026.xlsx. "
            "At most 20 MB and 50,000 rows."
        ),
    )


class CampaignListView(OfficeView):
    """The list of a campaign: taken out, and taken in. For officers of the authority whose campaign it is; for everybody else it
    does not exist. ``?export=csv|xlsx`` is the list as it is, with ``&from=notices`` what the schools' notices say."""

    root = (gettext_lazy("Campaigns of admission"), "enrolment_campaigns")
    template_name = "enrolment/admin/campaign_list.html"

    def owned(self, campaign: CampaignPage) -> CampaignPage:
        owner = campaign_institution(campaign)
        if owner is None or not owner.is_authority or owner.pk not in self.offices:
            raise Http404("Not yours")
        self.campaign, self.owner = campaign, owner
        return campaign

    def get_page_title(self) -> str:
        return _("Quotas and communes of all schools")

    def trail(self) -> list[dict]:
        url = reverse("enrolment_campaign", args=[self.campaign.pk])
        return [{"url": url, "label": self.campaign.title}, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.owned(get_object_or_404(CampaignPage, pk=pk, locale__language_code="vi"))
        if (kind := request.GET.get("export")) in CONTENT_TYPES:
            return self._file(kind)
        return self.screen(SchoolsFileForm())

    def _file(self, kind: str) -> HttpResponse:
        shares = shares_in(self.campaign)
        if self.request.GET.get("from") == NOTICES:
            shares = {pk: said.share for pk, said in notices_said(self.campaign).items()}
            schools = list(self._invited(shares))
        else:
            schools = list(Institution.objects.filter(pk__in=list(shares)).order_by("path"))
        name = f"chi-tieu-dia-ban-{timezone.localdate():%Y-%m-%d}"
        return table_response(rows_out(pairs(schools, shares)), name=name, kind=kind)

    def _invited(self, shares: Mapping[int, Share]):
        """The schools that a template names: those of the grade, those of several levels, and whoever has a notice."""
        schools = listable(self.owner)
        if not (types := TYPES[self.campaign.grade]):
            return schools
        return schools.filter(Q(type__in=types | {InstitutionType.UNIVERSAL}) | Q(pk__in=list(shares)))

    def screen(self, form: SchoolsFileForm, *, status: int = 200) -> HttpResponse:
        rows = self.campaign.school_lists.select_related("created_by", "applied_by").defer("shares", "faults")
        return self.show(
            campaign=self.campaign,
            owner=self.owner,
            form=form,
            columns=COLUMNS,
            rows=Paginator(rows, PAGE_SIZE).get_page(self.request.GET.get("p")),
            listed=ListedSchool.objects.filter(campaign=self.campaign).count(),
            notices_url=f"{self.request.path}?from={NOTICES}&export=xlsx",
            status=status,
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.owned(get_object_or_404(CampaignPage, pk=pk, locale__language_code="vi"))
        form = SchoolsFileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                found = list_create(
                    campaign=self.campaign,
                    file=form.cleaned_data["file"],
                    user=request.user,
                    language=get_language() or "vi",
                )
            except ValidationError as error:
                form.add_error("file", error)
            else:
                return redirect("enrolment_school_list", found.uid)
        return self.screen(form, status=422)

    @cached_property
    def header_more_buttons(self):
        return download_buttons(self.request)


class SchoolListView(CampaignListView):
    """One list that was taken in: how far the worker is, its mistakes, or what it would change; the button that puts it in.
    ``?export=csv|xlsx`` gives the mistakes or the changes."""

    template_name = "enrolment/admin/school_list.html"

    def found(self, uid) -> SchoolList:
        self.school_list = get_object_or_404(
            SchoolList.objects.select_related("campaign", "created_by", "applied_by"), uid=uid
        )
        self.owned(self.school_list.campaign)
        return self.school_list

    def trail(self) -> list[dict]:
        before = super().trail()
        before[-1]["url"] = reverse("enrolment_campaign_list", args=[self.campaign.pk])
        return [*before, {"url": "", "label": self.school_list.filename}]

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        one = self.found(uid)
        changes = changes_of(one, is_whole=True) if one.may_be_put_in else []
        changed = [change for change in changes if change.is_change]
        if (kind := request.GET.get("export")) in CONTENT_TYPES:
            return self._report(kind, changed)
        return self.show(
            one=one,
            campaign=self.campaign,
            list_url=reverse("enrolment_campaign_list", args=[self.campaign.pk]),
            is_cut=len(one.faults) == SHOWN_FAULTS,
            faults=Paginator(one.faults, PAGE_SIZE).get_page(request.GET.get("p")),
            changes=Paginator(changed, PAGE_SIZE).get_page(request.GET.get("p")),
            may_put_in=one.may_be_put_in,
            new=sum(change.before is None for change in changed),
            other=sum(change.before is not None and change.after is not None for change in changed),
            gone=sum(change.after is None for change in changed),
            same=len(changes) - len(changed),
            otherwise=sum(change.is_other_than_published for change in changes),
            drafts=sum(change.is_other_than_draft for change in changes),
        )

    def _report(self, kind: str, changed: list) -> HttpResponse:
        one = self.school_list
        rows: list[list[Any]]
        if one.wrong:
            rows = [[_("Cell"), _("Column"), _("What is wrong")]]
            rows += [[fault["cell"], fault.get("column", ""), fault["text"]] for fault in one.faults]
        else:
            rows = [[_("Code of the school"), _("School"), _("Changes"), _("Notice of the school")]]
            rows += [
                [
                    change.school.code,
                    change.school.name,
                    "; ".join(change.texts),
                    "; ".join(change.notice_texts),
                ]
                for change in changed
            ]
        return table_response(
            rows, name=f"danh-sach-truong-{timezone.localtime(one.created_at):%Y-%m-%d}", kind=kind
        )

    def post(self, request: HttpRequest, uid) -> HttpResponse:
        one, act = self.found(uid), request.POST.get("act", "")
        acts = {"apply": self._apply, "again": list_read_again, "drop": list_drop}
        if act not in acts:
            raise Http404("No such act")
        done = _("The list was thrown away.") if act == "drop" else ""
        self.tried(partial(acts[act], school_list=one, user=request.user), done)
        return redirect("enrolment_school_list", one.uid)

    def _apply(self, **values: Any) -> None:
        list_apply(is_whole=self.request.POST.get("whole") == "yes", **values)


class SchoolListStatusView(SchoolListView):
    """What the progress bar asks for; also notices that a list has lost its worker."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, uid) -> HttpResponse:
        one = self.found(uid)
        if one.is_busy:
            lists_resume(job=one)
        return JsonResponse(one.as_status())


class OwnShareView(WagtailAdminTemplateMixin, View):
    """What the authority's list says of one school, beside its notice; the button that writes it into the draft. For whoever
    serves on the school's board."""

    template_name = "enrolment/admin/own_share.html"
    header_icon = "date"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs["institution_id"] not in reach_of(request.user).boards:
            raise Http404("Not yours")
        self.school = get_object_or_404(Institution, pk=kwargs["institution_id"])
        self.campaign = get_object_or_404(campaigns_offered_to(self.school), pk=kwargs["pk"])
        self.share = listed_share(self.campaign, self.school)
        if self.share is None:
            raise Http404("Not in the list")
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store, private"
        return response

    def get(self, request: HttpRequest, pk: int, institution_id: int) -> HttpResponse:
        notice = own_notice(self.campaign, self.school)
        context = self.get_context_data(
            campaign=self.campaign,
            school=self.school,
            share=self.share,
            notice=notice,
            texts=own_share_texts(notice, self.share),
            seen=seen_mark(notice, self.share),
            hindrance=take_over_hindrance(notice=notice, school=self.school, user=request.user),
        )
        return TemplateResponse(request, self.get_template_names(), context)

    def post(self, request: HttpRequest, pk: int, institution_id: int) -> HttpResponse:
        try:
            page = notice_take_over(
                campaign=self.campaign,
                school=self.school,
                user=request.user,
                seen=request.POST.get("seen", ""),
            )
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("enrolment_own_share", pk, institution_id)
        said = _(
            "The draft of your notice has the classes and communes of the list. Look through its summary and texts, which may "
            "still name other numbers, then hand it to the board."
        )
        messages.success(request, said)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def get_page_title(self) -> str:
        return _("Your school in the authority's list")

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse("wagtailadmin_home"), "label": _("Desk")},
            {"url": reverse("enrolment_campaigns"), "label": _("Campaigns of admission")},
            {"url": "", "label": self.get_page_title()},
        ]
