"""What the list of documents shows of each, and how its words are found in their files too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.models import site_token
from common.text import fold
from sections.documents.choices import RelationKind
from sections.lists.folding import HasWords, words_in

if TYPE_CHECKING:
    from sections.models.documents import DocumentPage

FIELDS = ("title", "number", "summary")
MOST_FOUND = 1000
"""Documents found by the words of their files are looked at up to this number."""


def status_badge(page: DocumentPage) -> dict[str, Any]:
    status = page.status
    return {"text": status.label, "tone": status.tone}


def quick_facts(page: DocumentPage) -> list[tuple[str, str]]:
    """Quick view: what a reader wants to know before opening the document."""
    signer = ", ".join(part for part in (page.signer_name, page.signer_title) if part)
    facts = [
        (pgettext("document", "Field"), page.field),
        (_("Issued by"), page.issuer),
        (_("Signed by"), signer),
        (_("Effective from"), _day(page.effective_on)),
        (_("No longer effective from"), _day(page.expires_on)),
        (_("Summary"), page.summary),
    ]
    for row in page.incoming:
        facts.append((str(RelationKind(row.kind).backwards), f"{row.page.number} ({_day(row.since)})"))
    return [(label, value) for label, value in facts if value]


def _day(day) -> str:
    return formats.date_format(day, "SHORT_DATE_FORMAT") if day else ""


def with_file_texts(items, text: str):
    """Documents whose number, title or summary have the words, or whose files do, by whole words of the search index."""
    words = words_in(text)
    own = HasWords(*FIELDS, words=words)
    folded = fold(text)
    spelt = " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())
    first = items.order_by().only("path", "depth").first()
    if not spelt or first is None:
        return items.filter(own)
    section = Page.objects.sibling_of(first).live().order_by("path")
    found = get_search_backend().search(
        f"{site_token(first.path)} {spelt}", section, operator="and", order_by_relevance=False
    )
    return items.filter(Q(own) | Q(pk__in=[page.pk for page in found[:MOST_FOUND]]))
