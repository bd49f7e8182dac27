"""A procedure for foreigners: the author writes it side by side, editor and chief agree, it is read under /en/ (W8.15)."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.board import act, open_from_desk
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, Shot, SignIn, sent
from tests.support.watch import overflow

TITLE = "Đăng ký dự tuyển vào lớp 10 trung học phổ thông"
ENGLISH = "Entry to grade 10 of upper secondary schools"
PLACE = "/en/procedures/entry-to-grade-10-of-upper-secondary-schools/"
SUMMARY = "Dành cho học sinh lớp 9, học sinh từ nước ngoài về và cha mẹ."


def open_side_by_side(page: Page) -> None:
    page.goto(re.sub(r"/admin/.*", "/admin/english/?q=lop+10", page.url))
    page.locator("td.title a", has_text=TITLE).click()


def write(page: Page, title: str) -> None:
    """Every open part, the title with its own words."""
    for part in page.locator(".english__part--open").all():
        source = part.locator(".english__vi > p[lang=vi]").inner_text()
        part.locator("textarea").fill(title if source == TITLE else f"In English: {len(source)}")


def agree(page: Page, title: str) -> None:
    open_from_desk(page, title)
    act(page, "approve")


def test_a_procedure_is_translated_approved_and_brought_up_to_date(
    sign_in: SignIn, demo_server: DemoServer, shot: Shot
):
    author, editor, chief = (sign_in(f"so.{role}") for role in ("tacgia", "bientap", "truongban"))
    open_side_by_side(author)
    sent(author, author.locator("main form[method=post] button[type=submit]"))
    assert overflow(author) == []
    write(author, ENGLISH)
    shot(author, "english-side-by-side")
    sent(author, author.locator("button[name=submit]"))
    expect(author).to_have_url(re.compile(r"/admin/english/$"))
    assert demo_server.fetch(DEPARTMENT, PLACE).status == 404
    agree(editor, ENGLISH)
    agree(chief, ENGLISH)
    answer = demo_server.fetch(DEPARTMENT, PLACE)
    assert answer.status == 200
    page = author.context.new_page()
    page.goto(demo_server.url(DEPARTMENT, PLACE))
    expect(page.locator("h1")).to_have_text(ENGLISH)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("link[hreflang=vi]").count() == 1
