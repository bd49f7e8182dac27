"""Polls, votes and answers about pages of the showcase institutions, made through the real services. A second run changes
nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from common.text import slug
from editorial.services.guard import system_publication
from feedback.choices import NotUseful, ResultsShown
from feedback.models import BallotBox, PollOption, PollPage, PollsPage
from feedback.services.polls import poll_end, vote_cast
from feedback.services.usefulness import useful_count
from network.models import Institution
from network.selectors import home_pages
from sections.models import ArticlePage

POLLS = {
    "HS": (
        (
            "Anh chị muốn nhận thông báo của Sở bằng cách nào?",
            "Kết quả giúp Sở chọn kênh thông báo cho năm học tới.",
            2,
            (
                "Trang thông tin điện tử",
                "Thư điện tử của trường",
                "Tin nhắn từ giáo viên chủ nhiệm",
                "Bảng tin tại trường",
            ),
            (31, 12, 44, 9),
            True,
        ),
    ),
    "HS.TP01": (
        (
            "Em thích câu lạc bộ nào nhất trong học kỳ tới?",
            "Mỗi em chọn một câu lạc bộ. Nhà trường mở câu lạc bộ theo kết quả.",
            1,
            ("Bóng rổ", "Tin học và robot", "Hát và nhạc cụ dân tộc", "Đọc sách", "Vườn trường"),
            (18, 27, 9, 14, 6),
            False,
        ),
        (
            "Giờ tan học buổi chiều nào thuận tiện cho gia đình?",
            "Lấy ý kiến cha mẹ học sinh trước khi đổi thời gian biểu.",
            1,
            ("16 giờ 30", "16 giờ 45", "17 giờ"),
            (52, 38, 21),
            True,
        ),
    ),
}


def polls_create(now: datetime | None = None) -> int:
    """Make the polls that are missing; answers how many."""
    now = now or timezone.now()
    made = 0
    for code, polls in POLLS.items():
        institution = Institution.objects.filter(code=code).first()
        if institution is None or institution.home_key is None:
            continue
        with transaction.atomic():
            made += _polls_of(institution, polls, now)
    return made


def _polls_of(institution: Institution, polls, now: datetime) -> int:
    home = home_pages(institution)[0].specific
    section = PollsPage.objects.child_of(home).first()
    with system_publication(reason="nội dung minh họa"):
        if section is None:
            section = home.add_child(
                instance=PollsPage(
                    title="Thăm dò ý kiến",
                    slug="tham-do-y-kien",
                    locale=home.locale,
                    intro="<p>Ý kiến của thầy cô, cha mẹ và học sinh. Phiếu không ghi tên.</p>",
                )
            )
        if PollPage.objects.child_of(section).exists():
            return 0
        for title, summary, most, labels, votes, is_over in polls:
            days = (now - timedelta(days=24), now - timedelta(days=3)) if is_over else _open(now)
            page = PollPage(
                title=title,
                slug=slug(title, max_length=80, fallback="tham-do"),
                locale=home.locale,
                summary=summary,
                most_choices=most,
                results_shown=ResultsShown.AFTER_VOTE,
                opens_at=days[0],
                closes_at=days[1],
                author_name="Ban biên tập",
                source_name=institution.name[:200],
            )
            page.options = [PollOption(label=label, sort_order=n) for n, label in enumerate(labels)]
            section.add_child(instance=page)
            _vote(page, institution, votes, days[0])
    _answers(institution, home, now)
    return len(polls)


def _open(now: datetime) -> tuple[datetime, datetime]:
    return now - timedelta(days=4), now + timedelta(days=40)


def _vote(page: PollPage, institution: Institution, votes: tuple[int, ...], day: datetime) -> None:
    for place, (option, number) in enumerate(zip(page.options.all(), votes, strict=True)):
        for turn in range(number):
            vote_cast(
                page=page,
                institution=institution,
                options=[option.key],
                nonce=f"{page.pk}-{place}-{turn}",
                network=f"mạng {turn % 7}",
                now=day,
            )
    box = BallotBox.objects.get(translation_key=page.translation_key)
    if page.closes_at <= timezone.now():
        poll_end(box=box)


def _answers(institution: Institution, home: Page, now: datetime) -> None:
    articles = ArticlePage.objects.descendant_of(home).live().order_by("path")[:3]
    today = timezone.localdate(now)
    for place, article in enumerate(articles):
        for turn in range(6 + 3 * place):
            is_useful = turn % 3 < place
            useful_count(
                institution=institution,
                page_key=article.translation_key,
                is_useful=is_useful,
                reason="" if is_useful else NotUseful.values[turn % 4],
                on=today - timedelta(days=turn),
            )
