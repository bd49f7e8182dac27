"""The seed is fixed before applications open; the public number comes from two people afterwards (W9.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from editorial.choices import BoardRole
from editorial.services.guard import system_publication
from enrolment.allocation.lots import (
    number_confirm,
    number_enter,
    seed_draw,
    seed_opened,
    seeds_draw_missing,
)
from enrolment.allocation.method import fingerprint_of
from enrolment.allocation.reading import obstacles
from enrolment.models import LotSeed
from tests.enrolment.making_applications import make_campaign
from tests.enrolment.making_places import apply, make_world, published
from tests.factories import make_member

SOURCE = "Giải nhất xổ số ngày 12/06/2026"


@pytest.fixture
def world(department, school):
    return make_world(department, school, draw_source=SOURCE)


def test_the_seed_is_drawn_when_the_campaign_is_published(department):
    campaign = make_campaign(department, opens=5, closes=9)
    with system_publication(reason="test"):
        campaign.save_revision().publish()
    seed = LotSeed.objects.get(campaign=campaign)
    assert fingerprint_of(seed_opened(seed).seed) == seed.fingerprint
    assert seed_opened(seed).seed not in seed.sealed_seed


def test_a_second_publication_keeps_the_seed(department):
    campaign = make_campaign(department, opens=5, closes=9)
    first = seed_draw(campaign=campaign)
    assert seed_draw(campaign=campaign).fingerprint == first.fingerprint


def test_the_timer_draws_what_is_missing_and_nothing_for_campaigns_that_are_over(department):
    coming = make_campaign(department, opens=1, closes=9)
    make_campaign(department, opens=-9, closes=-1)
    assert seeds_draw_missing() == 1
    assert LotSeed.objects.get().campaign_id == coming.pk
    assert seeds_draw_missing() == 0


def test_the_number_is_entered_by_one_and_confirmed_by_another(world):
    number_enter(campaign=world.campaign, number=" 482  913 ", user=world.editor)
    with pytest.raises(ValidationError) as caught:
        number_confirm(campaign=world.campaign, number="482 913", user=world.editor)
    assert caught.value.code == "second-person"
    seed = number_confirm(campaign=world.campaign, number="482 913", user=world.chief)
    assert (seed.public_number, seed.confirmed_by) == ("482 913", world.chief)
    with pytest.raises(ValidationError) as caught:
        number_enter(campaign=world.campaign, number="1", user=world.editor)
    assert caught.value.code == "confirmed"


def test_two_different_numbers_are_not_confirmed(world):
    number_enter(campaign=world.campaign, number="482913", user=world.editor)
    with pytest.raises(ValidationError) as caught:
        number_confirm(campaign=world.campaign, number="482931", user=world.chief)
    assert caught.value.code == "different"
    assert LotSeed.objects.get(campaign=world.campaign).confirmed_at is None


def test_before_the_deadline_no_number_is_taken(world):
    early = world.campaign.closes_at - timedelta(minutes=1)
    with pytest.raises(ValidationError) as caught:
        number_enter(campaign=world.campaign, number="1", user=world.editor, now=early)
    assert caught.value.code == "early"


@pytest.mark.parametrize("number", ["", "  ", "=1+1", "12|34", "9" * 201])
def test_a_number_that_could_be_read_otherwise_is_refused(world, number):
    with pytest.raises(ValidationError) as caught:
        number_enter(campaign=world.campaign, number=number, user=world.editor)
    assert caught.value.code == "number"


def test_strangers_and_authors_enter_nothing(world, school):
    for user in (make_member(school, BoardRole.CHIEF), make_member(world.department, BoardRole.AUTHOR)):
        with pytest.raises(PermissionDenied):
            number_enter(campaign=world.campaign, number="1", user=user)


def test_without_the_number_nothing_is_computed(world):
    apply(world, 30)
    assert len(obstacles(world.campaign)) == 1
    number_enter(campaign=world.campaign, number="1", user=world.editor)
    assert len(obstacles(world.campaign)) == 1
    number_confirm(campaign=world.campaign, number="1", user=world.chief)
    assert obstacles(world.campaign) == []
    assert published(world).parameters["public_number"] == "1"
