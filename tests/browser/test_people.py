"""A chief editor invites somebody by keyboard; the person makes an account, sets up the app, and enters with a code."""

from __future__ import annotations

import re
import time

from allauth.mfa.totp.internal import auth
from playwright.sync_api import Page, expect

from edusite.demo.people import PASSWORD as DEMO_PASSWORD
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL_LABEL, Shot, SignIn

PASSWORD = "một-buổi-sáng-bên-sông-2026"
LETTER_SECONDS = 90


def code_for(secret: str, after: int = 0) -> tuple[str, int]:
    """A code of a later step than `after`; waits for one where there is none yet."""
    while (step := int(time.time()) // 30) <= after:
        time.sleep(1)
    return auth.format_hotp_value(auth.hotp_value(secret.replace(" ", ""), step)), step


def link_in_letter(server: DemoServer, address: str) -> str:
    """The path of the invitation, from the letter that the worker sent."""
    until = time.monotonic() + LETTER_SECONDS
    while time.monotonic() < until:
        for letter in (server.data_dir / "outbox").glob("*"):
            text = letter.read_text(errors="replace")
            if f"To: {address}" in text and (found := re.search(r"/loi-moi/[\w-]+/", text)):
                return found[0]
        time.sleep(1)
    raise AssertionError(f"no letter to {address} within {LETTER_SECONDS} s")


class TestInvitation:
    def test_leads_to_an_account_with_a_second_factor(
        self, sign_in: SignIn, demo_server: DemoServer, new_context, shot: Shot
    ) -> None:
        address = f"moi-{int(time.time())}@example.edu.vn"
        self._invite(sign_in(f"{SCHOOL_LABEL}.truongban"), demo_server, address, shot)
        page = new_context(viewport={"width": 320, "height": 640}).new_page()
        self._accept(page, demo_server, address, shot)
        secret, step = self._enrol(page, demo_server, shot)
        self._enter_again(page, demo_server, address, secret, step, shot)

    def _invite(self, page: Page, server: DemoServer, address: str, shot: Shot) -> None:
        page.goto(server.url("localhost", "/admin/people/"))
        shot(page, "people-list")
        page.goto(server.url("localhost", "/admin/people/invite/"))
        page.locator("#id_email").focus()
        page.keyboard.type(address)
        page.keyboard.press("Tab")
        page.locator("#id_role").select_option("editor")
        shot(page, "people-invite")
        page.locator("#id_reason").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/admin/people/$"))
        expect(page.locator("main")).to_contain_text(address)

    def _accept(self, page: Page, server: DemoServer, address: str, shot: Shot) -> None:
        page.goto(server.url("localhost", link_in_letter(server, address)))
        page.locator("#id_first_name").fill("Trần Thị")
        page.locator("#id_last_name").fill("Hiền")
        page.locator("#id_password").fill(PASSWORD)
        page.locator("#id_password_again").fill(PASSWORD)
        shot(page, "people-accept-320")
        page.locator("#id_password_again").press("Enter")
        expect(page).to_have_url(re.compile("/admin/|/tai-khoan/hai-lop/"))

    def _enrol(self, page: Page, server: DemoServer, shot: Shot) -> tuple[str, int]:
        page.goto(server.url("localhost", "/tai-khoan/hai-lop/ung-dung/"))
        secret = page.locator("code").inner_text()
        shot(page, "people-enrol-320")
        code, step = code_for(secret)
        page.locator("#id_code").fill(code)
        page.locator("#id_code").press("Enter")
        expect(page.locator(".account__codes li")).to_have_count(10)
        shot(page, "people-recovery-codes-320")
        return secret, step

    def _enter_again(
        self, page: Page, server: DemoServer, address: str, secret: str, step: int, shot: Shot
    ) -> None:
        page.goto(server.url("localhost", "/tai-khoan/"))
        shot(page, "people-security-320")
        page.goto(server.url("localhost", "/tai-khoan/dang-xuat/"))
        page.locator("main button[type=submit]").press("Enter")
        page.locator("#id_login").fill(address)
        page.locator("#id_password").fill(PASSWORD)
        page.locator("#id_password").press("Enter")
        expect(page).to_have_url(re.compile("/tai-khoan/dang-nhap/ma/"))
        shot(page, "people-code-320")
        code, _step = code_for(secret, after=step)
        page.locator("#id_code").fill(code)
        page.locator("#id_code").press("Enter")
        expect(page).to_have_url(server.url("localhost", "/admin/"))


class TestPasskey:
    """The ceremony with an authenticator that the browser simulates: enrolment, entry with it, and its end."""

    PERSON = "thcs-le-quy-don.tacgia"

    def test_answers_in_place_of_a_code(self, sign_in: SignIn, demo_server: DemoServer, shot: Shot) -> None:
        page = sign_in(self.PERSON)
        self._plug_in(page)
        self._enrol(page, demo_server, shot)
        self._enter_with_it(page, demo_server, shot)
        self._remove(page, demo_server)

    def _plug_in(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def _enrol(self, page: Page, server: DemoServer, shot: Shot) -> None:
        page.goto(server.url("localhost", "/tai-khoan/hai-lop/khoa/them/"))
        self._confirm_password(page)
        page.locator("#id_name").fill("Máy tính phòng giáo viên")
        page.locator("#passkey").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.goto(server.url("localhost", "/tai-khoan/hai-lop/khoa/"))
        expect(page.locator("main")).to_contain_text("Máy tính phòng giáo viên")
        shot(page, "passkey-list")

    def _confirm_password(self, page: Page) -> None:
        if "/xac-nhan/" in page.url:
            page.locator("#id_password").fill(DEMO_PASSWORD)
            page.locator("#id_password").press("Enter")
            expect(page).to_have_url(re.compile("/khoa/them/"))

    def _enter_with_it(self, page: Page, server: DemoServer, shot: Shot) -> None:
        page.goto(server.url("localhost", "/tai-khoan/dang-xuat/"))
        page.locator("main button[type=submit]").press("Enter")
        page.goto(server.url("localhost", "/admin/"))
        page.locator("#id_login").fill(self.PERSON)
        page.locator("#id_password").fill(DEMO_PASSWORD)
        page.locator("#id_password").press("Enter")
        expect(page).to_have_url(re.compile("/tai-khoan/dang-nhap/ma/"))
        shot(page, "passkey-asked")
        page.locator("#passkey").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(server.url("localhost", "/admin/"))

    def _remove(self, page: Page, server: DemoServer) -> None:
        page.goto(server.url("localhost", "/tai-khoan/hai-lop/khoa/"))
        page.locator("a[href$='/bo/']").press("Enter")
        page.locator("main button[type=submit]").press("Enter")
        page.goto(server.url("localhost", "/tai-khoan/hai-lop/khoa/"))
        expect(page.locator("main")).not_to_contain_text("Máy tính phòng giáo viên")
