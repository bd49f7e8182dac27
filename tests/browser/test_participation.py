"""What people say to a school, from the board's desk to the public: a consultation until its result with the reasons, a question
until its answer is published (W8.6, W9.5, W10.5)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.support.board import act, edit_address, footer, open_from_desk, submit
from tests.support.demo_rows import deadline_passes, full_name, page_number
from tests.support.demo_server import DemoServer
from tests.support.journeys import (
    SCHOOL,
    SCHOOL_LABEL,
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

AUTHOR, EDITOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "bientap", "truongban"))
ISSUE = "Đổi giờ mở cổng buổi chiều"
SLUG = "doi-gio-mo-cong-buoi-chieu"
POINT = "Giờ mở cổng"
EARLIER, BUS = (
    "Xin nhà trường mở cổng sớm hơn mười phút.",
    "Xin bố trí xe đưa đón cho xã xa trường.",
)
TAKEN_UP = "Cổng mở từ 16 giờ 20, sớm hơn mười phút so với dự thảo."
EXPLAINED = "Xe đưa đón do ủy ban nhân dân xã tổ chức; nhà trường chuyển đề nghị này tới xã."
ASKED = "Lớp 10 học bơi vào buổi nào trong tuần?"
DETAILS = "Gia đình cần xếp lịch đưa đón nên muốn biết lịch học bơi."
SENDER = "Lý Thị Thanh Trúc"
ANSWERED = "Lớp 10 học bơi vào chiều thứ tư và chiều thứ sáu, từ 14 giờ."


def pass_the_chain(editor: Page, chief: Page, title: str) -> None:
    """Who wrote it has handed it in: the editor appraises, the chief editor approves."""
    for page in (editor, chief):
        open_from_desk(page, title)
        act(page, "approve")


class TestConsultation:
    def test_goes_from_its_opening_to_the_published_result_with_the_reasons(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        author, editor, chief = (sign_in(username) for username in (AUTHOR, EDITOR, CHIEF))
        number = self._author_opens_it(author, demo_server, shot)
        pass_the_chain(editor, chief, ISSUE)
        self._parent_answers(phone, demo_server)
        self._chief_names_who_keeps_it(chief, demo_server, number)
        deadline_passes(demo_server, number)
        self._is_closed(phone, demo_server)
        self._author_replies(author, demo_server, shot)
        result = self._author_hands_in_the_result(author, shot)
        self._is_not_public_yet(phone, demo_server)
        pass_the_chain(editor, chief, result)
        self._public_reads_the_result(phone, demo_server, shot)

    def _author_opens_it(self, page: Page, server: DemoServer, shot: Shot) -> str:
        section = page_number(server, "lay-y-kien")
        open_admin(page, server, f"pages/add/feedback/consultationpage/{section}/")
        page.wait_for_load_state()
        page.locator("[name=title]").fill(ISSUE)
        page.locator("[name=summary]").fill("Nhà trường hỏi ý kiến về giờ mở cổng cho cha mẹ đón học sinh.")
        deadline = page.locator("[name=closes_at]")
        deadline.fill(f"{datetime.now(UTC) + timedelta(days=9):%d/%m/%Y} 17:00")
        deadline.press("Escape")
        page.locator("[name=asked]").fill("Cha mẹ học sinh")
        page.locator("#id_points-ADD").click()
        page.locator("[name=points-0-label]").fill(POINT)
        page.locator("[name=author_name]").fill("Văn phòng nhà trường")
        page.locator("[name=source_name]").fill("Trường Trung học phổ thông Chu Văn An")
        shot(page, "consultation-written")
        submit(page)
        return str(page_number(server, SLUG))

    def _parent_answers(self, phone: Page, server: DemoServer) -> None:
        phone.goto(server.url(SCHOOL, f"/lay-y-kien/{SLUG}/"))
        address = phone.get_by_role("main").get_by_role("link", name=vi("Send your opinion")).first
        form = FeedbackForm(phone, server.url(SCHOOL, address.get_attribute("href")))
        phone.locator("main textarea[name^=text-]").first.fill(EARLIER)
        form.fill(**{"text-general": BUS})
        form.wait_until_typed()
        go_on(form)
        phone.locator("main [name=whom][value=nobody]").check()
        go_on(form)
        go_on(form)
        phone.locator("main input[type=checkbox]").first.check()
        go_on(form)
        phone.locator("main input[name^=share-][value=no]").check()
        go_on(form, "Send")
        expect(phone.locator(".receipt__code")).to_have_count(2)

    def _chief_names_who_keeps_it(self, page: Page, server: DemoServer, number: str) -> None:
        open_admin(page, server, f"editorial/reviews/{number}/")
        form = page.locator("main form:has([name=responsible])")
        form.locator("[name=responsible]").select_option(label=full_name(server, AUTHOR))
        sent(page, form.locator("button[type=submit]"))
        expect(page.locator("main")).to_contain_text(full_name(server, AUTHOR))

    def _is_closed(self, phone: Page, server: DemoServer) -> None:
        phone.goto(server.url(SCHOOL, f"/lay-y-kien/{SLUG}/gop-y/"))
        expect(phone.locator("main form.form")).to_have_count(0)

    def _author_replies(self, page: Page, server: DemoServer, shot: Shot) -> None:
        open_admin(page, server, "consultations/")
        page.get_by_role("link", name=ISSUE).first.click()
        assert EARLIER not in page.content(), "nothing is shown before a purpose is named"
        opinions = page.locator("main form[action$='/opinions/']")
        opinions.locator("input[name=purpose][value=answer]").check()
        sent(page, opinions.locator("button[type=submit]"))
        for text, topic in ((EARLIER, "Mở cổng sớm hơn"), (BUS, "Xe đưa đón")):
            page.locator("main li", has_text=text).locator("input[name=opinion]").check()
            page.locator("main [name=topic]").fill(topic)
            sent(page, page.locator("main button[name=sort]"))
        shot(page, "consultation-opinions-grouped")
        for topic, kind, reason in (
            ("Mở cổng sớm hơn", "accepted", TAKEN_UP),
            ("Xe đưa đón", "explained", EXPLAINED),
        ):
            page.locator("main").get_by_role("link", name=re.compile(vi("Back to the consultation"))).or_(
                page.locator("main table").get_by_role("link", name=topic)
            ).first.click()
            if "/groups/" not in page.url:
                page.locator("main table").get_by_role("link", name=topic).click()
            page.locator("main [name=summary]").fill(f"Ý kiến về: {topic.lower()}.")
            page.locator(f"main [name=kind][value={kind}]").check()
            page.locator("main [name=reason]").fill(reason)
            sent(page, page.locator("main form button[type=submit]").first)
        shot(page, "consultation-replies")

    def _author_hands_in_the_result(self, page: Page, shot: Shot) -> str:
        sent(page, page.locator("main form[action$='/result/'] button"))
        edit_address(page)
        title = page.locator("[name=title]").input_value()
        page.locator("[name=summary]").fill("Một ý kiến được tiếp thu, một ý kiến được giải trình.")
        expect(footer(page).locator("button[name=action-submit]")).to_be_visible()
        shot(page, "consultation-result-draft")
        submit(page)
        return title

    def _is_not_public_yet(self, phone: Page, server: DemoServer) -> None:
        assert phone.goto(server.url(SCHOOL, f"/lay-y-kien/{SLUG}/ket-qua/")).status == 404

    def _public_reads_the_result(self, phone: Page, server: DemoServer, shot: Shot) -> None:
        phone.goto(server.url(SCHOOL, f"/lay-y-kien/{SLUG}/"))
        main = phone.get_by_role("main")
        main.locator("a[href$='/ket-qua/']").first.click()
        for text in (TAKEN_UP, EXPLAINED, vi("Taken up"), vi("Explained")):
            expect(main).to_contain_text(text)
        expect(main).not_to_contain_text(EARLIER)
        assert overflow(phone) == []
        shot(phone, "consultation-result-320")


class TestQuestion:
    def test_is_asked_given_to_somebody_answered_and_published_without_who_asked(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        codes = self._parent_asks(phone, demo_server, shot)
        chief, editor, author = sign_in(CHIEF), sign_in(EDITOR), sign_in(AUTHOR)
        self._is_given_to(chief, demo_server, codes[0], EDITOR)
        self._is_answered(editor, demo_server, codes[0], shot)
        self._parent_reads_the_answer(phone, demo_server, codes)
        self._is_given_to(chief, demo_server, codes[0], AUTHOR)
        self._is_redacted(author, demo_server, codes[0], shot)
        pass_the_chain(editor, chief, ASKED)
        self._public_reads_it(phone, demo_server, shot)

    def _parent_asks(self, phone: Page, server: DemoServer, shot: Shot) -> tuple[str, str]:
        form = FeedbackForm(phone, server.url(SCHOOL, "/hoi-dap/dat-cau-hoi/"))
        phone.locator("main [name=topic]").select_option(index=1)
        form.fill(subject=ASKED, question=DETAILS, name=SENDER)
        form.wait_until_typed()
        go_on(form)
        go_on(form)
        assert phone.locator("main input:checked").count() == 0
        for name in ("answer", "publish"):
            phone.locator(f"main [name=consent-{name}]").check()
        shot(phone, "question-consent-320")
        form.press("Send")
        reference, secret = (code.strip() for code in phone.locator(".receipt__code").all_inner_texts())
        return reference, secret

    def _open(self, page: Page, server: DemoServer, reference: str) -> None:
        open_admin(page, server, "questions/")
        page.get_by_role("link", name=reference).click()
        assert DETAILS not in page.content(), "nothing is shown before a purpose is named"
        name_purpose(page, "answer")
        sent(page, page.locator("main form button[type=submit]").last)
        expect(page.locator("main")).to_contain_text(DETAILS)

    def _is_given_to(self, page: Page, server: DemoServer, reference: str, username: str) -> None:
        self._open(page, server, reference)
        form = page.locator("main form:has(input[name=act][value=route])")
        form.locator("[name=person]").select_option(label=full_name(server, username))
        sent(page, form.locator("button[type=submit]"))

    def _is_answered(self, page: Page, server: DemoServer, reference: str, shot: Shot) -> None:
        self._open(page, server, reference)
        form = page.locator("main form:has(input[name=act][value=answer])")
        form.locator("[name=outcome][value=answer]").check()
        form.locator("[name=answer]").fill(ANSWERED)
        shot(page, "question-answer")
        sent(page, form.locator("button[type=submit]"))

    def _parent_reads_the_answer(self, phone: Page, server: DemoServer, codes: tuple[str, str]) -> None:
        phone.goto(server.url(SCHOOL, "/hoi-dap/tra-loi/"))
        for name, code in zip(("reference", "secret"), codes, strict=True):
            phone.locator(f"main [name={name}]").fill(code)
        sent(phone, phone.locator("main form button[type=submit]").last)
        expect(phone.get_by_role("main")).to_contain_text(ANSWERED)

    def _is_redacted(self, page: Page, server: DemoServer, reference: str, shot: Shot) -> None:
        self._open(page, server, reference)
        form = page.locator("main form:has(input[name=act][value=publish])")
        form.locator("[name=question]").fill(f"{DETAILS} {SENDER}")
        form.locator("[name=checked]").check()
        sent(page, form.locator("button[type=submit]"))
        expect(page.locator("main")).to_contain_text(
            vi("This text still has the sender's name, e-mail or telephone number.")
        )
        shot(page, "question-redaction-refused")
        form.locator("[name=question]").fill(DETAILS)
        sent(page, form.locator("button[type=submit]"))

    def _public_reads_it(self, phone: Page, server: DemoServer, shot: Shot) -> None:
        phone.goto(server.url(SCHOOL, "/hoi-dap/"))
        phone.get_by_role("main").get_by_role("link", name=ASKED).click()
        main = phone.get_by_role("main")
        expect(main).to_contain_text(ANSWERED)
        expect(main).not_to_contain_text(SENDER)
        assert overflow(phone) == []
        shot(phone, "question-published-320")
