"""An author writes a notice for the authority's campaign, the board agrees, and a parent finds the school by commune on a phone
without script (W9.8)."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.support.board import act, edit_address, footer, open_from_desk
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, PHONE, SignIn, follow, sent
from tests.support.watch import overflow

LABEL = "dtnt-hoa-son"
CAMPAIGN = "/tuyen-sinh-truc-tuyen/tuyen-sinh-lop-1/"
COMMUNE = "Phường Tây Sơn"


def test_a_school_writes_its_notice_and_a_parent_finds_it(
    new_context, demo_server: DemoServer, sign_in: SignIn
):
    author = sign_in(f"{LABEL}.tacgia")
    author.goto(demo_server.url(DEPARTMENT, "/admin/campaigns/"))
    row = author.locator("tr", has_text="vào lớp 1")
    sent(author, row.locator("form button"))
    edit_address(author)
    title = author.locator("[name=title]").input_value()
    author.locator("[name='tracks-0-quota']").fill("60")
    author.locator("#id_catchments-ADD").click()
    author.locator("[name='catchments-0-commune']").fill(COMMUNE)
    sent(author, footer(author).locator("button[name=action-submit]"))
    for role in ("bientap", "truongban"):
        person = sign_in(f"{LABEL}.{role}")
        open_from_desk(person, title)
        act(person, "approve")
    parent = new_context(**PHONE).new_page()
    parent.goto(demo_server.url(DEPARTMENT, CAMPAIGN))
    parent.locator("#find-commune").select_option(label=COMMUNE)
    follow(parent, parent.locator(".finder__go button"))
    rows = parent.locator("#schools ~ .table--records tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("60")
    assert overflow(parent) == []
    follow(parent, rows.locator("th a"))
    expect(parent.locator("h1")).to_have_text(title)
