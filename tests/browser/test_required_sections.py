"""What the circular requires stays: nobody in the admin is offered a way to take it away, and a direct way is refused."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from edusite.demo.people import ADMINISTRATOR
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, SCHOOL_LABEL, Shot, SignIn

CIRCULAR = "Thông tư 37/2020/TT-BGDĐT"
TAKING_AWAY = ("delete", "move", "unpublish", "copy")
SECTION = re.compile("Giới thiệu")


@pytest.fixture
def section_id(sign_in: SignIn) -> int:
    """The introduction of the school, found by its editor, whose tree holds that school only."""
    page = sign_in(f"{SCHOOL_LABEL}.truongban")
    page.goto(page.url + "pages/")
    link = page.locator("main").get_by_role("link", name=SECTION).first
    return int(re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1])


@pytest.fixture(params=[ADMINISTRATOR, f"{SCHOOL_LABEL}.truongban"])
def person(request: pytest.FixtureRequest, sign_in: SignIn) -> Page:
    return sign_in(request.param)


def ways_out(page: Page, section_id: int) -> list[str]:
    """Links and buttons on the page that would take the section away or hide it, in opened menus or not."""
    addresses = [
        f"[{attribute}*='/pages/{section_id}/{action}/']"
        for action in TAKING_AWAY
        for attribute in ("href", "action", "data-url", "data-w-action-url-value")
    ]
    buttons = page.locator(", ".join([*addresses, "[data-a11y-dialog-show='set-privacy']"]))
    return [button.evaluate("e => e.outerHTML.slice(0, 160)") for button in buttons.all()]


class TestRequiredSection:
    def test_offers_nobody_a_way_to_take_it_away(
        self, person: Page, section_id: int, demo_server: DemoServer, shot: Shot
    ) -> None:
        editor = demo_server.url(DEPARTMENT, f"/admin/pages/{section_id}/edit/")
        person.goto(editor)
        assert ways_out(person, section_id) == []
        expect(person.locator("[name=expire_at]")).to_have_count(1)
        assert person.locator("[name=action-unpublish], [name=action-publish]").count() == 0
        shot(person, f"required-section-{'superuser' if 'quantri' in person.content() else 'chief'}")
        parent = person.locator("header a[href^='/admin/pages/']").filter(has_text="Chu Văn An").last
        person.goto(demo_server.url(DEPARTMENT, parent.get_attribute("href")))
        expect(person.locator("main").get_by_role("link", name=SECTION).first).to_be_visible()
        assert ways_out(person, section_id) == []

    @pytest.mark.parametrize("action", TAKING_AWAY)
    def test_refuses_a_direct_address_with_the_clause(
        self, sign_in: SignIn, section_id: int, demo_server: DemoServer, shot: Shot, action: str
    ) -> None:
        page = sign_in(ADMINISTRATOR)
        page.goto(demo_server.url(DEPARTMENT, f"/admin/pages/{section_id}/{action}/"))
        expect(page.locator(".messages")).to_contain_text(CIRCULAR)
        assert f"/{action}/" not in page.url
        shot(page, f"required-section-refused-{action}", full_page=False)
        assert demo_server.fetch(SCHOOL, "/gioi-thieu/").status == 200
