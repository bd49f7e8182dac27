"""The record of access to personal information, for those who protect it in an institution."""

from __future__ import annotations

import django_filters
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views import View
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from network.models import Institution
from privacy.audit.selectors import audits_for, chains_checked, references_of
from privacy.choices import AccessPurpose, AuditAction
from privacy.duties import Duty, institutions_with, is_in_charge
from privacy.exports import CONTENT_TYPES, ExportFormat, export_table, file_name
from privacy.models import PrivacyAudit
from privacy.services.access import access_denied

MOST = 50_000
"""Rows of one export; longer periods are exported in parts."""
NO_STORE = "no-store, private"
SHOWN_OF_A_KEY = 8
"""Letters of a long key that tell one from another; the export has it whole."""


def reviews(user) -> bool:
    """Whether a person protects the personal information of some institution."""
    return is_in_charge(user, Duty.REVIEW)


class ReviewOnly:
    """A 404 for everybody else, administrators included."""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not reviews(request.user):
            raise Http404("No audit")
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = NO_STORE
        return response


class AuditFilterSet(WagtailFilterSet):
    """Period, institution, what was done, purpose, person, reference code."""

    occurred_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("Period"), widget=DateRangePickerWidget
    )
    institution = django_filters.ModelChoiceFilter(label=gettext_lazy("Institution"), queryset=None)
    action = django_filters.ChoiceFilter(label=gettext_lazy("Action"), choices=AuditAction.choices)
    purpose = django_filters.ChoiceFilter(label=gettext_lazy("Purpose"), choices=AccessPurpose.choices)
    person = django_filters.CharFilter(label=gettext_lazy("Person"), method="filter_person", max_length=100)

    class Meta:
        model = PrivacyAudit
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        found = institutions_with(self.request.user, Duty.REVIEW).order_by("path")
        self.filters["institution"].queryset = found

    def filter_person(self, queryset, name, value):
        found = Q()
        for word in value.replace("\x00", "").split()[:6]:
            found &= (
                Q(user__first_name__icontains=word)
                | Q(user__last_name__icontains=word)
                | Q(user__username__icontains=word)
            )
        return queryset.filter(found)


class AuditView(ReviewOnly, ReportView):
    """Who read, changed, exported, decrypted or was refused what, when and for which purpose; a fixed number of queries."""

    page_title = gettext_lazy("Access to personal information")
    header_icon = "history"
    model = PrivacyAudit
    filterset_class = AuditFilterSet
    default_ordering = "-occurred_at"
    index_url_name = "privacy_audit"
    index_results_url_name = "privacy_audit_results"
    is_searchable = False
    list_export: list[str] = []
    columns = [
        DateColumn("occurred_at", label=gettext_lazy("When")),
        Column("institution", label=gettext_lazy("Institution"), accessor=lambda row: row.institution.name),
        Column("who", label=gettext_lazy("Who"), accessor=lambda row: row.who),
        Column("action", label=gettext_lazy("Action"), accessor="get_action_display"),
        Column("purpose", label=gettext_lazy("Purpose"), accessor="get_purpose_display"),
        Column("what", label=gettext_lazy("What"), accessor=lambda row: row.what),
        Column("count", label=gettext_lazy("Records"), accessor="count"),
    ]

    def get_base_queryset(self):
        return audits_for(self.request.user)

    def get_queryset(self):
        return self.get_base_queryset()

    def decorate_paginated_queryset(self, object_list):
        return described(list(object_list))

    @cached_property
    def header_buttons(self):
        return [
            HeaderButton(_("Check the chains"), url=reverse("privacy_audit_check"), icon_name="check"),
            HeaderButton(_("Export"), url=reverse("privacy_audit_export"), icon_name="download"),
        ]


def described(entries: list[PrivacyAudit]) -> list[PrivacyAudit]:
    """The entries with `who` and `what` in words; two queries."""
    references = references_of(entries)
    for entry in entries:
        entry.who = _who(entry)
        entry.what = references.get(entry.object_ref) or _what(entry)
    return entries


def _who(entry: PrivacyAudit) -> str:
    if entry.user_id is None:
        return _("The system") if entry.action == AuditAction.DECRYPT else _("The sender, or the system")
    try:
        user = entry.user
    except PrivacyAudit.user.field.related_model.DoesNotExist:
        user = None
    return (user.get_full_name() or user.get_username()) if user else _("An account that no longer exists")


def _what(entry: PrivacyAudit) -> str:
    label, colon, key = entry.object_ref.partition(":")
    if label in ("privacy.submission", "privacy.submissionfile"):
        return _("Erased since")
    if label == "consultation":
        return capfirst(_("consultation"))
    try:
        name = apps.get_model(label)._meta.verbose_name if colon else ""
    except (LookupError, ValueError):
        name = ""
    return f"{capfirst(name)} {key[:SHOWN_OF_A_KEY]}" if name else entry.object_ref


