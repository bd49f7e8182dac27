"""Consultations: drafts, contributions, what the board answers (W8.6, W9.5)."""

from datetime import date, timedelta
from time import sleep

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from editorial.choices import BoardRole
from feedback.choices import ConsultationState
from feedback.models import (
    ConsultationAnswer,
    ConsultationPage,
    ConsultationResultPage,
    ConsultationsPage,
    Opinion,
    OpinionGroup,
)
from feedback.services import opinions_group, paper_answer_add, result_draft
from privacy.choices import AuditAction, Method
from privacy.models import ConsentEvent, Disclosure, PrivacyAudit, Recipient, Submission
from tests.factories import make_member, make_page, make_review, make_superuser, section_of
from tests.feedback.participation import NAME, OPINION, answer, make_consultation, signed_in
from tests.privacy.sender import Sender, tables_holding


@pytest.fixture
def page(school):
    return make_consultation(school)


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def answered(school, page):
    answer(school, page)
    return page


def get(school, path: str):
    return Client().get(path, headers={"host": school.site.hostname})


def address(page, name: str = "consultation") -> str:
    return reverse(name, args=[page.translation_key])


class TestReaders:
    def test_see_what_is_asked_until_when_and_where_answers_go(self, school, page):
        html = get(school, "/lay-y-kien/gio-hoc/").content.decode()
        for told in ("Cha mẹ học sinh", "Điều 1. Giờ vào lớp", school.email, "/lay-y-kien/gio-hoc/gop-y/"):
            assert told in html
        assert f"{timezone.localtime(page.closes_at):%H:%M %d/%m/%Y}" in html

    @pytest.mark.parametrize(
        ("opens", "closes", "state"),
        [
            (2, 5, ConsultationState.UPCOMING),
            (-5, 5, ConsultationState.OPEN),
            (-5, -1, ConsultationState.CLOSED),
        ],
    )
    def test_are_told_the_state_by_the_clock(self, school, opens, closes, state):
        page = make_consultation(school, opens=opens, closes=closes)
        assert page.state_at() == state
        assert str(state.label) in get(school, "/lay-y-kien/gio-hoc/").content.decode()

    def test_find_consultations_by_state_and_field(self, school, page):
        make_consultation(school, slug="cu", title="Việc đã cũ", opens=-9, closes=-3, field="Học phí")
        listed = get(school, "/lay-y-kien/").content.decode()
        assert listed.index(page.title) < listed.index("Việc đã cũ")
        for query, shown, hidden in (
            ("?state=open", page.title, "Việc đã cũ"),
            ("?state=closed", "Việc đã cũ", page.title),
            ("?field=Học phí", "Việc đã cũ", page.title),
        ):
            html = get(school, "/lay-y-kien/" + query).content.decode()
            assert shown in html, query
            assert hidden not in html, query

    @pytest.mark.parametrize(
        "query", ["?state=đ", "?field=%00", "?page=x", "?state=open&state=x", "?field=" + "9" * 300]
    )
    def test_get_a_list_for_any_question(self, school, page, query):
        assert get(school, "/lay-y-kien/" + query).status_code == 200

    def test_are_told_the_right_state_at_the_minute_although_the_page_is_stored(
        self, school, settings, monkeypatch
    ):
        settings.EDUSITE_PAGE_CACHE_SECONDS = 600
        page = make_consultation(school)
        ConsultationPage.objects.filter(pk=page.pk).update(closes_at=timezone.now() + timedelta(seconds=2))
        path = "/lay-y-kien/gio-hoc/"
        assert get(school, path)["X-Cache"] == "MISS"
        assert get(school, path)["X-Cache"] == "HIT"
        sleep(2.2)
        later = get(school, path)
        assert str(ConsultationState.CLOSED.label) in later.content.decode()

    @pytest.mark.parametrize("kind", ["rss", "atom", "json"])
    def test_follow_by_feed(self, school, page, kind):
        response = get(school, f"/lay-y-kien/feed.{kind}")
        assert response.status_code == 200
        assert page.title in response.content.decode()

    def test_have_the_deadlines_in_their_calendar(self, school, page):
        body = get(school, "/lay-y-kien/thoi-han.ics").content
        text = body.decode()
        assert f"DTSTART:{page.closes_at:%Y%m%dT%H%M%SZ}" in text.replace("\r\n ", "")
        assert page.title in text.replace("\r\n ", "")
        assert all(len(line) <= 75 for line in body.split(b"\r\n"))

    def test_of_another_site_find_nothing(self, department, page):
        assert page.title not in get(department, "/lay-y-kien/feed.rss").content.decode()

    def test_cost_the_list_as_many_queries_for_many_as_for_one(self, school, page):
        def queries():
            with CaptureQueriesContext(connection) as caught:
                get(school, "/lay-y-kien/")
            return len(caught)

        queries()
        before = queries()
        for number in range(4):
            make_consultation(school, slug=f"nua-{number}")
        assert queries() == before


