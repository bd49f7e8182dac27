"""An authority takes in one list for all its schools; a school takes its share over and publishes it; a parent reads it on a
phone (W9.4)."""

from __future__ import annotations

import re
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.support.board import act, admin, edit_address, footer, open_from_desk
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, WIDTHS, Shot, SignIn, follow, key_to, sent
from tests.support.texts import vi
from tests.support.watch import overflow

LABEL, CODE = "th-ben-go", "HS.TH01"
CAMPAIGN = "/tuyen-sinh-truc-tuyen/tuyen-sinh-lop-1/"
HEAD = ("Mã trường", "Trường", "Mã lớp", "Lớp", "Chỉ tiêu", "Xã, phường", "Tổ dân phố", "Nhóm địa bàn")
RIGHT = (
    (CODE, "", "lop_1", "Lớp 1", 155),
    (CODE, "", "song_ngu", "Lớp 1 tăng cường tiếng Anh", 35),
    (CODE, "", "", "", "", "Phường Bến Gỗ", "", 1),
    (CODE, "", "", "", "", "Xã Bãi Cát", "Thôn Hạ", 2),
)
WRONG = (*RIGHT, ("HS.TH99", "", "", "Lớp 1", 40), (CODE, "", "lop_1", "", "nhiều"))


def book(path: Path, rows: tuple) -> Path:
    workbook = Workbook()
    for row in (HEAD, *rows):
        workbook.active.append(row)
    workbook.save(path)
    return path


def take_in(page: Page, path: Path) -> None:
    page.locator("main input[type=file]").set_input_files(path)
    sent(page, page.get_by_role("button", name=vi("Try the list")))


def fits(page: Page, shot: Shot, name: str) -> None:
    before = page.viewport_size
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert overflow(page) == []
        if width != 768:
            shot(page, f"{name}-{width}")
    page.set_viewport_size(before)


def put_in(officer: Page, folder: Path, shot: Shot) -> None:
    """A list with two mistakes, then the corrected one; with the keyboard where a button decides."""
    officer.goto(admin(officer, "campaigns/"))
    officer.get_by_role("link", name=re.compile("Tuyển sinh vào lớp 1 năm học")).click()
    follow(officer, officer.get_by_role("link", name=vi("Quotas and communes of all schools")))
    fits(officer, shot, "school-list")
    take_in(officer, book(folder / "chi-tieu.xlsx", WRONG))
    rows = officer.locator("main tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("A6")
    expect(rows.nth(1)).to_contain_text(re.compile(r"E7\s*.*Chỉ tiêu"))
    expect(officer.locator("button[value=apply]")).to_have_count(0)
    fits(officer, shot, "school-list-mistakes")
    follow(officer, officer.get_by_role("link", name=vi("Take in the corrected list")))
    take_in(officer, book(folder / "chi-tieu-da-sua.xlsx", RIGHT))
    change = officer.locator("main tbody tr")
    expect(change).to_have_count(1)
    expect(change).to_contain_text("140 → 155")
    expect(change).to_contain_text("Xã Bãi Cát")
    fits(officer, shot, "school-list-changes")
    key_to(officer, officer.locator("button[value=apply]"))
    with officer.expect_navigation():
        officer.keyboard.press("Enter")
    expect(officer.locator("button[value=apply]")).to_have_count(0)
    follow(officer, officer.get_by_role("link", name=vi("Schools whose notice says otherwise")))
    expect(officer.locator("main tbody tr")).to_contain_text("Trường Tiểu học Bến Gỗ")


def open_share(page: Page) -> None:
    page.goto(admin(page, "campaigns/"))
    follow(page, page.get_by_role("link", name=re.compile(vi("what the authority's list says"))))
    expect(page.locator("main tbody tr")).to_have_count(4)


def test_a_list_reaches_the_page_of_a_school(
    new_context, demo_server: DemoServer, sign_in: SignIn, tmp_path: Path, shot: Shot
) -> None:
    put_in(sign_in("so.bientap"), tmp_path, shot)
    author = sign_in(f"{LABEL}.tacgia")
    open_share(author)
    expect(author.locator("main form button")).to_have_count(0)
    fits(author, shot, "school-list-share")
    head = sign_in(f"{LABEL}.thutruong")
    open_share(head)
    sent(head, head.locator("main form button"))
    edit_address(head)
    expect(head.locator("[name='tracks-0-quota']")).to_have_value("155")
    title = head.locator("[name=title]").input_value()
    sent(head, footer(head).locator("button[name=action-submit]"))
    for role in ("bientap", "truongban"):
        person = sign_in(f"{LABEL}.{role}")
        open_from_desk(person, title)
        act(person, "approve")
    parent = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    parent.goto(demo_server.url(DEPARTMENT, CAMPAIGN))
    parent.locator("#find-commune").select_option(label="Xã Bãi Cát")
    follow(parent, parent.locator(".finder__go button"))
    rows = parent.locator("#schools ~ .table--records tbody tr")
    expect(rows).to_contain_text("155")
    follow(parent, rows.locator("th a"))
    expect(parent.locator("main")).to_contain_text("Thôn Hạ")
    assert overflow(parent) == []
    shot(parent, "school-list-notice-320")
    parent.route("**/*.css*", lambda route: route.abort())
    parent.reload()
    expect(parent.locator("main")).to_contain_text("Thôn Hạ")
    shot(parent, "school-list-notice-no-css")
