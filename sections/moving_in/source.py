"""A former site as the source of a batch."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from wagtail.models import Page

from common.spreadsheets import TableError
from sections.exchange.cells import Fault
from sections.exchange.choices import Source as SourceKind
from sections.exchange.choices import Work
from sections.exchange.entries import Entry
from sections.models import ImportBatch, ImportedRow
from sections.moving_in.addresses import addresses_keep
from sections.moving_in.files import Archive, MediaTaken
from sections.moving_in.items import Content, Item, Kind
from sections.moving_in.nukeviet import read_nukeviet
from sections.moving_in.placing import PAGE_TYPES, fill, missing_values
from sections.moving_in.wordpress import read_wordpress

__all__ = ["MAX_BYTES", "SiteSource", "read_site"]

MAX_BYTES = 100 * 1024 * 1024
READERS = {SourceKind.NUKEVIET: read_nukeviet, SourceKind.WORDPRESS: read_wordpress}


def read_site(batch: ImportBatch) -> Content:
    """Read the upload of a batch. Raises TableError and OSError."""
    with batch.file.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TableError(
            "too_large", _("The file is larger than %(limit)s MB."), limit=MAX_BYTES // 1_048_576
        )
    return READERS[SourceKind(batch.source)](data, batch.filename)


class SiteSource:
    """Items in their order, then what has no place. An item that an earlier batch brought is left as it is."""

    def __init__(self, batch: ImportBatch):
        self.batch = batch
        self.content = read_site(batch)
        self.total = len(self.content.items) + len(self.content.leftovers)
        archive = Archive(batch.files.open("rb")) if batch.files else None
        source = ", ".join(sorted(self.content.hosts))
        self.is_trial = batch.work == Work.CHECK
        self.media = MediaTaken(archive, batch.institution, batch.acting, source, is_trial=self.is_trial)

    def entries(self) -> Iterator[Entry]:
        chosen = self.batch.mapping.get("sections", {})
        sections = Page.objects.in_bulk([pk for pk in chosen.values() if pk])
        places = {Kind(kind): sections[pk].specific for kind, pk in chosen.items() if pk and pk in sections}
        known = dict(
            ImportedRow.objects.filter(batch__institution=self.batch.institution, page__isnull=False)
            .exclude(batch=self.batch)
            .exclude(batch__source=SourceKind.LIST)
            .values_list("key", "page")
        )
        number = 0
        for number, item in enumerate(self.content.items, start=1):
            yield self._entry(number, item, places.get(item.kind), known)
        for place, left in enumerate(self.content.leftovers, start=number + 1):
            yield Entry(place, "", left.title[:255], notes=[Fault("", left.reason)], is_left_out=True)

    def _entry(self, number: int, item: Item, section: Page | None, known: dict[str, int]) -> Entry:
        self.media.forget()
        entry = Entry(
            number=number,
            key=item.number,
            title=item.title[:255],
            page_type=PAGE_TYPES[item.kind],
            section=section,
            page_id=known.get(item.number),
            slug=item.slug,
            notes=[Fault("", note) for note in item.notes],
        )
        if section is None:
            entry.is_left_out = True
            entry.notes = [Fault("", _("No section was chosen for “%(kind)s”.") % {"kind": item.kind.label})]
        elif missing := missing_values(item):
            text = _("The former site does not say: %(fields)s.") % {"fields": ", ".join(missing)}
            entry.faults = [Fault("", text)]
        if not item.title:
            entry.faults = [Fault("", _("It has no title."))]
        if self.is_trial and not entry.is_left_out and not entry.faults and entry.page_id is None:
            # On a page that nobody keeps: what would not come along is told before anything is stored.
            self._fill(entry.page_type(), item, entry)
        entry.fill = lambda page: self._fill(page, item, entry)
        entry.media = self.media.made
        entry.finish = lambda page: addresses_keep(
            page=page, addresses=item.addresses, site=self.batch.institution.site
        )
        return entry

    def _fill(self, page: Page, item: Item, entry: Entry) -> None:
        entry.notes = [Fault("", note) for note in fill(page, item, self.media, self.content.hosts)]
