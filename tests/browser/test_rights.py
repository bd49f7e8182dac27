"""A parent comes back with both codes, on a small phone without script: sees all, corrects one thing, takes the certificate home,
withdraws. A month later nothing of it is left but the proof."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_feedback import SUBJECT, fill_questions, start
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, Shot
from tests.support.texts import vi
from tests.support.watch import overflow

CORRECTED = "Cổng phụ giờ tan học"


@pytest.fixture
def feedback_path(addresses) -> str:
    return next(a.path for a in addresses if a.kind == "FeedbackPage" and a.language == "vi")


class TestRights:
    def test_a_parent_complains_refuses_sharing_comes_back_corrects_certifies_and_withdraws(
        self, phone: Page, demo_server: DemoServer, feedback_path: str, shot: Shot
    ) -> None:
        reference, secret = self._sends_a_complaint(phone, demo_server, feedback_path)
        self._opens_the_file(phone, demo_server, reference, secret, shot)
        self._corrects_one_thing(phone, shot)
        self._gets_the_certificate(phone)
        self._withdraws(phone, shot)
        self._nothing_opens_any_more(phone, demo_server, reference, secret)

    def _sends_a_complaint(self, phone: Page, server: DemoServer, path: str) -> tuple[str, str]:
        form = start(phone, server, path)
        fill_questions(form)
        form.press("Continue")
        phone.locator("main input[type=checkbox]").first.check()
        form.press("Continue")
        phone.locator("main input[name^=share-][value=no]").check()
        form.press("Send")
        reference, secret = (code.strip() for code in phone.locator(".receipt__code").all_inner_texts())
        return reference, secret

    def _opens_the_file(
        self, phone: Page, server: DemoServer, reference: str, secret: str, shot: Shot
    ) -> None:
        phone.goto(server.url(SCHOOL, "/quyen-rieng-tu/"))
        assert overflow(phone) == []
        shot(phone, "rights-1-door-320")
        phone.locator("[name=reference]").fill(reference.lower())
        phone.locator("[name=secret]").fill("AAAA BBBB CCCC")
        press(phone, "Open my file")
        expect(phone.locator("main .errors")).to_be_visible()
        assert overflow(phone) == []
        phone.locator("[name=secret]").fill(secret.replace("-", ""))
        press(phone, "Open my file")
        expect(phone.get_by_role("main")).to_contain_text(SUBJECT)
        assert reference not in phone.url
        assert overflow(phone) == []
        shot(phone, "rights-2-file-320")

    def _corrects_one_thing(self, phone: Page, shot: Shot) -> None:
        phone.locator("button[value='correct:subject']").click()
        assert overflow(phone) == []
        phone.locator("[name=subject]").fill(CORRECTED)
        shot(phone, "rights-3-correct-320")
        press(phone, "Save")
        expect(phone.get_by_role("main")).to_contain_text(CORRECTED)

    def _gets_the_certificate(self, phone: Page) -> None:
        with phone.expect_download() as caught:
            phone.locator("button[value=certificate]").click()
        path = Path(caught.value.path())
        assert path.read_bytes().startswith(b"%PDF-")
        assert re.fullmatch(r"xac-nhan-XN-[0-9A-Z-]+\.pdf", caught.value.suggested_filename)

    def _withdraws(self, phone: Page, shot: Shot) -> None:
        phone.locator("button[value^='withdraw:']").first.click()
        assert overflow(phone) == []
        shot(phone, "rights-4-withdraw-320")
        press(phone, "Withdraw my consent")
        expect(phone.locator("h1")).to_contain_text(vi("Your information was erased"))
        shot(phone, "rights-5-gone-320")

    def _nothing_opens_any_more(self, phone: Page, server: DemoServer, reference: str, secret: str) -> None:
        phone.goto(server.url(SCHOOL, "/quyen-rieng-tu/"))
        phone.locator("[name=reference]").fill(reference)
        phone.locator("[name=secret]").fill(secret)
        press(phone, "Open my file")
        expect(phone.locator("main .errors")).to_be_visible()


def press(page: Page, text: str) -> None:
    page.get_by_role("main").get_by_role("button", name=vi(text), exact=True).click()
