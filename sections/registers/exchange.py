"""Records of accreditation, universalisation, conferences and centres as spreadsheets."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from sections.calendars.choices import EventState
from sections.community.exchange import email_column, phone_column
from sections.exchange import Exchange, Field
from sections.exchange.parsers import integer, year
from sections.models import (
    AccreditationPage,
    CentrePage,
    CentresPage,
    ConferencePage,
    ConferencesPage,
    QualityRecordPage,
    UniversalisationPage,
)
from sections.registers.cells import (
    block_column,
    choice_column,
    day_column,
    decision_columns,
    institution_cell,
    institution_named,
    line,
    moment_column,
    summary_column,
    title_column,
    url_column,
)
from sections.registers.choices import (
    AreaKind,
    CentreKind,
    ConferenceKind,
    ConferenceSystem,
    QualityLevel,
    ReachedLevel,
    StandardLevel,
    UniversalisationField,
)

LEVELS = {"1": 1, "2": 2, "3": 3, "4": 4, "Cấp độ 1": 1, "Cấp độ 2": 2, "Cấp độ 3": 3, "Cấp độ 4": 4}
STANDARDS = {"1": 1, "2": 2, "Mức độ 1": 1, "Mức độ 2": 2, "Mức 1": 1, "Mức 2": 2}
REACHED = {"Chưa đạt": 0, "Đạt": 1, "0": 0, **STANDARDS, "Mức độ 3": 3, "3": 3}
TITLE_FREE = _("Left empty, it is made from the facts.")


def free_title(label: Any, example: str, *aliases: str) -> Field:
    """A title that is made from the facts where the row has none."""
    return line("title", label, 255, example, *aliases, help=TITLE_FREE)


def _quality(section: Page, values: dict[str, Any]) -> dict[str, Any]:
    try:
        values["institution"] = institution_named(section, values["institution"])
    except ValidationError as error:
        return {"institution": " ".join(error.messages)}
    if not values.get("title"):
        values["title"] = QualityRecordPage.composed_title(values)
    return {}


def _check_quality(values: dict[str, Any]) -> dict[str, Any]:
    first, last = values.get("decision_on"), values.get("valid_until")
    if first and last and last < first:
        return {"valid_until": _("It cannot end before the day of the decision.")}
    if values.get("quality_level") is None and values.get("standard_level") is None:
        return {"quality_level": _("Say which level was recognised, of one or of both.")}
    return {}


QUALITY = Exchange(
    name="accreditation",
    label=_("Quality accreditation and national standard"),
    page_type=QualityRecordPage,
    section_type=AccreditationPage,
    key=("institution", "decision_number"),
    check=_check_quality,
    resolve=_quality,
    makes_title=True,
    slug="kiem-dinh-chat-luong",
    columns=(
        Field(
            "institution",
            _("Institution"),
            aliases=("Mã trường", "Trường", "Cơ sở giáo dục", "Tên trường", "Đơn vị"),
            required=True,
            example="THPT-CVA",
            help=_("Code or name of an institution under management."),
            parse=institution_cell,
            read=lambda page: page.institution if page.institution_id else None,
            prefetch=("institution",),
        ),
        choice_column(
            "quality_level",
            _("Accreditation"),
            QualityLevel,
            "Cấp độ 2",
            "Cấp độ kiểm định",
            "Cấp độ",
            spellings=LEVELS,
        ),
        choice_column(
            "standard_level",
            _("National standard"),
            StandardLevel,
            "Mức độ 1",
            "Chuẩn quốc gia",
            "Mức độ chuẩn",
            spellings=STANDARDS,
        ),
        *decision_columns(required=True),
        day_column(
            "assessed_on",
            _("External assessment finished on"),
            "15/04/2026",
            "Ngày đánh giá ngoài",
        ),
        day_column("valid_until", _("Valid until"), "19/05/2031", "Giá trị đến", "Có giá trị đến"),
        free_title(pgettext_lazy("record", "Record"), "", "Tiêu đề"),
        summary_column(),
    ),
)


def _area(section: Page, values: dict[str, Any]) -> dict[str, Any]:
    if not values.get("title"):
        values["title"] = UniversalisationPage.composed_title(values)
    return {}


UNIVERSALISATION = Exchange(
    name="universalisation",
    label=_("Universalisation and literacy"),
    page_type=UniversalisationPage,
    section_type=AccreditationPage,
    key=("area", "field", "year"),
    check=UniversalisationPage.faults,
    resolve=_area,
    makes_title=True,
    slug="pho-cap-xoa-mu-chu",
    columns=(
        line(
            "area",
            _("Commune or unit"),
            160,
            "Phường Bến Gỗ",
            "Xã, phường",
            "Xã/phường",
            "Địa bàn",
            required=True,
            help=_("Name of the commune, ward or province."),
        ),
        choice_column("area_kind", _("Kind of unit"), AreaKind, "Xã, phường", "Loại đơn vị"),
        choice_column(
            "field",
            pgettext_lazy("universalisation", "Field"),
            UniversalisationField,
            "Phổ cập giáo dục trung học cơ sở",
            "Nội dung",
            "Lĩnh vực",
            required=True,
            spellings={"PCGDMN": "preschool", "PCGDTH": "primary", "PCGDTHCS": "lower", "XMC": "literacy"},
        ),
        Field(
            "year",
            pgettext_lazy("universalisation", "Year"),
            aliases=("Năm",),
            required=True,
            example="2026",
            help=_("The year of the check."),
            parse=year(minimum=1990),
        ),
        choice_column(
            "level",
            pgettext_lazy("universalisation", "Level reached"),
            ReachedLevel,
            "Mức độ 2",
            "Mức độ",
            "Mức độ đạt",
            spellings=REACHED,
        ),
        Field(
            "people",
            _("People in the age range"),
            aliases=("Số trong độ tuổi", "Số đối tượng"),
            example="412",
            help=_("A number."),
            parse=integer,
        ),
        Field(
            "people_reached",
            _("Of them, those who meet it"),
            aliases=("Số đạt",),
            example="401",
            help=_("A number."),
            parse=integer,
        ),
        *decision_columns(),
        free_title(pgettext_lazy("record", "Record"), "", "Tiêu đề"),
        summary_column(),
    ),
)

CONFERENCES = Exchange(
    name="conferences",
    label=_("Web conferences"),
    page_type=ConferencePage,
    section_type=ConferencesPage,
    key=("title", "starts_at"),
    check=ConferencePage.faults,
    slug="hoi-nghi-truc-tuyen",
    columns=(
        title_column(_("Web conference"), "Hội nghị giao ban tháng 10", "Tên hội nghị", "Nội dung"),
        moment_column(
            "starts_at",
            pgettext_lazy("web conference", "Begins at"),
            "12/10/2026 08:00",
            "Bắt đầu",
            "Thời gian",
            required=True,
        ),
        moment_column("ends_at", pgettext_lazy("web conference", "Ends at"), "12/10/2026 11:00", "Kết thúc"),
        choice_column(
            "kind", pgettext_lazy("web conference", "Kind"), ConferenceKind, "Hội nghị", "Hình thức", "Loại"
        ),
        line(
            "host",
            _("Chaired by"),
            200,
            "Phòng Giáo dục Trung học",
            "Chủ trì",
            "Đơn vị chủ trì",
            required=True,
        ),
        block_column(
            "participants",
            _("Participants"),
            "Hiệu trưởng các trường THCS",
            "Thành phần",
            "Thành phần tham dự",
            required=True,
        ),
        line("place", _("Main place and connecting points"), 250, "Hội trường A", "Địa điểm", "Điểm cầu"),
        choice_column("system", _("Whose system"), ConferenceSystem, "Hệ thống của đơn vị", "Hệ thống"),
        line("platform", _("Software or line"), 120, "Zoom", "Nền tảng", "Phần mềm"),
        moment_column("test_at", _("Test of the connection"), "11/10/2026 15:00", "Thử đường truyền"),
        url_column(
            "join_url", _("Joining link"), "https://hop.hoason.edu.vn/j/88812", "Liên kết họp", length=500
        ),
        moment_column("join_from", _("Link shown from"), "11/10/2026 08:00", "Hiện liên kết từ"),
        moment_column("join_until", _("Link shown until"), "12/10/2026 11:00", "Hiện liên kết đến"),
        line(
            "access_note",
            _("How to get in"),
            300,
            "Mật khẩu ghi trong giấy mời",
            "Cách vào phòng",
            help=_("Never the password itself."),
        ),
        line("help_contact", _("Help with the connection"), 200, "0299 3822 105", "Hỗ trợ kỹ thuật"),
        url_column("recording_url", _("Recording"), "https://video.hoason.edu.vn/giao-ban", "Bản ghi"),
        choice_column("change", _("Takes place"), EventState, "Diễn ra đúng lịch", "Tình trạng"),
        line("change_note", _("Why, and what now"), 250, "", "Ghi chú thay đổi"),
        summary_column(),
    ),
)

CENTRES = Exchange(
    name="centres",
    label=_("Language and computer centres"),
    page_type=CentrePage,
    section_type=CentresPage,
    key=("licence_number", "title"),
    check=CentrePage.faults,
    slug="trung-tam-ngoai-ngu-tin-hoc",
    columns=(
        title_column(pgettext_lazy("licensed", "Centre"), "Trung tâm Ngoại ngữ Suối Nguồn", "Tên trung tâm"),
        choice_column(
            "kind", pgettext_lazy("centre", "Kind"), CentreKind, "Trung tâm ngoại ngữ", "Loại trung tâm"
        ),
        line(
            "licence_number", _("Licence"), 80, "318/QĐ-SGDĐT", "Số quyết định", "Số giấy phép", required=True
        ),
        day_column(
            "licence_on", _("Licensed on"), "14/08/2024", "Ngày cấp", "Ngày quyết định", required=True
        ),
        line(
            "licence_issuer",
            _("Licence issued by"),
            200,
            "Sở Giáo dục và Đào tạo",
            "Cơ quan cấp",
            required=True,
        ),
        day_column("valid_until", _("Licence valid until"), "13/08/2029", "Giá trị đến", "Thời hạn"),
        day_column("suspended_from", _("Suspended from"), "", "Đình chỉ từ"),
        day_column("suspended_until", _("Suspended until"), "", "Đình chỉ đến"),
        day_column("closed_on", _("Dissolved or licence withdrawn on"), "", "Ngày giải thể"),
        line("address", _("Address"), 250, "24 đường Cầu Đất", "Địa chỉ", required=True),
        line("commune", _("Commune or ward"), 100, "Phường Đông Hòa", "Xã/phường", "Phường, xã"),
        block_column(
            "programmes",
            _("Programmes"),
            "Tiếng Anh trẻ em A1–B1",
            "Chương trình",
            "Chương trình đào tạo",
            required=True,
        ),
        line(
            "head_name",
            _("Head of the centre"),
            120,
            "Lò Thị Thanh",
            "Giám đốc",
            "Người đứng đầu",
            help=_("Full name and nothing more."),
        ),
        line("head_title", _("Title of the head"), 120, "Giám đốc", "Chức vụ"),
        phone_column(),
        email_column(),
        url_column("website", _("Website"), "https://suoinguon.example/", "Trang web"),
        line("complaints", _("Complaints about the centre to"), 250, "", "Nơi nhận phản ánh"),
        summary_column(),
    ),
)
