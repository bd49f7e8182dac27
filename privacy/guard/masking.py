"""Masked forms of what identifies people: “Nguyễn V. A”, “****1234”."""

from __future__ import annotations

import re

from privacy.guard.findings import Detail

__all__ = ["mask_name", "mask_text", "mask_value"]

STARS = "****"
_PART = re.compile(r"[^\W_]+", re.UNICODE)


def mask_name(name: str) -> str:
    """Family name, first letters of what follows: “Nguyễn V. A”."""
    words = name.split()
    if len(words) < 2:
        return f"{words[0][0]}." if words else ""
    middle = " ".join(f"{word[0].upper()}." for word in words[1:-1])
    return " ".join(part for part in (words[0], middle, words[-1][0].upper()) if part)


def mask_value(detail: str, value: str) -> str:
    """What is left of a particular: the last four digits of a number, the domain of an address, nothing else."""
    digits = re.sub(r"\D", "", value)
    if (
        detail in (Detail.IDENTITY, Detail.PHONE, Detail.INSURANCE, Detail.TAX, Detail.BANK)
        and len(digits) >= 7
    ):
        return f"{STARS}{digits[-4:]}"
    if detail == Detail.EMAIL and "@" in value:
        return f"{STARS}@{value.rpartition('@')[2]}"
    if detail == Detail.BIRTH:
        years = re.findall(r"(?:19|20)\d{2}", value)
        return f"**/**/{years[0]}" if years else STARS
    return STARS


def mask_text(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text with the spans (start, end, replacement) replaced."""
    for start, end, replacement in sorted(spans, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text
