"""The record of publications as a report, and as a file for inspectors (W3.4)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from datetime import datetime

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView

from common.spreadsheets.report import neutralised
from common.text import fold
from editorial import section_keys
from editorial.choices import BoardRole, Escalation, PublicationKind
from editorial.models import Publication
from editorial.selectors import board_roles, publications_for

CHUNK = 2000
BOM = "\ufeff"
PEOPLE = ("submitted_name", "appraised_name", "approved_name", "head_name", "writers__name")


class PublicationFilterSet(WagtailFilterSet):
    """Period, institution, section, decision, person."""

    created_at = django_filters.DateFromToRangeFilter(label=_("Period"), widget=DateRangePickerWidget)
    institution = django_filters.CharFilter(label=_("Institution"), method="filter_institution")
    section = django_filters.ChoiceFilter(label=_("Section"), choices=())
    kind = django_filters.ChoiceFilter(label=_("Decision"), choices=PublicationKind.choices)
    person = django_filters.CharFilter(label=_("Person"), method="filter_person")

    class Meta:
        model = Publication
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        keys = self.queryset.order_by().exclude(section="").values_list("section", flat=True).distinct()
        choices = sorted((key, str(section_keys.title_of(key))) for key in keys)
        self.filters["section"].extra["choices"] = choices

    def filter_institution(self, queryset, name, value):
        for word in fold(value).split():
            queryset = queryset.filter(institution__folded__contains=word)
        return queryset

    def filter_person(self, queryset, name, value):
        found = Q()
        for field in PEOPLE:
            found |= Q(**{f"{field}__icontains": value.strip()})
        return queryset.filter(found).distinct()


class PublicationsView(ReportView):
    """Who wrote, appraised and approved what, for the boards on which the person serves and the members of an
    authority among them. The number of queries is fixed; a file takes one more for each 2,000 rows."""

    page_title = _("Record of publications")
    header_icon = "history"
    model = Publication
    filterset_class = PublicationFilterSet
    default_ordering = "-created_at"
    index_url_name = "editorial_publications"
    index_results_url_name = "editorial_publications_results"
    columns = [
        TitleColumn("title", label=_("Title"), get_url=lambda row: row.edit_url),
        Column("institution", label=_("Institution"), accessor="institution_name"),
        Column("kind", label=_("Decision"), accessor="get_kind_display"),
        Column("writers", label=_("Written by"), accessor="writer_names"),
        Column("appraised", label=_("Appraised by"), accessor="appraisal_text"),
        Column("approved", label=_("Approved by"), accessor="approval_text"),
        DateColumn("created_at", label=_("When"), sort_key="created_at"),
        Column("reason", label=_("Reason"), accessor="reason"),
    ]
    export_headings = {
        "institution_code": _("Code"),
        "institution_name": _("Institution"),
        "get_kind_display": _("Decision"),
        "title": _("Title"),
        "address": _("Address"),
        "section_title": _("Section"),
        "writer_names": _("Written by"),
        "author_name": _("Author as shown"),
        "source_name": _("Source"),
        "source_url": _("Link to the source"),
        "submitted_name": _("Submitted by"),
        "submitted_at": _("Submitted at"),
        "appraised_text": _("Appraised by"),
        "appraised_at": _("Appraised at"),
        "approved_name": _("Approved by"),
        "approved_at": _("Approved at"),
        "head_name": _("Approved by the head"),
        "head_at": _("Approved by the head at"),
        "escalation_text": _("Steps taken by an authority's board"),
        "go_live_at": _("To be published at"),
        "published_at": _("On the site since"),
        "expire_at": _("Expires at"),
        "cancelled_at": _("Cancelled at"),
        "reason": _("Reason"),
    }
    list_export = list(export_headings)

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser and not board_roles(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        return publications_for(self.request.user)

    def get_queryset(self):
        return self.get_base_queryset().order_by("-created_at", "-pk")

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}

    def decorate_paginated_queryset(self, object_list):
        return [decorated(row) for row in object_list]

    def get_filename(self):
        return f"publications-{timezone.localdate().isoformat()}"

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if isinstance(queryset, list):
            queryset = self.get_filtered_queryset()
        response = super().as_spreadsheet(_decorated(queryset), spreadsheet_format)
        response["Cache-Control"] = "no-store, private"
        return response

    def render_to_response(self, context, **response_kwargs):
        if self.is_export:
            context["object_list"] = self.object_list
        return super().render_to_response(context, **response_kwargs)

    def get_heading(self, queryset, field):
        return str(self.export_headings[field])

    def to_row_dict(self, item):
        return OrderedDict((field, getattr(item, field)) for field in self.list_export)

    def preprocess_field_value(self, field, value, export_format):
        """Times in ISO 8601 with their zone; nothing that a spreadsheet runs."""
        value = value() if callable(value) else value
        if isinstance(value, datetime):
            return timezone.localtime(value).isoformat(timespec="seconds")
        return neutralised(value)

    def stream_csv(self, queryset):
        yield BOM.encode()
        yield from super().stream_csv(queryset)


def _decorated(queryset) -> Iterator[Publication]:
    return (decorated(row) for row in queryset.iterator(chunk_size=CHUNK))


def decorated(row: Publication) -> Publication:
    """A row with what the report says in words."""
    row.institution_name = row.institution.name if row.institution else ""
    row.institution_code = row.institution.code if row.institution else ""
    row.section_title = section_keys.title_of(row.section) if row.section else ""
    is_left_out = row.kind == PublicationKind.PUBLISH and not row.with_editor
    row.appraised_text = _("left out by the site's settings") if is_left_out else row.appraised_name
    row.appraisal_text = row.appraised_text or "–"
    row.approval_text = ", ".join(name for name in (row.approved_name, row.head_name) if name) or "–"
    row.escalation_text = "; ".join(
        f"{BoardRole(step['step']).label}: {step['name']} – {Escalation(step['reason']).label}"
        for step in row.escalations
    )
    return row
