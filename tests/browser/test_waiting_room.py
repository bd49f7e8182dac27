"""Whoever comes in the rush waits in the order of arrival, without script; an officer sets the pace (W8.4c, decision 0028)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.privacy.uploads import made
from tests.support.admission import Family
from tests.support.demo_rows import minutes_pass, waiting_rooms_go
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, Shot, SignIn, follow, sent
from tests.support.watch import overflow

FORM = "/tuyen-sinh-truc-tuyen/tuyen-sinh-lop-10/ho-so/"
WAITS = re.compile(r"/phong-cho/[0-9a-f-]{36}/[^/]+/$")
SAID = {
    "child_name": "Nguyễn Văn Chờ",
    "child_birth": "05/09/2012",
    "child_identity": "001 212 000 789",
    "rep_name": "Trần Thị Chờ",
}
KNOWN_MS = 2500
"""Until all processes know of another pace (``enrolment.waiting_room.rooms.FRESH_SECONDS``)."""


def local(minutes: int) -> str:
    """A moment so many minutes from now, as it is typed in the admin."""
    return f"{datetime.now(ZoneInfo('Asia/Ho_Chi_Minh')) + timedelta(minutes=minutes):%d/%m/%Y %H:%M}"


@pytest.fixture
def officer(sign_in: SignIn, demo_server: DemoServer) -> Iterator[Page]:
    """At the list of rooms; afterwards there is none."""
    page = sign_in("so.bientap")
    page.goto(demo_server.url(DEPARTMENT, "/admin/waiting-rooms/"))
    yield page
    waiting_rooms_go(demo_server)


class TestRush:
    def test_people_are_let_in_in_the_order_of_arrival_at_the_pace_of_an_officer(
        self, officer: Page, phone: Page, new_context, demo_server: DemoServer, shot: Shot, tmp_path: Path
    ) -> None:
        self._opens(officer, shot)
        other = new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=False).new_page()
        for number, page in enumerate((phone, other), start=1):
            self._comes(page, demo_server, number, shot)
        officer.reload()
        expect(officer.locator("main strong").first).to_contain_text("2")
        self._both_widths(officer, shot, "waiting-admin")
        self._changes(officer, starts_at=local(-1), per_minute="1")
        phone.wait_for_timeout(KNOWN_MS)
        phone.reload()
        minutes_pass(demo_server, 1)
        self._is_called(phone, shot)
        other.reload()
        expect(other.locator("#place + p")).to_be_visible()
        expect(other.locator("main a.button")).to_have_count(0)
        self._sends(phone, demo_server, tmp_path)
        self._changes(officer, per_minute="600")
        self._is_called(other, shot)
        follow(other, other.locator("main a.button"))
        expect(other.locator("[name=child_name]")).to_be_visible()
        sent(officer, officer.locator("main button[value=remove]"))
        assert overflow(officer) == []
        shot(officer, "waiting-remove-1280")
        sent(officer, officer.locator("main form:has([name=go]) button[value=remove]"))
        expect(officer.locator("main td.title a", has_text="lớp 10").first).to_be_visible()

    def _opens(self, officer: Page, shot: Shot) -> None:
        self._both_widths(officer, shot, "waiting-rooms-admin")
        officer.locator("main td.title a", has_text="lớp 10").first.click()
        hours = {"opens_at": local(-2), "starts_at": local(30), "closes_at": local(120)}
        self._changes(officer, **hours, per_minute="300")

    def _changes(self, officer: Page, **entered: str) -> None:
        for name, value in entered.items():
            officer.locator(f"main [name={name}]").fill(value)
        sent(officer, officer.locator("main button[value=set]"))
        expect(officer.locator(".messages .success")).to_be_visible()

    def _both_widths(self, page: Page, shot: Shot, name: str) -> None:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 1300})
            assert overflow(page) == []
            shot(page, f"{name}-{width}")

    def _comes(self, page: Page, server: DemoServer, number: int, shot: Shot) -> None:
        page.goto(server.url(DEPARTMENT, FORM))
        expect(page).to_have_url(WAITS)
        expect(page.locator("#place")).to_contain_text(f" {number}")
        before = ("tiếp theo", "1 người")[number - 1]
        expect(page.locator("#place + p")).to_contain_text(before)
        assert overflow(page) == []
        shot(page, f"waiting-{page.viewport_size['width']}")

    def _is_called(self, page: Page, shot: Shot) -> None:
        """The page loads itself, without script."""
        expect(page.locator("main a.button")).to_be_visible()
        assert overflow(page) == []
        shot(page, f"waiting-turn-{page.viewport_size['width']}")

    def _sends(self, page: Page, server: DemoServer, folder: Path) -> None:
        """Whoever was let in gets to the end; the number is good for one form."""
        paper = folder / "giay.pdf"
        paper.write_bytes(made.pdf())
        address = page.locator("main a.button").get_attribute("href")
        follow(page, page.locator("main a.button"))
        family = Family(server, address, paper, **SAID)
        family.wishes = ("Chu Văn An",)
        family.begins(page)
        family.sends(page)
        page.goto(server.url(DEPARTMENT, address))
        expect(page).to_have_url(WAITS)
        expect(page.locator("#place")).to_contain_text(" 3")
