"""Text in an old font is pasted into an article: shown as it reads, taken over when the person says so (W12.1)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.support.board import save_draft, start_entry
from tests.support.journeys import SCHOOL_LABEL, Shot, SignIn, key_to

PASTED = {"tcvn3": "TiÕng ViÖt cã 29 ch÷ c¸i", "vni": "Tieáng Vieät coù 29 chöõ caùi"}
READS = "Tiếng Việt có 29 chữ cái"


@pytest.mark.parametrize("font", PASTED)
def test_text_in_an_old_font_is_offered_in_unicode_and_taken_over(
    font: str, sign_in: SignIn, shot: Shot
) -> None:
    page = sign_in(f"{SCHOOL_LABEL}.tacgia")
    start_entry(page, "Tin tức", "articlepage")
    page.locator("[name=title]").fill(PASTED[font])
    page.locator("[name=summary]").fill("Bài của câu lạc bộ Văn học.")
    save_draft(page)
    offer = page.locator("[role=alert] table")
    expect(offer).to_contain_text(PASTED[font])
    expect(offer).to_contain_text(READS)
    expect(page.locator("[name=title]")).to_have_value(PASTED[font])
    shot(page, f"old-font-{font}")
    key_to(page, page.locator("[name=legacy_text][value=convert]"))
    page.keyboard.press("Space")
    save_draft(page)
    expect(page).to_have_url(re.compile(r"/admin/pages/\d+/edit/"))
    expect(page.locator("[name=title]")).to_have_value(READS)
