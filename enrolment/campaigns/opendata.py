"""Quotas of a school's notices as open data (W8.7, W9.6, W9.8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enrolment.campaigns.downloads import area_words
from enrolment.models import AdmissionNoticePage, EnrolmentPage
from sections.opendata.registry import DataField, DataSet, Frequency, Records, register_dataset


def quota_fields() -> list[DataField]:
    return [
        DataField("notice", pgettext_lazy("admission", "Notice")),
        DataField("school_year", pgettext_lazy("admission", "School year")),
        DataField("grade", pgettext_lazy("admission", "Admission to")),
        DataField("class_code", _("Code of the class")),
        DataField("class", pgettext_lazy("admission", "Class")),
        DataField("quota", pgettext_lazy("admission", "Quota"), "integer"),
        DataField("subjects", pgettext_lazy("admission", "Subjects")),
        DataField("method", pgettext_lazy("admission", "Method")),
        DataField("catchment", _("Catchment area")),
        DataField("url", _("Address of the page")),
    ]


def quota_records(page: EnrolmentPage, request: HttpRequest) -> Records:
    """One record a class of every published notice, the latest school year first; `year` narrows. Four queries."""
    notices = AdmissionNoticePage.objects.child_of(page).live().public().defer_streamfields()
    if wanted := request.GET.get("year"):
        notices = notices.filter(school_year=wanted[:9].replace("\x00", ""))
    rows: list[dict[str, Any]] = []
    for notice in notices.order_by("-school_year", "path").prefetch_related("tracks", "catchments"):
        url, areas = notice.get_full_url(request) or "", "; ".join(area_words(notice.catchments.all()))
        rows += [
            {
                "notice": notice.title,
                "school_year": notice.school_year,
                "grade": str(notice.get_grade_display()),
                "class_code": track.code,
                "class": track.name,
                "quota": track.quota,
                "subjects": track.subjects,
                "method": str(notice.get_method_display()),
                "catchment": areas,
                "url": url,
            }
            for track in notice.tracks.all()
        ]
    return Records(len(rows), lambda start, end: rows[start:end])


def register() -> None:
    register_dataset(
        DataSet(
            name="admission-quotas",
            section=EnrolmentPage,
            description=_(
                "Classes of the notices of admission with quota, subjects, method and catchment area."
            ),
            keywords=(_("admission"), _("quotas")),
            frequency=Frequency.ANNUAL,
            fields=quota_fields,
            records=quota_records,
            parameters=lambda: {"year": _("School year, for example 2026-2027")},
        )
    )
