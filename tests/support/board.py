"""What members of a board do in the admin: write, hand in, agree, return; shared by the journeys."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.support.journeys import sent


def admin(page: Page, path: str = "") -> str:
    """Address of a screen of the admin on the host where the person works."""
    return urlsplit(page.url)._replace(path=f"/admin/{path}", query="", fragment="").geturl()


def section_id(page: Page, name: str) -> str:
    """Key of a section of the person's own site, read from the list of its pages."""
    page.goto(admin(page, "pages/"))
    link = page.locator("main").get_by_role("link", name=re.compile(name)).first
    return re.search(r"/pages/(\d+)/", link.get_attribute("href"))[1]


def start_entry(page: Page, section: str, model: str) -> None:
    """The form of a new entry below a section."""
    page.goto(admin(page, f"pages/{section_id(page, section)}/add_subpage/"))
    page.locator(f"main a[href*='/add/sections/{model}/']").click()
    expect(page).to_have_url(re.compile(rf"/add/sections/{model}/"))


def type_text(page: Page, text: str) -> None:
    """Into the first paragraph, at its end; the editor puts it into the form a moment later."""
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)
    field = page.locator("input[name='body-0-value']").first
    expect(field).to_have_value(re.compile(re.escape(text.strip())))


def sign_article(page: Page, author: str, source: str) -> None:
    page.locator("[name=author_name]").fill(author)
    page.locator("[name=source_name]").fill(source)


def footer(page: Page) -> Locator:
    return page.locator("#page-edit-form footer, footer.footer").first


def save_draft(page: Page) -> None:
    footer(page).locator("[data-w-dropdown-target=toggle]").first.click()
    sent(page, page.locator("button.action-save:visible"))


def submit(page: Page) -> None:
    sent(page, footer(page).locator("button[name=action-submit]"))


def edit_address(page: Page) -> str:
    """Address of the form that is open, once its script is there: a button that is pressed before does nothing."""
    expect(page).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    page.wait_for_load_state()
    return page.url.split("?")[0]


def actions(page: Page) -> Locator:
    return page.locator("[data-workflow-action-name]:visible")


def act(page: Page, name: str) -> None:
    """Press an action of the chain that asks for nothing."""
    sent(page, page.locator(f"[data-workflow-action-name={name}]").first)


def give_back(page: Page, reason: str) -> None:
    button = page.locator("[data-workflow-action-name=reject]").first
    if not button.is_visible():
        footer(page).locator("[data-w-dropdown-target=toggle]").first.click()
    button.click()
    dialog = page.locator(".modal-dialog")
    dialog.locator("textarea[name=comment]").fill(reason)
    sent(page, dialog.locator("[type=submit]"))


def open_from_desk(page: Page, title: str) -> None:
    """What waits for a person stands on the start page of the admin."""
    page.goto(admin(page))
    page.locator("main").get_by_role("link", name=title).first.click()
    edit_address(page)


def upload_in_dialog(page: Page, prefix: str, path: Path, title: str, **fields: str) -> None:
    """In the open dialog of a chooser: a new picture (`prefix` "image") or file ("document"), with a title in words."""
    dialog = page.locator(".modal-dialog")
    dialog.get_by_role("tab").last.click()
    dialog.locator(f"[name={prefix}-chooser-upload-file]").set_input_files(path)
    dialog.locator(f"[name={prefix}-chooser-upload-title]").fill(title)
    for name, value in fields.items():
        dialog.locator(f"[name={prefix}-chooser-upload-{name}]").fill(value)
    dialog.locator(f"form:has([name={prefix}-chooser-upload-file]) button[type=submit]").click()
    expect(dialog).to_have_count(0)


def work_done(page: Page) -> None:
    """Wait until the worker has finished with the list that is on the screen."""
    expect(page.locator("main p[role=status]:not([data-count])")).to_be_visible()
    page.wait_for_load_state()


def press_on_list(page: Page, action: str) -> None:
    """A button of the screen of a list; the worker does the rest."""
    page.wait_for_load_state()
    sent(page, page.locator(f"button[name=action][value={action}]"))
    work_done(page)
