"""What each process keeps of a form that very many send at once: for how long, and what ends it."""

import time

import pytest
from django.db import OperationalError

from privacy import flood, gates, short_road
from privacy.models import Purpose, SentForm
from tests.privacy.rushing import last, post, send
from tests.privacy.sender import Sender

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("rush")]


def grown_old(**times: float) -> None:
    for gate in gates._gates.values():
        for name, value in times.items():
            setattr(gate, name, value)


def test_one_visitor_has_it_drawn_anew_and_the_others_go_on(school, roads):
    send(last(Sender(school)))
    people = [last(Sender(school)) for _each in range(3)]
    grown_old(fresh_until=0, drawn_until=time.monotonic() - 1)
    roads.clear()
    for person in people:
        send(person)
    assert roads == [False, True, True]


def test_nobody_is_sent_round_while_everything_is_as_it_was(school, roads):
    send(last(Sender(school)))
    people = [last(Sender(school)) for _each in range(2)]
    for moment in ({"fresh_until": 0}, {"fresh_until": 0, "stale_at": 0}):
        grown_old(**moment)
        send(people.pop())
        assert roads[-1] is True
    assert all(gate.fresh_until > time.monotonic() for gate in gates._gates.values())


def test_without_a_new_drawing_the_short_road_ends(school, roads):
    send(last(Sender(school)))
    person = last(Sender(school))
    grown_old(drawn_until=time.monotonic() - gates.STALE_SECONDS - 1)
    send(person)
    assert roads[-1] is False


def broken(school):
    flood.break_begin(institution=school, form="feedback")


def reworded(school):
    Purpose.objects.filter(institution=school, form="feedback").update(text="một mục đích khác")


def without_purpose(school):
    Purpose.objects.filter(institution=school, form="feedback").update(is_active=False)


def renamed(school):
    type(school).objects.filter(pk=school.pk).update(name="Trường khác")


@pytest.mark.parametrize(
    ("change", "status"),
    [(broken, 503), (reworded, 422), (without_purpose, 503), (renamed, 422)],
)
def test_what_changed_is_found_by_the_next_who_compares(school, roads, change, status):
    send(last(Sender(school)))
    person = last(Sender(school))
    change(school)
    grown_old(fresh_until=0)
    before = SentForm.objects.count()
    data = person.hidden() | dict.fromkeys(person.share_names(), "no")
    assert post(person, data).status_code == status
    assert roads[-1] is False
    assert not gates._gates
    assert SentForm.objects.count() == before


def test_a_receipt_has_the_headers_of_all_the_others(school, roads):
    first, second = send(last(Sender(school))).response, send(last(Sender(school))).response
    assert roads[-1]
    assert dict(second.items()).keys() == dict(first.items()).keys() - {"Content-Length"}
    for name in (
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
    ):
        assert second[name] == first[name]
    assert not second.cookies


def test_a_connection_that_is_gone_sends_the_visitor_the_usual_road(school, roads, monkeypatch):
    send(last(Sender(school)))
    person, closed = last(Sender(school)), []

    def gone(**values):
        raise OperationalError("gone")

    monkeypatch.setattr(short_road, "form_acknowledge", gone)
    monkeypatch.setattr(short_road.connection, "close", lambda: closed.append(1))
    assert len(send(person).codes()) == 2
    assert (roads[-1], closed) == (False, [1])
