"""From what was read to what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from common.text import clean, fold
from privacy.guard.content import Content, Lines
from privacy.guard.findings import ENOUGH, Detail, Finding, Findings, Place, digest_of
from privacy.guard.grids import Person, people_in_grid
from privacy.guard.prose import people_in_text
from privacy.guard.reading import read_file

__all__ = ["scan_content", "scan_file", "scan_text"]


def scan_file(name: str, data: bytes) -> Findings:
    """Read a file by its name's ending and its bytes. What cannot be read is said, never passed over."""
    return scan_content(read_file(name, data))


def scan_text(text: str) -> Findings:
    """Read plain text."""
    content = Content()
    content.add_text(clean(text).split("\n"))
    return scan_content(content)


def scan_content(content: Content) -> Findings:
    """Find lists of people. Several short lists of one document count together: teams of four are a list of all."""
    found: list[tuple[Place, list[Person]]] = []
    for grid in content.grids:
        people, has_names = people_in_grid(grid)
        if not people and not has_names:
            lines = [" ; ".join(filter(None, row)) for row in grid.rows]
            people = list(people_in_text(Lines(grid.place, lines, grid.first_row)))
        if people:
            found.append((grid.place, people))
    for text in content.texts:
        if people := list(people_in_text(text)):
            found.append((text.place, people))
    everybody = {person.key for _place, people in found for person in people}
    if len({fold(person.name) for _place, people in found for person in people}) < ENOUGH:
        return Findings(unreadable=str(content.unreadable))
    items = [item for place, people in found for item in _items(place, people)]
    return Findings(tuple(items), len(everybody), digest_of(everybody), str(content.unreadable))


def _items(place: Place, people: Iterable[Person]) -> Iterable[Finding]:
    by_kind: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for kind in {kind for kind, _value in person.details}:
            by_kind[kind].append(person)
    order = list(Detail.values)
    for kind in sorted(by_kind, key=order.index):
        rows = [person.row for person in by_kind[kind]]
        where = Place(str(place.kind), place.name, min(rows), max(rows))
        yield Finding(kind, where, len({p.key for p in by_kind[kind]}), by_kind[kind][0].sample(kind))
