"""What the headers of columns say, in all the shorthand of school lists, with and without diacritics."""

from __future__ import annotations

import re
from functools import lru_cache

from common.text import fold
from privacy.guard.findings import Detail

__all__ = ["FAMILY", "GIVEN", "NAME", "ORGANISATION", "OTHER", "Label", "label_of", "title_details"]

NAME, FAMILY, GIVEN, ORGANISATION, OFFICE, OTHER, NUMBER = (
    "name",
    "family",
    "given",
    "organisation",
    "office",
    "other",
    "number",
)
Label = str
"""One of the words above, or a value of `Detail`."""


def _any(*patterns: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_OFFICE = _any(
    r"co quan",
    r"van phong",
    r"noi bo",
    r"may le",
    r"may ban",
    r"ban cd",
    r"duong day nong",
    r"hotline",
    r"cong vu",
    r"fax",
    r"website",
    r"\bcq\b",
    r"\btruc\b",
    r"\bdon vi\b",
    r"\btruong\b",
    r"\bcty\b",
    r"cong ty",
)
_DETAILS: tuple[tuple[str, re.Pattern], ...] = (
    (
        Detail.BIRTH,
        _any(
            r"ngay ?,? ?thang ?,? ?nam ?sinh",
            r"ngay ?,? ?thang ?sinh",
            r"ng(ay|\.)? ?sinh",
            r"\bn\.? ?sinh",
            r"sinh ngay",
            r"nam sinh",
            r"sinh nam",
            r"^ns$",
            r"^ntns$",
            r"^nt?n?s\b",
            r"ntn ?sinh",
            r"^sinh$",
            r"\bdob\b",
            r"date of birth",
            r"birth ?day",
            r"birth ?date",
            r"^tuoi$",
        ),
    ),
    (
        Detail.IDENTITY,
        _any(
            r"\bcccd\b",
            r"\bcmnd\b",
            r"\bcmt(nd)?\b",
            r"can cuoc",
            r"chung minh",
            r"dinh danh",
            r"\bddcn\b",
            r"ho chieu",
            r"passport",
            r"^id ?card",
            r"so gttt",
            r"giay to tuy than",
        ),
    ),
    (Detail.BANK, _any(r"tai khoan", r"\bstk\b", r"so tk", r"bank account", r"\btk ngan hang")),
    (Detail.TAX, _any(r"ma so thue", r"\bmst\b", r"tax code")),
    (
        Detail.INSURANCE,
        _any(r"\bbhxh\b", r"\bbhyt\b", r"bao hiem", r"the bh", r"so so bh", r"ma bh", r"insurance"),
    ),
    (
        Detail.PHONE,
        _any(
            r"dien thoai",
            r"\bs?dt\b",
            r"so dt",
            r"di dong",
            r"\bdd\b",
            r"\bdtdd\b",
            r"\btel\b",
            r"phone",
            r"mobile",
            r"zalo",
            r"so lien (he|lac)",
            r"\bsdtlh\b",
            r"lien he$",
            r"d\. ?thoai",
            r"\bs[.]? ?d[.]? ?t\b",
        ),
    ),
    (Detail.EMAIL, _any(r"e-? ?mail", r"thu dien tu", r"^mail$", r"gmail")),
    (
        Detail.ADDRESS,
        _any(
            r"dia chi",
            r"noi (cu tru|o|thuong tru|tam tru|dk)",
            r"cho o",
            r"ho khau",
            r"\bhktt\b",
            r"thuong tru",
            r"tam tru",
            r"que quan",
            r"nguyen quan",
            r"cu tru",
            r"address",
            r"^d/?c$",
            r"thon[ /,-]*(xom|ban|to|ap)",
            r"so nha",
            r"^(thon|xom|ap|ban|to dan pho|khu pho)$",
        ),
    ),
    (
        Detail.FEES,
        _any(
            r"con no",
            r"no hoc phi",
            r"no phi",
            r"so tien (con )?(no|thieu)",
            r"chua (nop|dong)",
            r"con thieu",
            r"mien,? ?giam",
            r"mien hoc phi",
            r"giam hoc phi",
            r"muc (mien|giam|ho tro)",
            r"unpaid",
            r"no ky",
            r"cong no",
        ),
    ),
    (
        Detail.POVERTY,
        _any(
            r"ho ngheo",
            r"can ngheo",
            r"\bngheo\b",
            r"hoan canh",
            r"kho khan",
            r"mo coi",
            r"chinh sach",
            r"doi tuong uu tien",
            r"dien uu tien",
            r"\bhn\b",
            r"hn/cn",
            r"bao tro",
        ),
    ),
    (
        Detail.DISABILITY,
        _any(r"khuyet tat", r"tan tat", r"dang tat", r"\bkt\b hoa nhap", r"muc do kt", r"hskt"),
    ),
    (Detail.ETHNICITY, _any(r"dan toc", r"d\. ?toc", r"ethnic")),
    (Detail.RELIGION, _any(r"ton giao", r"religion")),
    (
        Detail.HEALTH,
        _any(
            r"suc khoe",
            r"benh",
            r"chan doan",
            r"di ung",
            r"nhom mau",
            r"tiem chung",
            r"can nang",
            r"chieu cao",
            r"\bbmi\b",
            r"\bhiv\b",
            r"thi luc",
            r"health",
            r"xet nghiem",
        ),
    ),
)
_ORGANISATION = _any(
    r"^(ten )?(truong|don vi|co so|co quan|nha thau|cong ty|doanh nghiep|nha cung cap|to chuc|chu dau tu|phong ban|noi dung)",
    r"^(ten )?(hang|mat hang|san pham|sach|tac pham|giai|de tai|mon|du an|goi thau|cong viec|chu de|bai|van ban)\b",
    r"^(ten )?(thiet bi|duong|xa|phuong|dia ban|to dan pho|thu tuc|tac gia|nha xuat ban|mon an|thuc don|hang hoa)\b",
    r"^(ten )?(hoc phan|linh vuc|chuong trinh|tieu chi|hoat dong|khoan|cau lac bo|clb)\b",
    r"dia diem",
    r"noi sinh",
    r"noi cap",
)
_FAMILY = _any(
    r"^ho$",
    r"^ho (va )?(ten )?(dem|lot)",
    r"^ho,? (va )?(chu |ten )?(lot|dem)",
    r"^ho ?dem$",
    r"^family name",
    r"^last name",
    r"^surname",
)
_GIVEN = _any(r"^ten$", r"^given name", r"^first name")
_NAME = _any(
    r"ho (va|&|,)? ?ten",
    r"ho,? ?(chu)? ?(dem|lot)?,? ?(va)? ten",
    r"^h(o)? ?(va|&) ?ten",
    r"^ho ?ten",
    r"full ?name",
    r"^name$",
    r"ten (hoc sinh|hs|thi sinh|sinh vien|tre|be|chau|gv|giao vien|nv|nhan vien|can bo|khach|chu ho|cha|me|bo|phu huynh|nguoi)",
    r"^(hoc sinh|hs|thi sinh|sinh vien|tre|giao vien|gv|gvcn|nhan vien|can bo|chu ho|phu huynh|ung vien|nguoi hoc)\b"
    r"(?!.*\b(so|tong|luong)\b)",
    r"^(cha|me|bo)\b",
    r"(ho ten|ten) (cha|me|bo)",
    r"hieu truong",
    r"nguoi (lien he|phu trach|dai dien|nhan|giam ho|thu huong|nop|mua|vay|lao dong)",
    r"dai dien",
    r"thu truong",
    r"student",
    r"^cong dan",
    r"ten va ho",
)
_PLAIN = _any(
    r"^(stt|tt|so tt|no|#)$",
    r"gioi tinh",
    r"^(nam|nu|lop|diem|ghi chu|xep loai|chuc vu|chuc danh|ky ten|chu ky|ngay|thang)$",
    r"^(ten )?(lop|khoi|phong thi|phong so)\b",
    r"^so,? ?ky hieu",
    r"(nguoi|ngay) ky$",
    r"trich yeu",
    r"^ngay (?!sinh)",
    r"^diem",
    r"^so (luong|bao danh|tien|hieu|tiet|van ban)",
    r"^(sbd|ma|gia|don gia|thanh tien|trinh do|chuyen mon|thoi gian|gio|tong)",
    r"ngay (ky|cap|ban hanh|truc|vao|nhan|hop|thi|lap|den|di|bat dau|ket thuc|hop dong|tuyen)",
)
_OFFICE_DETAILS = {Detail.PHONE, Detail.EMAIL, Detail.ADDRESS, Detail.TAX, Detail.BANK}
_SYMBOLS = re.compile(r"[*:_\"“”()\[\]{}|]+")


def label_of(text: str) -> Label | None:
    """What a header's text names, None where it is no known header."""
    if not text or len(text) > 90 or text[0].isdigit():
        return None
    return _label_of(text)


@lru_cache(maxsize=50_000)
def _label_of(text: str) -> Label | None:
    line = " ".join(_SYMBOLS.sub(" ", fold(text)).split())
    if not line or len(line) > 70:
        return None
    for pattern, label in ((_FAMILY, FAMILY), (_GIVEN, GIVEN)):
        if pattern.search(line):
            return label
    for detail, pattern in _DETAILS:
        if not pattern.search(line):
            continue
        if detail in _OFFICE_DETAILS and _OFFICE.search(line):
            return OFFICE
        if detail == Detail.POVERTY and re.search(r"so (luong|ho|hs|hoc sinh)|tong|ty le|%", line):
            return OTHER
        if re.match(r"^(so|tong|ty le|ti le|%|sl)\b.*(ho|hoc sinh|hs|tre|nguoi|em)\b", line):
            return OTHER
        return str(detail)
    if _NAME.search(line):
        return NAME
    if _ORGANISATION.search(line):
        return ORGANISATION
    if _PLAIN.search(line):
        return OTHER
    return None


_TITLED: tuple[tuple[str, re.Pattern], ...] = (
    (
        Detail.POVERTY,
        _any(
            r"(ho|dien|thuoc|thuoc dien) (can )?ngheo",
            r"hoan canh (dac biet )?kho khan",
            r"mo coi",
            r"(hs|hoc sinh|sinh vien|em|tre|tre em|gia dinh) (co )?(ho )?ngheo",
            r"ho tro chi phi hoc tap",
            r"ho tro (an trua|gao|tien an)",
            r"hoc bong.{0,30}(ngheo|kho khan|vuot kho)",
            r"bao tro xa hoi",
        ),
    ),
    (
        Detail.DISABILITY,
        _any(r"(hs|hoc sinh|tre|tre em|nguoi|sinh vien|em) (bi )?(khuyet tat|tan tat)", r"hoc hoa nhap"),
    ),
    (
        Detail.FEES,
        _any(
            r"(no|chua (nop|dong|hoan thanh)|thieu|cham nop) (tien )?(hoc phi|cac khoan|tien an|tien hoc|bao hiem)",
            r"mien,? ?giam hoc phi",
            r"(mien|giam) hoc phi",
        ),
    ),
    (
        Detail.HEALTH,
        _any(
            r"(mac|nhiem|bi) (benh|covid|hiv|sot|lao)",
            r"suy dinh duong",
            r"beo phi",
            r"kham suc khoe",
            r"ket qua xet nghiem",
            r"f0\b",
            r"benh (nen|man tinh|hiem ngheo)",
        ),
    ),
    (
        Detail.ETHNICITY,
        _any(
            r"(hs|hoc sinh|sinh vien|nguoi|tre|tre em|con em) (la )?(nguoi )?(dan toc|dtts)",
            r"dan toc thieu so",
        ),
    ),
    (Detail.RELIGION, _any(r"theo dao", r"tin do", r"co dao\b", r"ton giao")),
)
_HELPERS = _any(
    r"ung ho",
    r"tai tro",
    r"quyen gop",
    r"hao tam",
    r"giao vien",
    r"phan cong",
    r"to chuc, ca nhan",
    r"ban chi dao",
    r"hoi dong",
    r"doan kiem tra",
    r"tap huan",
    r"dai bieu",
    r"thanh vien",
    r"bao cao vien",
    r"to cong tac",
    r"thuc hien chinh sach",
    r"thong ke",
    r"so luong",
)


_MAY_SAY = re.compile(
    r"ngh[eè]o|kh[oó] kh[aă]n|m[oồ] c[oô]i|h[oỗ] tr[oợ]|b[aả]o tr[oợ]|t[aậ]t|h[oò]a nh[aậ]p|ph[ií]|kho[aả]n|ti[eề]n|b[eệ]nh|covid"
    r"|hiv|s[oố]t|lao|dinh d|kh[aá]m|x[eé]t nghi|f0|d[aâ]n t[oộ]c|dtts|đ?d?ạ?a?o |t[ií]n đ?d?|gi[aá]o",
    re.IGNORECASE,
)
"""A first look, cheaper than the whole."""


def title_details(text: str) -> frozenset[str]:
    """What the title of a list says of everybody in it: “Danh sách học sinh thuộc hộ nghèo”."""
    if not 5 < len(text) < 300 or text.upper() == text.lower() or not _MAY_SAY.search(text):
        return frozenset()
    line = fold(text)
    if _HELPERS.search(line):
        return frozenset()
    return frozenset(str(detail) for detail, pattern in _TITLED if pattern.search(line))
