"""Import and export in the admin: choose a section, upload, columns, dry run, drafts, undo, the way to the board."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from common.jobs import JobState
from common.spreadsheets import TableError, write_csv
from common.text import slug
from editorial.reach import may_read_page
from editorial.selectors import institutions_of
from network.models import Institution
from sections.exchange.choices import WRITTEN, RowResult, Source, Work
from sections.exchange.entries import ListSource
from sections.exchange.exporting import CONTENT_TYPES, Format, export, template
from sections.exchange.forms import DecisionForm, ListForm, MappingForm, ResultFilterForm
from sections.exchange.registry import exchange
from sections.exchange.selectors import batches_in_reach, places, standing_of
from sections.exchange.services.batches import (
    batch_create,
    batch_map,
    batch_resume_stale,
    batch_start,
    may_import,
    may_work_on,
)
from sections.models import ImportBatch

PER_PAGE = 50
SAMPLE_ROWS = 5
PLACES = 200
"""Sections that are offered at once; whoever serves on more boards starts from the section's page."""


def own_institutions(user) -> list[Institution]:
    found = Institution.objects.filter(depth=1) if user.is_superuser else institutions_of(user)
    return list(found.active())


class ExchangeView(WagtailAdminTemplateMixin, View):
    """A page of the admin about lists of pages; for members of boards."""

    header_icon = "table"

    def get(self, request, *args: Any, **kwargs: Any):
        return self.render_to_response(self.get_context_data(**kwargs))

    def trail(self) -> list[dict[str, Any]]:
        return [{"url": reverse("exchange_index"), "label": _("Import and export")}]

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, *self.trail(), {"url": "", "label": self.get_page_title()}]

    def paginated(self, queryset) -> dict[str, Any]:
        paginator = Paginator(queryset, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return {
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
        }


class IndexView(ExchangeView):
    """The sections that have lists, and the lists that were taken in."""

    page_title = _("Import and export")
    template_name = "sections/exchange/index.html"

    def trail(self):
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        institutions = own_institutions(self.request.user)
        if not institutions and not batches_in_reach(self.request.user).exists():
            raise PermissionDenied
        return (
            super().get_context_data(**kwargs)
            | self.paginated(batches_in_reach(self.request.user))
            | {
                "places": places(institutions)[:PLACES],
                "institutions": institutions,
                "names_institutions": len(institutions) > 1,
            }
        )


class SectionView(ExchangeView):
    """One section: hand its entries out, or take a list in."""

    template_name = "sections/exchange/section.html"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = exchange(kwargs["name"])
        if found is None:
            raise Http404
        self.exchange = found
        self.section = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        self.may_import = may_import(request.user, self.section, found)
        self.may_read = may_read_page(request.user, self.section)
        if not isinstance(self.section, found.section_type) or not (self.may_import or self.may_read):
            raise Http404

    def get_page_title(self):
        return f"{self.section.title}: {self.exchange.label}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.setdefault("form", ListForm())
        return context | {
            "section": self.section,
            "exchange": self.exchange,
            "formats": Format,
            "may_import": self.may_import,
            "may_read": self.may_read,
        }

    def post(self, request, *args: Any, **kwargs: Any):
        if not self.may_import:
            raise PermissionDenied
        form = ListForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                batch = batch_create(
                    file=form.cleaned_data["file"],
                    exchange=self.exchange,
                    section=self.section,
                    user=request.user,
                    language=get_language() or "vi",
                )
            except TableError as error:
                form.add_error("file", str(error))
            else:
                return redirect("exchange_columns", batch.uid)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ExportView(SectionView):
    """The section's entries as a file; with ``drafts``, for those who read them, as its board sees them."""

    def get(self, request, *args: Any, **kwargs: Any):
        format_ = _format(request)
        content = export(
            exchange=self.exchange,
            section=self.section,
            format_=format_,
            drafts=self.may_read and bool(request.GET.get("drafts")),
            now=timezone.localtime(),
        )
        return _download(content, format_, self.exchange.slug or self.exchange.name)

    def post(self, request, *args: Any, **kwargs: Any):
        return self.http_method_not_allowed(request)


class TemplateView(SectionView):
    """An empty list with the right headings."""

    def get(self, request, *args: Any, **kwargs: Any):
        content = template(exchange=self.exchange, format_=Format.XLSX)
        return _download(content, Format.XLSX, f"mau-{self.exchange.slug or self.exchange.name}")

    def post(self, request, *args: Any, **kwargs: Any):
        return self.http_method_not_allowed(request)


def _format(request) -> Format:
    try:
        return Format(request.GET.get("format", Format.XLSX))
    except ValueError:
        raise Http404 from None


def _download(content: bytes, format_: Format, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPES[format_])
    response["Content-Disposition"] = f'attachment; filename="{slug(name, fallback="list")}.{format_}"'
    response["Cache-Control"] = "no-store"
    return response


class BatchView(ExchangeView):
    """A page about one list in reach; any other does not exist for this person."""

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.batch: ImportBatch = get_object_or_404(batches_in_reach(request.user), uid=kwargs["uid"])

    def get_page_title(self):
        return self.batch.filename

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"batch": self.batch}


