# ruff: noqa: E501
"""Invented people. The names are drawn apart from the guard's own lists of words, with those of several peoples."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random

FAMILY = [
    *["Nguyễn"] * 12, *["Trần"] * 5, *["Lê"] * 4, *["Phạm"] * 3, *["Hoàng"] * 2, *["Vũ"] * 2, "Huỳnh", "Võ", "Phan", "Đặng", "Bùi",
    "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Lâm", "Đào", "Cao", "Tạ", "Lương", "Hà", "Châu", "Phùng", "Nông",
    "Hứa", "Quách", "Thạch", "Vi", "Chu", "Tống", "Nghiêm", "Doãn",
]  # fmt: skip
MIDDLE = {
    "f": [
        "Thị",
        "Thị",
        "Thị Thu",
        "Ngọc",
        "Thu",
        "Minh",
        "Phương",
        "Khánh",
        "Thị Hồng",
        "Bảo",
        "Hoài",
        "Thị Kim",
    ],
    "m": ["Văn", "Văn", "Đức", "Minh", "Quang", "Hữu", "Gia", "Tuấn", "Xuân", "Quốc", "Anh", "Đình"],
}
GIVEN = {
    "f": ["Lan", "Hương", "Mai", "Thảo", "Ngân", "Trang", "Nhi", "Vy", "Linh", "Hà", "Oanh", "Yến", "Thủy", "Hạnh", "Trâm", "Diệp",
          "Thư", "Quỳnh", "Hòa", "Duyên"],
    "m": ["An", "Bình", "Cường", "Dũng", "Hải", "Hùng", "Khôi", "Long", "Nam", "Phúc", "Quân", "Sơn", "Thắng", "Tú", "Việt", "Khang",
          "Đạt", "Toàn", "Hiếu", "Lộc"],
}  # fmt: skip
OTHERS = [
    "Giàng A Páo", "Sùng Thị Mỷ", "Lò Văn Pâng", "Vàng A Dình", "Thào Thị Súa", "Lường Văn Inh", "Y Blông Niê", "Hờ A Chớ",
    "Quàng Thị Ơn", "Siu Hặc", "Ksor Bớt", "Triệu Mùi Pham", "Bàn Thị Mủi", "Cầm Thị Hoi", "Mùa A Sính", "Chảo Láo Tả",
    "Thạch Sa Rây", "Kim Thị Sa Vươn", "Hoàng Thị Lả", "Lý Seo Phử",
]  # fmt: skip
STREETS = ["Lê Lợi", "Trần Phú", "Hai Bà Trưng", "Quang Trung", "Ngô Quyền", "Hùng Vương", "Lý Thường Kiệt"]
VILLAGES = ["Đồi Chè", "Suối Mơ", "Bến Đò", "Nà Lừa", "Tân Tiến", "Phú Lộc", "Thanh Sơn", "Khe Tre"]
COMMUNES = ["Hòa Sơn", "Tân Lập", "Minh Đức", "Bình Yên", "Phú Thượng", "Vạn Xuân"]
PEOPLES = ["Kinh", "Tày", "Nùng", "Thái", "Mường", "Mông", "Dao", "Khmer", "Ê Đê", "Gia Rai"]
RELIGIONS = ["Không", "Phật giáo", "Công giáo", "Tin Lành", "Cao Đài"]
ILLNESSES = ["hen suyễn", "tim bẩm sinh", "dị ứng hải sản", "động kinh", "bình thường", "viêm gan B"]
DISABILITIES = ["khuyết tật vận động", "khiếm thị", "tự kỷ", "khiếm thính", "chậm phát triển trí tuệ"]


@dataclass(frozen=True)
class Person:
    name: str
    sex: str
    day: int
    month: int
    year: int
    identity: str
    phone: str
    email: str
    address: str
    people: str
    religion: str
    illness: str
    disability: str
    bank: str
    insurance: str
    tax: str
    debt: str
    form: str

    @property
    def born(self) -> str:
        return f"{self.day:02}/{self.month:02}/{self.year}"

    @property
    def family_part(self) -> str:
        return self.name.rpartition(" ")[0]

    @property
    def given(self) -> str:
        return self.name.rpartition(" ")[2]


def bare(text: str) -> str:
    """Without marks, as many lists are typed."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def name(random: Random, sex: str = "") -> str:
    sex = sex or random.choice("fm")
    if random.random() < 0.08:
        return random.choice(OTHERS)
    parts = [random.choice(FAMILY), random.choice(MIDDLE[sex]), random.choice(GIVEN[sex])]
    if random.random() < 0.08:
        parts.pop(1)
    return " ".join(parts)


def person(random: Random, *, child: bool = True) -> Person:
    sex = random.choice("fm")
    full = name(random, sex)
    year = random.randint(2008, 2016) if child else random.randint(1965, 1998)
    century = (2 if year >= 2000 else 0) + (1 if sex == "f" else 0)
    province = random.choice(["001", "017", "025", "031", "038", "048", "066", "079", "092", "096"])
    number = lambda size: "".join(random.choice("0123456789") for _place in range(size))  # noqa: E731
    village, commune = random.choice(VILLAGES), random.choice(COMMUNES)
    address = random.choice(
        [
            f"Thôn {village}, xã {commune}",
            f"Số {random.randint(2, 300)} đường {random.choice(STREETS)}, phường {commune}",
            f"Tổ {random.randint(1, 20)}, phường {commune}, tỉnh Hòa Sơn",
            f"{random.randint(1, 90)}/{random.randint(1, 20)} {random.choice(STREETS)}, P. {commune}",
            f"Bản {village}, xã {commune}, tỉnh Hòa Sơn",
        ]
    )
    return Person(
        name=full,
        sex="Nữ" if sex == "f" else "Nam",
        day=random.randint(1, 28),
        month=random.randint(1, 12),
        year=year,
        identity=f"{province}{century}{year % 100:02}{number(6)}",
        phone=random.choice(["091", "098", "035", "070", "083", "056"]) + number(7),
        email=f"{bare(full).replace(' ', '').lower()}{number(2)}@{random.choice(['gmail.com', 'yahoo.com', 'outlook.com'])}",
        address=address,
        people=random.choice(PEOPLES),
        religion=random.choice(RELIGIONS[1:]),
        illness=random.choice(ILLNESSES),
        disability=random.choice(DISABILITIES),
        bank=number(random.choice([10, 13, 14])),
        insurance=number(10),
        tax="8" + number(9),
        debt=f"{random.randint(2, 30) * 100},000".replace(",", "."),
        form=f"{random.randint(6, 9)}{random.choice('ABCD')}",
    )


def people(random: Random, count: int = 0, *, child: bool = True) -> list[Person]:
    return [person(random, child=child) for _number in range(count or random.randint(6, 35))]
