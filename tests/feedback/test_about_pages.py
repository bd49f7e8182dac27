from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.choices import BoardRole
from feedback.models import FeedbackCase, UsefulCount
from feedback.selectors.usefulness import UsefulRow, useful_rows
from feedback.services.usefulness import useful_count, useful_purge
from network.models import Letter
from privacy.models import Submission
from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_member, make_page, make_review, section_of
from tests.privacy.sender import Sender, tables_holding

MARKER = "DẤUBÁOLỖI7"


def article(school, title="Lịch thi") -> ArticlePage:
    news = section_of(school, NewsIndexPage)
    return make_page(news, ArticlePage, title=title, author_name="Tổ Toán", source_name="Nhà trường")


@pytest.fixture
def leaf(school):
    return article(school)


def reader(institution, **headers) -> Client:
    return Client(enforce_csrf_checks=True, headers={"host": institution.site.hostname} | headers)


def press(school, leaf, answer="yes", **headers):
    own = {"origin": f"http://{school.site.hostname}"} | headers
    return reader(school, **own).post(f"/huu-ich/{leaf.pk}/", {"useful": answer})


def numbers() -> list[tuple]:
    return sorted(UsefulCount.objects.values_list("is_useful", "reason", "number"))


class TestUseful:
    def test_an_article_asks_without_setting_a_cookie_and_may_be_stored(self, school, leaf):
        response = reader(school).get(leaf.relative_url(school.site))
        assert f'action="/huu-ich/{leaf.pk}/"' in response.content.decode()
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()

    def test_each_press_adds_one_to_the_day_and_leaves_no_cookie(self, school, leaf):
        for answer in ("yes", "yes", "no", "old"):
            response = press(school, leaf, answer)
            assert (response.status_code, response.headers["Location"]) == (302, f"/huu-ich/{leaf.pk}/")
            assert not response.cookies
        assert numbers() == [(False, "", 1), (False, "old", 1), (True, "", 2)]
        assert not reader(school).get(f"/huu-ich/{leaf.pk}/").cookies

    @pytest.mark.parametrize(
        "headers",
        [
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"origin": "", "referer": "https://evil.example/x"},
            {"origin": ""},
        ],
    )
    def test_a_press_from_elsewhere_or_from_nowhere_is_refused(self, school, leaf, headers):
        assert press(school, leaf, **headers).status_code == 403
        assert numbers() == []

    def test_a_browser_that_names_only_the_page_is_believed(self, school, leaf):
        address = f"http://{school.site.hostname}/tin-tuc/"
        assert press(school, leaf, origin="", referer=address).status_code == 302

    @pytest.mark.parametrize("answer", ["", "maybe", "\x00", "yes' OR 1"])
    def test_other_answers_are_refused(self, school, leaf, answer):
        assert press(school, leaf, answer).status_code == 400
        assert numbers() == []

    def test_one_network_moves_a_page_by_twenty_an_hour_and_is_thanked_all_the_same(self, school, leaf):
        for _turn in range(23):
            assert press(school, leaf).status_code == 302
        assert numbers() == [(True, "", 20)]

    def test_a_page_of_another_site_is_not_found(self, department, leaf):
        assert press(department, leaf).status_code == 404

    def test_numbers_go_after_two_years(self, school, leaf):
        day = timezone.localdate()
        useful_count(institution=school, page_key=leaf.translation_key, is_useful=True, on=day)
        assert useful_purge(on=day + timedelta(days=730)) == 0
        assert useful_purge(on=day + timedelta(days=731)) == 1


