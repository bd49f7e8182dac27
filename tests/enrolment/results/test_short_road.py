"""The short road of look-ups as it is under load: outside of any transaction, with a statement that is prepared on PostgreSQL."""

from __future__ import annotations

import contextlib
import io
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import pytest
from django.db import OperationalError, connection
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils import timezone

from common.prepared import PreparedStatement
from edusite import wsgi
from enrolment.models import LookupTry
from enrolment.results import answering, lookup, short_road
from tests.enrolment.making import ask, ask_at, make_exam, make_officers, published
from tests.factories import make_institution

KEYS = {"number": "00120001", "birth": "05/09/2008", "code": "ABCD-EFGH"}
outside_transactions = pytest.mark.django_db(transaction=True, serialized_rollback=True)


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


def cut(monkeypatch) -> None:
    """The server ends the connection; on SQLite, which has none, a statement fails once."""
    if connection.vendor == "postgresql":
        other = connection.copy()
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
        other.close()
        return
    real, broken = answering.result_find, [OperationalError("the connection is lost")]

    def once(**values):
        if broken:
            raise broken.pop()
        return real(**values)

    monkeypatch.setattr(answering, "result_find", once)


def shows_result(response) -> bool:
    return b"<dt>To\xc3\xa1n</dt><dd>8,25</dd>" in response.content


@outside_transactions
class TestOutsideOfTransactions:
    def test_hits_misses_and_limits_are_those_of_the_usual_road(self, world, by_prepared):
        usual, quick = look(world), look(world)
        assert (usual.took_short_road, quick.took_short_road) == (False, True)
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

    def test_a_connection_that_was_cut_is_nothing_that_a_visitor_sees(self, world, monkeypatch):
        look(world)
        look(world)
        with monkeypatch.context() as patch:
            cut(patch)
            assert shows_result(look(world))
        assert shows_result(look(world))

    def test_behind_a_pooler_nothing_is_prepared(self, world, by_prepared, monkeypatch):
        monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
        assert shows_result(look(world))
        assert shows_result(look(world))
        assert by_prepared == []


class Served:
    """What a web server of the installation says to a request as it came."""

    def __init__(self, world, body: bytes = urlencode(KEYS).encode(), **environ: str) -> None:
        host = world.institution.site.hostname
        self.environ = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": f"/ket-qua-thi/{world.exam.translation_key}/",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "192.0.2.1",
            "HTTP_HOST": host,
            "HTTP_ORIGIN": f"http://{host}",
            "CONTENT_TYPE": short_road.FORM,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
        } | environ
        setup_testing_defaults(self.environ)
        self.django = []
        """The requests that Django was asked."""

    def __call__(self, environ, start_response):
        self.django.append(environ)
        return wsgi.application.application(environ, start_response)

    def answer(self) -> tuple[str, dict[str, str], bytes]:
        said = []
        parts = short_road.LookupsFirst(self)(self.environ, lambda *line: said.append(line))
        with contextlib.closing(parts) if hasattr(parts, "close") else contextlib.nullcontext():
            body = b"".join(parts)
        (status, headers), *_no_more = said
        return status, dict(headers), body


