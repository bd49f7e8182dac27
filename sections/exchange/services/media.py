"""Undo of what came along with the rows of a list: pictures and files that nothing uses go, with their stored bytes."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction
from wagtail.models import Page, ReferenceIndex

from editorial.models.submission import PageMedia, media_of
from network.selectors import home_pages, in_tree
from sections.exchange.choices import RowResult
from sections.models import ImportBatch, ImportedRow

__all__ = ["media_drop"]


def media_drop(*, batch: ImportBatch) -> int:
    """Delete what undone rows of a batch had brought and nobody uses: no page, no draft, no other record. What is used stays, and
    goes with the next undo that frees it. Answers how many went."""
    rows = [row for row in batch.rows.filter(status=RowResult.UNDONE) if row.media]
    if not rows:
        return 0
    drafts = list(_media_of_drafts(batch))
    used = {_name(media) for found in drafts for media in found}
    return sum(_drop_of(row, used) for row in rows)


@transaction.atomic
def _drop_of(row: ImportedRow, used: set[str]) -> int:
    kept = []
    for name in row.media:
        label, _colon, pk = name.rpartition(":")
        media = apps.get_model(label).objects.filter(pk=pk).first()
        if media is None:
            continue
        if name in used or ReferenceIndex.get_references_to(media).exists():
            kept.append(name)
        else:
            media.delete()
    gone = len(row.media) - len(kept)
    row.media = kept
    row.save(update_fields=["media"])
    return gone


def _media_of_drafts(batch: ImportBatch) -> Iterator[PageMedia]:
    """The index of references knows pages as they are stored; what waits beside a published page is read from its version."""
    for home in home_pages(batch.institution):
        for page in Page.objects.filter(**in_tree(home), live=True, has_unpublished_changes=True):
            if page.latest_revision_id:
                yield media_of(page.get_latest_revision_as_object())


def _name(media: models.Model) -> str:
    return f"{media._meta.label_lower}:{media.pk}"