class TestReport:
    def row(self, yes, no):
        return UsefulRow(None, None, yes, no)

    def test_many_answers_weigh_more_than_few(self):
        assert self.row(20, 60).score > self.row(0, 1).score
        assert self.row(0, 10).score > self.row(10, 10).score
        assert self.row(0, 0).score == 0

    def test_shows_the_worst_first_to_members_of_the_board_only(self, school, department, leaf):
        good = article(school, "Thực đơn")
        for _turn in range(6):
            useful_count(institution=school, page_key=leaf.translation_key, is_useful=False, reason="missing")
            useful_count(institution=school, page_key=good.translation_key, is_useful=True)
        client = Client()
        client.force_login(make_member(school, BoardRole.AUTHOR))
        html = client.get("/admin/reports/useful-pages/").content.decode()
        assert html.index("Lịch thi") < html.index("Thực đơn")
        assert "Lịch thi" in client.get("/admin/").content.decode()
        text = client.get("/admin/reports/useful-pages/?export=csv").content.decode("utf-8-sig")
        assert '"Lịch thi","0","6","100"' in text
        client.force_login(make_member(department, BoardRole.CHIEF))
        assert "Lịch thi" not in client.get("/admin/reports/useful-pages/").content.decode()

    def test_takes_as_many_queries_for_many_pages_as_for_one(self, school, leaf):
        useful_count(institution=school, page_key=leaf.translation_key, is_useful=False)

        def queries():
            with CaptureQueriesContext(connection) as caught:
                useful_rows([school], timezone.localdate())
            return len(caught)

        one = queries()
        for number in range(4):
            other = article(school, f"Bài {number}")
            useful_count(institution=school, page_key=other.translation_key, is_useful=False)
        assert queries() == one == 2


class TestErrors:
    def send(self, school, leaf, message=MARKER, **hidden) -> Sender:
        sender = Sender(school, f"/bao-loi/{leaf.pk}/").open()
        return sender.send({"kind": "wrong", "message": message}, **hidden)

    def test_goes_to_who_keeps_the_page_sealed_and_with_an_end(self, school, leaf):
        keeper = make_member(school, BoardRole.EDITOR)
        make_review(leaf, responsible=keeper)
        sender = self.send(school, leaf)
        assert sender.response.status_code == 200
        reference, _secret = sender.codes()
        case = FeedbackCase.objects.get()
        assert (case.submission.reference, case.assigned_to, case.about_page_id) == (
            reference,
            keeper,
            leaf.pk,
        )
        assert Letter.objects.get().user == keeper
        assert tables_holding(MARKER) == []
        assert case.submission.expires_at - case.submission.created_at == timedelta(days=90)
        client = Client()
        client.force_login(keeper)
        address = f"/admin/feedback/{case.submission.uid}/"
        assert MARKER in client.post(address, {"purpose": "handle"}).content.decode()

    def test_goes_to_the_keeper_of_the_section_and_else_to_the_chief(self, school, leaf):
        chief = make_member(school, BoardRole.CHIEF)
        self.send(school, leaf)
        assert FeedbackCase.objects.get().assigned_to == chief
        editor = make_member(school, BoardRole.EDITOR)
        make_review(section_of(school, NewsIndexPage), responsible=editor)
        self.send(school, leaf, "Một chỗ khác trong bài viết này bị sai chính tả, xin xem lại giúp.")
        assert FeedbackCase.objects.order_by("pk").last().assigned_to == editor

    def test_asks_for_nothing_about_a_person_and_warns(self, school, leaf):
        html = Sender(school, f"/bao-loi/{leaf.pk}/").open().html
        form = html[html.index('<form class="form') :]
        for name in ("name", "email", "phone"):
            assert f'name="{name}"' not in form
        assert "id_message_helptext" in form
        assert " checked" not in form

    def test_its_sender_sees_the_state_with_both_codes(self, school, leaf):
        reference, secret = self.send(school, leaf).codes()
        found = Sender(school, "/tra-cuu-gop-y/").open().send({"reference": reference, "secret": secret})
        assert reference in found.html

    @pytest.mark.parametrize("hidden", [{"website": "http://x"}, {"stamp": "x"}])
    def test_machines_are_stopped(self, school, leaf, hidden):
        assert self.send(school, leaf, **hidden).response.status_code == 422
        assert Submission.objects.count() == 0

    def test_an_empty_report_comes_back_with_its_errors(self, school, leaf):
        sender = self.send(school, leaf, "")
        assert sender.response.status_code == 422
        assert "id_message_error" in sender.html

    @pytest.mark.parametrize("text", ["<script>alert(1)</script>", "‮đảo", "=1+1", "x" * 1000])
    def test_strange_texts_are_taken_without_harm(self, school, leaf, text):
        assert self.send(school, leaf, text).response.status_code == 200
