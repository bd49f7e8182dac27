"""Organisations, support, courses, modules and links as spreadsheets."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections.community.choices import (
    Audience,
    OrganisationKind,
    SupportKind,
)
from sections.exchange import Exchange, Field
from sections.exchange.parsers import choice, day, email, integer, text, url, year
from sections.introduction.exchange import HEADS_HELP, block, heads_cell, read_heads, write_heads
from sections.models import (
    OrganisationPage,
    OrganisationsPage,
    SupportPage,
    SupportProgrammePage,
)

AS_SHOWN = _("As the site shows it.")
ONE_A_LINE = _("One in each line of the cell.")


def title_column(label: Any, example: str, *aliases: str) -> Field:
    return Field(
        "title",
        label,
        aliases=aliases,
        required=True,
        example=example,
        help=AS_SHOWN,
        parse=text(max_length=255),
    )


def summary_column() -> Field:
    return Field(
        "summary",
        _("Summary"),
        aliases=("Tóm tắt", "Mô tả"),
        example="Một hoặc hai câu",
        help=_("One or two sentences."),
        parse=text(max_length=300),
    )


def phone_column(name: str = "phone", label: Any = None) -> Field:
    return Field(
        name,
        label or _("Telephone"),
        aliases=("Điện thoại",),
        example="0299 3822 105",
        help=_("Of the office."),
        parse=text(max_length=100),
    )


def email_column(name: str = "email", label: Any = None) -> Field:
    return Field(
        name,
        label or pgettext_lazy("label", "E-mail"),
        aliases=("Thư điện tử", "Email"),
        example="vanphong@hoason.edu.vn",
        help=_("Of the office."),
        parse=email,
    )


def for_whom_column(name: str, choices: Any, example: str) -> Field:
    return Field(
        name,
        _("For whom"),
        aliases=("Đối tượng",),
        example=example,
        help=_("One of the choices."),
        parse=choice(choices),
    )


def _check_term(values: dict[str, Any]) -> dict[str, Any]:
    first, last = values.get("term_from"), values.get("term_to")
    return {"term_to": _("A term cannot end before it begins.")} if first and last and last < first else {}


def _check_days(values: dict[str, Any]) -> dict[str, Any]:
    first, last = values.get("opens_on"), values.get("closes_on")
    return {"closes_on": _("The last day comes before the first.")} if first and last and last < first else {}


ORGANISATIONS = Exchange(
    name="organisations",
    label=pgettext_lazy("society", "Organisations"),
    page_type=OrganisationPage,
    section_type=OrganisationsPage,
    key=("title",),
    check=_check_term,
    slug="to-chuc-doan-the",
    columns=(
        title_column(pgettext_lazy("society", "Organisation"), "Công đoàn cơ sở", "Tổ chức", "Tên tổ chức"),
        Field(
            "kind",
            pgettext_lazy("organisation", "Kind"),
            aliases=("Loại tổ chức",),
            required=True,
            example="Công đoàn",
            help=_("One of the choices."),
            parse=choice(OrganisationKind),
        ),
        Field(
            "term_from",
            _("Term from"),
            aliases=("Nhiệm kỳ từ",),
            example="2023",
            help=_("A year."),
            parse=year(minimum=1930),
        ),
        Field(
            "term_to",
            _("Term to"),
            aliases=("Nhiệm kỳ đến",),
            example="2028",
            help=_("A year."),
            parse=year(minimum=1930),
        ),
        Field(
            "member_count",
            pgettext_lazy("of an organisation", "Members"),
            aliases=("Số thành viên", "Số đoàn viên", "Số đảng viên"),
            example="48",
            help=_("A number, no names."),
            parse=integer,
        ),
        Field(
            "heads",
            _("Heads"),
            aliases=("Ban chấp hành", "Lãnh đạo"),
            example="Trần Thị Suối | Chủ tịch | congdoan@hoason.edu.vn",
            help=HEADS_HELP,
            parse=heads_cell,
            write=write_heads,
            read=read_heads,
            prefetch=("heads",),
        ),
        Field(
            "functions",
            _("Functions"),
            aliases=("Chức năng",),
            example="Đại diện người lao động",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "tasks",
            _("Tasks"),
            aliases=("Nhiệm vụ",),
            example="Chăm lo đời sống đoàn viên",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "powers",
            _("Powers"),
            aliases=("Quyền hạn",),
            example="Giám sát quy chế dân chủ",
            help=ONE_A_LINE,
            parse=block,
        ),
        phone_column(),
        email_column(),
        summary_column(),
    ),
)

SUPPORT = Exchange(
    name="support",
    label=_("Scholarships and support"),
    page_type=SupportProgrammePage,
    section_type=SupportPage,
    key=("title", "provider"),
    check=_check_days,
    slug="hoc-bong-ho-tro",
    columns=(
        title_column(
            pgettext_lazy("support", "Programme"), "Học bổng Đồi Chè", "Chương trình", "Tên học bổng"
        ),
        Field(
            "provider",
            pgettext_lazy("support", "Given by"),
            aliases=("Đơn vị cấp", "Đơn vị tài trợ"),
            required=True,
            example="Hội Khuyến học",
            help=_("Who gives it."),
            parse=text(max_length=200),
        ),
        Field(
            "kind",
            pgettext_lazy("support", "Kind"),
            aliases=("Loại hỗ trợ",),
            required=True,
            example="Học bổng",
            help=_("One of the choices."),
            parse=choice(SupportKind),
        ),
        for_whom_column("audience", Audience, "Học sinh trung học phổ thông"),
        Field(
            "who_can_apply",
            _("Who can apply"),
            aliases=("Điều kiện",),
            required=True,
            example="Học sinh thuộc hộ nghèo, học lực khá trở lên",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "amount",
            _("Amount in đồng"),
            aliases=("Mức hỗ trợ", "Số tiền"),
            example="2000000",
            help=_("For one person, figures only."),
            parse=integer(maximum=10**15),
        ),
        Field(
            "amount_note",
            _("What is given, in words"),
            aliases=("Nội dung hỗ trợ",),
            example="mỗi năm học",
            help=_("For example: for each school year."),
            parse=text(max_length=200),
        ),
        Field(
            "places",
            pgettext_lazy("support", "How many"),
            aliases=("Số suất",),
            example="50",
            help=_("A number."),
            parse=integer,
        ),
        Field(
            "opens_on",
            _("Applications from"),
            aliases=("Nhận hồ sơ từ",),
            example="01/09/2026",
            help=_("A day."),
            parse=day,
        ),
        Field(
            "closes_on",
            _("Last day of application"),
            aliases=("Hạn nộp", "Hạn nộp hồ sơ"),
            example="15/10/2026",
            help=_("Empty: all year round."),
            parse=day,
        ),
        Field(
            "papers",
            _("What has to be handed in"),
            aliases=("Hồ sơ",),
            example="Đơn có xác nhận của nhà trường",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "how_to_apply",
            _("How to apply"),
            aliases=("Cách đăng ký",),
            required=True,
            example="Nộp cho giáo viên chủ nhiệm",
            help=ONE_A_LINE,
            parse=block,
        ),
        Field(
            "apply_url",
            pgettext_lazy("web", "Link"),
            aliases=("Đường dẫn",),
            example="https://khuyenhoc.hoason.edu.vn",
            help=_("Where one applies or reads more."),
            parse=url(max_length=200),
        ),
        phone_column("phone", _("Telephone for questions")),
        email_column("email", _("E-mail for questions")),
        summary_column(),
    ),
)
