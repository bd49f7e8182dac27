"""HTML of former sites, written by every editor there was, as the blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from django.utils.translation import gettext_lazy as _

from common.text import Message, clean, clean_line

__all__ = ["Blocks", "to_blocks"]

MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "sup": "sup", "sub": "sub"}
DROPPED = {
    "script", "style", "noscript", "template", "head", "meta", "link", "input", "button", "select", "textarea", "svg",
    "canvas", "object", "embed", "applet", "audio", "video", "iframe", "frame",
}  # fmt: skip
INLINE = {"span", "font", "u", "small", "big", "abbr", "time", "code", "mark", "label", "s", "del", "ins"}
EMBEDDED = {"object", "embed", "audio", "video", "iframe"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
HEADING_LENGTH = 160
LONG_LENGTH = 250
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|contact-form[\w-]*|vc_\w+|su_\w+|wp_\w+)\b[^\]]*\]"
)
_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL | re.IGNORECASE)
MAX_DEPTH = 200


@dataclass
class Blocks:
    """Blocks as a stream keeps them, and what did not come along."""

    raw: list[dict[str, Any]] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)

    def note(self, text: Any, **params: object) -> None:
        message = Message(text, params)
        if str(message) not in {str(known) for known in self.notes}:
            self.notes.append(message)


Find = Callable[[str], int | None]
"""Address of a picture or a file on the former site → key of the picture or file here, or None."""


def to_blocks(source: str, *, picture: Find, document: Find, hosts: set[str]) -> Blocks:
    """Read HTML into blocks: headings, paragraphs and lists, pictures, quotations, tables. `hosts`: those of the former
    site; links to them keep their path alone, which leads on to the new page."""
    text = _CAPTION.sub(r"<figure>\1</figure>", source.replace("\x00", ""))
    text = _SHORTCODE.sub(" ", text)
    walker = _Walker(picture, document, hosts)
    walker.walk(BeautifulSoup(text, "html.parser"), 0)
    walker.end_text()
    return walker.blocks


class _Walker:
    def __init__(self, picture: Find, document: Find, hosts: set[str]):
        self.picture, self.document, self.hosts = picture, document, hosts
        self.blocks = Blocks()
        self.text: list[str] = []
        self.line: list[str] = []
        self.acts: dict[str, Callable[[Tag, int], None]] = {
            "a": self.link,
            "blockquote": self.quote,
            "figure": self.figures,
            "ol": self.list,
            "table": self.table,
            "ul": self.list,
        } | dict.fromkeys(HEADINGS, self.heading)

    # What was gathered

    def end_line(self) -> None:
        inner = re.sub(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$", "", "".join(self.line))
        if re.sub(r"<[^>]*>|\s", "", inner):
            self.text.append(f"<p>{inner}</p>")
        self.line = []

    def end_text(self) -> None:
        self.end_line()
        if self.text:
            self.blocks.raw.append({"type": "paragraph", "value": "".join(self.text)})
        self.text = []

    def add(self, type_: str, value: Any) -> None:
        self.end_text()
        self.blocks.raw.append({"type": type_, "value": value})

    # Walking

    def walk(self, node: Tag, depth: int) -> None:
        for child in list(node.children):
            if isinstance(child, Comment):
                continue
            if isinstance(child, NavigableString):
                self.line.append(_text(child))
            elif isinstance(child, Tag):
                self.element(child, depth)

    def element(self, node: Tag, depth: int) -> None:
        name = node.name.lower()
        if name in DROPPED:
            self.dropped(node, name)
        elif depth > MAX_DEPTH:
            self.line.append(_text(node.get_text(" ")))
        elif name == "br":
            self.line.append("<br/>")
        elif name == "img":
            self.figure(node, "")
        elif name in MARKS:
            self.marked(node, MARKS[name], depth)
        elif act := self.acts.get(name):
            act(node, depth)
        else:
            self.contents(node, depth)

    def contents(self, node: Tag, depth: int) -> None:
        is_inline = node.name.lower() in INLINE
        if not is_inline:
            self.end_line()
        self.walk(node, depth + 1)
        if not is_inline:
            self.end_line()

    def dropped(self, node: Tag, name: str) -> None:
        if name in EMBEDDED:
            address = str(node.get("src") or node.get("data") or "")
            host = urlsplit(address).hostname or address[:80]
            self.blocks.note(
                _("What was embedded from “%(host)s” was left out; link to it instead."), host=host
            )

    def heading(self, node: Tag, depth: int) -> None:
        for image in node.find_all("img"):
            self.figure(image, "")
        text = clean_line(node.get_text(" "))
        if not text:
            return
        if len(text) > HEADING_LENGTH:
            self.end_line()
            self.line.append(f"<b>{escape(text)}</b>")
            self.end_line()
        else:
            self.add("heading", text)

    def marked(self, node: Tag, mark: str, depth: int) -> None:
        if node.find(["img", "table", "p", "div", "ul", "ol", *HEADINGS]):
            self.walk(node, depth + 1)
            return
        start = len(self.line)
        self.walk(node, depth + 1)
        inner = "".join(self.line[start:])
        if inner.strip():
            self.line[start:] = [f"<{mark}>{inner}</{mark}>"]

    def link(self, node: Tag, depth: int) -> None:
        address = str(node.get("href") or "").strip()
        if node.find(["img", "table", "div", "p", *HEADINGS]):
            self.walk(node, depth + 1)
            return
        start = len(self.line)
        self.walk(node, depth + 1)
        inner = "".join(self.line[start:])
        opening = self.opening(address)
        if opening and inner.strip():
            self.line[start:] = [f"{opening}{inner}</a>"]

    def opening(self, address: str) -> str:
        parts = _split(address)
        if parts is None or not address or address.startswith("#"):
            return ""
        if parts.scheme in ("mailto", "tel"):
            return f'<a href="{escape(address)}">'
        if parts.scheme not in ("", "http", "https"):
            return ""
        if re.search(r"\.(pdf|docx?|xlsx?|pptx?|odt|ods|odp|zip|rar|csv|txt)$", parts.path, re.IGNORECASE):
            if pk := self.document(address):
                return f'<a linktype="document" id="{pk}">'
            if self.is_own(parts):
                self.blocks.note(
                    _("The file “%(name)s” is not in the archive."),
                    name=unquote(parts.path.rpartition("/")[2]),
                )
        if self.is_own(parts):
            path = parts.path if parts.path.startswith("/") else f"/{parts.path}"
            return f'<a href="{escape(path + (f"?{parts.query}" if parts.query else ""))}">'
        return f'<a href="{escape(address)}">'

    def is_own(self, parts: Any) -> bool:
        return not parts.hostname or parts.hostname in self.hosts

    def figures(self, node: Tag, depth: int) -> None:
        caption = node.find("figcaption")
        words = clean_line(caption.get_text(" ")) if caption else ""
        images = node.find_all("img")
        if not images or node.find("table"):
            self.walk(node, depth + 1)
            return
        if not words:
            words = clean_line(node.get_text(" "))
        for image in images:
            self.figure(image, words if image is images[-1] else "")

    def figure(self, image: Tag, caption: str) -> None:
        address = str(image.get("src") or image.get("data-src") or "").strip()
        if not address or address.startswith("data:"):
            if address:
                self.blocks.note(_("A picture inside the text itself was left out; upload it as a picture."))
            return
        pk = self.picture(address)
        if pk is None:
            name = unquote((_split(address) or urlsplit("")).path.rpartition("/")[2])
            self.blocks.note(_("The picture “%(name)s” is not in the archive."), name=name[:120])
            if caption:
                self.end_line()
                self.line.append(escape(caption))
                self.end_line()
            return
        alt = clean_line(str(image.get("alt") or ""))[:LONG_LENGTH]
        value = {"image": pk, "alt": alt, "decorative": False, "caption": caption[:LONG_LENGTH]}
        self.add("figure", value)

    def list(self, node: Tag, depth: int) -> None:
        self.end_line()
        if node.find(["img", "table"]):
            self.walk(node, depth + 1)
            return
        self.text.append(self.list_markup(node, depth))

    def list_markup(self, node: Tag, depth: int) -> str:
        items = []
        for item in node.find_all("li", recursive=False):
            nested = item.find(["ul", "ol"]) if depth < MAX_DEPTH else None
            inner = self.list_markup(nested.extract(), depth + 1) if nested else ""
            kept, self.line = self.line, []
            before, self.text = self.text, []
            self.walk(item, depth + 1)
            self.end_line()
            words = re.sub(r"^<p>|</p>$", "", "".join(self.text)).replace("</p><p>", "<br/>")
            self.line, self.text = kept, before
            if words or inner:
                items.append(f"<li>{words}{inner}</li>")
        return f"<{node.name}>{''.join(items)}</{node.name}>" if items else ""

    def quote(self, node: Tag, depth: int) -> None:
        if node.find(["img", "table", *HEADINGS]):
            self.end_line()
            self.walk(node, depth + 1)
            return
        cite = node.find(["cite", "footer"])
        who = clean_line(cite.extract().get_text(" "))[:HEADING_LENGTH] if cite else ""
        text = clean(node.get_text("\n")).strip()
        if text:
            self.add("quote", {"text": re.sub(r"\n\s*\n+", "\n", text), "who": who})

    def table(self, node: Tag, depth: int) -> None:
        rows = [row.find_all(["td", "th"], recursive=False) for row in node.find_all("tr")]
        width = max((sum(_span(cell) for cell in row) for row in rows), default=0)
        if width < 2 or node.find(["img", "table"]):
            # A table of one column, or with pictures in it, only arranges: its cells follow each other.
            for row in rows:
                for cell in row:
                    self.end_line()
                    self.walk(cell, depth + 1)
                    self.end_line()
            return
        data = [_cells(row, width) for row in rows if row]
        has_header = bool(rows and rows[0]) and all(cell.name == "th" for cell in rows[0])
        caption = node.find("caption")
        self.add(
            "table",
            {
                "data": data,
                "first_row_is_table_header": has_header or bool(node.find("thead")),
                "first_col_is_header": False,
                "table_header_choice": "row" if has_header or node.find("thead") else "",
                "table_caption": clean_line(caption.get_text(" ")) if caption else "",
                "cell": [],
                "mergeCells": [],
            },
        )


def _cells(row: list[Tag], width: int) -> list[str]:
    cells: list[str] = []
    for cell in row:
        cells += [clean_line(cell.get_text(" "))] + [""] * (_span(cell) - 1)
    return (cells + [""] * width)[:width]


def _span(cell: Tag) -> int:
    value = str(cell.get("colspan") or "1")
    return min(int(value), 50) if value.isdecimal() and int(value) > 0 else 1


def _text(text: str) -> str:
    return escape(re.sub(r"\s+", " ", clean(str(text))), quote=False)


def _split(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None
