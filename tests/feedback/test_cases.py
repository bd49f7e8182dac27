import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from feedback.choices import CaseState, Suspicion
from feedback.models import FeedbackCase, FeedbackCount, FeedbackPage
from feedback.selectors import feedback_for, waiting_of
from feedback.selectors.cases import statistics_of
from feedback.services.cases import (
    case_answer,
    case_assign,
    case_change,
    case_pass_on,
    case_release,
    cases_remind,
    due_on,
)
from network.models import Letter
from network.services.letters import letters_send
from privacy.models import Disclosure, Holiday, Recipient, Submission
from tests.factories import make_member, section_of
from tests.privacy.sender import Sender, tables_holding

LONG = "Đường vào trường ngập sâu sau mỗi trận mưa lớn, học sinh phải lội nước rất nguy hiểm."
ANSWER = "TRẢLỜI7: nhà trường đã khơi thông cống thoát nước."
STATUS = "/tra-cuu-gop-y/"


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


def sent(school, share="no", **answers) -> tuple[FeedbackCase, list[str]]:
    sender = Sender(school).to_receipt(share, **answers)
    codes = sender.codes()
    return FeedbackCase.objects.get(submission__reference=codes[0]), codes


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def case_url(case) -> str:
    return reverse("feedback_case", args=[case.submission.uid])


class TestClock:
    def test_days_run_as_working_days_over_holidays(self, school):
        case, _codes = sent(school, kind="remark")
        Holiday.objects.all().delete()
        assert due_on(case, date(2026, 11, 20)) == date(2026, 12, 4)
        Holiday.objects.create(day=date(2026, 11, 24), name="Nghỉ bù", source="Thông báo")
        assert due_on(case, date(2026, 11, 20)) == date(2026, 12, 7)

    def test_each_kind_has_its_own_days(self, school, settings):
        settings.EDUSITE_FEEDBACK_WORKING_DAYS = {"remark": 1, "complaint": 4}
        Holiday.objects.all().delete()
        day = date(2026, 11, 23)
        assert due_on(sent(school, kind="remark")[0], day) == date(2026, 11, 24)
        assert due_on(sent(school, kind="complaint", message=LONG)[0], day) == date(2026, 11, 27)

    def test_who_handles_it_is_reminded_once(self, school, chief):
        case, _codes = sent(school)
        now = datetime.combine(case.due_on, datetime.min.time(), ZoneInfo("Asia/Ho_Chi_Minh"))
        assert cases_remind(now=now - timedelta(days=30)) == 0
        assert cases_remind(now=now) == 1
        assert cases_remind(now=now) == 0
        assert Letter.objects.get(kind="feedback.due").user == chief

    def test_the_list_of_what_is_past_its_day(self, school, chief):
        case, _codes = sent(school)
        client = signed_in(chief)
        assert case.submission.reference not in client.get("/admin/feedback/?state=overdue").content.decode()
        FeedbackCase.objects.update(due_on=timezone.localdate() - timedelta(days=1))
        assert case.submission.reference in client.get("/admin/feedback/?state=overdue").content.decode()


class TestAnswer:
    def test_is_sealed_and_read_by_the_sender_with_both_codes_only(self, school, chief):
        case, (reference, secret) = sent(school)
        data = {"act": "answer", "answer": ANSWER}
        assert signed_in(chief).post(case_url(case), data).status_code == 302
        case.refresh_from_db()
        assert (case.state, case.answered_by) == (CaseState.ANSWERED, chief)
        assert tables_holding("TRẢLỜI7") == []
        sender = Sender(school, STATUS)
        sender.open()
        assert "TRẢLỜI7" not in sender.send({"reference": reference, "secret": "AAAA-AAAA-AAAA"}).html
        assert sender.response.status_code == 422
        case.refresh_from_db()
        assert case.seen_at is None
        found = sender.open().send({"reference": reference.lower(), "secret": secret.replace("-", " ")})
        assert "TRẢLỜI7" in found.html
        assert "no-store" in found.response["Cache-Control"]
        case.refresh_from_db()
        assert case.seen_at is not None

    def test_a_letter_goes_to_the_address_that_was_left_and_tells_nothing(self, school, chief):
        case, _codes = sent(school)
        assert case_answer(case=case, user=chief, text=ANSWER)
        assert tables_holding("nguyet@example.org") == []
        mail.outbox.clear()
        letters_send()
        (message,) = [m for m in mail.outbox if m.to == ["nguyet@example.org"]]
        assert "TRẢLỜI7" not in message.body
        assert STATUS in message.body
        case.refresh_from_db()
        assert case.told_at is not None

    def test_no_letter_goes_where_contact_was_refused(self, school, chief):
        sender = Sender(school).to_receipt(contact=False)
        case = FeedbackCase.objects.get(submission__reference=sender.codes()[0])
        assert not case_answer(case=case, user=chief, text=ANSWER)
        assert not Letter.objects.filter(kind="feedback.answered").exists()

    def test_an_empty_answer_is_refused(self, school, chief):
        case, _codes = sent(school)
        response = signed_in(chief).post(case_url(case), {"act": "answer", "answer": " "})
        assert response.status_code == 422
        with pytest.raises(ValidationError, match=r"Write the answer|Hãy viết câu trả lời"):
            case_answer(case=case, user=chief, text=" ")