@outside_transactions
class TestServer:
    """Of the WSGI application, which Django's test client goes around."""

    def test_the_second_look_up_is_answered_before_django(self, world):
        usual, quick = Served(world), Served(world)
        first, second = usual.answer(), quick.answer()
        assert (len(usual.django), len(quick.django)) == (1, 0)
        assert second[0] == first[0] == "200 OK"
        assert second[2] == first[2]
        assert b"<dt>To\xc3\xa1n</dt><dd>8,25</dd>" in second[2]
        assert {**second[1], "X-Request-ID": ""} == {**first[1], "X-Request-ID": ""}
        assert second[1]["Content-Length"] == str(len(second[2]))

    def test_too_many_tries_are_told_when_to_come_back(self, world, settings):
        settings.EDUSITE_LOOKUP_MISSES_NUMBER = 1
        Served(world).answer()
        for _again in range(2):
            found = Served(world, urlencode(KEYS | {"code": "WRONG"}).encode())
            status, headers, _body = found.answer()
        assert (status, headers["Retry-After"], found.django) == ("429 Too Many Requests", "3600", [])

    @pytest.mark.parametrize(
        "body",
        [
            urlencode(KEYS | {"more": "x" * short_road.LONGEST_FORM}).encode(),
            b"\xff&" + urlencode(KEYS).encode(),
            b"&".join([urlencode(KEYS).encode(), *(b"more=" for _again in range(10))]),
        ],
        ids=["long", "no UTF-8", "many fields"],
    )
    def test_what_is_no_short_plain_form_goes_on_whole(self, world, body):
        Served(world).answer()
        other = Served(world, body)
        status, _headers, page = other.answer()
        assert (status, len(other.django)) == ("200 OK", 1)
        assert b"<dd>8,25</dd>" in page

    def test_a_form_in_parts_goes_on_whole(self, world):
        Served(world).answer()
        body = encode_multipart(BOUNDARY, KEYS)
        other = Served(world, body, CONTENT_TYPE=MULTIPART_CONTENT)
        assert b"<dd>8,25</dd>" in other.answer()[2]
        assert len(other.django) == 1

    @pytest.mark.parametrize("length", ["", "-1", "0"])
    def test_a_length_that_is_none_is_left_to_django(self, world, length):
        Served(world).answer()
        other = Served(world, CONTENT_LENGTH=length)
        assert other.answer()[0] == "422 Unprocessable Entity"
        assert len(other.django) == 1

    @pytest.mark.parametrize("origin", ["https://evil.example", "", "null"])
    def test_another_site_is_refused_before_django(self, world, origin):
        Served(world).answer()
        other = Served(world, HTTP_ORIGIN=origin)
        assert (other.answer()[0], other.django) == ("403 Forbidden", [])

    def test_a_frame_serves_its_own_host_and_scheme_only(self, world):
        Served(world).answer()
        for other in (
            Served(world, HTTP_HOST=f"{world.institution.site.hostname}:8000"),
            Served(world, HTTP_X_FORWARDED_PROTO="https"),
        ):
            other.answer()
            assert len(other.django) == 1

    def test_the_connection_is_left_as_django_leaves_it(self, world, monkeypatch):
        Served(world).answer()
        ended = []
        monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: ended.append(True))
        Served(world).answer()
        assert ended == [True]


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


class TestWhatAnswers:
    """Which version answers is asked by one visitor; nobody waits for that, unless what is known is too old."""

    @pytest.fixture
    def asked(self, monkeypatch):
        clock, begun, goes_on, told = [100.0], threading.Event(), threading.Event(), ["old", "new"]

        def read(key):
            if len(told) == 1:
                begun.set()
                assert goes_on.wait(20)
            return told.pop(0)

        monkeypatch.setattr(lookup, "_read", read)
        monkeypatch.setattr(lookup, "monotonic", lambda: clock[0])
        lookup.answers_forget()
        yield SimpleNamespace(clock=clock, begun=begun, goes_on=goes_on, key=uuid.uuid4())
        lookup.answers_forget()

    @pytest.mark.parametrize("age", [lookup.FRESH_SECONDS, lookup.LONGEST_SECONDS])
    def test_others_are_told_what_was_known_while_one_asks(self, asked, age):
        assert lookup.answers_of(asked.key) == lookup.answers_of(asked.key) == "old"
        asked.clock[0] += age
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(lookup.answers_of, asked.key)
            assert asked.begun.wait(20)
            other = pool.submit(lookup.answers_of, asked.key)
            if age < lookup.LONGEST_SECONDS:
                assert other.result(20) == "old"
            else:
                assert not other.done()
            asked.goes_on.set()
            assert first.result(20) == "new"
            assert other.result(20) == ("old" if age < lookup.LONGEST_SECONDS else "new")
        assert lookup.answers_of(asked.key) == "new"


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
        frame = next(iter(answering.frames[f"/ket-qua-thi/{exam.translation_key}/"].values()))
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
        frame = next(iter(answering.frames[f"/ket-qua-thi/{exam.translation_key}/"].values()))
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
            english = ask_at(f"/en/ket-qua-thi/{exam.translation_key}/", department, **KEYS)
            assert english.status_code == 200
            assert b"<dd>8.25</dd>" in english.content
            assert english["Content-Language"] == "en"
        assert shows_result(look(world))
        assert len(answering.frames) == 2

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
