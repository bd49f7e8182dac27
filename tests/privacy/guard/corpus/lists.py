"""More than two hundred lists that must not be published, in the layouts in which schools make them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from random import Random

from tests.privacy.guard.corpus import writers
from tests.privacy.guard.corpus.people import Person, bare, people

File = tuple[str, bytes]
HEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PAIRS: dict[str, Callable[[Person], object]] = {
    "Ngày sinh": lambda p: p.born,
    "Ngày, tháng, năm sinh": lambda p: p.born,
    "NS": lambda p: p.born,
    "Năm sinh": lambda p: str(p.year),
    "Số CCCD": lambda p: p.identity,
    "Mã định danh cá nhân": lambda p: p.identity,
    "Số điện thoại": lambda p: p.phone,
    "SĐT phụ huynh": lambda p: f"{p.phone[:4]} {p.phone[4:7]} {p.phone[7:]}",
    "ĐT di động": lambda p: "+84" + p.phone[1:],
    "Email": lambda p: p.email,
    "Địa chỉ": lambda p: p.address,
    "Nơi thường trú": lambda p: p.address,
    "Số tài khoản": lambda p: p.bank,
    "Mã số BHXH": lambda p: p.insurance,
    "Mã số thuế cá nhân": lambda p: p.tax,
    "Dân tộc": lambda p: p.people,
    "Tôn giáo": lambda p: p.religion,
    "Tình trạng sức khỏe": lambda p: p.illness,
    "Dạng khuyết tật": lambda p: p.disability,
    "Hộ nghèo": lambda p: "x",
    "Hoàn cảnh gia đình": lambda p: "Hộ cận nghèo" if p.day % 2 else "Mồ côi cha",
    "Còn nợ học phí (đồng)": lambda p: p.debt,
}


def plain(random: Random, header: str, *, child: bool = True, numbered: bool = True) -> list[list[object]]:
    rows = people(random, child=child)
    head = ["STT", "Họ và tên", "Lớp", header] if numbered else ["Họ tên", header]
    value = PAIRS[header]
    body = [
        [n, p.name, p.form, value(p)] if numbered else [p.name, value(p)] for n, p in enumerate(rows, start=1)
    ]
    return [head, *body]


def _simple(random: Random) -> Iterator[File]:
    """Each particular, in each format."""
    for number, header in enumerate(PAIRS):
        child = header not in ("Mã số thuế cá nhân", "Số tài khoản", "Mã số BHXH")
        yield f"don-gian-{number}.xlsx", writers.xlsx({"Sheet1": plain(random, header, child=child)})
        yield (
            f"don-gian-{number}.docx",
            writers.docx(*HEAD, "DANH SÁCH HỌC SINH", plain(random, header, child=child)),
        )
        separator = random.choice([",", ";", "\t"])
        rows = plain(random, header, child=child, numbered=number % 2 == 0)
        yield f"don-gian-{number}.csv", writers.csv(rows, separator=separator)
        if number % 2 == 0:
            table = plain(random, header, child=child)
            yield f"don-gian-{number}.pdf", writers.pdf("DANH SÁCH TRÍCH NGANG", table, ruled=number % 4 == 0)


def _titled(random: Random) -> list[list[object]]:
    rows = people(random)
    return [
        ["UBND XÃ HÒA SƠN", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", ""],
        ["TRƯỜNG THCS ĐỒI CHÈ", "", "", "Độc lập - Tự do - Hạnh phúc", "", ""],
        [],
        ["DANH SÁCH HỌC SINH DỰ THI NĂM HỌC 2026-2027"],
        ["(Kèm theo Kế hoạch số 12/KH-THCS ngày 05/09/2026)"],
        [],
        ["TT", "Thông tin học sinh", "", "", "Phụ huynh", ""],
        ["", "Họ và tên", "Ngày sinh", "Lớp", "Họ tên cha/mẹ", "Điện thoại"],
        *[[n, p.name, p.born, p.form, rows[-n].name, p.phone] for n, p in enumerate(rows, start=1)],
        [],
        ["", "", "", "HIỆU TRƯỞNG"],
    ]


def _split(random: Random) -> list[list[object]]:
    rows = people(random)
    return [
        ["STT", "Họ và tên đệm", "Tên", "Ngày", "Tháng", "Năm sinh"],
        *[[n, p.family_part, p.given, p.day, p.month, p.year] for n, p in enumerate(rows, start=1)],
    ]


def _merged_name(random: Random) -> list[list[object]]:
    rows = people(random)
    return [
        ["STT", "Họ và tên", "", "Ngày sinh", "Nơi sinh"],
        *[[n, p.family_part, p.given, p.born, "Hòa Sơn"] for n, p in enumerate(rows, start=1)],
    ]


def _dates_in_parts(random: Random) -> list[list[object]]:
    rows = people(random)
    return [
        ["STT", "Họ và tên", "Ngày sinh", "", ""],
        ["", "", "Ngày", "Tháng", "Năm"],
        *[[n, p.name, p.day, p.month, p.year] for n, p in enumerate(rows, start=1)],
    ]


def _bare(random: Random) -> list[list[object]]:
    rows = people(random)
    return [
        ["STT", "HO VA TEN", "NGAY SINH", "DIA CHI", "SDT"],
        *[[n, bare(p.name), p.born, bare(p.address), p.phone] for n, p in enumerate(rows, start=1)],
    ]


def _capitals(random: Random) -> list[list[object]]:
    return [
        ["SBD", "HỌ VÀ TÊN", "SỐ CCCD"],
        *[[f"HS{n:04}", p.name.upper(), p.identity] for n, p in enumerate(people(random))],
    ]


def _no_header(random: Random) -> list[list[object]]:
    return [[n, p.name, p.born, p.form, p.phone] for n, p in enumerate(people(random), start=1)]


def _real_dates(random: Random) -> list[list[object]]:
    return [
        ["Họ tên", "Sinh ngày", "Giới tính"],
        *[[p.name, datetime.date(p.year, p.month, p.day), p.sex] for p in people(random)],
    ]


def _lost_zeros(random: Random) -> list[list[object]]:
    return [
        ["TT", "Tên học sinh", "SĐT", "CCCD"],
        *[[n, p.name, int(p.phone), int(p.identity)] for n, p in enumerate(people(random), start=1)],
    ]


def _beside(random: Random) -> list[list[object]]:
    left, right = people(random, 12), people(random, 12)
    return [
        ["STT", "Họ và tên", "Ngày sinh", "", "STT", "Họ và tên", "Ngày sinh"],
        *[
            [n, a.name, a.born, "", n + 12, b.name, b.born]
            for n, (a, b) in enumerate(zip(left, right, strict=True), start=1)
        ],
    ]


def _one_cell(random: Random) -> list[list[object]]:
    return [[f"{n}. {p.name} - {p.born} - ĐT: {p.phone}"] for n, p in enumerate(people(random), start=1)]


def _turned(random: Random) -> list[list[object]]:
    rows = people(random, 8)
    return [
        ["Họ và tên", *[p.name for p in rows]],
        ["Ngày sinh", *[p.born for p in rows]],
        ["Điện thoại", *[p.phone for p in rows]],
    ]


def _below_statistics(random: Random) -> list[list[object]]:
    counts = [[form, random.randint(28, 45), random.randint(0, 4)] for form in ("6A", "6B", "7A", "7B", "8A")]
    return [["Lớp", "Sĩ số", "Số hộ nghèo"], *counts, [], ["Trong đó:"], *plain(random, "Địa chỉ")]


def _notes(random: Random) -> list[list[object]]:
    return [
        ["STT", "Họ và tên", "Lớp", "Ghi chú"],
        *[
            [n, p.name, p.form, random.choice(["Con hộ nghèo", p.disability, "Còn nợ 250.000", "Mồ côi mẹ"])]
            for n, p in enumerate(people(random), start=1)
        ],
    ]


TABLES = (
    _titled, _split, _merged_name, _dates_in_parts, _bare, _capitals, _no_header, _real_dates, _lost_zeros, _beside, _one_cell,
    _turned, _below_statistics, _notes,
)  # fmt: skip


def _shown(rows: list[list[object]]) -> list[list[object]]:
    return [[f"{v:%d/%m/%Y}" if isinstance(v, datetime.date) else v for v in row] for row in rows]


def _layouts(random: Random) -> Iterator[File]:
    for number, make in enumerate(TABLES):
        name = make.__name__.strip("_")
        merged = ("D7:E7",) if make is _titled else ()
        yield f"{name}.xlsx", writers.xlsx({"Danh sách": make(random)}, merged=merged)
        yield f"{name}-2.xlsx", writers.xlsx({"Bìa": [["Hồ sơ tuyển sinh"]], "DS": make(random)})
        if make is not _lost_zeros:
            yield f"{name}.docx", writers.docx(*HEAD, _shown(make(random)))
            yield f"{name}.csv", writers.csv(_shown(make(random)), separator=";" if number % 2 else ",")
        if number % 2 == 0 and make is not _lost_zeros:
            yield f"{name}.pdf", writers.pdf("DANH SÁCH", _shown(make(random)), ruled=number % 4 == 0)
        if number % 3 == 0:
            yield f"{name}.ods", writers.ods(_shown(make(random)))
            yield f"{name}.odt", writers.odt("Danh sách", _shown(make(random)))


def _books(random: Random) -> Iterator[File]:
    few = {f"Tổ {n}": plain(random, "Ngày sinh")[:4] for n in range(1, 5)}
    yield "nhieu-to.xlsx", writers.xlsx(few)
    yield (
        "trang-an.xlsx",
        writers.xlsx(
            {"Thống kê": [["Lớp", "Sĩ số"], ["6A", 40]], "Gốc": plain(random, "Số CCCD")},
            hidden_sheets=("Gốc",),
        ),
    )
    yield "cot-an.xlsx", writers.xlsx({"DS": plain(random, "Số điện thoại")}, hidden_columns=("D",))
    shifted = [[], [], *[["", "", "", *row] for row in plain(random, "Ngày sinh")]]
    yield "lech.xlsx", writers.xlsx({"DS": shifted})
    for sheet in ("Hộ nghèo", "HS khuyết tật", "Nợ học phí", "Miễn giảm học phí"):
        rows = [
            ["STT", "Họ và tên", "Lớp"],
            *[[n, p.name, p.form] for n, p in enumerate(people(random), start=1)],
        ]
        title = {
            "Hộ nghèo": "DANH SÁCH HỌC SINH THUỘC HỘ NGHÈO",
            "HS khuyết tật": "Danh sách học sinh khuyết tật học hòa nhập",
            "Nợ học phí": "DANH SÁCH HỌC SINH CÒN NỢ HỌC PHÍ HỌC KỲ I",
            "Miễn giảm học phí": "Danh sách học sinh được miễn, giảm học phí",
        }[sheet]
        yield f"tieu-de-{len(sheet)}.xlsx", writers.xlsx({"Sheet1": [[title], [], *rows]})
        yield f"tieu-de-{len(sheet)}.docx", writers.docx(title, rows)
        yield f"tieu-de-{len(sheet)}.pdf", writers.pdf(title, rows)


def _sentences(random: Random) -> Iterator[str]:
    for p in people(random, random.randint(6, 14)):
        yield random.choice(
            [
                f"Em {p.name}, sinh ngày {p.born}, học sinh lớp {p.form}, trú tại {p.address}.",
                f"{p.name} (sinh năm {p.year}, điện thoại {p.phone})",
                f"Ông/bà {p.name}, CCCD số {p.identity}, thường trú tại {p.address}",
                f"{p.name} - {p.born} - lớp {p.form} - {p.phone}",
                f"Cháu {p.name}, sinh {p.born}, dân tộc {p.people}",
            ]
        )


def _texts(random: Random) -> Iterator[File]:
    lead = "Nhà trường thông báo danh sách học sinh được hỗ trợ như sau:"
    for number in range(6):
        lines = [f"{n}. {line}" for n, line in enumerate(_sentences(random), start=1)]
        yield f"van-ban-{number}.docx", writers.docx(*HEAD, lead, *lines, "Trân trọng.")
        yield f"van-ban-{number}.txt", "\n".join([lead, *_sentences(random)]).encode()
        yield f"mot-doan-{number}.docx", writers.docx(lead + " " + "; ".join(_sentences(random)) + ".")
        if number < 4:
            yield f"van-ban-{number}.pdf", writers.pdf(lead, *lines)
    for number in range(4):
        lines = []
        for p in people(random, 7):
            lines += [f"Họ và tên: {p.name}", f"Ngày sinh: {p.born}", f"Số CCCD: {p.identity}", ""]
        yield f"phieu-{number}.docx", writers.docx("HỒ SƠ", *lines)
        yield f"phieu-{number}.txt", "\n".join(lines).encode("utf-16")


def _encodings(random: Random) -> Iterator[File]:
    yield "utf16.csv", writers.csv(plain(random, "Ngày sinh"), encoding="utf-16", separator="\t")
    yield "utf16le.csv", writers.csv(plain(random, "Số điện thoại"), encoding="utf-16-le", separator=";")
    yield "utf8.csv", writers.csv(plain(random, "Địa chỉ"), encoding="utf-8")
    for number in range(3):
        yield f"tcvn3-{number}.csv", tcvn3(writers.csv(plain(random, "Ngày sinh"), encoding="utf-8").decode())
        sheet = [[tcvn3(str(v)).decode("latin-1") for v in row] for row in plain(random, "Ngày sinh")]
        yield f"tcvn3-{number}.xlsx", writers.xlsx({"Sheet1": sheet})


_OLD = dict(
    zip(
        "ÂÊÔàáâãèéêìíòóôõùúýĂĐƠƯăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "¢£¤µ¸©·ÌÐª×Ýßã«âïóý¡§¥¦¨®Üò¬\u00ad¹¶ÊÇÈÉË¾»¼½ÆÑÎÏÕÒÓÔÖØÞäáèåæçéíêëìîôñøõö÷ùúþûü",
        strict=True,
    )
)


def tcvn3(text: str) -> bytes:
    """Text as it was stored for the fonts of before Unicode."""
    return "".join(_OLD.get(letter, letter) for letter in text).encode("latin-1", "replace")


def seeded_lists(seed: int = 2026) -> list[File]:
    random = Random(seed)
    found: list[File] = []
    for make in (_simple, _layouts, _books, _texts, _encodings):
        found += list(make(random))
    return found
