"""The lists of campaigns and of notices: columns, filters, orders, downloads (``sections.lists``)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enrolment.campaigns.states import badge
from enrolment.choices import CampaignState, Grade, NoticeKind
from sections.lists import Choice, Column, Listing, Words

STATE = pgettext_lazy("record", "State")
YEAR = Column("school_year", pgettext_lazy("admission", "School year"), kind="symbol", sortable=True)
GRADE = Column("grade", pgettext_lazy("admission", "Admission to"), sortable=True)


def _state(page: Any) -> dict[str, Any]:
    return badge(page.state())


def _in_state(items, value: str):
    return items.in_state(value)


def _quota(page: Any) -> int:
    return page.quota


CAMPAIGNS = Listing(
    item="enrolment.CampaignPage",
    columns=(
        Column("title", _("Campaign"), kind="title", sortable=True),
        GRADE,
        YEAR,
        Column("opens_at", _("Applications from"), kind="moment", sortable=True),
        Column("closes_at", _("Applications until"), kind="moment", sortable=True),
        Column("state", STATE, kind="badge", read=_state),
        Column("summary", _("Summary"), hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "school_year")),
        Choice("grade", pgettext_lazy("admission", "Admission to"), field="grade", choices=Grade),
        Choice("in", STATE, choices=CampaignState, apply=_in_state),
        Choice("of", pgettext_lazy("admission", "School year"), field="school_year"),
    ),
    default_order=("-opens_at", "path"),
    download_name="dot-tuyen-sinh",
    empty_text=_("No campaign was found."),
)

NOTICES = Listing(
    item="enrolment.AdmissionNoticePage",
    columns=(
        Column("title", _("Notice"), kind="title", sortable=True),
        Column("notice_kind", pgettext_lazy("admission", "Kind"), read=lambda page: page.get_kind_display()),
        GRADE,
        YEAR,
        Column("quota", _("Quota"), kind="number", read=_quota),
        Column("method", _("Method"), hidden=True),
        Column("exam_at", _("Examination on"), kind="moment", sortable=True, hidden=True),
        Column("exam_place", _("Place of the examination"), hidden=True),
        Column("summary", _("Summary"), hidden=True),
    ),
    filters=(
        Words("q", fields=("title", "summary", "school_year", "tracks__name")),
        Choice("sort_of", pgettext_lazy("admission", "Kind"), field="kind", choices=NoticeKind),
        Choice("grade", pgettext_lazy("admission", "Admission to"), field="grade", choices=Grade),
        Choice("of", pgettext_lazy("admission", "School year"), field="school_year"),
    ),
    default_order=("-school_year", "-first_published_at", "path"),
    download_name="thong-bao-tuyen-sinh",
    prefetch=("tracks",),
    empty_text=_("No notice was found."),
)