class TestPeriods:
    """A board may count the period from the end of the matter, or from the decision on it."""

    def counted_from(self, case, starts):
        submission = case.submission
        for purpose in submission.snapshot["purposes"]:
            purpose |= {"starts": starts, "retention_days": 10}
        submission.save()

    def days_left(self, case) -> int:
        case.submission.refresh_from_db()
        return (timezone.localdate(case.submission.expires_at) - timezone.localdate()).days

    def change(self, case, chief, state):
        case_change(case=case, user=chief, purpose="handle", state=state, note="")

    def test_counted_from_the_end_begin_when_the_board_closes_it_and_wait_when_it_is_taken_up_again(
        self, school, chief
    ):
        case, _codes = sent(school)
        self.counted_from(case, "close")
        case_answer(case=case, user=chief, text=ANSWER)
        self.change(case, chief, CaseState.CLOSED)
        assert self.days_left(case) == 11
        assert case.submission.closed_on == timezone.localdate()
        self.change(case, chief, CaseState.HANDLED)
        assert self.days_left(case) > 700

    def test_counted_from_the_decision_begin_with_the_answer_and_not_with_the_end(self, school, chief):
        case, _codes = sent(school)
        self.counted_from(case, "decision")
        decided = timezone.now() - timedelta(days=4)
        case_answer(case=case, user=chief, text=ANSWER, now=decided)
        assert self.days_left(case) == 7
        self.change(case, chief, CaseState.CLOSED)
        assert self.days_left(case) == 7


class TestStatusPage:
    def test_takes_codes_by_post_only(self, school):
        _case, (reference, secret) = sent(school)
        response = Client(headers={"host": school.site.hostname}).get(
            STATUS, {"reference": reference, "secret": secret}
        )
        assert response.status_code == 200
        assert reference not in response.content.decode()

    def test_a_sixth_wrong_attempt_is_refused_and_the_right_codes_as_well(self, school):
        _case, (reference, secret) = sent(school)
        sender = Sender(school, STATUS)
        for _turn in range(5):
            assert sender.open().send({"reference": reference, "secret": "WRONG"}).response.status_code == 422
        assert sender.open().send({"reference": reference, "secret": secret}).response.status_code == 429

    def test_codes_of_another_site_lead_nowhere(self, school, department):
        _case, (reference, secret) = sent(school)
        sender = Sender(department, STATUS)
        assert sender.open().send({"reference": reference, "secret": secret}).response.status_code == 422

    @pytest.mark.parametrize("code", ["\x00", "x" * 500, "'; DROP TABLE", "﷽"])
    def test_strange_codes_are_answered_calmly(self, school, code):
        sender = Sender(school, STATUS)
        assert sender.open().send({"reference": code, "secret": code}).response.status_code == 422


