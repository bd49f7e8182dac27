"""Polls: votes, results, who sees what (W10.7)."""

import csv
import io
import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.services.guard import system_publication
from feedback.choices import PollState
from feedback.forms import polls as paper
from feedback.models import Ballot, BallotBox, BallotNetwork, PollOption, PollPage, PollsPage
from feedback.receivers import poll_published
from feedback.selectors.polls import poll_result
from feedback.services.polls import poll_end, polls_end_due, vote_cast
from privacy.models import DeletionRecord
from tests.factories import home_of, make_page

QUESTION = "Em thích hoạt động ngoại khóa nào nhất?"
LABELS = ("Bóng đá", "Đọc sách", "Làm vườn")


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr(paper, "MIN_SECONDS", 0)


def make_poll(institution, **fields) -> PollPage:
    section = PollsPage.objects.descendant_of(home_of(institution)).first()
    section = section or make_page(home_of(institution), PollsPage, title="Thăm dò ý kiến")
    now = timezone.now()
    values = {"opens_at": now - timedelta(hours=1), "closes_at": now + timedelta(days=7)} | fields
    page = PollPage(title=QUESTION, author_name="Đoàn trường", source_name="Nhà trường", **values)
    page.options = [PollOption(label=label, sort_order=n) for n, label in enumerate(LABELS)]
    return make_page_of(section, page)


def make_page_of(section, page):
    with system_publication(reason="test"):
        return section.add_child(instance=page)


@pytest.fixture
def poll(school):
    return make_poll(school)


def cast(poll, school, option=0, nonce="", network="n", **kwargs):
    options = [poll.options.all()[option].key]
    return vote_cast(page=poll, institution=school, options=options, nonce=nonce, network=network, **kwargs)


def fill(poll, school, *choices):
    for number, option in enumerate(choices):
        assert cast(poll, school, option, nonce=f"{option}-{number}", network=f"m{number}")


class Voter:
    """A browser without script."""

    def __init__(self, institution, poll, **client):
        self.client = Client(enforce_csrf_checks=True, headers={"host": institution.site.hostname}, **client)
        self.path = poll.relative_url(institution.site)
        self.page_id = poll.pk

    def open(self):
        self.response = self.client.get(self.path)
        self.html = self.response.content.decode()
        return self

    def vote(self, *options, **hidden):
        data = {
            n: unescape(v) for n, v in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', self.html)
        }
        data |= {"choice": [str(option) for option in options]} | hidden
        self.response = self.client.post(f"/binh-chon/{self.page_id}/", data)
        self.html = self.response.content.decode()
        return self


@pytest.fixture
def voter(school, poll):
    return Voter(school, poll)


