"""A parent reads on a phone without script what a school makes public; its author begins a report with one button (W9.7)."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.demo_rows import page_number
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, SCHOOL_LABEL, Shot, SignIn
from tests.support.watch import overflow


class TestDisclosure:
    def test_a_parent_finds_what_is_public_and_since_when(
        self, phone: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        phone.goto(demo_server.url(SCHOOL, "/cong-khai/"))
        assert overflow(phone) == []
        table = phone.get_by_role("region", name="Thông tư 09/2024/TT-BGDĐT")
        expect(table).to_be_visible()
        shot(phone, "disclosure-320")
        table.locator("a[href*='thu-chi-tai-chinh']").first.click()
        assert overflow(phone) == []
        expect(phone.locator("main")).to_contain_text("Điều 5 Thông tư 09/2024/TT-BGDĐT")
        expect(phone.locator("main")).to_contain_text("8.450.000.000")
        shot(phone, "disclosure-report-320")

    def test_an_author_begins_a_report_from_the_table(
        self, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        page = sign_in(f"{SCHOOL_LABEL}.tacgia")
        section = page_number(demo_server, "cong-khai")
        page.goto(demo_server.url(DEPARTMENT, f"/admin/disclosure/{section}/"))
        shot(page, "disclosure-board")
        button = page.locator("form[action*='/09-2024.finance/'] button").first
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
        expect(page.locator("[name='item']")).to_have_value("09-2024.finance")
        expect(page.locator("[name='figures-0-name']")).to_have_value("Ngân sách nhà nước cấp")
        expect(page.locator("[name='figures-0-value']")).to_have_value("")
        shot(page, "disclosure-form")
