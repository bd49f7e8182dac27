"""The admin runs no script that is written into a page: its policy allows none, and its widgets work all the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from edusite.demo.people import ADMINISTRATOR
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL_LABEL, Shot, SignIn
from tests.support.texts import vi
from tests.words.english import fault

CHIEF = f"{SCHOOL_LABEL}.truongban"
NAMES = (ADMINISTRATOR, "Online services")
LISTEN = """
window.violations = JSON.parse(sessionStorage.violations || "[]");
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  sessionStorage.violations = JSON.stringify(window.violations);
});
"""
VIEWS = """
/admin/ /admin/pages/ {news} {new_article} {new_document} {new_event} {edit} {edit}?preview
/admin/pages/search/?q=tin /admin/images/ /admin/images/add/ /admin/images/multiple/add/ /admin/documents/
/admin/documents/multiple/add/ /admin/reports/workflow/ /admin/reports/workflow_tasks/ /admin/reports/aging-pages/
/admin/reports/site-history/ /admin/reports/locked/ /admin/reports/page-types-usage/ /admin/account/
/admin/editorial/publications/ /admin/assessment/ /admin/feedback/ {history} {usage}
"""
OF_THE_ADMINISTRATOR = """
/admin/sites/ /admin/sites/new/ /admin/groups/new/ /admin/collections/add/ /admin/redirects/add/ /admin/locales/
/admin/locales/new/ /admin/workflows/list/ /admin/workflows/add/ /admin/workflows/tasks/index/ /admin/institutions/
/admin/institutions/lists/upload/ /admin/users/
"""


@pytest.fixture
def enter(sign_in: SignIn):
    """Signs in and listens to what the policy refuses from then on."""

    def open_admin(username: str) -> Page:
        page = sign_in(username)
        page.context.add_init_script(LISTEN)
        page.goto(page.url)
        return page

    return open_admin


def refused(page: Page) -> list[str]:
    """What the policy refused so far to run as a script."""
    return [text for text in page.evaluate("window.violations") if text.startswith("script")]


def school_addresses(page: Page) -> dict[str, str]:
    """Where the school's news, documents and events are edited, by following the explorer."""
    page.goto(re.sub(r"/admin/.*", "/admin/pages/", page.url))
    found = {}
    for name, title in (
        ("news", "Tin tức"),
        ("documents", "Văn bản"),
        ("events", "Lịch công tác|Sự kiện|Lịch"),
    ):
        link = page.locator("main").get_by_role("link", name=re.compile(title)).first
        if link.count():
            found[name] = re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1]
    return found


def english_on(page: Page) -> list[str]:
    """English in what the scripts of the page have shown."""
    lines = re.split(r"[\n\t]", page.locator("body").inner_text())
    return [f"{line!r}: {fault(line, NAMES)}" for line in lines if fault(line, NAMES)]


class TestPolicy:
    def test_sends_a_policy_without_inline_script(self, demo_server: DemoServer) -> None:
        policy = demo_server.fetch("localhost", "/admin/login/").headers["content-security-policy"]
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["script-src"] == "'self'"
        assert "unsafe-eval" not in policy

    def test_refuses_a_planted_script_and_says_so(self, enter) -> None:
        page = enter(CHIEF)
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.planted = 1'; document.body.append(s); }"
        )
        assert page.evaluate("typeof window.planted") == "undefined"
        assert len(refused(page)) == 1

    def test_refuses_nothing_that_the_screens_of_a_board_need(self, enter) -> None:
        page = enter(CHIEF)
        places = school_addresses(page)
        article = first_article(page, places["news"])
        values = {
            "news": f"/admin/pages/{places['news']}/",
            "new_article": f"/admin/pages/add/sections/articlepage/{places['news']}/",
            "new_document": f"/admin/pages/add/sections/documentpage/{places['documents']}/",
            "new_event": f"/admin/pages/add/sections/eventpage/{places['events']}/",
            "edit": f"/admin/pages/{article}/edit/",
            "history": f"/admin/pages/{article}/history/",
            "usage": f"/admin/pages/{article}/usage/",
        }
        views = [view.format(**values) for view in VIEWS.split()]
        assert len(views) >= 25
        english = visit(page, views)
        assert refused(page) == []
        assert english == []

    def test_refuses_nothing_that_the_screens_of_the_administrator_need(self, enter) -> None:
        page = enter(ADMINISTRATOR)
        english = visit(page, OF_THE_ADMINISTRATOR.split())
        assert refused(page) == []
        assert english == []


