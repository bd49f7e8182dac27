"""What a source gives to take in: entries, wherever they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from common.spreadsheets import Table
from common.text import clean_line
from sections.exchange.cells import Fault, Values, is_same, key_of, key_of_page, load_table, parsed_rows
from sections.exchange.registry import Exchange, exchange
from sections.models import ImportBatch

__all__ = ["Entry", "ListSource", "Source", "batch_exchange", "latest_versions"]

TITLE_LENGTH = 255
CHUNK = 200


@dataclass
class Entry:
    """One page to be. ``differs(page)`` answers the names of what it would change on a page as it is now; ``fill(page)``
    puts everything on a page that may be unsaved; ``finish(page)`` runs once the draft is stored, in its transaction."""

    number: int
    key: str
    title: str
    page_type: type[Page] | None = None
    section: Page | None = None
    page_id: int | None = None
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    is_left_out: bool = False
    """There is no place for it; ``notes`` say why."""
    slug: str = ""
    differs: Callable[[Page], list[str]] = lambda page: []
    fill: Callable[[Page], None] = lambda page: None
    finish: Callable[[Page], None] | None = None
    media: Callable[[], list[str]] = list
    """What ``fill`` stored in the institution's collection since it was last asked: ``label of the model:key``."""


class Source(Protocol):
    """`total` is known before the first entry is asked for. Entries come in the same order every time."""

    total: int

    def entries(self) -> Iterator[Entry]: ...


def batch_exchange(batch: ImportBatch) -> Exchange:
    """The exchange of a list. Raises ValidationError where the installation does not know it any more."""
    found = exchange(batch.exchange)
    if found is None:
        raise ValidationError(_("This kind of list is not known here any more."), code="unknown-exchange")
    return found


class ListSource:
    """The rows of a spreadsheet, for one section."""

    def __init__(self, batch: ImportBatch):
        self.batch = batch
        self.exchange = batch_exchange(batch)
        with batch.file.open("rb") as file:
            self.table: Table = load_table(file, batch.filename, self.exchange)
        self.total = len(self.table.rows)

    def entries(self) -> Iterator[Entry]:
        section = self.batch.section
        if section is None:
            raise ValidationError(_("The section of this list does not exist any more."), code="no-section")
        section = section.specific
        known = {
            key: page.pk
            for page in latest_versions(self.exchange, section)
            if (key := key_of_page(self.exchange, page))
        }
        for row in parsed_rows(self.table, self.exchange, self.batch.mapping, section):
            yield self._entry(row, section, known)

    def _entry(self, row: Values, section: Page, known: dict[str, int]) -> Entry:
        found = self.exchange
        key = key_of(found, row.values)
        title = clean_line(str(row.values.get(found.title) or row.raw.get(found.title) or ""))
        entry = Entry(
            number=row.number,
            key=key,
            title=_cut(title),
            page_type=found.page_type,
            section=found.parent(section, row.values) if found.parent else section,
            page_id=known.get(key),
            faults=row.faults,
            notes=row.notes,
            differs=lambda page: _differences(found, page, row),
            fill=lambda page: _fill(found, page, row, _cut(title)),
        )
        if not key and not entry.faults:
            label = found.column(found.key[0]).label
            entry.faults = [Fault("", _("“%(field)s” is empty.") % {"field": label})]
        return entry


def _cut(title: str) -> str:
    if len(title) <= TITLE_LENGTH:
        return title
    return title[: TITLE_LENGTH - 1].rsplit(" ", 1)[0][: TITLE_LENGTH - 1] + "…"


def _differences(found: Exchange, page: Page, row: Values) -> list[str]:
    return [
        column.name
        for column in found.columns
        if column.name in row.values
        and not is_same(column, page, row.values[column.name], row.raw.get(column.name, ""))
    ]


def _fill(found: Exchange, page: Page, row: Values, title: str) -> None:
    """On a page that is stored, what is the same already stays untouched: rows below a page keep their numbers."""
    for column in found.columns:
        if column.name not in row.values:
            continue
        value = row.values[column.name]
        if page.pk and is_same(column, page, value, row.raw.get(column.name, "")):
            continue
        column.put(page, value)
    if title and (found.title != "title" or len(page.title) > TITLE_LENGTH):
        page.title = title


def latest_versions(found: Exchange, section: Page) -> Iterator[Page]:
    """The pages of an exchange below a section, each as its board sees it: the draft where there is one. Two queries for
    each two hundred pages, those of what `Field.prefetch` names aside."""
    pages = found.pages(section).order_by("path")
    related = [name for column in found.columns for name in column.prefetch]
    if related:
        pages = pages.prefetch_related(*related)
    chunk: list[Page] = []
    for page in pages.iterator(chunk_size=CHUNK):
        chunk.append(page)
        if len(chunk) == CHUNK:
            yield from _with_drafts(chunk)
            chunk = []
    yield from _with_drafts(chunk)


def _with_drafts(pages: list[Page]) -> Iterator[Page]:
    drafts = [page.latest_revision_id for page in pages if page.live and page.has_unpublished_changes]
    revisions: dict[int, Any] = Revision.objects.in_bulk([pk for pk in drafts if pk]) if drafts else {}
    for page in pages:
        revision = revisions.get(page.latest_revision_id)
        yield revision.as_object() if revision else page
