"""Places that nobody confirmed in time (W9.4)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from enrolment.applications import registries
from enrolment.choices import AllocationState, ApplicationState, WishOutcome
from enrolment.models import Allocation
from enrolment.processing.closing import places_lapse_due
from tests.enrolment.making_applications import make_application

DUE = date(2026, 7, 10)
NOW = datetime(2026, 7, 11, 2, tzinfo=UTC)


@pytest.fixture
def freed(monkeypatch):
    found = []
    monkeypatch.setattr(registries, "_on_free", {"test": found.append})
    return found


@pytest.fixture
def admitted(world):
    return make_application(
        world.campaign,
        (world.school, "chuyen", {"outcome": WishOutcome.ADMITTED}),
        state=ApplicationState.ADMITTED,
        due_on=DUE,
    )


def test_a_place_lapses_on_the_day_after_and_goes_to_the_next(admitted, world, freed):
    assert places_lapse_due(now=NOW - timedelta(days=1)) == 0
    assert places_lapse_due(now=NOW) == 1
    admitted.refresh_from_db()
    assert admitted.state == ApplicationState.LAPSED
    assert admitted.wishes.get().outcome == WishOutcome.GIVEN_UP
    assert admitted.entries.get().is_shown
    assert [(p.school_id, p.track) for p in freed] == [(world.school.pk, "chuyen")]
    assert places_lapse_due(now=NOW) == 0


def test_nothing_lapses_while_the_assignment_gives_time(admitted, world, freed):
    Allocation.objects.create(
        campaign=world.campaign,
        number=1,
        state=AllocationState.PUBLISHED,
        confirm_until=DUE + timedelta(days=3),
    )
    assert places_lapse_due(now=NOW) == 0
    assert places_lapse_due(now=NOW + timedelta(days=3)) == 1


def test_a_confirmed_place_stays(admitted, freed):
    admitted.state = ApplicationState.CONFIRMED
    admitted.save()
    assert places_lapse_due(now=NOW) == 0
    assert freed == []
