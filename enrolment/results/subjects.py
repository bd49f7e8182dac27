"""Subjects of examinations as data: the two programmes that stand side by side since 2025.

An examination names a scheme, or lists subjects of its own; what it used is kept with each version of its results. Steps are
those in which official results of 2016–2026 come, appeals included.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from enrolment.choices import Scheme, SubjectKind


@dataclass(frozen=True)
class Subject:
    """`headings`: what a column of a list may be called, besides `code` and the names. Scores are multiples of `step` between
    `minimum` and `maximum`."""

    code: str
    name: str
    name_en: str
    scheme: str = Scheme.OWN
    headings: tuple[str, ...] = ()
    kind: str = SubjectKind.SCORE
    minimum: str = "0"
    maximum: str = "10"
    step: str = "0.05"

    def as_data(self) -> dict[str, Any]:
        return asdict(self) | {
            "headings": list(self.headings),
            "scheme": str(self.scheme),
            "kind": str(self.kind),
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Subject:
        return cls(**data | {"headings": tuple(data["headings"])})

    def label(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name


_COMMON = (
    ("toan", "Toán", "Mathematics", ("Toan", "Môn Toán")),
    ("van", "Ngữ văn", "Literature", ("Van", "Văn", "NguVan", "Ngu van")),
    ("ngoai_ngu", "Ngoại ngữ", "Foreign language", ("NgoaiNgu", "Ngoai ngu", "Tiếng Anh", "Anh")),
    ("li", "Vật lí", "Physics", ("Ly", "VatLy", "Vật lý", "Lý", "Lí")),
    ("hoa", "Hóa học", "Chemistry", ("HoaHoc", "Hóa", "Hoá học")),
    ("sinh", "Sinh học", "Biology", ("SinhHoc", "Sinh")),
    ("su", "Lịch sử", "History", ("LichSu", "Sử")),
    ("dia", "Địa lí", "Geography", ("DiaLy", "Địa lý", "Địa")),
)
_NEW = (
    ("tin_hoc", "Tin học", "Informatics", ("TinHoc", "Tin")),
    ("cn_cong_nghiep", "Công nghệ công nghiệp", "Technology – industry", ("CongNgheCongNghiep", "CNCN")),
    ("cn_nong_nghiep", "Công nghệ nông nghiệp", "Technology – agriculture", ("CongNgheNongNghiep", "CNNN")),
    (
        "gdkt_pl",
        "Giáo dục kinh tế và pháp luật",
        "Economics and law",
        ("KinhTePhapLuat", "GDKTPL", "Kinh tế và pháp luật"),
    ),
)
_OLD = (("gdcd", "Giáo dục công dân", "Civic education", ("GIAO_DUC_CONG_DAN", "GDCD")),)
_LANGUAGE = Subject(
    "ma_mon_ngoai_ngu",
    "Mã môn ngoại ngữ",
    "Code of the foreign language",
    Scheme.BOTH,
    ("MaMonNgoaiNgu",),
    SubjectKind.TEXT,
)


def _made(rows: Iterable[tuple], scheme: str, step: str) -> tuple[Subject, ...]:
    return tuple(
        Subject(code, name, english, scheme, headings, step=step) for code, name, english, headings in rows
    )


PRESETS: dict[str, tuple[Subject, ...]] = {
    Scheme.NEW: (*_made((*_COMMON, *_NEW), Scheme.NEW, "0.01"), _LANGUAGE),
    Scheme.OLD: (*_made((*_COMMON, *_OLD), Scheme.OLD, "0.01"), _LANGUAGE),
    Scheme.BOTH: (
        *_made(_COMMON, Scheme.BOTH, "0.01"),
        *_made(_NEW, Scheme.NEW, "0.01"),
        *_made(_OLD, Scheme.OLD, "0.01"),
        _LANGUAGE,
    ),
    Scheme.OWN: (),
}
