"""English of the demonstration: campaigns and examinations of the department, a procedure that is complete and one that is begun.
A second run changes nothing."""

from __future__ import annotations

from django.db import transaction
from wagtail.models import Page

from editorial.services.guard import system_publication
from edusite.demo.admission import GRADE_1, GRADE_6, GRADE_10
from enrolment.models import CampaignPage, ExaminationPage
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
CAMPAIGNS = {
    GRADE_10: "Admission to grade 10 of upper secondary schools",
    GRADE_1: "Admission to grade 1",
    GRADE_6: "Admission to grade 6",
}
ENROLMENT_WORDS = {
    "Cha mẹ nộp hồ sơ một lần trên mạng, chọn trường theo thứ tự nguyện vọng và xem kết quả bằng mã hồ sơ.": (
        "Parents apply once on this site, choose schools in the order of their wishes and see the outcome with the code of the "
        "application."
    ),
    "Giải nhất xổ số kiến thiết miền Bắc mở thưởng một ngày sau khi hết hạn nộp hồ sơ": (
        "First prize of the Northern lottery drawn one day after the last day of applications"
    ),
    "Học sinh đã tốt nghiệp trung học cơ sở năm học này.": "Pupils who finish lower secondary school in this school year.",
    "Trong độ tuổi quy định.": "Of the age that is laid down.",
    "Trẻ đủ sáu tuổi trong năm tuyển sinh.": "Children who are six years old in the year of admission.",
    "Cư trú trong địa bàn tuyển sinh của trường.": "Living in the catchment area of the school.",
    "Học sinh đã hoàn thành chương trình tiểu học.": "Pupils who have completed primary school.",
    "Bản sao giấy khai sinh.": "Copy of the birth certificate.",
    "Học bạ hoặc giấy xác nhận hoàn thành chương trình, nếu có.": (
        "School report or confirmation that the programme was completed, if there is one."
    ),
    "Giấy tờ ưu tiên, nếu thuộc diện ưu tiên.": "Papers on priority, where it applies.",
    "Phòng Quản lý chất lượng": "Division of quality management",
    "Tuyển sinh lớp 1 tăng cường tiếng Anh (minh họa)": "Admission to grade 1 with more English (example)",
    "Đợt tuyển sinh đã xong: chỗ học đã được phân bằng bốc thăm, ai cũng kiểm tra lại được.": (
        "The campaign is over: places were given by lot, and anybody can check it."
    ),
    "Kỳ thi tốt nghiệp trung học phổ thông (minh họa)": "Upper secondary graduation examination (example)",
    "Kỳ thi chọn học sinh giỏi cấp tỉnh (minh họa)": "Provincial contest for gifted pupils (example)",
    "Trung học phổ thông": "Upper secondary",
    "Thí sinh xem kết quả của mình bằng số báo danh, ngày sinh và mã tra cứu in trên giấy báo dự thi.": (
        "Candidates see their own results with candidate number, date of birth and the code printed on the examination card."
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
            _write(page, chief, WORDS, is_complete=page.title == COMPLETE)
        dated = enrolment_pages(home)
        for page in dated:
            _write(page, chief, WORDS | ENROLMENT_WORDS | _titles(page), is_complete=True)
    return len(pages) + len(dated)


def enrolment_pages(home: Page) -> list[CampaignPage | ExaminationPage]:
    """The campaigns and examinations of a site, in the order of the tree."""
    models = (CampaignPage, ExaminationPage)
    return [
        page for model in models for page in model.objects.filter(live=True, **in_tree(home)).order_by("path")
    ]


def _titles(page: CampaignPage | ExaminationPage) -> dict[str, str]:
    """The title of a campaign names the school year in which the demonstration was built."""
    english = CAMPAIGNS.get(page.slug)
    return {page.title: f"{english}, school year {page.school_year}"} if english else {}


def _write(page: Page, user, words: dict[str, str], *, is_complete: bool) -> None:
    text = translation_start(page=page, user=user)
    values = {part.segment.pk: part.english or words.get(part.source, "") for part in parts_of(text, page)}
    texts_save(text=text, page=page, values=values, checked=(), user=user)
    if not is_complete:
        return
    english = english_page(text)
    section = english.get_parent()
    if not section.live:
        section.get_latest_revision().publish(skip_permission_checks=True)
    english.get_latest_revision().publish(skip_permission_checks=True)
