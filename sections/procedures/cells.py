"""The rows of a procedure in one cell of a list.

A row a line, numbered; what belongs to it behind a bar, each with its name: ``1. Đơn xin chuyển trường | bản chính: 1``.
Steps may also begin with “Bước 1:”, other rows with a dash. A further line of a row is indented.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.encoding import force_str
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from common.choice_sets import ChoiceSet
from common.text import clean, clean_line, fold
from sections.exchange import parsers
from sections.exchange.parsers import Parser
from sections.procedures import national
from sections.procedures.choices import Change, Channel, FeeKind

Row = dict[str, Any]

_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+")
_STEP = re.compile(r"\s*(?:[-+*]\s*)?Bước\s*\d+\s*[.:)]?\s*", re.IGNORECASE)
_DASH = re.compile(r"[-–+*•]\s*")
_LETTER = re.compile(r"[a-zđ]\)\s*")
_BAR = re.compile(r"\s+\|\s+")


@dataclass(frozen=True)
class Part:
    """One value of a row: its name in a cell, in both languages, and how it is read and written."""

    name: str
    words: tuple[str, str]
    parse: Callable[[str], Any] = clean_line
    show: Callable[[Any], str] = str

    @property
    def word(self) -> str:
        return self.words[0 if get_language() == "vi" else 1]


def split_rows(text: str) -> list[str]:
    """The rows of a cell. The first sign that the text uses decides: numbers in order, steps, dashes, letters, lines."""
    lines = clean(text).split("\n")
    first = next((line for line in lines if line.strip()), "")
    if (found := _NUMBERED.match(first)) and found[1] == "1":
        return _numbered(lines)
    if any(_STEP.match(line) for line in lines):
        return _grouped(lines, _STEP)
    for sign in (_DASH, _LETTER):
        if any(sign.match(line) for line in lines):
            return _grouped(lines, sign)
    return [line.strip() for line in lines if line.strip()]


def _grouped(lines: list[str], sign: re.Pattern[str]) -> list[str]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if sign.match(line):
            groups.append([line[sign.match(line).end() :]])
        else:
            groups[-1].append(line)
    return _joined(groups)


def _numbered(lines: list[str]) -> list[str]:
    groups: list[list[str]] = []
    for line in lines:
        found = _NUMBERED.match(line)
        if found and int(found[1]) == len(groups) + 1:
            groups.append([line[found.end() :]])
        elif groups:
            groups[-1].append(line.removeprefix("   "))
    return _joined(groups)


def _joined(groups: list[list[str]]) -> list[str]:
    texts = ["\n".join(line.rstrip() for line in group).strip() for group in groups]
    return [text for text in texts if text]


def _trimmed(value: Any) -> Any:
    """A text as this notation would give it back: no blank before the end of a line."""
    if not isinstance(value, str):
        return value
    return "\n".join(line.rstrip() for line in value.split("\n")).strip()


class Rows:
    """Rows of one stream field: `block` names its child block, `main` the value before the first bar."""

    def __init__(
        self, block: str, main: Part, parts: tuple[Part, ...], special: Callable[[str], list[Row] | None]
    ):
        self.block, self.main, self.parts, self.special = block, main, parts, special

    def parse(self, text: str) -> list[Row]:
        rows = self.special(text.strip())
        if rows is None:
            return [self._row(line) for line in split_rows(text)]
        return [{name: _trimmed(value) for name, value in row.items()} for row in rows]

    def _row(self, line: str) -> Row:
        first, *rest = _BAR.split(f" {line}")
        row: Row = {}
        if first.strip():
            row[self.main.name] = self.main.parse(first)
        for part in rest:
            name, _colon, value = part.partition(":")
            found = self._part(name)
            if value.strip():
                row[found.name] = found.parse(value.strip())
        return {name: value for name, value in row.items() if value not in (None, "", False)}

    def _part(self, name: str) -> Part:
        for part in self.parts:
            if fold(name) in {fold(word) for word in part.words}:
                return part
        known = ", ".join(part.word for part in self.parts)
        raise ValidationError(
            _("“%(name)s” is not known behind a bar. Known are: %(known)s."),
            params={"name": name.strip(), "known": known},
        )

    def show(self, rows: list[Row]) -> str:
        return "\n".join(f"{number}. {self._line(row)}" for number, row in enumerate(rows, start=1))

    def _line(self, row: Row) -> str:
        value = row.get(self.main.name)
        pieces = ["" if value in (None, "") else self.main.show(value).replace("\n", "\n   ")]
        for part in self.parts:
            if row.get(part.name) not in (None, "", False):
                pieces.append(f"{part.word}: {part.show(row[part.name])}")
        return " | ".join(pieces) if pieces[0] else " | ".join(["", *pieces[1:]])

    @property
    def parser(self) -> Parser:
        return Parser("rows", self.parse, self.show)

    def read(self, field: str) -> Callable[[Any], list[Row] | None]:
        names = [self.main.name, *(part.name for part in self.parts)]

        def reads(page: Any) -> list[Row] | None:
            rows = []
            for child in getattr(page, field):
                values = {name: child.value.get(name) for name in names}
                rows.append({name: value for name, value in values.items() if value not in (None, "", False)})
            return rows or None

        return reads

    def write(self, field: str) -> Callable[[Any, list[Row] | None], None]:
        """A row that says the same as before in its first value stays the same row, with its translation and its file."""

        def writes(page: Any, rows: list[Row] | None) -> None:
            stream = getattr(page, field)
            before = [dict(child) for child in stream.raw_data]
            by_main = {fold(str(each["value"].get(self.main.name) or "")): each for each in reversed(before)}
            staying = {fold(str(row.get(self.main.name) or "")) for row in rows or []}
            gone = {each["id"] for main, each in by_main.items() if main not in staying}
            raw = []
            for place, row in enumerate(rows or []):
                old = by_main.pop(fold(str(row.get(self.main.name) or "")), None)
                if old is None and len(before) == len(rows or []) and before[place]["id"] in gone:
                    old = {**before[place], "value": {}}
                kept = {name: value for name, value in (old or {}).get("value", {}).items() if name == "form"}
                value = {name: _raw(each) for name, each in row.items()} | kept
                raw.append(
                    {"type": self.block, "value": value, "id": (old or {}).get("id") or str(uuid.uuid4())}
                )
            setattr(page, field, StreamValue(stream.stream_block, raw, is_lazy=True))

        return writes


def _raw(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _choice(choices: type[TextChoices], **more: str) -> tuple[Callable[[str], str], Callable[[Any], str]]:
    parser = parsers.choice(choices, {name.replace("_", " "): value for name, value in more.items()})
    return (lambda text: parser(text.rstrip(": ")).value), (lambda value: parser.show(value))


def _number(text: str) -> int:
    return parsers.integer(text, maximum=2_000_000_000)


def _few(text: str) -> int:
    return parsers.integer(text, maximum=99)


def _loaded(text: str) -> list[dict[str, str]] | None:
    """The objects of a cell that holds JSON."""
    if not text.startswith("[{"):
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if all(isinstance(each, Mapping) for each in found) else None


def _text(limit: int, *, multiline: bool = False) -> Callable[[str], str]:
    return lambda value: parsers.text(max_length=limit, multiline=multiline)(value)


def _steps(text: str) -> list[Row] | None:
    bare = national.plain(text)
    return [{"text": row[:6000]} for row in split_rows(bare)] if bare != clean(text).strip() else None


def _papers(text: str) -> list[Row] | None:
    if (objects := _loaded(text)) is not None:
        return national.old_papers(objects)
    return national.papers_in(text) if national.is_papers_table(text) else None


def _ways(text: str) -> list[Row] | None:
    if (objects := _loaded(text)) is not None:
        return national.old_ways(objects)
    return national.ways_in(text) if national.is_ways_table(text) else None


def _laws(text: str) -> list[Row] | None:
    return national.laws_in(text) if national.is_law_table(text) else None


def _none(text: str) -> list[Row] | None:
    return None


_YES = (lambda text: parsers.yes_no(text)), (lambda value: parsers.yes_no.show(value))
_DAY = (lambda text: parsers.day(text)), (lambda value: f"{value:%d/%m/%Y}")
_URL = lambda text: parsers.url(text, max_length=500)  # noqa: E731
_EMAIL = lambda text: parsers.email(text)  # noqa: E731

STEPS = Rows(
    "step",
    Part("text", ("bước", "step"), _text(6000, multiline=True)),
    (
        Part("who", ("ai làm", "who"), _text(200)),
        Part("duration", ("thời gian", "time"), _text(120)),
    ),
    _steps,
)
PAPERS = Rows(
    "paper",
    Part("name", ("giấy tờ", "paper"), _text(3000, multiline=True)),
    (
        Part("originals", ("bản chính", "originals"), _few),
        Part("copies", ("bản sao", "copies"), _few),
        Part("case", ("trường hợp", "case"), _text(400)),
        Part("form_url", ("mẫu", "form"), _URL),
        Part("note", ("ghi chú", "note"), _text(1000)),
        Part("shown_only", ("chỉ xuất trình", "show only"), *_YES),
    ),
    _papers,
)
WAYS = Rows(
    "way",
    Part(
        "channel",
        ("cách nộp", "way"),
        *_choice(Channel, Trực_tuyến="online", Trực_tiếp="direct", Dịch_vụ_bưu_chính="post"),
    ),
    (
        Part("time_limit", ("thời hạn", "time limit"), _text(300)),
        Part("fee", ("phí", "fee"), _text(500)),
        Part("note", ("ghi chú", "note"), _text(4000, multiline=True), lambda v: v.replace("\n", "\n   ")),
    ),
    _ways,
)
FEES = Rows(
    "fee",
    Part("kind", ("loại", "kind"), *_choice(FeeKind, Phí="fee", Lệ_phí="charge")),
    (
        Part("amount", ("mức", "amount"), _number),
        Part("note", ("ghi chú", "note"), _text(600)),
    ),
    lambda text: national.fees_in(text) or None,
)
HANDLERS = Rows(
    "person",
    Part("name", ("họ tên", "name"), _text(120)),
    (
        Part("title", ("chức danh", "title"), _text(160)),
        Part("phone", ("điện thoại", "telephone"), _text(60)),
        Part("email", ("thư điện tử", "e-mail"), _EMAIL),
    ),
    _none,
)
LAWS = Rows(
    "document",
    Part("number", ("số, ký hiệu", "number"), _text(80)),
    (
        Part("title", ("tên", "title"), _text(2000)),
        Part("url", ("liên kết", "link"), _URL),
    ),
    _laws,
)
CHANGES = Rows(
    "change",
    Part("decision", ("quyết định", "decision"), _text(80)),
    (
        Part(
            "change",
            ("nội dung", "change"),
            *_choice(Change, Ban_hành_mới="issued", Sửa_đổi_bổ_sung="amended", Thay_thế="replaced"),
        ),
        Part("on", ("hiệu lực", "in force"), *_DAY),
        Part("note", ("ghi chú", "note"), _text(400)),
    ),
    _none,
)


def choice_set(choices: type[TextChoices], aliases: Mapping[str, str]) -> Parser:
    """Several values by their names in either language, whatever stands between them; names may hold commas."""

    @cache
    def spellings() -> dict[str, str]:
        found = {fold(spelling): value for spelling, value in aliases.items()}
        for language in ("en", "vi"):
            with override(language):
                found |= {fold(force_str(label)): value for value, label in choices.choices}
        return found | {fold(value): value for value in choices.values}

    def reads(source: str) -> ChoiceSet:
        known, rest, values = spellings(), fold(source), set()
        for spelling in sorted(known, key=len, reverse=True):
            pattern = re.compile(rf"(?<!\w){re.escape(spelling)}(?!\w)")
            if pattern.search(rest):
                values.add(known[spelling])
                rest = pattern.sub("|", rest)
        if strange := re.sub(r"[,;/|\s-]+|\bva\b|\band\b", " ", rest).strip():
            raise ValidationError(
                _("“%(value)s” is not known. Known are: %(known)s."),
                params={"value": strange, "known": "; ".join(str(label) for label in choices.labels)},
            )
        return ChoiceSet(values, choices)

    return Parser("choice_set", reads, lambda value: "; ".join(ChoiceSet(value, choices).labels))


def _code(source: str) -> str:
    value = clean_line(source).replace(",", ".").strip(". ")
    if not re.fullmatch(r"\d{1,2}\.\d{6}(\.[0-9A-Z.]{1,28})?", value):
        raise ValidationError(
            _("“%(value)s” is no code. A code has a figure, a point and six figures, such as 1.005142."),
            params={"value": source},
        )
    return value


def _code_number(source: str) -> str:
    """A workbook that took a code for a number has lost the noughts at its end."""
    whole, _point, rest = clean_line(source).partition(".")
    return _code(f"{whole}.{rest.ljust(6, '0')}")


CODE = Parser("code", _code, number=_code_number)
