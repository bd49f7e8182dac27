"""Lists of certificates: the columns, and what is wrong with a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.spreadsheets import Limits, Table, Watch, read_table
from enrolment.choices import CertificateKind, CertificateStatus
from enrolment.list_columns import Column, places_of
from enrolment.results.keys import bare_birth
from enrolment.results.rows import Fault
from sections.exchange.parsers import choice, day, text

LIMITS = Limits(bytes=20 * 1_048_576, rows=50_000)
SHOWN_FAULTS = 500
"""Mistakes that are kept of a list."""


def _birth(source: str) -> str:
    if not (found := bare_birth(source)):
        raise ValidationError(_("The date of birth is missing or cannot be read."))
    return found


COLUMNS = (
    Column(
        "number",
        _("Number of the certificate"),
        ("Số hiệu", "Số hiệu văn bằng", "Số hiệu bằng", "Number"),
        "A 1234567",
        text(max_length=40),
    ),
    Column(
        "book_number",
        _("Number in the register"),
        ("Số vào sổ", "Số vào sổ cấp bằng", "Số vào sổ gốc"),
        "2026/0123",
        text(max_length=40),
    ),
    Column(
        "name",
        _("Name"),
        ("Họ và tên", "Họ tên", "Họ, chữ đệm, tên", "Name"),
        "Nguyễn Văn An",
        text(max_length=120),
    ),
    Column(
        "birth",
        _("Date of birth"),
        ("Ngày sinh", "Ngày tháng năm sinh", "Date of birth"),
        "05/09/2008",
        _birth,
    ),
    Column(
        "kind",
        _("Kind"),
        ("Loại văn bằng", "Loại", "Loại văn bằng, chứng chỉ", "Kind"),
        CertificateKind.UPPER.label,
        choice(CertificateKind),
    ),
    Column("issued_on", _("Issued on"), ("Ngày cấp", "Ngày ký", "Issued on"), "15/08/2026", day),
    Column(
        "decision",
        _("Decision"),
        ("Số quyết định", "Quyết định", "Quyết định số", "Decision"),
        "1234/QĐ-SGDĐT",
        text(max_length=80),
    ),
    Column(
        "decided_on", _("Date of the decision"), ("Ngày quyết định", "Ngày ra quyết định"), "10/08/2026", day
    ),
    Column(
        "status",
        _("Status"),
        ("Tình trạng", "Trạng thái", "Status"),
        CertificateStatus.ISSUED.label,
        choice(CertificateStatus),
        required=False,
    ),
)


@dataclass
class Read:
    """The rows that are right, as values by column, and what is wrong with the others."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    wrong: int = 0


def table_of(file, filename: str, watch: Watch | None = None) -> Table:
    """Raises TableError. `watch`: as ``read_table`` has it."""
    return read_table(
        file,
        filename=filename,
        limits=LIMITS,
        header_names=[h for c in COLUMNS for h in (c.name, *c.headings)],
        watch=watch,
    )


def columns_of(table: Table) -> dict[str, int]:
    """Name → number of the column. Raises ValidationError with the columns that are missing."""
    found = places_of(table.header, ((column.name, (column.name, *column.headings)) for column in COLUMNS))
    missing = [str(column.label) for column in COLUMNS if column.required and column.name not in found]
    if missing:
        raise ValidationError(
            gettext("The list has no column for: %(names)s.") % {"names": ", ".join(missing)}
        )
    return found


def read_rows(table: Table, *, today: date, watch: Callable[[int], None]) -> Read:
    """Each row, checked by itself. `watch` is called with how many rows were read."""
    places, result = columns_of(table), Read()
    for done, row in enumerate(table.rows, start=1):
        watch(done)
        values, faults = _values(row.number, row.cells, places)
        if not faults and values["issued_on"] > today:
            faults = [Fault(row.number, places["issued_on"], gettext("The day of issue lies ahead."))]
        if faults:
            result.wrong += 1
            result.faults += faults
        else:
            result.rows.append(values | {"row": row.number})
    return result


def _values(number: int, cells: Sequence[str], places: dict[str, int]) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {"status": CertificateStatus.ISSUED}
    faults = []
    for column in COLUMNS:
        place = places.get(column.name)
        cell = cells[place].strip() if place is not None else ""
        if not cell:
            if column.required:
                faults.append(Fault(number, place or 0, gettext("The cell is empty.")))
            continue
        try:
            values[column.name] = column.parse(cell)
        except ValidationError as error:
            faults.append(Fault(number, place, " ".join(error.messages)))
    return values, faults
