"""The short road of look-ups as it is under load: outside of any transaction, with a statement that is prepared on PostgreSQL."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from common import prepared
from common.prepared import PreparedStatement, bigint, moment, uuid_array
from enrolment.models import LookupTry
from enrolment.results import answering, lookup
from tests.enrolment.making import ask, make_exam, make_officers, published
from tests.factories import make_institution

KEYS = {"number": "00120001", "birth": "05/09/2008", "code": "ABCD-EFGH"}
outside_transactions = pytest.mark.django_db(transaction=True, serialized_rollback=True)
needs_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'", reason="prepared on PostgreSQL")


@pytest.fixture
def world():
    institution = make_institution()
    exam = make_exam(institution)
    published(exam, *make_officers(institution))
    return SimpleNamespace(institution=institution, exam=exam)


@pytest.fixture
def by_prepared(monkeypatch):
    """How often a prepared statement ran."""
    found, real = [], PreparedStatement.run
    monkeypatch.setattr(
        PreparedStatement, "run", lambda self, *values: found.append(self.name) or real(self, *values)
    )
    return found


def look(world, **entered: str):
    return ask(world.exam, world.institution, **KEYS | entered)


def shows_result(response) -> bool:
    return b"<dt>To\xc3\xa1n</dt><dd>8,25</dd>" in response.content


@outside_transactions
class TestOutsideOfTransactions:
    def test_hits_misses_and_limits_are_those_of_the_usual_road(self, world, by_prepared):
        usual, quick = look(world), look(world)
        assert shows_result(usual)
        assert usual.content == quick.content
        ours = {name: value for name, value in quick.items() if name != "X-Request-ID"}
        assert ours == {name: usual[name] for name in ours}
        missed = [look(world, code=f"WRONG-{n}00") for n in range(6)]
        assert [response.status_code for response in missed] == [200] * 5 + [429]
        assert look(world).status_code == 429
        assert not shows_result(look(world))
        assert missed[-1]["Retry-After"] == "3600"
        assert len(by_prepared) == (10 if connection.vendor == "postgresql" else 0)
        assert LookupTry.objects.count() > 1

    def test_the_other_counters_of_a_network_count_as_well(self, world, settings):
        settings.EDUSITE_LOOKUP_MISSES_NETWORK = 20
        statuses = [look(world, number=str(900 + n)).status_code for n in range(22)]
        assert statuses == [200] * 20 + [429] * 2

    @needs_postgresql
    def test_a_connection_that_was_cut_is_nothing_that_a_visitor_sees(self, world):
        look(world)
        look(world)
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        other.close()
        assert shows_result(look(world))
        assert shows_result(look(world))

    @needs_postgresql
    def test_behind_a_pooler_nothing_is_prepared(self, world, by_prepared, monkeypatch):
        monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
        assert shows_result(look(world))
        assert shows_result(look(world))
        assert by_prepared == []


@outside_transactions
@needs_postgresql
class TestPreparedStatement:
    def test_values_go_in_as_postgresql_has_them(self):
        key, when = uuid.uuid4(), datetime(1999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
        statement = PreparedStatement(
            "test_values", "SELECT $1::uuid::text, $2::bigint::text, $3::timestamptz = $4::timestamptz, $5::uuid[]::text", 5
        )  # fmt: skip
        for each in (when, when + timedelta(days=9000, microseconds=7)):
            values = (key.bytes, bigint(-7), moment(each), moment(each), uuid_array([key.bytes, key.bytes]))
            row = statement.run(connection, values)
            assert [row.get_value(0, n) for n in (0, 1, 3)] == [
                str(key).encode(), b"-7", f"{{{key},{key}}}".encode()
            ]  # fmt: skip
            with connection.cursor() as cursor:
                cursor.execute("SELECT %s::timestamptz - '2000-01-01 00:00:00+00'::timestamptz", [each])
                since = cursor.fetchone()[0]
            assert int.from_bytes(moment(each), "big", signed=True) == since // timedelta(microseconds=1)

    def test_it_is_prepared_once_for_each_connection(self):
        statement = PreparedStatement("test_once", "SELECT $1::bigint", 1)
        for _again in range(2):
            for number in range(3):
                assert statement.run(connection, (bigint(number),)).get_value(0, 0) == bigint(number)
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name = 'test_once'")
                assert cursor.fetchone() == (1,)
            connection.close()

    def test_what_goes_wrong_closes_the_connection_and_the_next_one_is_prepared_anew(self):
        statement = PreparedStatement("test_wrong", "SELECT 1 / $1::bigint", 1)
        with pytest.raises(Exception, match="division by zero"):
            statement.run(connection, (bigint(0),))
        assert connection.connection is None
        assert statement.run(connection, (bigint(1),)).get_value(0, 0) == bigint(1)


def test_within_a_transaction_nothing_is_prepared(db):
    assert prepared.can_prepare(connection) is False


def test_the_last_moment_is_the_midnight_after_the_closing_day(department):
    exam = make_exam(department, opens=-3, closes=0)
    published(exam, *make_officers(department))
    answers = lookup.answers_of(exam.translation_key)
    assert timezone.localtime(answers.ends_at).isoformat()[11:19] == "00:00:00"
    last = answers.ends_at - timedelta(microseconds=1)
    assert timezone.localdate(last) == exam.closes_on
    assert answers.is_open(last)
    assert not answers.is_open(answers.ends_at)
    assert answers.is_open(exam.results_at)
    assert not answers.is_open(exam.results_at - timedelta(microseconds=1))


class TestFrames:
    @pytest.fixture
    def clock(self, monkeypatch):
        """The clock of the frames."""
        now = [1000.0]
        monkeypatch.setattr(answering, "monotonic", lambda: now[0])
        return now

    @pytest.fixture
    def drawn(self, monkeypatch):
        """How often a frame was drawn."""
        found, real = [], answering.frame_keep
        monkeypatch.setattr(
            "enrolment.results.middleware.frame_keep", lambda *args: found.append(1) or real(*args)
        )
        return found

    def test_one_visitor_draws_a_new_one_while_others_have_the_old_one(
        self, department, clock, drawn, monkeypatch
    ):
        exam = make_exam(department)
        published(exam, *make_officers(department))
        world = SimpleNamespace(institution=department, exam=exam)
        look(world)
        look(world)
        assert len(drawn) == 1
        clock[0] += answering.FRAME_SECONDS + 1
        frame = next(iter(answering._frames[f"/ket-qua-thi/{exam.translation_key}/"].values()))
        assert not frame.is_fresh()
        assert frame.is_fresh()
        assert shows_result(look(world))
        assert len(drawn) == 1
        clock[0] += 2
        assert shows_result(look(world))
        assert len(drawn) == 2

    def test_an_old_one_goes_even_where_nobody_drew_another(self, department, clock, drawn):
        exam = make_exam(department)
        published(exam, *make_officers(department))
        world = SimpleNamespace(institution=department, exam=exam)
        look(world)
        frame = next(iter(answering._frames[f"/ket-qua-thi/{exam.translation_key}/"].values()))
        clock[0] += answering.LONGEST_SECONDS + 1
        frame.renew_at = clock[0] + 60
        assert shows_result(look(world))
        assert len(drawn) == 2

    def test_each_language_has_its_own(self, department):
        exam = make_exam(department)
        published(exam, *make_officers(department))
        world = SimpleNamespace(institution=department, exam=exam)
        look(world)
        for _again in range(2):
            host = department.site.hostname
            from django.test import Client

            english = Client().post(
                f"/en/ket-qua-thi/{exam.translation_key}/",
                KEYS,
                headers={"host": host, "origin": f"http://{host}"},
            )
            assert english.status_code == 200
            assert b"<dd>8.25</dd>" in english.content
            assert english["Content-Language"] == "en"
        assert shows_result(look(world))
        assert len(answering._frames) == 2

    def test_a_broken_database_sends_a_visitor_down_the_usual_road(self, department, monkeypatch):
        exam = make_exam(department)
        published(exam, *make_officers(department))
        world = SimpleNamespace(institution=department, exam=exam)
        look(world)

        def broken(**_values):
            raise OperationalError("gone")

        with monkeypatch.context() as patch:
            patch.setattr(answering, "result_find", broken)
            patch.setattr(connection, "close", lambda: None)
            with pytest.raises(OperationalError):
                look(world)
        assert shows_result(look(world))
