"""The words of documents' files for search (W8.3, W12.4), read in the background by what the publication guard reads with."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task
from modelsearch.index import insert_or_update_object
from wagtail.models import Page

from common.text import clean
from network.timers import Timer, register
from privacy.guard.content import Content
from privacy.guard.reading import read_file
from sections.models import DocumentFile, DocumentPage, FileText

__all__ = ["page_published", "register_timer", "texts_read", "texts_read_missing"]

LONGEST = 500_000
"""Letters of one file that are kept: more than any circular with its appendices has."""
BATCH = 100


def words_of(content: Content) -> str:
    """What was read, as lines, without what no database takes."""
    lines = [line for text in content.texts for line in text.lines]
    lines += [
        " ".join(cell for cell in row if cell) for grid in content.grids for row in (grid.heading, *grid.rows)
    ]
    return clean("\n".join(dict.fromkeys(line.strip() for line in lines if line.strip())))[:LONGEST]


def texts_read(*, page: DocumentPage, now: datetime | None = None) -> int:
    """Read those files of a published document that changed since they were read, then put them into the search index;
    answers how many were read."""
    files = {entry.file_id: entry.file for entry in page.files.select_related("file")}
    known = dict(FileText.objects.filter(file__in=files).values_list("file", "digest"))
    read = [
        _read(file, now or timezone.now()) for pk, file in files.items() if known.get(pk) != _digest(file)
    ]
    if read:
        FileText.objects.bulk_create(
            read,
            update_conflicts=True,
            unique_fields=["file"],
            update_fields=["digest", "text", "problem", "read_at"],
        )
        insert_or_update_object(DocumentPage.objects.get(pk=page.pk))
    return len(read)


def _digest(file) -> str:
    return file.file_hash or f"size:{file.file_size}"


def _read(file, now: datetime) -> FileText:
    try:
        with file.file.storage.open(file.file.name, "rb") as stored:
            content = read_file(file.filename, stored.read())
    except OSError:
        content = Content(unreadable="broken")
    return FileText(
        file=file, digest=_digest(file), text=words_of(content), problem=str(content.unreadable), read_at=now
    )


@task()
def read_texts(page_id: int) -> int:
    """Read the files of one document; answers how many were read."""
    page = DocumentPage.objects.live().filter(pk=page_id).first()
    return texts_read(page=page) if page is not None else 0


def texts_read_missing(*, limit: int = BATCH, now: datetime | None = None) -> int:
    """Read the files of published documents that nobody has read yet; answers how many."""
    unread = DocumentFile.objects.filter(page=OuterRef("pk"), file__text_of_file=None)
    pages = DocumentPage.objects.live().filter(Exists(unread)).order_by("-last_published_at", "pk")[:limit]
    return sum(texts_read(page=page, now=now) for page in pages)


def page_published(sender, instance: Page, **kwargs) -> None:
    """``page_published``: the task runs once the publication is committed."""
    if isinstance(instance, DocumentPage):
        transaction.on_commit(partial(read_texts.enqueue, instance.pk), robust=True)


def register_timer() -> None:
    register(Timer("sections.texts", _("Read the files of documents for search"), timedelta(hours=1), _run))


def _run(now: datetime) -> str:
    return str(texts_read_missing(now=now) or "")
