"""A parent asks what a procedure needs, on a small phone without script (W8.4a, W8.4c)."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, PHONE, Shot
from tests.support.watch import overflow


def test_a_parent_learns_what_to_bring_where_and_what_it_costs(
    new_context, demo_server: DemoServer, shot: Shot
) -> None:
    page = new_context(**PHONE).new_page()
    page.goto(demo_server.url(DEPARTMENT, "/thu-tuc-hanh-chinh/"))
    page.locator("#filter-q").fill("chuyen truong")
    page.locator(".finder__go button").tap()
    expect(page).to_have_url(re.compile("q=chuyen"))
    assert overflow(page) == []
    shot(page, "procedures-found-320")
    page.locator("main table tbody th a, main table tbody td a").first.tap()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("chuyển trường", re.IGNORECASE))
    assert overflow(page) == []
    page.locator("main a[href$='/can-chuan-bi/']").first.tap()
    expect(page.locator(".papers--tick li").first).to_be_visible()
    steps = page.locator(".checklist h2").all_text_contents()
    assert [text.strip()[:2] for text in steps[:4]] == ["1.", "2.", "3.", "4."]
    assert overflow(page) == []
    shot(page, "procedure-checklist-320")
    assert page.context.cookies() == []
