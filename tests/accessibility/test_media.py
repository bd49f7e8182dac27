"""Forced colours, print and reduced motion: what can be said without eyes, and pictures for those who have them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.demo_pages import Address
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, Shot

LOOKED_AT = ("FacilityHomePage", "ArticlePage", "DocumentIndexPage", "FeedbackPage")


@pytest.fixture
def looked_at(addresses: list[Address]) -> list[Address]:
    """A home page, an article, a list and a form on one school's site."""
    return [next(a for a in addresses if a.kind == kind and a.language == "vi") for kind in LOOKED_AT]


class TestForcedColours:
    def test_keep_controls_apart_from_their_ground(
        self, new_context, demo_server: DemoServer, looked_at: list[Address], shot: Shot
    ) -> None:
        page = new_context(forced_colors="active", color_scheme="dark").new_page()
        for address in looked_at:
            page.goto(demo_server.url(address.host, address.path))
            assert page.evaluate("matchMedia('(forced-colors: active)').matches")
            shot(page, f"forced-colours-{address.kind}")
            unmarked = page.evaluate(
                """() => [...document.querySelectorAll("main button, main input:not([type=hidden]), main select")]
                .filter((e) => e.offsetWidth && !e.closest(".hidden-text"))
                .filter((e) => !["radio", "checkbox"].includes(e.type))
                .filter((e) => !getComputedStyle(e).textDecorationLine.includes("underline"))
                .filter((e) => getComputedStyle(e).borderTopStyle === "none" || !parseFloat(getComputedStyle(e).borderTopWidth))
                .map((e) => e.outerHTML.slice(0, 120))"""
            )
            assert unmarked == [], f"without a border in forced colours on {address}"


class TestPrint:
    def test_leaves_out_what_paper_cannot_do(
        self, page: Page, demo_server: DemoServer, looked_at: list[Address], shot: Shot, artifacts
    ) -> None:
        for address in looked_at:
            page.goto(demo_server.url(address.host, address.path))
            page.emulate_media(media="print")
            for selector in (".nav", "form.search", ".skip"):
                for element in page.locator(selector).all():
                    assert not element.is_visible(), f"{selector} is printed on {address}"
            assert page.locator("main h1").is_visible()
            shot(page, f"print-{address.kind}")
            page.pdf(path=artifacts / "screenshots" / f"print-{address.kind}.pdf", format="A4")
            page.emulate_media(media="screen")


class TestReducedMotion:
    def test_stops_what_moves(self, new_context, demo_server: DemoServer) -> None:
        page = new_context(reduced_motion="reduce").new_page()
        page.goto(demo_server.url(SCHOOL))
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((e) => {
              const style = getComputedStyle(e);
              return [...style.transitionDuration.split(","), ...style.animationDuration.split(",")]
                .some((time) => parseFloat(time) > 0.05);
            }).map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert moving == []
