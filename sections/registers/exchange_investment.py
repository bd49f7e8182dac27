"""Projects and packages of procurement as spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sections.exchange import Exchange, Field, Parser
from sections.exchange.parsers import choice, day, integer, text
from sections.models import ProjectDecision, ProjectPage, ProjectsPage, TenderPage
from sections.registers.cells import (
    amount,
    choice_column,
    day_column,
    line,
    moment_column,
    page_cell,
    page_named,
    summary_column,
    title_column,
    url_column,
)
from sections.registers.choices import (
    BiddingForm,
    BiddingWay,
    CapitalSource,
    PackageKind,
    ProjectDecisionKind,
    ProjectGroup,
)

SEPARATOR = "|"
_kind = choice(ProjectDecisionKind)


@dataclass(frozen=True)
class DecisionLine:
    """One decision of a cell."""

    kind: str
    number: str
    issued_on: date
    issuer: str = ""
    subject: str = ""

    def __str__(self) -> str:
        parts = [
            str(ProjectDecisionKind(self.kind).label),
            self.number,
            f"{self.issued_on:%d/%m/%Y}",
            self.issuer,
            self.subject,
        ]
        while not parts[-1]:
            parts.pop()
        return f" {SEPARATOR} ".join(parts)


def _read_decisions(source: str) -> tuple[DecisionLine, ...]:
    return tuple(_read_decision(row.strip()) for row in source.splitlines() if row.strip())


def _read_decision(row: str) -> DecisionLine:
    parts = [part.strip() for part in row.split(SEPARATOR)]
    if not 3 <= len(parts) <= 5 or not all(parts[:3]):
        raise ValidationError(
            gettext("“%(line)s”: write kind | number and symbol | day | issuer | on what."),
            params={"line": row},
        )
    parts += [""] * (5 - len(parts))
    return DecisionLine(
        str(_kind(parts[0])),
        text(parts[1], max_length=80),
        day(parts[2]),
        text(parts[3], max_length=200),
        text(parts[4], max_length=300),
    )


decisions_cell = Parser("decisions", _read_decisions, lambda value: "\n".join(str(row) for row in value))


def read_decisions(page: ProjectPage) -> tuple[DecisionLine, ...]:
    """What a cell can hold of them: number and day; a document of the site stays chosen in the page."""
    found = []
    for row in page.decisions.all():
        document = row.document
        number, issued = (document.number, document.issued_on) if document else (row.number, row.issued_on)
        if number and issued:
            issuer = document.issuer if document else row.issuer
            found.append(DecisionLine(row.kind, number, issued, issuer, row.subject))
    return tuple(found)


def write_decisions(page: ProjectPage, value: tuple[DecisionLine, ...] | None) -> None:
    """Put the decisions of a cell on a page; one that was there keeps its document and its link."""
    known = {line_.number: row for line_, row in zip(read_decisions(page), _with_number(page), strict=True)}
    kept = []
    for place, found in enumerate(value or ()):
        row = known.pop(found.number, None) or ProjectDecision(locale_id=page.locale_id)
        row.kind, row.subject, row.sort_order = found.kind, found.subject, place
        if row.document is None:
            row.number, row.issued_on, row.issuer = found.number, found.issued_on, found.issuer
        kept.append(row)
    page.decisions = kept


def _with_number(page: ProjectPage) -> list[ProjectDecision]:
    return [
        row
        for row in page.decisions.all()
        if (row.document and row.document.number) or (row.number and row.issued_on)
    ]


def _check_project(values: dict[str, Any]) -> dict[str, Any]:
    first = values.get("starts_on")
    for name in ("ends_on", "finished_on"):
        if first and values.get(name) and values[name] < first:
            return {name: _("It cannot end before it begins.")}
    if (values.get("progress") is not None or values.get("paid") is not None) and not values.get(
        "progress_on"
    ):
        return {"progress_on": _("Say of which day the progress is.")}
    return {}


PROJECTS = Exchange(
    name="projects",
    label=_("Projects and investment"),
    page_type=ProjectPage,
    section_type=ProjectsPage,
    key=("code",),
    key_without=("title",),
    check=_check_project,
    slug="du-an-dau-tu",
    columns=(
        line(
            "code", _("Code of the project"), 40, "7904512", "Mã dự án", help=_("Empty: known by its title.")
        ),
        title_column(_("Project"), "Xây dựng Trường Tiểu học Cồn Sẻ", "Tên dự án", "Dự án"),
        choice_column("group", _("Class of the project"), ProjectGroup, "Nhóm C", "Nhóm dự án"),
        line("investor", _("Investor (owner)"), 200, "Sở Giáo dục và Đào tạo", "Chủ đầu tư", required=True),
        line("place", pgettext_lazy("project", "Place"), 200, "Xã Cồn Sẻ", "Địa điểm"),
        amount("capital", _("Total investment (đồng)"), "28500000000", "Tổng mức đầu tư", "Tổng vốn"),
        choice_column(
            "capital_source", _("Source of capital"), CapitalSource, "Ngân sách địa phương", "Nguồn vốn"
        ),
        line("capital_note", _("Capital in detail"), 300, "", "Cơ cấu vốn"),
        day_column(
            "starts_on", pgettext_lazy("project", "Begins on"), "01/03/2026", "Khởi công", "Ngày bắt đầu"
        ),
        day_column("ends_on", _("Planned to end on"), "31/12/2027", "Dự kiến hoàn thành", "Ngày kết thúc"),
        day_column("finished_on", _("Completed on"), "", "Ngày hoàn thành"),
        day_column("stopped_on", _("Stopped on"), "", "Ngày dừng"),
        Field(
            "progress",
            _("Progress (%)"),
            aliases=("Tiến độ", "Tiến độ (%)"),
            example="45",
            help=_("Of the work, 0 to 100."),
            parse=integer(maximum=100),
        ),
        amount("paid", _("Disbursed (đồng)"), "12400000000", "Giải ngân", "Đã giải ngân"),
        day_column("progress_on", pgettext_lazy("figures", "As of"), "30/09/2026", "Tính đến ngày"),
        Field(
            "decisions",
            _("Decisions on the project"),
            aliases=("Quyết định", "Các quyết định"),
            example="Phê duyệt dự án | 1204/QĐ-UBND | 15/01/2026 | UBND tỉnh",
            help=_("One in each line: kind | number and symbol | day | issuer | on what."),
            parse=decisions_cell,
            write=write_decisions,
            read=read_decisions,
            prefetch=("decisions__document",),
        ),
        summary_column(),
    ),
)


def _project(section: Page, values: dict[str, Any]) -> dict[str, Any]:
    if name := values.get("project"):
        try:
            values["project"] = page_named(section, ProjectPage, name)
        except ValidationError as error:
            return {"project": " ".join(error.messages)}
    return {}


TENDERS = Exchange(
    name="tenders",
    label=_("Bidding and procurement"),
    page_type=TenderPage,
    section_type=ProjectsPage,
    key=("code",),
    key_without=("title",),
    check=TenderPage.faults,
    resolve=_project,
    slug="dau-thau-mua-sam",
    columns=(
        line(
            "code",
            _("Code of the invitation"),
            40,
            "IB2600123456",
            "Mã TBMT",
            "Số TBMT",
            help=_("Empty: known by its title."),
        ),
        line("plan_code", _("Code of the selection plan"), 40, "PL2600045678", "Mã KHLCNT", "Số KHLCNT"),
        title_column(
            pgettext_lazy("procurement", "Package"),
            "Mua sắm thiết bị phòng học tiếng Anh",
            "Tên gói thầu",
            "Gói thầu",
        ),
        Field(
            "project",
            _("Project"),
            aliases=("Dự án",),
            example="",
            help=_("Code or title of a project of the same section."),
            parse=page_cell,
            prefetch=("project",),
        ),
        line("buyer", _("Procuring entity"), 200, "Sở Giáo dục và Đào tạo", "Bên mời thầu", required=True),
        choice_column("kind", pgettext_lazy("procurement", "Field"), PackageKind, "Hàng hóa", "Lĩnh vực"),
        choice_column(
            "form", _("Form of selection"), BiddingForm, "Đấu thầu rộng rãi", "Hình thức LCNT", "Hình thức"
        ),
        choice_column(
            "way",
            _("Way of selection"),
            BiddingWay,
            "Một giai đoạn một túi hồ sơ",
            "Phương thức LCNT",
            "Phương thức",
        ),
        amount("price", _("Price of the package (đồng)"), "1850000000", "Giá gói thầu"),
        choice_column(
            "capital_source", _("Source of capital"), CapitalSource, "Ngân sách địa phương", "Nguồn vốn"
        ),
        day_column(
            "invited_on", _("Invitation published on"), "05/10/2026", "Ngày đăng tải", "Ngày mời thầu"
        ),
        moment_column(
            "closes_at", _("Bids close at"), "26/10/2026 09:00", "Đóng thầu", "Thời điểm đóng thầu"
        ),
        url_column(
            "national_url", _("National bidding network"), "https://muasamcong.mpi.gov.vn/", "Liên kết"
        ),
        day_column("result_on", _("Result approved on"), "", "Ngày phê duyệt kết quả"),
        line("result_number", _("Decision on the result"), 80, "", "Số quyết định kết quả"),
        line("winner", _("Selected contractor"), 200, "", "Nhà thầu trúng thầu", "Đơn vị trúng thầu"),
        amount("winning_price", _("Winning price (đồng)"), "", "Giá trúng thầu"),
        day_column("cancelled_on", _("Cancelled on"), "", "Ngày hủy thầu"),
        line("cancelled_why", _("Why it was cancelled"), 300, "", "Lý do hủy"),
        summary_column(),
    ),
)
