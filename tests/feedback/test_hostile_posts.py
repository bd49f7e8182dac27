"""What readers press and send besides the forms of pages: no text in any of it makes the server fail or counts for anything."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from feedback.forms import polls as paper
from feedback.models import Ballot, FeedbackCase, PollPage, UsefulCount
from feedback.views.polls import cookie_name
from privacy.models import Submission
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_page, section_of
from tests.feedback.test_polls import Voter, make_poll
from tests.privacy.hostile import STRINGS

ORIGINS = (
    "http://[",
    "http://[::1",
    "http://[v1.x]:99999/",
    "//",
    "http://a:b:c",
    "http://\u2100.example",
    "\x00",
    "x" * 5_000,
    "null",
)
"""Addresses that a browser never sends; some of them no parser reads."""


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(paper, "MIN_SECONDS", 0)


@pytest.fixture
def client(school):
    return Client(
        raise_request_exception=False,
        headers={"host": school.site.hostname, "origin": f"http://{school.site.hostname}"},
    )


@pytest.fixture
def leaf(school) -> ArticlePage:
    news = section_of(school, NewsIndexPage)
    return make_page(news, ArticlePage, title="Lịch thi", author_name="x", source_name="x")


@pytest.fixture
def poll(school) -> PollPage:
    return make_poll(school)


class TestUseful:
    def test_no_text_is_an_answer(self, client, leaf):
        for case, text in STRINGS.items():
            cache.clear()
            for data in ({"useful": text}, {"useful": [text, text]}, {text[:200]: "yes"}):
                assert client.post(f"/huu-ich/{leaf.pk}/", data).status_code == 400, case
        assert not UsefulCount.objects.exists()

    @pytest.mark.parametrize("header", ["origin", "referer", "sec-fetch-site"])
    def test_no_origin_makes_it_fail(self, school, leaf, header):
        own = Client(raise_request_exception=False, headers={"host": school.site.hostname})
        for text in ORIGINS:
            response = own.post(f"/huu-ich/{leaf.pk}/", {"useful": "yes"}, headers={header: text})
            assert response.status_code == 403, text
        assert not UsefulCount.objects.exists()


class TestVote:
    def test_no_text_is_a_vote(self, client, school, poll):
        voter = Voter(school, poll).open()
        token = {"csrfmiddlewaretoken": voter.client.cookies["csrftoken"].value}
        paper_text = voter.html.partition('name="paper" value="')[2].partition('"')[0]
        voter.client.raise_request_exception = False
        for case, text in STRINGS.items():
            cache.clear()
            key = str(poll.options.first().key)
            for data in (
                {"choice": text, "paper": paper_text},
                {"choice": [key, text], "paper": text},
                {"choice": key, "paper": f"{paper_text}{text[:500]}x"},
                {"choice": key, "paper": paper_text, "website": f"{text}x"},
            ):
                response = voter.client.post(f"/binh-chon/{poll.pk}/", token | data)
                assert response.status_code == 422, (case, response.status_code)
        assert not Ballot.objects.exists()

    def test_no_cookie_makes_the_page_of_a_poll_fail(self, client, school, poll):
        for case in ("NUL", "overlong", "outside the first plane", "quotes", "header", "deep json"):
            sent = (
                STRINGS[case][:3_000].encode().decode("latin-1")
            )  # as a server hands on the bytes of a header
            headers = {"cookie": f"{cookie_name(poll)}={sent}"}
            assert client.get(poll.relative_url(school.site), headers=headers).status_code == 200, case

    def test_no_text_in_an_address_makes_the_result_fail(self, client, poll):
        for case, text in STRINGS.items():
            response = client.get(f"/binh-chon/{poll.pk}/ket-qua.csv", {"page": text[:500], text[:50]: "x"})
            assert response.status_code in (200, 404), case


class TestErrorReport:
    def test_no_text_makes_it_fail(self, client, leaf):
        for case, text in STRINGS.items():
            cache.clear()
            for data in (
                dict.fromkeys(("kind", "message", "stamp", "website"), text),
                {"kind": text, "message": "x", "stamp": "x"},
            ):
                response = client.post(f"/bao-loi/{leaf.pk}/", data)
                assert response.status_code in (200, 422), (case, response.status_code)
        assert not FeedbackCase.objects.exists()
        assert not Submission.objects.exists()


@pytest.mark.parametrize("path", ["/tra-cuu-gop-y/", "/hoi-dap/tra-loi/"])
def test_no_text_makes_the_door_of_a_case_fail(client, path):
    for case, text in STRINGS.items():
        cache.clear()
        response = client.post(path, {"reference": text, "secret": text, "page": text[:200]})
        assert response.status_code < 500, case
