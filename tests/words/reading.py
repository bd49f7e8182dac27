"""What a person reads, or has read out, of an answer of the server: HTML, JSON, plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

SILENT = {"script", "style", "code", "pre", "kbd", "samp", "svg", "bdi"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READ_OUT = {
    "title",
    "alt",
    "placeholder",
    "label",
    "summary",
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
}
BUTTONS = {"submit", "button", "reset"}
# Wagtail writes "None" into a hidden counter that its script fills.
EMPTY_UNTIL_SCRIPT = {"data-side-panel-toggle-counter"}
# Attributes of data-* that hold selectors, names of classes, events and keys.
NO_TEXT = re.compile(
    r"data-(?:action|controller|.*(?:class|target|selector|url|src|icon|event|param|key|size)s?(?:-value)?)$"
)
MACHINE = re.compile(
    r"[{}<>=;\[\]]|::|->|\b[\w-]+#[\w-]+|^[a-z][\w.:/-]*$|^\S*[._/]\S*$|^[A-Za-z]+[a-z][A-Z]\w*$"
)
KEYS_OF_MACHINES = {
    "url", "href", "icon", "icon_name", "classname", "class", "className", "name", "id", "type", "_type", "_id", "html_id",
    "js", "css", "src", "pattern", "format", "formatTime", "locale", "code", "csrfToken", "key", "element", "attributes",
    "entityType", "block_type", "icons", "regex", "block_types", "group", "edit_link", "CSRF_HEADER_NAME",
    "admin_url", "_args_names",
}  # fmt: skip


def _is_prose(text: str) -> bool:
    """A string of data that may be shown: a phrase, or one word that begins with a capital."""
    text = text.strip()
    if not text or MACHINE.search(text):
        return False
    words = text.split()
    if len(words) == 1:
        return text[0].isupper() and not text.isupper()
    return not all(re.search(r"[-:_]", word) for word in words) and not re.match(r"^[a-z]+(-[a-z]+)+ ", text)


class _Reader(HTMLParser):
    def __init__(self, language: str):
        super().__init__(convert_charrefs=True)
        self.language = language
        self.open: list[tuple[str, bool]] = []
        self.found: list[tuple[str, str]] = []
        self.script: list[str] | None = None
        self.goes_on = False
        """Whether the last tag was only a place where a line may break, as within an e-mail address."""

    @property
    def silent(self) -> bool:
        return any(silent for _tag, silent in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.goes_on = tag == "wbr"
        given = {name: value or "" for name, value in attrs}
        other = bool(given.get("lang")) and not given["lang"].startswith(self.language)
        silent = (
            tag in SILENT
            or other
            or given.get("translate") == "no"
            or bool(EMPTY_UNTIL_SCRIPT & given.keys())
        )
        if tag == "script" and given.get("type", "") in ("application/json",):
            self.script = []
        if not (silent or self.silent):
            self._attributes(tag, given)
        if tag not in VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.script is not None:
            self._json("".join(self.script), "script")
            self.script = None
        for position in range(len(self.open) - 1, -1, -1):
            if self.open[position][0] == tag:
                del self.open[position:]
                break

    def handle_data(self, data: str) -> None:
        if self.script is not None:
            self.script.append(data)
        elif data.strip() and not self.silent:
            tag = self.open[-1][0] if self.open else ""
            if self.goes_on and self.found:
                data = self.found.pop()[1] + data
            self.found.append((f"<{tag}>", data))
        self.goes_on = False

    def _attributes(self, tag: str, given: dict[str, str]) -> None:
        for name, value in given.items():
            if name in READ_OUT or (name == "value" and tag == "input" and given.get("type") in BUTTONS):
                self.found.append((f"{tag}[{name}]", value))
            elif name.startswith("data-") and not NO_TEXT.match(name):
                if value[:1] in "{[" and value[-1:] in "}]":
                    self._json(value, f"{tag}[{name}]")
                elif "<" in value and ">" in value:
                    self.found += [
                        (f"{tag}[{name}] {where}", text) for where, text in of_html(value, self.language)
                    ]
                elif _is_prose(value):
                    self.found.append((f"{tag}[{name}]", value))

    def _json(self, text: str, where: str) -> None:
        try:
            data = json.loads(text)
        except ValueError:
            return
        self.found += [(f"{where} {place}", string) for place, string in of_data(data, self.language)]


def of_html(html: str, language: str = "vi") -> list[tuple[str, str]]:
    """(place, text) for each text of a piece of HTML that is shown or read out."""
    reader = _Reader(language)
    reader.feed(html)
    reader.close()
    return reader.found


def of_data(data: Any, language: str = "vi", place: str = "") -> Iterator[tuple[str, str]]:
    """The same for what a script is given: a phrase is a text, a piece of HTML is read."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in KEYS_OF_MACHINES or not isinstance(value, str):
                yield from of_data(value, language, f"{place}.{key}" if len(place) < 60 else place)
    elif isinstance(data, list):
        for value in data:
            yield from of_data(value, language, place)
    elif isinstance(data, str):
        if re.search(r"</?[a-z][^>]*>", data):
            yield from ((f"{place} {where}", text) for where, text in of_html(data, language))
        elif _is_prose(data):
            yield place, data


def of_response(response: Any) -> list[tuple[str, str]]:
    """What a person reads of an answer; nothing of pictures, files and redirects."""
    kind = response.headers.get("Content-Type", "")
    if response.status_code in (301, 302) or response.streaming:
        return []
    if "html" in kind:
        return of_html(response.content.decode())
    if "json" in kind and response.status_code < 400:
        return list(of_data(json.loads(response.content)))
    if "csv" in kind:
        first = response.content.decode("utf-8-sig").splitlines()[:1]
        return [("header", cell) for line in first for cell in line.split(",")]
    return []