class ColumnsView(BatchView):
    """Which column gives which field: a guess to confirm, beside the first rows."""

    template_name = "sections/exchange/columns.html"

    def setup(self, request, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.source: ListSource | None = None

    def get(self, request, *args: Any, **kwargs: Any):
        if self.batch.is_busy or self.batch.is_applied or self.batch.source != Source.LIST:
            return redirect("exchange_batch", self.batch.uid)
        return super().get(request, *args, **kwargs)

    def _form(self, data=None) -> MappingForm:
        self.source = self.source or ListSource(self.batch)
        return MappingForm(
            data, exchange=self.source.exchange, table=self.source.table, mapping=self.batch.mapping
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self._form()
        table = self.source.table
        return super().get_context_data(**kwargs) | {
            "form": form,
            "header": table.header,
            "sample": [row.cells for row in table.rows[:SAMPLE_ROWS]],
            "notes": [str(note) for note in table.notes],
        }

    def post(self, request, *args: Any, **kwargs: Any):
        form = self._form(request.POST)
        if form.is_valid():
            try:
                batch_map(batch=self.batch, columns=form.columns, constants=form.constants, user=request.user)
                batch_start(batch=self.batch, work=Work.CHECK, user=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                return redirect("exchange_batch", self.batch.uid)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class ReportView(BatchView):
    """Progress, then what became of each row, and what can be done now."""

    template_name = "sections/exchange/batch.html"

    def get(self, request, *args: Any, **kwargs: Any):
        if self.batch.state == JobState.UPLOADED and self.batch.source == Source.LIST:
            return redirect("exchange_columns", self.batch.uid)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batch, user = self.batch, self.request.user
        rows = batch.rows.select_related("page")
        form = ResultFilterForm(self.request.GET)
        if form.is_valid() and form.cleaned_data["status"]:
            rows = rows.filter(status=form.cleaned_data["status"])
        standing = standing_of(batch, user)
        decision = kwargs.pop("decision", None) or DecisionForm()
        is_board = may_work_on(user, batch.institution) and not batch.is_busy
        written = sum(standing.results[status] for status in WRITTEN)
        return (
            super().get_context_data(**kwargs)
            | self.paginated(rows)
            | {
                "standing": standing,
                "counts": [(status.label, standing.results[status], status.value) for status in RowResult],
                "decision": decision,
                "may_apply": is_board and batch.may_apply and written > 0,
                "may_repeat": is_board and not batch.is_applied and bool(batch.mapping),
                "may_undo": is_board and batch.is_applied and written > 0,
                "may_submit": is_board and batch.is_applied and written > 0,
                "may_decide": not batch.is_busy and standing.mine > 0,
                "is_list": batch.source == Source.LIST,
            }
        )

    def post(self, request, *args: Any, **kwargs: Any):
        form = DecisionForm(request.POST)
        try:
            work = Work(request.POST.get("action", ""))
        except ValueError:
            raise Http404 from None
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(decision=form), status=422)
        try:
            batch_start(batch=self.batch, work=work, user=request.user, comment=form.cleaned_data["comment"])
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("exchange_batch", self.batch.uid)


class StatusView(BatchView):
    """What the progress bar asks for; also notices that a list has lost its worker."""

    def get(self, request, *args: Any, **kwargs: Any):
        batch = self.batch
        if batch.is_busy:
            batch_resume_stale(batch=batch)
        return JsonResponse(batch.as_status(), headers={"Cache-Control": "no-store"})


class BatchDownloadView(BatchView):
    """What became of each row, as CSV."""

    def get(self, request, *args: Any, **kwargs: Any):
        rows = [[_("Row"), _("Title"), _("Result"), _("Cell"), _("Remarks")]]
        for row in self.batch.rows.iterator():
            for message in row.messages or [{"cell": "", "text": ""}]:
                rows.append(
                    [row.number, row.title, row.get_status_display(), message["cell"], message["text"]]
                )
        return _download(write_csv(rows), Format.CSV, f"report-{self.batch.pk}")
