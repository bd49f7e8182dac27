"""A paper that came with a form of the board, from a reader without script until somebody opened it for a reason."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.demo_rows import page_number
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

AUTHOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "truongban"))
SENDER = "Lý Thị Thanh Trúc"
LEAVE = "/tin-tuc/xin-phep-cho-hoc-sinh-nghi-hoc/"


class TestFile:
    def test_of_a_reader_is_sent_without_script_and_opened_for_a_named_purpose_only(
        self, phone: Page, demo_server: DemoServer, sign_in: SignIn, shot: Shot
    ) -> None:
        reference = self._parent_sends(phone, demo_server, shot)
        chief = sign_in(CHIEF)
        address = self._chief_opens(chief, demo_server, reference, shot)
        self._is_on_record(chief, demo_server)
        assert sign_in(AUTHOR).goto(address).status == 404

    def _parent_sends(self, phone: Page, server: DemoServer, shot: Shot) -> str:
        form = FeedbackForm(phone, server.url(SCHOOL, LEAVE))
        for label, text in (
            ("Họ và tên học sinh", "Lê Minh Châu"),
            ("Lớp", "10A2"),
            ("Họ và tên của bạn", SENDER),
            ("Số điện thoại", "0912 345 678"),
        ):
            phone.get_by_label(label).fill(text)
        form.wait_until_typed()
        go_on(form)
        phone.get_by_label("Nghỉ từ ngày").fill("5/10/2026")
        phone.get_by_label("Đến hết ngày").fill("8/10/2026")
        phone.get_by_label("Ốm").check()
        go_on(form)
        paper = phone.locator("main input[type=file]")
        paper.set_input_files({"name": "giấy khám.png", "mimeType": "image/png", "buffer": b"khong phai anh"})
        assert form.press("Continue").status == 422
        expect(form.error_summary()).to_be_visible()
        phone.locator("main input[type=file]").set_input_files(
            {"name": "giấy khám.png", "mimeType": "image/png", "buffer": picture()}
        )
        go_on(form)
        expect(phone.get_by_role("main")).to_contain_text("giấy khám")
        shot(phone, "file-check-320")
        go_on(form)
        phone.locator("form.form input[type=checkbox]").first.check()
        form.press("Send")
        return phone.locator(".receipt__code").first.inner_text().strip()

    def _chief_opens(self, page: Page, server: DemoServer, reference: str, shot: Shot) -> str:
        open_admin(page, server, "board-forms/")
        page.locator(f"main a[href='/admin/board-forms/{page_number(server, LEAVE.split('/')[2])}/']").click()
        page.get_by_role("link", name=reference).click()
        address = page.url
        expect(page.locator("main input[name=purpose]").first).to_have_attribute("required", "")
        assert page.locator("main input:checked").count() == 0
        assert "giấy khám" not in page.content()
        name_purpose(page)
        sent(page, page.locator("main form button[type=submit]").last)
        expect(page.locator("main")).to_contain_text("giấy khám")
        shot(page, "file-answer-chief")
        with page.expect_download() as caught:
            page.locator("main button[name=file]").click()
        assert Path(caught.value.suggested_filename).suffix == ".png"
        with Image.open(caught.value.path()) as image:
            assert image.size == (40, 30)
        return address

    def _is_on_record(self, page: Page, server: DemoServer) -> None:
        open_admin(page, server, "privacy/audit/")
        expect(page.locator("main")).to_contain_text(vi("To handle this submission"))


def picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(data, "PNG")
    return data.getvalue()
