"""Results day on a small phone without script: a pupil finds the result, appeals and sees the outcome; an employer verifies a
certificate; a stranger who walks through numbers gets nothing and is stopped (W8.11, W8.12)."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request

from playwright.sync_api import Page, expect

from edusite.demo.examinations import SHOWN
from tests.support.demo_server import DemoServer
from tests.support.journeys import (
    DEPARTMENT,
    PHONE,
    FeedbackForm,
    Shot,
    SignIn,
    go_on,
    name_purpose,
    open_admin,
    sent,
)
from tests.support.texts import vi
from tests.support.watch import overflow

EXAM = "/ket-qua-thi/tot-nghiep-thpt/"
EDITOR, CHIEF = "so.bientap", "so.truongban"
NUMBER, BIRTH, CODE = SHOWN
OUTCOME = "Bài thi môn Toán được chấm lại: 8,75 thay cho 8,25."


def look_up(page: Page, server: DemoServer, number: str = NUMBER, birth: str = BIRTH, code: str = CODE):
    page.goto(server.url(DEPARTMENT, EXAM))
    assert overflow(page) == []
    for name, value in (("number", number), ("birth", birth), ("code", code)):
        page.locator(f"main form [name={name}]").fill(value)
    return sent(page, page.get_by_role("main").get_by_role("button", name=vi("Show my results")))


class TestResultsDay:
    def test_a_pupil_finds_the_result_appeals_and_sees_the_outcome(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        answer = look_up(phone, demo_server)
        assert answer.headers["cache-control"] == "no-store, private"
        expect(phone.locator("main .facts")).to_contain_text("8,25")
        assert overflow(phone) == []
        assert phone.context.cookies() == []
        shot(phone, "result-found")
        reference, secret = self._appeals(phone, demo_server, shot)
        editor, chief = sign_in(EDITOR), sign_in(CHIEF)
        self._officer_writes_the_outcome(editor, demo_server, reference)
        self._asks(phone, demo_server, reference, secret)
        assert OUTCOME not in phone.content(), "nothing is told before a second person agrees"
        self._second_person_confirms(chief, demo_server, reference, shot)
        self._asks(phone, demo_server, reference, secret)
        expect(phone.get_by_role("main")).to_contain_text(OUTCOME)
        assert overflow(phone) == []
        shot(phone, "appeal-outcome")

    def _appeals(self, phone: Page, server: DemoServer, shot: Shot) -> tuple[str, str]:
        phone.goto(server.url(DEPARTMENT, EXAM))
        address = phone.get_by_role("main").get_by_role("link", name=vi("Send an appeal"))
        form = FeedbackForm(phone, server.url(DEPARTMENT, address.get_attribute("href")))
        form.fill(number=NUMBER, name="Lò Thị Mẫu", birth=BIRTH, reason="Em làm hết bài.")
        phone.locator("main [name=subjects][value=toan]").check()
        shot(phone, "appeal-form")
        form.wait_until_typed()
        go_on(form)
        expect(phone.get_by_role("main")).to_contain_text("Lò Thị Mẫu")
        go_on(form)
        phone.locator("main input[name=consent-review]").check()
        go_on(form, "Send")
        codes = phone.locator(".receipt__code").all_inner_texts()
        expect(phone.locator("main a[href='/tra-cuu-phuc-khao/']")).to_be_visible()
        wide = "codes => codes.filter(code => code.scrollWidth > code.clientWidth).length"
        assert phone.locator(".receipt__code").evaluate_all(wide) == 0, "a code stays within its box"
        shot(phone, "appeal-receipt")
        return codes[0].strip(), codes[1].strip()

    def _opens(self, page: Page, server: DemoServer, reference: str) -> None:
        open_admin(page, server, "appeals/")
        page.get_by_role("link", name=reference).click()
        assert "Lò Thị Mẫu" not in page.content(), "nothing is shown before a purpose is named"
        name_purpose(page)
        sent(page, page.locator("main button[value=open]"))
        expect(page.locator("main")).to_contain_text("Lò Thị Mẫu")

    def _officer_writes_the_outcome(self, page: Page, server: DemoServer, reference: str) -> None:
        self._opens(page, server, reference)
        page.locator("main [name=outcome]").select_option("changed")
        page.locator("main [name=text]").fill(OUTCOME)
        sent(page, page.locator("main button[value=propose]"))

    def _second_person_confirms(self, page: Page, server: DemoServer, reference: str, shot: Shot) -> None:
        self._opens(page, server, reference)
        shot(page, "appeal-second-person")
        sent(page, page.locator("main button[value=confirm]"))

    def _asks(self, phone: Page, server: DemoServer, reference: str, secret: str) -> None:
        phone.goto(server.url(DEPARTMENT, "/tra-cuu-phuc-khao/"))
        phone.locator("main [name=reference]").fill(reference)
        phone.locator("main [name=secret]").fill(secret)
        sent(phone, phone.locator("main form button").first)


class TestCertificates:
    def test_an_employer_verifies_a_certificate_by_the_code_on_the_paper(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        officer = sign_in(EDITOR)
        open_admin(officer, demo_server, "certificates/")
        officer.locator("[name=one-number]").fill("HS 0000001")
        sent(officer, officer.locator("button[value=find]"))
        assert "Lò Thị Mẫu" not in officer.content()
        address = re.search(r"/van-bang/[0-9a-f-]{36}/", officer.content())[0]
        phone.goto(demo_server.url(DEPARTMENT, address))
        assert overflow(phone) == []
        assert phone.locator("main form input:not([type=hidden])").count() == 1
        for birth, is_right in (("06/09/2007", False), ("05/09/2007", True)):
            phone.locator("main [name=birth]").fill(birth)
            sent(phone, phone.locator("main form button").first)
            assert ("alert--success" in phone.content()) is is_right
            assert "Lò Thị Mẫu" not in phone.content(), (
                "what the employer knows is confirmed, nothing more is told"
            )
        shot(phone, "certificate-verified")


class TestStranger:
    def test_a_script_that_walks_through_numbers_gets_nothing_and_is_stopped(
        self, new_context, demo_server: DemoServer
    ) -> None:
        page = new_context(**PHONE).new_page()
        page.goto(demo_server.url(DEPARTMENT, EXAM))
        action = page.locator("main form[method=post]").first.get_attribute("action")
        address = demo_server.url(DEPARTMENT, action)
        origin = "/".join(address.split("/")[:3])
        answers = [self._tries(address, origin, 36000002 + turn) for turn in range(75)]
        assert all("own-result" not in text for _status, text in answers)
        assert len({len(text.encode()) for _status, text in answers}) == 1, "all answers have one length"
        statuses = [status for status, _text in answers]
        assert statuses[0] == 200
        assert statuses[-1] == 429
        assert statuses == sorted(statuses), "once stopped, it stays stopped"
        assert self._tries(address, "https://evil.example", 36000001)[0] == 403
        assert self._tries(address + "?number=36000001", origin, None)[0] in (200, 302)

    def _tries(self, address: str, origin: str, number: int | None) -> tuple[int, str]:
        fields = {"number": number, "birth": "01/01/2008", "code": "000000000"}
        data = urllib.parse.urlencode(fields).encode() if number else None
        request = urllib.request.Request(address, data=data, headers={"Origin": origin})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
