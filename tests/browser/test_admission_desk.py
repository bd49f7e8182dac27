"""A clerk checks an application and asks for evidence; a decision takes a second person; a paper is entered with its proof."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.privacy.uploads import made
from tests.support.demo_server import DemoServer
from tests.support.journeys import FeedbackForm, Shot, SignIn, sent
from tests.support.watch import overflow

SCHOOL = "thpt-chu-van-an"
MISSING = "Đề nghị gửi lại ảnh chụp rõ hai mặt giấy khai sinh."
REASON = "Em chưa tốt nghiệp trung học cơ sở."


@pytest.fixture
def clerk(sign_in: SignIn, demo_server: DemoServer) -> Page:
    page = sign_in(f"{SCHOOL}.bientap")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(demo_server.url("localhost", "/admin/admission/"))
    page.locator("main td.title a").first.click()
    return page


def opened(page: Page) -> None:
    page.locator("input[name=purpose][value=handle]").check()
    page.locator("main button[value=open]").click()
    expect(page.locator("main")).to_contain_text("Phụ Huynh")


def act(page: Page, name: str, **entered: str) -> None:
    """Open what may be done, fill it in by the names of its fields and send it."""
    form = page.locator(f"main section.admission-fold:has(button[value={name}])")
    for field, value in entered.items():
        place = form.locator(f"[name={field}]").first
        place.check() if field == "to" else place.fill(value)
    form.locator(f"button[value={name}]").click()


class TestDesk:
    def test_one_person_proposes_and_another_one_confirms(
        self, clerk: Page, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        assert overflow(clerk) == []
        shot(clerk, "admission-queue-320")
        clerk.locator("main button[value=next]").click()
        expect(clerk.locator("main")).not_to_contain_text("Phụ Huynh")
        reference = clerk.locator("main h2").first.inner_text()
        opened(clerk)
        assert overflow(clerk) == []
        shot(clerk, "admission-case-320")
        act(clerk, "ask", text=MISSING)
        opened(clerk)
        expect(clerk.locator(".admission-record")).to_contain_text(MISSING)
        act(clerk, "propose", to="invalid", text=REASON)
        opened(clerk)
        expect(clerk.locator("main button[value=confirm]")).to_have_count(0)
        self._chief_confirms(sign_in, clerk, reference, shot)

    def _chief_confirms(self, sign_in: SignIn, clerk: Page, reference: str, shot: Shot) -> None:
        chief = sign_in(f"{SCHOOL}.truongban")
        chief.goto(clerk.url)
        expect(chief.locator("main h2").first).to_have_text(reference)
        opened(chief)
        expect(chief.locator("main")).to_contain_text(REASON)
        shot(chief, "admission-decision-1280")
        chief.locator("main button[value=confirm]").click()
        opened(chief)
        expect(chief.locator("main button[value=reopen]")).to_have_count(1)
        expect(chief.locator("main button[value=confirm]")).to_have_count(0)


class TestPaper:
    FILLED = {
        "child_name": "Lường Thị Giấy",
        "child_birth": "05/09/2012",
        "child_identity": "001312000456",
        "rep_name": "Lường Văn Giấy",
        "rep_phone": "0912 345 679",
        "commune_other": "Phường Bến Đò, tỉnh Hòa Sơn",
    }

    def test_a_clerk_enters_a_paper_and_hands_out_its_receipt(
        self, sign_in: SignIn, demo_server: DemoServer, shot: Shot, tmp_path: Path
    ) -> None:
        scan = tmp_path / "to-khai.pdf"
        scan.write_bytes(made.pdf())
        page = sign_in(f"{SCHOOL}.tacgia")
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(demo_server.url("localhost", "/admin/applications/paper/"))
        page.locator("main td.title a", has_text="lớp 10").first.click()
        for _step in range(12):
            assert overflow(page) == []
            if not page.locator("main form button[type=submit]:not([name])").count():
                break
            self._fills(page, scan)
            sent(page, page.locator("main form button[type=submit]:not([name])").last)
        expect(page.locator("main strong").first).to_contain_text("TS-")
        expect(page.locator("main")).not_to_contain_text("Lường")
        shot(page, "paper-receipt-320")

    def _fills(self, page: Page, scan: Path) -> None:
        for name, value in self.FILLED.items():
            if page.locator(f"main [name={name}]").count():
                page.locator(f"main [name={name}]").fill(value)
        if page.locator("main [name=rep_relation]").count():
            page.locator("main [name=rep_relation][value=father]").check()
        if page.locator("main [name=commune]").count():
            page.locator("main [name=commune]").select_option(index=1)
        if page.locator("main [name=wish_1]").count():
            page.locator("main [name=wish_1]").select_option(index=1)
        if page.locator("main [name=received_on]").count():
            page.locator("main [name=received_on]").fill(f"{datetime.now(tz=UTC):%d/%m/%Y}")
        for field in page.locator("main input[type=file]").all():
            field.set_input_files(scan)
        for box in page.locator("main [name^=consent-]").all():
            box.check()
        if page.locator("main [name=stamp]").count():
            time.sleep(FeedbackForm.MIN_SECONDS)
