"""An authority's overview of its members, the worst first."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from assessment.choices import Order
from assessment.forms import OverviewForm
from assessment.models import SiteState
from assessment.selectors import last_letters, member_states
from assessment.sites import SiteRow, site_rows
from assessment.views.base import AssessmentView
from common.spreadsheets.download import CONTENT_TYPES, download_buttons, table_response
from network.models import Institution

PAGE_SIZE = 20
EXPORT_LIMIT = 20_000


class MembersView(AssessmentView):
    """Searched, filtered, sorted and paged in the database, out of the stored states: the same number of queries at any
    number of members. `?export=csv` and `?export=xlsx` give what is listed as a file."""

    template_name = "assessment/admin/overview.html"

    def get(self, request: HttpRequest, institution_id: int) -> HttpResponse:
        self.overseer = self.authority(institution_id)
        self.form = OverviewForm(request.GET, authority=self.overseer)
        found = self._found()
        if request.GET.get("export") in CONTENT_TYPES:
            return _export(found, request.GET["export"])
        page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("p"))
        letters = last_letters([state.pk for state in page.object_list])
        return self.show(
            authority=self.overseer,
            form=self.form,
            page=page,
            elided_page_range=page.paginator.get_elided_page_range(page.number),
            rows=site_rows(page.object_list, letters),
            oldest=min((state.assessed_at for state in page.object_list), default=None),
            is_narrowed=bool(self.form.wanted.keys() - {"order"}),
            new=self._new(),
            order=self.form.wanted.get("order", Order.WORST),
        )

    def _found(self):
        wanted = dict(self.form.wanted)
        if under := wanted.pop("under", None):
            wanted["under"] = Institution.objects.get(pk=under)
        if "q" in wanted:
            wanted["words"] = wanted.pop("q")
        return member_states(self.overseer, now=timezone.now(), **wanted)

    def _new(self) -> int:
        """How many members have not been looked at yet."""
        interval = Institution._get_children_path_interval(self.overseer.path)
        return Institution.objects.active().filter(path__range=interval, site_state=None).count()

    def get_page_title(self) -> str:
        return _("Members of %(name)s") % {"name": self.overseer.name}

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return download_buttons(self.request)


def _export(found, format_: str) -> HttpResponse:
    states = list(found[:EXPORT_LIMIT])
    rows = [_head(), *(_cells(row) for row in site_rows(states, last_letters([s.pk for s in states])))]
    return table_response(rows, name=f"thanh-vien-{timezone.localdate():%Y-%m-%d}", kind=format_)


def _head() -> list[str]:
    return [
        _("Code"),
        _("Institution"),
        _("Type"),
        _("Required sections"),
        _("Empty sections"),
        _("Sections out of date"),
        _("Sections overdue for review"),
        _("Worst section"),
        _("Required by"),
        _("Out of date since"),
        _("Last publication"),
        _("Chief editor"),
        _("Last sign-in of the board"),
        _("Feedback waiting"),
        _("Feedback waiting since"),
        _("Pages waiting since"),
        _("Asked to complete on"),
        _("To be completed by"),
        _("Settled"),
        _("As of"),
    ]


def _cells(row: SiteRow) -> list[Any]:
    state: SiteState = row.state
    letter = row.letter
    return [
        row.institution.code,
        row.institution.name,
        row.institution.get_type_display(),
        state.total,
        state.missing,
        state.partly,
        state.overdue,
        row.worst,
        row.worst_reference,
        state.stale_from if state.partly else None,
        _day(state.published_at),
        _("yes") if state.has_chief else _("no"),
        _day(state.signed_in_at),
        state.feedback_waiting,
        _day(state.feedback_since),
        _day(state.waiting_since),
        _day(letter.created_at) if letter else None,
        letter.complete_by if letter else None,
        _day(letter.resolved_at) if letter else None,
        _day(state.assessed_at),
    ]


def _day(moment):
    return timezone.localdate(moment) if moment else None
