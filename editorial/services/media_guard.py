"""What a published page shows is not exchanged behind the board's back: the file of a picture or document on it stays
(W7.1). Author, source, terms and description may be put right at any time."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from editorial.models import ChainRefusedError, SiteDocument, SiteImage
from editorial.services.guard import system_is_publishing

NAMED = 3
"""How many pages a refusal names."""
STAYS = _(
    "It stands on published pages (%(titles)s), which showed it to the board. Upload the new one beside it, place it in "
    "the page and submit the page."
)


def published_pages_with(media: SiteImage | SiteDocument) -> list[Page]:
    """Up to three published pages that show a picture or offer a file; two queries at the most."""
    shown = ReferenceIndex.get_references_to(media).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    ids = {int(pk) for pk in shown.values_list("object_id", flat=True)}
    return list(Page.objects.live().filter(pk__in=ids).order_by("path")[:NAMED]) if ids else []


def reason_to_keep(media: SiteImage | SiteDocument) -> str | Promise | None:
    """Why the stored file may be neither exchanged nor deleted, or None."""
    if media.pk is None or system_is_publishing():
        return None
    pages = published_pages_with(media)
    return STAYS % {"titles": ", ".join(page.title for page in pages)} if pages else None


def refuse_exchange(sender, instance: SiteImage | SiteDocument, raw: bool = False, **kwargs) -> None:
    """``pre_save`` of a picture or document."""
    if raw or instance.pk is None:
        return
    stored = sender.objects.filter(pk=instance.pk).values_list("file", flat=True).first()
    if stored in (None, "") or (instance.file.name == stored and instance.file._committed):
        return
    if reason := reason_to_keep(instance):
        raise ChainRefusedError(reason)


def refuse_deletion(sender, instance: SiteImage | SiteDocument, **kwargs) -> None:
    """``pre_delete`` of a picture or document."""
    if reason := reason_to_keep(instance):
        raise ChainRefusedError(reason)
