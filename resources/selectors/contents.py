"""Whether a file belongs to a published resource of a site: asked for each piece of a video and each file of a package."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from wagtail.documents import get_document_model
from wagtail.models import Page

from network.models import Institution
from network.selectors import institutions_for_paths
from resources.models import ResourcePage

KEPT_SECONDS = 60
"""How long the answer is kept: so long a part goes on playing after its page was withdrawn."""
KINDS = {
    "media": {"video": ("document", "captions"), "audio": ("document",)},
    "package": {"package": ("document",)},
}


def document_of(*, institution: Institution, page_id: int, document_id: int, use: str) -> Any:
    """The document where a public resource of the institution plays or runs it, else None. `use`: a key of KINDS."""
    key = f"resources:{use}:{institution.pk}:{page_id}:{document_id}"
    allowed = cache.get(key)
    if allowed is None:
        allowed = _belongs(institution, page_id, document_id, KINDS[use])
        cache.set(key, allowed, KEPT_SECONDS)
    return get_document_model().objects.filter(pk=document_id).first() if allowed else None


def _belongs(
    institution: Institution, page_id: int, document_id: int, kinds: dict[str, tuple[str, ...]]
) -> bool:
    page = ResourcePage.objects.live().filter(pk=page_id).first()
    if page is None or page.get_view_restrictions().exists():
        return False
    owner = institutions_for_paths([page.path]).get(page.path[: Page.steplen * 2])
    if owner is None or owner.pk != institution.pk:
        return False
    return any(
        each["value"].get(name) == document_id
        for each in page.contents.raw_data
        for name in kinds.get(each["type"], ())
    )
