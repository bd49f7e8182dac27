"""Which page types can be imported and exported, and what their columns mean: filled in ``AppConfig.ready()``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import override
from wagtail.models import Page

from common.spreadsheets import header_key
from network.selectors import in_tree
from sections.exchange.parsers import Parser, text

__all__ = ["Exchange", "Field", "exchange", "exchanges", "register_exchange"]

Text = str | Promise
LANGUAGES = ("vi", "en")
"""A heading is recognised in each of them, whatever the language of whoever uploads."""


@dataclass(frozen=True)
class Field:
    """One column. ``name`` is the attribute of the page unless ``write`` and ``read`` say otherwise.

    ``parse`` takes the text of a cell and raises ValidationError with a sentence; an empty cell is None and is not
    given to it. ``write(page, value)`` puts the value on a page that may be unsaved, child rows included; ``read(page)``
    gives what the export shows, in a spelling that ``parse`` takes back to the same value.
    """

    name: str
    label: Text
    aliases: tuple[str, ...] = ()
    required: bool = False
    example: str = ""
    help: Text = ""
    parse: Callable[[str], Any] = text
    write: Callable[[Page, Any], None] | None = None
    read: Callable[[Page], Any] | None = None
    prefetch: tuple[str, ...] = ()
    """Relations that ``read`` follows; the export fetches them once for all pages."""
    nested: bool = False
    """Whether a list of objects, in a file of JSON, is given to ``parse`` as its text; for other columns it is refused."""

    def headings(self) -> Iterator[str]:
        """All spellings under which the column is recognised, in no order."""
        yield self.name
        yield from self.aliases
        for language in LANGUAGES:
            with override(language):
                yield str(self.label)

    def shown(self, page: Page) -> Any:
        """What the export shows for a page: a text, a number, a date, or None."""
        value = self.read(page) if self.read else getattr(page, self.name)
        if value is None or value == "":
            return None
        return self.parse.show(value) if isinstance(self.parse, Parser) else value

    def put(self, page: Page, value: Any) -> None:
        """Put a parsed value on a page; None empties it."""
        if self.write is not None:
            self.write(page, value)
            return
        field = page._meta.get_field(self.name)
        if value is None and not field.null:
            value = field.get_default() if field.has_default() else field.to_python("")
        setattr(page, self.name, value)


@dataclass(frozen=True)
class Exchange:
    """How pages of one type are written as rows. ``key`` names the columns that identify a page within an institution: a
    row with the same key changes that page. ``check(values)`` judges a whole row: column → sentence."""

    name: str
    label: Text
    page_type: type[Page]
    section_type: type[Page]
    """The type of the section; an abstract one for entries that several types of section have."""
    key: tuple[str, ...]
    columns: tuple[Field, ...]
    key_without: tuple[str, ...] = ()
    """The columns that identify an entry whose first key column is empty; none: such a row is faulty."""
    title: str = "title"
    """The column that becomes the page's title."""
    check: Callable[[dict[str, Any]], Mapping[str, Text]] | None = None
    resolve: Callable[[Page, dict[str, Any]], Mapping[str, Text]] | None = None
    """``resolve(section, values)`` looks up what a row names in the institution or the section: it puts what it found into
    the values, where the parser of the column shows it as the row did, and answers column → sentence for the rest."""
    makes_title: bool = False
    """Whether ``resolve`` makes a title where the row has none, so that no column need give it."""
    slug: str = ""
    """The file name of the export; ``name`` where it is empty."""
    parent: Callable[[Page, dict[str, Any]], Page] | None = None
    """``parent(section, values)`` answers the page below which a new page stands, where that is not always the section; the
    pages of the section are then those of any depth. A page that is stored is not moved."""

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        if len(names) != len(set(names)):
            raise ValueError(f"The exchange {self.name!r} has two columns of one name.")
        for name in (*self.key, *self.key_without, self.title):
            if name not in names:
                raise ValueError(f"The exchange {self.name!r} has no column {name!r}.")

    def pages(self, section: Page) -> Any:
        """The pages of the exchange that a section has."""
        if self.parent is None:
            return self.page_type.objects.child_of(section)
        return self.page_type.objects.filter(**in_tree(section)).exclude(pk=section.pk)

    def column(self, name: str) -> Field:
        return next(column for column in self.columns if column.name == name)

    def known_headings(self) -> dict[str, str]:
        """Heading, as `header_key` writes it → name of the column; the first column that claims a spelling has it."""
        found: dict[str, str] = {}
        for column in self.columns:
            for heading in column.headings():
                if key := header_key(heading):
                    found.setdefault(key, column.name)
        return found


_exchanges: dict[str, Exchange] = {}


def register_exchange(found: Exchange) -> None:
    """Offer a page type for import and export. Two of one name, or two for one page type, are a mistake."""
    other = _exchanges.get(found.name)
    if other is not None and other.page_type is not found.page_type:
        raise ValueError(f"The exchange {found.name!r} is registered already.")
    for name, each in _exchanges.items():
        if name != found.name and each.page_type is found.page_type:
            raise ValueError(f"{found.page_type.__name__} has the exchange {name!r} already.")
    _exchanges[found.name] = found


def exchange(name: str) -> Exchange | None:
    return _exchanges.get(name)


def exchanges(section_type: type[Page] | None = None) -> list[Exchange]:
    """All, in the order of their registration, or those of one section's entries."""
    return [
        each
        for each in _exchanges.values()
        if section_type is None or issubclass(section_type, each.section_type)
    ]
