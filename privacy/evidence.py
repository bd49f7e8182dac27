"""What sites can show for the clauses on personal information: numbers and days, nothing that people sent (P5.1, P7.3, P9–P11,
P13.1, P15, P16)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from wagtail.models import Page

from common.models import site_path
from network.models import Institution
from privacy.choices import ActivityStatus
from privacy.inspection import staff
from privacy.models import Assessment, Notice, ProcessingActivity, Processor, SubjectRequest, Submission
from privacy.models.retention import held
from privacy.retention.selectors import GRACE
from privacy.selectors import IN_FORCE, form_page_types

__all__ = ["Evidence", "evidence_of"]


@dataclass
class Evidence:
    """What one site shows on a day.

    `notice` holds there: its own, or that of an authority above. `forms` are published, of which `closed` have no activity in
    force and `outdated` one that changed since its approval. `overdue` submissions should have been erased; `late_requests`
    were not answered or carried out in time. `assessed_at` is the last assessment that was done, `assessment_due` the day of
    the one that is open. `read` of `staff` know the regulation in force. `running` and `expired` are agreements with
    processors."""

    notice: Notice | None = None
    is_own_notice: bool = False
    forms: int = 0
    closed: int = 0
    outdated: int = 0
    overdue: int = 0
    late_requests: int = 0
    assessed_at: datetime | None = None
    assessment_due: date | None = None
    staff: int = 0
    read: int = 0
    running: int = 0
    expired: int = 0


def evidence_of(
    institutions: Iterable[Institution],
    now: datetime,
    *,
    read: Mapping[tuple[int, int], bool] | None = None,
) -> dict[int, Evidence]:
    """Institution id → evidence; eleven queries at any number of institutions, forms and rows, three fewer where `read` has what
    ``staff.who_has_read`` answered of them."""
    institutions = list(institutions)
    on, ids = timezone.localdate(now), [institution.pk for institution in institutions]
    found = {pk: Evidence() for pk in ids}
    if not ids:
        return found
    _add_notices(found, institutions, on)
    _add_forms(found, institutions)
    _add_numbers(found, ids, now, on)
    shares = staff.share_of(ids, now) if read is None else staff.shares(read)
    for pk, (members, have_read) in shares.items():
        found[pk].staff, found[pk].read = members, have_read
    return found


def _add_notices(found: dict[int, Evidence], institutions: list[Institution], on: date) -> None:
    """By the same order of precedence as ``Notice.objects.current``; one query for all."""
    above = {institution.pk: _paths(institution.path) for institution in institutions}
    rows = (
        Notice.objects.newest(on)
        .filter(institution__path__in={path for paths in above.values() for path in paths})
        .select_related("institution")
        .defer("body", "body_en", "summary", "summary_en")
        .order_by()
    )
    by_path = {notice.institution.path: notice for notice in rows}
    for institution in institutions:
        held_here = [by_path[path] for path in above[institution.pk] if path in by_path]
        best = min(held_here, key=lambda notice: _rank(notice, institution), default=None)
        found[institution.pk].notice = best
        found[institution.pk].is_own_notice = best is not None and best.institution_id == institution.pk


def _paths(path: str) -> list[str]:
    step = Institution.steplen
    return [path[:end] for end in range(step, len(path) + 1, step)]


def _rank(notice: Notice, institution: Institution) -> tuple[int, int]:
    is_own = notice.institution_id == institution.pk
    if is_own:
        rank = 2 if notice.is_generated else 0
    else:
        rank = 1 if notice.covers_members and not notice.is_generated else 3
    return rank, -notice.institution.depth


def _add_forms(found: dict[int, Evidence], institutions: list[Institution]) -> None:
    """Published pages with a form, each translation counted once, against the register; three queries."""
    keys = {i.home_key: i.pk for i in institutions if i.home_key}
    homes = {
        path: keys[key]
        for path, key in Page.objects.filter(translation_key__in=keys).values_list("path", "translation_key")
    }
    below = Q(pk__in=())
    for path in homes:
        below |= Q(path__range=Page._get_children_path_interval(path))
    types = ContentType.objects.get_for_models(*form_page_types(), for_concrete_models=False)
    pages = Page.objects.filter(below, content_type__in=types.values(), live=True).specific(defer=True)
    codes = {(homes[site_path(page.path)], page.form_code) for page in pages}
    states = {
        (pk, code): status
        for pk, code, status in ProcessingActivity.objects.filter(
            institution__in=found, code__in={code for _pk, code in codes}
        ).values_list("institution_id", "code", "status")
    }
    for pk, code in codes:
        status = states.get((pk, code))
        found[pk].forms += 1
        found[pk].closed += status not in IN_FORCE
        found[pk].outdated += status == ActivityStatus.OUTDATED


def _add_numbers(found: dict[int, Evidence], ids: list[int], now: datetime, on: date) -> None:
    late = Q(expires_at__lte=now - GRACE) | Q(trim_at__lte=now - GRACE)
    ended = Submission.objects.filter(late, institution__in=ids).exclude(held(on))
    for pk, number in _counted(ended):
        found[pk].overdue = number
    for pk, number in _counted(SubjectRequest.objects.of(ids).filter(is_immediate=False).overdue(on)):
        found[pk].late_requests = number
    assessments = (
        Assessment.objects.filter(institution__in=ids)
        .order_by()
        .values_list("institution_id")
        .annotate(done=Max("done_at"), due=Min("due_on", filter=Q(done_at=None)))
    )
    for pk, done, due in assessments:
        found[pk].assessed_at, found[pk].assessment_due = done, due
    agreements = (
        Processor.objects.open(on)
        .filter(institution__in=ids)
        .order_by()
        .values_list("institution_id")
        .annotate(
            running=Count("pk", filter=Q(signed_on__lte=on, valid_to__gte=on)),
            expired=Count("pk", filter=Q(valid_to__lt=on)),
        )
    )
    for pk, running, expired in agreements:
        found[pk].running, found[pk].expired = running, expired


def _counted(rows) -> Iterable[tuple[int, int]]:
    return rows.order_by().values_list("institution_id").annotate(number=Count("pk"))
