"""Keeps the index of resources in step with the pages. Signals call it for what the chain does; the nightly run for what sends
no signal (pages written in bulk, sites that were closed)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Page, PageViewRestriction

from common.text import clean_line, fold
from network.models import Institution
from network.selectors import institution_for_page, institutions_for_paths
from resources.models import ResourcePage, ResourceRecord

BATCH = 500
FOLDED = 4000
"""Letters of a resource that are searched."""
INDEXED = (
    "title",
    "path",
    "folded",
    "kind",
    "subject",
    "grade_from",
    "grade_to",
    "licence",
    "language",
    "issued_on",
)


def whole_second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def searched_text(page: ResourcePage) -> str:
    """The folded words by which a resource is found, its title first."""
    with translation.override("vi"):
        words = [
            page.get_subject_display(),
            page.get_kind_display(),
            page.grades_text and f"lớp {page.grades_text}",
        ]
    parts = [
        page.title,
        page.summary,
        page.objective,
        page.curriculum_topic,
        page.author_name,
        *map(str, words),
    ]
    return "\n".join(fold(part) for part in parts if part)[:FOLDED]


def facts_of(page: ResourcePage, root_path: str) -> dict[str, Any]:
    """What a record says of a page. `root_path` is the ``url_path`` of its home page."""
    return {
        "title": clean_line(page.title)[:255],
        "path": _address(page, root_path),
        "folded": searched_text(page),
        "kind": page.kind,
        "subject": page.subject,
        "grade_from": page.grade_from,
        "grade_to": page.grade_to,
        "licence": page.licence,
        "language": page.language,
        "issued_on": page.shown_on,
    }


def _address(page: ResourcePage, root_path: str) -> str:
    prefix = "" if page.locale.language_code == "vi" else f"/{page.locale.language_code}"
    return f"{prefix}/{page.url_path.removeprefix(root_path)}"[:1000]


def _digest(page: ResourcePage, facts: dict[str, Any]) -> str:
    """Of everything that harvesters are given: what did not change is not given anew."""
    told = [
        facts,
        page.author_name,
        page.source_name,
        page.licence_url,
        page.summary,
        page.objective,
        page.curriculum_topic,
        page.minutes,
        [str(audience) for audience in page.audiences],
        list(page.contents.raw_data),
    ]
    return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()


@transaction.atomic
def record_write(*, page: ResourcePage, now: datetime | None = None) -> ResourceRecord | None:
    """The record of a published page, made or changed; None for a page that not everybody may read. Its date moves only where
    something changed that harvesters are given."""
    institution = institution_for_page(page)
    if institution is None:
        return None
    if not page.live or _is_restricted(page):
        record_withdraw(page=page, now=now)
        return None
    root = Page.objects.filter(path=page.path[: Page.steplen * 2]).values_list("url_path", flat=True).first()
    known = ResourceRecord.objects.select_for_update().filter(**_key(page)).first()
    record = _filled(known, page, institution, facts_of(page, root or ""), now or timezone.now())
    record.save()
    return record


def _key(page: Page) -> dict[str, Any]:
    return {"translation_key": page.translation_key, "locale": page.locale.language_code}


def _is_restricted(page: Page) -> bool:
    steps = range(Page.steplen, len(page.path) + 1, Page.steplen)
    return PageViewRestriction.objects.filter(page__path__in=[page.path[:end] for end in steps]).exists()


def _filled(
    record: ResourceRecord | None,
    page: ResourcePage,
    institution: Institution,
    facts: dict[str, Any],
    now: datetime,
) -> ResourceRecord:
    record = record or ResourceRecord(**_key(page), changed_at=whole_second(now))
    digest = _digest(page, facts)
    if record.is_deleted or record.digest != digest or record.institution_id != institution.pk:
        record.changed_at = whole_second(now)
    record.institution, record.page_id = institution, page.pk
    record.digest, record.is_deleted = digest, False
    for name, value in facts.items():
        setattr(record, name, value)
    return record


def record_withdraw(*, page: Page, now: datetime | None = None) -> int:
    """The page is no longer public: the record stays, says so, and forgets the words. Answers 0 where it said so already."""
    return _withdraw(ResourceRecord.objects.filter(**_key(page)), now or timezone.now())


def _withdraw(records, now: datetime) -> int:
    return records.filter(is_deleted=False).update(
        is_deleted=True, changed_at=whole_second(now), page=None, title="", path="", folded="", digest=""
    )


def records_reconcile(*, now: datetime | None = None) -> tuple[int, int]:
    """Bring all records in step with the pages; answers how many were written and withdrawn. A few queries for each five
    hundred pages, whatever the number of sites; a second run changes nothing."""
    now = now or timezone.now()
    written, seen = 0, []
    restricted = list(PageViewRestriction.objects.values_list("page__path", flat=True))
    keys = ResourcePage.objects.live().order_by("pk").values_list("pk", flat=True)
    pages = list(keys)
    for start in range(0, len(pages), BATCH):
        some = ResourcePage.objects.filter(pk__in=pages[start : start + BATCH]).select_related("locale")
        public = [page for page in some if not page.path.startswith(tuple(restricted) or ("-",))]
        made, kept = _reconcile(public, now)
        written += made
        seen += kept
    gone = ResourceRecord.objects.filter(is_deleted=False)
    lost = set(gone.values_list("pk", flat=True)).difference(seen)
    withdrawn = 0
    for start in range(0, len(lost), BATCH):
        withdrawn += _withdraw(ResourceRecord.objects.filter(pk__in=sorted(lost)[start : start + BATCH]), now)
    return written, withdrawn


@transaction.atomic
def _reconcile(pages: Iterable[ResourcePage], now: datetime) -> tuple[int, list[int]]:
    pages = list(pages)
    owners = institutions_for_paths([page.path for page in pages]) if pages else {}
    roots = dict(Page.objects.filter(path__in=owners).values_list("path", "url_path"))
    keys = [page.translation_key for page in pages]
    known = {
        (record.translation_key, record.locale): record
        for record in ResourceRecord.objects.filter(translation_key__in=keys).select_related("institution")
    }
    fresh, changed, kept = [], [], []
    for page in pages:
        place = page.path[: Page.steplen * 2]
        institution = owners.get(place)
        if institution is None or institution.site_id is None:
            continue
        record = known.get((page.translation_key, page.locale.language_code))
        before = record and (record.digest, record.institution_id, record.page_id, record.is_deleted)
        record = _filled(record, page, institution, facts_of(page, roots[place]), now)
        if before is None:
            fresh.append(record)
        else:
            kept.append(record.pk)
            if before != (record.digest, record.institution_id, record.page_id, record.is_deleted):
                changed.append(record)
    ResourceRecord.objects.bulk_create(fresh, batch_size=200)
    names = ["institution", "page", "digest", "is_deleted", "changed_at", *INDEXED]
    ResourceRecord.objects.bulk_update(changed, names, batch_size=100)
    return len(fresh) + len(changed), [*kept, *(record.pk for record in fresh)]
