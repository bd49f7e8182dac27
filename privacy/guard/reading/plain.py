"""Delimited text, plain text and HTML."""

from __future__ import annotations

import csv
import io
import warnings
from collections import Counter

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning

from common.legacy_text import decode_bytes, to_unicode
from common.text import clean
from privacy.guard.content import Content, Grid, Lines, as_text
from privacy.guard.findings import Place, PlaceKind

__all__ = ["html_content", "read_html", "read_plain"]

SEPARATORS = (";", "\t", "|", ",")
SAMPLE_LINES = 60
_BLOCK = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "blockquote",
    "dd",
    "dt",
    "br",
    "caption",
    "figcaption",
)


def read_plain(data: bytes, *, is_table: bool = False) -> Content:
    """A CSV or text file. Text whose lines have the same separators is a table whatever its ending says."""
    text = decode_bytes(data)
    content = Content()
    separator = _separator(text)
    if separator and (is_table or _is_regular(text, separator)):
        rows = _records(text, separator)
        content.grids.append(Grid(Place(PlaceKind.LINES), rows))
    else:
        content.texts.append(Lines(Place(PlaceKind.LINES), clean(text).split("\n")))
    return content


def _records(text: str, separator: str) -> list[list[str]]:
    if text[:8].lower().startswith("sep="):
        text = text.partition("\n")[2]
    csv.field_size_limit(10_000_000)
    known: dict[str, str] = {}

    def cell(value: str) -> str:
        if value not in known:
            known[value] = as_text(value)
        return known[value]

    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [[cell(value) for value in row] for row in reader]
    except csv.Error:
        return [[cell(value) for value in line.split(separator)] for line in text.splitlines()]


def _separator(text: str) -> str:
    lines = [line for line in text[:200_000].splitlines()[:SAMPLE_LINES] if line.strip()]
    if not lines:
        return ""
    counts = {each: Counter(line.count(each) for line in lines if line.count(each)) for each in SEPARATORS}
    best = max(SEPARATORS, key=lambda each: max(counts[each].values(), default=0))
    return best if counts[best] and max(counts[best].values()) >= min(3, len(lines)) else ""


def _is_regular(text: str, separator: str) -> bool:
    lines = [line for line in text[:200_000].splitlines()[:SAMPLE_LINES] if line.strip()]
    usual = Counter(line.count(separator) for line in lines).most_common(1)[0]
    return usual[0] >= 1 and usual[1] >= 0.6 * len(lines) and (separator != "," or usual[0] >= 2)


def read_html(data: bytes) -> Content:
    return html_content(decode_bytes(data))


def html_content(html: str) -> Content:
    """Tables and text of HTML, rich text of the editor included."""
    content = Content()
    with warnings.catch_warnings():
        # A list of contents in XML is read for its words alone, and they come out the same.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(html, "html.parser")
    for tag in soup(("script", "style")):
        tag.decompose()
    for number, table in enumerate(soup.find_all("table"), start=1):
        rows = [
            [as_text(to_unicode(cell.get_text(" "))) for cell in row.find_all(("td", "th"))]
            for row in table.find_all("tr")
        ]
        above = [
            as_text(each.get_text(" ")) for each in table.find_all_previous(("p", "h2", "h3", "h4"), limit=2)
        ]
        content.grids.append(Grid(Place(PlaceKind.TABLE, str(number)), rows, heading=above[::-1]))
    for table in soup.find_all("table"):
        table.decompose()
    for tag in soup.find_all(_BLOCK):
        tag.append("\n")
    content.add_text(clean(to_unicode(soup.get_text())).split("\n"))
    return content
