"""Which regulations an institution issues and what each must contain: data with its legal source and validity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language

from editorial.regulations.composing import Article
from editorial.regulations.facts import FactReader
from editorial.regulations.text import email_en, email_vi, personal_en, personal_vi, website_en, website_vi

Writer = Callable[[FactReader], dict[str, list[Article]]]

CIRCULAR_37 = ("Thông tư số 37/2020/TT-BGDĐT", "circular 37/2020/TT-BGDĐT")
CIRCULAR_25 = ("Thông tư số 25/2010/TT-BTTTT", "circular 25/2010/TT-BTTTT")


@dataclass(frozen=True, kw_only=True)
class Category:
    """One chapter. `reference` is what asks for it; empty for the chapters around those that the law names."""

    key: str
    title_vi: str
    title_en: str
    reference_vi: str = ""
    reference_en: str = ""

    def title(self, language: str | None = None) -> str:
        return self.title_en if (language or get_language()) == "en" else self.title_vi

    @property
    def reference(self) -> str:
        return self.reference_en if get_language() == "en" else self.reference_vi


@dataclass(frozen=True, kw_only=True)
class RegulationKind:
    """`facts`: what its text says, as whole sources or single facts. `writers`: language → the words of its chapters.

    `valid_to` is the first day on which the law no longer asks for it.
    """

    code: str
    slug: str
    subject_vi: str
    subject_en: str
    reference_vi: str
    reference_en: str
    categories: tuple[Category, ...]
    facts: frozenset[str]
    writers: dict[str, Writer]
    valid_from: date
    valid_to: date | None = None
    grounds_vi: tuple[str, ...] = field(default=())
    grounds_en: tuple[str, ...] = field(default=())

    def in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)

    def subject(self, language: str | None = None) -> str:
        return self.subject_en if (language or get_language()) == "en" else self.subject_vi

    def grounds(self, language: str) -> tuple[str, ...]:
        return self.grounds_en if language == "en" else self.grounds_vi

    @property
    def label(self) -> str:
        """Its short name in the language of the reader."""
        return f"Regulation {self.subject_en}" if get_language() == "en" else f"Quy chế {self.subject_vi}"

    @property
    def reference(self) -> str:
        return self.reference_en if get_language() == "en" else self.reference_vi


def _point(letter: str, article: str, circular: tuple[str, str], english_letter: str = "") -> dict[str, str]:
    clause, _, number = article.partition("/")
    return {
        "reference_vi": f"điểm {letter} khoản {clause} Điều {number} {circular[0]}",
        "reference_en": f"point {english_letter or letter}, clause {clause}, article {number} of {circular[1]}",
    }


def _article(number: str, circular: tuple[str, str]) -> dict[str, str]:
    return {
        "reference_vi": f"Điều {number} {circular[0]}",
        "reference_en": f"article {number} of {circular[1]}",
    }


def _general() -> Category:
    return Category(key="general", title_vi="Quy định chung", title_en="General provisions")


def _final() -> Category:
    return Category(key="final", title_vi="Tổ chức thực hiện", title_en="Implementation")


WEBSITE = RegulationKind(
    code="website",
    slug="trang-thong-tin-dien-tu",
    subject_vi="quản lý, vận hành và sử dụng trang thông tin điện tử",
    subject_en="on the management, operation and use of the website",
    reference_vi="khoản 2 Điều 11 Thông tư số 37/2020/TT-BGDĐT",
    reference_en="clause 2, article 11 of circular 37/2020/TT-BGDĐT",
    categories=(
        _general(),
        Category(
            key="a",
            title_vi="Nội dung thông tin đăng tải",
            title_en="Contents of the website",
            **_point("a", "2/11", CIRCULAR_37),
        ),
        Category(
            key="b",
            title_vi="Quy trình tiếp nhận, xử lý, biên tập, cập nhật thông tin",
            title_en="Receiving, processing, editing and updating information",
            **_point("b", "2/11", CIRCULAR_37),
        ),
        Category(
            key="c",
            title_vi="Thời hạn cung cấp, cập nhật thông tin",
            title_en="Deadlines for providing and updating information",
            **_point("c", "2/11", CIRCULAR_37),
        ),
        Category(
            key="d",
            title_vi="Trách nhiệm cung cấp, tổng hợp, thẩm định, phê duyệt thông tin",
            title_en="Responsibilities for providing, appraising and approving information",
            **_point("d", "2/11", CIRCULAR_37),
        ),
        Category(
            key="dd",
            title_vi="Trách nhiệm quản lý, vận hành kỹ thuật",
            title_en="Responsibilities for technical management and operation",
            **_point("đ", "2/11", CIRCULAR_37, "dd"),
        ),
        Category(
            key="e",
            title_vi="Chế độ làm việc của Ban biên tập",
            title_en="Working regime of the board of editors",
            **_point("e", "2/11", CIRCULAR_37),
        ),
        Category(
            key="privacy",
            title_vi="Bảo vệ thông tin cá nhân",
            title_en="Protection of personal information",
            **_article("10", CIRCULAR_25),
        ),
        _final(),
    ),
    facts=frozenset(
        {
            "institution.name",
            "institution.address",
            "institution.phone",
            "institution.email",
            "institution.complaints_email",
            "institution.head",
            "institution.site",
            "institution.mode",
            "institution.provider",
            "board",
            "chain",
            "sections",
            "upkeep.department",
            "upkeep.contact",
            "upkeep.meetings",
            "upkeep.news_days",
            "upkeep.answer_days",
            "upkeep.plan",
            "upkeep.plan_review",
            "notice",
        }
    ),
    writers={"vi": website_vi.chapters, "en": website_en.chapters},
    valid_from=date(2020, 11, 20),
    grounds_vi=(
        "Thông tư số 37/2020/TT-BGDĐT của Bộ trưởng Bộ Giáo dục và Đào tạo quy định về hoạt động và sử dụng thư điện tử "
        "và trang thông tin điện tử trong ngành giáo dục",
        "Thông tư số 25/2010/TT-BTTTT của Bộ trưởng Bộ Thông tin và Truyền thông về thu thập, sử dụng, chia sẻ, bảo đảm an "
        "toàn và bảo vệ thông tin cá nhân trên trang thông tin điện tử của cơ quan nhà nước",
        "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15",
    ),
    grounds_en=(
        "Circular 37/2020/TT-BGDĐT of the Minister of Education and Training on operation and use of e-mail and websites",
        "Circular 25/2010/TT-BTTTT of the Minister of Information and Communications on personal information on websites "
        "of state agencies",
        "Law 91/2025/QH15 on Personal Data Protection",
    ),
)

EMAIL = RegulationKind(
    code="email",
    slug="thu-dien-tu",
    subject_vi="quản lý, vận hành và sử dụng thư điện tử",
    subject_en="on the management, operation and use of e-mail",
    reference_vi="khoản 4 Điều 4 Thông tư số 37/2020/TT-BGDĐT",
    reference_en="clause 4, article 4 of circular 37/2020/TT-BGDĐT",
    categories=(
        _general(),
        Category(
            key="a",
            title_vi="Cung cấp và quản trị thư điện tử",
            title_en="Provision and administration of e-mail",
            **_point("a", "4/4", CIRCULAR_37),
        ),
        Category(
            key="b",
            title_vi="Sử dụng thư điện tử trong điều hành, tác nghiệp",
            title_en="Use of e-mail in operation and business",
            **_point("b", "4/4", CIRCULAR_37),
        ),
        Category(
            key="c",
            title_vi="Chế độ kiểm tra, xử lý thông tin qua thư điện tử hằng ngày",
            title_en="Daily examination and processing of information by e-mail",
            **_point("c", "4/4", CIRCULAR_37),
        ),
        Category(
            key="d",
            title_vi="Trách nhiệm thiết lập, duy trì, sử dụng và bảo mật tài khoản",
            title_en="Responsibilities for setting up, maintaining, using and securing accounts",
            **_point("d", "4/4", CIRCULAR_37),
        ),
        _final(),
    ),
    facts=frozenset(
        {
            "institution.name",
            "institution.email",
            "institution.complaints_email",
            "institution.opening_hours",
            "upkeep.mail_contact",
            "upkeep.mail_domain",
            "upkeep.mail_service",
            "upkeep.answer_days",
        }
    ),
    writers={"vi": email_vi.chapters, "en": email_en.chapters},
    valid_from=date(2020, 11, 20),
    grounds_vi=WEBSITE.grounds_vi[:1],
    grounds_en=WEBSITE.grounds_en[:1],
)

PERSONAL = RegulationKind(
    code="personal",
    slug="bao-ve-thong-tin-ca-nhan",
    subject_vi="bảo đảm an toàn và bảo vệ thông tin cá nhân trên trang thông tin điện tử",
    subject_en="on securing and protecting personal information on the website",
    reference_vi="Điều 9 và Điều 10 Thông tư số 25/2010/TT-BTTTT",
    reference_en="articles 9 and 10 of circular 25/2010/TT-BTTTT",
    categories=(
        _general(),
        Category(
            key="handling",
            title_vi="Thu thập, sử dụng, chia sẻ thông tin cá nhân",
            title_en="Collection, use and sharing of personal information",
            **_article("10", CIRCULAR_25),
        ),
        Category(
            key="measures",
            title_vi="Biện pháp bảo đảm an toàn và lưu trữ",
            title_en="Security measures and storage",
            reference_vi="Điều 12 và Điều 13 Thông tư số 25/2010/TT-BTTTT",
            reference_en="articles 12 and 13 of circular 25/2010/TT-BTTTT",
        ),
        Category(
            key="supervision",
            title_vi="Kiểm tra, đánh giá, giám sát",
            title_en="Inspection, assessment and supervision",
            reference_vi="khoản 3 Điều 10 và Điều 15 Thông tư số 25/2010/TT-BTTTT",
            reference_en="clause 3, article 10 and article 15 of circular 25/2010/TT-BTTTT",
        ),
        Category(
            key="duties",
            title_vi="Trách nhiệm của đơn vị, cá nhân",
            title_en="Responsibilities",
            reference_vi="Điều 16 và Điều 17 Thông tư số 25/2010/TT-BTTTT",
            reference_en="articles 16 and 17 of circular 25/2010/TT-BTTTT",
        ),
        _final(),
    ),
    facts=frozenset({"institution.name", "institution.provider", "upkeep.contact", "notice", "purposes"}),
    writers={"vi": personal_vi.chapters, "en": personal_en.chapters},
    valid_from=date(2011, 1, 1),
    grounds_vi=WEBSITE.grounds_vi[1:],
    grounds_en=WEBSITE.grounds_en[1:],
)

KINDS: dict[str, RegulationKind] = {kind.code: kind for kind in (WEBSITE, EMAIL, PERSONAL)}


def kinds_in_force(on: date | None = None) -> list[RegulationKind]:
    """The regulations that the law asks for on a day (today)."""
    day = on or timezone.localdate()
    return [kind for kind in KINDS.values() if kind.in_force(day)]


def kind_by_slug(slug: str) -> RegulationKind | None:
    return next((kind for kind in KINDS.values() if kind.slug == slug), None)
