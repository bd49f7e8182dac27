"""The author enters a unit with its head and a decision; a reader finds it in the chart and in the list (W9.1a). Links to
members follow their names (W10.1)."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.support.board import act, admin, open_from_desk, section_id, submit
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, SCHOOL_LABEL, Shot, SignIn, sent
from tests.support.watch import overflow

AUTHOR, EDITOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "bientap", "truongban"))
UNIT, HEAD = "Tổ Giáo dục địa phương", "Phạm Thị Hoài Thương"


def add_row(page: Page, relation: str) -> Locator:
    page.locator(f"#id_{relation}-ADD").click()
    return page.locator(f"#inline_child_{relation}-0")


class TestUnit:
    def test_with_its_head_and_a_decision_stands_in_chart_and_list(
        self, sign_in: SignIn, new_context, demo_server: DemoServer, shot: Shot
    ) -> None:
        author = sign_in(AUTHOR)
        self._author_enters_it(author, shot)
        for person in (EDITOR, CHIEF):
            judge = sign_in(person)
            open_from_desk(judge, UNIT)
            act(judge, "approve")
        self._reader_sees_it(
            new_context(viewport={"width": 320, "height": 640}).new_page(), demo_server, shot
        )

    def _author_enters_it(self, page: Page, shot: Shot) -> None:
        introduction = section_id(page, "Giới thiệu")
        page.goto(admin(page, f"pages/add/sections/unitpage/{introduction}/"))
        page.locator("[name=title]").fill(UNIT)
        page.locator("[name=kind]").select_option(index=1)
        page.locator("[name=functions]").fill(
            "Giúp Hiệu trưởng tổ chức dạy học nội dung giáo dục địa phương."
        )
        head = add_row(page, "heads")
        head.locator("[name=heads-0-name]").fill(HEAD)
        head.locator("[name=heads-0-title]").fill("Tổ trưởng")
        head.locator("[name=heads-0-email]").fill("gddp@thpt-chu-van-an.example")
        head.locator("[name=heads-0-assignment]").fill("Phụ trách chung.")
        decision = add_row(page, "decisions")
        decision.locator("[name=decisions-0-number]").fill("118/QĐ-CVA")
        decision.locator("[name=decisions-0-issued_on]").fill(f"{date(2025, 8, 15):%d/%m/%Y}")
        page.keyboard.press("Escape")
        shot(page, "unit-new")
        submit(page)
        expect(page.locator(".messages")).to_contain_text(UNIT)

    def _reader_sees_it(self, page: Page, server: DemoServer, shot: Shot) -> None:
        page.goto(server.url(SCHOOL, "/gioi-thieu/"))
        expect(page.locator("svg")).to_contain_text([UNIT.split()[-1]])
        link = page.get_by_role("main").get_by_role("link", name=UNIT).last
        assert overflow(page) == []
        shot(page, "introduction-with-unit-320")
        link.click()
        main = page.get_by_role("main")
        for text in (HEAD, "Tổ trưởng", "118/QĐ-CVA", "giáo dục địa phương"):
            expect(main).to_contain_text(text)
        assert overflow(page) == []


class TestLinks:
    """The links to members are those of the tree of institutions: nobody keeps them by hand."""

    def test_follow_a_school_that_is_renamed(
        self, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        former, new = "Trường Trung học phổ thông Bến Gỗ", "Trường Trung học phổ thông Bến Gỗ Mới"
        reader = sign_in("quantri")
        self._rename(reader, former, new)
        reader.goto(demo_server.url(DEPARTMENT, "/lien-ket/?q=ben+go"))
        found = reader.get_by_role("main").get_by_role("link", name=new)
        expect(found.first).to_be_visible()
        shot(reader, "links-renamed")
        self._rename(reader, new, former)

    def _rename(self, page: Page, former: str, new: str) -> None:
        page.goto(admin(page, "institutions/") + "?q=ben+go")
        page.locator("main").get_by_role("link", name=former, exact=True).click()
        page.locator("main a[href$='/rename/']").click()
        page.locator("[name=name]").fill(new)
        sent(page, page.locator("main form button[type=submit]").last)
        expect(page.locator(".messages")).to_be_visible()
