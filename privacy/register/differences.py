"""What differs between two texts, and between two contents of an activity, for people to read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from common.personal_data import DataClass
from privacy.choices import EndAction, LegalBasis, Necessity, RetentionStart
from privacy.models import Notice, ProcessingActivity, Purpose

BLOCKS = frozenset({"p", "h2", "h3", "h4", "li"})
SAME, GONE, NEW, CHANGED = "same", "gone", "new", "changed"


@dataclass(frozen=True)
class Row:
    """One paragraph: its kind, and its words with ``ins`` and ``del``."""

    state: str
    html: SafeString

    @property
    def is_change(self) -> bool:
        return self.state != SAME


class _Blocks(HTMLParser):
    """The paragraphs, headings and points of a rich text, as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open = False

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.found.append("")
            self.open = True

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.open = False

    def handle_data(self, data):
        if self.open:
            self.found[-1] += data
        elif data.strip():
            self.found.append(data)


def blocks_of(html: str) -> list[str]:
    """The paragraphs of a rich text, white space evened."""
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return [text for text in (" ".join(block.split()) for block in parser.found) if text]


def text_rows(before: str, after: str) -> list[Row]:
    """Two rich texts compared paragraph by paragraph, and word by word inside a changed one."""
    old, new = blocks_of(before), blocks_of(after)
    rows: list[Row] = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if op == "equal":
            rows += [Row(SAME, mark_safe(escape(text))) for text in old[i1:i2]]  # noqa: S308
            continue
        rows += _changed(old[i1:i2], new[j1:j2])
    return rows


def _changed(old: list[str], new: list[str]) -> Iterator[Row]:
    for number in range(max(len(old), len(new))):
        if number >= len(new):
            yield Row(GONE, _marked("del", old[number]))
        elif number >= len(old):
            yield Row(NEW, _marked("ins", new[number]))
        else:
            yield Row(CHANGED, words_html(old[number], new[number]))


def words_html(old: str, new: str) -> SafeString:
    """Two lines compared word by word."""
    a, b = re.findall(r"\s+|[^\s]+", old), re.findall(r"\s+|[^\s]+", new)
    pieces: list[SafeString] = []
    for op, i1, i2, j1, j2 in difflib.SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if op == "equal":
            pieces.append(mark_safe(escape("".join(a[i1:i2]))))  # noqa: S308
            continue
        if i1 != i2:
            pieces.append(_marked("del", "".join(a[i1:i2])))
        if j1 != j2:
            pieces.append(_marked("ins", "".join(b[j1:j2])))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _marked(tag: str, text: str) -> SafeString:
    return mark_safe(f"<{tag}>{escape(text)}</{tag}>")  # noqa: S308


@dataclass(frozen=True)
class Section:
    """The rows of one field of a notice."""

    label: str
    rows: list[Row]


def notice_sections(before: Notice | None, after: Notice, *, english: bool = False) -> list[Section]:
    """What is different from the version before, field by field; only fields that differ. Nothing before: everything is new."""
    end = "_en" if english else ""
    labels = {"title": _("title"), "summary": _("summary"), "body": _("text")}
    sections = []
    for name, label in labels.items():
        old = getattr(before, name + end) if before else ""
        rows = text_rows(_as_html(name, old), _as_html(name, getattr(after, name + end)))
        if any(row.is_change for row in rows):
            sections.append(Section(label, rows))
    return sections


def _as_html(name: str, text: str) -> str:
    return text if name == "body" else "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())


@dataclass(frozen=True)
class Change:
    """One fact of an activity: what was approved, and what is to hold. Empty words: there was or will be none."""

    label: str
    says: str
    now: str

    @property
    def html(self) -> SafeString:
        """What is to hold, with what differs marked."""
        return words_html(self.says, self.now)


def content_changes(before: dict[str, Any], after: dict[str, Any], names: dict[int, str]) -> list[Change]:
    """What differs between two contents of an activity (``ProcessingActivity.described``); `names` are those of recipients."""
    old, new = ({fact[0]: fact[1] for fact in _facts(content, names)} for content in (before, after))
    return [
        Change(label, old.get(label, ""), new.get(label, ""))
        for label in [*new, *(label for label in old if label not in new)]
        if old.get(label, "") != new.get(label, "")
    ]


def content_facts(content: dict[str, Any], names: dict[int, str]) -> list[tuple[str, str, str]]:
    """All that a content says, as (label, words, language of the words where it is not the reader's), what is empty left out."""
    return [fact for fact in _facts(content, names) if fact[1]]


def _facts(content: dict[str, Any], names: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    for name in ProcessingActivity.DESCRIBED:
        if name in content and name not in ("code", "fields"):
            language = "en" if name.endswith("_en") else ""
            yield _label(ProcessingActivity, name), _words(content[name]), language
    if fields := content.get("fields"):
        yield _("What is asked"), "; ".join(_field_words(entry) for entry in fields), ""
    for number, row in enumerate(content.get("purposes", ()), start=1):
        yield _("Purpose %(number)s") % {"number": number}, purpose_words(row, names), ""
        english = _("Purpose %(number)s in English") % {"number": number}
        yield english, row.get("text_en", ""), "en"


def _label(model, name: str) -> str:
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _field_words(entry: dict[str, Any]) -> str:
    kind = DataClass(entry["class"]).label if entry.get("class") in DataClass.values else ""
    need = Necessity(entry["necessity"]).label if entry.get("necessity") in Necessity.values else ""
    return f"{entry.get('label', '')} ({', '.join(str(word) for word in (kind, need) if word)})"


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value)


def purpose_words(row: dict[str, Any], names: dict[int, str]) -> str:
    """One purpose in one paragraph."""
    basis = LegalBasis(row["legal_basis"]).label
    parts = [
        row["text"],
        f"{basis}: {row['citation']}" if row.get("citation") else str(basis),
        _("kept for %(days)s days from %(start)s, then: %(end)s")
        % {
            "days": row["retention_days"],
            "start": RetentionStart(row["retention_starts"]).label,
            "end": EndAction(row["at_end"]).label,
        },
    ]
    parts += [
        _label(Purpose, name) for name in ("is_optional", "is_sensitive", "is_publication") if row.get(name)
    ]
    if given := [names[pk] for pk in row.get("recipients", ()) if pk in names]:
        parts.append(_("recipients: %(names)s") % {"names": ", ".join(given)})
    return "; ".join(part for part in parts if part)
