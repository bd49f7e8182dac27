"""Totals in which nobody can be found: small numbers are left out, and so is what they could be computed from (P13.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

SMALLEST = 5
"""The smallest number that is shown."""
UNANSWERED = ""


def counts_add(counts: dict[str, Any], snapshot: Mapping[str, Any], answers: Mapping[str, Any]) -> None:
    """Add one submission to ``{"number", "fields": {name: {"label", "many", "options": {value: label}, "counts": {value: n}}}}``.
    Only what was chosen from a list is counted: what was written is never in a total."""
    counts["number"] = counts.get("number", 0) + 1
    fields = counts.setdefault("fields", {})
    for described in snapshot.get("fields", []):
        options = described.get("options")
        if not options:
            continue
        name = described["name"]
        field = fields.setdefault(
            name, {"label": described["label"], "many": False, "options": {}, "counts": {}}
        )
        field["options"].update({str(value): label for value, label in options})
        answer = answers.get(name)
        field["many"] = field["many"] or isinstance(answer, list)
        for value in _chosen(answer, field["options"]):
            field["counts"][value] = field["counts"].get(value, 0) + 1


def _chosen(answer: Any, options: Mapping[str, str]) -> Iterable[str]:
    if isinstance(answer, bool):
        answer = "yes" if answer else "no"
    chosen = [str(each) for each in answer] if isinstance(answer, list) else [str(answer or UNANSWERED)]
    return [value if value in options else UNANSWERED for value in chosen or [UNANSWERED]]


def table_of(counts: Mapping[str, Any], *, no_answer: str = "–") -> tuple[int | None, list[dict[str, Any]]]:
    """The number of submissions and a table for each field, as they may be shown."""
    number = counts.get("number", 0)
    tables = []
    for name, field in counts.get("fields", {}).items():
        values = [*field["options"]]
        if field["counts"].get(UNANSWERED) and not field["many"]:
            values.append(UNANSWERED)
        found = [field["counts"].get(value, 0) for value in values]
        shown = _many_shown(found, number) if field["many"] else suppressed(found)
        rows = [
            {"label": field["options"].get(value) or no_answer, "count": count}
            for value, count in zip(values, shown, strict=True)
        ]
        tables.append({"field": name, "label": field["label"], "rows": rows})
    return (number if number >= SMALLEST else None), tables


def suppressed(found: list[int]) -> list[int | None]:
    """Cells that add up to a known total: those below `SMALLEST` are hidden, and then the smallest others, until what is hidden
    is two cells at least and cannot be a small number together."""
    hidden = {place for place, count in enumerate(found) if count < SMALLEST}
    if hidden:
        for place in sorted(range(len(found)), key=lambda at: (found[at], at)):
            if len(hidden) >= 2 and sum(found[at] for at in hidden) >= SMALLEST:
                break
            hidden.add(place)
    return [None if place in hidden else count for place, count in enumerate(found)]


def _many_shown(found: list[int], number: int) -> list[int | None]:
    """Several choices a person: each cell has its own rest, those who did not choose it."""
    return [count if count >= SMALLEST and number - count >= SMALLEST else None for count in found]