class TestAnswers:
    def test_without_a_name_are_stored_sealed_and_counted(self, school, page):
        sender = answer(school, page, whom="nobody", name=NAME)
        assert sender.response.status_code == 200, sender.html
        found = ConsultationAnswer.objects.get()
        assert (found.is_named, found.consultation, found.institution) == (
            False,
            page.translation_key,
            school,
        )
        assert Opinion.objects.get().stance == "agree"
        assert tables_holding(OPINION) == []
        assert NAME not in str(Submission.objects.get().unseal_field("sealed_answers"))

    def test_with_a_name_are_marked_so(self, school, page):
        answer(school, page, whom="self", name=NAME, email="suong@example.org")
        assert ConsultationAnswer.objects.get().is_named
        assert tables_holding(NAME) == []

    def test_need_a_word_or_a_position(self, school, page):
        sender = Sender(school, "/lay-y-kien/gio-hoc/gop-y/").open().send()
        assert sender.response.status_code == 422

    def test_choose_nothing_in_advance(self, school, page):
        sender = Sender(school, "/lay-y-kien/gio-hoc/gop-y/").open()
        assert not [tag for tag in sender.controls() if "checked" in tag]

    def test_are_refused_after_the_deadline_even_where_the_form_was_open(self, school, page):
        sender = Sender(school, "/lay-y-kien/gio-hoc/gop-y/").open()
        ConsultationPage.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
        assert sender.send({"text-general": OPINION}).response.status_code == 410
        assert Submission.objects.count() == 0
        assert sender.open().response.status_code == 302

    def test_are_not_taken_before_the_opening(self, school):
        make_consultation(school, opens=1)
        assert Sender(school, "/lay-y-kien/gio-hoc/gop-y/").open().response.status_code == 302

    def test_go_half_a_year_after_the_result(self, school, answered):
        submission = Submission.objects.get()
        assert {p["starts"] for p in submission.snapshot["purposes"]} == {"close"}


class TestPaper:
    def enter(self, page, school, chief, **fields):
        key = str(page.points.first().key)
        values = {
            "received_on": timezone.localdate(),
            "answers": {f"text-{key}": OPINION, "whom": "self", "name": NAME, "phone": "0912345678"},
            "described": [],
            "agreed": False,
        } | fields
        return paper_answer_add(page=page, institution=school, user=chief, **values)

    def test_is_counted_and_names_nobody_who_has_not_agreed(self, school, page, chief):
        submission, secret = self.enter(page, school, chief)
        assert submission.check_secret(secret)
        assert ConsultationAnswer.objects.get().source == "paper"
        kept = str(submission.unseal_field("sealed_answers"))
        assert OPINION in kept
        assert NAME not in kept
        assert "0912345678" not in kept

    def test_keeps_the_name_of_who_agreed_in_writing(self, school, page, chief):
        submission, _secret = self.enter(page, school, chief, agreed=True)
        assert NAME in str(submission.unseal_field("sealed_answers"))
        event = ConsentEvent.objects.get(submission=submission, purpose__code="collect")
        assert (event.decision, event.method) == ("given", Method.PAPER)

    def test_is_not_taken_after_the_deadline(self, school, page, chief):
        with translation.override("en"), pytest.raises(ValidationError, match="takes answers from"):
            self.enter(page, school, chief, received_on=timezone.localdate() + timedelta(days=30))

    def test_is_entered_on_the_desk(self, school, page, chief):
        client = signed_in(chief)
        url = address(page, "consultation_paper")
        assert client.get(url).status_code == 200
        data = {"received_on": timezone.localdate().isoformat(), "whom": "nobody", "text-general": OPINION}
        response = client.post(url, data)
        assert Submission.objects.get().reference in response.content.decode()


