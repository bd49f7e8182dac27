"""Into which sections the kinds of content go, and how an item becomes a draft there."""

from __future__ import annotations

import json

from django.utils.translation import gettext as _
from wagtail.models import Page

from common.text import fold
from network.models import Institution
from sections.models import (
    ArticlePage,
    DocumentFile,
    DocumentIndexPage,
    DocumentPage,
    InformationPage,
    IntroductionPage,
    NewsIndexPage,
    SectionPage,
    SectionSlot,
)
from sections.models.news import ArticleKind
from sections.moving_in.files import MediaTaken
from sections.moving_in.html import to_blocks
from sections.moving_in.items import Item, Kind

__all__ = ["PAGE_TYPES", "default_places", "fill", "missing_values", "sections_of"]

PAGE_TYPES: dict[Kind, type[Page]] = {
    Kind.NEWS: ArticlePage,
    Kind.DOCUMENT: DocumentPage,
    Kind.PAGE: InformationPage,
}
USUAL = {Kind.NEWS: NewsIndexPage, Kind.DOCUMENT: DocumentIndexPage, Kind.PAGE: IntroductionPage}
SUMMARY_LENGTH = 300
NEEDED = ("number", "issuer", "document_type", "issued_on")
"""Without these a document cannot even be a draft."""


def sections_of(institution: Institution, kind: Kind) -> list[Page]:
    """The Vietnamese sections of an institution that take this kind of content, in the order of the tree."""
    keys = SectionSlot.objects.filter(institution=institution).values("translation_key")
    pages = Page.objects.filter(translation_key__in=keys, locale__language_code="vi", depth__gt=2)
    model = PAGE_TYPES[kind]
    return [
        page
        for page in pages.order_by("path").specific()
        if isinstance(page, SectionPage) and model in type(page).clean_subpage_models()
    ]


def default_places(institution: Institution) -> dict[Kind, int | None]:
    """Where each kind goes unless somebody says otherwise: id of the section, None where the institution has none."""
    found = {}
    for kind in Kind:
        pages = sections_of(institution, kind)
        usual = [page for page in pages if isinstance(page, USUAL[kind])]
        found[kind] = next((page.pk for page in usual), None)
    return found


def fill(page: Page, item: Item, media: MediaTaken, hosts: set[str]) -> list[str]:
    """Put an item on a page that is not stored yet; answers what did not come along."""
    notes = [str(note) for note in item.notes]
    blocks = to_blocks(item.html, picture=media.picture, document=media.document, hosts=hosts)
    notes += [str(note) for note in blocks.notes]
    page.date = item.day
    page.summary = _shortened(item.summary, SUMMARY_LENGTH)
    if len(item.summary) > SUMMARY_LENGTH and not blocks.raw:
        blocks.raw.append({"type": "paragraph", "value": f"<p>{item.summary}</p>"})
    page.author_name = item.author[:160]
    if item.source_url:
        page.source_name, page.source_url, page.is_republished = item.source_name[:200], item.source_url, True
    field = page._meta.get_field("body")
    page.body = field.to_python(json.dumps(blocks.raw))
    if isinstance(page, ArticlePage):
        notes += _fill_article(page, item, media)
    elif isinstance(page, DocumentPage):
        notes += _fill_document(page, item, media)
    elif item.image:
        notes += _missing(item.image) if media.picture(item.image, item.title, item.image_alt) is None else []
    notes += media.notes
    media.notes = []
    return list(dict.fromkeys(notes))


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + "…"


def _missing(address: str) -> list[str]:
    return [_("The picture “%(name)s” is not in the archive.") % {"name": address.rpartition("/")[2][:120]}]


def _fill_article(page: ArticlePage, item: Item, media: MediaTaken) -> list[str]:
    page.topic = item.topic[:80]
    page.kind = ArticleKind.NOTICE if "thong bao" in fold(item.topic) else ArticleKind.NEWS
    if not item.image:
        return []
    pk = media.picture(item.image, item.title, item.image_alt)
    if pk is None:
        return _missing(item.image)
    page.image_id, page.image_alt = pk, item.image_alt[:250]
    return []


def _fill_document(page: DocumentPage, item: Item, media: MediaTaken) -> list[str]:
    for name, value in item.values.items():
        field = page._meta.get_field(name)
        if value and isinstance(value, str):
            value = value[: field.max_length]
        if value or field.null:
            setattr(page, name, value or None)
    notes, rows = [], []
    for address in item.files:
        pk = media.document(address, item.title)
        if pk is None:
            notes.append(
                _("The file “%(name)s” is not in the archive.") % {"name": address.rpartition("/")[2][:120]}
            )
        else:
            rows.append(DocumentFile(file_id=pk))
    page.files = rows
    return notes


def missing_values(item: Item) -> list[str]:
    """What a document lacks that a draft needs, by the names of its fields."""
    if item.kind != Kind.DOCUMENT:
        return []
    return [
        str(DocumentPage._meta.get_field(name).verbose_name) for name in NEEDED if not item.values.get(name)
    ]