class TestVoting:
    def test_nothing_is_chosen_in_advance_and_reading_leaves_only_the_cookie_against_forgery(self, voter):
        voter.open()
        assert QUESTION in voter.html
        assert not re.search(r"<input[^>]*checked", voter.html)
        assert set(voter.response.cookies) == {"csrftoken"}
        assert "no-store" in voter.response["Cache-Control"]

    def test_a_vote_is_counted_once_and_the_page_thanks(self, voter, poll):
        key = poll.options.all()[1].key
        response = voter.open().vote(key).response
        assert response.status_code == 302
        assert "Thank you" in voter.open().html or "Cảm ơn" in voter.html
        box = BallotBox.objects.get()
        assert (box.votes, box.totals.get().option, box.totals.get().votes) == (1, key, 1)

    def test_the_cookie_is_for_the_server_alone_and_ends_with_the_poll(self, voter, poll):
        cookies = voter.open().vote(poll.options.all()[0].key).response.cookies
        (name,) = [name for name in cookies if name.startswith("phieu-")]
        assert cookies[name]["httponly"]
        assert cookies[name]["samesite"] == "Strict"
        assert cookies[name]["max-age"] <= 7 * 86400

    def test_the_same_paper_sent_twice_counts_once(self, school, poll):
        voter = Voter(school, poll).open()
        html, key = voter.html, poll.options.all()[0].key
        voter.vote(key)
        voter.client.cookies = {k: v for k, v in voter.client.cookies.items() if k == "csrftoken"}
        voter.client.cookies = type(Client().cookies)({k: v.value for k, v in voter.client.cookies.items()})
        voter.html = html
        assert voter.vote(key).response.status_code == 302
        assert BallotBox.objects.get().votes == 1

    def test_a_browser_that_voted_is_shown_no_ballot_and_a_new_paper_of_it_does_not_count(self, voter, poll):
        key = poll.options.all()[0].key
        html = voter.open().html
        voter.vote(key)
        assert 'name="choice"' not in voter.open().html
        voter.html = re.sub(r'name="paper" value="[^"]*"', f'name="paper" value="{fresh(poll)}"', html)
        voter.vote(key)
        assert BallotBox.objects.get().votes == 1

    def test_nothing_chosen_comes_back_with_the_error_at_the_question(self, voter):
        response = voter.open().vote().response
        assert response.status_code == 422
        assert 'id="id_choice_error"' in voter.html

    def test_more_answers_than_allowed_are_refused(self, school):
        poll = make_poll(school, most_choices=2)
        voter = Voter(school, poll).open()
        keys = [option.key for option in poll.options.all()]
        assert voter.vote(*keys).response.status_code == 422
        assert voter.vote(*keys[:2]).response.status_code == 302
        assert sorted(row.votes for row in BallotBox.objects.get().totals.all()) == [1, 1]

    @pytest.mark.parametrize("paper_text", ["", "x", "x:y:z"])
    def test_a_paper_of_another_making_is_refused_with_a_new_one(self, voter, poll, paper_text):
        voter.open().vote(poll.options.all()[0].key, paper=paper_text)
        assert voter.response.status_code == 422
        assert re.search(r'name="paper" value="[^"]{20,}"', voter.html)

    def test_a_vote_without_the_token_against_forgery_is_refused(self, school, poll):
        client = Client(enforce_csrf_checks=True, headers={"host": school.site.hostname})
        assert client.post(f"/binh-chon/{poll.pk}/", {"choice": poll.options.all()[0].key}).status_code == 403

    def test_the_field_that_nobody_sees_stops_a_machine(self, voter, poll):
        assert voter.open().vote(poll.options.all()[0].key, website="http://x").response.status_code == 422
        assert not BallotBox.objects.exists()

    def test_a_poll_of_another_site_is_not_found(self, department, poll):
        client = Client(headers={"host": department.site.hostname})
        assert client.post(f"/binh-chon/{poll.pk}/").status_code == 404
        assert client.get(f"/binh-chon/{poll.pk}/ket-qua.csv").status_code == 404

    def test_one_network_cannot_fill_the_box(self, school, poll, settings):
        settings.EDUSITE_POLL_NETWORK_VOTES = 2
        assert cast(poll, school, nonce="1")
        assert cast(poll, school, nonce="2")
        with pytest.raises(ValidationError, match=r"Very many votes|rất nhiều phiếu"):
            cast(poll, school, nonce="3")
        assert cast(poll, school, nonce="3", network="other")
        assert BallotBox.objects.get().votes == 3

    def test_what_was_chosen_stands_beside_no_mark_and_no_address_is_kept(self, voter, poll):
        voter.open().vote(poll.options.all()[0].key)
        row = Ballot.objects.values().get()
        assert set(row) == {"id", "box_id", "mark"}
        assert len(BallotNetwork.objects.get().mark) == 64

    def test_the_page_asks_as_often_for_many_votes_as_for_few(self, school, poll, voter):
        fill(poll, school, 0, 1)

        def queries():
            with CaptureQueriesContext(connection) as caught:
                Voter(school, poll).open()
            return len(caught)

        queries()
        few = queries()
        fill(poll, school, *[2] * 9)
        assert queries() == few


def fresh(poll) -> str:
    return paper.BallotForm(page=poll).fresh_paper


class TestTimes:
    def test_it_opens_and_closes_by_itself(self, school, poll):
        assert poll.state_at(poll.opens_at - timedelta(seconds=1)) == PollState.COMING
        assert poll.state_at(poll.opens_at) == PollState.OPEN
        assert poll.state_at(poll.closes_at) == PollState.OVER
        with pytest.raises(ValidationError, match=r"not open|không mở|chưa mở"):
            cast(poll, school, nonce="1", now=poll.closes_at)

    def test_a_later_version_of_the_page_moves_the_end(self, school, poll):
        cast(poll, school, nonce="1")
        poll.closes_at += timedelta(days=3)
        poll_published(PollPage, instance=poll)
        assert BallotBox.objects.get().closes_at == poll.closes_at


