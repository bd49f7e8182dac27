"""An administrator gives schools their sites from a spreadsheet, in the admin."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from edusite.demo.people import ADMINISTRATOR
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL_LABEL, Shot, SignIn, sent
from tests.support.texts import vi
from tests.support.watch import overflow

NAME = "Trường Tiểu học Bến Sỏi"
HOST = "th-ben-soi.localhost"
ROWS = (
    "Mã trường;Tên trường;Loại trường;Địa chỉ;Thư điện tử\n"
    f"BS-TH-01;{NAME};Tiểu học;Thôn Bến Sỏi, xã Vân Hà;th.bensoi@hoason.example.edu.vn\n"
    "BS-TH-02;Trường Tiểu học Không Rõ Loại;Học viện;Thôn Đông;\n"
)
WORK_SECONDS = 120


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    """As Excel writes it in Vietnam: semicolons, a byte-order mark; one row of two is in error."""
    path = tmp_path / "danh-sach.csv"
    path.write_text(ROWS, encoding="utf-8-sig")
    return path


def wait_until_done(page: Page) -> None:
    """The progress bar gives way to the report when the worker has finished."""
    expect(page.locator("[data-provisioning-status]")).to_have_count(0, timeout=WORK_SECONDS * 1000)


class TestListOfSchools:
    def test_becomes_sites_after_a_dry_run(
        self, sign_in: SignIn, demo_server: DemoServer, spreadsheet: Path, shot: Shot
    ) -> None:
        page = sign_in(ADMINISTRATOR)
        page.goto(demo_server.url(DEPARTMENT, "/admin/institutions/lists/upload/"))
        page.locator("[name=parent]").select_option(index=1)
        page.locator("[name=file]").set_input_files(spreadsheet)
        page.locator("[name=domain]").fill("{slug}.localhost")
        page.locator("[name=send_invitations]").uncheck()
        shot(page, "provisioning-1-upload")
        sent(page, page.locator("main form button[type=submit]"))
        self._columns_are_guessed(page)
        shot(page, "provisioning-2-columns")
        sent(page, page.locator("main form button[type=submit]").last)
        wait_until_done(page)
        shot(page, "provisioning-3-dry-run")
        assert demo_server.fetch(HOST, "/").status == 404, "a dry run makes no site"
        sent(page, page.locator("button[name=action][value=run]"))
        wait_until_done(page)
        shot(page, "provisioning-4-done")
        rows = page.locator("main table tbody tr")
        expect(rows).to_have_count(2)
        expect(rows.filter(has_text=NAME)).to_contain_text(HOST)
        self._report(page)
        self._site_is_there(page, demo_server, shot)

    def _columns_are_guessed(self, page: Page) -> None:
        for field, heading in (("code", "Mã trường"), ("name", "Tên trường"), ("type", "Loại trường")):
            chosen = page.locator(f"[name=column_{field}] option:checked")
            expect(chosen).to_have_text(heading)

    def _report(self, page: Page) -> None:
        with page.expect_download() as download:
            page.get_by_role("link", name=vi("Download the report (CSV)")).click()
        text = Path(download.value.path()).read_text(encoding="utf-8-sig")
        assert NAME in text
        assert "BS-TH-02" in text

    def _site_is_there(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        page.goto(demo_server.url(HOST))
        expect(page.get_by_role("banner")).to_contain_text(NAME)
        shot(page, "provisioning-5-new-site")
        page.set_viewport_size({"width": 320, "height": 640})
        assert overflow(page) == []
        assert demo_server.fetch(HOST, "/tin-tuc/").status == 200

    def test_is_nothing_that_the_board_of_a_school_can_send(
        self, sign_in: SignIn, demo_server: DemoServer
    ) -> None:
        page = sign_in(f"{SCHOOL_LABEL}.truongban")
        upload = demo_server.url(DEPARTMENT, "/admin/institutions/lists/upload/")
        page.goto(upload)
        assert page.locator("[name=file]").count() == 0
