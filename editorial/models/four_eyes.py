"""Who has changed a page since it was last published: nobody approves what they wrote or touched (W11.1)."""

from __future__ import annotations

from django.db.models import Q
from wagtail.models import Page, Revision

from editorial.models.publications import Publication

BOOKKEEPING = frozenset(
    {
        "comments",
        "content_type",
        "depth",
        "draft_title",
        "expired",
        "first_published_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "path",
        "url_path",
        "wagtail_admin_comments",
    }
)
"""What a revision holds beside the page's content: a comment in the margin is no change of the text."""


def same_content(first: dict, second: dict) -> bool:
    """Whether two revisions' contents say the same, bookkeeping and comments aside."""
    keys = (first.keys() | second.keys()) - BOOKKEEPING
    return all(first.get(key) == second.get(key) for key in keys)


def revisions_since_publication(page: Page) -> tuple[dict | None, list[Revision]]:
    """The content last published, and the revisions since then, the oldest first. Two queries at the most."""
    last = (
        Publication.objects.filter(page_id=page.pk, published_at__isnull=False, revision__isnull=False)
        .select_related("revision")
        .order_by("-published_at", "-pk")
        .first()
    )
    revisions = Revision.page_revisions.filter(object_id=str(page.pk)).order_by("created_at", "pk")
    if last is None:
        return None, list(revisions)
    base = last.revision
    later = Q(created_at__gt=base.created_at) | Q(created_at=base.created_at, pk__gt=base.pk)
    return base.content, list(revisions.filter(later))


def writers_since_publication(page: Page) -> list[int]:
    """Ids of the users who changed the page since it was last published, in the order of their first
    change."""
    before, revisions = revisions_since_publication(page)
    writers: dict[int, None] = {}
    for revision in revisions:
        if revision.user_id and (before is None or not same_content(before, revision.content)):
            writers.setdefault(revision.user_id)
        before = revision.content
    return list(writers)
