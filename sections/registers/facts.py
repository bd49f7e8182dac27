"""Facts of a record as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Kind = Literal[
    "text", "day", "moment", "number", "money", "percent", "link", "mail", "badge", "lines", "page"
]


@dataclass(frozen=True)
class Fact:
    """`value` by `kind`: ``day`` a date; ``moment`` a date with time; ``number`` a number; ``money`` an amount in đồng;
    ``percent`` a number; ``link`` an address, with `text` or itself as its words; ``page`` a page; ``badge`` {text, tone};
    ``lines`` a list of texts."""

    label: str | Promise
    value: Any
    kind: Kind = "text"
    text: str | Promise = ""


def known(facts: Iterable[Fact]) -> list[Fact]:
    """Those that say something; amounts as the language writes them."""
    return [_written(fact) for fact in facts if fact.value not in (None, "", [])]


def _written(fact: Fact) -> Fact:
    if fact.kind == "money":
        return Fact(fact.label, money(fact.value))
    if fact.kind == "percent":
        return Fact(fact.label, _("%(number)s%%") % {"number": number_format(fact.value)})
    if fact.kind == "number":
        return Fact(fact.label, number_format(fact.value, force_grouping=True))
    return fact


def money(amount: int | None) -> str:
    """An amount in đồng as the language writes it."""
    if amount is None:
        return ""
    return _("%(amount)s đồng") % {"amount": number_format(amount, use_l10n=True, force_grouping=True)}


def rate(part: int | None, whole: int | None) -> Decimal | None:
    """Per cent with two decimals, halves rounded up; None where one of the figures is missing or there is nothing to divide."""
    if part is None or not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
