"""Press, albums, announcements, a calendar with every kind of event, offers between boards. A second run changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.models import Page

from common.text import slug
from editorial.services.guard import system_publication
from network.models import Institution
from network.selectors import home_pages, in_tree
from sections.models import (
    AlbumPage,
    AlbumPicture,
    AlertPage,
    ArticleOffer,
    ArticlePage,
    EventIndexPage,
    EventPage,
    EventSkip,
    NewsIndexPage,
    PressItemPage,
    PressPage,
)

AUTHORITY, SCHOOL = "HS", "HS.TP01"
PRESS = (
    (
        "notice",
        "Thông cáo báo chí về tuyển sinh đầu cấp",
        "Lịch, chỉ tiêu và cách nộp hồ sơ tuyển sinh đầu cấp của tỉnh.",
        {"contact": "Văn phòng Sở, bao-chi@hoason.edu.vn, 0200 3 888 000"},
    ),
    (
        "interview",
        "Giám đốc Sở trả lời phỏng vấn về trường học an toàn mùa mưa bão",
        "Các trường ven sông đã có phương án dạy học khi nước lên.",
        {
            "speaker": "Trần Văn Lâm",
            "speaker_title": "Giám đốc Sở",
            "outlet": "Báo Hoa Sơn",
            "outlet_url": "https://bao.hoason.example/truong-hoc-an-toan",
        },
    ),
    (
        "statement",
        "Sở khẳng định không có việc bán điểm thi như lan truyền trên mạng",
        "Bài thi được chấm hai vòng độc lập; người loan tin đã xin lỗi.",
        {"speaker": "Trần Văn Lâm", "speaker_title": "Giám đốc Sở"},
    ),
)
ALBUMS = {
    AUTHORITY: ("Ngày hội trường học vùng sông nước", "Bốn điểm trường mở cửa đón cha mẹ học sinh.", 5),
    SCHOOL: ("Một ngày ở trường", "Từ chuyến đò sáng đến giờ tan lớp.", 4),
}


def news_create(now: datetime | None = None) -> int:
    """Make what is missing at the two showcase institutions; answers how many pages."""
    now = now or timezone.now()
    made = 0
    for code in (AUTHORITY, SCHOOL):
        institution = Institution.objects.select_related("collection").filter(code=code).first()
        if institution is None or institution.home_key is None:
            continue
        home = home_pages(institution)[0].specific
        if AlbumPage.objects.filter(**in_tree(home)).exists():
            continue
        with transaction.atomic(), system_publication(reason="nội dung minh họa"):
            made += _of(institution, home, now)
    return made


def _of(institution: Institution, home: Page, now: datetime) -> int:
    news = NewsIndexPage.objects.filter(**in_tree(home)).first()
    calendar = EventIndexPage.objects.filter(**in_tree(home)).first()
    made = _album(institution, news, now) + _events(institution, calendar, now)
    if institution.code == AUTHORITY:
        made += _press(institution, home, now) + _alert(institution, news, now)
        _offer(institution, home, now)
    return made


def _add(parent: Page, page: Page, institution: Institution, now: datetime) -> Page:
    page.slug = slug(page.title, max_length=80, fallback="muc")
    page.locale = parent.locale
    page.author_name = "Ban biên tập"
    page.source_name = institution.name[:200]
    page.first_published_at = page.last_published_at = now
    parent.add_child(instance=page)
    return page


def _album(institution: Institution, news: Page, now: datetime) -> int:
    title, summary, number = ALBUMS[institution.code]
    rows = get_image_model().objects.filter(collection=institution.collection).exclude(description="")
    pictures = [row for row in rows.order_by("pk") if not row.filename.startswith("crest")][:number]
    page = AlbumPage(title=title, summary=summary, date=timezone.localdate(now) - timedelta(days=3))
    page.pictures = [
        AlbumPicture(image=picture, caption=picture.title, sort_order=place)
        for place, picture in enumerate(pictures)
    ]
    _add(news, page, institution, now)
    return 1


def _events(institution: Institution, calendar: Page, now: datetime) -> int:
    today = timezone.localdate(now)
    monday = today - timedelta(days=today.weekday())
    pages = [
        EventPage(
            title="Chào cờ đầu tuần",
            starts_at=_at(monday, 7),
            ends_at=_at(monday, 8),
            repeats="weekly",
            repeat_until=monday + timedelta(days=180),
            place="Sân chính",
            audience="Toàn đơn vị",
            summary="Chào cờ và dặn dò công việc trong tuần.",
        ),
        EventPage(
            title="Trại giao lưu ba ngày bên sông",
            starts_at=_at(today + timedelta(days=9), 7),
            ends_at=_at(today + timedelta(days=11), 17),
            place="Bến Hoa Sơn",
            audience="Học sinh khối 8 và 9",
            organiser="Liên đội",
            summary="Cắm trại, thi nấu ăn và dọn rác bờ sông.",
        ),
        EventPage(
            title="Hội thảo dạy học liên môn",
            starts_at=_at(today + timedelta(days=14), 8),
            formerly_at=_at(today + timedelta(days=6), 8),
            state="moved",
            state_note="Lùi một tuần vì trùng lịch tập huấn.",
            link="https://hop.hoason.example/lien-mon",
            summary="Trao đổi giáo án và giờ dạy mẫu.",
        ),
        EventPage(
            title="Giải bóng đá học sinh",
            starts_at=_at(today + timedelta(days=4), 14),
            state="cancelled",
            state_note="Không tổ chức vì sân ngập nước.",
            place="Sân vận động",
            summary="Giải đấu thường niên.",
        ),
        EventPage(
            title="Nghỉ giữa học kỳ",
            starts_at=_at(today + timedelta(days=20), 0),
            ends_at=_at(today + timedelta(days=22), 23),
            all_day=True,
            summary="Học sinh nghỉ, cán bộ trực theo lịch.",
        ),
    ]
    for page in pages:
        page.date = today
        _add(calendar, page, institution, now)
    EventSkip.objects.create(page=pages[0], day=monday + timedelta(days=14), sort_order=0)
    return len(pages)


def _press(institution: Institution, home: Page, now: datetime) -> int:
    section = PressPage.objects.child_of(home).first()
    if section is None:
        section = home.add_child(
            instance=PressPage(
                title="Thông tin báo chí",
                slug="bao-chi",
                locale=home.locale,
                intro="<p>Thông cáo, trả lời phỏng vấn và phát ngôn chính thức.</p>",
            )
        )
    for days, (kind, title, summary, fields) in enumerate(PRESS, start=2):
        page = PressItemPage(
            title=title,
            kind=kind,
            summary=summary,
            date=timezone.localdate(now) - timedelta(days=days),
            body=[("paragraph", f"<p>{summary}</p>")],
            **fields,
        )
        _add(section, page, institution, now)
    return len(PRESS)


def _alert(institution: Institution, news: Page, now: datetime) -> int:
    page = AlertPage(
        title="Mưa lớn ở vùng hạ lưu đến hết tuần",
        summary="Các trường ven sông kiểm tra bến đò, báo số học sinh nghỉ trước 7 giờ mỗi ngày.",
        level="attention",
        scope="members",
        date=timezone.localdate(now),
        shown_from=now - timedelta(hours=2),
        shown_until=now + timedelta(days=60),
        body=[("paragraph", "<p>Đường dây trực: 0200 3 888 111, cả ngày và đêm.</p>")],
    )
    _add(news, page, institution, now)
    return 1


def _offer(institution: Institution, home: Page, now: datetime) -> None:
    article = ArticlePage.objects.filter(**in_tree(home), live=True).order_by("-date", "-path").first()
    if article is not None:
        ArticleOffer.objects.create(
            page_id=article.pk,
            title=article.title,
            institution=institution,
            direction="down",
            duty="read",
            due_on=timezone.localdate(now) + timedelta(days=7),
            note="Đề nghị các trường đọc và phổ biến đến giáo viên.",
            offered_name="Trưởng ban biên tập",
            offered_at=now,
        )


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, 59 if hour == 23 else 0)))
