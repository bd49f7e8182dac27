"""Campaigns of admission of the department and of one kindergarten, and the notices of invented schools: one campaign open, one
with catchment areas, one over, one to come; one school of each kind without a notice. A second run changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from editorial.services.guard import system_publication
from enrolment.allocation.lots import seed_draw
from enrolment.choices import Grade, Method, Phase, Ranking
from enrolment.models import (
    AdmissionNoticePage,
    AdmissionTrack,
    CampaignPage,
    CampaignPhase,
    CatchmentArea,
    EnrolmentPage,
    OnlineAdmissionPage,
    PriorityCategory,
)
from network.models import Institution
from network.selectors import home_pages

TOP, KINDERGARTEN = "HS", "HS.MN01"
GRADE_10, GRADE_1, GRADE_6, NURSERY = "tuyen-sinh-lop-10", "tuyen-sinh-lop-1", "tuyen-sinh-lop-6", "mam-non"

Area = tuple[str, str, int]
"""Commune, part of it (empty: all), group."""


@dataclass(frozen=True)
class School:
    """A notice: classes as code, name, name in English, quota, subjects; areas of a school with a catchment."""

    code: str
    tracks: tuple[tuple[str, str, str, int, str], ...]
    areas: tuple[Area, ...] = ()
    audience: str = ""


THREE = "Ngữ văn, Toán, Tiếng Anh"
SUBJECTS_EN = {
    "": "",
    THREE: "Literature, Mathematics, English",
    f"{THREE}, Toán chuyên": "Literature, Mathematics, English, advanced Mathematics",
    f"{THREE}, Ngữ văn chuyên": "Literature, Mathematics, English, advanced Literature",
    f"{THREE}, Tiếng Anh chuyên": "Literature, Mathematics, English, advanced English",
    f"{THREE}, Tin học chuyên": "Literature, Mathematics, English, advanced Informatics",
}
WHOLE = "Lớp 10 đại trà", "Grade 10, general"
NOTICES: dict[str, tuple[School, ...]] = {
    GRADE_10: (
        School(
            "HS.TP01",
            (("dai_tra", *WHOLE, 315, THREE), ("tieng_phap", "Lớp tiếng Pháp", "French class", 35, THREE)),
        ),
        School("HS.TP03", (("dai_tra", *WHOLE, 225, THREE),)),
        School(
            "HS.TP04",
            (
                (
                    "chuyen_toan",
                    "Lớp chuyên Toán",
                    "Specialised class in Mathematics",
                    35,
                    f"{THREE}, Toán chuyên",
                ),
                (
                    "chuyen_van",
                    "Lớp chuyên Ngữ văn",
                    "Specialised class in Literature",
                    35,
                    f"{THREE}, Ngữ văn chuyên",
                ),
                (
                    "chuyen_anh",
                    "Lớp chuyên Tiếng Anh",
                    "Specialised class in English",
                    35,
                    f"{THREE}, Tiếng Anh chuyên",
                ),
                (
                    "chuyen_tin",
                    "Lớp chuyên Tin học",
                    "Specialised class in Informatics",
                    35,
                    f"{THREE}, Tin học chuyên",
                ),
            ),
        ),
        School(
            "HS.LC03",
            (("noi_tru", "Lớp 10 nội trú", "Grade 10, boarding", 70, THREE),),
            audience="Học sinh người dân tộc thiểu số thường trú tại xã khu vực III\nHọc sinh thuộc diện chính sách của tỉnh",
        ),
    ),
    GRADE_1: (
        School(
            "HS.TH01",
            (
                ("lop_1", "Lớp 1", "Grade 1", 140, ""),
                ("song_ngu", "Lớp 1 tăng cường tiếng Anh", "Grade 1 with more English", 35, ""),
            ),
            (("Phường Bến Gỗ", "", 1), ("Phường Trung Hòa", "Tổ dân phố 1, 2, 3", 2)),
        ),
        School("HS.TH02", (("lop_1", "Lớp 1", "Grade 1", 70, ""),), (("Xã Cồn Sẻ", "", 1),)),
        School(
            "HS.TH03",
            (("lop_1", "Lớp 1", "Grade 1", 175, ""),),
            (
                ("Phường Đông Hòa", "", 1),
                ("Phường Trung Hòa", "Tổ dân phố 4, 5, 6, 7", 1),
                ("Phường Bến Gỗ", "", 2),
            ),
        ),
        School(
            "HS.TH04",
            (("lop_1", "Lớp 1", "Grade 1", 64, ""),),
            (("Xã Suối Sim", "", 1), ("Xã Bản Mây", "Bản Mây Hạ", 2)),
        ),
    ),
    GRADE_6: (
        School("HS.CS01", (("lop_6", "Lớp 6", "Grade 6", 180, ""),)),
        School("HS.CS05", (("lop_6", "Lớp 6", "Grade 6", 135, ""),)),
    ),
    NURSERY: (
        School(
            KINDERGARTEN,
            (
                ("nha_tre", "Nhóm trẻ 24–36 tháng", "Group of 24–36 months", 25, ""),
                ("mau_giao_3", "Mẫu giáo 3 tuổi", "Kindergarten, age 3", 50, ""),
            ),
        ),
    ),
}
WITHOUT = {GRADE_10: "HS.TP02", GRADE_1: "HS.TH05"}
"""Schools that belong to a campaign and have no notice yet."""
WORDS = {
    GRADE_10: "Tuyển sinh vào lớp 10 trung học phổ thông",
    GRADE_1: "Tuyển sinh vào lớp 1",
    GRADE_6: "Tuyển sinh vào lớp 6",
    NURSERY: "Tuyển sinh trẻ mầm non",
}
GRADES = {GRADE_10: Grade.GRADE_10, GRADE_1: Grade.GRADE_1, GRADE_6: Grade.GRADE_6, NURSERY: Grade.NURSERY}
DAYS = {GRADE_10: (-3, 12), GRADE_1: (-1, 20), GRADE_6: (-40, -12), NURSERY: (25, 40)}
"""Applications from and until, in days from now."""
PRIORITIES = (
    (
        "con_liet_si",
        "Con liệt sĩ",
        "Child of a martyr",
        "Bản sao giấy chứng nhận gia đình liệt sĩ",
        "Copy of the certificate of a martyr's family",
        "2.00",
        False,
    ),
    (
        "dan_toc",
        "Người dân tộc thiểu số",
        "Member of an ethnic minority",
        "Bản sao giấy khai sinh",
        "Copy of the birth certificate",
        "1.00",
        False,
    ),
    (
        "giai_quoc_gia",
        "Đoạt giải cấp quốc gia",
        "Winner of a national prize",
        "Bản sao giấy chứng nhận đoạt giải",
        "Copy of the certificate of the prize",
        "0.00",
        True,
    ),
)
ELIGIBILITY = {
    GRADE_10: "<ul><li>Học sinh đã tốt nghiệp trung học cơ sở năm học này.</li><li>Trong độ tuổi quy định.</li></ul>",
    GRADE_1: "<ul><li>Trẻ đủ sáu tuổi trong năm tuyển sinh.</li><li>Cư trú trong địa bàn tuyển sinh của trường.</li></ul>",
    GRADE_6: "<p>Học sinh đã hoàn thành chương trình tiểu học.</p>",
    NURSERY: "<p>Trẻ từ 24 tháng đến 5 tuổi cư trú trên địa bàn phường.</p>",
}
COMPONENTS = (
    "<ul><li>Bản sao giấy khai sinh.</li><li>Học bạ hoặc giấy xác nhận hoàn thành chương trình, nếu có.</li>"
    "<li>Giấy tờ ưu tiên, nếu thuộc diện ưu tiên.</li></ul>"
)


def admission_create(now: datetime | None = None) -> int:
    """Make what is missing; answers how many campaigns were made."""
    now = timezone.localtime(now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    found = {each.code: each for each in Institution.objects.exclude(home_key=None)}
    made = 0
    for key, schools in NOTICES.items():
        owner = found.get(KINDERGARTEN if key == NURSERY else TOP)
        if owner is None:
            continue
        section = OnlineAdmissionPage.objects.descendant_of(home_pages(owner)[0]).first()
        if section is None or CampaignPage.objects.child_of(section).filter(grade=GRADES[key]).exists():
            continue
        with transaction.atomic(), system_publication(reason="nội dung minh họa"):
            campaign = _campaign(section, owner, key, now)
            # As with the first publication, which in the demonstration lies before the opening.
            seed_draw(campaign=campaign, now=campaign.first_published_at)
            for school in schools:
                if school.code in found:
                    _notice(campaign, found[school.code], school, key, now)
        made += 1
    return made


def school_year(now: datetime) -> str:
    """The school year that begins next: it begins in September."""
    first = now.year if now.month < 9 else now.year + 1
    return f"{first}-{first + 1}"


def _at(now: datetime, days: int, hour: int) -> datetime:
    return (now + timedelta(days=days)).replace(hour=hour)


def _campaign(section: OnlineAdmissionPage, owner: Institution, key: str, now: datetime) -> CampaignPage:
    opens, closes = DAYS[key]
    year = school_year(now)
    page = CampaignPage(
        title=f"{WORDS[key]} năm học {year}",
        slug=key,
        locale=section.locale,
        grade=GRADES[key],
        school_year=year,
        opens_at=_at(now, opens, 8),
        closes_at=_at(now, closes, 17),
        wishes_most=3 if key != NURSERY else 1,
        ranking=Ranking.SCORE if key == GRADE_10 else Ranking.LOT,
        uses_catchment=key == GRADE_1,
        draw_source="Giải nhất xổ số kiến thiết miền Bắc mở thưởng một ngày sau khi hết hạn nộp hồ sơ",
        eligibility=ELIGIBILITY[key],
        components=COMPONENTS,
        summary="Cha mẹ nộp hồ sơ một lần trên mạng, chọn trường theo thứ tự nguyện vọng và xem kết quả bằng mã hồ sơ.",
        author_name="Phòng Quản lý chất lượng" if owner.code == TOP else owner.name[:160],
        source_name=owner.name[:200],
        first_published_at=_at(now, opens - 30, 8),
        last_published_at=_at(now, opens - 30, 8),
    )
    page.phases = [
        CampaignPhase(
            kind=kind,
            name=name,
            name_en=PHASES_EN[name],
            starts_at=_at(now, first, 8),
            ends_at=_at(now, last, 17),
            place=place,
            place_en=PHASES_EN[place],
            sort_order=n,
        )
        for n, (kind, name, first, last, place) in enumerate(_phases(key, opens, closes))
    ]
    if key != NURSERY:
        page.priorities = [
            PriorityCategory(
                code=code,
                name=name,
                name_en=english,
                evidence=evidence,
                evidence_en=evidence_en,
                points=Decimal(points),
                is_first=first,
                sort_order=n,
            )
            for n, (code, name, english, evidence, evidence_en, points, first) in enumerate(PRIORITIES)
        ]
    section.add_child(instance=page)
    return page


PHASES_EN = {
    "": "",
    "Thi Ngữ văn, Toán và Tiếng Anh": "Examination in Literature, Mathematics and English",
    "Tại các trường": "At the schools",
    "Tại các điểm thi": "At the examination sites",
}


def _phases(key: str, opens: int, closes: int):
    yield Phase.APPLY, "", opens, closes, ""
    yield Phase.CHECK, "", opens + 1, closes + 3, "Tại các trường"
    if key == GRADE_10:
        yield Phase.EXAM, "Thi Ngữ văn, Toán và Tiếng Anh", closes + 6, closes + 7, "Tại các điểm thi"
    yield Phase.RESULT, "", closes + 10, closes + 25, ""
    yield Phase.CONFIRM, "", closes + 10, closes + 15, ""
    yield Phase.WAITING, "", closes + 16, closes + 20, ""


def _notice(
    campaign: CampaignPage, institution: Institution, school: School, key: str, now: datetime
) -> None:
    section = EnrolmentPage.objects.descendant_of(home_pages(institution)[0]).first()
    if section is None:
        return
    opens, closes = DAYS[key]
    is_exam = key == GRADE_10
    page = AdmissionNoticePage(
        title=f"Thông báo {WORDS[key][0].lower()}{WORDS[key][1:]} năm học {campaign.school_year}",
        slug=f"thong-bao-{key}",
        locale=section.locale,
        campaign=campaign,
        grade=campaign.grade,
        school_year=campaign.school_year,
        audience=school.audience or "Học sinh đủ điều kiện dự tuyển theo kế hoạch tuyển sinh của tỉnh",
        method=Method.EXAM if is_exam else Method.REVIEW,
        method_text="<p>Xét tổng điểm ba môn thi và điểm ưu tiên, lấy từ cao xuống thấp.</p>"
        if is_exam
        else "<p>Xét hồ sơ theo địa bàn và diện ưu tiên; hồ sơ ngang nhau thì bốc thăm.</p>",
        components="<p>Hai ảnh chân dung cỡ 3 × 4 cm nộp khi nhập học.</p>",
        exam_at=_at(now, closes + 6, 7) if is_exam else None,
        exam_place=f"Nhà A, {institution.name}"[:250] if is_exam else "",
        apply_where="Trên mạng; nhà trường hỗ trợ cha mẹ tại văn phòng trong giờ hành chính",
        summary=f"{institution.name} tuyển {sum(track[3] for track in school.tracks)} học sinh.",
        author_name=institution.name[:160],
        source_name=institution.name[:200],
        first_published_at=_at(now, opens - 12, 9),
        last_published_at=_at(now, opens - 12, 9),
    )
    page.tracks = [
        AdmissionTrack(
            code=code,
            name=name,
            name_en=english,
            quota=quota,
            subjects=subjects,
            subjects_en=SUBJECTS_EN[subjects],
            sort_order=n,
        )
        for n, (code, name, english, quota, subjects) in enumerate(school.tracks)
    ]
    page.catchments = [
        CatchmentArea(commune=commune, part=part, group=group, sort_order=n)
        for n, (commune, part, group) in enumerate(school.areas)
    ]
    section.add_child(instance=page)
