"""Tables of what people sent: a workbook of text cells, or CSV that runs no formula; both name reader and purpose (P6.1)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from common.spreadsheets import write_csv, write_xlsx
from network.models import Institution
from privacy.choices import AccessPurpose, AuditAction
from privacy.models import Submission
from privacy.services.access import access_denied, audit_record, submissions_export

Cells = Sequence[object]


class ExportFormat(TextChoices):
    XLSX = "xlsx", gettext_lazy("Excel (XLSX)")
    CSV = "csv", gettext_lazy("CSV")


CONTENT_TYPES = {
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.CSV: "text/csv; charset=utf-8",
}


@sensitive_variables()
def export_table(
    *,
    institution: Institution,
    rows: Iterable[Cells],
    columns: Sequence[str],
    purpose: AccessPurpose | str,
    user: AbstractBaseUser,
    kind: str,
    fmt: ExportFormat | str,
    title: str = "",
    now: datetime | None = None,
) -> bytes:
    """A table as a file, after the export is on record under the name `kind` (a form's code) with its purpose and the number of
    rows. Who may export is the caller's policy to say.

    Raises ValidationError without a purpose; that refusal is on record as well. For what is sealed use `export_submissions`.
    """
    if purpose not in AccessPurpose.values:
        access_denied(institution=institution, object_ref=kind, user=user)
        raise ValidationError(
            _("Say for what you open this: there is no access without a purpose."), code="purpose"
        )
    table = [list(row) for row in rows]
    with transaction.atomic():
        audit_record(
            institution=institution,
            action=AuditAction.EXPORT,
            object_ref=kind,
            user=user,
            purpose=purpose,
            count=len(table),
        )
    return _written(_head(institution, purpose, user, title, now), columns, table, ExportFormat(fmt))


@sensitive_variables()
def export_submissions(
    *,
    institution: Institution,
    submissions: Iterable[Submission],
    columns: Callable[[list[tuple[Submission, dict[str, Any]]]], Sequence[str]] | Sequence[str],
    row: Callable[[Submission, dict[str, Any]], Cells],
    purpose: AccessPurpose | str,
    user: AbstractBaseUser,
    kind: str,
    fmt: ExportFormat | str,
    title: str = "",
    now: datetime | None = None,
) -> bytes:
    """Submissions of one institution with their answers, on record once. `row` makes the cells of one, `columns` the head
    (a function of the opened rows where it depends on them). Raises ValidationError without a purpose."""
    opened = submissions_export(
        institution=institution, submissions=submissions, user=user, purpose=purpose, what=kind
    )
    head = columns(opened) if callable(columns) else columns
    table = [list(row(submission, answers)) for submission, answers in opened]
    return _written(_head(institution, purpose, user, title, now), head, table, ExportFormat(fmt))


def file_name(kind: str, fmt: ExportFormat | str, *, now: datetime | None = None) -> str:
    """Says what and when, nothing of whom."""
    return f"{kind}-{timezone.localtime(now):%Y-%m-%d}.{ExportFormat(fmt)}"


def _head(
    institution: Institution,
    purpose: str,
    user: AbstractBaseUser,
    title: str,
    now: datetime | None,
) -> list[list[str]]:
    return [
        [title or institution.name],
        [_("Institution: %(institution)s") % {"institution": institution.name}],
        [_("Purpose: %(purpose)s") % {"purpose": AccessPurpose(purpose).label}],
        [_("Exported by %(reader)s") % {"reader": user.get_full_name() or user.get_username()}],
        [_("Exported at %(time)s") % {"time": f"{timezone.localtime(now):%H:%M %d/%m/%Y}"}],
        [
            _(
                "Contains personal information: keep it safe, use it for this purpose only and erase it afterwards."
            )
        ],
        [],
    ]


def _written(head: list[list[str]], columns: Cells, rows: list[list[object]], fmt: ExportFormat) -> bytes:
    table = [*head, columns, *rows]
    if fmt == ExportFormat.CSV:
        return write_csv([[_text(cell) for cell in row] for row in table])
    buffer = io.BytesIO()
    write_xlsx([[_text(cell) for cell in row] for row in table], buffer)
    return buffer.getvalue()


def _text(value: object) -> str:
    """Every cell is text: a telephone number keeps its nought, and nothing is computed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%Y-%m-%d %H:%M}" if value.tzinfo else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, dict) and "name" in value:
        return str(value["name"])
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(item) for item in value)
    return str(value)
