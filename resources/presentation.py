"""The parts of a resource as its template takes them: plain dictionaries with ready addresses."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from resources.blocks import ending_of
from resources.licences import LICENCES
from resources.models import ResourcePage
from resources.packages.reading import NotAPackageError, package_of
from resources.providers import embed_of, host_of
from sections.presentation import card

TYPES = {"mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "m4a": "audio/mp4", "vtt": "text/vtt"}
"""Media types of what is played in a page."""
OPENED = "mo"
"""Parameter of the address: the number of the part that the reader opened."""


def parts_of(page: ResourcePage, *, opened: int = 0) -> list[dict[str, Any]]:
    """The parts in their order, numbered from one. `opened` is the one whose frame is to be loaded; nothing of the others is.

    One query for each kind of part.
    """
    found = []
    for number, child in enumerate(page.contents, start=1):
        part = MAKERS[child.block_type](child.value, page)
        if part is not None:
            place = {
                "number": number,
                "template": f"pages/resources/parts/{child.block_type}.html",
                "is_open": number == opened,
            }
            found.append(part | place)
    return found


def file_facts(document: Any) -> dict[str, Any]:
    """A document as components/file_link.html takes it."""
    return {
        "url": document.url,
        "title": document.title,
        "type": (document.file_extension or "").upper(),
        "size": document.file_size,
        "author": document.author_name,
        "source": document.source_name,
        "source_url": document.source_url,
        "terms": document.terms,
        "withdrawn_on": document.withdrawn_on,
    }


def media_url(page: ResourcePage, document: Any) -> str:
    """Where a browser plays a file; in the preview of a draft the file itself."""
    if not page.pk or not page.live:
        return document.url
    return reverse("resource_media", args=[page.pk, document.pk, document.filename])


def package_folder(page_id: int, document_id: int) -> str:
    """Below which the files of a package stand."""
    return reverse("resource_package", args=[page_id, document_id, "-"])[:-1]


def _file(value: Any, page: ResourcePage) -> dict[str, Any] | None:
    document = value.get("document")
    if document is None:
        return None
    title = value.get("title") or document.title
    return {"title": title, "file": file_facts(document) | {"title": title}}


def _link(value: Any, page: ResourcePage) -> dict[str, Any] | None:
    embed = embed_of(value["url"])
    return {
        "title": value.get("title") or host_of(value["url"]),
        "url": value["url"],
        "host": host_of(value["url"]),
        "framed_from": embed.provider.origin if embed else "",
        "embed": embed
        and {
            "url": embed.url,
            "server": embed.server,
            "name": embed.provider.name,
            "owner": embed.provider.owner,
        },
    }


def _played(value: Any, page: ResourcePage) -> dict[str, Any] | None:
    document = value.get("document")
    if document is None:
        return None
    captions = value.get("captions")
    return {
        "title": value.get("title") or document.title,
        "url": media_url(page, document),
        "media_type": TYPES.get(ending_of(document), ""),
        "captions_url": media_url(page, captions) if captions is not None else "",
        "language": page.language if page.language != "zxx" else "vi",
        "transcript": value.get("transcript") or "",
        "file": file_facts(document),
    }


def _package(value: Any, page: ResourcePage) -> dict[str, Any] | None:
    document = value.get("document")
    if document is None:
        return None
    made = {
        "title": value.get("title") or document.title,
        "file": file_facts(document),
        "runs": False,
        "fault": "",
    }
    try:
        package = package_of(document)
    except NotAPackageError:
        return made | {"fault": _("The package cannot be opened.")}
    frame = (
        package_folder(page.pk, document.pk) + package.root + package.start
        if package.runs and page.pk and page.live
        else ""
    )
    return made | {
        "runs": bool(frame),
        "frame": frame,
        "framed_from": "'self'",
        "kind": package.get_kind(),
        "facts": package.facts,
    }


MAKERS = {"file": _file, "link": _link, "video": _played, "audio": _played, "package": _package}


def resource_row(page: ResourcePage, request: HttpRequest | None, note: str = "") -> dict[str, Any]:
    """A resource as components/resource_list.html takes it."""
    licence = LICENCES.get(page.licence)
    return card(page, request) | {
        "kind": page.get_kind_display(),
        "subject": page.get_subject_display(),
        "grades": page.grades_text,
        "licence": (licence.short or licence.label) if licence else "",
        "note": note,
    }
