"""The health page says what is wrong, to those who may see it; monitoring reads the same."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from network.health import Level, health_read
from network.models import Letter, TimerRun
from network.services.timers import timer_rows, worker_beat
from tests.factories import make_institution, make_member, make_superuser

pytestmark = pytest.mark.django_db

TOKEN = "một-bí-mật-dài".encode().hex()


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def school(department):
    return make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", department)


def check(name: str):
    return next(one for one in health_read().checks if one.name == name)


def failed_letter(institution, user, **fields) -> Letter:
    now = timezone.now()
    fields = {"kind": "editorial.submitted", "about": {}, "key": f"{user.pk}", "state": "failed"} | fields
    return Letter.objects.create(institution=institution, user=user, created_at=now, not_before=now, **fields)


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_without_a_worker_the_page_says_so():
    assert check("worker").level == Level.FAIL
    assert "db_worker" in check("worker").text
    worker_beat(worker="w")
    assert check("worker").level == Level.OK


def test_a_letter_that_was_given_up_is_seen(school):
    assert check("letters").level == Level.OK
    failed_letter(school, make_member(school, "editor"))
    assert check("letters").level == Level.WARN
    assert check("letters").numbers["failed"] == 1


def test_a_timer_that_fails_or_is_late_is_seen():
    now = timezone.localtime().replace(hour=12)
    timer_rows(now - timedelta(days=2))
    TimerRun.objects.filter(name="network.letters").update(started_at=now, failures=3, error="ValueError")
    TimerRun.objects.filter(name="privacy.purge_expired").update(started_at=now - timedelta(days=3))
    levels = {line.timer.name: line.level for line in health_read(now=now).timers}
    assert levels["network.letters"] == Level.FAIL
    assert levels["privacy.purge_expired"] == Level.WARN


def test_a_part_that_is_away_hides_no_other(monkeypatch):
    monkeypatch.setattr("network.health.cache.set", lambda *args: 1 / 0)
    health = health_read()
    assert check("cache").numbers == {"error": "ZeroDivisionError"}
    assert {one.name for one in health.checks} >= {"database", "letters", "storage"}


@pytest.mark.parametrize(
    ("role", "of", "status"),
    [("chief", "department", 200), ("editor", "department", 302), ("chief", "school", 302)],
)
def test_who_leads_the_authority_at_the_top_sees_it(department, school, role, of, status):
    user = make_member({"department": department, "school": school}[of], role)
    assert client_of(user).get(reverse("network:health")).status_code == status


def test_the_page_holds_no_personal_data(department, school):
    editor = make_member(school, "editor")
    failed_letter(school, editor)
    html = client_of(make_superuser()).get(reverse("network:health")).content.decode()
    assert editor.email not in html
    assert editor.get_full_name() not in html


class TestDetails:
    def test_without_the_token_nothing_is_there(self, client, settings):
        assert client.get("/healthz/details").status_code == 404
        settings.EDUSITE_MONITOR_TOKEN = TOKEN
        assert client.get("/healthz/details").status_code == 404
        wrong = client.get("/healthz/details", headers={"Authorization": f"Bearer {TOKEN}x"})
        assert wrong.status_code == 404

    def test_monitoring_reads_levels_and_numbers(self, client, settings):
        settings.EDUSITE_MONITOR_TOKEN = TOKEN
        headers = {"Authorization": f"Bearer {TOKEN}"}
        answer = client.get("/healthz/details", headers=headers)
        assert answer.status_code == 503
        assert answer.json()["checks"]["worker"]["status"] == "fail"
        worker_beat(worker="w")
        answer = client.get("/healthz/details", headers=headers)
        assert "network.letters" in answer.json()["timers"]
        assert answer.json()["checks"]["letters"]["failed"] == 0


class TestLettersNotSent:
    def test_the_chief_sees_those_of_the_own_board_and_sends_them_again(self, department, school):
        other = make_institution("HS02", "Trường THPT Suối Mơ", "upper_secondary", department)
        mine = failed_letter(school, make_member(school, "editor"))
        foreign = failed_letter(other, make_member(other, "editor"))
        client = client_of(make_member(school, "chief"))
        html = client.get(reverse("network:letters")).content.decode()
        assert mine.user.get_full_name() in html
        assert foreign.user.get_full_name() not in html
        assert client.post(reverse("network:letters"), {"letter": foreign.pk}).status_code == 404
        assert client.post(reverse("network:letters"), {"letter": mine.pk}).status_code == 302
        mine.refresh_from_db()
        assert (mine.state, mine.attempts) == ("waiting", 0)

    def test_an_editor_sees_none(self, school):
        client = client_of(make_member(school, "editor"))
        assert client.get(reverse("network:letters")).status_code == 302

    def test_the_same_letter_does_not_wait_twice(self, school):
        user = make_member(school, "editor")
        first = failed_letter(school, user)
        failed_letter(school, user, state="waiting")
        client = client_of(make_member(school, "chief"))
        client.post(reverse("network:letters"), {"letter": first.pk})
        first.refresh_from_db()
        assert first.state == "failed"
