"""What every page of a site announces now: its own announcements, and those of the authorities above it for all members, which
a member cannot take away."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Substr
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page

from common.models import SITE_ROOT_DEPTH
from network.models import Institution
from network.selectors import home_pages, in_tree, institutions_for_paths
from network.site_roots import public_origin
from sections.models.alerts import AlertLevel, AlertPage, AlertScope

GENERATION = "sections:alerts"
KEPT = 3600
SHOWN = 5
"""So many at the most stand on a page, the most urgent first."""
LOOK = {
    AlertLevel.INFO: "info",
    AlertLevel.ATTENTION: "attention",
    AlertLevel.WARNING: "warning",
    AlertLevel.URGENT: "danger",
}
"""The level as templates/components/alert_banner.html shows it."""


@dataclass(frozen=True)
class Announced:
    """One announcement in one language. `from_name` is the authority's, on the sites of its members."""

    key: str
    language: str
    level: str
    title: str
    text: str
    url: str
    from_name: str
    shown_from: datetime | None
    shown_until: datetime

    @property
    def look(self) -> dict[str, Any]:
        level = AlertLevel(self.level)
        language = get_language() or "vi"
        return {
            "level": LOOK[level],
            "word": level.label,
            "title": self.title,
            "text": self.text,
            "url": self.url,
            "folds": True,
            "from_name": self.from_name,
            "lang": "" if language == self.language else self.language,
        }


def announced_on(institution: Institution, *, now: datetime) -> tuple[list[Announced], datetime | None]:
    """What is announced at a moment, and when that changes next (None: not within what is known).

    Kept in the cache, so that pages pay nothing; an announcement that is published or withdrawn drops it for every site.
    """
    key = f"{GENERATION}:{cache.get(GENERATION, '')}:{institution.pk}"
    known = cache.get(key)
    if known is None:
        known = _known(institution, now)
        cache.set(key, known, KEPT)
    shown = [
        one for one in known if (one.shown_from is None or one.shown_from <= now) and one.shown_until > now
    ]
    changes = [
        moment for one in known for moment in (one.shown_from, one.shown_until) if moment and moment > now
    ]
    return _in_language(shown), min(changes, default=None)


def alerts_for(institution: Institution, *, now: datetime | None = None) -> list[dict[str, Any]]:
    """The announcements as the frame of a page shows them."""
    return [one.look for one in announced_on(institution, now=now or timezone.now())[0][:SHOWN]]


def _in_language(shown: list[Announced]) -> list[Announced]:
    """Each announcement once: in the language of the reader where there is one, otherwise as it was written."""
    language = get_language() or "vi"
    by_key: dict[str, Announced] = {}
    for one in sorted(shown, key=lambda one: one.language != language):
        by_key.setdefault(one.key, one)
    rank = list(AlertLevel)
    return sorted(by_key.values(), key=lambda one: (-rank.index(AlertLevel(one.level)), one.shown_until))


def _known(institution: Institution, now: datetime) -> list[Announced]:
    """All that is announced on a site now or later; two queries, three more where there is something."""
    step = institution.steplen
    above = [institution.path[:end] for end in range(step, len(institution.path), step)]
    own = Q(pk__in=())
    for home in home_pages(institution):
        own |= Q(**in_tree(home))
    homes = Page.objects.filter(
        depth=SITE_ROOT_DEPTH,
        translation_key__in=Institution.objects.filter(path__in=above).order_by().values("home_key"),
    )
    found = AlertPage.objects.live().filter(shown_until__gt=now)
    found = found.alias(place=Substr("path", 1, Page.steplen * SITE_ROOT_DEPTH)).filter(
        own | Q(scope=AlertScope.MEMBERS, place__in=homes.order_by().values("path"))
    )
    rows = list(found.select_related("locale").order_by("-first_published_at", "-pk"))
    owners = institutions_for_paths([row.path for row in rows]) if rows else {}
    return [
        _announced(row, owners.get(row.path[: Page.steplen * SITE_ROOT_DEPTH]), institution) for row in rows
    ]


def _announced(row: AlertPage, owner: Institution | None, reader: Institution) -> Announced:
    is_foreign = owner is not None and owner.pk != reader.pk
    language = row.locale.language_code
    address = ""
    if row.body and owner is not None:
        path = row.get_url_parts()
        address = (public_origin(owner.hostname) if is_foreign else "") + (path[2] if path else "")
    return Announced(
        key=str(row.translation_key),
        language=language,
        level=row.level,
        title=row.title,
        text=row.summary,
        url=address,
        from_name=owner.local_name if is_foreign else "",
        shown_from=row.shown_from,
        shown_until=row.shown_until,
    )


def forget(sender, instance: Page, **kwargs) -> None:
    """``page_published``, ``page_unpublished``, deletion: every site looks again, once the transaction is committed."""
    if isinstance(instance, AlertPage):
        transaction.on_commit(_forget)


def _forget() -> None:
    cache.set(GENERATION, secrets.token_hex(8), None)
