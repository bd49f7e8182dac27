"""What an education authority makes public as an agency of the state (circular 37/2020, article 8.5): its budget, quotas, results
of inspections, and what the law on access to information asks for. Days and articles that were not compared with the text of the
source are marked, see docs/features/disclosure.md."""

from __future__ import annotations

from datetime import date

from sections.catalogue.entries import Source
from sections.disclosure.choices import Cycle, Family, types_of
from sections.disclosure.items import Both, Deadline, Item, Row
from sections.statistics.choices import Group

AUTHORITIES = types_of((Family.AUTHORITY,))
DONG = "đồng"

WEBSITES = Source(
    number="Thông tư 37/2020/TT-BGDĐT",
    title_vi="Thông tư quy định về hoạt động và sử dụng thư điện tử và trang thông tin điện tử tại sở giáo dục và đào tạo, phòng "
    "giáo dục và đào tạo và các cơ sở giáo dục",
    title_en="Circular on e-mail and websites in education authorities and education facilities",
    valid_from=date(2020, 11, 20),
)
BUDGET = Source(
    number="Thông tư 61/2017/TT-BTC",
    title_vi="Thông tư hướng dẫn về công khai ngân sách đối với đơn vị dự toán ngân sách, tổ chức được ngân sách nhà nước hỗ trợ "
    "(sửa đổi bởi Thông tư 90/2018/TT-BTC)",
    title_en="Circular on disclosure of the budget of units (amended by circular 90/2018/TT-BTC)",
    valid_from=date(2017, 8, 1),
)
ACCESS = Source(
    number="Luật Tiếp cận thông tin 104/2016/QH13",
    title_vi="Luật Tiếp cận thông tin",
    title_en="Law on access to information",
    valid_from=date(2018, 7, 1),
)


def _article(vi: str, en: str):
    return ((AUTHORITIES, (vi, en)),)


def _item(key: str, source: Source, title: Both, references, **more) -> Item:
    more = {"cycle": Cycle.CALENDAR_YEAR, "deadline": None} | more
    return Item(
        key=f"authority.{key}", source=source, title=title, types=AUTHORITIES, references=references, **more
    )


ITEMS = (
    _item(
        "budget",
        BUDGET,
        ("Dự toán ngân sách được giao", "Budget of the year"),
        _article("Điều 3", "article 3"),
        deadline=Deadline(2, 1),
        form=(
            "Biểu công khai dự toán của Thông tư 90/2018/TT-BTC",
            "Form for the budget of circular 90/2018/TT-BTC",
        ),
        asks=(
            (
                "Dự toán thu, chi được cấp có thẩm quyền giao, kể cả điều chỉnh",
                "Income and spending as assigned, with changes",
            ),
        ),
        rows=(
            Row("Tổng số thu, chi, nộp ngân sách phí, lệ phí", "Fees and charges", DONG),
            Row("Dự toán chi ngân sách nhà nước", "Spending from the state budget", DONG),
        ),
        is_confirmed=False,
    ),
    _item(
        "settlement",
        BUDGET,
        ("Quyết toán ngân sách", "Settlement of the budget"),
        _article("Điều 3", "article 3"),
        deadline=Deadline(1, 1, years=2),
        form=(
            "Biểu công khai quyết toán của Thông tư 90/2018/TT-BTC",
            "Form for the settlement of circular 90/2018/TT-BTC",
        ),
        asks=(("Quyết toán thu, chi đã được phê duyệt", "Income and spending as approved"),),
        rows=(
            Row("Quyết toán chi ngân sách nhà nước", "Spending from the state budget", DONG),
            Row("Kinh phí chuyển năm sau", "Carried to the next year", DONG),
        ),
        is_confirmed=False,
    ),
    _item(
        "quotas",
        WEBSITES,
        ("Kế hoạch và chỉ tiêu tuyển sinh", "Plan and quotas of admission"),
        _article("khoản 5 Điều 8", "clause 5, article 8"),
        cycle=Cycle.SCHOOL_YEAR,
        deadline=Deadline(6, 1),
        asks=(
            (
                "Chỉ tiêu tuyển sinh đầu cấp theo trường, phương thức, mốc thời gian",
                "Quotas by school, ways of admission, days",
            ),
        ),
        rows=(
            Row("Chỉ tiêu lớp 1", "Quota of grade 1", "người"),
            Row("Chỉ tiêu lớp 6", "Quota of grade 6", "người"),
            Row("Chỉ tiêu lớp 10", "Quota of grade 10", "người"),
        ),
        is_confirmed=False,
    ),
    _item(
        "network",
        WEBSITES,
        ("Quy mô mạng lưới trường, lớp, học sinh, đội ngũ", "Schools, classes, pupils and staff"),
        _article("khoản 5 và 8 Điều 8", "clauses 5 and 8, article 8"),
        cycle=Cycle.SCHOOL_YEAR,
        deadline=Deadline(12, 31),
        figures=(Group.NETWORK, Group.CLASSES, Group.PUPILS, Group.STAFF),
        is_confirmed=False,
    ),
    _item(
        "inspection",
        ACCESS,
        (
            "Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo",
            "Results of inspections, complaints and denunciations",
        ),
        _article("Điều 17", "article 17"),
        asks=(
            (
                "Kết luận thanh tra, kiểm tra được phép công khai; việc thực hiện kiến nghị",
                "Conclusions that may be public; what became of the recommendations",
            ),
            (
                "Không nêu tên học sinh, phụ huynh và người tố cáo",
                "No names of pupils, parents and whistle-blowers",
            ),
        ),
        rows=(
            Row("Cuộc thanh tra, kiểm tra", "Inspections", "cuộc"),
            Row("Đơn khiếu nại, tố cáo đã giải quyết", "Complaints and denunciations settled", "đơn"),
        ),
    ),
    _item(
        "access",
        ACCESS,
        ("Danh mục thông tin phải được công khai", "List of information that is to be public"),
        _article("Điều 17, Điều 18", "articles 17 and 18"),
        deadline=Deadline(3, 31),
        asks=(
            (
                "Danh mục, địa chỉ, hình thức, thời điểm, thời hạn công khai; đầu mối cung cấp thông tin",
                "What, where, how, when, for how long; who answers requests",
            ),
        ),
        is_confirmed=False,
    ),
)
