"""The public part with nothing but a keyboard: every stop is visible, and nothing needs a mouse."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, Shot
from tests.support.texts import vi

STOPS = 120
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    tag: element.tagName.toLowerCase(),
    name: (element.innerText || element.getAttribute("aria-label") || element.name || "").trim(),
    href: element.getAttribute("href") || "",
    id: element.id,
    marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0,
  };
}"""


def tab(page: Page) -> dict:
    """The next stop, which must be on the screen and marked."""
    page.keyboard.press("Tab")
    stop = page.evaluate(FOCUS)
    assert stop is not None, "the focus went nowhere"
    assert stop["onScreen"], f"the focus is out of sight: {stop}"
    assert stop["marked"], f"the focus is not marked: {stop}"
    return stop


def tab_to(page: Page, wanted) -> dict:
    """Tab until `wanted(stop)`; fails where the keyboard does not come by."""
    for _stop in range(STOPS):
        stop = tab(page)
        if wanted(stop):
            return stop
    raise AssertionError(f"not reached in {STOPS} stops: {page.url}")


class TestKeyboard:
    def test_skips_to_the_content_first(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        page.goto(demo_server.url(SCHOOL))
        stop = tab(page)
        assert stop["href"] == "#main"
        assert stop["name"] == vi("Skip to the content")
        shot(page, "keyboard-skip-link", full_page=False)
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()

    def test_opens_the_menu_and_goes_to_a_section(
        self, page: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        page.goto(demo_server.url(SCHOOL))
        group = tab_to(page, lambda stop: stop["tag"] == "summary")
        page.keyboard.press("Enter")
        link = tab(page)
        assert link["tag"] == "a", f"{group['name']} opened, but the next stop is {link}"
        shot(page, "keyboard-menu", full_page=False)
        page.keyboard.press("Enter")
        expect(page).to_have_url(demo_server.url(SCHOOL, link["href"]))

    def test_closes_the_menu_with_escape_and_stays_where_it_was(
        self, page: Page, demo_server: DemoServer
    ) -> None:
        page.goto(demo_server.url(SCHOOL))
        group = tab_to(page, lambda stop: stop["tag"] == "summary")
        page.keyboard.press("Enter")
        expect(page.locator("nav details[open]")).to_have_count(1)
        tab(page)
        page.keyboard.press("Escape")
        expect(page.locator("nav details[open]")).to_have_count(0)
        assert page.evaluate(FOCUS)["name"] == group["name"]

    def test_searches_and_opens_an_article(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        page.goto(demo_server.url(SCHOOL))
        tab_to(page, lambda stop: stop["id"] == "site-search")
        page.keyboard.type("hoc sinh")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/tim-kiem/\?q=hoc\+sinh$"))
        first = page.locator("main .item a").first.get_attribute("href")
        tab_to(page, lambda stop: stop["href"] == first)
        shot(page, "keyboard-search", full_page=False)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page).to_have_url(re.compile(re.escape(first)))

    def test_switches_the_language_of_the_department(
        self, page: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        page.goto(demo_server.url(DEPARTMENT))
        tab_to(page, lambda stop: stop["name"] == "English")
        shot(page, "keyboard-language", full_page=False)
        page.keyboard.press("Enter")
        expect(page).to_have_url(demo_server.url(DEPARTMENT, "/en/"))
        expect(page.locator("html")).to_have_attribute("lang", "en")
        tab_to(page, lambda stop: stop["name"] == "Tiếng Việt")
        page.keyboard.press("Enter")
        expect(page).to_have_url(demo_server.url(DEPARTMENT))