def first_article(page: Page, news: str) -> str:
    page.goto(re.sub(r"/admin/.*", f"/admin/pages/{news}/", page.url))
    link = page.locator("main table a[href*='/edit/']").first
    return re.search(r"/pages/(\d+)/edit/", link.get_attribute("href"))[1]


def visit(page: Page, views: list[str]) -> list[str]:
    """Open each view; the English that its scripts show."""
    found = []
    for view in views:
        page.goto(re.sub(r"/admin/.*", view, page.url), wait_until="load")
        expect(page.locator("main")).to_be_attached()
        found += [f"{view}: {text}" for text in english_on(page)]
    return found


class TestWidgets:
    def test_dates_panels_and_choosers_of_a_document_work(self, enter, shot: Shot) -> None:
        page = enter(CHIEF)
        documents = school_addresses(page)["documents"]
        page.goto(re.sub(r"/admin/.*", f"/admin/pages/add/sections/documentpage/{documents}/", page.url))
        field = page.locator("[name=issued_on]")
        field.click()
        calendar = page.locator(".xdsoft_datetimepicker:visible")
        expect(calendar).to_be_visible()
        assert [text for text in calendar.inner_text().splitlines() if fault(text)] == []
        calendar.locator(".xdsoft_date:not(.xdsoft_disabled)").nth(10).click()
        expect(field).to_have_value(re.compile(r"^\d"))
        page.keyboard.press("Escape")
        panel = page.locator("#id_files-FORMS > :not(.deleted)")
        before = panel.count()
        page.locator("#id_files-ADD").click()
        expect(panel).to_have_count(before + 1)
        page.locator("#id_files-ADD").click()
        expect(panel).to_have_count(before + 2)
        panel.last.locator("[id$=-DELETE-button]").click()
        expect(page.locator("#id_files-FORMS > :visible")).to_have_count(before + 1)
        added = panel.nth(before)
        added.locator("[data-chooser-action-choose]:visible").first.click()
        dialog = page.locator(".modal-dialog")
        dialog.locator("a[data-chooser-modal-choice]").first.click()
        expect(added.locator("[data-chooser-title]")).to_be_visible()
        shot(page, "document-with-file", full_page=False)
        assert refused(page) == []

    def test_an_article_is_previewed_beside_its_form(self, enter) -> None:
        page = enter(CHIEF)
        article = first_article(page, school_addresses(page)["news"])
        page.goto(re.sub(r"/admin/.*", f"/admin/pages/{article}/edit/", page.url))
        page.locator("[data-side-panel-toggle=preview]").click()
        frame = page.frame_locator("[data-side-panel=preview] iframe").first
        expect(frame.locator("h1").first).to_be_visible()
        assert refused(page) == []

    def test_a_picture_is_put_up_and_taken_away_with_others(self, enter, tmp_path: Path) -> None:
        page = enter(CHIEF)
        page.goto(re.sub(r"/admin/.*", "/admin/images/add/", page.url))
        picture = tmp_path / "san-truong.png"
        picture.write_bytes(page.screenshot(clip={"x": 0, "y": 0, "width": 300, "height": 200}))
        page.locator("input[type=file]").first.set_input_files(picture)
        expect(page.locator("#upload-list li, main form").first).to_be_visible()
        assert english_on(page) == []
        page.goto(re.sub(r"/admin/.*", "/admin/images/", page.url))
        page.locator("[data-bulk-action-checkbox]").first.check(force=True)
        actions = page.locator(".bulk-actions-buttons a:visible")
        expect(actions.first).to_be_visible()
        assert english_on(page) == []
        actions.first.click()
        expect(page).to_have_url(re.compile("/admin/bulk/"))
        assert refused(page) == []

    def test_a_link_is_chosen_in_a_dialogue_that_speaks_vietnamese(self, enter) -> None:
        page = enter(CHIEF)
        news = school_addresses(page)["news"]
        page.goto(re.sub(r"/admin/.*", f"/admin/pages/add/sections/articlepage/{news}/", page.url))
        page.locator(".c-sf-add-button").first.click()
        page.get_by_role("option", name=re.compile(f"^{vi('Text', 'block')}")).first.click()
        page.locator("[contenteditable=true]").first.click()
        page.keyboard.type("Xem thêm")
        page.keyboard.press("Control+A")
        page.locator("[name=LINK]:visible").first.click()
        dialog = page.locator(".modal-dialog")
        outside = dialog.locator("a[href*='choose-external-link']").first
        expect(outside).to_be_visible()
        assert english_on(page) == []
        outside.click()
        expect(dialog.locator("[name$=link_text]")).to_be_visible()
        assert english_on(page) == []
        assert refused(page) == []
