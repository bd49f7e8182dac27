# ruff: noqa: E501
"""More than two hundred documents of schools and authorities that may be published: they name people, numbers and places too."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.privacy.guard.corpus import writers
from tests.privacy.guard.corpus.people import STREETS, VILLAGES, bare, name

File = tuple[str, bytes]
Rows = list[list[object]]
SUBJECTS = [
    "Toán",
    "Ngữ văn",
    "Tiếng Anh",
    "Vật lý",
    "Hóa học",
    "Sinh học",
    "Lịch sử",
    "Địa lý",
    "Tin học",
    "Công nghệ",
]
SCHOOLS = [
    "Nguyễn Du",
    "Lê Quý Đôn",
    "Trần Phú",
    "Võ Thị Sáu",
    "Kim Đồng",
    "Lý Tự Trọng",
    "Chu Văn An",
    "Nguyễn Trãi",
    "Phan Bội Châu",
    "Hoàng Diệu",
    "Trần Hưng Đạo",
    "Ngô Quyền",
]
DISHES = [
    "Cơm trắng",
    "Cá kho tộ",
    "Canh bí đỏ",
    "Thịt lợn luộc",
    "Đậu phụ sốt cà chua",
    "Rau muống xào",
    "Bún chả",
    "Phở bò",
    "Chè đậu xanh",
    "Lạc rang muối",
]
GOODS = [
    "Bàn học sinh hai chỗ",
    "Máy tính để bàn",
    "Sách giáo khoa Toán 6",
    "Bảng từ chống lóa",
    "Lò vi sóng",
    "Quạt treo tường",
    "Giấy A4",
    "Đường kính trắng",
    "Sơn nước ngoại thất",
    "Thạch cao tấm",
]
FIRMS = [
    "Công ty TNHH Thiết bị Ánh Dương",
    "Công ty CP Sách Bình Minh",
    "Công ty TNHH Xây dựng Hòa Sơn",
    "HTX Rau sạch Tân Tiến",
    "Công ty CP Nội thất Phương Nam",
    "DNTN Hồng Hà",
]
POSTS = [
    "Hiệu trưởng",
    "Phó Hiệu trưởng",
    "Tổ trưởng chuyên môn",
    "Kế toán",
    "Văn thư",
    "Trưởng phòng",
    "Chuyên viên",
]


def _landline(random: Random) -> str:
    return f"0{random.choice(['243', '283', '218', '256'])}.{random.randint(2000000, 8999999)}"


def _day(random: Random, year: int = 2026) -> str:
    return f"{random.randint(1, 28):02}/{random.randint(1, 12):02}/{year}"


def timetable(random: Random) -> Rows:
    head = ["Tiết", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"]
    return [
        head,
        *[[n, *[f"{random.choice(SUBJECTS)} - {name(random)}" for _day_ in head[1:]]] for n in range(1, 8)],
    ]


def prices(random: Random) -> Rows:
    return [
        ["STT", "Tên hàng", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"],
        *[
            [
                n,
                good,
                "cái",
                random.randint(1, 90),
                f"{random.randint(10, 999)}.000",
                random.randint(10**6, 10**9),
            ]
            for n, good in enumerate(random.sample(GOODS, 8), start=1)
        ],
    ]


def procurement(random: Random) -> Rows:
    return [
        ["TT", "Tên nhà thầu", "Mã số thuế", "Địa chỉ", "Người đại diện", "Giá dự thầu (đồng)"],
        *[
            [
                n,
                firm,
                f"0{random.randint(100000000, 999999999)}",
                f"Số {random.randint(1, 99)} {random.choice(STREETS)}, phường Tân Lập",
                name(random),
                random.randint(10**8, 10**9),
            ]
            for n, firm in enumerate(FIRMS, start=1)
        ],
    ]


def statistics(random: Random) -> Rows:
    return [
        ["STT", "Trường", "Tổng số học sinh", "Nữ", "Dân tộc thiểu số", "Hộ nghèo", "Khuyết tật", "Tỷ lệ %"],
        *[
            [
                n,
                random.choice(["THCS ", ""]) + school,
                random.randint(200, 900),
                random.randint(90, 400),
                random.randint(0, 50),
                random.randint(0, 40),
                random.randint(0, 9),
                round(random.random() * 10, 2),
            ]
            for n, school in enumerate(SCHOOLS, start=1)
        ],
    ]


def contacts(random: Random) -> Rows:
    rows = [
        [
            n,
            full,
            random.choice(POSTS),
            _landline(random),
            f"{bare(full).split()[-1].lower()}{n}@hoason.edu.vn",
        ]
        for n, full in enumerate((name(random) for _n in range(12)), start=1)
    ]
    return [["STT", "Họ và tên", "Chức vụ", "Điện thoại cơ quan", "Email công vụ"], *rows]


def directory(random: Random) -> Rows:
    return [
        ["STT", "Tên trường", "Địa chỉ", "Hiệu trưởng", "Điện thoại", "Website"],
        *[
            [
                n,
                f"Trường {random.choice(['TH', 'THCS', 'Mầm non'])} {school}",
                f"Thôn {random.choice(VILLAGES)}, xã Hòa Sơn",
                name(random),
                _landline(random),
                f"https://truong{n}.hoason.edu.vn",
            ]
            for n, school in enumerate(SCHOOLS, start=1)
        ],
    ]


def schools_only(random: Random) -> Rows:
    return [
        ["TT", "Đơn vị", "Địa chỉ", "Điện thoại"],
        *[
            [
                n,
                school,
                f"{random.randint(1, 200)} {random.choice(STREETS)}, phường Minh Đức",
                _landline(random),
            ]
            for n, school in enumerate(SCHOOLS, start=1)
        ],
    ]


def menu(random: Random) -> Rows:
    return [
        ["Thứ", "Bữa trưa", "Bữa phụ"],
        *[
            [day, ", ".join(random.sample(DISHES, 3)), random.choice(DISHES)]
            for day in ("Hai", "Ba", "Tư", "Năm", "Sáu")
        ],
    ]


def duty(random: Random) -> Rows:
    days = sorted(range(1, 29), key=lambda _day_: random.random())[:10]
    return [
        ["Ngày trực", "Họ và tên", "Nhiệm vụ"],
        *[[f"{d:02}/02/2026", name(random), "Trực lãnh đạo"] for d in sorted(days)],
    ]


def prizes(random: Random) -> Rows:
    return [
        ["STT", "Họ và tên", "Lớp", "Môn", "Điểm", "Giải"],
        *[
            [
                n,
                name(random),
                f"9{random.choice('ABC')}",
                random.choice(SUBJECTS),
                random.randint(12, 20),
                random.choice(["Nhất", "Nhì", "Ba"]),
            ]
            for n in range(1, 25)
        ],
    ]


def committee(random: Random) -> Rows:
    return [
        ["TT", "Họ và tên", "Chức vụ, đơn vị", "Nhiệm vụ"],
        *[
            [
                n,
                f"Ông {name(random)}",
                f"{random.choice(POSTS)}, trường THCS {random.choice(SCHOOLS)}",
                "Ủy viên",
            ]
            for n in range(1, 14)
        ],
    ]


def assignment(random: Random) -> Rows:
    return [
        ["STT", "Giáo viên", "Chuyên môn", "Lớp dạy", "Số tiết"],
        *[
            [n, name(random), random.choice(SUBJECTS), "6A, 6B, 7C", random.randint(8, 19)]
            for n in range(1, 20)
        ],
    ]


def books(random: Random) -> Rows:
    return [
        ["STT", "Tên sách", "Tác giả", "Nhà xuất bản", "Năm xuất bản", "Số ISBN"],
        *[
            [
                n,
                f"{random.choice(SUBJECTS)} {n % 4 + 6}",
                name(random),
                "NXB Giáo dục",
                random.randint(1998, 2025),
                f"978604{random.randint(1000000, 9999999)}",
            ]
            for n in range(1, 15)
        ],
    ]


def donors(random: Random) -> Rows:
    return [
        ["STT", "Nhà hảo tâm", "Số tiền ủng hộ (đồng)", "Ngày nhận"],
        *[[n, name(random), f"{random.randint(1, 50)}00.000", _day(random)] for n in range(1, 16)],
    ]


def documents(random: Random) -> Rows:
    return [
        ["Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Người ký"],
        *[
            [
                f"{n}/QĐ-SGDĐT",
                _day(random, random.randint(2010, 2026)),
                "Về việc ban hành kế hoạch",
                name(random),
            ]
            for n in range(1, 15)
        ],
    ]


def scores(random: Random) -> Rows:
    return [
        ["SBD", *SUBJECTS[:5]],
        *[[f"{28000000 + n}", *[round(random.random() * 10, 2) for _s in range(5)]] for n in range(200)],
    ]


def budget(random: Random) -> Rows:
    return [
        ["Nội dung", "Dự toán năm", "Ước thực hiện", "So sánh"],
        *[
            [
                f"Khoản {n}",
                random.randint(10**6, 10**10),
                random.randint(10**6, 10**10),
                f"{random.randint(60, 120)}%",
            ]
            for n in range(1, 15)
        ],
    ]


def matches(random: Random) -> Rows:
    return [
        ["Ngày", "Giờ", "Đội A", "Đội B", "Sân"],
        *[
            [
                _day(random),
                "08:00",
                f"THPT {random.choice(SCHOOLS)}",
                f"THPT {random.choice(SCHOOLS)}",
                "Nhà thi đấu",
            ]
            for _n in range(12)
        ],
    ]


def routes(random: Random) -> Rows:
    return [
        ["Tuyến", "Điểm đón", "Giờ", "Lái xe", "Biển số"],
        *[
            [
                f"T{n}",
                f"{random.choice(STREETS)} - {random.choice(STREETS)}",
                "06:15",
                name(random),
                f"28B-{random.randint(10000, 99999)}",
            ]
            for n in range(1, 9)
        ],
    ]


TABLES = (
    timetable,
    prices,
    procurement,
    statistics,
    contacts,
    directory,
    schools_only,
    menu,
    duty,
    prizes,
    committee,
    assignment,
    books,
    donors,
    documents,
    scores,
    budget,
    matches,
    routes,
)
TITLES = {
    timetable: "THỜI KHÓA BIỂU HỌC KỲ I",
    statistics: "Thống kê học sinh dân tộc thiểu số, hộ nghèo, khuyết tật theo trường",
    donors: "Danh sách nhà hảo tâm ủng hộ học sinh nghèo",
    prizes: "Danh sách học sinh đạt giải cấp tỉnh",
    committee: "Danh sách Hội đồng thi tuyển sinh",
}


def _tables(random: Random) -> Iterator[File]:
    for make in TABLES:
        title = TITLES.get(make, make.__name__)
        for number in range(3):
            yield f"{make.__name__}-{number}.xlsx", writers.xlsx({"Sheet1": [[title], [], *make(random)]})
        yield f"{make.__name__}-a.xlsx", writers.xlsx({"A": make(random), "B": TABLES[0](random)})
        yield (
            f"{make.__name__}.docx",
            writers.docx("TRƯỜNG THCS ĐỒI CHÈ", title, make(random), *_signed(random)),
        )
        yield f"{make.__name__}-1.docx", writers.docx(title, make(random))
        yield f"{make.__name__}.csv", writers.csv(make(random), separator=random.choice(",;\t"))
        yield f"{make.__name__}.odt", writers.odt(title, make(random))
        if make is not scores:
            yield f"{make.__name__}.pdf", writers.pdf(title, make(random), ruled=random.random() < 0.6)


def _signed(random: Random) -> list[str]:
    return ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "HIỆU TRƯỞNG", "(đã ký)", name(random)]


def _law(random: Random) -> list[str]:
    lines = [
        f"Số: {random.randint(10, 999)}/QĐ-SGDĐT",
        f"Hòa Sơn, ngày {random.randint(1, 28)} tháng {random.randint(1, 9)} năm 2026",
        "QUYẾT ĐỊNH",
        "Về việc thành lập Ban Chỉ đạo kỳ thi tuyển sinh lớp 10",
        "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;",
        f"Căn cứ Quyết định số 12/2021/QĐ-UBND ngày {_day(random, 2021)} của Ủy ban nhân dân tỉnh;",
        f"Theo đề nghị của Trưởng phòng Tổ chức cán bộ {name(random)}.",
        "Điều 1. Thành lập Ban Chỉ đạo gồm các ông (bà) có tên sau đây:",
    ]
    lines += [f"{n}. {name(random)}, {random.choice(POSTS)} - Ủy viên;" for n in range(1, 9)]
    return [*lines, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.", *_signed(random)]


def _article(random: Random) -> list[str]:
    return [
        f"Sáng {_day(random)}, Trường THCS {random.choice(SCHOOLS)} tổ chức lễ khai giảng năm học mới.",
        f"Dự lễ có đồng chí {name(random)}, Phó Giám đốc Sở; cô giáo {name(random)}, Hiệu trưởng nhà trường.",
        f"Em {name(random)}, lớp 9A, thay mặt học sinh phát biểu. Em {name(random)} nhận học bổng.",
        f"Trường nằm trên đường {random.choice(STREETS)}, phường Tân Lập. Điện thoại: {_landline(random)}.",
        f"Thầy {name(random)} cho biết trường có 42 học sinh thuộc hộ nghèo và 5 học sinh khuyết tật.",
        f"Phát biểu tại buổi lễ, bà {name(random)} nhấn mạnh nhiệm vụ năm học. Cô {name(random)} và thầy {name(random)} tặng quà.",
    ]


def _notice(random: Random) -> list[str]:
    return [
        "THÔNG BÁO tuyển sinh lớp 6",
        "Hồ sơ gồm: đơn xin học, bản sao giấy khai sinh, giấy xác nhận hộ nghèo (nếu có), số định danh cá nhân.",
        f"Thời gian nhận hồ sơ: từ {_day(random)} đến {_day(random)}.",
        f"Địa điểm: Trường THCS {random.choice(SCHOOLS)}, số {random.randint(1, 99)} {random.choice(STREETS)}.",
        f"Đường dây nóng: 0912345678 (ông {name(random)}). Email: thcs@hoason.edu.vn",
        *_signed(random),
    ]


def _minutes(random: Random) -> list[str]:
    lines = ["BIÊN BẢN HỌP HỘI ĐỒNG TRƯỜNG", f"Thời gian: 08 giờ 00, ngày {_day(random)}", "Thành phần:"]
    lines += [f"- {random.choice(['Ông', 'Bà'])} {name(random)} - {random.choice(POSTS)}" for _n in range(9)]
    return [
        *lines,
        f"Ông {name(random)} báo cáo thu chi. Bà {name(random)} đề nghị bổ sung.",
        *_signed(random),
    ]


def _texts(random: Random) -> Iterator[File]:
    for make in (_law, _article, _notice, _minutes):
        for number in range(4):
            yield f"{make.__name__}-{number}.docx", writers.docx(*make(random))
            yield f"{make.__name__}-{number}.txt", "\n".join(make(random)).encode()
        for number in range(3):
            yield f"{make.__name__}-{number}.pdf", writers.pdf(*make(random))


def ordinary_documents(seed: int = 2027) -> list[File]:
    random = Random(seed)
    return [*_tables(random), *_texts(random)]
