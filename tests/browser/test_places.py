"""A mother on a small phone without script finds her child's lot and makes it herself (W9.4)."""

from __future__ import annotations

import hashlib
import re

from playwright.sync_api import Page, expect

from edusite.demo.allocation import NUMBER, SLUG
from enrolment.allocation.sheets import check
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, Shot
from tests.support.texts import vi
from tests.support.watch import overflow

HASH = re.compile(r"^[0-9a-f]{64}$")


def test_anybody_makes_a_lot_again_and_checks_the_whole_file(
    phone: Page, demo_server: DemoServer, shot: Shot
) -> None:
    phone.goto(demo_server.url(DEPARTMENT, f"/tuyen-sinh-truc-tuyen/{SLUG}/"))
    part = phone.locator("section[aria-labelledby=places]")
    fingerprint = part.locator("code").inner_text()
    part.get_by_role("link", name=vi("Check the assignment of places")).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(vi("Check the assignment of places"))
    assert overflow(phone) == []
    shot(phone, "places-check-320")
    hashes = [text for text in phone.locator("dl code").all_inner_texts() if HASH.match(text)]
    seed = hashes[0]
    assert hashlib.sha256(seed.encode()).hexdigest() == fingerprint
    file = phone.request.get(
        phone.get_by_role("link", name=vi("Download the file (CSV)")).evaluate("a => a.href")
    )
    assert check(file.text().splitlines()).problems == []
    phone.locator("section[aria-labelledby=classes] table a").first.click()
    code, lot = phone.locator("tbody tr").first.locator("code").all_inner_texts()
    assert hashlib.sha256(f"{seed}|{NUMBER}|{code}".encode()).hexdigest().startswith(lot)
    assert overflow(phone) == []
    assert phone.context.cookies() == []
    shot(phone, "places-class-320")
