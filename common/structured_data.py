"""Statements of schema.org on a work that somebody made: author, source, terms (W7.3)."""

from __future__ import annotations

from typing import Any

from common.text import clean_line

UNIT_WORDS = (
    "ban", "báo", "bộ", "câu lạc bộ", "chi bộ", "chi đoàn", "công đoàn", "công ty", "đoàn thanh niên", "đoàn tncs",
    "đoàn trường", "đội", "hội", "khoa", "liên đội", "lớp", "nhà trường", "nhóm", "phòng", "sở", "tạp chí", "thư viện", "tổ",
    "trung tâm", "trường", "ubnd", "ủy ban", "văn phòng", "viện",
)  # fmt: skip
"""First words of units as authors write them; everybody else is a person."""


def maker(name: str) -> dict[str, str]:
    """The person or unit of a name. One field takes both, so the first word has to tell."""
    words = clean_line(name).casefold() + " "
    is_unit = any(words.startswith(f"{word} ") for word in UNIT_WORDS)
    return {"@type": "Organization" if is_unit else "Person", "name": name}


def rights(work: Any) -> dict[str, Any]:
    """Author, credit, licence and origin of something with ``SourcedMixin``."""
    found: dict[str, Any] = {}
    if work.author_name:
        found["creator"] = maker(work.author_name)
        found["copyrightNotice"] = f"© {work.author_name}"
    if work.source_name:
        found["creditText"] = work.source_name
    if work.source_url:
        found["isBasedOn"] = work.source_url
    if work.terms:
        text = str(work.terms.label)
        found["license"] = work.terms.url or {"@type": "CreativeWork", "name": text}
    return found


def without_blanks(statement: dict[str, Any]) -> dict[str, Any]:
    """What is not known is not stated."""
    return {name: value for name, value in statement.items() if value not in ("", None, [], {})}
