"""Notices of admission as a spreadsheet: one row a notice, its classes and its catchment areas as lines of a cell (W9.8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from common.text import clean_line, slug
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.choices import Grade, Method, NoticeKind
from enrolment.models import AdmissionNoticePage, AdmissionTrack, CampaignPage, CatchmentArea, EnrolmentPage
from enrolment.models.campaigns import SCHOOL_YEAR
from network.selectors import institution_for_page
from sections.exchange import Exchange, Field, Parser
from sections.registers.cells import (
    block_column,
    choice_column,
    day_column,
    line,
    moment_column,
    summary_column,
    title_column,
)

BAR = "|"
LAST_GROUP, MOST_PLACES = 9, 100_000


def _lines(text: str) -> list[list[str]]:
    rows = [[clean_line(part) for part in row.split(BAR)] for row in text.splitlines() if row.strip()]
    return [row for row in rows if any(row)]


def _number(text: str, most: int, line_text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not int(text) <= most:
        raise ValidationError(
            gettext("“%(text)s” in the line “%(line)s” is no whole number up to %(most)s.")
            % {"text": text, "line": line_text, "most": most}
        )
    return int(text)


def read_classes(text: str, **_options: Any) -> list[tuple[str, str, int, str]]:
    """Lines ``name | quota | code | subjects`` as (code, name, quota, subjects); without a code it is made from the name."""
    found = []
    for row in _lines(text):
        name, quota, code, subjects = (*row, "", "", "")[:4]
        if len(row) < 2 or not name:
            raise ValidationError(
                gettext("A class is written as: name | quota | code | subjects. This line is not: %(line)s")
                % {"line": " | ".join(row)}
            )
        key = code or slug(name, max_length=40, fallback="lop").replace("-", "_")
        if any(key == other for other, *_rest in found):
            raise ValidationError(gettext("Two classes have the code “%(code)s”.") % {"code": key})
        found.append((key[:40], name[:160], _number(quota, MOST_PLACES, " | ".join(row)), subjects[:250]))
    return found


def show_classes(rows: list[tuple[str, str, int, str]]) -> str:
    return "\n".join(
        f" {BAR} ".join((name, str(quota), code, *([subjects] if subjects else [])))
        for code, name, quota, subjects in rows
    )


def read_areas(text: str, **_options: Any) -> list[tuple[str, str, str, int]]:
    """Lines ``commune | part | group | code`` as (commune, part, code, group); the group is 1 where it is left out."""
    found = []
    for row in _lines(text):
        commune, part, group, code = (*row, "", "", "")[:4]
        if not commune or (code and not (code.isascii() and code.isdecimal() and 4 <= len(code) <= 6)):
            raise ValidationError(
                gettext("A commune is written as: name | part | group | code. This line is not: %(line)s")
                % {"line": " | ".join(row)}
            )
        number = _number(group, LAST_GROUP, " | ".join(row)) if group else 1
        found.append((commune[:120], part[:250], code, number or 1))
    return found


def show_areas(rows: list[tuple[str, str, str, int]]) -> str:
    return "\n".join(
        f" {BAR} ".join((commune, part, str(group), *([code] if code else [])))
        for commune, part, code, group in rows
    )


def write_classes(page: Page, rows: list[tuple[str, str, int, str]] | None) -> None:
    """What a class has besides stays: its name in English, and its key, by which a form knows it."""
    before = {track.code: track for track in page.tracks.all()}
    tracks = []
    for place, (code, name, quota, subjects) in enumerate(rows or ()):
        track = before.get(code) or AdmissionTrack(code=code)
        track.name, track.quota, track.subjects, track.sort_order = name, quota, subjects, place
        tracks.append(track)
    page.tracks = tracks


def write_areas(page: Page, rows: list[tuple[str, str, str, int]] | None) -> None:
    page.catchments = [
        CatchmentArea(commune=commune, part=part, commune_code=code, group=group, sort_order=place)
        for place, (commune, part, code, group) in enumerate(rows or ())
    ]


def school_year(text: str, **_options: Any) -> str:
    found = clean_line(text).replace("–", "-").replace(" ", "")
    SCHOOL_YEAR(found)
    return found


def _resolve(section: Page, values: dict[str, Any]) -> Mapping[str, Any]:
    """The campaign that a row names, among those that the school may name; grade and school year are then the campaign's."""
    title = values.get("campaign")
    if not isinstance(title, str) or not title:
        return {}
    school = institution_for_page(section)
    found = campaigns_offered_to(school).filter(title=title).first() if school else None
    if found is None:
        return {"campaign": _("No campaign of your school or of an authority above it has this title.")}
    values["campaign"], values["grade"], values["school_year"] = found, found.grade, found.school_year
    return {}


