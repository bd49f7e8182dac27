"""A list of documents goes in from a spreadsheet, through the board, out again; a wrong one is undone (W8.3, W9.3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

from tests.support.board import admin, press_on_list, section_id, work_done
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, SCHOOL_LABEL, Shot, SignIn, sent

AUTHOR, EDITOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "bientap", "truongban"))
HEADINGS = ("Số, ký hiệu", "Loại văn bản", "Trích yếu", "Ngày ban hành", "Cơ quan ban hành")
SCHOOL_NAME = "Trường THPT Chu Văn An"


def book(path: Path, *rows: tuple[str, ...]) -> Path:
    """A spreadsheet as a school's office keeps it: a title above, the headings in the second row."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.append(["SỔ VĂN BẢN ĐI NĂM 2025"])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


def upload(page: Page, path: Path) -> None:
    """The list onto the screen of its columns, which know themselves, and into the dry run."""
    page.goto(admin(page, f"exchange/{section_id(page, 'Văn bản')}/documents/"))
    page.locator("input[type=file]").set_input_files(path)
    sent(page, page.locator("main form button[type=submit]"))
    expect(page.locator("[name=column_number]")).to_have_value("0")
    expect(page.locator("[name=column_issued_on]")).to_have_value("3")


def dry_run(page: Page) -> str:
    sent(page, page.locator("main form button[type=submit]"))
    work_done(page)
    return page.url


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


class TestList:
    def test_a_wrong_cell_is_named_and_what_was_taken_in_is_undone(
        self, sign_in: SignIn, folder: Path, shot: Shot
    ) -> None:
        path = book(
            folder / "so-van-ban.xlsx",
            ("501/TB-CVA", "Thông báo", "Lịch thi thử lần một", "14/3/2025", SCHOOL_NAME),
            ("502/KH-CVA", "Kế hoạch", "Ngày hội đọc sách", "31/02/2025", SCHOOL_NAME),
        )
        page = sign_in(AUTHOR)
        upload(page, path)
        shot(page, "list-columns")
        dry_run(page)
        rows = page.locator("main tbody tr")
        expect(rows.nth(1)).to_contain_text("D4")
        expect(rows.nth(1)).to_contain_text("31/02/2025")
        shot(page, "list-dry-run")
        press_on_list(page, "apply")
        expect(rows.nth(0).get_by_role("link")).to_have_count(1)
        press_on_list(page, "undo")
        expect(rows.nth(0).get_by_role("link")).to_have_count(0)
        shot(page, "list-undone")

    def test_a_list_goes_through_the_board_in_one_act_each_and_out_again(
        self, sign_in: SignIn, demo_server: DemoServer, folder: Path, shot: Shot
    ) -> None:
        path = book(
            folder / "van-ban-di.xlsx",
            *(
                (f"{600 + n}/TB-CVA", "Thông báo", f"Lịch trực tuần {n}", f"0{n}/4/2025", SCHOOL_NAME)
                for n in (1, 2)
            ),
        )
        author = sign_in(AUTHOR)
        upload(author, path)
        address = dry_run(author)
        press_on_list(author, "apply")
        press_on_list(author, "submit")
        for person in (EDITOR, CHIEF):
            judge = sign_in(person)
            judge.locator("main").get_by_role("link", name="van-ban-di.xlsx").click()
            expect(judge).to_have_url(address)
            press_on_list(judge, "agree")
        shot(judge, "list-published")
        self._comes_out_as_it_went_in(author, folder)
        reader = demo_server.fetch(SCHOOL, "/van-ban/?q=lich+truc+tuan")
        assert "601/TB-CVA" in reader.text
        assert "602/TB-CVA" in reader.text

    def _comes_out_as_it_went_in(self, page: Page, folder: Path) -> None:
        page.goto(admin(page, f"exchange/{section_id(page, 'Văn bản')}/documents/"))
        with page.expect_download() as download:
            page.locator("main a[href$='format=xlsx']").first.click()
        path = folder / "ra.xlsx"
        download.value.save_as(path)
        rows = [row for row in load_workbook(path).active.iter_rows(values_only=True) if "601/TB-CVA" in row]
        assert len(rows) == 1
        assert {"Lịch trực tuần 1", "Thông báo"} <= set(rows[0])