class TestPassingOn:
    def pass_on(self, school, page, chief, **data):
        recipient = Recipient.objects.filter(institution=school, purposes__form="consultation").first()
        opinion = Opinion.objects.get()
        about = {"recipient": recipient.pk, "channel": "Công văn 12/CV", "opinion": opinion.pk}
        entered = {"purpose": "handle", "passed": "1"} | about | data
        return signed_in(chief).post(address(page, "consultation_opinions"), entered)

    def test_what_a_sender_accepted_is_on_record_with_the_words_alone(self, school, chief):
        page = make_consultation(school)
        answer(school, page, share="yes")
        assert self.pass_on(school, page, chief).status_code == 200
        point = page.points.first().key
        passed = Disclosure.objects.get()
        assert passed.fields == [f"stance-{point}", f"text-{point}"]
        assert (passed.channel, passed.sent_by, passed.basis) == ("Công văn 12/CV", chief, "consent")
        assert passed.recipient.target == school.parent

    def test_what_a_sender_refused_is_not_and_their_code_is_named(self, school, chief):
        page = make_consultation(school)
        answer(school, page, share="no")
        response = self.pass_on(school, page, chief)
        assert response.status_code == 422
        assert Submission.objects.get().reference in response.content.decode()
        assert not Disclosure.objects.exists()

    def test_names_a_recipient_of_the_own_institution_and_says_how(self, school, department, chief):
        page = make_consultation(school)
        answer(school, page, share="yes")
        for data in ({"recipient": "999999"}, {"channel": ""}, {"opinion": "999999"}):
            assert self.pass_on(school, page, chief, **data).status_code == 422
        assert not Disclosure.objects.exists()


class TestDesk:
    def test_shows_no_word_before_a_purpose_and_records_the_reading(self, answered, chief):
        client = signed_in(chief)
        assert OPINION not in client.get(address(answered)).content.decode()
        assert client.post(address(answered, "consultation_opinions")).status_code == 422
        response = client.post(address(answered, "consultation_opinions"), {"purpose": "handle"})
        assert OPINION in response.content.decode()
        entry = PrivacyAudit.objects.order_by("pk").last()
        assert (entry.action, entry.user_id, entry.count) == (AuditAction.READ, chief.pk, 1)
        assert entry.object_ref == f"consultation:{answered.translation_key}"

    def test_puts_opinions_into_a_group(self, answered, chief):
        opinion = Opinion.objects.get()
        data = {
            "purpose": "handle",
            "sort": "1",
            "opinion": opinion.pk,
            "group": "new",
            "topic": "Giờ vào lớp",
        }
        response = signed_in(chief).post(address(answered, "consultation_opinions"), data)
        assert response.status_code == 200
        assert OpinionGroup.objects.get().topic == "Giờ vào lớp"
        opinion.refresh_from_db()
        assert opinion.group == OpinionGroup.objects.get()

    def test_asks_for_the_reason_of_a_reply(self, answered, chief, school):
        group = opinions_group(
            page=answered,
            institution=school,
            opinions=Opinion.objects.all(),
            user=chief,
            purpose="handle",
            topic="A",
        )
        url = reverse("consultation_group", args=[answered.translation_key, group.pk])
        data = {"topic": "A", "summary": "Nên lùi giờ.", "kind": "rejected", "reason": ""}
        assert signed_in(chief).post(url, data).status_code == 422
        assert signed_in(chief).post(url, data | {"reason": "Trái quy định."}).status_code == 302

    def test_is_not_for_others(self, school, department, answered):
        for user in (
            make_member(school, BoardRole.AUTHOR),
            make_member(school, BoardRole.EDITOR),
            make_member(department, BoardRole.CHIEF),
            make_superuser(),
        ):
            client = signed_in(user)
            for name in (
                "consultation",
                "consultation_opinions",
                "consultation_paper",
                "consultation_export",
            ):
                assert client.get(address(answered, name)).status_code == 404, (user, name)
                assert client.post(address(answered, name), {"purpose": "handle"}).status_code in (404, 405)
            assert client.post(address(answered, "consultation_result")).status_code == 404

    def test_is_for_who_keeps_the_page_and_for_that_page_only(self, school, answered):
        editor = make_member(school, BoardRole.EDITOR)
        make_review(answered, responsible=editor, is_required=False)
        other = make_consultation(school, slug="khac")
        client = signed_in(editor)
        assert client.get(address(answered)).status_code == 200
        assert client.get(address(other)).status_code == 404

    def test_exports_with_a_purpose_only(self, answered, chief):
        client = signed_in(chief)
        url = address(answered, "consultation_export")
        assert client.post(url).status_code == 422
        response = client.post(url, {"purpose": "inspect", "format": "csv"})
        assert OPINION in response.content.decode("utf-8-sig")
        assert chief.get_full_name() in response.content.decode("utf-8-sig")

    def test_list_takes_as_many_queries_for_many_as_for_one(self, school, answered, chief):
        client = signed_in(chief)

        def queries():
            with CaptureQueriesContext(connection) as caught:
                assert client.get(reverse("consultation_desk")).status_code == 200
            return len(caught)

        queries()
        before = queries()
        for number in range(4):
            answer(school, make_consultation(school, slug=f"them-{number}"))
        assert queries() == before


