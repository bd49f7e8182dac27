"""Units and their heads as a spreadsheet: one unit in each row, its heads in one cell, a line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from network.selectors import in_tree
from sections.exchange import Exchange, Field, Parser, register_exchange
from sections.exchange.parsers import choice, day, email, text
from sections.introduction.choices import UnitKind
from sections.introduction.presentation import lines_of
from sections.models import IntroductionPage, OrganisationHead, UnitHead, UnitPage

SEPARATOR = "|"
PARTS = 5
KIND_SPELLINGS = {
    "Phòng": UnitKind.DIVISION,
    "Ban": UnitKind.DIVISION,
    "Văn phòng": UnitKind.OFFICE,
    "Tổ": UnitKind.SUBJECT_GROUP,
    "Tổ chuyên môn": UnitKind.SUBJECT_GROUP,
    "Hội đồng": UnitKind.COUNCIL,
    "Đội": UnitKind.TEAM,
    "Điểm trường": UnitKind.BRANCH,
}
HEADS_HELP = _(
    "One person in each line: full name | title | e-mail | assignment | in office since. Whoever is in office and not in "
    "the list any more gets today as the last day."
)


@dataclass(frozen=True)
class HeadLine:
    """One person of a cell."""

    name: str
    title: str
    email: str = ""
    assignment: str = ""
    since: date | None = None

    def __str__(self) -> str:
        since = f"{self.since:%d/%m/%Y}" if self.since else ""
        parts = [self.name, self.title, self.email, self.assignment, since]
        while len(parts) > 2 and not parts[-1]:
            parts.pop()
        return f" {SEPARATOR} ".join(parts)


def _read_heads(source: str) -> tuple[HeadLine, ...]:
    return tuple(_read_line(line.strip()) for line in source.splitlines() if line.strip())


def _read_line(line: str) -> HeadLine:
    parts = [text(part.strip()) for part in line.split(SEPARATOR)]
    if not 2 <= len(parts) <= PARTS or not parts[0] or not parts[1]:
        raise ValidationError(
            gettext("“%(line)s”: write full name | title | e-mail | assignment | in office since."),
            params={"line": line},
        )
    parts += [""] * (PARTS - len(parts))
    head = HeadLine(
        parts[0], parts[1], email(parts[2]) if parts[2] else "", parts[3], day(parts[4]) if parts[4] else None
    )
    UnitHead(name=head.name, title=head.title, assignment=head.assignment, since=head.since).clean()
    return head


heads_cell = Parser("heads", _read_heads, lambda value: "\n".join(str(line) for line in value))


def read_heads(page: Page) -> tuple[HeadLine, ...]:
    """Those who are in office, as the cell holds them."""
    return tuple(
        HeadLine(row.name, row.title, row.email, " ".join(row.assignment.split()), row.since)
        for row in page.heads.all()
        if row.is_in_office() and row.name
    )


def write_heads(page: Page, value: tuple[HeadLine, ...] | None, *, on: date | None = None) -> None:
    """Put the people of a cell on a page, as they stand there. A person who was there keeps the photograph and its consent; one
    who is not in the list any more is ended, not forgotten."""
    model = OrganisationHead if hasattr(page, "term_from") else UnitHead
    rows = list(page.heads.all())
    known = {row.name.casefold(): row for row in rows if row.is_in_office(on) and row.name}
    kept = []
    for line in value or ():
        row = known.pop(line.name.casefold(), None) or model(locale_id=page.locale_id)
        row.name, row.title, row.email, row.since = line.name, line.title, line.email, line.since
        if " ".join(row.assignment.split()) != line.assignment:
            row.assignment = line.assignment
        kept.append(row)
    for row in known.values():
        row.until = on or timezone.localdate()
    kept += [row for row in rows if row not in kept]
    for number, row in enumerate(kept):
        row.sort_order = number
    page.heads = kept


def _read_block(source: str) -> str:
    return "\n".join(lines_of(text(source, multiline=True)))


block = Parser("block", _read_block, lambda value: "\n".join(lines_of(value)))
"""Several lines in one cell, one thing in each."""


def _units(section: Page):
    return UnitPage.objects.filter(**in_tree(section))


def _parent(section: Page, values: dict[str, Any]) -> Page:
    """The unit above, where the row names one that is there; a unit earlier in the list is there when its row has its turn."""
    name = values.get("above")
    found = _units(section).filter(title__iexact=name).order_by("depth", "path").first() if name else None
    return found or section


def _read_above(page: Page) -> str:
    if not page.path:
        return ""
    above = page.get_parent()
    return above.title if above.specific_class is UnitPage else ""


def _write_above(page: Page, value: str | None) -> None:
    if page.pk and (value or "").casefold() != _read_above(page).casefold():
        raise ValidationError(gettext("A list moves no unit: move it in the tree of pages."))


def _check(values: dict[str, Any]) -> dict[str, Any]:
    above, title = values.get("above"), values.get("title")
    if above and title and above.casefold() == title.casefold():
        return {"above": _("A unit cannot stand below itself.")}
    return {}


UNITS = Exchange(
    name="units",
    label=_("Units and their heads"),
    page_type=UnitPage,
    section_type=IntroductionPage,
    key=("title",),
    parent=_parent,
    check=_check,
    slug="co-cau-to-chuc",
    columns=(
        Field(
            "title",
            pgettext_lazy("organisation", "Unit"),
            aliases=("Đơn vị", "Tên đơn vị", "Tên phòng, ban", "Tổ"),
            required=True,
            example="Phòng Giáo dục Trung học",
            help=_("The name of the unit."),
            parse=text(max_length=255),
        ),
        Field(
            "above",
            _("Unit above"),
            aliases=("Thuộc đơn vị", "Đơn vị cấp trên", "Trực thuộc"),
            example="",
            help=_(
                "The name of the unit to which it belongs; it stands in an earlier row. Empty: directly below the head."
            ),
            parse=text(max_length=255),
            write=_write_above,
            read=_read_above,
        ),
        Field(
            "kind",
            pgettext_lazy("organisation", "Kind of unit"),
            aliases=("Loại đơn vị", "Loại"),
            example="Phòng chuyên môn",
            help=_("What the unit is."),
            parse=choice(UnitKind, KIND_SPELLINGS),
        ),
        Field(
            "functions",
            _("Functions"),
            aliases=("Chức năng",),
            example="Tham mưu về giáo dục trung học",
            help=_("One in each line of the cell."),
            parse=block,
        ),
        Field(
            "tasks",
            _("Tasks"),
            aliases=("Nhiệm vụ",),
            example="Hướng dẫn kế hoạch năm học",
            help=_("One in each line of the cell."),
            parse=block,
        ),
        Field(
            "powers",
            _("Powers"),
            aliases=("Quyền hạn",),
            example="Yêu cầu các trường báo cáo",
            help=_("One in each line of the cell."),
            parse=block,
        ),
        Field(
            "heads",
            _("Heads"),
            aliases=("Lãnh đạo", "Người đứng đầu", "Trưởng đơn vị"),
            example="Lê Văn Mây | Trưởng phòng | lvmay@hoason.edu.vn | Phụ trách chung | 01/08/2024",
            help=HEADS_HELP,
            parse=heads_cell,
            write=write_heads,
            read=read_heads,
            prefetch=("heads",),
        ),
        Field(
            "phone",
            _("Telephone"),
            aliases=("Điện thoại", "SĐT"),
            example="0299 3822 105",
            help=_("Of the unit, not of a person."),
            parse=text(max_length=100),
        ),
        Field(
            "email",
            pgettext_lazy("label", "E-mail"),
            aliases=("Thư điện tử", "Email"),
            example="phongtrunghoc@hoason.edu.vn",
            help=_("Of the unit."),
            parse=email,
        ),
        Field(
            "place",
            pgettext_lazy("unit", "Room"),
            aliases=("Phòng làm việc", "Địa điểm"),
            example="Phòng 204, nhà A",
            help=_("Where one finds it."),
            parse=text(max_length=160),
        ),
        Field(
            "summary",
            _("Summary"),
            aliases=("Tóm tắt",),
            example="Phụ trách giáo dục THCS và THPT",
            help=_("One or two sentences."),
            parse=text(max_length=300),
        ),
    ),
)


def register_unit_exchange() -> None:
    register_exchange(UNITS)
