"""Places are given by a method whose promises hold for any wishes (W9.4)."""

from __future__ import annotations

import hashlib
import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrolment.allocation.method import (
    ADMITTED,
    REFUSED,
    UNNEEDED,
    WAITING,
    Rules,
    Wished,
    allocate,
    digest_of,
    fingerprint_of,
    input_lines,
    lot_of,
)

SEED, NUMBER = "5e" * 32, "482913"
SCORES = Rules(by_score=True, uses_catchment=True)
LOTS = Rules(by_score=False, uses_catchment=False)
PLACES = ("1/a", "1/b", "2/a")


@st.composite
def worlds(draw, people: int = 7, places: tuple[str, ...] = PLACES):
    """Few scores and groups, so that ties are the rule; quotas from none to enough."""
    quotas = {place: draw(st.integers(0, 3)) for place in places}
    wishes = []
    for number in range(draw(st.integers(0, people))):
        named = draw(st.permutations(places))[: draw(st.integers(0, len(places)))]
        for position, place in enumerate(named, 1):
            wishes.append(
                Wished(
                    f"C{number}",
                    position,
                    place,
                    draw(st.booleans()) and draw(st.booleans()),
                    draw(st.integers(0, 2)),
                    draw(st.sampled_from((1000, 2000, 2500, None))),
                )
            )
    rules = Rules(draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))
    return wishes, quotas, rules


def given_to(wishes, quotas, rules, **others):
    return allocate(wishes, quotas, rules, **{"seed": SEED, "public_number": NUMBER} | others)


def places_in(outcome) -> dict[str, str]:
    return {one.code: one.place for one in outcome.placed if one.outcome == ADMITTED}


def ranks_in(outcome) -> dict[tuple[str, str], int]:
    return {(one.code, one.place): one.rank for one in outcome.placed if one.rank}


def blocking(wishes, quotas, ranks, places) -> list[tuple[str, str]]:
    """Child and class that would both rather have each other."""
    found = []
    for wish in wishes:
        if (wish.code, wish.place) not in ranks:
            continue
        own = [w.place for w in sorted(wishes) if w.code == wish.code]
        has = places.get(wish.code)
        if has is not None and own.index(has) <= own.index(wish.place):
            continue
        inside = [code for code, place in places.items() if place == wish.place]
        worse = [code for code in inside if ranks[code, wish.place] > ranks[wish.code, wish.place]]
        if len(inside) < quotas[wish.place] or worse:
            found.append((wish.code, wish.place))
    return found


def all_stable(wishes, quotas, ranks):
    """Every stable assignment, found by trying all of them."""
    people = sorted({wish.code for wish in wishes})
    options = [[None, *(w.place for w in wishes if w.code == p and (p, w.place) in ranks)] for p in people]
    for chosen in itertools.product(*options):
        places = {p: place for p, place in zip(people, chosen, strict=True) if place}
        fits = all(list(places.values()).count(place) <= quota for place, quota in quotas.items())
        if fits and not blocking(wishes, quotas, ranks, places):
            yield places


@settings(max_examples=150, deadline=None)
@given(worlds(people=5))
def test_nobody_could_have_a_better_place_without_taking_it_from_somebody_before_them(world):
    wishes, quotas, rules = world
    outcome = given_to(wishes, quotas, rules)
    places, ranks = places_in(outcome), ranks_in(outcome)
    assert blocking(wishes, quotas, ranks, places) == []
    position = {(w.code, w.place): w.position for w in wishes}
    for other in all_stable(wishes, quotas, ranks):
        for code, place in other.items():
            assert position[code, places[code]] <= position[code, place]


@settings(max_examples=150, deadline=None)
@given(worlds(people=12))
def test_quotas_are_kept_and_each_child_has_one_place_at_the_most(world):
    wishes, quotas, rules = world
    outcome = given_to(wishes, quotas, rules)
    admitted = [one for one in outcome.placed if one.outcome == ADMITTED]
    assert len({one.code for one in admitted}) == len(admitted)
    for place, total in outcome.totals.items():
        inside = [one for one in admitted if one.place == place]
        assert len(inside) == total.admitted <= quotas[place]
        assert total.last is None if not inside else total.last.rank == max(one.rank for one in inside)


@settings(max_examples=120, deadline=None)
@given(worlds(people=5), st.randoms(use_true_random=False))
def test_the_true_order_of_wishes_is_the_best_one(world, chance):
    wishes, quotas, rules = world
    people = sorted({wish.code for wish in wishes})
    if not people:
        return
    code = chance.choice(people)
    own = sorted(wish for wish in wishes if wish.code == code)
    order = [wish.place for wish in own]
    true_place = places_in(given_to(wishes, quotas, rules)).get(code)
    true_value = order.index(true_place) if true_place else len(order)
    others = [wish for wish in wishes if wish.code != code]
    for size in range(len(own) + 1):
        for chosen in itertools.permutations(own, size):
            lie = [wish._replace(position=number) for number, wish in enumerate(chosen, 1)]
            place = places_in(given_to([*others, *lie], quotas, rules)).get(code)
            assert true_value <= (order.index(place) if place else len(order))


