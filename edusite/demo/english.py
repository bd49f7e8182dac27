"""English of the demonstration: a procedure that is complete and one that is begun. A second run changes nothing."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page

from editorial.services.guard import system_publication
from network.models import Institution
from network.selectors import in_tree
from sections.english.services import texts_save, translation_start
from sections.english.texts import english_page, parts_of
from sections.models import EnglishText, ProcedurePage

WORDS = {
    "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc": "Copies of diplomas and certificates from the register",
    "Sở GD&ĐT Hòa Sơn": "Hoa Son DOET",
    "Khi cần nộp bằng mà không muốn gửi bản chính.": "When you have to hand in a diploma and do not want to send the original.",
    "Văn bằng, chứng chỉ": "Diplomas and certificates",
    "Phòng Khảo thí và Quản lý chất lượng": "Division of examinations and quality management",
    "chuyên viên": "official in charge",
    "Trong ngày làm việc; 3 ngày nếu trả qua bưu chính": "Within the working day; 3 days if returned by post",
    "Bản sao văn bằng, chứng chỉ có dấu của Sở": "Copy of the diploma or certificate with the seal of the department",
    "Điền tờ khai trực tuyến hoặc tại bộ phận một cửa.": "Fill in the form online or at the one-stop desk.",
    "Hệ thống đối chiếu sổ gốc điện tử.": "The system compares it with the electronic register.",
    "Lãnh đạo phòng ký, đóng dấu bản sao.": "The head of the division signs and seals the copy.",
    "Người yêu cầu nhận tại bộ phận một cửa hoặc qua bưu chính.": (
        "The applicant collects it at the one-stop desk or receives it by post."
    ),
    "Tờ khai yêu cầu cấp bản sao": "Application form for a copy",
    "Giấy tờ tùy thân để đối chiếu": "Identity paper, to be compared",
    "Trong ngày làm việc": "Within the working day",
    "3 ngày làm việc": "3 working days",
    "Hướng dẫn kiểm tra, đánh giá cuối học kỳ I năm học 2026–2027": (
        "Guidance on assessment at the end of the first term of 2026–2027"
    ),
    "Chuyển trường đối với học sinh trung học phổ thông": "Change of school for upper secondary pupils",
    "Khi gia đình chuyển nơi ở hoặc có lý do chính đáng để đổi trường giữa năm học.": (
        "When the family moves or there is good reason to change the school during the year."
    ),
}
COMPLETE, STARTED = (
    "Cấp bản sao văn bằng, chứng chỉ từ sổ gốc",
    "Chuyển trường đối với học sinh trung học phổ thông",
)


def english_create() -> int:
    """Write what is missing; answers how many texts."""
    top = Institution.objects.filter(code="HS").first()
    if top is None or top.home_key is None or EnglishText.objects.filter(institution=top).exists():
        return 0
    home = Page.objects.get(translation_key=top.home_key, locale__language_code="vi")
    chief = top.board_groups.get(role="chief").group.user_set.first()
    pages = ProcedurePage.objects.filter(title__in=(COMPLETE, STARTED), live=True, **in_tree(home))
    with transaction.atomic(), system_publication(reason="nội dung minh họa"):
        for page in pages:
            _write(page, chief)
    return len(pages)


def _write(page: ProcedurePage, user) -> None:
    text = translation_start(page=page, user=user)
    values = {part.segment.pk: part.english or WORDS.get(part.source, "") for part in parts_of(text, page)}
    texts_save(text=text, page=page, values=values, checked=(), user=user)
    if page.title == COMPLETE:
        english_page(text).get_latest_revision().publish(skip_permission_checks=True)
