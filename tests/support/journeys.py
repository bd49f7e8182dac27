"""Fixtures and helpers of tests that walk through the demonstration as a person would."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from edusite.demo.people import PASSWORD
from tests.support.demo_pages import Address, demo_addresses
from tests.support.demo_server import DemoServer
from tests.support.texts import vi
from tests.support.watch import overflow

DEPARTMENT = "localhost"
SCHOOL = "thpt-chu-van-an.localhost"
SCHOOL_LABEL = "thpt-chu-van-an"
ACT_SECONDS = 30
PHONE = {
    "viewport": {"width": 320, "height": 640},
    "java_script_enabled": False,
    "is_mobile": True,
    "has_touch": True,
}
"""A small phone without script."""
STOPS = 150
"""Presses of the tabulator after which a person has given up."""
WIDTHS = {320: 640, 768: 1024, 1280: 900}
"""Width and height in CSS pixels of a small phone, a tablet and a desk."""

expect.set_options(timeout=ACT_SECONDS * 1000)

Shot = Callable[..., None]
SignIn = Callable[..., Page]
Entered = dict[str, list]
_networks = count()


@pytest.fixture(scope="session")
def addresses(demo_server: DemoServer) -> list[Address]:
    return demo_addresses(demo_server.data_dir)


@pytest.fixture
def shot(artifacts: Path, request: pytest.FixtureRequest) -> Shot:
    """Keeps a picture of a page for people to look at, where EDUSITE_PICTURES asks for it: `shot(page, "name")`."""
    folder = artifacts / "screenshots" / request.path.parent.name

    def take(page: Page, name: str, full_page: bool = True) -> None:
        page.wait_for_load_state()
        if os.environ.get("EDUSITE_PICTURES"):
            folder.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=folder / f"{name}.png", full_page=full_page, animations="disabled")

    return take


@pytest.fixture
def phone(new_context) -> Page:
    """A reader on a small phone without script."""
    return new_context(**PHONE).new_page()


@pytest.fixture(scope="session")
def entered() -> Entered:
    """Cookies of those who have signed in to the served demonstration, by user name."""
    return {}


@pytest.fixture
def sign_in(new_context, demo_server: DemoServer, entered: Entered) -> SignIn:
    """Opens the admin in a browser of its own for each person: `page = sign_in("thpt-chu-van-an.tacgia")`.

    Who has signed in before comes back with the cookies of then; where that session has ended, the door asks again.
    """

    def enter(username: str, **context_arguments) -> Page:
        context = new_context(viewport={"width": 1280, "height": 900}, **context_arguments)
        context.set_default_timeout(ACT_SECONDS * 1000)
        context.add_cookies(entered.get(username, []))
        page = context.new_page()
        page.goto(demo_server.url(DEPARTMENT, "/admin/"))
        if urlsplit(page.url).path != "/admin/":
            page.locator("input[name=login]").fill(username)
            page.locator("input[name=password]").fill(PASSWORD)
            page.locator("form button[type=submit]").first.click()
            expect(page).to_have_url(demo_server.url(DEPARTMENT, "/admin/"))
            entered[username] = context.cookies()
        expect(page.locator("main h1")).to_be_visible()
        return page

    return enter


@pytest.fixture
def browser_context_args(browser_context_args: dict) -> dict:
    """Each test has a network of its own: what is counted of a network in one journey stops nobody in another.

    The server believes a proxy on its own machine (privacy.throttle).
    """
    number = next(_networks)
    header = {"X-Forwarded-For": f"198.18.{number // 250}.{number % 250 + 1}"}
    return {**browser_context_args, "extra_http_headers": header}


def sent(page: Page, button: Locator) -> Response:
    """Press a button that sends a form; the answer to it, once the page that follows is there.

    A change of the address by a script counts as navigation as well, so the request itself is waited for.
    """
    with page.expect_event("load"), page.expect_response(_answers_form) as answer:
        button.click()
    return answer.value


def _answers_form(response: Response) -> bool:
    return response.request.is_navigation_request() and response.request.method == "POST"


def key_to(page: Page, wanted: Locator) -> Locator:
    """Tab until the keyboard is there."""
    expect(wanted).to_be_visible()
    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return wanted
    raise AssertionError(f"the keyboard does not reach {wanted} on {page.url}")


def follow(page: Page, wanted: Locator) -> None:
    key_to(page, wanted)
    with page.expect_navigation():
        page.keyboard.press("Enter")


class FeedbackForm:
    """The steps of a feedback form, taken by hand; `shown_at` is when the questions were on the screen."""

    MIN_SECONDS = 4
    """The form refuses what no person could have typed (privacy.forms.machines.MIN_SECONDS, whole seconds)."""

    def __init__(self, page: Page, address: str):
        self.page = page
        self.response = page.goto(address)
        self.shown_at = time.monotonic()

    def fill(self, **answers: str) -> None:
        for name, value in answers.items():
            self.page.locator(f"main [name={name}]").fill(value)

    def choose(self, kind: str) -> None:
        self.page.locator(f"main input[name=kind][value={kind}]").check()

    def wait_until_typed(self) -> None:
        deadline = self.shown_at + self.MIN_SECONDS
        while time.monotonic() < deadline:
            self.page.wait_for_timeout(50)

    def press(self, text: str, context: str = "") -> Response:
        name = re.compile(f"^{re.escape(vi(text, context))}$")
        self.response = sent(self.page, self.page.get_by_role("main").get_by_role("button", name=name))
        return self.response

    def error_summary(self) -> Locator:
        return self.page.locator("main .errors")


def go_on(form: FeedbackForm, text: str = "Continue") -> None:
    """To the next step of a form that fits the screen."""
    assert overflow(form.page) == []
    assert form.press(text).status == 200


def open_admin(page: Page, server: DemoServer, path: str) -> Page:
    page.goto(server.url(DEPARTMENT, f"/admin/{path}"))
    return page


def name_purpose(page: Page, value: str = "handle") -> None:
    """Say why personal information is opened."""
    page.locator(f"main form:has(button) input[name=purpose][value={value}]").first.check()
