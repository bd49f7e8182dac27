"""A member of school A tries forty doors of school B by the address bar, and finds all shut."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL_LABEL, SignIn

OTHER = "mn-hoa-sen.localhost"
DOORS = (
    "pages/{home}/",
    "pages/{home}/results/",
    "pages/{page}/edit/",
    "pages/{page}/view_draft/",
    "pages/{page}/history/",
    "pages/{page}/usage/",
    "pages/{page}/delete/",
    "pages/{page}/copy/",
    "pages/{page}/move/",
    "pages/{page}/unpublish/",
    "pages/{page}/privacy/",
    "pages/{page}/revisions/",
    "pages/{page}/revisions/1/view/",
    "pages/{page}/revisions/1/revert/",
    "pages/{page}/workflow_history/",
    "pages/{page}/revisions/compare/earliest...latest/",
    "pages/{home}/add_subpage/",
    "pages/{page}/edit/preview/",
    "pages/workflow/preview/{page}/1/",
    "pages/workflow/confirm_cancellation/{page}/",
    "bulk/wagtailcore/page/delete/?id={page}",
    "bulk/wagtailcore/page/delete/?id=all",
    "choose-page/{home}/",
    "choose-page/chosen-multiple/?id={page}",
    "api/main/pages/{page}/",
    "images/{image}/",
    "images/{image}/delete/",
    "images/{image}/preview/original/",
    "images/usage/{image}/",
    "images/chooser/chosen/{image}/",
    "documents/edit/{document}/",
    "documents/delete/{document}/",
    "documents/usage/{document}/",
    "documents/chooser/chosen/{document}/",
    "users/{user}/",
    "users/edit/{user}/",
    "groups/edit/{group}/",
    "sites/edit/{site}/",
    "collections/{collection}/",
    "redirects/",
    "institutions/{institution}/",
    "assessment/{institution}/",
    "editorial/withdraw/{page}/",
    "localize/submit/page/{page}/",
    "workflows/list/",
    "reports/page-types-usage/",
    "reports/locked/",
    "forms/",
    "settings/wagtailcore/site/{site}/",
    "snippets/",
)


def numbers_of(data_dir: Path, hostname: str) -> dict[str, str]:
    """The numbers of one institution's objects, and its name and titles, from the database of the demonstration."""
    with contextlib.closing(sqlite3.connect(data_dir / "edusite.sqlite3")) as database:

        def one(sql: str, *values) -> tuple:
            return database.execute(sql, values).fetchone()

        institution, name, site, home, collection = one(
            "SELECT i.id, i.name, s.id, s.root_page_id, i.collection_id FROM network_institution i"
            " JOIN wagtailcore_site s ON s.id = i.site_id WHERE s.hostname = ?",
            hostname,
        )
        (path,) = one("SELECT path FROM wagtailcore_page WHERE id = ?", home)
        page, title = one(
            "SELECT id, title FROM wagtailcore_page WHERE path > ? AND path < ? AND depth > 3 LIMIT 1",
            path,
            path + "a",
        )
        user, group = one(
            "SELECT g.user_id, g.group_id FROM auth_user_groups g JOIN editorial_boardgroup b ON b.group_id = g.group_id"
            " WHERE b.institution_id = ?",
            institution,
        ) or (1, 1)
        image = one("SELECT id FROM editorial_siteimage WHERE collection_id = ?", collection)
        document = one("SELECT id FROM editorial_sitedocument WHERE collection_id = ?", collection)
    found = {
        "institution": institution,
        "name": name,
        "title": title,
        "site": site,
        "home": home,
        "page": page,
        "collection": collection,
        "user": user,
        "group": group,
        "image": image[0] if image else 999999,
        "document": document[0] if document else 999999,
    }
    return {key: str(value) for key, value in found.items()}


def test_all_doors_of_another_school_are_shut(sign_in: SignIn, demo_server: DemoServer) -> None:
    other = numbers_of(demo_server.data_dir, OTHER)
    page: Page = sign_in(f"{SCHOOL_LABEL}.truongban")
    assert len(DOORS) >= 40
    for door in DOORS:
        address = demo_server.url(DEPARTMENT, "/admin/" + door.format(**other))
        answer = page.goto(address)
        assert answer is not None, door
        assert answer.status == 404, f"{door} answers {answer.status}"
        text = page.content()
        assert other["name"] not in text, door
        assert other["title"] not in text, door


def test_the_admin_of_another_school_sends_the_visitor_home(sign_in: SignIn, demo_server: DemoServer) -> None:
    page: Page = sign_in(f"{SCHOOL_LABEL}.truongban")
    session = [cookie for cookie in page.context.cookies() if "session" in cookie["name"]]
    page.context.add_cookies([cookie | {"domain": OTHER} for cookie in session])
    answer = page.goto(demo_server.url(OTHER, "/admin/"))
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("main").get_by_role("link").first).to_be_visible()
