"""What a site says on every page for some days: its notice has a new version (P11.3), an incident concerns what people sent (law
91/2025, article 23)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from network.models import Institution
from privacy.models import Incident, Notice
from privacy.register.selectors import holding_notices

GENERATION = "privacy:announced"
KEPT = 24 * 3600
TOLD_AT_LEAST = timedelta(days=30)
"""So long an incident is announced, closed or not."""


@dataclass(frozen=True)
class Announcement:
    """A new version of a notice that the site speaks of until a day."""

    number: int
    title: str
    title_en: str
    in_force_from: date
    until: date


@dataclass(frozen=True)
class PublicIncident:
    """An incident that the site speaks of: as long as it is open, thirty days at least (`until`, None while it is open)."""

    public_from: date
    until: date | None


def announcements_of(institution: Institution, *, on: date | None = None) -> list[Announcement]:
    """What a site announces on a day: new versions of its own notice and, where the authority's holds here, of that one.

    Kept in the cache, so that pages pay nothing; a version that is published drops it for every site.
    """
    on = on or timezone.localdate()
    return [item for item in _said(institution, on)[0] if item.until >= on]


def _said(institution: Institution, on: date) -> tuple[list[Announcement], list[PublicIncident]]:
    """What there is to say now and later; one entry in the cache for both."""
    key = f"{GENERATION}:{cache.get(GENERATION, '')}:{institution.pk}"
    found = cache.get(key)
    if found is None:
        found = _announcements(institution, on), _incidents(institution, on)
        cache.set(key, found, KEPT)
    return found


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


def incidents_public(institution: Institution, *, on: date | None = None) -> list[Incident]:
    """The incidents that a site speaks of on a day, the newest first; one query. A drill is none."""
    since = (on or timezone.localdate()) - TOLD_AT_LEAST
    rows = Incident.objects.filter(institution=institution, public_from__isnull=False, is_drill=False)
    rows = rows.filter(Q(closed_at=None) | Q(public_from__date__gte=since))
    return list(rows.order_by("-public_from", "-pk"))


def _incidents(institution: Institution, on: date) -> list[PublicIncident]:
    found = []
    for incident in incidents_public(institution, on=on):
        first = timezone.localdate(incident.public_from)
        found.append(PublicIncident(first, first + TOLD_AT_LEAST if incident.closed_at else None))
    return found


def forget_incident(sender, instance: Incident, raw: bool = False, **kwargs) -> None:
    """An incident of which people were told was stored: as `forget`."""
    if not raw and instance.public_from:
        transaction.on_commit(_forget_all)


def _forget_all() -> None:
    cache.set(GENERATION, secrets.token_hex(8), None)


def forget(sender, instance: Notice, raw: bool = False, **kwargs) -> None:
    """A notice was stored: every site looks again, once the running transaction is committed."""
    if not raw and instance.published_at:
        transaction.on_commit(_forget_all)


def alerts_for(institution: Institution, *, on: date | None = None) -> list[dict[str, str]]:
    """The announcements as the frame of a page shows them, incidents first."""
    on = on or timezone.localdate()
    english = get_language() == "en"
    rows = [
        {
            "level": "warning",
            "title": _("An incident concerns information that people gave us"),
            "text": _("Announced on %(date)s.") % {"date": f"{incident.public_from:%d/%m/%Y}"},
            "url": f"{reverse('privacy_notice')}#incidents",
            "link_text": _("What happened, and what you should do"),
        }
        for incident in _said(institution, on)[1]
        if incident.until is None or incident.until >= on
    ]
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
