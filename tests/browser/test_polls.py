"""A pupil votes on a small phone without script; a reader says that a page is not useful and reports an error; a parent comes
back with both codes (W10.7)."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, Shot
from tests.support.texts import vi
from tests.support.watch import overflow


class TestPolls:
    def test_a_vote_without_script_is_counted_and_shown_as_chart_and_table(
        self, phone: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        phone.goto(demo_server.url(SCHOOL, "/tham-do-y-kien/"))
        assert overflow(phone) == []
        assert phone.context.cookies() == []
        shot(phone, "polls-list-320")
        phone.get_by_role("link", name=vi("Vote")).first.click()
        assert phone.locator("main input:checked").count() == 0
        assert overflow(phone) == []
        shot(phone, "poll-ballot-320")
        phone.get_by_role("button", name=vi("Vote")).click()
        expect(phone.locator("[role=alert]")).to_be_visible()
        shot(phone, "poll-error-320")
        phone.locator("main input[type=radio]").nth(1).check()
        phone.wait_for_timeout(2100)
        phone.get_by_role("button", name=vi("Vote")).click()
        expect(phone.get_by_text(vi("Thank you, your vote has been counted."))).to_be_visible()
        expect(phone.locator("svg.chart")).to_be_visible()
        assert phone.locator("main table tbody tr").count() == 5
        assert phone.locator("main input[type=radio]").count() == 0
        assert overflow(phone) == []
        shot(phone, "poll-result-320")


class TestAboutPages:
    def test_not_useful_and_an_error_are_told_without_script(
        self, phone: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        phone.goto(demo_server.url(SCHOOL, "/tin-tuc/"))
        phone.locator("main h2 a, main h3 a").first.click()
        article = phone.url
        assert phone.context.cookies() == []
        part = phone.locator(".page-feedback")
        part.locator("summary").click()
        assert overflow(phone) == []
        shot(phone, "useful-320")
        part.get_by_role("button", name=vi("It is out of date")).click()
        expect(phone.get_by_role("heading", name=vi("Thank you"))).to_be_visible()
        assert phone.context.cookies() == []
        phone.goto(article)
        phone.get_by_role("link", name=vi("Report an error in this page")).click()
        assert overflow(phone) == []
        shot(phone, "error-form-320")
        phone.locator("main [name=kind][value=spelling]").check()
        phone.locator("main [name=message]").fill(
            "Đoạn thứ hai viết sai tên ngày lễ, đúng là ngày 20 tháng 11."
        )
        phone.wait_for_timeout(3100)
        phone.get_by_role("button", name=vi("Send")).click()
        reference, secret = phone.locator(".receipt__code").all_inner_texts()
        assert overflow(phone) == []
        shot(phone, "error-thanks-320")
        phone.goto(demo_server.url(SCHOOL, "/tra-cuu-gop-y/"))
        phone.locator("main [name=reference]").fill(reference.lower())
        phone.locator("main [name=secret]").fill(secret)
        phone.get_by_role("button", name=vi("Look it up")).click()
        expect(phone.locator("main .facts")).to_contain_text(reference)
        assert reference not in phone.url
        assert overflow(phone) == []
        shot(phone, "status-320")
