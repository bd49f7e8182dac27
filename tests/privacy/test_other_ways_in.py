"""What people say by another way than the form of a page: nothing of it is found anywhere either. A report of an error, an
opinion and a request that came on paper, a request at the door of rights, a lost code, a vote."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from feedback.forms import polls as paper
from feedback.models import Ballot, BallotBox, PollOption
from privacy.models import SubjectRequest, Submission
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_member, make_page, section_of
from tests.feedback.participation import make_consultation, signed_in
from tests.feedback.test_polls import Voter, make_poll
from tests.privacy.remains import caches_holding, storage_holding
from tests.privacy.rights.visitor import Visitor
from tests.privacy.sender import Sender, tables_holding

MARKER = "DAUVET8QX"
MAIL = f"{MARKER.lower()}@example.org"


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


def error_report(school, chief) -> None:
    news = section_of(school, NewsIndexPage)
    leaf = make_page(news, ArticlePage, title="Lịch thi", author_name="x", source_name="x")
    sender = Sender(school, f"/bao-loi/{leaf.pk}/").open()
    assert sender.send({"kind": "wrong", "message": MARKER}).response.status_code == 200
    assert MARKER in str(Submission.objects.get().unseal_field("sealed_answers"))


def opinion_on_paper(school, chief) -> None:
    page = make_consultation(school)
    said = {"text-general": MARKER, "whom": "self", "name": MARKER, "email": MAIL, "agreed": "on"}
    url = reverse("consultation_paper", args=[page.translation_key])
    response = signed_in(chief).post(url, said | {"received_on": f"{timezone.localdate():%Y-%m-%d}"})
    assert response.status_code == 200
    assert MARKER in str(Submission.objects.get().unseal_field("sealed_answers"))


def request_on_paper(school, chief) -> None:
    values = {
        "institution": school.pk,
        "kind": "view",
        "method": "paper",
        "actor": "self",
        "received": f"{timezone.localdate():%Y-%m-%d}",
        "contact": MAIL,
        "detail": f"Tôi là {MARKER}",
    }
    assert signed_in(chief).post(reverse("privacy_request_new"), values).status_code == 302
    assert SubjectRequest.objects.exists()


def request_at_the_door(school, chief) -> None:
    visitor = Visitor(Sender(school))
    visitor.open().act("ask")
    visitor.confirm(kind="complain", text=f"Tôi là {MARKER}, không đồng ý.")
    assert SubjectRequest.objects.exists()


def lost_code(school, chief) -> None:
    Sender(school).to_receipt(email=MAIL)
    sender = Sender(school, reverse("privacy_lost_code")).open()
    sender.send({"contact": MAIL, "explanation": f"Tôi là {MARKER}, gửi hôm qua."})
    assert SubjectRequest.objects.exists()


def vote(school, chief) -> None:
    """Nothing can be written; the number of the ballot paper and the network are what could tell somebody."""
    poll = make_poll(school)
    voter = Voter(school, poll, REMOTE_ADDR="203.0.113.77", HTTP_USER_AGENT=MARKER).open()
    voter.vote(PollOption.objects.filter(page=poll).first().key)
    assert Ballot.objects.count() == BallotBox.objects.get().votes == 1
    assert tables_holding("203.0.113.77") == []
    (nonce,) = [cookie.value for name, cookie in voter.client.cookies.items() if name.startswith("phieu-")]
    assert tables_holding(nonce) == []


WAYS = (error_report, opinion_on_paper, request_on_paper, request_at_the_door, lost_code, vote)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_of_it_is_found_anywhere(
    school, chief, way: Callable, caplog, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(paper, "MIN_SECONDS", 0)
    caplog.set_level(logging.DEBUG)
    with django_capture_on_commit_callbacks(execute=True):
        way(school, chief)
    for marker in (MARKER, MARKER.lower()):
        assert tables_holding(marker) == []
        assert storage_holding(marker) == []
        assert caches_holding(marker) == []
        assert marker not in caplog.text
        assert not [m for m in mail.outbox if marker in m.message().as_string() + m.subject + m.body]
