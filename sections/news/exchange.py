"""Articles, events and entries for the press go in and out as lists."""

from __future__ import annotations

from html import escape
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sections.calendars.choices import EventState, Repeats
from sections.exchange import Exchange, Field, register_exchange
from sections.exchange.parsers import choice, day, lines, moment, text, url, yes_no
from sections.models import (
    ArticlePage,
    EventIndexPage,
    EventPage,
    EventSkip,
    NewsIndexPage,
    PressItemPage,
    PressPage,
)
from sections.models.events import ENDS_EARLY, ONCE_ONLY, UNTIL_MISSING
from sections.models.news import ArticleKind
from sections.models.press import PressKind


def read_text(page: Page) -> str:
    """The paragraphs of a text, one a line, without marks; headings too. Pictures, tables and files stay on the site."""
    found = []
    for block in page.body:
        if block.block_type in ("paragraph", "heading"):
            source = getattr(block.value, "source", block.value)
            soup = BeautifulSoup(str(source), "html.parser")
            parts = soup.find_all(["p", "li"]) or [soup]
            found += [part.get_text(" ", strip=True) for part in parts]
    return "\n".join(line for line in found if line)


def write_text(page: Page, value: str | None) -> None:
    """One paragraph for each line. A text that says the same already keeps its marks, pictures and files."""
    if (value or "") == read_text(page):
        return
    html = "".join(f"<p>{escape(line)}</p>" for line in (value or "").splitlines() if line.strip())
    page.body = [("paragraph", html)] if html else []


def write_skips(page: Page, value: list[str] | None) -> None:
    page.skips = [EventSkip(day=day(one), sort_order=place) for place, one in enumerate(value or ())]


def read_skips(page: Page) -> list[str]:
    return [f"{skip.day:%d/%m/%Y}" for skip in page.skips.all()]


def event_faults(values: dict[str, Any]) -> dict[str, Any]:
    starts, ends = values.get("starts_at"), values.get("ends_at")
    if starts and ends and ends < starts:
        return {"ends_at": ENDS_EARLY}
    if values.get("repeats") and not values.get("repeat_until"):
        return {"repeat_until": UNTIL_MISSING}
    if values.get("repeat_until") and not values.get("repeats"):
        return {"repeats": ONCE_ONLY}
    return {}


def line(name: str, label: Any, length: int, example: str = "", **kwargs: Any) -> Field:
    return Field(name, label, parse=text(max_length=length), example=example, **kwargs)


TITLE = line(
    "title", _("Title"), 255, "Lễ khai giảng năm học mới", aliases=("Tên bài", "Tiêu đề"), required=True
)
DATE = Field("date", _("Date"), parse=day, aliases=("Ngày đăng",), example="05/09/2026")
SUMMARY = line("summary", _("Summary"), 300, "Một hai câu.", aliases=("Trích yếu", "Mô tả"))
BODY = Field(
    "body",
    _("Text"),
    parse=text(multiline=True),
    aliases=("Nội dung",),
    example="Mỗi đoạn một dòng.",
    help=_("One paragraph a line; pictures and files are added on the site."),
    write=write_text,
    read=read_text,
)
MAKERS = (
    line("author_name", _("Author"), 160, "Tổ Ngữ văn", aliases=("Người viết",)),
    line("source_name", _("Source"), 200, "Trường THPT Đồi Chè", aliases=("Nguồn tin",)),
    Field("source_url", _("Link to the source"), parse=url, aliases=("Liên kết nguồn",)),
)


ARTICLES = Exchange(
    name="articles",
    label=_("News and notices"),
    page_type=ArticlePage,
    section_type=NewsIndexPage,
    key=("title", "date"),
    columns=(
        TITLE,
        DATE,
        Field(
            "kind",
            _("Kind"),
            parse=choice(ArticleKind, {"tin": "news", "tin bài": "news"}),
            aliases=("Thể loại",),
            example="Tin tức",
        ),
        line("topic", _("Topic"), 80, "Chuyển đổi số", aliases=("Chuyên mục", "Chủ đề")),
        SUMMARY,
        BODY,
        *MAKERS,
    ),
    slug="tin-tuc",
)
EVENTS = Exchange(
    name="events",
    label=_("Events"),
    page_type=EventPage,
    section_type=EventIndexPage,
    key=("title", "starts_at"),
    columns=(
        TITLE,
        Field(
            "starts_at",
            _("Begins"),
            parse=moment,
            required=True,
            aliases=("Bắt đầu",),
            example="05/09/2026 07:00",
        ),
        Field("ends_at", _("Ends"), parse=moment, aliases=("Kết thúc",), example="05/09/2026 09:00"),
        Field("all_day", _("Whole days"), parse=yes_no, aliases=("Cả ngày",)),
        line("place", _("Place"), 200, "Hội trường A", aliases=("Địa điểm",)),
        line("audience", _("For whom"), 200, "Cha mẹ học sinh", aliases=("Thành phần",)),
        line("organiser", _("Organiser"), 200, "Tổ Ngữ văn", aliases=("Đơn vị tổ chức",)),
        Field("link", _("Link to take part online"), parse=url),
        Field("repeats", _("Is repeated"), parse=choice(Repeats), aliases=("Lặp lại",)),
        Field("repeat_until", _("Last day of the repetition"), parse=day, aliases=("Lặp đến ngày",)),
        Field(
            "skips",
            _("Days left out"),
            parse=lines,
            aliases=("Trừ các ngày",),
            write=write_skips,
            read=read_skips,
            prefetch=("skips",),
        ),
        Field("state", _("State"), parse=choice(EventState), aliases=("Trạng thái",)),
        line("state_note", _("Why, and what now"), 250),
        SUMMARY,
        BODY,
        *MAKERS,
    ),
    check=event_faults,
    slug="su-kien",
)
PRESS = Exchange(
    name="press",
    label=_("Press"),
    page_type=PressItemPage,
    section_type=PressPage,
    key=("title", "date"),
    columns=(
        TITLE,
        DATE,
        Field(
            "kind",
            _("Kind"),
            parse=choice(PressKind),
            aliases=("Thể loại",),
            example="Thông cáo báo chí",
        ),
        line("speaker", _("Who speaks"), 160, "Nguyễn Thị Hoà", aliases=("Người phát ngôn",)),
        line("speaker_title", _("Title of who speaks"), 160, "Giám đốc", aliases=("Chức vụ",)),
        line("outlet", _("Newspaper or broadcaster"), 160, "Báo Hoa Sơn", aliases=("Cơ quan báo chí",)),
        Field("outlet_url", _("Link to the interview"), parse=url),
        line("contact", _("Contact for the press"), 200),
        SUMMARY,
        BODY,
        *MAKERS,
    ),
    slug="bao-chi",
)


def register() -> None:
    for exchange in (ARTICLES, EVENTS, PRESS):
        register_exchange(exchange)
