"""What a reader does on a phone, a tablet and a desk: nothing in the way, nobody else told."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.demo_pages import Address
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, WIDTHS, Shot
from tests.support.texts import vi
from tests.support.watch import Watch, overflow

FORMS = {
    "BoardFormPage",
    "FeedbackPage",
    "PollPage",
    "admission_status",
    "exam_appeal_status",
    "feedback_status",
    "invitation",
    "page_error",
    "privacy_lost_code",
    "privacy_own_row",
    "privacy_resume",
    "privacy_revision",
    "privacy_rights",
}
"""What takes something in sets the one cookie that protects a form."""
"""Pages that take something in: their protection against forged requests needs its cookie."""


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width} px")
def screen(request: pytest.FixtureRequest, new_context) -> Page:
    """A page as wide as a phone, a tablet or a desk."""
    width = request.param
    return new_context(viewport={"width": width, "height": WIDTHS[width]}).new_page()


def width_of(page: Page) -> int:
    return page.viewport_size["width"]


def of_kind(addresses: list[Address], kind: str, host: str) -> Address:
    """The Vietnamese page of a kind on any site, moved to `host`: sections have the same addresses everywhere."""
    found = next(a for a in addresses if a.kind == kind and a.language == "vi" and "?" not in a.path)
    return Address(found.name, host, found.path, kind, "vi")


class TestReaderAtAnyWidth:
    def test_goes_from_the_home_page_to_the_notices_and_reads_one(
        self, screen: Page, demo_server: DemoServer, addresses: list[Address], shot: Shot
    ) -> None:
        news = of_kind(addresses, "NewsIndexPage", SCHOOL)
        screen.goto(demo_server.url(SCHOOL))
        shot(screen, f"home-school-{width_of(screen)}")
        screen.locator(f"main a[href='{news.path}']").first.click()
        screen.get_by_role("main").get_by_role(
            "link", name=vi("Notice", "kind of article"), exact=True
        ).click()
        expect(screen).to_have_url(re.compile(r"\?kind=notice$"))
        shot(screen, f"notices-{width_of(screen)}")
        link = screen.locator("main .item a").first
        title = link.inner_text()
        link.click()
        expect(screen.get_by_role("heading", level=1)).to_have_text(title)
        expect(screen.get_by_role("main")).to_contain_text(vi("Source"))
        assert overflow(screen) == []
        shot(screen, f"article-{width_of(screen)}")

    def test_filters_documents_and_opens_one_with_its_file(
        self, screen: Page, demo_server: DemoServer, addresses: list[Address], shot: Shot
    ) -> None:
        index = of_kind(addresses, "DocumentIndexPage", DEPARTMENT)
        screen.goto(demo_server.url(DEPARTMENT, index.path))
        everything = screen.locator("main table tbody tr").count()
        select = screen.locator("#filter-type")
        select.select_option(index=1)
        wanted = select.input_value()
        screen.get_by_role("main").get_by_role("button", name=vi("Filter")).click()
        rows = screen.locator("main table tbody tr")
        expect(rows.first).to_be_visible()
        assert 0 < rows.count() <= everything
        expect(screen.locator("#filter-type")).to_have_value(wanted)
        assert overflow(screen) == []
        shot(screen, f"documents-{width_of(screen)}")
        rows.first.get_by_role("link").first.click()
        expect(screen.locator("main .facts")).to_contain_text(wanted)
        file = screen.locator("main a[href*='/documents/']").first
        assert demo_server.fetch(DEPARTMENT, file.get_attribute("href")).status == 200
        shot(screen, f"document-{width_of(screen)}")

    def test_looks_through_the_events_to_come_and_past(
        self, screen: Page, demo_server: DemoServer, addresses: list[Address], shot: Shot
    ) -> None:
        index = of_kind(addresses, "EventIndexPage", DEPARTMENT)
        screen.goto(demo_server.url(DEPARTMENT, index.path))
        shot(screen, f"events-{width_of(screen)}")
        screen.get_by_role("main").get_by_role("link", name=vi("Past events")).click()
        expect(screen).to_have_url(re.compile(r"\?past=1$"))
        assert overflow(screen) == []

    def test_finds_a_school_without_typing_accents_and_comes_to_its_site(
        self, screen: Page, demo_server: DemoServer, shot: Shot
    ) -> None:
        screen.goto(demo_server.url(DEPARTMENT, "/don-vi/"))
        screen.locator("#member-q").fill("chu van an")
        screen.get_by_role("main").get_by_role("button", name=vi("Find")).click()
        shot(screen, f"members-{width_of(screen)}")
        found = screen.get_by_role("main").get_by_role("link", name=re.compile("Chu Văn An"))
        found.first.click()
        expect(screen).to_have_url(demo_server.url(SCHOOL))
        expect(screen.get_by_role("banner")).to_contain_text("Chu Văn An")


class TestEveryPage:
    def test_fits_every_width_and_leads_to_the_regulation_on_personal_information(
        self, new_context, demo_server: DemoServer, addresses: list[Address], shot: Shot
    ) -> None:
        page = new_context(viewport={"width": 320, "height": 640}).new_page()
        wrong = []
        for address in addresses:
            page.set_viewport_size({"width": 320, "height": 640})
            response = page.goto(demo_server.url(address.host, address.path), wait_until="domcontentloaded")
            if response.status != address.status:
                wrong.append(f"{address}: {response.status}")
            for width, height in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                wrong += [f"{address} at {width} px: {found}" for found in overflow(page)[:3]]
            if address.kind == "styleguide" or address.kind.startswith("account_"):
                continue
            expected = "/en/thong-tin-ca-nhan/" if address.language == "en" else "/thong-tin-ca-nhan/"
            if not page.locator(f"footer a[href='{expected}']").count():
                wrong.append(f"{address}: no link to {expected}")
            if (lang := page.locator("html").get_attribute("lang")) != address.language:
                wrong.append(f"{address}: lang={lang}")
        assert wrong == []

    def test_sets_no_cookie_asks_nobody_else_and_breaks_no_rule_of_its_own(
        self, new_context, demo_server: DemoServer, addresses: list[Address]
    ) -> None:
        context = new_context(viewport={"width": 1280, "height": 900})
        watch, page = Watch(context), context.new_page()
        read = [a for a in addresses if a.kind not in FORMS and not a.kind.startswith("account_")]
        for address in read:
            page.goto(demo_server.url(address.host, address.path), wait_until="load")
        assert watch.errors == []
        assert watch.failed == []
        assert watch.hosts <= {address.host for address in read}
        assert watch.cookies_set == []
        assert context.cookies() == []

    def test_reads_the_same_without_script(
        self, new_context, demo_server: DemoServer, addresses: list[Address], shot: Shot
    ) -> None:
        page = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
        page.goto(demo_server.url(DEPARTMENT))
        menu = page.locator("details.menu")
        menu.locator("summary").first.click()
        group = menu.locator("details summary").first
        group.click()
        expect(menu.locator("details a").first).to_be_visible()
        shot(page, "menu-without-script-320", full_page=False)


class TestPicturesToLookAt:
    """Nothing is judged here but that the page comes; a person looks at the pictures."""

    @pytest.mark.parametrize(
        ("name", "host", "path"), [("department", DEPARTMENT, "/"), ("english", DEPARTMENT, "/en/")]
    )
    def test_home_page(
        self, screen: Page, demo_server: DemoServer, shot: Shot, name: str, host: str, path: str
    ) -> None:
        assert screen.goto(demo_server.url(host, path)).ok
        assert overflow(screen) == []
        shot(screen, f"home-{name}-{width_of(screen)}")
