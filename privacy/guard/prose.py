"""Lists of people inside running text: each name owns the particulars that stand between it and the next name."""

from __future__ import annotations

from collections.abc import Iterator

from privacy.guard.content import Lines
from privacy.guard.findings import Detail
from privacy.guard.grids import Person
from privacy.guard.labels import title_details
from privacy.guard.names import names_in_text
from privacy.guard.values import spans_in_text

__all__ = ["people_in_text"]

REACH = 3
"""Lines below a name to which its particulars may stretch: records that are written below each other."""
FAR = 260
"""Characters after a name to which a particular may stand."""
_ACROSS_LINES = frozenset(
    (Detail.IDENTITY, Detail.PHONE, Detail.EMAIL, Detail.BIRTH, Detail.ADDRESS, Detail.BANK, Detail.INSURANCE)
)


def people_in_text(text: Lines) -> Iterator[Person]:
    """The people of a text who have a second particular."""
    waiting: tuple[int, str] | None = None
    found: dict[int, Person] = {}
    said: frozenset[str] = frozenset()
    said_at = -100
    for number, line in enumerate(text.lines, start=text.first_line):
        if line.upper() == line.lower() and not waiting:
            continue  # digits only
        names = names_in_text(line)
        is_waited_for = waiting is not None and number - waiting[0] <= REACH
        spans = spans_in_text(line) if names or is_waited_for else []
        if not names:
            if titled := title_details(line):
                said, said_at = titled, number
            if is_waited_for:
                own = [(kind, _value(line, start)) for start, kind in spans if kind in _ACROSS_LINES]
                _extend(found, waiting, own)
            continue
        is_listed = number - said_at <= 60 and len(line) < 200
        for index, (_start, end, name) in enumerate(names):
            until = names[index + 1][0] if index + 1 < len(names) else len(line)
            own = [(kind, _value(line, at)) for at, kind in spans if end <= at < min(until, end + FAR)]
            if index == 0:
                own += [
                    (kind, _value(line, at))
                    for at, kind in spans
                    if at < names[0][0] and kind in _ACROSS_LINES
                ]
            if is_listed and said:
                own += [(kind, "") for kind in said]
            waiting = (number, name)
            _extend(found, waiting, own)
    yield from found.values()


def _value(line: str, start: int) -> str:
    return line[start : start + 24]


def _extend(found: dict, who: tuple[int, str], details: list[tuple[str, str]]) -> None:
    if not details:
        return
    number, name = who
    key = (number, name)
    known = dict(found[key].details) if key in found else {}
    found[key] = Person(number, name, tuple((dict(details) | known).items()))
