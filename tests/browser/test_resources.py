"""A pupil on a small phone works with a lecture; a reader without script is told who would be reached, before anything is
(W8.9, W9.10)."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, PHONE, Shot
from tests.support.watch import overflow


@pytest.fixture
def phone(new_context) -> Page:
    return new_context(**PHONE | {"java_script_enabled": True}).new_page()


class TestLibrary:
    def test_a_lecture_is_found_started_and_answered_shut_off_from_the_site(
        self, phone: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        phone.goto(demo_server.url(DEPARTMENT, "/hoc-lieu-so/"))
        assert overflow(phone) == []
        shot(phone, "library-320")
        phone.goto(demo_server.url(DEPARTMENT, "/tim-hoc-lieu/?q=so+sanh+phan+so"))
        assert overflow(phone) == []
        shot(phone, "resource-search-320")
        phone.locator("main h2 a").first.click()
        assert phone.locator("iframe").count() == 0
        shot(phone, "resource-320")
        phone.locator("main a[href^='?mo=']").first.click()
        assert overflow(phone) == []
        frame = phone.frame_locator("iframe")
        expect(frame.get_by_role("button", name="3/4")).to_be_visible()
        child = next(each for each in phone.frames if each is not phone.main_frame)
        child.wait_for_load_state("load")
        frame.get_by_role("button", name="3/4").click()
        expect(frame.get_by_role("status")).to_contain_text("Đúng")
        assert child.evaluate("self.origin") == "null"
        assert child.evaluate("typeof window.API.LMSGetValue") == "function"
        reached = child.evaluate("fetch('/').then(() => 'reached', () => 'refused')")
        assert reached == "refused"
        shot(phone, "resource-started-320")
        assert phone.context.cookies() == []

    def test_nothing_of_another_server_is_loaded_before_it_is_asked_for(
        self, new_context, demo_server: DemoServer, shot: Shot
    ) -> None:
        page = new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
        hosts = set()
        page.on("request", lambda request: hosts.add(request.url.split("/")[2].split(":")[0]))
        page.goto(demo_server.url(DEPARTMENT, "/tim-hoc-lieu/?q=luc+chuyen+dong"))
        page.locator("main h2 a").first.click()
        expect(page.locator("main")).to_contain_text("phet.colorado.edu")
        shot(page, "resource-other-server-1280")
        assert hosts == {page.url.split("/")[2].split(":")[0]}
