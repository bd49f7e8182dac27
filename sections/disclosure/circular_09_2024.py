"""Circular 09/2024/TT-BGDĐT of 3 June 2024: disclosure by facilities of the national education system.

Articles 4, 5 (all), 6 and 7 (preschool), 8 and 9 (general), 10 and 11 (continuing education), 14 (ways, and for how long), 15
(when). What of it was compared with which text says docs/features/disclosure.md.
"""

from __future__ import annotations

from datetime import date

from sections.catalogue.entries import Source
from sections.disclosure.choices import FACILITIES, Cycle, Family, types_of
from sections.disclosure.items import Both, Deadline, Item, Row
from sections.statistics.choices import Group

CIRCULAR = Source(
    number="Thông tư 09/2024/TT-BGDĐT",
    title_vi="Thông tư quy định về công khai trong hoạt động của các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân",
    title_en="Circular on disclosure in the work of facilities of the national education system",
    valid_from=date(2024, 7, 19),
)
ALL = types_of(FACILITIES)
PRESCHOOL = types_of((Family.PRESCHOOL,))
GENERAL = types_of((Family.GENERAL,))
CONTINUING = types_of((Family.CONTINUING,))
BEFORE_30_JUNE = Deadline(6, 30, years=1)
WHEN: Both = ("khoản 1 Điều 15", "clause 1, article 15")
FIVE_YEARS: Both = ("Điều 14", "article 14")


def _every(article: int) -> tuple[tuple[frozenset[str], Both], ...]:
    return ((ALL, (f"Điều {article}", f"article {article}")),)


def _by_family(preschool: Both, general: Both, continuing: Both):
    return ((PRESCHOOL, preschool), (GENERAL, general), (CONTINUING, continuing))


def _clauses(number: int, articles: tuple[int, int, int]):
    return _by_family(
        *(
            (f"khoản {number} Điều {article}", f"clause {number}, article {article}")
            for article in articles[:2]
        ),
        (f"Điều {articles[2]}", f"article {articles[2]}"),
    )


def _item(key: str, title: Both, references, **more) -> Item:
    more = {
        "types": ALL,
        "cycle": Cycle.SCHOOL_YEAR,
        "deadline": BEFORE_30_JUNE,
        "deadline_basis": WHEN,
        "keeps_years": 5,
        "keeps_basis": FIVE_YEARS,
    } | more
    return Item(key=f"09-2024.{key}", source=CIRCULAR, title=title, references=references, **more)


INCOME: Both = ("Thu", "Income")
SPENDING: Both = ("Chi", "Spending")
DONG = "đồng"

