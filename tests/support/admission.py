"""What families and officers do in admission, on the screens that they use; shared by the journeys."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.support.demo_rows import database
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, FeedbackForm, key_to, sent
from tests.support.watch import overflow

STATUS, RESUME = "/ho-so-tuyen-sinh/", "/tiep-tuc-bieu-mau/"
WORKER_SECONDS = 60
"""After which the worker has done what was due."""
Codes = tuple[str, str]


# Families


def go_on(page: Page) -> None:
    sent(page, page.locator("main form.form button[type=submit]:not([name])").last)
    assert not overflow(page)


def codes_of(page: Page) -> Codes:
    first, second = (place.inner_text() for place in page.locator(".receipt__code").all()[:2])
    return first, second


def press(page: Page, button: Locator) -> None:
    """Reached and pressed with the keyboard alone."""
    key_to(page, button)
    with page.expect_event("load"):
        page.keyboard.press("Enter")


def enter_codes(page: Page, server: DemoServer, path: str, codes: Codes) -> None:
    """With the keyboard alone."""
    page.goto(server.url(DEPARTMENT, path))
    for name, code in zip(("reference", "secret"), codes, strict=True):
        key_to(page, page.locator(f"[name={name}]"))
        page.keyboard.type(code)
    press(page, page.locator("main form.form button[type=submit]"))
    assert not overflow(page)


class Family:
    """Somebody who applies on a small phone; `wishes` are words of the names of schools, the first wish first."""

    def __init__(self, server: DemoServer, form: str, paper: Path, **said: str):
        self.server, self.form, self.paper, self.said = server, form, paper, said
        self.wishes: tuple[str, ...] = ()
        self.priority = ""
        self.codes: Codes = ("", "")

    def begins(self, page: Page) -> None:
        page.goto(self.server.url(DEPARTMENT, self.form))
        time.sleep(FeedbackForm.MIN_SECONDS)
        for name in ("child_name", "child_birth", "child_identity"):
            page.locator(f"[name={name}]").fill(self.said[name])
        go_on(page)
        page.locator("[name=rep_name]").fill(self.said["rep_name"])
        page.locator("[name=rep_relation][value=mother]").check()

    def keeps(self, page: Page) -> Codes:
        sent(page, page.locator("button[name=keep]"))
        return codes_of(page)

    def sends(self, page: Page) -> None:
        page.locator("[name=rep_phone]").fill("0912 345 678")
        for _step in range(12):
            if page.locator(".receipt__code").count():
                self.codes = codes_of(page)
                return
            self.fills(page)
            go_on(page)
        raise AssertionError(page.url)

    def fills(self, page: Page) -> None:
        if page.locator("[name=commune_other]").count():
            page.locator("[name=commune_other]").fill("Phường Bến Đò, tỉnh Hòa Sơn")
        if page.locator("[name=commune]").count():
            page.locator("[name=commune]").select_option(index=1)
        if page.locator("[name=wish_1]").count():
            for number, school in enumerate(self.wishes, start=1):
                choice = page.locator(f"[name=wish_{number}]")
                option = choice.locator("option", has_text=school).first
                choice.select_option(option.get_attribute("value"))
        if self.priority and page.locator("[name=priorities]").count():
            page.locator(f"[name=priorities][value={self.priority}]").check()
        for field in page.locator("input[type=file]").all():
            field.set_input_files(self.paper)
        for box in page.locator("[name^=consent-]").all():
            box.check()

    def looks(self, page: Page) -> Page:
        enter_codes(page, self.server, STATUS, self.codes)
        return page

    def acts(self, page: Page, name: str) -> None:
        """One act of the page that is open, with the keyboard alone."""
        press(page, page.locator(f"button[name=act][value={name}]"))
        assert not overflow(page)
        if name == "evidence":
            page.locator("[name=file_1]").set_input_files(self.paper)
        press(page, page.locator("button[name=go]"))
        assert not overflow(page)


# Officers


def opened(page: Page) -> None:
    """Say for what the application is opened."""
    page.locator("input[name=purpose][value=handle]").check()
    sent(page, page.locator("main button[value=open]"))
    expect(page.locator("main dl.admission-facts").nth(1)).to_be_visible()


def act(page: Page, name: str, **entered: str) -> None:
    """Open what may be done, fill it in by the names of its fields and send it."""
    form = page.locator(f"main section.admission-fold:has(button[value={name}])")
    for field, value in entered.items():
        place = form.locator(f"[name={field}]").first
        place.check() if field == "to" else place.fill(value)
    sent(page, form.locator(f"button[value={name}]"))


def case(page: Page, server: DemoServer, campaign: int, reference: str) -> None:
    """An application, found by its reference and opened; one that was acknowledged may still wait to be filed."""
    queue = server.url(DEPARTMENT, f"/admin/admission/{campaign}/")
    limit = time.monotonic() + WORKER_SECONDS
    page.goto(queue)
    while page.url.split("?")[0] == queue:
        assert time.monotonic() < limit, f"{reference} is not found"
        page.locator("#code").fill(reference)
        sent(page, page.locator("main button[value=find]"))
    opened(page)


def places(page: Page, server: DemoServer, campaign: int) -> None:
    page.goto(server.url(DEPARTMENT, f"/admin/places/{campaign}/"))


# Days that no test waits for


def _moment(days: float) -> str:
    return f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%d %H:%M:%S}"


def campaign_takes(server: DemoServer, slug: str, quota: int) -> int:
    """A campaign of the past takes applications now, with so many places in each class; its key."""
    with database(server) as rows:
        pk = rows.execute(
            "SELECT c.page_ptr_id FROM enrolment_campaignpage c JOIN wagtailcore_page p ON p.id = c.page_ptr_id "
            "JOIN wagtailcore_locale l ON l.id = p.locale_id WHERE p.slug = ? AND l.language_code = 'vi'",
            (slug,),
        ).fetchone()[0]
        rows.execute(
            "UPDATE enrolment_campaignpage SET opens_at = ?, closes_at = ? WHERE page_ptr_id = ?",
            (_moment(-1), _moment(3), pk),
        )
        rows.execute(
            "UPDATE enrolment_campaignphase SET starts_at = ?, ends_at = ? WHERE page_id = ?",
            (_moment(-1), _moment(20), pk),
        )
        rows.execute(
            "UPDATE enrolment_admissiontrack SET quota = ? WHERE page_id IN "
            "(SELECT page_ptr_id FROM enrolment_admissionnoticepage WHERE campaign_id = ?)",
            (quota, pk),
        )
    _lots_have_a_seed(server, pk)
    return pk


def _lots_have_a_seed(server: DemoServer, pk: int) -> None:
    """The worker draws what is missing every ten minutes: its turn has come."""
    with database(server) as rows:
        rows.execute(
            "UPDATE network_timerrun SET started_at = ? WHERE name = 'enrolment.seeds'", (_moment(-1),)
        )
    limit = time.monotonic() + WORKER_SECONDS
    found = None
    while found is None:
        assert time.monotonic() < limit, "the worker draws no seed"
        time.sleep(0.5)
        with database(server) as rows:
            found = rows.execute("SELECT 1 FROM enrolment_lotseed WHERE campaign_id = ?", (pk,)).fetchone()


def campaign_closes(server: DemoServer, pk: int) -> None:
    """The deadline of a campaign has passed."""
    with database(server) as rows:
        rows.execute(
            "UPDATE enrolment_campaignpage SET closes_at = ? WHERE page_ptr_id = ?", (_moment(-0.01), pk)
        )
