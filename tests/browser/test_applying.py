"""A mother applies for two wishes from a small phone, goes on elsewhere, adds a paper, confirms the place (W8.4c, W9.4)."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.privacy.uploads import made
from tests.support.demo_rows import application_stands
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, FeedbackForm, Shot, sent
from tests.support.watch import overflow

FORM = "/tuyen-sinh-truc-tuyen/tuyen-sinh-lop-10/ho-so/"
STATUS, RESUME = "/ho-so-tuyen-sinh/", "/tiep-tuc-bieu-mau/"
NAME = "Nguyễn Văn Thử"


def go_on(page: Page) -> None:
    sent(page, page.locator("main form.form button[type=submit]:not([name])").last)
    assert not overflow(page)


def codes_of(page: Page) -> tuple[str, str]:
    first, second = (place.inner_text() for place in page.locator(".receipt__code").all()[:2])
    return first, second


def enter_codes(page: Page, server: DemoServer, path: str, codes: tuple[str, str]) -> None:
    page.goto(server.url(DEPARTMENT, path))
    page.locator("[name=reference]").fill(codes[0])
    page.locator("[name=secret]").fill(codes[1])
    sent(page, page.locator("main form.form button[type=submit]"))


class TestMother:
    def test_applies_goes_on_elsewhere_adds_a_paper_and_confirms_the_place(
        self, phone: Page, new_context, demo_server: DemoServer, shot: Shot, tmp_path: Path
    ) -> None:
        paper = tmp_path / "giay.pdf"
        paper.write_bytes(made.pdf())
        kept = self._begins(phone, demo_server)
        other = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
        enter_codes(other, demo_server, RESUME, kept)
        expect(other.locator("[name=rep_name]")).to_have_value("Trần Thị Thử")
        codes = self._sends(other, paper)
        shot(other, "application-receipt")
        application_stands(demo_server, codes[0], "more")
        enter_codes(other, demo_server, STATUS, codes)
        expect(other.get_by_text(NAME)).to_have_count(0)
        sent(other, other.locator("button[name=act][value=evidence]"))
        other.locator("[name=file_1]").set_input_files(paper)
        sent(other, other.locator("button[name=go]"))
        application_stands(demo_server, codes[0], "admitted")
        enter_codes(other, demo_server, STATUS, codes)
        assert not overflow(other)
        sent(other, other.locator("button[name=act][value=confirm]"))
        sent(other, other.locator("button[name=go]"))
        expect(other.locator("button[name=act][value=confirm]")).to_have_count(0)
        expect(other.locator("button[name=act][value=decline]")).to_be_visible()
        shot(other, "application-confirmed")

    def _begins(self, page: Page, server: DemoServer) -> tuple[str, str]:
        page.goto(server.url(DEPARTMENT, FORM))
        time.sleep(FeedbackForm.MIN_SECONDS)
        page.locator("[name=child_name]").fill(NAME)
        page.locator("[name=child_birth]").fill("05/09/2012")
        page.locator("[name=child_identity]").fill("001 212 000 123")
        go_on(page)
        page.locator("[name=rep_name]").fill("Trần Thị Thử")
        page.locator("[name=rep_relation][value=mother]").check()
        sent(page, page.locator("button[name=keep]"))
        return codes_of(page)

    def _sends(self, page: Page, paper: Path) -> tuple[str, str]:
        page.locator("[name=rep_phone]").fill("0912 345 678")
        for _step in range(12):
            if page.locator(".receipt__code").count():
                return codes_of(page)
            self._fills(page, paper)
            go_on(page)
        raise AssertionError(page.url)

    def _fills(self, page: Page, paper: Path) -> None:
        if page.locator("[name=commune_other]").count():
            page.locator("[name=commune_other]").fill("Phường Bến Đò, tỉnh Hòa Sơn")
        if page.locator("[name=commune]").count():
            page.locator("[name=commune]").select_option(index=1)
        if page.locator("[name=wish_1]").count():
            page.locator("[name=wish_1]").select_option(index=1)
            page.locator("[name=wish_2]").select_option(index=3)
        for field in page.locator("input[type=file]").all():
            field.set_input_files(paper)
        for box in page.locator("[name^=consent-]").all():
            box.check()
