"""A mother applies for two wishes from a small phone, goes on elsewhere, adds a paper, is admitted and confirms the place. A
better place comes to her by itself when another family gives it up (W8.4c, W9.4)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.privacy.uploads import made
from tests.support.admission import (
    RESUME,
    Family,
    act,
    campaign_closes,
    campaign_takes,
    case,
    enter_codes,
    go_on,
    places,
)
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, PHONE, Shot, SignIn, sent
from tests.support.texts import vi

CAMPAIGN = "tuyen-sinh-lop-6"
FORM = f"/tuyen-sinh-truc-tuyen/{CAMPAIGN}/ho-so/"
BETTER, LATER = "Lê Quý Đôn", "Tây Sơn"
NAME = "Nguyễn Văn Thử"
EDITOR, CHIEF = "so.bientap", "so.truongban"
MISSING = "Đề nghị gửi lại ảnh chụp rõ hai mặt giấy khai sinh."
NUMBER = "48291"
JOB_SECONDS = 60


def family(server: DemoServer, paper: Path, child: str, identity: str) -> Family:
    made_up = {"child_birth": "05/09/2012", "rep_name": "Trần Thị Thử"}
    found = Family(server, FORM, paper, child_name=child, child_identity=identity, **made_up)
    found.wishes = (BETTER, LATER)
    return found


def state_of(page: Page) -> str:
    return page.locator("section[aria-labelledby=now] strong").first.inner_text()


def wishes_of(page: Page) -> list[str]:
    return page.locator("section[aria-labelledby=wishes] li > strong").all_inner_texts()


class TestMother:
    @pytest.fixture(autouse=True)
    def _setting(self, demo_server: DemoServer, tmp_path: Path) -> None:
        paper = tmp_path / "giay.pdf"
        paper.write_bytes(made.pdf())
        self.server = demo_server
        self.campaign = campaign_takes(demo_server, CAMPAIGN, quota=1)
        self.mother = family(demo_server, paper, NAME, "001 212 000 123")
        self.neighbour = family(demo_server, paper, "Lò Thị Mẫu", "001 312 000 124")
        self.neighbour.priority = "giai_quoc_gia"

    def test_applies_adds_evidence_is_admitted_confirms_and_moves_up(
        self, phone: Page, new_context, sign_in: SignIn, shot: Shot
    ) -> None:
        other = new_context(**PHONE).new_page()
        self._applies(phone, other, shot)
        self.neighbour.begins(phone)
        self.neighbour.sends(phone)
        editor = sign_in(EDITOR)
        self._is_checked(editor, other, shot)
        campaign_closes(self.server, self.campaign)
        self._places_are_given(editor, sign_in(CHIEF), shot)
        self._confirms(other, shot)
        self._moves_up(phone, other, shot)

    def _applies(self, phone: Page, other: Page, shot: Shot) -> None:
        phone.goto(self.server.url(DEPARTMENT, FORM))
        go_on(phone)
        expect(phone.locator("main .errors")).to_be_focused()
        expect(phone.locator("main .errors a").first).to_be_in_viewport()
        self.mother.begins(phone)
        enter_codes(other, self.server, RESUME, self.mother.keeps(phone))
        expect(other.locator("[name=rep_name]")).to_have_value("Trần Thị Thử")
        self.mother.sends(other)
        shot(other, "application-receipt")

    def _is_checked(self, editor: Page, other: Page, shot: Shot) -> None:
        case(editor, self.server, self.campaign, self.mother.codes[0])
        act(editor, "ask", text=MISSING)
        page = self.mother.looks(other)
        expect(page.locator("main blockquote")).to_contain_text(MISSING)
        expect(page.get_by_text(NAME)).to_have_count(0)
        shot(page, "application-asked")
        self.mother.acts(page, "evidence")
        for one in (self.mother, self.neighbour):
            case(editor, self.server, self.campaign, one.codes[0])
            act(editor, "accept")
            expect(editor.locator("main button[value=open]")).to_be_visible()

    def _places_are_given(self, editor: Page, chief: Page, shot: Shot) -> None:
        for page, name in ((editor, "number"), (chief, "confirm")):
            places(page, self.server, self.campaign)
            page.locator("main [name=number]").fill(NUMBER)
            sent(page, page.locator(f"main button[value={name}]"))
        places(editor, self.server, self.campaign)
        sent(editor, editor.locator("main button[value=compute]"))
        proposal = editor.locator("main button[value=propose]")
        expect(proposal).to_be_visible(timeout=JOB_SECONDS * 1000)
        sent(editor, proposal)
        expect(editor.locator("main button[value=publish]")).to_have_count(0)
        places(chief, self.server, self.campaign)
        shot(chief, "places-second-person")
        sent(chief, chief.locator("main button[value=publish]"))
        expect(chief.locator("main button[value=take_back]")).to_be_visible(timeout=JOB_SECONDS * 1000)

    def _confirms(self, page: Page, shot: Shot) -> None:
        self.mother.looks(page)
        assert state_of(page) == vi("admitted", "application")
        shot(page, "application-admitted")
        self.mother.acts(page, "confirm")
        expect(page.locator("button[name=act][value=confirm]")).to_have_count(0)
        expect(page.locator("button[name=act][value=decline]")).to_be_visible()
        shot(page, "application-confirmed")

    def _moves_up(self, phone: Page, page: Page, shot: Shot) -> None:
        before = wishes_of(page)
        self.neighbour.looks(phone)
        self.neighbour.acts(phone, "decline")
        for _try in range(20):
            self.mother.looks(page)
            if wishes_of(page) != before:
                break
            page.wait_for_timeout(500)
        assert wishes_of(page)[0] == before[1], "the better wish is fulfilled now"
        assert wishes_of(page)[1] != before[1]
        expect(page.locator("button[name=act][value=confirm]")).to_have_count(0)
        shot(page, "application-moved-up")
