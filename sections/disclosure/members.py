"""Who is late with what: the screen of an authority's board."""

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
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from common.spreadsheets.download import CONTENT_TYPES, download_buttons, table_response
from common.text import clean_line, fold
from editorial.reach import institutions_read_by
from sections.disclosure.choices import LACKING, Status
from sections.disclosure.items import item_named
from sections.disclosure.selectors import MemberStates, items_over, members_of_authority
from sections.disclosure.states import State

PAGE_SIZE = 50
SHOWN = {"lacking": LACKING, "late": (Status.LATE,), "due": (Status.DUE, Status.SOON)}
"""What the filter narrows to: members with at least one item in one of these."""


class MembersView(WagtailAdminTemplateMixin, View):
    """Every facility below an authority with what it lacks, those that lack most first; the same number of queries at any number
    of members. `?export=csv|xlsx` gives one row a member and item of all that is listed."""

    template_name = "sections/disclosure/members.html"
    header_icon = "tasks"

    def get(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        self.authority = get_object_or_404(institutions_read_by(request.user), pk=institution_id)
        if not self.authority.is_authority:
            raise Http404
        members = members_of_authority(self.authority, on=timezone.localdate())
        self.words = clean_line(request.GET.get("q", ""))[:100]
        self.only = request.GET.get("only") if request.GET.get("only") in SHOWN else ""
        columns = items_over(members)
        self.item = request.GET.get("item", "")
        self.item = self.item if any(item.key == self.item for item, _period in columns) else ""
        found = self._narrowed(members)
        if request.GET.get("export") in CONTENT_TYPES:
            return self._export(found, request.GET["export"])
        page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("p"))
        context = self.get_context_data(
            authority=self.authority,
            rows=[self._row(member) for member in page.object_list],
            items=[(key, name, key == self.item) for key, name in self._items(columns)],
            page=page,
            total=len(members),
            incomplete=sum(1 for member in members if member.lacking),
            words=self.words,
            only=self.only,
        )
        response = TemplateResponse(request, self.get_template_names(), context)
        response["Cache-Control"] = "no-store, private"
        return response

    def _items(self, columns) -> list[tuple[str, str]]:
        return list({item.key: (item.key, item.name()) for item, _period in columns}.values())

    def _states(self, member: MemberStates) -> list[State]:
        return [state for state in member.states if not self.item or state.item.key == self.item]

    def _narrowed(self, members: list[MemberStates]) -> list[MemberStates]:
        wanted = fold(self.words).split()
        statuses = SHOWN.get(self.only, ())
        found = [
            member
            for member in members
            if all(word in fold(f"{member.institution.name} {member.institution.code}") for word in wanted)
            and self._states(member)
            and (not statuses or any(state.status in statuses for state in self._states(member)))
        ]
        return sorted(
            found, key=lambda member: (-len(member.lacking), -len(member.late), member.institution.path)
        )

    def _row(self, member: MemberStates) -> dict[str, Any]:
        states = self._states(member)
        return {
            "institution": member.institution,
            "lacking": [s.title for s in states if s.status in LACKING],
            "late": [(s.title, s.posting.posted_on) for s in states if s.status == Status.LATE],
            "due": sum(1 for s in states if s.status in SHOWN["due"]),
            "posted": sum(1 for s in states if s.status in (Status.POSTED, Status.LATE)),
        }

    def _export(self, members: list[MemberStates], kind: str) -> HttpResponse:
        rows: list[list[Any]] = [
            [
                _("Code"), _("Institution"), _("Type"), _("Item"), _("Year"), _("Legal basis"), _("Status"),
                _("At the latest on"), _("Posted on"), _("Withdrawn on"), _("Reason"),
            ]
        ]  # fmt: skip
        statuses = SHOWN.get(self.only, ())
        for member in members:
            one = member.institution
            for state in self._states(member):
                if statuses and state.status not in statuses:
                    continue
                posting = state.posting
                rows.append(
                    [
                        one.code, one.name, one.get_type_display(), state.item.name(),
                        state.item.period_label(state.period), state.item.reference_for(one.type),
                        str(state.status.label), state.item.last_day(state.period),
                        posting and posting.posted_on, posting and posting.withdrawn_on,
                        posting.reason if posting else "",
                    ]
                )  # fmt: skip
        name = f"cong-khai-cac-don-vi-{timezone.localdate():%Y-%m-%d}"
        return table_response(rows, name=name, kind=kind)

    def get_page_title(self) -> str:
        if self.item and (item := item_named(self.item)):
            return _("Public disclosure of the members of %(name)s: %(item)s") % {
                "name": self.authority.name,
                "item": item.name(),
            }
        return _("Public disclosure of the members of %(name)s") % {"name": self.authority.name}

    def get_breadcrumbs_items(self):
        home = {"url": reverse("wagtailadmin_home"), "label": _("Desk")}
        return [home, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return download_buttons(self.request)
