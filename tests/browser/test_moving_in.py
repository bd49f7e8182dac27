"""A school moves in from NukeViet and from WordPress: drafts in the right sections, a report, old addresses that lead on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.sections.moving_in.former import DUMP, wxr
from tests.support.board import admin, press_on_list, work_done
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, SCHOOL_LABEL, Shot, SignIn, sent

AUTHOR = f"{SCHOOL_LABEL}.tacgia"


def move_in(page: Page, source: str, path: Path) -> None:
    page.goto(admin(page, "exchange/"))
    page.locator("main a[href*='/moving-in/']").click()
    page.locator("[name=source]").select_option(source)
    page.locator("[name=file]").set_input_files(path)
    sent(page, page.locator("main form button[type=submit]"))
    sent(page, page.locator("main form button[type=submit]"))
    work_done(page)


@pytest.mark.parametrize(
    ("source", "name", "title", "old_address", "without_place"),
    [
        ("nukeviet", "truong.sql", "12/QĐ-SGDĐT", "/laws/detail/quyet-dinh-12.html", "Bạn thích môn nào?"),
        ("wordpress", "truong.xml", "Lễ khai giảng & hội chợ", "/2024/09/le-khai-giang/", "Áo đồng phục"),
    ],
)
def test_a_former_site_becomes_drafts_and_its_addresses_lead_on(
    sign_in: SignIn,
    demo_server: DemoServer,
    tmp_path: Path,
    shot: Shot,
    source,
    name,
    title,
    old_address,
    without_place,
) -> None:
    path = tmp_path / name
    path.write_bytes(DUMP.encode() if source == "nukeviet" else wxr())
    page = sign_in(AUTHOR)
    move_in(page, source, path)
    rows = page.locator("main tbody tr")
    expect(rows.filter(has_text=without_place)).to_have_count(1)
    shot(page, f"moving-in-{source}-dry-run")
    press_on_list(page, "apply")
    shot(page, f"moving-in-{source}")
    draft = rows.filter(has_text=title).get_by_role("link", name=title)
    expect(draft.first).to_be_visible()
    answer = demo_server.fetch(SCHOOL, old_address)
    assert answer.status in (301, 302), answer.status
    draft.first.click()
    expect(page.locator("[name=title]")).to_be_visible()
    page.go_back()
    press_on_list(page, "undo")
    assert demo_server.fetch(SCHOOL, old_address).status == 404
