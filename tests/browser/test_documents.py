"""A reader looks for a document by keyboard: words without marks, a filter behind the others, the quick view, the document
(W8.3, W9.3)."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.demo_pages import Address
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, follow, key_to
from tests.support.watch import overflow


def test_a_document_that_was_replaced_is_found_and_leads_to_the_new_one(
    new_context, demo_server: DemoServer, addresses: list[Address]
):
    lists = (found for found in addresses if found.kind == "DocumentIndexPage" and found.host == DEPARTMENT)
    address = next(found for found in lists if "?" not in found.path)
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    page.goto(demo_server.url(address.host, address.path))
    page.locator("#filter-q").fill("quy che trang thong tin")
    key_to(page, page.locator(".finder__more > summary")).press("Enter")
    page.locator("#filter-status").select_option("ended")
    follow(page, page.locator(".finder__go button"))
    rows = page.locator(".table--records tbody tr")
    expect(rows).to_have_count(1)
    key_to(page, rows.locator(".quick-view > summary")).press("Enter")
    expect(rows.locator(".quick-view dl")).to_contain_text("412/QĐ-SGDĐT")
    assert overflow(page) == []
    rows.locator("th a").click()
    page.get_by_role("link", name="412/QĐ-SGDĐT").click()
    expect(page.locator(".facts")).to_contain_text("412/QĐ-SGDĐT")
    assert overflow(page) == []
