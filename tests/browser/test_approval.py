"""From the author's desk to the public: an article goes through the board of a school, and only so."""

from __future__ import annotations

import re

from django.utils import translation
from playwright.sync_api import Page, expect

from editorial.choices import BoardRole
from editorial.models.submission import AUTHOR_MISSING, SOURCE_MISSING
from edusite.demo.people import FAMILY
from tests.support.board import (
    act,
    admin,
    edit_address,
    give_back,
    open_from_desk,
    save_draft,
    sign_article,
    start_entry,
    submit,
    type_text,
)
from tests.support.demo_server import DemoServer
from tests.support.journeys import SCHOOL, SCHOOL_LABEL, Shot, SignIn, follow, key_to
from tests.support.texts import vi

TITLE = "Đội bóng chuyền nữ giành cúp hữu nghị"
SUMMARY = "Trận chung kết kéo dài năm hiệp ở nhà đa năng."
TEXT = "Chiều thứ bảy, đội bóng chuyền nữ của trường đã giành cúp hữu nghị sau năm hiệp đấu."
REASON = "Đề nghị ghi rõ tên đội bạn và tỉ số từng hiệp."
ADDITION = " Đội bạn là Trường THPT Trần Phú."
INDEXED_SECONDS = 120
"""How long the worker may take until an article is found: it has other things to do first after a start."""
SLUG = "doi-bong-chuyen-nu-gianh-cup-huu-nghi"
ABOVE = "so.truongban"
AUTHOR, EDITOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "bientap", "truongban"))


def start_article(page: Page) -> None:
    start_entry(page, "Tin tức", "articlepage")


def write_article(page: Page, title: str, text: str) -> None:
    page.locator("[name=title]").fill(title)
    page.locator("[name=summary]").fill(SUMMARY)
    type_text(page, text)


def has_no_way_around(page: Page) -> None:
    assert (
        page.locator("[name=action-publish], [name=action-unpublish], [name=action-restart-workflow]").count()
        == 0
    )
    assert page.locator("a[href*='/unpublish/']").count() == 0


