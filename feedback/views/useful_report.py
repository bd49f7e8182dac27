"""Which pages readers do not find useful, for the boards that keep them."""

from __future__ import annotations

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from common.spreadsheets import write_csv
from editorial.selectors import board_roles, institutions_of
from feedback.selectors.usefulness import useful_rows

PAGE_SIZE = 50
PERIODS = {"30": 30, "90": 90, "365": 365}


class UsefulReportView(WagtailAdminTemplateMixin, View):
    """The worst pages first, of the institutions on whose boards the person serves; as CSV with ``?export=csv``."""

    header_icon = "help"
    page_title = gettext_lazy("Usefulness of pages")
    template_name = "feedback/useful_report.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not board_roles(request.user):
            raise Http404("On no board")
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("feedback_useful"), "label": self.page_title},
        ]

    def get(self, request: HttpRequest) -> HttpResponse:
        period = request.GET.get("period", "")
        period = period if period in PERIODS else "90"
        rows = useful_rows(
            institutions_of(request.user), timezone.localdate() - timedelta(days=PERIODS[period])
        )
        if request.GET.get("export") == "csv":
            return self.as_csv(rows)
        context = self.get_context_data(
            rows=Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p")),
            period=period,
            periods=[(name, _("%(days)s days") % {"days": days}) for name, days in PERIODS.items()],
        )
        return TemplateResponse(request, self.template_name, context)

    def as_csv(self, rows) -> HttpResponse:
        head = [_("Institution"), _("Page"), _("Yes"), _("No"), _("Per cent no"), _("Reasons")]
        table = [
            [
                row.institution.name,
                row.page.title if row.page else _("(deleted page)"),
                row.yes,
                row.no,
                row.no_percent,
                "; ".join(row.reason_words),
            ]
            for row in rows
        ]
        return HttpResponse(
            write_csv([head, *table]),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="huu-ich-{timezone.localdate():%Y-%m-%d}.csv"',
                "Cache-Control": "no-store, private",
            },
        )
