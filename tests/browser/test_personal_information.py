"""A parent answers a consultation on a small phone without script, refuses sharing, and comes back with both codes: corrects the
name, takes a certificate that anybody can verify and that shows nothing, withdraws."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.test_rights import press
from tests.support.demo_server import DemoServer
from tests.support.journeys import PHONE, SCHOOL, FeedbackForm, Shot, sent
from tests.support.texts import vi
from tests.support.watch import overflow

CONSULTATION = "/lay-y-kien/gio-hoc-mua-dong/"
OPINION = "Lùi giờ vào lớp thì tôi kịp đưa cả hai cháu, xin nhà trường làm sớm."
NAME, CORRECTED = "Trần Thị Minh Nguyệt", "Trần Thị Ánh Nguyệt"


class TestPersonalInformation:
    def test_an_answer_to_a_consultation_is_corrected_certified_and_withdrawn(
        self, phone: Page, new_context, demo_server: DemoServer, shot: Shot
    ) -> None:
        codes = self._answers(phone, demo_server, shot)
        self._opens_the_file(phone, demo_server, codes)
        self._corrects_the_name(phone, shot)
        certificate = self._takes_the_certificate(phone)
        stranger = new_context(**PHONE).new_page()
        self._is_verified(stranger, demo_server, certificate, codes, "Genuine and up to date", shot)
        self._withdraws(phone)
        self._is_verified(
            stranger, demo_server, certificate, codes, "Genuine, but no longer up to date", shot
        )
        self._neither_code_opens_anything(phone, demo_server, codes)

    def _answers(self, phone: Page, server: DemoServer, shot: Shot) -> tuple[str, str]:
        phone.goto(server.url(SCHOOL, CONSULTATION))
        assert overflow(phone) == []
        assert phone.context.cookies() == []
        address = phone.get_by_role("main").get_by_role("link", name=vi("Send your opinion")).first
        form = FeedbackForm(phone, server.url(SCHOOL, address.get_attribute("href")))
        expect(phone.locator("main section[aria-labelledby=notice-summary]")).to_be_visible()
        assert phone.locator("main input:checked").count() == 0
        phone.locator("main [name=text-general]").fill(OPINION)
        form.wait_until_typed()
        self._goes_on(form, shot, "opinion-1")
        phone.locator("main [name=whom][value=self]").check()
        phone.locator("main [name=name]").fill(NAME)
        self._goes_on(form, shot, "opinion-2-sender")
        expect(phone.get_by_role("main")).to_contain_text(OPINION)
        self._goes_on(form, shot, "opinion-3-check")
        boxes = phone.locator("main input[type=checkbox]")
        assert boxes.count() >= 1
        assert phone.locator("main input:checked, main input[name^=share-]").count() == 0
        boxes.first.check()
        self._goes_on(form, shot, "opinion-4-consent")
        choices = phone.locator("main input[name^=share-]")
        assert choices.count() == 2
        assert phone.locator("main input:checked").count() == 0
        phone.locator("main input[name^=share-][value=no]").check()
        shot(phone, "opinion-5-sharing-320")
        assert form.press("Send").status == 200
        expect(phone.get_by_role("main")).to_contain_text(vi("Refused"))
        assert overflow(phone) == []
        shot(phone, "opinion-6-receipt-320")
        reference, secret = (code.strip() for code in phone.locator(".receipt__code").all_inner_texts())
        assert re.fullmatch(r"YK[-0-9A-Z]+", reference), reference
        return reference, secret

    def _goes_on(self, form: FeedbackForm, shot: Shot, name: str) -> None:
        assert overflow(form.page) == []
        shot(form.page, f"{name}-320")
        assert form.press("Continue").status == 200

    def _opens_the_file(self, phone: Page, server: DemoServer, codes: tuple[str, str]) -> None:
        enter(phone, server, codes)
        main = phone.get_by_role("main")
        for text in (OPINION, NAME):
            expect(main).to_contain_text(text)
        assert codes[0] not in phone.url
        assert overflow(phone) == []

    def _corrects_the_name(self, phone: Page, shot: Shot) -> None:
        phone.locator("button[value='correct:name']").click()
        phone.locator("main [name=name]").fill(CORRECTED)
        assert overflow(phone) == []
        press(phone, "Save")
        expect(phone.get_by_role("main")).to_contain_text(CORRECTED)
        expect(phone.get_by_role("main")).not_to_contain_text(NAME)
        shot(phone, "opinion-7-corrected-320")

    def _takes_the_certificate(self, phone: Page) -> tuple[str, str]:
        """Its serial number and the hash of the file that came."""
        with phone.expect_download() as caught:
            phone.locator("button[value=certificate]").click()
        data = Path(caught.value.path()).read_bytes()
        assert data.startswith(b"%PDF-")
        serial = re.fullmatch(r"xac-nhan-(XN-[0-9A-Z-]+)\.pdf", caught.value.suggested_filename)[1]
        return serial, hashlib.sha256(data).hexdigest()

    def _is_verified(
        self,
        page: Page,
        server: DemoServer,
        certificate: tuple[str, str],
        codes: tuple[str, str],
        verdict: str,
        shot: Shot,
    ) -> None:
        """Somebody without any code sees whether the certificate holds, and nothing of what it says."""
        serial, digest = certificate
        answer = page.goto(server.url(SCHOOL, f"/quyen-rieng-tu/xac-nhan/{serial}/"))
        assert answer.status == 200
        main = page.get_by_role("main")
        expect(main).to_contain_text(vi(verdict))
        expect(main).to_contain_text(digest)
        html = page.content()
        assert [word for word in (*codes, OPINION, NAME, CORRECTED) if word in html] == []
        assert overflow(page) == []
        shot(page, f"certificate-{'valid' if verdict.endswith('and up to date') else 'ended'}-320")

    def _withdraws(self, phone: Page) -> None:
        phone.locator("button[value^='withdraw:']").first.click()
        assert overflow(phone) == []
        press(phone, "Withdraw my consent")
        expect(phone.locator("h1")).to_contain_text(vi("Your information was erased"))

    def _neither_code_opens_anything(self, phone: Page, server: DemoServer, codes: tuple[str, str]) -> None:
        assert enter(phone, server, codes) == 422
        expect(phone.locator("main .errors")).to_be_visible()
        expect(phone.get_by_role("main")).not_to_contain_text(OPINION)


def enter(phone: Page, server: DemoServer, codes: tuple[str, str]) -> int:
    """Both codes at the door; the status of the answer."""
    phone.goto(server.url(SCHOOL, "/quyen-rieng-tu/"))
    for name, code in zip(("reference", "secret"), codes, strict=True):
        phone.locator(f"main [name={name}]").fill(code)
    door = phone.get_by_role("main").get_by_role("button", name=vi("Open my file"), exact=True)
    return sent(phone, door).status
