"""Submissions as the journey stores them, without going through its steps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from feedback.models import FeedbackPage
from privacy.choices import Decision, EndAction, RetentionStart
from privacy.models import Notice, Purpose, Submission
from privacy.registry import form_kind
from privacy.services.submissions import Decided, submission_create
from tests.factories import section_of

RECEIVED = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
OPTIONS = {"kind": [["remark", "Phản ánh"], ["complaint", "Khiếu nại"]]}


def rule(code: str, days: int = 30, **rest: Any) -> dict[str, Any]:
    defaults = {"basis": "consent", "starts": RetentionStart.SUBMIT, "at_end": EndAction.ERASE}
    return {"code": code, "text": code, "retention_days": days} | defaults | rest


def field(name: str, *purposes: str) -> dict[str, Any]:
    return {"name": name, "label": name, "purposes": list(purposes), "options": OPTIONS.get(name, [])}


FIELDS = [field("kind", "handle"), field("message", "handle"), field("phone", "contact")]
RULES = [rule("handle", 30), rule("contact", 10)]


def sent(
    institution,
    *,
    rules: list[dict[str, Any]] | None = None,
    answers: dict[str, Any] | None = None,
    granted: tuple[str, ...] = ("handle", "contact"),
    now: datetime = RECEIVED,
) -> Submission:
    """One submission through the feedback form with these rules, as `submission_create` stores it."""
    purposes = Purpose.objects.filter(institution=institution, form="feedback")
    decisions = [
        Decided(
            decision=Decision.GIVEN if purpose.code in granted else Decision.REFUSED,
            wording=purpose.text,
            step="consent",
            purpose=purpose,
        )
        for purpose in purposes
    ]
    return submission_create(
        kind=form_kind("feedback"),
        institution=institution,
        page=section_of(institution, FeedbackPage),
        notice=Notice.objects.filter(institution=institution).latest("number"),
        snapshot={"title": "Góp ý", "fields": FIELDS, "purposes": RULES if rules is None else rules},
        answers=answers or {"kind": "remark", "message": "Cổng trường ngập", "phone": "0912345678"},
        decisions=decisions,
        retention_days=365,
        secret="ABCD-EFGH-JKLM",
        language="vi",
        now=now,
    )[0]


class Copy:
    """All rows of the tables of ``privacy`` and ``feedback``, or of those with other beginnings, as they are now; `restore`
    brings them back, as a restored dump does."""

    def __init__(self, prefixes: tuple[str, ...] = ("privacy_", "feedback_")):
        self.tables: dict[str, tuple[list[str], list[tuple]]] = {}
        with connection.cursor() as cursor:
            for name in connection.introspection.table_names(cursor):
                if name.startswith(prefixes):
                    cursor.execute(f'SELECT * FROM "{name}"')
                    self.tables[name] = [c[0] for c in cursor.description], cursor.fetchall()

    def restore(self) -> None:
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            for name in self.tables:
                cursor.execute(f'DELETE FROM "{name}"')
            for name, (columns, rows) in self.tables.items():
                names = ", ".join(f'"{column}"' for column in columns)
                marks = ", ".join(["%s"] * len(columns))
                for row in rows:
                    values = [_adapted(value) for value in row]
                    cursor.execute(f'INSERT INTO "{name}" ({names}) VALUES ({marks})', values)


def _adapted(value: Any) -> Any:
    return connection.ops.adapt_json_value(value, None) if isinstance(value, dict | list) else value
