"""Who has changed a page since it was last published: nobody approves what they wrote or touched (W11.1)."""

from __future__ import annotations

import contextlib
import html
import json
import re

from django.core.serializers.json import DjangoJSONEncoder
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
    first, second = as_stored(first), as_stored(second)
    keys = (first.keys() | second.keys()) - BOOKKEEPING
    return all(first.get(key) == second.get(key) for key in keys)


def as_stored(content: dict) -> dict:
    """A revision's content as the database gives it back: one that was just made holds dates and numbers, not their words."""
    return json.loads(json.dumps(content, cls=DjangoJSONEncoder))


BLOCK_KEY = re.compile(r"""\s+data-block-key=(\\*)"[^"\\]*\1\"""")
BETWEEN_TAGS = re.compile(r"(?:\s|\\n|\\r)+(?=<)")


def same_words(first: dict, second: dict) -> bool:
    """Whether two revisions' contents read the same: the editor of rich text gives each paragraph a key, drops the white space
    between tags and writes characters instead of their names, and a form gives back an empty text or an unticked box for a part
    that was never filled, with nothing changed by a person."""
    first, second = as_stored(first), as_stored(second)
    keys = (first.keys() | second.keys()) - BOOKKEEPING
    return all(_bare(first.get(key)) == _bare(second.get(key)) for key in keys)


def _bare(value):
    if value is None or value is False:
        return ""
    if isinstance(value, str) and value.startswith("[{"):
        # A stream field is kept as a text in JSON.
        with contextlib.suppress(ValueError):
            return _bare(json.loads(value))
    if isinstance(value, str) and "<" in value:
        return html.unescape(BETWEEN_TAGS.sub("", BLOCK_KEY.sub("", value))).strip()
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    return [_bare(part) for part in value] if isinstance(value, list) else value


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
