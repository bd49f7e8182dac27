"""The screen of a board: what is posted, due and missing, and a report begun with one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial.reach import may_read_page
from network.selectors import institution_for_page
from sections.disclosure.choices import OPEN_NOW
from sections.disclosure.matrix import Cell, Matrix, matrix_of
from sections.disclosure.services import report_begin
from sections.models import DisclosurePage, DisclosureReportPage, DisclosureSection, PublicInformationPage
from sections.models.disclosure import first_year_of

SECTION_TYPES = (DisclosurePage, PublicInformationPage)


def may_see(user, section: Page) -> bool:
    """Whether the table of a section is shown: to everybody on its board, and to the authority above."""
    return section.permissions_for_user(user).can_add_subpage() or may_read_page(user, section)


def section_or_404(user, page_id: int) -> DisclosureSection:
    """The section, where the person may see its table."""
    page = get_object_or_404(Page.objects.type(*SECTION_TYPES), pk=page_id).specific
    if not may_see(user, page):
        raise Http404
    return page


class ReportsView(WagtailAdminTemplateMixin, View):
    """Items in rows, years in columns: what is missing is begun here, what is there is opened. The same number of queries at any
    number of reports."""

    template_name = "sections/disclosure/reports.html"
    header_icon = "tasks"

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.section = section_or_404(request.user, page_id)
        self.institution = institution_for_page(self.section)
        if self.institution is None:
            raise Http404
        reports = list(DisclosureReportPage.objects.child_of(self.section).defer_streamfields())
        matrix = matrix_of(
            self.institution, reports, on=timezone.localdate(), first=first_year_of(self.section)
        )
        may_add = self.section.permissions_for_user(request.user).can_add_subpage()
        context = self.get_context_data(
            section=self.section,
            matrix=matrix,
            groups=[self._group(matrix, group, may_add) for group in matrix.groups],
            may_add=may_add,
        )
        response = TemplateResponse(request, self.get_template_names(), context)
        response["Cache-Control"] = "no-store, private"
        return response

    def _group(self, matrix: Matrix, group, may_add: bool) -> dict[str, Any]:
        return {
            "source": group.source,
            "rows": [
                {
                    "item": item,
                    "asks": item.asks,
                    "cells": [self._cell(matrix, item, cell, may_add) for cell in cells],
                }
                for item, cells in group.rows
            ],
        }

    def _cell(self, matrix: Matrix, item, cell: Cell, may_add: bool) -> dict[str, Any]:
        """A draft leads to its form; what is open and has none, to a new one."""
        begin = edit = ""
        if cell.page is not None:
            edit = reverse("wagtailadmin_pages:edit", args=[cell.page.pk])
        elif may_add and cell.status in OPEN_NOW and item.may_begin(cell.state.period, matrix.on):
            begin = reverse("disclosure_begin", args=[self.section.pk, item.key, cell.state.period])
        return {
            "cell": cell,
            "year": item.period_label(cell.state.period),
            "edit": edit,
            "begin": begin,
            "is_draft": cell.page is not None and not cell.page.live,
        }

    def get_page_title(self) -> str:
        return _("Public disclosure of %(name)s") % {"name": self.institution.local_name}

    def get_breadcrumbs_items(self):
        home = {"url": reverse("wagtailadmin_home"), "label": _("Desk")}
        section = {
            "url": reverse("wagtailadmin_explore", args=[self.section.pk]),
            "label": self.section.title,
        }
        return [home, section, {"url": "", "label": self.get_page_title()}]


class BeginView(View):
    """Makes the draft of a report, or finds the one that is there, and opens its form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_id: int, item: str, period: int) -> HttpResponse:
        section = section_or_404(request.user, page_id)
        if not section.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        try:
            page, is_new = report_begin(section=section, item_key=item, period=period, user=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("disclosure_reports", page_id)
        if is_new:
            messages.success(
                request,
                _("The report “%(title)s” was begun. Fill it in and hand it to the board.")
                % {"title": page.title},
            )
        return redirect("wagtailadmin_pages:edit", page.pk)
