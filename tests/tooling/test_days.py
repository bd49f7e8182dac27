"""A moment is stored in UTC; its day is the day in Vietnam, seven hours ahead. From midnight to seven in the morning the two
differ, so a day is never taken from a moment without the local zone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = (
    "assessment", "common", "editorial", "edusite", "enrolment", "feedback", "home", "network", "privacy", "resources",
    "sections", "tests",
)  # fmt: skip
MOMENTS = ("now", "NOW", "at")


def is_moment(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in MOMENTS or name.endswith("_at")


def days_of_moments(source: str) -> Iterator[int]:
    """Lines that take a day from a moment as it is stored: ``now.date()`` and ``f"{row.sent_at:%d/%m/%Y}"``."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="date", value=moment), args=[]) if is_moment(moment):
                yield node.lineno
            case ast.FormattedValue(value=moment, format_spec=ast.JoinedStr() as spec) if is_moment(moment):
                if "%d" in ast.unparse(spec) and "Z" not in ast.unparse(spec):
                    yield node.lineno


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("day = now.date()", [1]),
        ("day = check.decided_at.date()", [1]),
        ('text = f"{self.sent_at:%d/%m/%Y}"', [1]),
        ("day = timezone.localdate(now)", []),
        ('text = f"{localtime(self.sent_at):%d/%m/%Y}"', []),
        ('text = f"{self.due_on:%d/%m/%Y}"', []),
    ],
)
def test_what_is_found(source: str, found: list[int]) -> None:
    assert list(days_of_moments(source)) == found


def test_no_day_is_taken_from_a_moment_in_utc() -> None:
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    assert files
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for file in files
        if file != Path(__file__)
        for line in days_of_moments(file.read_text())
    ]
    assert found == []
