"""Which documents hold on a day, and what documents do to each other; a fixed number of queries for any number of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Length, Substr
from wagtail.models import Page
from wagtail.query import PageQuerySet

from sections.documents.choices import ENDING, DocumentStatus, RelationKind

if TYPE_CHECKING:
    from sections.models.documents import DocumentPage


@dataclass(frozen=True)
class Link:
    """One relation as a reader of a document sees it: words of the relation, the other document, since when, which parts."""

    label: Any
    number: str
    day: date | None
    page: Page | None
    is_partial: bool
    extent: str
    issued_on: date | None


class RelationQuerySet(models.QuerySet):
    def in_effect(self):
        """Those of published documents, each with the day (`since`) from which it works."""
        since = Coalesce("from_on", "page__effective_on", "page__issued_on")
        return self.filter(page__live=True).annotate(since=since)

    def towards(self, pages: Iterable[DocumentPage]):
        """All that published documents do to these."""
        pages = list(pages)
        numbers = {page.number for page in pages if page.number}
        keys = [page.pk for page in pages if page.pk]
        return self.in_effect().filter(Q(target__in=keys) | Q(target=None, target_number__in=numbers))

    def read_onto(self, pages: Iterable[DocumentPage], *, on: date) -> None:
        """Put `status` (a DocumentStatus) and `incoming` (the relations towards it) on each page; one query."""
        pages = list(pages)
        rows = list(self.towards(pages).select_related("page").order_by("since", "pk"))
        for page in pages:
            page.incoming = [row for row in rows if _is_about(row, page)]
            page.status = status_on(page, page.incoming, on)

    def links_of(self, page: DocumentPage) -> list[Link]:
        """What the document does to others, then what others do to it (after ``read_onto``); those known here with their page."""
        outgoing = list(page.relations.select_related("target"))
        named = _pages_named(page, outgoing)
        links = []
        for row in outgoing:
            other = row.target if row.target and row.target.live else named.get(row.pk)
            label = RelationKind(row.kind).label
            day = row.from_on or page.begins_on if row.kind in (*ENDING, RelationKind.AMENDS) else None
            links.append(
                Link(label, row.target_number, day, other, row.is_partial, row.extent, row.target_issued_on)
            )
        for row in page.incoming:
            label = RelationKind(row.kind).backwards
            day = row.since if row.kind in (*ENDING, RelationKind.AMENDS) else None
            other = row.page
            links.append(Link(label, other.number, day, other, row.is_partial, row.extent, other.issued_on))
        return links


def _is_about(row, page: DocumentPage) -> bool:
    """Whether a relation means this document: the chosen one, or the one of that number (and day) in the same section."""
    if row.page_id == page.pk:
        return False
    if row.target_id is not None:
        return row.target_id == page.pk
    same_section = row.page.path[: -Page.steplen] == page.path[: -Page.steplen]
    same_day = row.target_issued_on in (None, page.issued_on)
    return same_section and same_day and row.target_number == page.number


def _pages_named(page: DocumentPage, relations: list) -> dict[int, Page]:
    """Relation → published document of the same section, for those that name theirs by number."""
    wanted = [row for row in relations if row.target_id is None]
    if not wanted:
        return {}
    found = (
        type(page)
        .objects.sibling_of(page, inclusive=False)
        .live()
        .filter(number__in={row.target_number for row in wanted})
    )
    found = list(found.only("title", "url_path", "path", "number", "issued_on", "locale"))
    return {
        row.pk: other
        for row in wanted
        for other in found
        if other.number == row.target_number and row.target_issued_on in (None, other.issued_on)
    }


def status_on(page: DocumentPage, relations: Iterable, on: date) -> DocumentStatus:
    """Where a document stands on a day, because of its own dates and the relations towards it."""
    at_work = [row for row in relations if row.since <= on]
    whole = any(row.kind in ENDING and not row.is_partial for row in at_work)
    if whole or (page.expires_on and page.expires_on <= on):
        return DocumentStatus.ENDED
    if page.begins_on > on:
        return DocumentStatus.COMING
    if any(row.kind in ENDING for row in at_work):
        return DocumentStatus.PARTLY
    if any(row.kind == RelationKind.AMENDS for row in at_work):
        return DocumentStatus.AMENDED
    return DocumentStatus.IN_FORCE


class DocumentQuerySet(PageQuerySet):
    def in_status(self, status: str, *, on: date):
        """Documents of a status on a day; says the same as ``status_on``."""
        ended = Q(expires_on__lte=on) | Q(self._touched(on, kind__in=ENDING, is_partial=False))
        coming = Q(effective_on__gt=on) | Q(effective_on=None, issued_on__gt=on)
        partly = Q(self._touched(on, kind__in=ENDING, is_partial=True))
        amended = Q(self._touched(on, kind=RelationKind.AMENDS))
        holds = self.filter(Q(expires_on=None) | Q(expires_on__gt=on))
        holds = holds.filter(~Q(self._touched(on, kind__in=ENDING, is_partial=False)))
        begun = holds.filter(Q(effective_on__lte=on) | Q(effective_on=None, issued_on__lte=on))
        return {
            DocumentStatus.ENDED: lambda: self.filter(ended),
            DocumentStatus.COMING: lambda: holds.filter(coming),
            DocumentStatus.PARTLY: lambda: begun.filter(partly),
            DocumentStatus.AMENDED: lambda: begun.filter(~partly, amended),
            DocumentStatus.IN_FORCE: lambda: begun.filter(~partly, ~amended),
        }[DocumentStatus(status)]()

    def _touched(self, on: date, **conditions) -> Exists:
        rows = (
            self.model._meta.get_field("relations")
            .related_model.objects.in_effect()
            .filter(
                Q(target=OuterRef("pk"))
                | Q(
                    Q(target_issued_on=None) | Q(target_issued_on=OuterRef("issued_on")),
                    target=None,
                    target_number=OuterRef("number"),
                ),
                since__lte=on,
                **conditions,
            )
        )
        below = Substr(F("page__path"), 1, Length(F("page__path")) - Page.steplen)
        own = Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Page.steplen)
        return Exists(
            rows.exclude(page=OuterRef("pk")).annotate(below=below).filter(Q(below=own) | ~Q(target=None))
        )
