"""Reads the content of the demonstration province (``content/README.md`` gives the shapes)."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
LIST = ROOT / "content" / "institutions.csv"
IMAGES = ROOT / "images"
DOMAIN = "hoason.example.edu.vn"
SHOWCASE_TOP = "HS"


@cache
def brands() -> dict[str, dict[str, str]]:
    return json.loads((ROOT / "content" / "brands.json").read_text("utf-8"))


@cache
def pictures() -> dict[str, dict[str, str]]:
    entries = json.loads((ROOT / "content" / "images.json").read_text("utf-8"))
    return {entry["file"]: entry for entry in entries}


def has_content(code: str) -> bool:
    return _file(code).exists()


def _file(code: str) -> Path:
    return ROOT / "content" / "institutions" / f"{code}.json"


def content_of(code: str) -> dict[str, Any]:
    return json.loads(_file(code).read_text("utf-8"))


_PARTS = re.compile(r"<(h2|blockquote)>(.*?)</\1>", re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def plain(fragment: str) -> str:
    return html.unescape(_TAGS.sub("", fragment)).strip()


def blocks(fragment: str) -> list[tuple[str, Any]]:
    """An HTML fragment as the blocks of ``common.blocks.BodyBlock``: headings and quotations stand by themselves."""
    result: list[tuple[str, Any]] = []
    position = 0
    for found in _PARTS.finditer(fragment):
        if text := fragment[position : found.start()].strip():
            result.append(("paragraph", text))
        if found[1] == "h2":
            result.append(("heading", plain(found[2])))
        else:
            result.append(("quote", {"text": plain(found[2]), "who": ""}))
        position = found.end()
    if text := fragment[position:].strip():
        result.append(("paragraph", text))
    return result


def table(head: list[str], rows: list[list[str]], caption: str) -> tuple[str, dict[str, Any]]:
    """A table block with a header row."""
    return (
        "table",
        {
            "data": [head, *rows],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
            "table_caption": caption,
        },
    )


def bullet_list(items: list[str], *, ordered: bool = False) -> tuple[str, str]:
    tag = "ol" if ordered else "ul"
    return ("paragraph", f"<{tag}>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</{tag}>")
