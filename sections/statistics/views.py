"""Which members miss which school year: the screen of an authority's board."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from common.spreadsheets.download import CONTENT_TYPES, download_buttons, table_response
from common.text import clean_line, fold
from editorial.reach import institutions_read_by
from sections.statistics.numbers import school_year_text
from sections.statistics.selectors import Completeness, MemberYears, completeness

PAGE_SIZE = 50


class CompletenessView(WagtailAdminTemplateMixin, View):
    """Every facility below an authority with the years that it has published, those that lack some first; the same number of
    queries at any number of members. `?export=csv|xlsx` gives all that is listed as a file."""

    template_name = "sections/statistics/completeness.html"
    header_icon = "table"

    def get(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        self.authority = get_object_or_404(institutions_read_by(request.user), pk=institution_id)
        if not self.authority.is_authority:
            raise Http404
        found = completeness(self.authority, on=timezone.localdate())
        self.words = clean_line(request.GET.get("q", ""))[:100]
        self.only = request.GET.get("only") == "missing"
        members = self._narrowed(found)
        if request.GET.get("export") in CONTENT_TYPES:
            return _export(found, members, request.GET["export"])
        page = Paginator(members, PAGE_SIZE).get_page(request.GET.get("p"))
        context = self.get_context_data(
            authority=self.authority,
            years=[(year, school_year_text(year), found.missing_in(year)) for year in found.years],
            rows=[_row(member, found.years) for member in page.object_list],
            page=page,
            total=len(found.members),
            incomplete=len(found.incomplete),
            words=self.words,
            only=self.only,
        )
        response = TemplateResponse(request, self.get_template_names(), context)
        response["Cache-Control"] = "no-store, private"
        return response

    def _narrowed(self, found: Completeness) -> list[MemberYears]:
        wanted = fold(self.words).split()
        members = [
            member
            for member in (found.incomplete if self.only else found.members)
            if all(word in fold(f"{member.institution.name} {member.institution.code}") for word in wanted)
        ]
        return sorted(members, key=lambda member: (-len(member.missing), member.institution.path))

    def get_page_title(self) -> str:
        return _("Figures of the members of %(name)s") % {"name": self.authority.name}

    def get_breadcrumbs_items(self):
        home = {"url": reverse("wagtailadmin_home"), "label": _("Desk")}
        return [home, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return download_buttons(self.request)


def _state(member: MemberYears, year: int) -> str:
    if year in member.published:
        return pgettext("figures", "published")
    return pgettext("figures", "missing") if year in member.missing else "–"


def _row(member: MemberYears, years: list[int]) -> dict[str, Any]:
    cells = [{"text": _state(member, year), "is_missing": year in member.missing} for year in years]
    return {"institution": member.institution, "cells": cells}


def _export(found: Completeness, members: list[MemberYears], kind: str) -> HttpResponse:
    rows: list[list[Any]] = [
        [_("Code"), _("Institution"), _("Type"), *(school_year_text(year) for year in found.years)]
    ]
    for member in members:
        one = member.institution
        rows.append([one.code, one.name, one.get_type_display(), *(_state(member, y) for y in found.years)])
    return table_response(rows, name=f"so-lieu-con-thieu-{timezone.localdate():%Y-%m-%d}", kind=kind)
