"""Every page type in both languages, on a phone and on a desk: no violation of WCAG 2.2 AA that axe-core knows, valid HTML."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from playwright.sync_api import BrowserType, Page

from common.models import BasePage
from tests.support.accessibility import axe_violations
from tests.support.demo_pages import Address
from tests.support.demo_server import DemoServer
from tests.support.html import html_errors
from tests.support.journeys import SCHOOL, FeedbackForm, Shot
from tests.support.watch import overflow

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
SHARES = 8
"""Every page is in one of these; several workers take several at a time."""


def violations(page: Page) -> list[str]:
    """What axe-core finds on the page on a desk and on a phone."""
    found = []
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        found += [f"{size['width']} px: {violation}" for violation in axe_violations(page)]
    return found


def exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True


class TestAddresses:
    def test_have_every_page_type_that_has_a_template_of_its_own(self, addresses: list[Address]) -> None:
        own = {model.template for model in apps.get_models() if issubclass(model, BasePage)}
        assert {name for name in own if exists(name)} <= {address.template for address in addresses}

    def test_have_both_languages_and_sections_with_and_without_entries(
        self, addresses: list[Address]
    ) -> None:
        names = " ".join(address.name for address in addresses)
        for state in ("full, vi", "empty, vi", "entry, vi", "department, en", "facility, vi", "agency, vi"):
            assert state in names


class TestEveryPage:
    @pytest.mark.parametrize("share", range(SHARES))
    def test_has_no_violation_that_axe_knows(
        self, page: Page, demo_server: DemoServer, addresses: list[Address], share: int
    ) -> None:
        found = []
        for address in addresses[share::SHARES]:
            page.goto(demo_server.url(address.host, address.path))
            found += [f"{address} at {violation}" for violation in violations(page)]
        assert found == []

    def test_is_valid_html(self, demo_server: DemoServer, addresses: list[Address]) -> None:
        documents = {str(a): demo_server.fetch(a.host, a.path).text for a in addresses}
        assert html_errors(documents) == {}

    def test_still_fits_when_the_reader_has_doubled_the_size_of_text(
        self,
        browser_type: BrowserType,
        browser_type_launch_args: dict,
        demo_server: DemoServer,
        addresses: list[Address],
        shot: Shot,
    ) -> None:
        """WCAG 1.4.4: the size of text in the reader's own settings, 32 px where 16 is usual."""
        arguments = [*browser_type_launch_args["args"], "--blink-settings=defaultFontSize=32"]
        browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})
        page, wrong = browser.new_page(viewport={"width": 1280, "height": 900}), []
        for address in one_of_each_template(addresses):
            page.goto(demo_server.url(address.host, address.path))
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
            wrong += [f"{address}: {found}" for found in overflow(page)[:3]]
            if address.kind in ("FacilityHomePage", "ArticlePage"):
                shot(page, f"text-200-{address.kind}")
        browser.close()
        assert wrong == []


class TestSignIn:
    def test_has_no_violation_that_axe_knows(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        page.goto(demo_server.url("localhost", "/tai-khoan/dang-nhap/"))
        found = violations(page)
        shot(page, "sign-in-320")
        assert found == []


def one_of_each_template(addresses: list[Address]) -> list[Address]:
    return list({address.template or address.kind: address for address in reversed(addresses)}.values())


class TestFeedbackForm:
    def test_is_accessible_and_valid_in_each_step_and_with_each_error(
        self, page: Page, demo_server: DemoServer, addresses: list[Address]
    ) -> None:
        address = next(a for a in addresses if a.kind == "FeedbackPage")
        self.found, self.documents = [], {}
        form = FeedbackForm(page, demo_server.url(SCHOOL, address.path))
        self.look(form, "questions")
        form.wait_until_typed()
        press(form, 422)
        self.look(form, "questions with errors")
        form.choose("question")
        form.fill(
            subject="Lịch thi thử", message="Lịch thi thử của khối 12 có ở đâu?", email="phu-huynh@vidu.vn"
        )
        press(form)
        self.look(form, "check")
        press(form)
        self.look(form, "consent")
        press(form, 422)
        self.look(form, "consent with errors")
        for box in page.locator("main input[type=checkbox]").all():
            box.check()
        press(form)
        if page.locator("main input[name^=share-]").count():
            self.look(form, "sharing")
            press(form, 422)
            self.look(form, "sharing with errors")
            for refusal in page.locator("main input[name^=share-][value=no]").all():
                refusal.check()
            press(form)
        self.look(form, "receipt")
        assert page.locator("main .receipt__code").count() == 2
        assert self.found == []
        assert html_errors(self.documents) == {}

    def look(self, form: FeedbackForm, step: str) -> None:
        self.documents[step] = form.response.text()
        self.found += [f"{step} at {violation}" for violation in violations(form.page)]


def press(form: FeedbackForm, status: int = 200) -> None:
    """Go on with whatever button the step has."""
    with form.page.expect_navigation() as navigation:
        form.page.locator("main form.form button[type=submit]:not([name])").click()
    form.response = navigation.value
    assert form.response.status == status