class TestResult:
    def test_before_the_end_nobody_sees_it_by_default(self, school, poll, voter):
        fill(poll, school, *[0] * 6)
        assert '<svg class="chart"' not in voter.open().html
        assert voter.client.get(f"/binh-chon/{poll.pk}/ket-qua.csv").status_code == 404

    def test_after_voting_where_the_board_said_so(self, school):
        poll = make_poll(school, results_shown="after_vote")
        fill(poll, school, *[0] * 5)
        voter = Voter(school, poll).open()
        assert '<svg class="chart"' not in voter.html
        voter.vote(poll.options.all()[0].key)
        assert '<svg class="chart"' in voter.open().html

    def test_of_an_open_poll_changes_with_every_fifth_vote_only(self, school):
        poll = make_poll(school, results_shown="always")
        now = timezone.now()
        fill(poll, school, *[0] * 4)
        assert poll_result(poll, now=now).votes is None
        cast(poll, school, 1, nonce="a")
        shown = poll_result(poll, now=now)
        assert [row.votes for row in shown.rows] == [4, 1, 0]
        cast(poll, school, 2, nonce="b")
        assert poll_result(poll, now=now) == shown

    def test_of_fewer_than_five_votes_is_never_shown(self, school, poll):
        fill(poll, school, 0, 0, 1, 2)
        assert poll_result(poll, now=poll.closes_at).votes is None

    def test_at_the_end_has_every_vote_with_chart_table_and_file(self, school, poll, voter):
        fill(poll, school, 0, 0, 0, 1, 1, 2)
        PollPage.objects.filter(pk=poll.pk).update(
            opens_at=timezone.now() - timedelta(days=2), closes_at=timezone.now() - timedelta(minutes=1)
        )
        html = voter.open().html
        assert 'viewBox="0 0 360 ' in html
        assert html.count('class="chart__track"') == 3
        assert ">50 %<" in html
        rows = list(
            csv.reader(
                io.StringIO(voter.client.get(f"/binh-chon/{poll.pk}/ket-qua.csv").content.decode("utf-8-sig"))
            )
        )
        assert rows[-3:] == [["Bóng đá", "3", "50"], ["Đọc sách", "2", "33"], ["Làm vườn", "1", "17"]]


class TestEnd:
    def test_marks_and_key_go_totals_stay_and_a_record_proves_it(
        self, school, poll, django_capture_on_commit_callbacks
    ):
        fill(poll, school, 0, 0, 1, 1, 2)
        assert polls_end_due(now=poll.closes_at - timedelta(minutes=1)) == 0
        assert Ballot.objects.count() == 5
        assert polls_end_due(now=poll.closes_at) == 1
        box = BallotBox.objects.get()
        assert (Ballot.objects.count(), BallotNetwork.objects.count(), box.sealed_key) == (0, 0, "")
        assert [row.votes for row in poll_result(poll, now=poll.closes_at).rows] == [2, 2, 1]
        record = DeletionRecord.objects.get(what="feedback.ballots")
        assert record.counts == {"ballots": 5, "networks": 5}

    def test_a_second_run_changes_nothing(self, school, poll):
        cast(poll, school, nonce="1")
        assert poll_end(box=BallotBox.objects.get(), now=poll.closes_at)
        assert not poll_end(box=BallotBox.objects.get(), now=poll.closes_at)
        assert DeletionRecord.objects.filter(what="feedback.ballots").count() == 1

    def test_nobody_votes_after_it(self, school, poll):
        cast(poll, school, nonce="1")
        poll_end(box=BallotBox.objects.get())
        with pytest.raises(ValidationError, match=r"not open|không mở|chưa mở"):
            cast(poll, school, nonce="2")


def test_a_vote_is_added_by_the_database_and_never_written_back(school, poll):
    """Processes that vote at once on both databases: ``tests.bench.votes``."""
    cast(poll, school, nonce="1")
    with CaptureQueriesContext(connection) as caught:
        cast(poll, school, nonce="2")
    updates = [q["sql"] for q in caught if q["sql"].startswith("UPDATE")]
    assert len(updates) == 3
    assert all('"votes" + 1' in sql for sql in updates)
