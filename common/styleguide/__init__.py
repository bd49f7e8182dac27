"""Sample content for the page that shows every component (``templates/styleguide.html``), in development
only.

The people, schools and documents are invented. Everything is plain data in the shapes that the components
document; what a higher package draws or reckons is added by ``edusite.styleguide``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator

from common.styleguide.entries import articles, documents, events, members, sections
from common.styleguide.frame import LONG_NAME, institution, navigation
from common.styleguide.introduction import introduction
from common.styleguide.tables import lists, tables

__all__ = ["LONG_NAME", "SampleForm", "styleguide_context"]


class SampleForm(forms.Form):
    """One field of each kind that a public form uses."""

    full_name = forms.CharField(label="Họ và tên", help_text="Viết đầy đủ, có dấu, như trong giấy khai sinh.")
    email = forms.EmailField(label="Thư điện tử", required=False)
    topic = forms.ChoiceField(
        label="Chủ đề", choices=[("", "Chọn một chủ đề"), ("1", "Tuyển sinh"), ("2", "Bán trú")]
    )
    message = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 5}))
    share = forms.ChoiceField(
        label="Có đồng ý chia sẻ thông tin này với Phòng Văn hóa – Xã hội của phường không?",
        help_text="Từ chối không ảnh hưởng đến việc trả lời.",
        choices=[("yes", "Đồng ý"), ("no", "Không đồng ý")],
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(
        label="Tôi đã đọc thông báo và đồng ý để nhà trường dùng thông tin này để trả lời tôi."
    )


def styleguide_context(*, image: Any = None) -> dict[str, Any]:
    """Return the context of the style page; ``image`` is any Wagtail image, to show the components that hold
    one.
    """
    return (
        {
            "image": image,
            "institution": institution(),
            "page": {
                "title": "Bộ thành phần giao diện",
                "search_description": "Mọi thành phần của giao diện công khai.",
            },
            "navigation": navigation(),
            "languages": [
                {"code": "vi", "name": "Tiếng Việt", "url": "#", "current": True},
                {"code": "en", "name": "English", "url": "#en", "current": False},
            ],
            "breadcrumb": [
                {"title": "Trang chủ", "url": "#"},
                {"title": "Tin tức", "url": "#"},
                {"title": "Bộ thành phần", "url": "#"},
            ],
            "alerts": [
                {
                    "level": "warning",
                    "title": "Học sinh nghỉ học ngày 12/9 do mưa bão",
                    "text": "Nhà trường sẽ tổ chức dạy bù vào thứ Bảy tuần sau.",
                    "url": "#",
                }
            ],
            "levels": ["info", "success", "attention", "warning", "danger"],
            "articles": articles(image),
            "documents": documents(),
            "events": events(),
            "sections": sections(),
            "members": members(),
            "places": [{"value": "1", "title": "Phường Hòa Bình"}, {"value": "2", "title": "Xã Tân Lập"}],
            "form": SampleForm(auto_id="id_%s"),
            "wrong_form": SampleForm({"full_name": "", "email": "khong-phai-thu"}, auto_id="wrong_%s"),
            "page_obj": _page(),
            "collected": ["họ và tên", "địa chỉ thư điện tử", "nội dung câu hỏi"],
            "now": datetime(2026, 9, 5, 0, 30, tzinfo=UTC),
            "contact_url": "#",
            "feedback_url": "#",
            "privacy_url": "#",
            "sitemap_url": "#",
            "search_url": "/tim-kiem/",
            "feed_url": "#",
            "parent_url": "#",
            "opening_hours": "Thứ Hai đến thứ Sáu, 7 giờ 30 đến 16 giờ 30",
            "last_updated": date(2026, 9, 5),
        }
        | tables()
        | lists()
        | introduction(image)
    )


def _page() -> Page[int]:
    return Paginator(range(240), 20).page(6)
