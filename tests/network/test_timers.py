"""Timers run when they are due, once, whatever happens to the worker."""

from __future__ import annotations

import threading
from datetime import datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from network import timers
from network.models import TimerRun, WorkerBeat
from network.services.timers import SILENT_AFTER, timer_run, timers_run_due, worker_beat, worker_end
from network.timers import Timer, register

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))  # a Wednesday
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def registry(monkeypatch):
    monkeypatch.setattr(timers, "_timers", {})


@pytest.fixture
def ran():
    return []


def named(name: str, ran: list, every: timedelta = 10 * MINUTE, **options) -> Timer:
    timer = Timer(name, name, every, lambda now: ran.append((name, now)), **options)
    register(timer)
    return timer


def names(worker: str, now: datetime) -> list[str]:
    return [one.name for one in timers_run_due(worker=worker, now=now)]


class TestDue:
    def test_a_time_of_day_before_the_timer_existed_was_not_missed(self):
        nightly = Timer("a.b", "", DAY, lambda now: None, at=time(2, 0))
        assert nightly.due_at(None, NOW, known_since=NOW) == NOW.replace(hour=2) + DAY

    def test_many_missed_nights_are_one_run(self):
        nightly = Timer("a.b", "", DAY, lambda now: None, at=time(2, 0))
        assert nightly.due_at(NOW - 5 * DAY, NOW, known_since=NOW - 9 * DAY) == NOW.replace(hour=2)
        assert nightly.due_at(NOW, NOW, known_since=NOW - 9 * DAY) == NOW.replace(hour=2) + DAY

    def test_a_weekly_timer_waits_for_its_day_in_local_time(self):
        weekly = Timer("a.b", "", 7 * DAY, lambda now: None, at=time(7, 0), weekday=0)
        due = weekly.due_at(None, NOW, known_since=NOW)
        assert timezone.localtime(due).strftime("%A %H:%M") == "Monday 07:00"
        assert due == datetime(2026, 11, 23, 7, 0, tzinfo=NOW.tzinfo)

    def test_a_name_is_taken_once(self):
        register(Timer("a.b", "", DAY, print))
        with pytest.raises(ValueError, match=r"A timer named 'a\.b' is registered already"):
            register(Timer("a.b", "", MINUTE, print))


@pytest.mark.django_db
class TestRuns:
    def test_a_timer_runs_when_due_and_not_before(self, ran):
        named("a.first", ran)
        assert names("w", NOW) == ["a.first"]
        assert names("w", NOW + 9 * MINUTE) == []
        assert names("w", NOW + 10 * MINUTE) == ["a.first"]
        assert [at for _name, at in ran] == [NOW, NOW + 10 * MINUTE]

    def test_a_failure_stops_no_other_timer_and_keeps_the_class_only(self, ran, caplog):
        def fail(now):
            raise ValueError("lan@example.edu.vn")

        register(Timer("a.bad", "", 60 * MINUTE, fail))
        named("b.good", ran)
        assert names("w", NOW) == ["a.bad", "b.good"]
        row = TimerRun.objects.get(name="a.bad")
        assert (row.outcome, row.error, row.failures, row.worker) == ("failed", "ValueError", 1, "")
        assert "lan@" not in caplog.text
        assert "lan@" not in str(TimerRun.objects.values())

    def test_a_failed_timer_is_tried_again_after_growing_waits(self):
        def fail(now):
            raise ValueError

        register(Timer("a.bad", "", DAY, fail))
        assert names("w", NOW) == ["a.bad"]
        assert names("w", NOW + 4 * MINUTE) == []
        assert names("w", NOW + 5 * MINUTE) == ["a.bad"]
        assert names("w", NOW + 19 * MINUTE) == []
        assert names("w", NOW + 20 * MINUTE) == ["a.bad"]

    def test_what_another_worker_runs_is_left_to_it_while_it_lives(self, ran):
        timer = named("a.first", ran)
        worker_beat(worker="other", now=NOW)
        TimerRun.objects.create(name="a.first", worker="other", started_at=NOW - DAY, known_since=NOW - DAY)
        assert names("w", NOW) == []
        assert timer_run(timer=timer, worker="w", now=NOW) is None
        assert names("w", NOW + SILENT_AFTER + MINUTE) == ["a.first"]

    def test_what_a_worker_that_went_had_claimed_is_free_at_once(self, ran):
        named("a.first", ran)
        worker_beat(worker="other", now=NOW)
        TimerRun.objects.create(name="a.first", worker="other", started_at=NOW - DAY, known_since=NOW - DAY)
        worker_end(worker="other")
        assert names("w", NOW) == ["a.first"]

    def test_of_two_workers_that_saw_the_same_row_one_runs_it(self, ran):
        timer = named("a.first", ran)
        seen = TimerRun.objects.create(name="a.first", known_since=NOW)
        stale = TimerRun.objects.get(name="a.first")
        assert timer_run(timer=timer, worker="one", row=seen, now=NOW)
        assert timer_run(timer=timer, worker="two", row=stale, now=NOW) is None
        assert len(ran) == 1

    def test_a_worker_that_was_taken_over_does_not_overwrite_the_other_run(self, ran):
        def taken_over(now):
            TimerRun.objects.update(worker="other", started_at=now + MINUTE)

        timer = Timer("a.first", "", DAY, taken_over)
        register(timer)
        timer_run(timer=timer, worker="w", now=NOW)
        assert TimerRun.objects.get().worker == "other"

    def test_a_timer_costs_the_same_queries_among_many(self, ran, django_assert_max_num_queries):
        for number in range(30):
            named(f"a.n{number:02}", ran, every=DAY)
        assert len(names("w", NOW)) == 30
        with django_assert_max_num_queries(2):
            assert names("w", NOW + MINUTE) == []


@pytest.mark.django_db
class TestCommand:
    def run(self, *arguments: str) -> str:
        out = StringIO()
        call_command("run_timers", *arguments, stdout=out)
        return out.getvalue()

    def test_a_named_timer_runs_although_it_is_not_due(self, ran):
        named("a.first", ran)
        assert self.run() == "a.first: ok\n"
        assert self.run() == ""
        assert self.run("--name", "a.first") == "a.first: ok\n"
        assert not WorkerBeat.objects.exists()

    def test_the_list_runs_nothing(self, ran):
        named("a.first", ran)
        assert "a.first" in self.run("--list")
        assert ran == []

    def test_a_failure_and_an_unknown_name_are_errors(self):
        register(Timer("a.bad", "", DAY, lambda now: 1 / 0))
        with pytest.raises(CommandError, match=r"failed: a\.bad"):
            self.run()
        with pytest.raises(CommandError, match=r"There is no timer named 'x\.y'"):
            self.run("--name", "x.y")


def test_the_clock_beats_and_stops(monkeypatch):
    from network.services import clock

    beaten = threading.Event()
    ended = []
    monkeypatch.setattr(clock, "worker_beat", lambda **kwargs: beaten.set())
    monkeypatch.setattr(clock, "timers_run_due", lambda **kwargs: 1 / 0)
    monkeypatch.setattr(clock, "worker_end", lambda **kwargs: ended.append(kwargs["worker"]))
    watch = clock.Clock("w", beat=0.01, look=0.01)
    watch.start()
    assert beaten.wait(5)
    watch.stop()
    assert ended == ["w"]
    assert not any(thread.is_alive() for thread in watch.threads)