ITEMS = (
    _item(
        "general",
        ("Thông tin chung về cơ sở giáo dục", "General information on the facility"),
        _every(4),
        shows_institution=True,
        asks=(
            (
                "Tên, địa chỉ, điện thoại, thư điện tử, cổng hoặc trang thông tin điện tử",
                "Name, address, telephone, e-mail, website",
            ),
            (
                "Loại hình, cơ quan quản lý trực tiếp; nhà đầu tư (trường tư thục)",
                "Type, direct superior; investors (private schools)",
            ),
            (
                "Sứ mạng, tầm nhìn, mục tiêu; quá trình hình thành và phát triển",
                "Mission, vision, aims; history",
            ),
            (
                "Người đại diện pháp luật hoặc phát ngôn, cách liên hệ",
                "Legal representative or spokesperson and how to reach them",
            ),
            (
                "Quyết định thành lập, hội đồng trường, lãnh đạo; tổ chức bộ máy",
                "Decisions on establishment, school council and heads; organisation",
            ),
            (
                "Chiến lược phát triển, quy chế dân chủ, quy chế tổ chức và hoạt động khác",
                "Strategy, rules of democracy, other rules of the facility",
            ),
        ),
    ),
    _item(
        "finance",
        ("Thu, chi tài chính", "Income and spending"),
        _every(5),
        cycle=Cycle.CALENDAR_YEAR,
        asks=(
            (
                "Tình hình tài chính của năm tài chính trước: các khoản thu theo nguồn, các khoản chi",
                "The past financial year: income by source, spending by kind",
            ),
            ("Các khoản thu và mức thu đối với người học", "What learners pay, and how much"),
            (
                "Chính sách và kết quả miễn, giảm, trợ cấp học phí, học bổng",
                "Exemptions, reductions, support and scholarships",
            ),
            (
                "Số dư các quỹ theo quy định, kể cả quỹ đặc thù",
                "Balances of the funds that rules provide for",
            ),
        ),
        rows=(
            Row("Ngân sách nhà nước cấp", "From the state budget", DONG, *INCOME),
            Row("Học phí", "Tuition fees", DONG, *INCOME),
            Row("Lệ phí, thu khác từ người học", "Charges and other payments of learners", DONG, *INCOME),
            Row("Tài trợ, viện trợ, đầu tư", "Gifts, aid, investment", DONG, *INCOME),
            Row("Nguồn thu khác", "Other income", DONG, *INCOME),
            Row(
                "Lương, phụ cấp và thu nhập khác của người lao động",
                "Salaries, allowances and other pay",
                DONG,
                *SPENDING,
            ),
            Row("Cơ sở vật chất và dịch vụ", "Facilities and services", DONG, *SPENDING),
            Row("Hỗ trợ người học", "Support of learners", DONG, *SPENDING),
            Row("Chi khác", "Other spending", DONG, *SPENDING),
        ),
    ),
    _item(
        "staff",
        ("Đội ngũ cán bộ quản lý, giáo viên, nhân viên", "Managers, teachers and staff"),
        _clauses(1, (6, 8, 10)),
        figures=(Group.STAFF,),
        asks=(
            ("Số lượng theo vị trí việc làm và trình độ đào tạo", "Numbers by post and qualification"),
            (
                "Số lượng, tỷ lệ đạt chuẩn nghề nghiệp",
                "Numbers and share that meet the professional standard",
            ),
            (
                "Số lượng, tỷ lệ hoàn thành bồi dưỡng hằng năm",
                "Numbers and share that completed the yearly training",
            ),
        ),
        rows=(
            Row(
                "Cán bộ quản lý, giáo viên đạt chuẩn nghề nghiệp",
                "Managers and teachers who meet the professional standard",
                "%",
            ),
            Row("Hoàn thành bồi dưỡng hằng năm", "Completed the yearly training", "%"),
        ),
    ),
    _item(
        "facilities",
        ("Cơ sở vật chất và tài liệu học tập", "Facilities and learning materials"),
        _clauses(2, (6, 8, 10)),
        figures=(Group.FACILITIES,),
        asks=(
            (
                "Diện tích khu đất, điểm trường, diện tích bình quân cho một người học",
                "Land, sites, area for each learner",
            ),
            ("Số lượng, hạng mục các khối phòng", "Rooms by kind"),
            (
                "Thiết bị dạy học hiện có, đối sánh với yêu cầu tối thiểu",
                "Equipment compared with the minimum asked for",
            ),
            (
                "Danh mục sách giáo khoa, xuất bản phẩm tham khảo, đồ chơi được chọn",
                "Textbooks, reference works and toys that were chosen",
            ),
        ),
        rows=(Row("Diện tích đất bình quân một người học", "Land for each learner", "m²"),),
    ),
    _item(
        "quality",
        ("Kết quả đánh giá và kiểm định chất lượng giáo dục", "Self-assessment and accreditation"),
        _clauses(3, (6, 8, 10)),
        asks=(
            ("Kết quả tự đánh giá, kế hoạch cải tiến chất lượng", "Self-assessment and plan of improvement"),
            (
                "Kết quả đánh giá ngoài, mức kiểm định, chuẩn quốc gia; kế hoạch và kết quả thực hiện cải tiến",
                "External assessment, level of accreditation, national standard; improvement and its results",
            ),
        ),
        rows=(
            Row("Mức kiểm định chất lượng", "Level of accreditation"),
            Row("Mức đạt chuẩn quốc gia", "Level of the national standard"),
        ),
    ),
    _item(
        "plan",
        ("Kế hoạch hoạt động giáo dục của năm học", "Plan of the school year"),
        _clauses(1, (7, 9, 11)),
        asks=(
            (
                "Kế hoạch tuyển sinh: đối tượng, chỉ tiêu, phương thức, mốc thời gian",
                "Admission: who, how many, how, when",
            ),
            ("Kế hoạch hoạt động nuôi dưỡng, chăm sóc, giáo dục", "Plan of care, teaching and activities"),
            (
                "Quy chế phối hợp giữa nhà trường, gia đình và xã hội",
                "Rules of working together of school, family and society",
            ),
            (
                "Chương trình, hoạt động hỗ trợ học tập, rèn luyện, sinh hoạt",
                "Programmes that support learning and daily life",
            ),
            (
                "Thực đơn hằng ngày của trẻ em; dịch vụ giáo dục theo quy định (nếu có)",
                "Daily menus of children; services, where there are any",
            ),
        ),
        rows=(Row("Chỉ tiêu tuyển sinh", "Quota of admission", "người"),),
    ),
    _item(
        "results",
        ("Kết quả hoạt động giáo dục của năm học", "Results of the school year"),
        _clauses(2, (7, 9, 11)),
        figures=(Group.CLASSES, Group.PUPILS),
        asks=(
            (
                "Kết quả tuyển sinh; số lớp, số học sinh bình quân một lớp",
                "Admission; classes and pupils in each",
            ),
            (
                "Thống kê kết quả đánh giá, lên lớp, hoàn thành chương trình, tốt nghiệp",
                "Assessment, moving up, completion, graduation",
            ),
            (
                "Học sinh nữ, dân tộc thiểu số, khuyết tật; chuyển trường, thôi học",
                "Girls, ethnic minorities, disabled; transfers, drop-outs",
            ),
        ),
        rows=(
            Row("Hoàn thành chương trình, được lên lớp", "Completed the programme or moved up", "%"),
            Row("Tốt nghiệp", "Graduated", "%"),
        ),
    ),
    _item(
        "annual_report",
        ("Báo cáo thường niên", "Annual report"),
        ((ALL, ("Điều 14", "article 14")),),
        cycle=Cycle.CALENDAR_YEAR,
        deadline_basis=("khoản 2 Điều 15", "clause 2, article 15"),
        form=(
            "Mẫu báo cáo thường niên của Phụ lục kèm theo Thông tư",
            "Form of the annual report in the annex of the circular",
        ),
        asks=(
            (
                "Tệp báo cáo thường niên của năm trước liền kề, có ký và đóng dấu",
                "The file of the annual report of the year before, signed and sealed",
            ),
        ),
        is_confirmed=False,
    ),
)
