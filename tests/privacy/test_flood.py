from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.choices import BoardRole
from feedback.models import FeedbackCase
from network.models import Letter
from privacy import flood
from privacy.models import FloodBreak, FormDraft, Submission
from tests.factories import make_member
from tests.privacy.sender import Sender


@pytest.fixture(autouse=True)
def _low_limit(settings, monkeypatch):
    settings.EDUSITE_FORM_FLOOD_AN_HOUR = 2
    monkeypatch.setattr(flood, "form_kind", lambda code: (_ for _ in ()).throw(KeyError(code)))


def from_network(school, number: int) -> Sender:
    return Sender(school, REMOTE_ADDR=f"203.0.113.{number}")


def test_a_flood_from_many_networks_ends_at_a_calm_page_and_the_board_is_told_once(school):
    chief = make_member(school, BoardRole.CHIEF)
    for number in range(2):
        assert from_network(school, number).to_receipt().response.status_code == 200
    late = from_network(school, 9).to_receipt()
    assert late.response.status_code == 503
    assert late.response["Retry-After"] == "900"
    assert school.complaints_email in late.html
    for number in range(3):
        assert from_network(school, number).open().response.status_code == 503
    assert (Submission.objects.count(), FeedbackCase.objects.count()) == (2, 2)
    assert FloodBreak.objects.count() == 1
    (letter,) = Letter.objects.filter(kind="feedback.flood")
    assert letter.user == chief


def test_what_was_entered_waits_and_is_sent_after_the_break(school):
    for number in range(2):
        from_network(school, number).to_receipt()
    late = from_network(school, 9).to_receipt()
    assert FormDraft.objects.count() == 1
    flood.break_end(found=FloodBreak.objects.get())
    again = late.send({"change": "check"})
    assert again.response.status_code == 200
    again.send().send({"consent-handle": "on", "consent-contact": "on"})
    again.send(dict.fromkeys(again.share_names(), "no"))
    assert again.response.status_code == 200
    assert Submission.objects.count() == 3


def test_the_form_opens_again_by_itself_and_counts_anew(school, settings):
    now = timezone.now()
    settings.EDUSITE_FORM_BREAK_MINUTES = 5
    flood.break_begin(institution=school, form="feedback", now=now)
    assert flood.break_of(school, "feedback", now=now + timedelta(minutes=4))
    assert not flood.may_take(school, "feedback", now=now + timedelta(minutes=4))
    assert flood.break_of(school, "feedback", now=now + timedelta(minutes=5)) is None
    assert flood.may_take(school, "feedback", now=now + timedelta(minutes=5))


def test_two_requests_that_begin_a_break_at_once_make_one(school):
    assert flood.break_begin(institution=school, form="feedback")
    assert flood.break_begin(institution=school, form="feedback") is None
    assert FloodBreak.objects.count() == 1


def test_the_flood_of_one_form_closes_no_other(school, department):
    flood.break_begin(institution=school, form="feedback")
    assert flood.may_take(school, "page_error")
    assert flood.may_take(department, "feedback")


def test_old_breaks_go_after_a_year(school):
    found = flood.break_begin(institution=school, form="feedback")
    assert flood.breaks_purge(now=found.until + timedelta(days=364)) == 0
    assert flood.breaks_purge(now=found.until + timedelta(days=366)) == 1
