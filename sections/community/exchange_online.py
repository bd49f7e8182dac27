"""Courses, modules and links as spreadsheets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections.community.choices import Audience, CourseKind, LinkGroup, ModuleUsers
from sections.community.exchange import (
    AS_SHOWN,
    ONE_A_LINE,
    ORGANISATIONS,
    SUPPORT,
    email_column,
    for_whom_column,
    phone_column,
    summary_column,
    title_column,
)
from sections.exchange import Exchange, Field, register_exchange
from sections.exchange.parsers import choice, moment, text, url
from sections.introduction.exchange import block
from sections.models import (
    CoursePage,
    ELearningPage,
    LinkPage,
    LinksPage,
    SchoolManagementPage,
    SystemModulePage,
)


def _check_times(values: dict[str, Any]) -> dict[str, Any]:
    first, last = values.get("starts_at"), values.get("ends_at")
    return {"ends_at": _("It cannot end before it begins.")} if first and last and last < first else {}


COURSES = Exchange(
    name="courses",
    label=_("E-learning"),
    page_type=CoursePage,
    section_type=ELearningPage,
    key=("course_url",),
    check=_check_times,
    slug="e-learning",
    columns=(
        title_column(
            pgettext_lazy("e-learning", "Title"), "Toán 9 trực tuyến", "Tên khóa học", "Tên bài giảng"
        ),
        Field(
            "course_url",
            _("Web address"),
            aliases=("Địa chỉ", "Đường dẫn"),
            required=True,
            example="https://elearning.hoason.edu.vn/toan9",
            help=_("Where it takes place."),
            parse=url(max_length=200),
        ),
        Field(
            "kind",
            pgettext_lazy("course", "Kind"),
            aliases=("Hình thức",),
            example="Khóa học trực tuyến",
            help=_("One of the choices."),
            parse=choice(CourseKind),
        ),
        for_whom_column("audience", Audience, "Học sinh trung học cơ sở"),
        Field(
            "subject",
            pgettext_lazy("school", "Subject"),
            aliases=("Môn học", "Môn"),
            example="Toán",
            help=AS_SHOWN,
            parse=text(max_length=80),
        ),
        Field(
            "grade",
            pgettext_lazy("school", "Grade"),
            aliases=("Khối lớp", "Lớp"),
            example="Lớp 9",
            help=AS_SHOWN,
            parse=text(max_length=40),
        ),
        Field(
            "provider",
            _("Offered by"),
            aliases=("Đơn vị tổ chức",),
            example="Phòng Giáo dục Trung học",
            help=AS_SHOWN,
            parse=text(max_length=200),
        ),
        Field(
            "starts_at",
            _("Begins"),
            aliases=("Bắt đầu",),
            example="05/10/2026 08:00",
            help=_("Empty: open at any time."),
            parse=moment,
        ),
        Field(
            "ends_at",
            _("Ends"),
            aliases=("Kết thúc",),
            example="05/10/2026 11:00",
            help=_("Day and time."),
            parse=moment,
        ),
        Field(
            "access",
            _("How to get in"),
            aliases=("Cách tham gia",),
            example="Miễn phí, đăng nhập bằng tài khoản của trường",
            help=_("Never a password."),
            parse=text(max_length=200),
        ),
        summary_column(),
    ),
)

MODULES = Exchange(
    name="system_modules",
    label=_("Modules of the school management system"),
    page_type=SystemModulePage,
    section_type=SchoolManagementPage,
    key=("title", "entry_url"),
    slug="he-thong-quan-ly",
    columns=(
        title_column(pgettext_lazy("school management system", "Module"), "Sổ điểm điện tử", "Phân hệ"),
        Field(
            "entry_url",
            _("Address of entry"),
            aliases=("Địa chỉ đăng nhập",),
            required=True,
            example="https://sodiem.hoason.edu.vn",
            help=_("Where one signs in."),
            parse=url(max_length=200),
        ),
        for_whom_column("users", ModuleUsers, "Giáo viên"),
        Field(
            "does",
            _("What it is for"),
            aliases=("Chức năng",),
            required=True,
            example="Xem điểm và chuyên cần",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "system",
            _("Name of the system"),
            aliases=("Hệ thống",),
            example="Sổ liên lạc điện tử",
            help=AS_SHOWN,
            parse=text(max_length=120),
        ),
        Field(
            "account",
            _("Which account"),
            aliases=("Tài khoản",),
            example="Do giáo viên chủ nhiệm cấp",
            help=_("How one gets an account. Never a password."),
            parse=text(max_length=200),
        ),
        Field(
            "help_url",
            pgettext_lazy("module", "Instructions"),
            aliases=("Hướng dẫn",),
            example="https://sodiem.hoason.edu.vn/huong-dan",
            help=_("Link to the manual."),
            parse=url(max_length=200),
        ),
        phone_column("help_phone", _("Telephone for help")),
        email_column("help_email", _("E-mail for help")),
        summary_column(),
    ),
)

LINKS = Exchange(
    name="links",
    label=pgettext_lazy("web", "Links"),
    page_type=LinkPage,
    section_type=LinksPage,
    key=("target_url",),
    slug="lien-ket",
    columns=(
        title_column(
            pgettext_lazy("web", "Name of the link"), "Thư viện số quốc gia", "Tên liên kết", "Tên trang"
        ),
        Field(
            "target_url",
            _("Web address"),
            aliases=("Địa chỉ", "Đường dẫn", "Website"),
            required=True,
            example="https://moet.gov.vn",
            help=_("Where the link leads."),
            parse=url(max_length=200),
        ),
        Field(
            "group",
            pgettext_lazy("links", "Group"),
            aliases=("Nhóm",),
            example="Ngành giáo dục",
            help=_("One of the choices."),
            parse=choice(LinkGroup),
        ),
        summary_column(),
    ),
)


def register_community_exchange() -> None:
    for found in (ORGANISATIONS, SUPPORT, COURSES, MODULES, LINKS):
        register_exchange(found)
