"""Working days from the table: weekends, public holidays, Tết, days made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.calendar import (
    WorkingDays,
    add_working_days,
    is_working_day,
    working_days_between,
    years_without_table,
)
from privacy.choices import DayKind
from privacy.models import Holiday
from privacy.services import holidays_load


@pytest.fixture(autouse=True)
def _table(db):
    holidays_load()


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 2, 13), True),
        (date(2026, 2, 16), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 31), False),
        (date(2026, 9, 3), True),
        (date(2027, 2, 4), True),
        (date(2027, 2, 5), False),
        (date(2027, 2, 11), False),
        (date(2027, 2, 12), True),
        (date(2027, 5, 3), False),
    ],
)
def test_a_day_is_or_is_not_worked_on(day, works):
    assert is_working_day(day) is works


def test_two_working_days_before_tet_end_after_it():
    assert add_working_days(date(2026, 2, 12), 2) == date(2026, 2, 23)
    assert add_working_days(date(2027, 2, 4), 2) == date(2027, 2, 15)


def test_the_day_of_the_event_does_not_count():
    assert add_working_days(date(2026, 3, 2), 1) == date(2026, 3, 3)
    assert add_working_days(date(2026, 3, 2), 0) == date(2026, 3, 2)


def test_periods_are_not_counted_backwards():
    with pytest.raises(ValueError, match="counted forwards"):
        add_working_days(date(2026, 3, 2), -1)


def test_a_day_that_the_board_enters_counts_at_once():
    Holiday.objects.create(day=date(2026, 3, 3), kind=DayKind.OFF, name="Bão", source="Công điện của tỉnh")
    assert add_working_days(date(2026, 3, 2), 1) == date(2026, 3, 4)


def test_what_was_edited_is_not_entered_again():
    Holiday.objects.filter(day=date(2027, 2, 11)).update(kind=DayKind.WORKING)
    assert holidays_load() == 0
    assert is_working_day(date(2027, 2, 11))


def test_a_year_without_days_is_named():
    assert years_without_table(2026, 2028) == [2028]


def test_a_long_period_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        add_working_days(date(2026, 1, 5), 200)


@given(
    day=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    off=st.frozensets(st.dates(date(2026, 1, 1), date(2028, 3, 1)), max_size=60),
    made_up=st.frozensets(st.dates(date(2026, 1, 1), date(2028, 3, 1)), max_size=20),
)
def test_a_day_is_worked_on_if_made_up_or_a_weekday_that_is_not_off(day, off, made_up):
    table = WorkingDays(date(2025, 1, 1), date(2029, 1, 1), off, made_up)
    assert table.has(day) == (day in made_up or (day.isoweekday() < 6 and day not in off))


def test_counting_forwards_and_back_agree_for_each_day_of_two_years():
    for number in range(0, 700, 13):
        day = date(2026, 1, 1) + timedelta(days=number)
        for n in (1, 2, 10):
            end = add_working_days(day, n)
            assert is_working_day(end)
            assert working_days_between(day, end) == n
            assert working_days_between(end, day) == -n