@settings(max_examples=100, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_wishes_come_does_not_matter(world, chance):
    wishes, quotas, rules = world
    mixed = list(wishes)
    chance.shuffle(mixed)
    turned = dict(reversed(quotas.items()))
    assert given_to(mixed, turned, rules) == given_to(wishes, quotas, rules)
    assert input_lines(mixed, turned, rules) == input_lines(wishes, quotas, rules)


@settings(max_examples=120, deadline=None)
@given(worlds(), st.sampled_from(PLACES))
def test_more_places_make_nobody_worse_off(world, grown):
    wishes, quotas, rules = world
    position = {(w.code, w.place): w.position for w in wishes}
    before = places_in(given_to(wishes, quotas, rules))
    after = places_in(given_to(wishes, quotas | {grown: quotas[grown] + 1}, rules))
    for code, place in before.items():
        assert position[code, after[code]] <= position[code, place]


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_outcomes_follow_from_the_wish_that_was_fulfilled(world):
    wishes, quotas, rules = world
    outcome = given_to(wishes, quotas, rules)
    held = {one.code: one.position for one in outcome.placed if one.outcome == ADMITTED}
    behind = WAITING if rules.has_waiting_list else REFUSED
    for one in outcome.placed:
        has = held.get(one.code)
        if not one.rank:
            assert one.outcome == REFUSED
        elif has is not None and one.position > has:
            assert one.outcome == UNNEEDED
        elif one.position != has:
            assert one.outcome == behind
        assert (one.waiting is not None) == (one.outcome == WAITING)


def test_within_a_class_priority_comes_before_catchment_before_score_before_lot():
    wishes = [
        Wished("nobody", 1, "1/a", group=0, score=3000),
        Wished("near", 1, "1/a", group=1, score=1000),
        Wished("nearer-by-score", 1, "1/a", group=1, score=1001),
        Wished("second", 1, "1/a", group=2, score=3000),
        Wished("first", 1, "1/a", is_first=True, score=None),
    ]
    ranks = ranks_in(given_to(wishes, {"1/a": 5}, SCORES))
    order = sorted(ranks, key=ranks.get)
    assert [code for code, _place in order] == ["first", "nearer-by-score", "near", "second", "nobody"]


def test_equal_children_are_put_in_order_by_lot_and_share_a_block():
    wishes = [Wished(f"C{n}", 1, "1/a", score=n) for n in range(20)]
    placed = given_to(wishes, {"1/a": 3}, LOTS).placed
    by_rank = sorted(placed, key=lambda one: one.rank)
    assert [one.lot for one in by_rank] == sorted(one.lot for one in placed)
    assert {one.block for one in placed} == {1}


def test_a_wish_without_score_is_not_ranked():
    wishes = [Wished("absent", 1, "1/a"), Wished("there", 1, "1/a", score=0)]
    outcome = given_to(wishes, {"1/a": 2}, SCORES)
    assert {one.code: (one.rank, one.outcome) for one in outcome.placed} == {
        "absent": (0, REFUSED),
        "there": (1, ADMITTED),
    }


def test_a_lot_can_be_recomputed_with_sha256sum():
    text = f"{SEED}|{NUMBER}|ABCD-EFGH"
    assert lot_of(SEED, NUMBER, "ABCD-EFGH") == hashlib.sha256(text.encode()).hexdigest()[:16]
    assert fingerprint_of(SEED) == hashlib.sha256(SEED.encode()).hexdigest()


def test_another_public_number_gives_other_lots():
    wishes = [Wished(f"C{n}", 1, "1/a") for n in range(30)]
    one = given_to(wishes, {"1/a": 10}, LOTS)
    other = given_to(wishes, {"1/a": 10}, LOTS, public_number="482914")
    assert places_in(one) != places_in(other)


@pytest.mark.parametrize(
    ("wishes", "quotas", "text"),
    [
        ([Wished("A", 1, "9/x")], {"1/a": 1}, "No quota for 9/x."),
        ([Wished("A", 1, "1/a"), Wished("A", 2, "1/a")], {"1/a": 1}, "A wish of A stands twice."),
        ([], {"1/a": -1}, "A quota is negative."),
    ],
)
def test_what_cannot_be_right_is_refused(wishes, quotas, text):
    with pytest.raises(ValueError, match=text.replace(".", r"\.")):
        given_to(wishes, quotas, LOTS)


def test_scores_in_a_salted_hash_cannot_be_tried_out():
    lines = input_lines([Wished("A", 1, "1/a", score=1)], {"1/a": 1}, SCORES)
    assert digest_of(lines, salt="x") != digest_of(lines, salt="y") != digest_of(lines)


def test_five_thousand_children_at_sixty_classes_fill_every_place():
    chance = random.Random(4)
    places = [f"{number}/a" for number in range(60)]
    wishes = [
        Wished(f"C{n:06}", position, place, False, chance.randrange(3), chance.randrange(0, 30000, 250))
        for n in range(5_000)
        for position, place in enumerate(chance.sample(places, 3), 1)
    ]
    outcome = given_to(wishes, dict.fromkeys(places, 75), SCORES)
    assert sum(total.admitted for total in outcome.totals.values()) == 4_500
