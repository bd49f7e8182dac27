"""A teacher builds a form from a ready one; nobody publishes it before the head has approved what it asks; a parent fills it in
on a small phone without script."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL_LABEL, Shot, SignIn
from tests.support.watch import overflow

TITLE = "Đơn xin phép nghỉ học của em"
TYPING = 3_200
"""Milliseconds before which nobody types a form."""
AGREE = "[data-workflow-action-name=approve]"


def person(sign_in: SignIn, role: str) -> Page:
    return sign_in(f"{SCHOOL_LABEL}.{role}")


def admin(page: Page, demo_server: DemoServer, path: str) -> Page:
    page.goto(demo_server.url(DEPARTMENT, f"/admin/{path}"))
    return page


def agree(page: Page, demo_server: DemoServer, number: str) -> int:
    """Open a page and agree to it where that is offered; answers how often it is."""
    admin(page, demo_server, f"pages/{number}/edit/")
    page.wait_for_load_state()
    buttons = page.locator(AGREE)
    offered = buttons.count()
    if offered:
        if not buttons.first.is_visible():
            page.locator("footer [data-w-dropdown-target=toggle]").first.click()
        buttons.first.click()
        expect(page).not_to_have_url(re.compile(r"/edit/"))
    return offered


class TestBoardForm:
    def test_is_published_only_with_its_purpose_in_force_and_filled_in_on_a_phone(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        number = self._teacher_builds(person(sign_in, "tacgia"), demo_server, shot)
        assert agree(person(sign_in, "bientap"), demo_server, number) == 1
        chief = person(sign_in, "truongban")
        assert agree(chief, demo_server, number) == 0
        shot(chief, "board-form-refused")
        self._head_approves(person(sign_in, "thutruong"), demo_server)
        assert agree(chief, demo_server, number) == 1
        admin(chief, demo_server, f"board-forms/{number}/")
        address = chief.locator("main a[href*='don-xin-phep-nghi-hoc']").first.get_attribute("href")
        self._parent_fills_in(phone, address, shot)

    def _teacher_builds(self, page: Page, demo_server: DemoServer, shot: Shot) -> str:
        admin(page, demo_server, "board-forms/new/")
        shot(page, "board-form-new")
        page.locator("[name=ready][value=leave]").check()
        page.locator("[name=section]").select_option(index=3)
        page.locator("[name=title]").fill(TITLE)
        page.locator("main form button[type=submit]").click()
        expect(page).to_have_url(re.compile(r"/pages/\d+/edit/"))
        number = re.search(r"/pages/(\d+)/", page.url)[1]
        page.wait_for_load_state()
        shot(page, "board-form-edit")
        page.locator("[name=action-submit]").first.click()
        page.wait_for_load_state("load")
        return number

    def _head_approves(self, page: Page, demo_server: DemoServer) -> None:
        admin(page, demo_server, "privacy/register/")
        page.locator("a[href*='/privacy/activities/']", has_text=TITLE).first.click()
        page.get_by_role("button", name="Phê duyệt").first.click()
        page.wait_for_load_state("load")

    def _parent_fills_in(self, page: Page, address: str, shot: Shot) -> None:
        page.goto(address)
        self._go_on(page)
        expect(page.locator(".errors")).to_contain_text("Họ và tên học sinh")
        shot(page, "board-form-errors-320")
        for label, text in (
            ("Họ và tên học sinh", "Lê Minh Châu"),
            ("Lớp", "4A"),
            ("Họ và tên của bạn", "Trần Thị Hoa"),
            ("Số điện thoại", "0912 345 678"),
        ):
            page.get_by_label(label).fill(text)
        self._go_on(page)
        page.get_by_label("Nghỉ từ ngày").fill("5/10/2026")
        page.get_by_label("Đến hết ngày").fill("6/10/2026")
        page.get_by_label("Ốm").check()
        self._go_on(page)
        expect(page.get_by_label("Nêu rõ lý do khác")).to_have_count(0)
        assert overflow(page) == []
        shot(page, "board-form-file-320")
        self._go_on(page)
        expect(page.locator("main")).to_contain_text("05/10/2026")
        self._go_on(page)
        boxes = page.locator("form.form input[type=checkbox]")
        assert [box.is_checked() for box in boxes.all()] == [False]
        boxes.first.check()
        self._go_on(page)
        expect(page.locator(".receipt__code")).to_have_count(2)
        shot(page, "board-form-receipt-320")

    def _go_on(self, page: Page) -> None:
        page.wait_for_timeout(TYPING)
        page.locator("form.form button[type=submit]").last.click()
        page.wait_for_load_state("load")
