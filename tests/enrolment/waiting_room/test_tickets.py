"""Tickets say who is next by arithmetic, and nobody writes one."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrolment.waiting_room.tickets import VALID_MINUTES, Pace, Ticket

NOW = 1_800_000_000.0


def pace(**changes) -> Pace:
    values = {
        "key": uuid.UUID(int=7),
        "opening": int(NOW),
        "per_minute": 60,
        "base_at": NOW,
        "base_position": 0.0,
        "closes": NOW + 7200,
    }
    return Pace(**values | changes)


def test_a_ticket_waits_as_long_as_the_door_needs_to_come_to_it():
    room = pace()
    assert room.seconds_until(Ticket(90, 90.0), NOW) == 90
    assert room.seconds_until(Ticket(90, 90.0), NOW + 60) == 30
    assert room.seconds_until(Ticket(90, 90.0), NOW + 90) == 0
    assert room.people_before(Ticket(90, 90.0), NOW) == 89
    assert room.people_before(Ticket(90, 90.0), NOW + 89.5) == 0


def test_before_the_door_opens_everybody_waits_for_it_first():
    room = pace(base_at=NOW + 600)
    assert room.seconds_until(Ticket(1, 1.0), NOW) == 601
    assert room.door(NOW + 599) == 0


def test_a_turn_is_over_some_time_after_it_came():
    room = pace()
    assert not room.is_late(Ticket(1, 1.0), NOW + VALID_MINUTES * 60)
    assert room.is_late(Ticket(1, 1.0), NOW + VALID_MINUTES * 60 + 2)


@given(st.integers(1, 10**9), st.floats(0, 10**9))
def test_what_was_written_is_read_again(number, position):
    found = pace().read(pace().write(Ticket(number, position)))
    assert found.number == number
    assert abs(found.position - position) < 0.001


@given(st.text(max_size=60))
def test_no_other_text_is_a_ticket(text):
    assert pace().read(text) is None


@pytest.mark.parametrize("changes", [{"opening": int(NOW) + 1}, {"key": uuid.UUID(int=8)}])
def test_a_ticket_of_another_room_or_day_is_none(changes):
    assert pace(**changes).read(pace().write(Ticket(3, 3.0))) is None


def test_a_ticket_that_was_changed_is_none(settings):
    text = pace().write(Ticket(300, 300.0))
    number, position, signature = text.split(".")
    assert pace().read(f"3.{position}.{signature}") is None
    assert pace().read(f"{number}.3000.{signature}") is None
    settings.SECRET_KEY = "another"
    assert pace().read(text) is None
