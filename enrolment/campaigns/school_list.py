"""The authority's one list of a campaign: the columns, what is wrong with a row, and the same columns out again (W9.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import Limits, Row, Table, Watch, read_table
from common.spreadsheets.report import restored
from common.text import fold, slug
from enrolment.list_columns import Column, places_of
from enrolment.results.rows import Fault
from sections.exchange.parsers import Parser, integer, text

LIMITS = Limits(bytes=20 * 1_048_576, rows=50_000)
LAST_GROUP, MOST_PLACES = 9, 100_000


class Class(NamedTuple):
    code: str
    name: str
    quota: int
    subjects: str


class Area(NamedTuple):
    commune: str
    part: str
    code: str
    group: int

    @property
    def key(self) -> tuple[str, str]:
        return fold(self.commune).strip(), fold(self.part).strip()

    def __str__(self) -> str:
        return f"{self.commune} ({self.part})" if self.part else self.commune


@dataclass
class Share:
    """What a list says of one school. Without classes, or without areas, it leaves these to the school."""

    classes: list[Class] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)

    @classmethod
    def of(cls, classes: Iterable[Iterable[Any]], areas: Iterable[Iterable[Any]]) -> Share:
        return cls([Class(*each) for each in classes], [Area(*each) for each in areas])


def _code(source: str, **_options: Any) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", found := source.strip()):
        raise ValidationError(gettext("A code of a class has letters, digits, - and _ only, at most 40."))
    return found


def _commune_code(source: str, **_options: Any) -> str:
    if not re.fullmatch(r"[0-9]{4,6}", found := source.strip()):
        raise ValidationError(gettext("A code is four to six digits, for example 00166."))
    return found


def _group(source: str, **_options: Any) -> int:
    """``2`` or ``Nhóm 2``."""
    found = re.fullmatch(r"(?:nhom |group )?([1-9])", fold(source).strip())
    if not found:
        raise ValidationError(gettext("A group is a whole number from 1 to %(last)s.") % {"last": LAST_GROUP})
    return int(found[1])


COLUMNS = (
    Column(
        "school",
        _("Code of the school"),
        ("Mã trường", "Mã đơn vị", "Code of the school"),
        "THPT-BENDO",
        text(max_length=64),
    ),
    Column("school_name", _("School"), ("Trường", "Tên trường", "School"), "THPT Bến Đò", text),
    Column(
        "code",
        _("Code of the class"),
        ("Mã lớp", "Mã hệ", "Code of the class"),
        "dai_tra",
        Parser("text", _code),
    ),
    Column(
        "name",
        pgettext_lazy("admission", "Class"),
        ("Lớp", "Tên lớp", "Lớp, hệ", "Class"),
        "Lớp 10 đại trà",
        text(max_length=160),
    ),
    Column(
        "quota",
        pgettext_lazy("admission", "Quota"),
        ("Chỉ tiêu", "Số lượng tuyển", "Quota"),
        "315",
        integer(minimum=1, maximum=MOST_PLACES),
    ),
    Column(
        "subjects", _("Subjects"), ("Môn thi", "Các môn", "Subjects"), "Ngữ văn, Toán", text(max_length=250)
    ),
    Column(
        "commune",
        _("Commune or ward"),
        ("Xã, phường", "Xã/phường", "Phường, xã", "Phường/xã", "Xã", "Commune or ward"),
        "Phường Bến Đò",
        text(max_length=120),
    ),
    Column(
        "commune_code",
        _("Code of the commune"),
        ("Mã xã, phường", "Mã xã", "Mã phường, xã", "Code of the commune"),
        "00166",
        Parser("text", _commune_code, number=lambda found, **_o: _commune_code(found.zfill(5))),
    ),
    Column(
        "part",
        _("Part of it"),
        ("Phần địa bàn", "Thôn, tổ dân phố", "Tổ dân phố", "Thôn", "Part of it"),
        "Tổ dân phố 1, 2",
        text(max_length=250),
    ),
    Column(
        "group",
        _("Catchment group"),
        ("Nhóm địa bàn", "Nhóm", "Nhóm ưu tiên địa bàn", "Tuyến tuyển sinh", "Tuyến", "Catchment group"),
        "1",
        Parser("text", _group),
    ),
)
BY_NAME = {column.name: column for column in COLUMNS}
NOT_YOURS = _("None of your schools has this code.")


@dataclass
class _Entry:
    """The rows of one school, as far as they were read."""

    classes: dict[str, tuple[int, Class]] = field(default_factory=dict)
    areas: dict[tuple[str, str], tuple[int, Area]] = field(default_factory=dict)
    named: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    for_all: set[tuple[str, str]] = field(default_factory=set)
    seen: dict[tuple[str, tuple[str, str] | None], int] = field(default_factory=dict)


@dataclass
class Reader:
    """Reads the rows of one list. `schools`: code in lower case → id, of those that the list may name."""

    table: Table
    schools: Mapping[str, int]
    faults: list[Fault] = field(default_factory=list)
    entries: dict[int, _Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = columns_of(self.table)
        self.used = {place: BY_NAME[name] for name, place in self.places.items()}

    @property
    def shares(self) -> dict[int, Share]:
        return {
            pk: Share(
                [each for _row, each in entry.classes.values()],
                [each for _row, each in entry.areas.values()],
            )
            for pk, entry in self.entries.items()
        }

    @property
    def wrong(self) -> int:
        return len({fault.row for fault in self.faults})

    def read(self, watch: Callable[[int], None] | None = None) -> None:
        """`watch` is called with how many rows were read."""
        for done, row in enumerate(self.table.rows, start=1):
            if watch:
                watch(done)
            before = len(self.faults)
            values = self._values(row)
            school = self.schools.get(values.get("school", "").lower())
            if "school" not in values:
                if len(self.faults) == before:
                    self._fault(row.number, "school", gettext("The cell is empty."))
            elif school is None:
                self._fault(row.number, "school", str(NOT_YOURS))
            if len(self.faults) == before and len(values) > 1 + ("school_name" in values):
                self._row(row.number, self.entries.setdefault(school, _Entry()), values)
        for entry in self.entries.values():
            self._same_for_all_classes(entry)
        self.faults.sort(key=lambda fault: (fault.row, fault.column))

    def _fault(self, row: int, name: str, said: str) -> None:
        place = self.places.get(name, self.places["school"])
        self.faults.append(Fault(row, place, said, self.table.header[place]))

    def _values(self, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {}
        broken = set()
        for issue in row.issues:
            column = self.used.get(issue.column)
            if not issue.is_repair and (column or issue.code == "beyond_header"):
                broken.add(issue.column)
                heading = self.table.header[issue.column] if issue.column < len(self.table.header) else ""
                self.faults.append(Fault(row.number, issue.column, str(issue.message), heading))
        for place, column in self.used.items():
            cell = row.cells[place].strip()
            if not cell or place in broken:
                continue
            try:
                if place in row.numbers:
                    values[column.name] = column.parse.from_number(cell)
                else:
                    values[column.name] = column.parse(restored(cell) if self.table.kind == "csv" else cell)
            except ValidationError as error:
                self._fault(row.number, column.name, " ".join(error.messages))
        return values

    def _row(self, number: int, entry: _Entry, values: dict[str, Any]) -> None:
        before = len(self.faults)
        class_key = self._class(number, entry, values)
        area_key = self._area(number, entry, values)
        if len(self.faults) > before:
            return
        first = entry.seen.setdefault((class_key, area_key), number)
        if first != number:
            self._fault(number, "school", gettext("The same stands in row %(row)s already.") % {"row": first})
        elif area_key is not None and class_key:
            entry.named.setdefault(class_key, set()).add(area_key)
        elif area_key is not None:
            entry.for_all.add(area_key)

    def _class(self, number: int, entry: _Entry, values: dict[str, Any]) -> str:
        """Code of the class that a row names, "" for none."""
        name, quota, subjects = values.get("name", ""), values.get("quota"), values.get("subjects", "")
        if not any((name, quota, subjects, values.get("code"))):
            return ""
        key = values.get("code") or (name and slug(name, max_length=40, fallback="lop").replace("-", "_"))
        if key in entry.classes:
            first, known = entry.classes[key]
            for column, given, before in (
                ("name", name, known.name),
                ("quota", quota, known.quota),
                ("subjects", subjects, known.subjects),
            ):
                if given and given != before:
                    said = gettext("Row %(row)s says “%(value)s” for the same class of the school.")
                    self._fault(number, column, said % {"row": first, "value": before or "–"})
            return key
        for column, given in (("name", name), ("quota", quota)):
            if not given:
                self._fault(number, column, gettext("The cell is empty."))
        if name and quota:
            entry.classes[key] = (number, Class(key, name, quota, subjects))
        return key

    def _area(self, number: int, entry: _Entry, values: dict[str, Any]) -> tuple[str, str] | None:
        commune, code = values.get("commune", ""), values.get("commune_code", "")
        if not commune:
            if any(values.get(name) for name in ("commune_code", "part", "group")):
                self._fault(number, "commune", gettext("The cell is empty."))
            return None
        area = Area(commune, values.get("part", ""), code, values.get("group", 1))
        key = area.key
        first, known = entry.areas.setdefault(key, (number, area))
        for column, given, before in (("group", area.group, known.group), ("commune_code", code, known.code)):
            if given and given != before:
                said = gettext("Row %(row)s says “%(value)s” for the same area of the school.")
                self._fault(number, column, said % {"row": first, "value": before or "–"})
        return key

    def _same_for_all_classes(self, entry: _Entry) -> None:
        """A catchment area holds for all classes of a school, so a class that has other communes than the next, or none where the
        next has some, is a mistake."""
        for code, (first, found) in entry.classes.items() if entry.named else ():
            named = entry.named.get(code, set())
            for missing in sorted(set(entry.areas) - named - entry.for_all)[:1]:
                said = gettext(
                    "The class “%(class)s” leaves out %(area)s, which row %(row)s has: a catchment area holds for all classes of "
                    "a school. Name the communes in rows without a class."
                )
                area = entry.areas[missing]
                self._fault(first, "commune", said % {"class": found.name, "area": area[1], "row": area[0]})


def headings() -> list[str]:
    return [said for column in COLUMNS for said in column.names]


def table_of(file, filename: str, watch: Watch | None = None) -> Table:
    """Raises TableError."""
    return read_table(file, filename=filename, limits=LIMITS, header_names=headings(), watch=watch)


def columns_of(table: Table) -> dict[str, int]:
    """Name → number of the column. Raises ValidationError where the list has no school, or neither classes nor communes."""
    found = places_of(table.header, ((column.name, column.names) for column in COLUMNS))
    missing = [] if "school" in found else [BY_NAME["school"]]
    if "commune" not in found and not {"name", "quota"} <= found.keys():
        missing += [BY_NAME[name] for name in ("name", "quota", "commune") if name not in found]
    if missing:
        raise ValidationError(
            gettext("The list has no column for: %(names)s.")
            % {"names": ", ".join(str(column.label) for column in missing)}
        )
    return found


def rows_out(shares: Iterable[tuple[Any, Share]]) -> list[list[Any]]:
    """Pairs of school and share as rows below a head, in the columns that `Reader` reads: first the classes of a school, then its
    communes. A school without either has one row with its code and name; such a row says nothing when it is read."""
    rows: list[list[Any]] = [[str(column.label) for column in COLUMNS]]
    for school, share in shares:
        who = [school.code, school.name]
        rows += [[*who, *each, "", "", "", ""] for each in share.classes]
        rows += [
            [*who, "", "", "", "", each.commune, each.code, each.part, each.group] for each in share.areas
        ]
        if not share.classes and not share.areas:
            rows.append([*who, *[""] * 8])
    return rows