class TestHandingOn:
    def test_a_member_of_the_board_who_was_given_it_reads_it_and_nothing_else(self, school, chief):
        editor = make_member(school, BoardRole.EDITOR)
        case, _codes = sent(school)
        other, _more = sent(school, message=LONG)
        assert signed_in(editor).get(reverse("feedback_desk")).status_code == 404
        data = {"act": "assign", "person": str(editor.pk)}
        assert signed_in(chief).post(case_url(case), data).status_code == 302
        html = signed_in(editor).get(reverse("feedback_desk")).content.decode()
        assert case.submission.reference in html
        assert other.submission.reference not in html
        assert Letter.objects.get(kind="feedback.assigned").user == editor

    def test_nobody_outside_the_board_can_be_given_it(self, school, chief, department):
        case, _codes = sent(school)
        stranger = make_member(department, BoardRole.CHIEF)
        with pytest.raises(ValidationError, match=r"not on the board|không thuộc Ban biên tập"):
            case_assign(case=case, user=chief, to=stranger)
        data = {"act": "assign", "person": str(stranger.pk)}
        assert signed_in(chief).post(case_url(case), data).status_code == 422

    def test_without_the_senders_yes_it_goes_nowhere(self, school, chief):
        case, _codes = sent(school, share="no")
        recipient = Recipient.objects.get(institution=school, code="feedback-authority")
        with pytest.raises(ValidationError, match=r"has not accepted|chưa đồng ý"):
            case_pass_on(case=case, user=chief, recipient=recipient)
        data = {"act": "pass_on", "recipient": str(recipient.pk)}
        assert signed_in(chief).post(case_url(case), data).status_code == 422
        assert Disclosure.objects.count() == 0

    def test_with_it_the_authority_has_it_too_and_that_is_on_record(self, school, department, chief):
        above = make_member(department, BoardRole.CHIEF)
        case, (reference, _secret) = sent(school, share="yes")
        assert not feedback_for(above).exists()
        recipient = Recipient.objects.get(institution=school, code="feedback-authority")
        data = {"act": "pass_on", "recipient": str(recipient.pk)}
        assert signed_in(chief).post(case_url(case), data).status_code == 302
        assert [row.reference for row in feedback_for(above)] == [reference]
        disclosure = Disclosure.objects.get()
        assert (disclosure.recipient, disclosure.sent_by) == (recipient, chief)
        response = signed_in(above).post(case_url(case), {"purpose": "handle"})
        assert "Nước ngập" in response.content.decode()
        assert 'value="assign"' not in response.content.decode()
        assert signed_in(above).post(case_url(case), {"act": "assign", "person": "1"}).status_code == 404
        assert Letter.objects.get(kind="feedback.passed").address == department.complaints_email


class TestKeptApart:
    def test_many_links_and_the_same_words_wait_apart_and_tell_nobody(self, school, chief):
        sent(school, message=LONG)
        Letter.objects.all().delete()
        spam, _codes = sent(school, message="https://a.example http://b.example www.c.example mua ngay")
        copy, _codes = sent(school, message=LONG.upper())
        assert [spam.suspicion, copy.suspicion] == [Suspicion.LINKS, Suspicion.DUPLICATE]
        assert Letter.objects.count() == 0
        assert feedback_for(chief).count() == 1
        assert waiting_of([school.pk])[school.pk][0] == 1
        html = signed_in(chief).get("/admin/feedback/?apart=1").content.decode()
        assert spam.submission.reference in html
        assert copy.submission.reference in html

    def test_short_words_that_many_write_are_no_copies(self, school):
        sent(school, message="Cảm ơn", subject="Cảm ơn")
        assert sent(school, message="Cảm ơn", subject="Cảm ơn")[0].suspicion == ""

    def test_one_press_releases_it_to_the_board(self, school, chief):
        sent(school, message=LONG)
        copy, _codes = sent(school, message=LONG)
        Letter.objects.all().delete()
        assert signed_in(chief).post(case_url(copy), {"act": "release"}).status_code == 302
        copy.refresh_from_db()
        assert copy.suspicion == ""
        assert feedback_for(chief).count() == 2
        assert Letter.objects.get().kind == "feedback.received"
        assert not case_release(case=copy, user=chief)

    def test_the_words_stand_nowhere_as_they_are(self, school):
        sent(school, message=LONG)
        assert tables_holding("ngập sâu") == []


class TestStatistics:
    def count(self, school, kind, received, answered=0, in_time=0):
        FeedbackCount.objects.create(
            institution=school,
            month=date(2026, 3, 1),
            kind=kind,
            received=received,
            answered=answered,
            in_time=in_time,
        )

    def test_stay_when_the_feedback_is_erased(self, school, chief):
        case, _codes = sent(school)
        case_answer(case=case, user=chief, text=ANSWER)
        Submission.objects.all().delete()
        row = FeedbackCount.objects.get()
        assert (row.kind, row.received, row.answered, row.in_time) == ("remark", 1, 1, 1)

    def test_small_numbers_are_not_told_apart_and_cannot_be_computed(self, school):
        self.count(school, "remark", 20, 18, 15)
        self.count(school, "complaint", 2, 2, 1)
        rows = statistics_of(school, [2026])[2026]
        assert [(row.received, row.answered) for row in rows] == [(20, 18), (None, None), (None, None)]
        self.count(school, "question", 3, 1, 1)
        assert [row.received for row in statistics_of(school, [2026])[2026]] == [20, None, None, 25]

    def test_are_shown_where_the_board_wants_it(self, school):
        year = timezone.localdate().year
        FeedbackCount.objects.create(
            institution=school, month=date(year, 1, 1), kind="remark", received=9, answered=8, in_time=7
        )
        page = section_of(school, FeedbackPage)
        assert f"year-{year}" not in Sender(school).open().html
        FeedbackPage.objects.filter(pk=page.pk).update(shows_statistics=True)
        html = Sender(school).open().html
        assert f"year-{year}" in html
        assert re.findall(r'class="num">(\d+)<', html)[:3] == ["9", "8", "7"]
