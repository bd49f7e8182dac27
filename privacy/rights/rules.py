"""Periods within which requests are answered and carried out, and grounds on which one may be refused: data with source and
validity. A new decree is a further row; the earlier ones get their last day.

Days of carrying out are calendar days, counted from the day after the request came (civil code 91/2015/QH13, article 147). An
end on a day off is not moved on: the cautious reading. Only the reply is counted in working days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language

from privacy.calendar import add_working_days
from privacy.choices import RequestKind

K = RequestKind
DECREE = "Nghị định 356/2025/NĐ-CP, điều 5"
DECREE_EN = "Decree 356/2025/NĐ-CP, article 5"
EARLIER = "Nghị định 13/2023/NĐ-CP, điều 9, 14, 15 và 16"
EARLIER_EN = "Decree 13/2023/NĐ-CP, articles 9, 14, 15 and 16"


@dataclass(frozen=True, kw_only=True)
class RequestRule:
    """`days`: until it is carried out; `days_with_others`: where a processor or recipient has to act too; `extension_days`: at
    the most, once, with a reason."""

    code: str
    kinds: frozenset[str]
    days: int
    days_with_others: int
    extension_days: int
    citation: str
    citation_en: str
    reply_working_days: int = 2
    valid_from: date = date(2026, 1, 1)
    valid_to: date | None = None

    @property
    def local_citation(self) -> str:
        return self.citation_en if get_language() == "en" else self.citation

    @property
    def labels(self) -> list[str]:
        """The kinds of requests in words, in the order in which they are declared."""
        return [str(kind.label) for kind in RequestKind if kind in self.kinds]


RULES: tuple[RequestRule, ...] = (
    RequestRule(
        code="withdraw-2026",
        kinds=frozenset({K.WITHDRAW, K.UNSHARE, K.DROP, K.RESTRICT, K.OBJECT}),
        days=15,
        days_with_others=20,
        extension_days=15,
        citation=DECREE,
        citation_en=DECREE_EN,
    ),
    RequestRule(
        code="access-2026",
        kinds=frozenset({K.VIEW, K.COPY, K.CORRECT, K.ADD}),
        days=10,
        days_with_others=15,
        extension_days=10,
        citation=DECREE,
        citation_en=DECREE_EN,
    ),
    RequestRule(
        code="certify-2026",
        kinds=frozenset({K.CERTIFY, K.REGRANT}),
        days=10,
        days_with_others=15,
        extension_days=10,
        citation=f"{DECREE}; Thông tư 25/2010/TT-BTTTT, điều 7 và điều 8",
        citation_en=f"{DECREE_EN}; circular 25/2010/TT-BTTTT, articles 7 and 8",
    ),
    RequestRule(
        code="erase-2026",
        kinds=frozenset({K.ERASE}),
        days=20,
        days_with_others=30,
        extension_days=20,
        citation=f"{DECREE}; Luật 91/2025/QH15, điều 14",
        citation_en=f"{DECREE_EN}; law 91/2025/QH15, article 14",
    ),
    RequestRule(
        code="protect-2026",
        kinds=frozenset({K.PROTECT}),
        days=15,
        days_with_others=15,
        extension_days=15,
        citation=f"{DECREE}; Luật 91/2025/QH15, điều 4",
        citation_en=f"{DECREE_EN}; law 91/2025/QH15, article 4",
    ),
    RequestRule(
        code="complaint-2012",
        kinds=frozenset({K.COMPLAIN}),
        days=30,
        days_with_others=30,
        extension_days=15,
        citation="Luật Khiếu nại 02/2011/QH13, điều 27 và điều 28",
        citation_en="Law on complaints 02/2011/QH13, articles 27 and 28",
        valid_from=date(2012, 7, 1),
    ),
    RequestRule(
        code="decree-13-2023",
        kinds=frozenset(set(K) - {K.COMPLAIN}),
        days=3,
        days_with_others=3,
        extension_days=0,
        citation=EARLIER,
        citation_en=EARLIER_EN,
        valid_from=date(2023, 7, 1),
        valid_to=date(2025, 12, 31),
    ),
)
"""The 72 hours of decree 13/2023 are three days. A complaint: thirty days for an ordinary one, forty-five for a complicated one
(article 28); they are counted from the day it came, although the law counts from its acceptance. The reply within two working
days is stricter than the ten days of article 27."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Why a request may be refused; `kinds` empty: any."""

    code: str
    text: str
    text_en: str
    citation: str
    citation_en: str
    kinds: frozenset[str] = frozenset()
    valid_from: date = date(2026, 1, 1)
    valid_to: date | None = None

    @property
    def local_text(self) -> str:
        return self.text_en if get_language() == "en" else self.text

    @property
    def local_citation(self) -> str:
        return self.citation_en if get_language() == "en" else self.citation


