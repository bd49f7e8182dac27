"""What a page lacks before the board may receive it: author and source of the page and of every picture and file that it
shows (W7.3), words for its pictures (W12.3), and that no list of people goes with it (law 91/2025, article 16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

from common.blocks import figure_fault, figures_in
from common.pictures import words_fault
from common.text import Message
from editorial.models.four_eyes import writers_since_publication
from editorial.models.media import MediaMixin, SiteDocument, SiteImage
from editorial.models.sources import SourcedMixin
from editorial.publication_rules import Stage, refusals
from privacy.guard.checking import page_hindrances

AUTHOR_MISSING = _("Name the author before you submit the page (circular 37/2020, article 7.3).")
SOURCE_MISSING = _("Name the source before you submit the page (circular 37/2020, article 7.3).")
LINK_MISSING = _("A text that was published elsewhere needs the link to its source.")
TERMS_MISSING = _("A text that was published elsewhere needs the terms on which it may be used again.")
PICTURE_LACKS = _("The picture “%(title)s” lacks: %(what)s. Complete it in its own form.")
FILE_LACKS = _("The file “%(title)s” lacks: %(what)s. Complete it in its own form.")
FIGURE_FAULT = _("Block %(number)s of the text, the picture “%(title)s”: %(fault)s")


def missing_for_submission(page: models.Model, *, media: PageMedia | None = None) -> dict[str, str]:
    """All that a page lacks, and what stops it: field, or key of a picture or file → sentence. The same number of queries at
    any number of pictures; a file that nobody has read for lists of people yet is read.

    `media`: its pictures and files, where they are known.
    """
    media = media_of(page) if media is None else media
    missing = missing_authorship(page) | _missing_words(page)
    for item in media.lacking():
        missing[f"{item._meta.model_name}-{item.pk}"] = sentence_about(item)
    if isinstance(page, Page):
        missing |= refusals(page, Stage.SUBMIT)
    return missing | lists_of_people(page, media)


def lists_of_people(page: models.Model, media: PageMedia) -> dict[str, str]:
    """Why the guard stops a page: what it lists, the files on it that wait or were refused."""
    authors = writers_since_publication(page) if page.pk else []
    return page_hindrances(page, media.documents, authors=authors)


def missing_authorship(page: models.Model) -> dict[str, str]:
    """What a page lacks of its own author and source. Empty for a page without authorship: a section speaks for the
    institution."""
    if not isinstance(page, SourcedMixin):
        return {}
    missing = {}
    if not page.author_name.strip():
        missing["author_name"] = AUTHOR_MISSING
    if not page.source_name.strip():
        missing["source_name"] = SOURCE_MISSING
    if page.is_republished and not page.source_url:
        missing["source_url"] = LINK_MISSING
    if page.terms is None:
        missing["reuse_terms"] = TERMS_MISSING
    return missing


def sentence_about(item: MediaMixin) -> str:
    """What a picture or file lacks, with its name."""
    text = PICTURE_LACKS if isinstance(item, SiteImage) else FILE_LACKS
    what = ", ".join(str(name) for name in item.lacking())
    return str(Message(text, {"title": item.title, "what": what}))


def _missing_words(page: models.Model) -> dict[str, str]:
    missing = {}
    image = page.image if hasattr(page, "image_alt") else None
    if image is not None and (fault := words_fault(image, page.image_alt, decorative=page.image_decorative)):
        missing["image_alt"] = fault
    for name in (f.name for f in page._meta.get_fields() if isinstance(f, StreamField)):
        faults = list(_figure_faults(getattr(page, name)))
        if faults:
            missing[name] = " ".join(faults)
    return missing


def _figure_faults(value: Any) -> Iterator[str]:
    for number, figure in figures_in(value):
        if fault := figure_fault(figure):
            title = figure["image"].title
            yield str(Message(FIGURE_FAULT, {"number": number, "title": title, "fault": fault}))


@dataclass(frozen=True)
class PageMedia:
    """The pictures and files that a page shows or leads to."""

    images: list[SiteImage] = field(default_factory=list)
    documents: list[SiteDocument] = field(default_factory=list)

    def __iter__(self) -> Iterator[MediaMixin]:
        yield from self.images
        yield from self.documents

    def lacking(self) -> list[MediaMixin]:
        return [item for item in self if item.lacking()]


def media_of(page: models.Model, *, children: list[models.Model] | None = None) -> PageMedia:
    """What a page, as it is in memory, shows and leads to: in its fields, its texts and the rows that belong to it.

    `children`: those rows, where a form holds other ones than the page itself.
    """
    keys: dict[type[models.Model], dict[int, None]] = {SiteImage: {}, SiteDocument: {}}
    for model, pk in _references(page, children):
        if model in keys:
            keys[model][int(pk)] = None
    images, documents = (_in_order(model, list(found)) for model, found in keys.items())
    return PageMedia(images, documents)


def _in_order(model: type[models.Model], keys: list[int]) -> list[Any]:
    found = model.objects.in_bulk(keys) if keys else {}
    return [found[pk] for pk in keys if pk in found]


def _references(
    instance: models.Model, children: list[models.Model] | None = None
) -> Iterator[tuple[type[models.Model], Any]]:
    for each in instance._meta.get_fields():
        if each.is_relation and each.many_to_one and issubclass(each.related_model or object, MediaMixin):
            if pk := each.value_from_object(instance):
                yield each.related_model, pk
        elif hasattr(each, "extract_references"):
            value = each.value_from_object(instance)
            for model, pk, *_paths in each.extract_references(value) if value is not None else ():
                yield model, pk
    for child in _children(instance) if children is None else children:
        yield from _references(child)


def _children(instance: models.Model) -> Iterator[models.Model]:
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            yield from getattr(instance, relation.get_accessor_name()).all()
