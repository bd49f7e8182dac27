"""Questions and answers: sent, answered, published (W10.5)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.models import BoardTaskState
from feedback.models import QuestionCase, QuestionPage, QuestionTopic
from network.models import Letter
from privacy.calendar import add_working_days
from privacy.models import Submission
from tests.factories import make_member, make_page, make_superuser
from tests.feedback.participation import ASKED, NAME, ask, questions_section, signed_in
from tests.privacy.sender import Sender, tables_holding

ANSWER = "Nộp tại văn phòng trường, buổi sáng các ngày làm việc."
PUBLIC = {
    "title": "Nộp đơn ở đâu?",
    "question": "Con lớp 3 nộp đơn ở đâu?",
    "answer": ANSWER,
    "checked": "on",
}


@pytest.fixture
def chief(school):
    return make_member(school, BoardRole.CHIEF)


@pytest.fixture
def editor(school):
    return make_member(school, BoardRole.EDITOR)


@pytest.fixture
def asked(school):
    return ask(school)


@pytest.fixture
def case(asked):
    return QuestionCase.objects.select_related("submission").get()


def case_url(case) -> str:
    return reverse("question_case", args=[case.uid])


def act(user, case, name: str, **data):
    return signed_in(user).post(case_url(case), {"act": name, "purpose": "answer"} | data)


def answered(case, user) -> QuestionCase:
    response = act(user, case, "answer", outcome="answer", answer=ANSWER)
    assert response.status_code == 302, response.content.decode()
    case.refresh_from_db()
    return case


def published(school, title="Học phí đóng khi nào?", **fields) -> QuestionPage:
    values = {
        "title": title,
        "question": "Học phí học kỳ một đóng khi nào và ở đâu?",
        "topic": "fees",
        "author_name": "Tổ Kế toán",
        "source_name": "Trường",
    } | fields
    return make_page(questions_section(school), QuestionPage, **values)


def get(school, path: str):
    return Client().get(path, headers={"host": school.site.hostname})


class TestAsking:
    def test_is_stored_sealed_with_a_clock_in_working_days(self, case):
        assert case.due_on == add_working_days(timezone.localdate(), 10)
        assert (case.state, case.topic) == ("received", "admission")
        assert tables_holding(ASKED) == []
        assert tables_holding(NAME) == []

    def test_asks_for_consent_to_publication_by_itself(self, school):
        questions_section(school)
        asked = {"topic": "fees", "subject": "Học phí?", "question": ASKED}
        sender = Sender(school, "/hoi-dap/dat-cau-hoi/").open().send(asked).send()
        assert 'name="consent-publish"' in sender.html
        assert not [tag for tag in sender.controls() if "checked" in tag]

    def test_shows_published_questions_that_may_be_the_same_before_anything_is_sent(self, school):
        page = published(school)
        asked = {"topic": "fees", "subject": "Đóng học phí học kỳ ở đâu?", "question": "Cho tôi hỏi."}
        sender = Sender(school, "/hoi-dap/dat-cau-hoi/").open().send(asked)
        assert page.title in sender.html
        assert Submission.objects.count() == 0

    def test_goes_to_the_person_of_its_topic(self, school, editor):
        QuestionTopic.objects.create(
            institution=school,
            code="admission",
            name="Tuyển sinh",
            responsible=editor,
            days=3,
            unit="Tổ Văn phòng",
        )
        ask(school)
        case = QuestionCase.objects.get()
        assert (case.state, case.assigned_to, case.unit) == ("routed", editor, "Tổ Văn phòng")
        assert case.due_on == add_working_days(timezone.localdate(), 3)
        letter = Letter.objects.get(kind="feedback.question_routed")
        assert letter.user == editor
        assert NAME not in str(letter.about)

    def test_tells_when_the_answer_is_due(self, asked, case):
        assert f"{case.due_on:%d/%m/%Y}" in asked.html


class TestReadingTheAnswer:
    def look(self, school, reference: str, secret: str):
        sender = Sender(school, "/hoi-dap/tra-loi/").open()
        data = {
            "reference": reference,
            "secret": secret,
            "csrfmiddlewaretoken": sender.client.cookies["csrftoken"].value,
        }
        return sender.client.post(sender.path, data, headers={"host": sender.host})

    def test_needs_both_codes(self, school, asked, case, chief):
        answered(case, chief)
        reference, secret = asked.codes()
        response = self.look(school, reference, secret.lower())
        assert ANSWER in response.content.decode()
        assert "no-store" in response["Cache-Control"]
        for codes in ((reference, "AAAA-AAAA-AAAA"), ("HD-AAAA-AAAA", secret), ("HD", "x")):
            response = self.look(school, *codes)
            assert response.status_code == 422, codes
            assert ANSWER not in response.content.decode()

    def test_of_another_site_is_not_possible(self, department, asked, case, chief):
        questions_section(department)
        answered(case, chief)
        assert self.look(department, *asked.codes()).status_code == 422

    def test_shows_when_it_is_due_until_then(self, school, asked, case):
        assert f"{case.due_on:%d/%m/%Y}" in self.look(school, *asked.codes()).content.decode()

    def test_is_tried_so_often_an_hour(self, school, asked):
        statuses = [self.look(school, "HD-AAAA-AAAA", "AAAA").status_code for _turn in range(22)]
        assert statuses[0] == 422
        assert statuses[-1] == 429

    @pytest.mark.parametrize("code", ["\x00", "9" * 999, "' OR 1=1", "đ"])
    def test_survives_any_code(self, school, asked, code):
        assert self.look(school, code, code).status_code == 422


class TestDesk:
    def test_shows_nothing_before_a_purpose(self, case, chief):
        client = signed_in(chief)
        assert ASKED not in client.get(case_url(case)).content.decode()
        assert client.post(case_url(case)).status_code == 422
        assert ASKED in client.post(case_url(case), {"purpose": "answer"}).content.decode()

    def test_routes_to_a_person_of_the_board(self, case, chief, editor):
        assert signed_in(editor).get(case_url(case)).status_code == 404
        assert act(chief, case, "route", topic="fees", person=str(editor.pk), unit="").status_code == 302
        case.refresh_from_db()
        assert (case.assigned_to, case.state, case.topic) == (editor, "routed", "fees")
        assert signed_in(editor).get(case_url(case)).status_code == 200
        assert Letter.objects.filter(kind="feedback.question_routed", user=editor).exists()

    def test_routes_to_nobody_of_another_board(self, case, chief, department):
        stranger = make_member(department, BoardRole.EDITOR)
        assert act(chief, case, "route", topic="fees", person=str(stranger.pk)).status_code == 422

    def test_answers_and_seals_the_answer(self, case, chief):
        answered(case, chief)
        assert (case.state, case.answered_by) == ("answered", chief)
        assert tables_holding(ANSWER) == []
        assert Submission.objects.get().closed_on == timezone.localdate()

    def test_says_what_is_not_its_matter(self, case, chief):
        assert act(chief, case, "answer", outcome="outside", answer="").status_code == 422
        text = "Việc này thuộc Ủy ban nhân dân phường."
        assert act(chief, case, "answer", outcome="outside", answer=text).status_code == 302

    def test_answers_a_duplicate_with_the_page(self, school, case, chief):
        page = published(school, "Nộp đơn nhập học ở đâu, khi nào?", question="Đơn nhập học nộp ở đâu?")
        assert act(chief, case, "answer", outcome="same").status_code == 422
        assert act(chief, case, "answer", outcome="same", same=str(page.pk)).status_code == 302
        case.refresh_from_db()
        assert page.title in case.unseal_field("sealed_answer")

    def test_is_not_for_others(self, school, department, case):
        for user in (
            make_member(school, BoardRole.AUTHOR),
            make_member(department, BoardRole.CHIEF),
            make_superuser(),
        ):
            client = signed_in(user)
            assert client.get(case_url(case)).status_code == 404
            assert client.post(case_url(case), {"purpose": "answer"}).status_code == 404
            topics = reverse("question_topics", args=[school.pk])
            assert client.get(topics).status_code == 404

    def test_list_takes_as_many_queries_for_many_as_for_one(self, school, case, chief):
        client = signed_in(chief)

        def queries():
            with CaptureQueriesContext(connection) as caught:
                assert client.get(reverse("question_desk")).status_code == 200
            return len(caught)

        queries()
        before = queries()
        for _turn in range(3):
            ask(school)
        assert queries() == before

    def test_keeps_topics_with_who_answers(self, school, chief, editor):
        client = signed_in(chief)
        url = reverse("question_topics", args=[school.pk])
        assert client.get(url).status_code == 200
        data = {}
        for number in range(8):
            data |= {f"topic-{number}-name": f"Chủ đề {number}", f"topic-{number}-days": "5"}
            data |= {f"topic-{number}-position": str(number), f"topic-{number}-is_active": "on"}
        data["topic-0-responsible"] = str(editor.pk)
        assert client.post(url, data).status_code == 302
        assert QuestionTopic.objects.filter(institution=school).count() == 8
        assert QuestionTopic.objects.get(responsible=editor).code == "admission"


class TestPublication:
    def test_goes_through_the_chain_without_who_asked(self, case, chief, editor):
        act(chief, case, "route", topic="fees", person=str(editor.pk))
        answered(case, editor)
        assert act(chief, case, "publish", **PUBLIC).status_code == 302
        page = QuestionPage.objects.get()
        assert not page.live
        assert page.workflow_in_progress
        assert BoardTaskState.objects.filter(workflow_state__object_id=str(page.pk)).exists()
        assert tables_holding(NAME) == []
        case.refresh_from_db()
        assert (case.page, case.redacted_by) == (page, chief)

    def test_is_done_by_a_second_person(self, case, chief):
        answered(case, chief)
        assert act(chief, case, "publish", **PUBLIC).status_code == 422
        assert QuestionPage.objects.count() == 0

    def test_needs_the_consent_of_the_sender(self, school, chief, editor):
        ask(school, publish=False)
        case = QuestionCase.objects.get()
        act(chief, case, "route", topic="fees", person=str(editor.pk))
        answered(case, editor)
        assert act(chief, case, "publish", **PUBLIC).status_code == 422
        assert QuestionPage.objects.count() == 0

    @pytest.mark.parametrize("told", ["hoàng thị thu sương", "Hoang Thi Thu Suong", "gọi 0912.345.678"])
    def test_is_refused_where_the_text_still_tells_who_asked(self, case, chief, editor, told):
        act(chief, case, "route", topic="fees", person=str(editor.pk))
        answered(case, editor)
        response = act(chief, case, "publish", **PUBLIC | {"question": f"Con của {told} nộp đơn ở đâu?"})
        assert response.status_code == 422
        assert QuestionPage.objects.count() == 0

    def test_is_refused_where_the_text_lists_people(self, case, chief, editor):
        act(chief, case, "route", topic="fees", person=str(editor.pk))
        answered(case, editor)
        people = ("Lò Văn Tâm", "Hà Thị Mỵ", "Vàng A Sử", "Đinh Thị Lệ", "Bùi Văn Khôi", "Quàng Thị Ngoan")
        rows = "\n".join(
            f"{n}. Họ và tên: {name}, ngày sinh: 0{n}/03/2015, điện thoại: 091234567{n}"
            for n, name in enumerate(people, 1)
        )
        response = act(chief, case, "publish", **PUBLIC | {"answer": f"Danh sách học sinh:\n{rows}"})
        assert response.status_code == 422
        assert "ngày sinh" in response.content.decode()
        assert QuestionPage.objects.count() == 0


class TestReaders:
    def test_find_answers_by_topic_and_words(self, school):
        page = published(school)
        published(school, "Bữa trưa gồm những gì?", question="Thực đơn?", topic="boarding", slug="bua-trua")
        for query in ("?topic=fees", "?q=học phí"):
            html = get(school, "/hoi-dap/" + query).content.decode()
            assert page.title in html, query
            assert "Bữa trưa gồm những gì?" not in html, query
        html = get(
            school, page.url_path.replace(questions_section(school).url_path, "/hoi-dap/")
        ).content.decode()
        assert page.question in html

    @pytest.mark.parametrize("query", ["?q=%00", "?topic=%00đ", "?q=" + "a " * 400, "?page=0"])
    def test_get_a_list_for_any_question(self, school, query):
        published(school)
        assert get(school, "/hoi-dap/" + query).status_code == 200

    def test_cost_as_many_queries_for_many_as_for_one(self, school):
        published(school)

        def queries():
            with CaptureQueriesContext(connection) as caught:
                get(school, "/hoi-dap/")
            return len(caught)

        queries()
        before = queries()
        for number in range(4):
            published(school, f"Câu hỏi {number}", slug=f"cau-{number}")
        assert queries() == before


def test_a_question_answered_long_ago_is_erased(case, chief):
    from privacy.services import purge_expired

    answered(case, chief)
    submission = Submission.objects.get()
    assert submission.closed_on == timezone.localdate()
    assert (timezone.localdate(submission.expires_at) - timezone.localdate()).days == 366
    purge_expired(now=timezone.now() + timedelta(days=368))
    assert Submission.objects.count() == 0
    assert QuestionCase.objects.count() == 0