class TestResult:
    @pytest.fixture
    def closed(self, answered):
        ConsultationPage.objects.update(closes_at=timezone.now() - timedelta(minutes=1))
        return ConsultationPage.objects.get()

    @pytest.fixture
    def group(self, closed, chief, school):
        return opinions_group(
            page=closed,
            institution=school,
            opinions=Opinion.objects.all(),
            user=chief,
            purpose="handle",
            topic="Giờ học",
        )

    def reply(self, group):
        group.summary, group.kind, group.reason = "Nên lùi giờ.", "accepted", "Điều 1 đã sửa thành 7 giờ 30."
        group.save()

    def test_waits_for_the_deadline(self, answered, chief):
        with translation.override("en"), pytest.raises(ValidationError, match="still open"):
            result_draft(page=answered, user=chief)

    def test_leaves_no_opinion_without_a_group(self, closed, chief):
        with translation.override("en"), pytest.raises(ValidationError, match="1 opinions are in no group"):
            result_draft(page=closed, user=chief)

    def test_leaves_no_group_without_a_reply(self, closed, group, chief):
        with translation.override("en"), pytest.raises(ValidationError, match="no summary or no reply"):
            result_draft(page=closed, user=chief)

    def test_is_a_draft_with_numbers_and_replies_and_no_word_of_a_sender(self, closed, group, chief):
        self.reply(group)
        response = signed_in(chief).post(address(closed, "consultation_result"))
        result = ConsultationResultPage.objects.get()
        assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[result.pk])
        assert not result.live
        draft = result.get_latest_revision_as_object()
        (row,) = draft.replies.all()
        assert (draft.answers, draft.unnamed, row.opinions) == (1, 1, 1)
        assert (row.point, row.kind) == ("Điều 1. Giờ vào lớp", "accepted")
        assert tables_holding(OPINION) == []

    def test_is_written_again_into_the_same_page(self, closed, group, chief):
        self.reply(group)
        first = result_draft(page=closed, user=chief)
        OpinionGroup.objects.update(reason="Khác.")
        assert result_draft(page=closed, user=chief).pk == first.pk
        first.refresh_from_db()
        assert first.get_latest_revision_as_object().replies.get().reason == "Khác."

    def test_closes_the_consultation_for_readers(self, school, closed):
        make_page(
            closed,
            ConsultationResultPage,
            title="Kết quả",
            slug="ket-qua",
            author_name="A",
            source_name="B",
            date=date(2026, 11, 1),
        )
        page = ConsultationPage.objects.with_result().get()
        assert page.state_at() == ConsultationState.RESULT
        html = get(school, "/lay-y-kien/gio-hoc/").content.decode()
        assert "/lay-y-kien/gio-hoc/ket-qua/" in html
        assert get(school, "/lay-y-kien/gio-hoc/ket-qua/").status_code == 200


def test_a_consultation_stands_below_its_section_only(school, page):
    assert isinstance(page.get_parent().specific, ConsultationsPage)
    assert section_of(school, ConsultationsPage).item_model() is ConsultationPage


def test_a_deadline_before_the_opening_is_refused(school):
    page = make_consultation(school)
    page.closes_at = page.opens_at - timedelta(hours=1)
    with translation.override("en"), pytest.raises(ValidationError, match="later than the opening"):
        page.clean()