LAW_4, LAW_4_EN = "Luật 91/2025/QH15, điều 4", "Law 91/2025/QH15, article 4"
GROUNDS: tuple[Ground, ...] = (
    Ground(
        code="identity",
        text="Người yêu cầu không chứng minh được mình là chủ thể của thông tin hoặc người đại diện hợp pháp",
        text_en="Who asks has not shown to be the person concerned or the legal representative",
        citation=LAW_4,
        citation_en=LAW_4_EN,
    ),
    Ground(
        code="not-held",
        text="Đơn vị không lưu giữ thông tin được yêu cầu",
        text_en="The institution does not hold what is asked for",
        citation=LAW_4,
        citation_en=LAW_4_EN,
    ),
    Ground(
        code="duty",
        text="Pháp luật buộc đơn vị tiếp tục xử lý hoặc lưu giữ thông tin này",
        text_en="A law obliges the institution to go on using or keeping it",
        citation="Luật 91/2025/QH15, điều 19",
        citation_en="Law 91/2025/QH15, article 19",
        kinds=frozenset({K.WITHDRAW, K.UNSHARE, K.DROP, K.ERASE, K.RESTRICT, K.OBJECT}),
    ),
    Ground(
        code="hold",
        text="Cơ quan có thẩm quyền yêu cầu giữ lại để giải quyết vụ việc",
        text_en="A competent agency has ordered that it is kept for a case",
        citation="Luật 91/2025/QH15, điều 14 và điều 19",
        citation_en="Law 91/2025/QH15, articles 14 and 19",
        kinds=frozenset({K.DROP, K.ERASE, K.CORRECT}),
    ),
    Ground(
        code="others",
        text="Thực hiện yêu cầu sẽ xâm phạm quyền, lợi ích hợp pháp của người khác",
        text_en="Carrying it out would harm rights and lawful interests of others",
        citation=LAW_4,
        citation_en=LAW_4_EN,
    ),
    Ground(
        code="no-address",
        text="Hồ sơ không có địa chỉ thư điện tử để gửi mã bí mật mới; người yêu cầu có thể nộp yêu cầu trực tiếp",
        text_en="The submission holds no e-mail address for a new secret code; the request can be made in person",
        citation="Thông tư 25/2010/TT-BTTTT, điều 7",
        citation_en="Circular 25/2010/TT-BTTTT, article 7",
        kinds=frozenset({K.REGRANT}),
        valid_from=date(2011, 1, 1),
    ),
)


def rule_for(kind: str, on: date) -> RequestRule:
    """The rule that holds for a kind of request on a day. Raises LookupError where no law gives one."""
    for rule in RULES:
        if kind in rule.kinds and rule.valid_from <= on and (rule.valid_to is None or on <= rule.valid_to):
            return rule
    raise LookupError(f"No rule is in force for {kind!r} on {on}.")


def first_day(kind: str) -> date:
    """From when on there is a rule for a kind of request."""
    return min(rule.valid_from for rule in RULES if kind in rule.kinds)


def rule_named(code: str) -> RequestRule:
    """Raises LookupError."""
    for rule in RULES:
        if rule.code == code:
            return rule
    raise LookupError(f"No rule is named {code!r}.")


def grounds_for(kind: str, on: date) -> list[Ground]:
    """What a request of that kind may be refused on, on a day."""
    return [
        ground
        for ground in GROUNDS
        if (not ground.kinds or kind in ground.kinds)
        and ground.valid_from <= on
        and (ground.valid_to is None or on <= ground.valid_to)
    ]


def ground_named(code: str) -> Ground | None:
    return next((ground for ground in GROUNDS if ground.code == code), None)


@dataclass(frozen=True)
class Deadlines:
    """Until when a request is answered and carried out."""

    reply_due: date
    fulfil_due: date


def deadlines(kind: str, received: date, *, has_third_party: bool = False) -> Deadlines:
    """What follows from the rule in force on the day a request came; one query.

    Around Tết the reply may be due later than the end, which stays as it is: then both are due on the earlier day.
    """
    rule = rule_for(kind, received)
    days = rule.days_with_others if has_third_party else rule.days
    end = received + timedelta(days=days)
    return Deadlines(min(add_working_days(received, rule.reply_working_days), end), end)


def latest_extension(rule: RequestRule, fulfil_due: date) -> date:
    """The last day to which the end may be put off."""
    return fulfil_due + timedelta(days=rule.extension_days)
