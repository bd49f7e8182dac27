"""Waiting lists move up while places become free, to better wishes too, until their phase ends (W9.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from enrolment.allocation import waiting
from enrolment.allocation.waiting import campaign_move, lists_end, lists_move
from enrolment.applications.states import application_move
from enrolment.choices import ApplicationState, WishOutcome
from enrolment.models import ApplicationEntry
from tests.enrolment.making_places import apply, make_world, places, published
from tests.privacy.conftest import _build as _two
from tests.support.worlds import kept_for_module, own_copy

STATES = ApplicationState


def _build():
    """Six children want class ``a`` (two places), then ``b`` (three): two, three, and one who waits."""
    two = _two()
    world = make_world(two.department, two.school)
    world.people = [apply(world, 30 - number) for number in range(6)]
    world.run = published(world)
    world.moment = timezone.now() + timedelta(days=8)
    return world


@pytest.fixture(scope="module")
def _kept_world(request, django_db_setup, django_db_blocker):
    yield from kept_for_module(request, django_db_blocker, _build)


@pytest.fixture
def world(_kept_world, db):
    return own_copy(_kept_world, _build)


def gives_up(application) -> None:
    application_move(application=application, to=STATES.DECLINED)


def test_before_the_phase_nothing_moves(world):
    gives_up(world.people[0])
    assert campaign_move(campaign=world.campaign) == []


def test_a_free_place_moves_a_later_place_up_and_that_one_goes_on(world):
    gives_up(world.people[0])
    moves = campaign_move(campaign=world.campaign, now=world.moment)
    third, last = world.people[2], world.people[5]
    assert [(move.application_id, move.left != "") for move in moves] == [(third.pk, True), (last.pk, False)]
    found = places(world)
    assert (found[third.lot_code], found[last.lot_code]) == ("a", "b")
    last.refresh_from_db()
    assert (last.state, last.state_at) == (STATES.ADMITTED, world.moment)
    assert last.due_on > timezone.localdate(world.moment)


def test_a_second_move_changes_nothing(world):
    gives_up(world.people[0])
    campaign_move(campaign=world.campaign, now=world.moment)
    before, lines = places(world), ApplicationEntry.objects.count()
    assert campaign_move(campaign=world.campaign, now=world.moment) == []
    assert (places(world), ApplicationEntry.objects.count()) == (before, lines)


def test_a_confirmation_holds_for_the_better_place(world):
    third = world.people[2]
    application_move(application=third, to=STATES.CONFIRMED)
    gives_up(world.people[1])
    campaign_move(campaign=world.campaign, now=world.moment)
    third.refresh_from_db()
    assert third.state == STATES.CONFIRMED
    assert places(world)[third.lot_code] == "a"
    text = ApplicationEntry.objects.filter(application=third).last().unseal_field("sealed_text")
    assert "1" in text
    assert "2" in text


def test_who_left_is_passed_over(world):
    gives_up(world.people[2])
    gives_up(world.people[0])
    moves = campaign_move(campaign=world.campaign, now=world.moment)
    assert world.people[2].pk not in {move.application_id for move in moves}
    assert places(world)[world.people[3].lot_code] == "a"


def test_no_class_ever_holds_more_than_its_quota(world):
    for application in world.people[:3]:
        gives_up(application)
    lists_move(now=world.moment)
    held = [one for one in world.people if places(world).get(one.lot_code)]
    by_class = [places(world)[one.lot_code] for one in held if one not in world.people[:3]]
    assert sorted(by_class) == ["a", "a", "b"]


def test_the_lists_end_with_their_phase(world):
    end = timezone.now() + timedelta(days=28)
    assert lists_end(now=end) == 1
    last = world.people[5]
    last.refresh_from_db()
    assert last.state == STATES.NOT_ADMITTED
    assert not last.wishes.filter(outcome=WishOutcome.WAITING).exists()
    assert lists_end(now=end) == 0
    gives_up(world.people[0])
    assert campaign_move(campaign=world.campaign, now=world.moment) == []


def test_lists_that_go_on_are_not_ended(world):
    assert lists_end(now=world.moment) == 0


def test_moves_are_made_in_parts_with_the_same_outcome(world, monkeypatch):
    """A place that a move leaves is found by the next transaction, also where a worker was killed between two."""
    monkeypatch.setattr(waiting, "PART", 1)
    gives_up(world.people[0])
    calls = []

    def killed(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return move_some(*args)

    move_some = waiting._move_some
    monkeypatch.setattr(waiting, "_move_some", killed)
    with pytest.raises(KeyboardInterrupt):
        campaign_move(campaign=world.campaign, now=world.moment)
    monkeypatch.setattr(waiting, "_move_some", move_some)
    third, last = world.people[2], world.people[5]
    assert places(world)[third.lot_code] == "a"
    assert last.lot_code not in places(world)
    moves = campaign_move(campaign=world.campaign, now=world.moment)
    assert [move.application_id for move in moves] == [last.pk]
    assert places(world)[last.lot_code] == "b"


def test_a_family_that_gives_up_at_the_same_moment_is_passed_over(world, monkeypatch):
    """It answers between the look at the list and the lock: the lock is taken first on the application, as the family does."""
    lock, third = waiting.application_locked, world.people[2]

    def late(application):
        if application.pk == third.pk and application.state == STATES.ADMITTED:
            application_move(application=third, to=STATES.DECLINED)
        return lock(application)

    gives_up(world.people[0])
    monkeypatch.setattr(waiting, "application_locked", late)
    moves = campaign_move(campaign=world.campaign, now=world.moment)
    assert third.pk not in {move.application_id for move in moves}
    assert places(world)[world.people[3].lot_code] == "a"
