"""Our own screens of the admin, found by following links: nothing serious for axe on a desk and on a phone, one first heading.

Wagtail's frame around them (menu, breadcrumb, its own screens) is Wagtail's; what is judged here is the main part.
"""

from __future__ import annotations

from collections import deque
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Error, Page, Response

from tests.support.accessibility import AXE, TAGS
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL_LABEL, SignIn
from tests.support.watch import overflow

OWN = (
    "assessment.",
    "editorial.",
    "edusite.",
    "enrolment.",
    "feedback.",
    "home.",
    "network.",
    "privacy.",
    "resources.",
    "sections.",
)
STOCK_FORM = {"wagtailadmin_pages:"}
SIZES = ({"width": 1280, "height": 900}, {"width": 320, "height": 640})
RUN = """async (tags) => (await window.axe.run("main", { runOnly: { type: "tag", values: tags } })).violations
  .filter(({ impact }) => impact === "serious" || impact === "critical")
  .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help} | ${html.slice(0, 200)}`))"""
PEOPLE = {"school": f"{SCHOOL_LABEL}.truongban", "authority": "quantri"}


def own_view(path: str) -> str:
    """The name of the view of ours at an address; empty for screens of Wagtail."""
    try:
        match = resolve(path)
    except Resolver404:
        return ""
    view = getattr(match.func, "view_class", match.func)
    module = getattr(view, "__module__", "")
    if not module.startswith(OWN) or match.view_name.startswith(tuple(STOCK_FORM)):
        return ""
    return match.view_name


def own_links(page: Page) -> list[str]:
    found = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href)")
    return [urlsplit(link).path for link in found if "/admin/" in link]


def opened(page: Page, address: str) -> Response | None:
    """The answer of a screen; None for what is no screen: a download, data, a refusal, a place led elsewhere."""
    try:
        response = page.goto(address)
    except Error as error:
        if "Download is starting" in error.message:
            return None
        raise
    is_screen = response is not None and response.status == 200 and page.url == address
    return response if is_screen and response.headers["content-type"].startswith("text/html") else None


def faults(page: Page) -> list[str]:
    """What is wrong with the main part of a screen, on a desk and on a phone."""
    found = []
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} first headings")
    for size in SIZES:
        page.set_viewport_size(size)
        if not page.evaluate("typeof window.axe === 'object'"):
            page.evaluate(AXE.read_text(encoding="utf-8"))
        found += [f"{size['width']} px: {text}" for text in page.evaluate(RUN, TAGS)]
        found += [f"{size['width']} px: wider than the window: {text}" for text in overflow(page)[:2]]
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_our_screens_have_no_serious_fault(person: str, sign_in: SignIn, demo_server: DemoServer) -> None:
    page = sign_in(PEOPLE[person])
    queue, seen, wrong = deque(["/admin/", "/admin/reports/workflow/"]), set(), []
    while queue:
        path = queue.popleft()
        name = own_view(path) or path
        if name in seen:
            continue
        seen.add(name)
        page.set_viewport_size(SIZES[0])
        if not opened(page, demo_server.url(DEPARTMENT, path)):
            continue
        queue += [link for link in own_links(page) if own_view(link)]
        wrong += [f"{path}: {fault}" for fault in faults(page)] if own_view(path) or path == "/admin/" else []
    assert not wrong, "\n".join(wrong)
    assert len(seen) >= 6, seen