def _title_of(value: Any) -> Any:
    return value.title if isinstance(value, CampaignPage) else value


NOTICES = Exchange(
    name="admission-notices",
    label=_("Plans and notices of admission"),
    page_type=AdmissionNoticePage,
    section_type=EnrolmentPage,
    key=("title", "school_year"),
    slug="thong-bao-tuyen-sinh",
    resolve=_resolve,
    columns=(
        title_column(
            pgettext_lazy("admission", "Notice"), "Thông báo tuyển sinh lớp 10", "Tên thông báo", "Thông báo"
        ),
        Field(
            "school_year",
            pgettext_lazy("admission", "School year"),
            aliases=("Năm học",),
            required=True,
            example="2026-2027",
            help=_("Both years."),
            parse=Parser("text", school_year),
        ),
        choice_column("kind", pgettext_lazy("admission", "Kind"), NoticeKind, "Thông báo tuyển sinh", "Loại"),
        choice_column(
            "grade", pgettext_lazy("admission", "Admission to"), Grade, "Lớp 10", "Khối lớp", "Tuyển vào"
        ),
        Field(
            "campaign",
            pgettext_lazy("admission", "Campaign"),
            aliases=("Đợt tuyển sinh",),
            example="Tuyển sinh vào lớp 10 năm học 2026-2027",
            help=_("Its title, where children apply online."),
            parse=Parser("text", lambda text, **_options: clean_line(text), _title_of),
        ),
        choice_column("method", pgettext_lazy("admission", "Method"), Method, "xét tuyển", "Phương thức"),
        Field(
            "classes",
            _("Classes and quotas"),
            aliases=("Lớp và chỉ tiêu", "Chỉ tiêu"),
            example="Lớp 10 đại trà | 315 | dai_tra | Ngữ văn, Toán, Tiếng Anh",
            help=_("A class a line: name | quota | code | subjects."),
            parse=Parser("text", read_classes, show_classes),
            write=write_classes,
            read=lambda page: [(t.code, t.name, t.quota, t.subjects) for t in page.tracks.all()],
            prefetch=("tracks",),
        ),
        Field(
            "areas",
            _("Catchment area"),
            aliases=("Địa bàn tuyển sinh",),
            example="Phường Bến Gỗ | Tổ dân phố 1, 2 | 1",
            help=_("A commune a line: name | part of it | group | code."),
            parse=Parser("text", read_areas, show_areas),
            write=write_areas,
            read=lambda page: [(a.commune, a.part, a.commune_code, a.group) for a in page.catchments.all()],
            prefetch=("catchments",),
        ),
        block_column("audience", _("Who may apply"), "Học sinh tốt nghiệp trung học cơ sở", "Đối tượng"),
        moment_column(
            "exam_at", pgettext_lazy("admission", "Examination on"), "05/06/2026 07:30", "Ngày thi"
        ),
        line(
            "exam_place", pgettext_lazy("admission", "Place of the examination"), 250, "Nhà A", "Địa điểm thi"
        ),
        day_column("apply_from", _("Applications from"), "01/06/2026", "Nhận hồ sơ từ"),
        day_column("apply_until", _("Applications until"), "10/06/2026", "Nhận hồ sơ đến"),
        line("apply_where", _("Where to apply"), 250, "Trên mạng", "Nơi nộp hồ sơ"),
        summary_column(),
    ),
)
