"""Totals tell nothing of few candidates, whatever is subtracted (W8.11)."""

import itertools
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.results.statistics import BANDS, SMALLEST, totals_of
from enrolment.results.subjects import Subject

MATHS, LITERATURE = Subject("toan", "Toán", "Mathematics"), Subject("van", "Ngữ văn", "Literature")


def version(**subjects: tuple[list[int], int]):
    """Subject → candidates in each band, absent."""
    stored = {
        code: {
            "taken": sum(counts),
            "absent": absent,
            "scores": {f"{band}.5": count for band, count in enumerate(counts) if count},
        }
        for code, (counts, absent) in subjects.items()
    }
    return SimpleNamespace(totals={"subjects": stored}, subject_list=[MATHS, LITERATURE])


def solutions(totals) -> list[set[int]]:
    """For each hidden band the numbers that a reader cannot rule out, from all that is told: every hidden cell holds somebody."""
    bands = [band.count for band in totals.bands]
    halves = [(0, BANDS)]
    sums = [totals.taken]
    if totals.below_half is not None:
        halves, sums = (
            [(0, BANDS // 2), (BANDS // 2, BANDS)],
            [totals.below_half, totals.taken - totals.below_half],
        )
    found = []
    for (start, end), whole in zip(halves, sums, strict=True):
        part = bands[start:end]
        unknown, rest = part.count(None), whole - sum(count or 0 for count in part)
        if unknown:
            possible = [
                cells
                for cells in itertools.product(range(1, min(rest, 12) + 1), repeat=min(unknown, 3))
                if (sum(cells) == rest if unknown <= 3 else sum(cells) <= rest)
            ]
            found += (
                [set(values) for values in zip(*possible, strict=True)] if possible and rest <= 12 else []
            )
    return found


@given(st.lists(st.integers(0, 30), min_size=BANDS, max_size=BANDS))
def test_no_small_cell_is_found_by_subtraction(counts):
    for totals in totals_of(version(toan=(counts, 0))):
        if sum(counts) < SMALLEST:
            assert (totals.taken, totals.bands) == (None, ())
            continue
        for band, count in zip(totals.bands, counts, strict=True):
            assert band.count == count or (band.count is None and count)
            assert not 0 < (band.count or 0) < SMALLEST
        hidden = [count for band, count in zip(totals.bands, counts, strict=True) if band.count is None]
        assert not hidden or (len(hidden) > 1 and sum(hidden) >= SMALLEST)
        assert all(len(values) > 1 for values in solutions(totals))


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([0, 0, 1, 20, 30, 9, 0, 0, 0, 0], {2, 5}),
        ([0, 0, 1, 1, 30, 9, 0, 0, 0, 0], {2, 3, 5}),
        ([0, 0, 0, 20, 30, 9, 0, 0, 0, 0], set()),
    ],
    ids=["one small cell", "two of one candidate each", "none"],
)
def test_next_smallest_cells_are_hidden_beside_small_ones(counts, hidden):
    totals = totals_of(version(toan=(counts, 0)))[0]
    assert {place for place, band in enumerate(totals.bands) if band.count is None} == hidden


def test_below_the_half_is_not_told_where_it_would_tell_a_hidden_cell():
    assert totals_of(version(toan=([0, 0, 1, 20, 30, 9, 0, 0, 0, 0], 0)))[0].below_half is None
    assert totals_of(version(toan=([0, 0, 6, 20, 30, 9, 0, 0, 0, 0], 0)))[0].below_half == 56


def test_absent_candidates_are_not_found_by_comparing_subjects_that_all_take():
    full = [0, 0, 0, 20, 30, 40, 10, 0, 0, 0]
    small = totals_of(version(toan=(full, 3), van=(full, 60)))
    assert [totals.absent for totals in small] == [None, None]
    large = totals_of(version(toan=(full, 5), van=(full, 0)))
    assert [totals.absent for totals in large] == [5, 0]
