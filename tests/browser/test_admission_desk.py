"""A clerk checks an application and asks for evidence; a decision takes a second person; a paper is entered with its proof; a
family brings what was missing."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.privacy.uploads import made
from tests.support.admission import STATUS, act, enter_codes, opened, press
from tests.support.board import edit_address, footer, type_text
from tests.support.demo_server import DemoServer
from tests.support.journeys import FeedbackForm, Shot, SignIn, sent
from tests.support.watch import overflow

SCHOOL = "thpt-chu-van-an"
MISSING = "Đề nghị gửi lại ảnh chụp rõ hai mặt giấy khai sinh."
NAMES = ("Nguyễn Thị Ánh", "Trần Văn Bích", "Lò Thị Châu", "Giàng A Dính", "Phạm Thị Én", "Lê Văn Giang")
REASON = "Em chưa tốt nghiệp trung học cơ sở."


@pytest.fixture
def clerk(sign_in: SignIn, demo_server: DemoServer) -> Page:
    page = sign_in(f"{SCHOOL}.bientap")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(demo_server.url("localhost", "/admin/admission/"))
    page.locator("main td.title a").first.click()
    return page


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


class TestFamily:
    def test_a_paper_that_a_family_brings_is_added_with_proof(
        self, clerk: Page, shot: Shot, tmp_path: Path
    ) -> None:
        scan = tmp_path / "don.pdf"
        scan.write_bytes(made.pdf())
        queue = clerk.url
        clerk.locator("main button[value=next]").click()
        reference = clerk.locator("main h2").first.inner_text()
        clerk.goto(queue)
        clerk.locator("main [name=code]").fill(reference)
        clerk.locator("main button[value=find]").click()
        expect(clerk.locator("main h2").first).to_have_text(reference)
        assert reference not in clerk.url
        clerk.locator("main a[href*='/school/']").click()
        assert overflow(clerk) == []
        shot(clerk, "admission-family-acts-320")
        clerk.locator("main button[value=evidence]").click()
        self._proves(clerk, scan)
        self._at_both_widths(clerk, shot, "admission-family")
        clerk.locator("main form button[type=submit]").last.click()
        expect(clerk.locator(".messages")).to_contain_text(reference)
        shot(clerk, "admission-family-done-320")
        opened(clerk)
        record = clerk.locator(".admission-record")
        expect(record).to_contain_text("Lường Văn Đến")
        expect(record).to_contain_text("căn cước")

    def _at_both_widths(self, page: Page, shot: Shot, name: str) -> None:
        """The admin scrolls inside: a picture shows what is in the window."""
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 1900})
            assert overflow(page) == []
            shot(page, f"{name}-{width}")

    def _proves(self, page: Page, scan: Path) -> None:
        form = page.locator("main form:has([name=go])")
        entered = {"name": "Lường Văn Đến", "shown": "căn cước", "note": "Bản sao giấy khai sinh"}
        for name, value in entered.items():
            form.locator(f"[name={name}]").fill(value)
        form.locator("[name=relation]").select_option("father")
        for field in ("scan", "file_1"):
            form.locator(f"[name={field}]").set_input_files(scan)


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
        self, sign_in: SignIn, phone: Page, demo_server: DemoServer, shot: Shot, tmp_path: Path
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
        codes = page.locator("#receipt ~ dl strong").all_inner_texts()
        self._the_family_withdraws(phone, demo_server, (codes[0], codes[1]), shot)

    def _the_family_withdraws(
        self, phone: Page, server: DemoServer, codes: tuple[str, str], shot: Shot
    ) -> None:
        """With the codes of the paper receipt, until nothing can be done any more."""
        enter_codes(phone, server, STATUS, codes)
        expect(phone.get_by_text("Lường")).to_have_count(0)
        for name, value in (("act", "withdraw"), ("go", "1")):
            press(phone, phone.locator(f"button[name={name}][value='{value}']"))
            assert overflow(phone) == []
        expect(phone.locator("button[name=act]")).to_have_count(0)
        shot(phone, "application-withdrawn-320")

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


class TestExamination:
    """Rooms, scores that two people type, and the lists of participants."""

    MARKS = ("32,25", "28,5", "vắng")

    @pytest.fixture
    def campaign(self, clerk: Page) -> str:
        clerk.set_viewport_size({"width": 1280, "height": 900})
        return re.search(r"/admission/(\d+)/", clerk.url)[1]

    def test_scores_are_typed_twice_and_only_what_agrees_is_entered(
        self, clerk: Page, campaign: str, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        clerk.goto(demo_server.url("localhost", f"/admin/admission/{campaign}/scores/"))
        clerk.locator("[name=room]").fill("01")
        clerk.locator("section[aria-labelledby=typed] button").click()
        self._types(clerk, self.MARKS)
        shot(clerk, "scores-typing-1280")
        sent(clerk, clerk.locator("main button[value=type]"))
        expect(clerk.locator("main button[value=confirm]")).to_have_count(0)
        chief = sign_in(f"{SCHOOL}.truongban")
        chief.goto(clerk.url)
        assert self.MARKS[0] not in chief.content(), "the second person does not see what the first one typed"
        self._types(chief, ("32,25", "29,5", "vắng"))
        assert sent(chief, chief.locator("main button[value=confirm]")).status == 422
        self._types(chief, self.MARKS)
        sent(chief, chief.locator("main button[value=confirm]"))
        expect(chief.locator("main button[value=confirm]")).to_have_count(0)
        shot(chief, "scores-entered-1280")

    def _types(self, page: Page, marks: tuple[str, ...]) -> None:
        fields = page.locator(".admission-typing input")
        expect(fields).to_have_count(len(marks))
        for field, mark in zip(fields.all(), marks, strict=True):
            field.fill(mark)

    def test_lists_of_participants_with_names_stay_inside(
        self, clerk: Page, campaign: str, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        address = demo_server.url("localhost", f"/admin/admission/{campaign}/examination/")
        clerk.goto(address)
        inside = clerk.locator("section[aria-labelledby=internal]")
        inside.locator("[name=fmt]").select_option("csv")
        inside.locator("[name=purpose][value=handle]").check()
        inside.locator("[name=reason]").fill("Xếp chỗ ngồi trong buổi thi.")
        with clerk.expect_download() as caught:
            inside.locator("button[value=export]").click()
        names = [
            line.split(",") for line in Path(caught.value.path()).read_text(encoding="utf-8-sig").splitlines()
        ]
        assert len(names) > 3
        author = sign_in(f"{SCHOOL}.bientap")
        author.goto(address)
        sent(author, author.locator("main button[value=publish]"))
        edit = edit_address(author)
        text = author.locator("#page-edit-form").inner_html()
        assert not [cell for row in names[1:] for cell in row if " " in cell and cell in text]
        assert "010001" in text
        type_text(author, "Danh sách:")
        for turn, name in enumerate(NAMES, start=1):
            author.keyboard.press("Enter")
            author.keyboard.insert_text(f"{turn}. {name}, sinh ngày 0{turn}/09/2012")
        expect(author.locator("input[name='body-0-value']").first).to_have_value(re.compile(NAMES[-1]))
        sent(author, footer(author).locator("button[name=action-submit]"))
        shot(author, "participants-guard-1280", full_page=False)
        expect(author.locator("#page-edit-form")).to_be_visible()
        author.goto(edit)
        expect(footer(author).locator("button[name=action-submit]")).to_have_count(1)
