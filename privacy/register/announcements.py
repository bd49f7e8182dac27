"""What a site says on every page for some days: its notice has a new version (P11.3)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from django.core.cache import cache
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import Institution
from privacy.models import Notice
from privacy.register.selectors import holding_notices

GENERATION = "privacy:announcements"
KEPT = 24 * 3600


@dataclass(frozen=True)
class Announcement:
    """A new version of a notice that the site speaks of until a day."""

    number: int
    title: str
    title_en: str
    in_force_from: date
    until: date


def announcements_of(institution: Institution, *, on: date | None = None) -> list[Announcement]:
    """What a site announces on a day: new versions of its own notice and, where the authority's holds here, of that one.

    Kept in the cache, so that pages pay nothing; a version that is published drops it for every site.
    """
    on = on or timezone.localdate()
    key = f"{GENERATION}:{cache.get(GENERATION, '')}:{institution.pk}"
    found = cache.get(key)
    if found is None:
        found = _announcements(institution, on)
        cache.set(key, found, KEPT)
    return [item for item in found if item.until >= on]


def _announcements(institution: Institution, on: date) -> list[Announcement]:
    """One query; two where something is announced that may not hold here."""
    rows = list(
        Notice.objects.for_institution(institution)
        .filter(published_at__isnull=False, number__gt=1, announced_until__gte=on)
        .select_related("institution")
        .defer("body", "body_en", "summary", "summary_en")
    )
    if any(row.institution_id != institution.pk for row in rows):
        holding = {notice.institution_id for notice in holding_notices(institution, on=on)}
        rows = [row for row in rows if row.institution_id in holding | {institution.pk}]
    return [
        Announcement(row.number, row.title, row.title_en, row.in_force_from, row.announced_until)
        for row in rows
    ]


def forget(sender, instance: Notice, raw: bool = False, **kwargs) -> None:
    """A notice was stored: every site looks again, once the running transaction is committed."""
    if not raw and instance.published_at:
        transaction.on_commit(lambda: cache.set(GENERATION, secrets.token_hex(8), None))


def alerts_for(institution: Institution, *, on: date | None = None) -> list[dict[str, str]]:
    """The announcements as the frame of a page shows them."""
    on = on or timezone.localdate()
    english = get_language() == "en"
    rows = []
    for item in announcements_of(institution, on=on):
        title = (item.title_en if english else "") or item.title
        values = {"number": item.number, "date": f"{item.in_force_from:%d/%m/%Y}"}
        if item.in_force_from > on:
            text = _("Version %(number)s comes into force on %(date)s.") % values
        else:
            text = _("Version %(number)s has been in force since %(date)s.") % values
        rows.append(
            {
                "level": "info",
                "title": title,
                "text": text,
                "url": reverse("privacy_notice"),
                "link_text": _("What is new"),
            }
        )
    return rows
