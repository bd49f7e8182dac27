"""Pages as the components of the templates take them: plain dictionaries with ready addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from common.blocks import figures_in


def _in_both_formats(*sizes: str) -> list[str]:
    # The picture tag writes the format first; a rendition under another name would be made anew for each request.
    return [f"format-{kind}|{size}" for size in sizes for kind in ("avif", "jpeg")]


RENDITIONS = _in_both_formats("fill-480x270", "fill-960x540", "fill-240x180", "fill-480x360")
"""What cards and lists show of a picture; the names in templates/components are the same."""
HERO_RENDITIONS = _in_both_formats("fill-640x400", "fill-1280x800")
"""What a home page shows of its picture."""
PORTRAIT_RENDITIONS = _in_both_formats("fill-120x160", "fill-240x320")
"""What the list of heads shows of a person who agreed to it."""
FIGURE_RENDITIONS = _in_both_formats("width-480", "width-960")
"""What a text shows of its pictures."""
ALBUM_RENDITIONS = _in_both_formats("width-320", "width-640")
"""What an album shows of each of its pictures."""
PLATE_RENDITIONS = _in_both_formats("width-640", "width-1280")
"""What the page of one picture of an album shows."""
SHARED_RENDITION = "format-jpeg|width-960"
"""What links to a page and machines are given of a picture."""


def picture_prefetch() -> Prefetch:
    return Prefetch("image", queryset=get_image_model().objects.prefetch_renditions(*RENDITIONS))


def with_pictures(articles: QuerySet) -> QuerySet:
    """Articles with their pictures and the pictures' renditions, in two more queries for any number."""
    return articles.prefetch_related(picture_prefetch())


def with_covers(albums: QuerySet) -> QuerySet:
    """Albums with their pictures and the renditions that a list shows, in three more queries for any number."""
    pictures = get_image_model().objects.prefetch_renditions(*RENDITIONS)
    return albums.prefetch_related(Prefetch("pictures__image", queryset=pictures))


def pictures_read(images: Iterable[Any], specs: Iterable[str]) -> None:
    """Read the renditions that a page shows of these pictures, all in one query."""
    by_pk: dict[int, list[Any]] = defaultdict(list)
    for image in images:
        if image is not None:
            image.prefetched_renditions = []
            by_pk[image.pk].append(image)
    if not by_pk:
        return
    model = get_image_model().get_rendition_model()
    for rendition in model.objects.filter(image_id__in=by_pk, filter_spec__in=list(specs)):
        for image in by_pk[rendition.image_id]:
            rendition.image = image
            image.prefetched_renditions.append(rendition)


def page_pictures_read(page: Page) -> None:
    """Read the renditions of all pictures of one page: its own and those of its text; one query, none without pictures."""
    images = [getattr(page, "image", None)]
    images += [figure["image"] for _place, figure in figures_in(getattr(page, "body", None))]
    pictures_read(images, FIGURE_RENDITIONS)


def _url(page: Page, request: HttpRequest | None) -> str:
    site = Site.find_for_request(request) if request is not None else None
    return page.get_url(request=request, current_site=site) or ""


def card(page: Page, request: HttpRequest | None) -> dict[str, Any]:
    """An article or any other entry."""
    kind = page.get_kind_display() if getattr(page, "kind", "news") != "news" else ""
    return {
        "title": page.title,
        "url": _url(page, request),
        "date": getattr(page, "shown_on", None),
        "summary": getattr(page, "summary", ""),
        "tag": getattr(page, "topic", "") or kind,
        "image": getattr(page, "image", None) or getattr(page, "cover", None),
    }


def document_entry(page: Page, request: HttpRequest | None, *, files: bool = False) -> dict[str, Any]:
    return {
        "number": page.number,
        "title": page.title,
        "url": _url(page, request),
        "date": page.issued_on,
        "type": page.document_type,
        "files": file_entries(page) if files else [],
    }


def file_entries(page: Page) -> list[dict[str, Any]]:
    """The files of a document. Prefetch ``files__file`` for lists."""
    return [
        {
            "url": entry.file.url,
            "title": entry.file.title,
            "type": entry.file.file_extension.upper(),
            "size": entry.file.file_size,
            "author": entry.file.author_name,
            "source": entry.file.source_name,
            "source_url": entry.file.source_url,
            "terms": entry.file.terms,
            "withdrawn_on": entry.file.withdrawn_on,
        }
        for entry in page.files.all()
    ]


def event_entry(page: Page, request: HttpRequest | None) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": _url(page, request),
        "start": page.starts_at,
        "end": page.ends_at,
        "all_day": page.all_day,
        "place": page.place,
        "state": page.state,
        "note": page.state_note if page.state != "planned" else "",
        "repeats": page.get_repeats_display() if page.repeats else "",
    }


def time_entry(one: Any, request: HttpRequest | None) -> dict[str, Any]:
    """One time of an event (``sections.calendars.occurrences.Occurrence``)."""
    return event_entry(one.event, request) | {"start": one.starts, "end": one.ends}


def entries(pages: Iterable[Page], request: HttpRequest | None, shape: str) -> list[dict[str, Any]]:
    """`shape`: card, document, event or time."""
    if shape == "document":
        return [document_entry(page, request, files=True) for page in pages]
    make = {"card": card, "event": event_entry, "time": time_entry}[shape]
    return [make(page, request) for page in pages]