def _exported(entry: PrivacyAudit) -> str:
    """What the entry is about, with its whole key: the list shows its beginning."""
    is_named = entry.object_ref.startswith("privacy.submission") or entry.what == entry.object_ref
    return entry.what if is_named else f"{entry.what} ({entry.object_ref})"


class AuditPage(ReviewOnly, WagtailAdminTemplateMixin, View):
    """A page under the list."""

    header_icon = "history"

    @cached_property
    def institutions(self):
        return institutions_with(self.request.user, Duty.REVIEW).order_by("path")

    def get_breadcrumbs_items(self):
        return [
            {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("privacy_audit"), "label": _("Access to personal information")},
            {"url": "", "label": self.page_title},
        ]

    def show(self, *, status: int = 200, **context) -> HttpResponse:
        values = self.get_context_data(**context)
        return TemplateResponse(self.request, self.get_template_names(), values, status=status)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show()


class AuditCheckView(AuditPage):
    """Recomputes the chains of proof: an entry that was edited, removed or put in shows."""

    page_title = gettext_lazy("Check the chains")
    template_name = "privacy/audit/check.html"

    def post(self, request: HttpRequest) -> HttpResponse:
        results = chains_checked(self.institutions)
        return self.show(results=results, is_sound=not any(result.broken for result in results))


class ExportForm(forms.Form):
    """What is exported and for what; nothing is chosen in advance."""

    institution = forms.ModelChoiceField(label=gettext_lazy("Institution"), queryset=None, empty_label=None)
    start = forms.DateField(
        label=gettext_lazy("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    end = forms.DateField(
        label=gettext_lazy("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    fmt = forms.ChoiceField(label=gettext_lazy("Format"), choices=ExportFormat.choices)
    purpose = forms.ChoiceField(
        label=gettext_lazy("For what do you open this?"),
        choices=AccessPurpose.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Say for what you open this: there is no access without a purpose.")
        },
    )

    def __init__(self, *args, institutions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = institutions


class AuditExportView(AuditPage):
    """The record of one institution as a file, itself on record."""

    page_title = gettext_lazy("Export the record")
    template_name = "privacy/audit/export.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(form=ExportForm(institutions=self.institutions))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ExportForm(request.POST, institutions=self.institutions)
        if not form.is_valid():
            if "institution" in form.errors and request.POST.get("institution", "").isdecimal():
                self.refuse_foreign(int(request.POST["institution"][:18]))
            return self.show(form=form, status=422)
        found = audits_for(request.user).filter(institution=form.cleaned_data["institution"])
        if start := form.cleaned_data["start"]:
            found = found.filter(occurred_at__date__gte=start)
        if end := form.cleaned_data["end"]:
            found = found.filter(occurred_at__date__lte=end)
        if found.count() > MOST:
            form.add_error(
                "start",
                _("This period holds more than %(most)d entries. Choose a shorter one.") % {"most": MOST},
            )
            return self.show(form=form, status=422)
        return self.download(form.cleaned_data, described(list(found)))

    def refuse_foreign(self, number: int) -> None:
        """A 404 for another institution's record; the attempt is on record there."""
        if self.institutions.filter(pk=number).exists():
            return
        if foreign := Institution.objects.filter(pk=number).first():
            access_denied(institution=foreign, object_ref="audit:export", user=self.request.user)
        raise Http404("No such institution")

    def download(self, chosen: dict, entries: list[PrivacyAudit]) -> HttpResponse:
        columns = [
            pgettext("row", "No."),
            _("When"),
            _("Who"),
            _("Action"),
            _("Purpose"),
            _("What"),
            _("Records"),
            "SHA-256",
        ]
        try:
            data = export_table(
                institution=chosen["institution"],
                rows=[
                    (
                        e.number,
                        e.occurred_at,
                        e.who,
                        e.get_action_display(),
                        e.get_purpose_display(),
                        _exported(e),
                        e.count,
                        e.hash,
                    )
                    for e in entries
                ],
                columns=columns,
                purpose=chosen["purpose"],
                user=self.request.user,
                kind="audit",
                fmt=chosen["fmt"],
                title=_("Access to personal information"),
            )
        except ValidationError as error:
            raise Http404 from error
        return file_response(data, kind="truy-cap", fmt=chosen["fmt"])


def file_response(data: bytes, *, kind: str, fmt: ExportFormat | str) -> HttpResponse:
    """An export as a download that no cache keeps and no browser opens in the page."""
    return HttpResponse(
        data,
        content_type=CONTENT_TYPES[ExportFormat(fmt)],
        headers={
            "Content-Disposition": f'attachment; filename="{file_name(kind, fmt)}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": NO_STORE,
        },
    )
