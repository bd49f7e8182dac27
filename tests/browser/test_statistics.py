"""A reader looks at figures on a small phone without script; an author enters a year with the keyboard alone (W8.8, W9.9)."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, SCHOOL_LABEL, Shot, SignIn, sent
from tests.support.watch import overflow


class TestFigures:
    def test_years_are_read_on_a_phone_as_charts_and_tables(
        self, phone: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        phone.goto(demo_server.url(SCHOOL, "/so-lieu-thong-ke/"))
        assert overflow(phone) == []
        expect(phone.locator("svg.chart").first).to_be_visible()
        shot(phone, "statistics-320")
        phone.get_by_role("link", name="Năm học").first.click()
        assert overflow(phone) == []
        assert phone.locator("main table").count() >= 3
        shot(phone, "statistics-year-320")

    def test_a_year_is_entered_with_the_keyboard_and_its_faults_are_told(
        self, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        page = sign_in(f"{SCHOOL_LABEL}.tacgia")
        page.goto(demo_server.url(DEPARTMENT, "/admin/pages/"))
        link = page.locator("main").get_by_role("link", name=re.compile("thống kê", re.IGNORECASE)).first
        section = re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1]
        page.goto(demo_server.url(DEPARTMENT, f"/admin/pages/{section}/add_subpage/"))
        page.locator("main a[href*='/add/sections/statisticsyearpage/']").click()
        classes = page.locator("[name='figure-classes-upper_secondary']")
        classes.focus()
        page.keyboard.type("26")
        page.keyboard.press("Tab")
        expect(page.locator("[name='figure-classes_two_sessions-upper_secondary']")).to_be_focused()
        page.keyboard.type("27")
        page.keyboard.press("Tab")
        page.keyboard.type("1.040")
        page.locator("[name=author_name]").fill("Văn phòng")
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
        sent(page, page.locator("button.action-save:visible"))
        expect(page.locator(".figures__error").first).to_be_visible()
        assert page.locator(".figures__warning input").count() >= 1
        expect(classes).to_have_value("26")
        expect(page.locator("[name='figure-pupils-upper_secondary']")).to_have_value("1040")
        shot(page, "statistics-grid")
