"""Which addresses outside the site a page leads to, and which of them are broken."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urlsplit

from django.db.models import Count, F, Q, QuerySet, URLField
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import RichText

from editorial.models import PageReview
from resources.choices import LinkState
from resources.models import CheckedLink, LinkPlace
from sections.links import LinkState as PublicState

LONGEST = 2000
_HREF = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*("([^"]*)"|'([^']*)')""", re.IGNORECASE)


def links_of(page: Page) -> list[str]:
    """The addresses on other servers in the texts, fields and rows of a page, each once, without the part behind "#"."""
    found = {}
    for url in _all(page):
        plain = urldefrag(url.strip()).url
        if len(plain) <= LONGEST and plain.isprintable() and is_outside(plain):
            found.setdefault(plain)
    return list(found)


TOLD = {LinkState.FINE: PublicState.WORKING, LinkState.BROKEN: PublicState.BROKEN}


def public_states(urls: Iterable[str]) -> dict[str, PublicState]:
    """What the last check found of these addresses, as far as readers are told; one query."""
    by_address: dict[str, list[str]] = {}
    for url in urls:
        by_address.setdefault(urldefrag(url.strip()).url, []).append(url)
    digests = [hashlib.sha256(address.encode()).hexdigest() for address in by_address]
    rows = CheckedLink.objects.filter(digest__in=digests, state__in=TOLD).values_list("url", "state")
    return {url: TOLD[LinkState(state)] for address, state in rows for url in by_address[address]}


def is_outside(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _all(instance: Any) -> Iterator[str]:
    for each in instance._meta.get_fields():
        if isinstance(each, StreamField):
            yield from _in_value(getattr(instance, each.name))
        elif isinstance(each, RichTextField):
            yield from _in_text(getattr(instance, each.name))
        elif isinstance(each, URLField) and not each.name.startswith("licence"):
            yield getattr(instance, each.name) or ""
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            for child in getattr(instance, relation.get_accessor_name()).all():
                yield from _all(child)


def _in_text(text: str) -> Iterator[str]:
    for found in _HREF.finditer(text or ""):
        yield unescape(found[2] if found[2] is not None else found[3])


def _in_value(value: Any) -> Iterator[str]:
    if isinstance(value, RichText):
        yield from _in_text(value.source)
    elif isinstance(value, (blocks.StreamValue, blocks.list_block.ListValue)):
        for child in value:
            yield from _in_value(child.value if isinstance(child, blocks.StreamValue.StreamChild) else child)
    elif isinstance(value, blocks.StructValue):
        for name, child in value.items():
            is_address = isinstance(value.block.child_blocks.get(name), blocks.URLBlock)
            yield from [child or ""] if is_address else _in_value(child)


def broken_places(institution_ids: Iterable[int]) -> QuerySet[LinkPlace]:
    """Links that two checks found broken on published pages, those broken for longest first; accepted ones are left out."""
    found = LinkPlace.objects.filter(
        institution_id__in=list(institution_ids),
        link__state=LinkState.BROKEN,
        is_accepted=False,
        page__live=True,
    )
    return found.select_related("link", "page", "institution").order_by(
        "link__failed_since", "page__title", "pk"
    )


def owners_of(places: Iterable[LinkPlace]) -> dict[int, str]:
    """Key of a place → the name of whoever keeps the page up to date; one query for any number."""
    places = list(places)
    keys = {place.page.translation_key for place in places}
    rows = (
        PageReview.objects.filter(translation_key__in=keys)
        .filter(~Q(responsible=None))
        .select_related("responsible")
    )
    names = {
        row.translation_key: row.responsible.get_full_name() or row.responsible.get_username() for row in rows
    }
    return {place.pk: names.get(place.page.translation_key, "") for place in places}


def states_of(institution_ids: Iterable[int]) -> dict[str, int]:
    """State → number of addresses on the pages of these institutions; one query."""
    rows = LinkPlace.objects.filter(institution_id__in=list(institution_ids)).values_list("link__state")
    return dict(rows.annotate(number=Count("link_id", distinct=True)).order_by(F("link__state")))
