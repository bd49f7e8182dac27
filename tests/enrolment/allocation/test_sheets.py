"""Anybody can check a published assignment with the file alone."""

from __future__ import annotations

import random

import pytest

from enrolment.allocation.method import (
    ADMITTED,
    METHOD,
    UNNEEDED,
    Rules,
    Wished,
    allocate,
    digest_of,
    fingerprint_of,
)
from enrolment.allocation.sheets import check, class_line, hidden_of, meta_line, sheets_of

SEED, NUMBER = "a1" * 32, "55555"


def published(*, small: int = 3, people: int = 60, seed: int = 1) -> list[str]:
    """A file with three classes of many wishes and one of `small`."""
    chance = random.Random(seed)
    quotas = {"1/a": 9, "1/b": 12, "2/a": 15, "3/small": 2}
    wishes = []
    for number in range(people):
        named = chance.sample(["1/a", "1/b", "2/a"], 3)
        if number < small:
            named[chance.randrange(3)] = "3/small"
        for position, place in enumerate(named, 1):
            wishes.append(
                Wished(
                    f"C{number:03}", position, place, False, chance.randrange(3), chance.randrange(5) * 1000
                )
            )
    outcome = allocate(wishes, quotas, Rules(True, True), seed=SEED, public_number=NUMBER)
    sheets = sheets_of(outcome)
    rows = [line for own in sheets.values() for line in own]
    hidden = hidden_of(outcome.totals)
    totals = {
        place: None
        if place in hidden
        else {"wishes": t.wishes, "admitted": t.admitted, "waiting": t.waiting, "last": {"lot": t.last.lot}}
        for place, t in outcome.totals.items()
    }
    return [
        meta_line("method", METHOD),
        meta_line("seed", SEED),
        meta_line("fingerprint", fingerprint_of(SEED)),
        meta_line("public_number", NUMBER),
        meta_line("waiting_list", "yes"),
        meta_line("output_sha256", digest_of(rows)),
        *(class_line(place, "Lớp", quotas[place], totals[place]) for place in quotas),
        *rows,
    ]


@pytest.mark.parametrize("seed", range(6))
def test_a_file_as_it_was_published_holds(seed):
    checked = check(published(seed=seed))
    assert checked.problems == []
    assert (checked.applications, checked.classes) == (60, 4)


def test_a_class_with_few_wishes_does_not_appear_and_leaves_no_gap():
    text = "\n".join(published(small=3))
    assert "class,3/small,Lớp,2,,,,,," in text
    assert not [line for line in text.splitlines() if line.startswith("row,") and "3/small" in line]
    numbers: dict[str, list[int]] = {}
    for line in text.splitlines():
        if line.startswith("row,"):
            _kind, code, _lot, number, *_others = line.split(",")
            numbers.setdefault(code, []).append(int(number))
    assert all(sorted(own) == list(range(1, len(own) + 1)) for own in numbers.values())
    assert any(len(own) == 2 for own in numbers.values())


def test_five_wishes_are_told():
    assert any(line.startswith("row,") and "3/small" in line for line in published(small=5))


def changed(lines: list[str], old: str, new: str, *, begins: str = "row,") -> list[str]:
    place = next(n for n, line in enumerate(lines) if line.startswith(begins) and old in line)
    found = list(lines)
    found[place] = found[place].replace(old, new)
    rows = [line for line in found if line.startswith("row,")]
    hashed = next(n for n, line in enumerate(found) if line.startswith("meta,output_sha256"))
    found[hashed] = meta_line("output_sha256", digest_of(rows))
    return found


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        (",admitted", ",waiting", "By the method, wish "),
        (",waiting", ",admitted", "By the method, wish "),
        (",C000,", ",C999,", "The lot of C999 is "),
    ],
)
def test_what_was_changed_in_a_line_is_found(old, new, text):
    problems = check(changed(published(), old, new)).problems
    assert any(problem.startswith(text) for problem in problems), problems


def test_two_children_who_changed_places_are_found():
    lines = published()
    own = [n for n, line in enumerate(lines) if line.startswith("row,") and ",1/a," in line]
    one, other = lines[own[0]].split(","), lines[own[1]].split(",")
    one[5], other[5] = other[5], one[5]
    lines[own[0]], lines[own[1]] = ",".join(one), ",".join(other)
    problems = check(lines).problems
    assert "The lines do not have the hash that the file names." in problems
    assert any("against block and lot" in problem for problem in problems)


def test_another_seed_is_found():
    problems = check(changed(published(), SEED, "b2" * 32, begins="meta,seed")).problems
    assert "The seed does not have the fingerprint that was published." in problems


def test_totals_that_are_not_those_of_the_lines_are_found():
    problems = check(changed(published(), "Lớp,9,", "Lớp,8,", begins="class,1/a")).problems
    assert "More children are admitted to 1/a than its quota names." in problems


def test_without_a_hidden_class_nothing_is_not_needed_before_a_place():
    lines = published(small=0)
    lines = [line for line in lines if "3/small" not in line]
    found = next(line for line in lines if line.startswith("row,") and line.endswith(f",{UNNEEDED}"))
    code = found.split(",")[1]
    lines = [line for line in lines if not (f",{code}," in line and line.endswith(f",{ADMITTED}"))]
    assert f"A wish of {code} is called not needed, but none was fulfilled." in check(lines).problems


def test_a_file_without_its_seed_cannot_be_checked():
    assert check(["meta,method,x"]).problems == ["The file does not name: seed, fingerprint, output_sha256."]


def test_what_cannot_be_read_is_named_by_its_line():
    assert check(["meta,method,x", "row,1,2"]).problems[0] == "Line 2 cannot be read."
