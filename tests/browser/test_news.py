"""An article with a picture and a file in under two minutes and four screens, proposed upward and taken over (W8.2, W9.2);
an event in the reader's calendar, an announcement on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.support.board import (
    act,
    admin,
    edit_address,
    open_from_desk,
    section_id,
    submit,
    type_text,
    upload_in_dialog,
)
from tests.support.demo_server import DemoServer
from tests.support.journeys import DEPARTMENT, SCHOOL, SCHOOL_LABEL, Shot, SignIn, sent
from tests.support.watch import overflow

AUTHOR, EDITOR, CHIEF = (f"{SCHOOL_LABEL}.{role}" for role in ("tacgia", "bientap", "truongban"))
ABOVE = "so.bientap"
TITLE = "Học sinh trồng hai trăm cây bần ven sông"
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
TIMES = {"key": 0.28, "point": 1.1, "think": 1.35, "answer": 1.0}
"""Seconds of the keystroke-level model (Card, Moran, Newell 1980) for somebody who types seldom, and a second for each answer of
the server."""


@dataclass
class Effort:
    """What a person does: each field and button thought of, pointed at and typed or pressed."""

    screens: list[str] = field(default_factory=list)
    steps: int = 0
    seconds: float = 0

    def screen(self, name: str) -> None:
        self.screens.append(name)
        self.seconds += TIMES["answer"]

    def step(self, typed: str = "") -> None:
        self.steps += 1
        self.seconds += TIMES["think"] + TIMES["point"] + TIMES["key"] * len(typed)


@pytest.fixture
def media(tmp_path: Path) -> tuple[Path, Path]:
    """A photo as a telephone names it, and a file of the office."""
    picture, paper = tmp_path / "IMG_2041.jpg", tmp_path / "ke hoach 45.txt"
    Image.new("RGB", (900, 600), "#2f6f4f").save(picture)
    paper.write_text("Kế hoạch trồng cây ven sông của Đoàn trường.", encoding="utf-8")
    return picture, paper


class TestArticle:
    def test_with_a_picture_and_a_file_takes_four_screens_and_two_minutes(
        self, sign_in: SignIn, demo_server: DemoServer, media: tuple[Path, Path], shot: Shot
    ) -> None:
        author = sign_in(AUTHOR)
        effort = self._author_writes(author, media, shot)
        assert effort.screens == ["desk", "form", "picture", "file"]
        assert effort.steps <= 16
        assert effort.seconds < 120
        self._stands_once(author)
        self._is_published_and_proposed(publish(sign_in, TITLE), demo_server, shot)
        self._is_taken_over(sign_in(ABOVE), shot)

    def _author_writes(self, page: Page, media: tuple[Path, Path], shot: Shot) -> Effort:
        effort = Effort()
        effort.screen("desk")
        page.locator("main").get_by_role("link", name="Viết bài").click()
        effort.step()
        effort.screen("form")
        summary = "Đoàn trường và phụ huynh trồng cây chắn sóng ở bến đò."
        for name, text in (("title", TITLE), ("summary", summary)):
            page.locator(f"[name={name}]").fill(text)
            effort.step(text)
        self._choose(page, "Chọn hình ảnh", "image", media[0], "Học sinh trồng bần", effort, shot)
        text = "Sáng chủ nhật, hai lớp 11 cùng phụ huynh trồng cây."
        type_text(page, text)
        effort.step(text)
        self._choose(page, "Thêm tệp", "document", media[1], "Kế hoạch trồng cây", effort, shot)
        shot(page, "article-written")
        submit(page)
        effort.step()
        expect(page.locator(".messages")).to_contain_text(TITLE)
        return effort

    def _choose(
        self, page: Page, button: str, prefix: str, path: Path, title: str, effort: Effort, shot: Shot
    ) -> None:
        page.get_by_role("button", name=button).first.click()
        effort.screen({"image": "picture", "document": "file"}[prefix])
        words = {"description": "Ba học sinh đặt cây bần xuống bùn"} if prefix == "image" else {}
        upload_in_dialog(page, prefix, path, title, **words)
        for text in ("", "", title, *words.values(), ""):
            effort.step(text)

    def _stands_once(self, page: Page) -> None:
        """The editor saves by itself; whoever is faster than it does not get the article twice."""
        page.goto(admin(page, f"pages/{section_id(page, 'Tin tức')}/"))
        expect(page.locator("main").get_by_role("link", name=TITLE, exact=True)).to_have_count(1)

    def _is_published_and_proposed(self, page: Page, demo_server: DemoServer, shot: Shot) -> None:
        reader = demo_server.fetch(SCHOOL, "/tin-tuc/hoc-sinh-trong-hai-tram-cay-ban-ven-song/")
        assert "Ba học sinh đặt cây bần xuống bùn" in reader.text
        assert "Kế hoạch trồng cây" in reader.text
        page.goto(admin(page, "editorial/publications/"))
        page.locator("main").get_by_role("link", name=TITLE).first.click()
        page.locator(
            "header [data-w-dropdown-target=toggle], .w-slim-header [data-w-dropdown-target=toggle]"
        ).first.click()
        page.locator("a[href*='/offers/new/']").click()
        page.locator("[name=note]").fill("Đề nghị Sở đăng lại.")
        shot(page, "offer-new")
        sent(page, page.locator("main form button[type=submit]"))

    def _is_taken_over(self, page: Page, shot: Shot) -> None:
        page.goto(admin(page))
        page.locator("main").get_by_role("link", name=TITLE).first.click()
        shot(page, "offer-received")
        sent(page, page.locator("button[name=take]"))
        edit_address(page)
        expect(page.locator("[name=source_name]")).to_have_value(re.compile("Chu Văn An"))
        expect(page.locator("[name=source_name]")).to_be_disabled()
        shot(page, "offer-taken-over")


class TestEvent:
    def test_stands_in_the_month_and_goes_into_the_readers_calendar(
        self, sign_in: SignIn, new_context, demo_server: DemoServer, shot: Shot
    ) -> None:
        title, starts = "Ngày hội đọc sách bên sông", datetime.now(VIETNAM) + timedelta(days=3)
        author = sign_in(AUTHOR)
        author.locator("main").get_by_role("link", name="Thêm sự kiện").click()
        author.locator("[name=title]").fill(title)
        author.locator("[name=starts_at]").fill(f"{starts:%d/%m/%Y} 08:00")
        author.locator("[name=place]").fill("Sân trường")
        author.locator("[name=title]").click()
        shot(author, "event-new")
        submit(author)
        publish(sign_in, title)
        reader = new_context(viewport={"width": 320, "height": 640}).new_page()
        reader.goto(demo_server.url(SCHOOL, f"/su-kien/?month={starts:%Y-%m}"))
        assert overflow(reader) == []
        reader.get_by_role("main").get_by_role("link", name=title).first.click()
        file = reader.get_by_role("main").locator("a[href$='/lich-ics/']").get_attribute("href")
        text = demo_server.fetch(SCHOOL, file.removeprefix(demo_server.url(SCHOOL, "").rstrip("/"))).text
        assert f"DTSTART;TZID=Asia/Ho_Chi_Minh:{starts:%Y%m%d}T080000" in text
        assert f"SUMMARY:{title}" in text


class TestAnnouncement:
    def test_stands_on_every_page_once_the_board_agreed(
        self, sign_in: SignIn, demo_server: DemoServer, shot: Shot
    ) -> None:
        title = "Chiều nay học sinh về sớm vì nước lên"
        author = sign_in(AUTHOR)
        author.locator("main").get_by_role("link", name="Thông báo trên mọi trang").click()
        author.locator("[name=title]").fill(title)
        author.locator("[name=summary]").fill("Phụ huynh đón con ở cổng sau từ 15 giờ.")
        author.locator("[name=level]").select_option("warning")
        author.locator("[name=shown_until]").fill(
            f"{datetime.now(VIETNAM) + timedelta(days=1):%d/%m/%Y} 18:00"
        )
        author.locator("[name=title]").click()
        shot(author, "announcement-new")
        submit(author)
        assert title not in demo_server.fetch(SCHOOL, "/").text
        publish(sign_in, title)
        for path in ("/", "/tin-tuc/", "/lien-he/"):
            assert title in demo_server.fetch(SCHOOL, path).text, path
        assert title not in demo_server.fetch(DEPARTMENT, "/").text


def publish(sign_in: SignIn, title: str) -> Page:
    """Editor and chief editor agree; the browser of the latter."""
    for person in (EDITOR, CHIEF):
        judge = sign_in(person)
        open_from_desk(judge, title)
        act(judge, "approve")
    return judge