class TestArticle:
    def test_goes_from_the_author_over_editor_and_chief_to_the_public(
        self, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        author = sign_in(AUTHOR)
        address = self._author_writes(author, shot)
        self._is_not_public(demo_server)
        editor = sign_in(EDITOR)
        self._editor_returns_it(editor, shot)
        self._author_reads_why_and_submits_again(author, address, shot)
        open_from_desk(editor, TITLE)
        expect(editor.locator("[contenteditable=true]").first).to_contain_text("Trần Phú")
        act(editor, "approve")
        self._is_not_public(demo_server)
        chief = sign_in(CHIEF)
        open_from_desk(chief, TITLE)
        has_no_way_around(chief)
        shot(chief, "editor-chief-approves", full_page=False)
        act(chief, "approve")
        self._record_names_all_three(chief, address, shot)
        self._is_public(author, demo_server, shot)

    def _author_writes(self, page: Page, shot: Shot) -> str:
        start_article(page)
        has_no_way_around(page)
        write_article(page, TITLE, TEXT)
        shot(page, "editor-author-new")
        sign_article(page, "", "")
        save_draft(page)
        address = edit_address(page)
        has_no_way_around(page)
        submit(page)
        errors = page.locator("#page-edit-form .error-message")
        expect(errors).to_have_count(2)
        for name, text in (("author_name", AUTHOR_MISSING), ("source_name", SOURCE_MISSING)):
            with translation.override("vi"):
                said = str(text)
            described = page.locator(f"[name={name}]").get_attribute("aria-describedby").split()
            assert any(said in page.locator(f"#{part}").text_content() for part in described)
        shot(page, "editor-author-refused")
        sign_article(page, "Câu lạc bộ Bóng chuyền", "Trường THPT Chu Văn An")
        submit(page)
        return address

    def _is_not_public(self, demo_server: DemoServer) -> None:
        assert demo_server.fetch(SCHOOL, f"/tin-tuc/{SLUG}/").status == 404

    def _editor_returns_it(self, page: Page, shot: Shot) -> None:
        shot(page, "desk-editor")
        open_from_desk(page, TITLE)
        has_no_way_around(page)
        shot(page, "editor-appraises", full_page=False)
        give_back(page, REASON)

    def _author_reads_why_and_submits_again(self, page: Page, address: str, shot: Shot) -> None:
        page.goto(address)
        expect(page.locator(".messages")).to_contain_text(REASON)
        shot(page, "editor-author-returned", full_page=False)
        type_text(page, ADDITION)
        submit(page)

    def _record_names_all_three(self, page: Page, address: str, shot: Shot) -> None:
        page.goto(address)
        record = page.locator("#page-edit-form table.listing").last
        for role in (BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF):
            assert FAMILY[role] in record.text_content()
        shot(page, "editor-chief-record")

    def _is_public(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        page.goto(demo_server.url(SCHOOL, f"/tin-tuc/{SLUG}/"))
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(page.get_by_role("main")).to_contain_text(TEXT + ADDITION)
        expect(page.get_by_role("main")).to_contain_text("Câu lạc bộ Bóng chuyền")
        shot(page, "article-published")
        for path in ("/", "/tin-tuc/", "/tin-tuc/feed.rss"):
            assert TITLE in demo_server.fetch(SCHOOL, path).text, path
        for words in ("bóng chuyền nữ", "bong chuyen nu"):
            page.goto(demo_server.url(SCHOOL, "/tim-kiem/"))
            page.locator("#search-page").fill(words)
            page.locator("#search-page").press("Enter")
            found = page.get_by_role("main").get_by_role("link", name=TITLE)
            for _try in range(INDEXED_SECONDS):
                if found.count():
                    break
                page.wait_for_timeout(1000)
                page.reload()
            expect(found).to_be_visible()


class TestChief:
    def test_cannot_agree_to_an_article_of_their_own(self, sign_in: SignIn, demo_server: DemoServer) -> None:
        title = "Lịch trực ban tháng mười hai"
        chief = sign_in(CHIEF)
        start_article(chief)
        write_article(chief, title, "Ban giám hiệu phân công lịch trực ban tháng mười hai.")
        sign_article(chief, "Ban giám hiệu", "Trường THPT Chu Văn An")
        submit(chief)
        editor = sign_in(EDITOR)
        open_from_desk(editor, title)
        address = edit_address(editor)
        act(editor, "approve")
        chief.goto(address)
        has_no_way_around(chief)
        assert chief.locator("[data-workflow-action-name=approve]").count() == 0
        assert demo_server.fetch(SCHOOL, "/tin-tuc/lich-truc-ban-thang-muoi-hai/").status == 404


class TestEscalation:
    """What nobody at the school may agree to goes to the department's board, which works with nothing but a keyboard."""

    TITLE = "Kế hoạch kiểm tra nội bộ học kỳ hai"

    def test_ends_on_the_desk_of_the_authority(
        self, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        chief = sign_in(CHIEF)
        start_article(chief)
        write_article(chief, self.TITLE, "Ban giám hiệu kiểm tra hồ sơ chuyên môn trong tháng ba.")
        sign_article(chief, "Ban giám hiệu", "Trường THPT Chu Văn An")
        submit(chief)
        editor = sign_in(EDITOR)
        open_from_desk(editor, self.TITLE)
        act(editor, "approve")
        above = sign_in(ABOVE)
        self._finds_it_on_the_desk(above, shot)
        self._agrees(above)
        self._is_public(demo_server)
        self._record_says_who_agreed(chief, shot)

    def _finds_it_on_the_desk(self, page: Page, shot: Shot) -> None:
        row = page.get_by_role("main").get_by_role("listitem").filter(has_text=self.TITLE).first
        expect(row).to_contain_text(re.compile(vi("Passed up by %(name)s").split("%")[0].strip()))
        shot(page, "desk-escalated")
        follow(page, row.get_by_role("link").first)
        edit_address(page)

    def _agrees(self, page: Page) -> None:
        has_no_way_around(page)
        key_to(page, page.locator("[data-workflow-action-name=approve]:visible").first)
        with page.expect_event("load"):
            page.keyboard.press("Enter")

    def _is_public(self, demo_server: DemoServer) -> None:
        assert demo_server.fetch(SCHOOL, "/tin-tuc/ke-hoach-kiem-tra-noi-bo-hoc-ky-hai/").status == 200

    def _record_says_who_agreed(self, page: Page, shot: Shot) -> None:
        page.goto(admin(page, "editorial/publications/"))
        page.get_by_role("main").get_by_role("link", name=self.TITLE).first.click()
        record = page.locator("#page-edit-form table.listing").last
        expect(record).to_contain_text("Sở Giáo dục và Đào tạo")
        shot(page, "record-escalated")
