"""The list of links: written when a page is published, brought up to date at night."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from common.models import BasePage
from network.models import Institution
from network.selectors import institution_for_page, institutions_for_paths
from resources.choices import LINK_STEPS, LinkFault, LinkState
from resources.models import CheckedLink, LinkPlace
from resources.selectors.links import links_of

CHECK_AFTER = timedelta(hours=1)
"""A new address is first asked when whoever wrote it has had time to put it right."""
CONFIRMED_AFTER = timedelta(hours=18)
"""A server that is down for an evening is not broken: so long after the first failure a second one counts."""
BATCH = 200
MOST_LINKS = 300
"""Addresses of one page that are looked at."""


def digest_of(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def _links_for(urls: list[str], now: datetime) -> list[CheckedLink]:
    """The rows of these addresses, new ones made; two statements."""
    CheckedLink.objects.bulk_create(
        [
            CheckedLink(
                digest=digest_of(url),
                url=url,
                host=(urlsplit(url).hostname or "")[:255],
                due_at=now + CHECK_AFTER,
            )
            for url in urls
        ],
        ignore_conflicts=True,
    )
    return list(CheckedLink.objects.filter(digest__in=[digest_of(url) for url in urls]))


@transaction.atomic
def page_links_write(
    *, page: Page, institution: Institution | None = None, now: datetime | None = None
) -> int:
    """Bring the places of one page in step with what it leads to now; answers how many addresses it has. A second run changes
    nothing."""
    institution = institution or institution_for_page(page)
    urls = links_of(page)[:MOST_LINKS] if page.live and institution else []
    wanted = {link.pk for link in _links_for(urls, now or timezone.now())} if urls else set()
    places = LinkPlace.objects.filter(page_id=page.pk)
    kept = set(places.values_list("link_id", flat=True))
    if gone := kept - wanted:
        places.filter(link_id__in=gone).delete()
        links_forget(list(gone))
    LinkPlace.objects.bulk_create(
        [LinkPlace(link_id=pk, page_id=page.pk, institution=institution) for pk in sorted(wanted - kept)],
        ignore_conflicts=True,
    )
    return len(wanted)


def links_forget(link_ids: list[int] | None = None) -> int:
    """Delete addresses to which no page leads any more."""
    rows = CheckedLink.objects.filter(places=None)
    if link_ids is not None:
        rows = rows.filter(pk__in=link_ids)
    return rows.delete()[0]


def links_reconcile(*, since: datetime | None = None, now: datetime | None = None) -> int:
    """Read the links of the pages that were published since a moment (of all, where none is given), and forget what no page
    leads to; answers how many pages were read."""
    LinkPlace.objects.filter(page__live=False).delete()
    pages = Page.objects.filter(live=True, depth__gt=1).order_by("pk")
    if since is not None:
        pages = pages.filter(last_published_at__gte=since)
    keys = list(pages.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        some = list(Page.objects.filter(pk__in=keys[start : start + BATCH]).specific())
        owners = institutions_for_paths([page.path for page in some])
        for page in some:
            owner = owners.get(page.path[: Page.steplen * 2])
            if owner is not None and isinstance(page, BasePage):
                page_links_write(page=page, institution=owner, now=now)
    links_forget()
    return len(keys)


@transaction.atomic
def link_record(
    *, link: CheckedLink, fault: LinkFault, status: int | None, due_at: datetime, now: datetime
) -> CheckedLink:
    """What a check found. An address that failed is broken only when a second check, not on the same day, fails as well."""
    link = CheckedLink.objects.select_for_update().get(pk=link.pk)
    left = fault in (LinkFault.PRIVATE, LinkFault.ROBOTS, LinkFault.CLOSED)
    if fault == LinkFault.NONE or left:
        state = LinkState.LEFT if left else LinkState.FINE
        link.failures, link.failed_since = 0, None
    else:
        link.failures += 1
        link.failed_since = link.failed_since or now
        is_confirmed = link.failures >= 2 and now - link.failed_since >= CONFIRMED_AFTER
        is_known = link.state == LinkState.BROKEN
        state = LinkState.BROKEN if is_confirmed or is_known else LinkState.DOUBTFUL
    if state not in LINK_STEPS[link.state]:
        raise ValueError(f"A link that is {link.state} does not become {state}.")
    link.state, link.fault, link.status = state, fault, status
    link.checked_at, link.due_at = now, due_at
    link.save()
    return link


def link_check_again(*, place: LinkPlace, now: datetime | None = None) -> None:
    """Somebody of the board asks for a new check: the address is due at once. What is known of it stays until then."""
    CheckedLink.objects.filter(pk=place.link_id).update(due_at=now or timezone.now())


def link_accept(*, place: LinkPlace) -> None:
    """The board keeps the link although it does not answer; this page alone is meant."""
    LinkPlace.objects.filter(pk=place.pk).update(is_accepted=True)
