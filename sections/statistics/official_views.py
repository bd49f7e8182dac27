"""Official tables become a list of the section's own kind, and go its way: dry run, drafts, undo, the chain."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from common.spreadsheets import TableError, write_csv
from network.selectors import institution_for_page
from sections.exchange.services.batches import batch_create, batch_map, may_import
from sections.models import StatisticsPage
from sections.statistics.exchange import NOT_AVAILABLE, STATISTICS, column_name
from sections.statistics.figures import Figures
from sections.statistics.indicators import INDICATORS
from sections.statistics.official import Official, read_official
from sections.statistics.official_forms import OfficialForm

SOURCE = "Tổng cục Thống kê"


class OfficialView(WagtailAdminTemplateMixin, TemplateView):
    """For the board of an authority: choose tables and province, read what was repaired or left out, go on to the dry run."""

    template_name = "sections/statistics/official.html"
    header_icon = "table"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.section = get_object_or_404(StatisticsPage, pk=kwargs["page_id"])
        institution = institution_for_page(self.section)
        if institution is None or not institution.is_authority:
            raise Http404
        if not may_import(request.user, self.section, STATISTICS):
            raise Http404

    def get_page_title(self) -> str:
        return _("Official figures")

    def get_breadcrumbs_items(self):
        home = {"url": reverse("wagtailadmin_home"), "label": _("Desk")}
        section = {
            "url": reverse("wagtailadmin_explore", args=[self.section.pk]),
            "label": self.section.title,
        }
        return [home, section, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.setdefault("form", OfficialForm())
        return context | {"section": self.section}

    def post(self, request, *args: Any, **kwargs: Any):
        form = OfficialForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                found = self._read(form)
                batch = self._batch(found)
            except (TableError, ValidationError) as error:
                form.add_error("files", str(error) if isinstance(error, TableError) else error)
            else:
                context = self.get_context_data(
                    form=None, found=found, batch=batch, years=sorted(found.years)
                )
                return self.render_to_response(context)
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _read(self, form: OfficialForm) -> Official:
        files = [(file.name, file.file) for file in form.cleaned_data["files"]]
        found = read_official(files, places=form.cleaned_data["place"])
        first = form.cleaned_data["first_year"] or 0
        found.years = {year: figures for year, figures in sorted(found.years.items()) if year >= first}
        if not found.years:
            raise TableError("no_year", _("The tables have no year from %(year)s on."), year=first)
        return found

    def _batch(self, found: Official):
        batch = batch_create(
            file=ContentFile(write_csv(official_rows(found.years)), name="so-lieu-thong-ke-gso.csv"),
            exchange=STATISTICS,
            section=self.section,
            user=self.request.user,
            language=get_language() or "vi",
        )
        columns = batch.mapping["columns"]
        batch_map(batch=batch, columns=columns, constants={}, user=self.request.user)
        return batch


def official_rows(years: dict[int, Figures]) -> list[list[str]]:
    """The figures as the exchange takes them in: a heading, one row a school year, the columns that are used."""
    cells = [
        cell for i in INDICATORS for cell in i.cells if any(cell in figures for figures in years.values())
    ]
    rows = [
        ["school_year", "counted_on", *(column_name(cell) for cell in cells), "author_name", "source_name"]
    ]
    for year, figures in sorted(years.items()):
        values = []
        for cell in cells:
            value = figures.get(cell)
            values.append(
                (NOT_AVAILABLE if cell in figures else "") if value is None else f"{value.normalize():f}"
            )
        rows.append([f"{year}-{year + 1}", date(year, 9, 30).isoformat(), *values, SOURCE, SOURCE])
    return rows
