"""Reads of the register: for the screens of staff, for the desk, for the authority above, and for the public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Prefetch, Q
from django.utils import timezone

from common.personal_data import DataClass
from network.models import Institution
from privacy.choices import ActivityStatus, Necessity
from privacy.models import (
    AbstractFormPage,
    Notice,
    PrivacyOfficer,
    ProcessingActivity,
    Processor,
    Purpose,
    Recipient,
    TransferAgreement,
)
from privacy.selectors import IN_FORCE, FormEntry, forms_of

AHEAD = timedelta(days=60)
"""How long before its end an agreement is shown as running out."""


def recipient_names(institution: Institution) -> dict[int, str]:
    return dict(Recipient.objects.filter(institution=institution).values_list("pk", "name"))


@dataclass
class RegisterState:
    """Numbers of one institution, of nothing that people sent."""

    waiting: int = 0
    outdated: int = 0
    drafts: int = 0
    in_force: int = 0
    expiring: int = 0
    expired: int = 0
    notice_waits: bool = False
    has_officer: bool = False
    notice_from: date | None = None
    notice_is_own: bool = False

    @property
    def wants_something(self) -> bool:
        return bool(self.waiting or self.outdated or self.expiring or self.expired or self.notice_waits)


def register_states(ids: Iterable[int], *, on: date) -> dict[int, RegisterState]:
    """Institution id → its numbers; six queries for any number of institutions."""
    ids = list(ids)
    found = {pk: RegisterState() for pk in ids}
    rows = (
        ProcessingActivity.objects.filter(institution__in=ids)
        .order_by()
        .values("institution")
        .annotate(
            waiting=Count("pk", filter=Q(submitted_at__isnull=False)),
            outdated=Count("pk", filter=Q(status=ActivityStatus.OUTDATED, submitted_at__isnull=True)),
            drafts=Count("pk", filter=Q(status=ActivityStatus.DRAFT)),
            in_force=Count("pk", filter=Q(status__in=IN_FORCE)),
        )
    )
    for row in rows:
        state = found[row.pop("institution")]
        state.__dict__.update(row)
    waiting = Notice.objects.filter(institution__in=ids, published_at=None, submitted_at__isnull=False)
    for pk in waiting.order_by().values_list("institution", flat=True):
        found[pk].notice_waits = True
    for model in (TransferAgreement, Processor):
        near = model.objects.open(on).filter(institution__in=ids, valid_to__lte=on + AHEAD)
        counted = (
            near.order_by()
            .values("institution")
            .annotate(all=Count("pk"), over=Count("pk", filter=Q(valid_to__lt=on)))
        )
        for row in counted:
            found[row["institution"]].expired += row["over"]
            found[row["institution"]].expiring += row["all"] - row["over"]
    officers = PrivacyOfficer.objects.in_office(on).filter(institution__in=ids)
    for pk in officers.order_by().values_list("institution", flat=True).distinct():
        found[pk].has_officer = True
    notices = Notice.objects.newest(on).filter(institution__in=ids).order_by()
    for pk, since, generated in notices.values_list("institution", "in_force_from", "is_generated"):
        found[pk].notice_from, found[pk].notice_is_own = since, not generated
    return found


@dataclass(frozen=True)
class Waiting:
    """One entry that waits for approval."""

    entry: ProcessingActivity | Notice
    institution: Institution
    title: str

    @property
    def is_notice(self) -> bool:
        return isinstance(self.entry, Notice)


def unsettled_entries(ids: Iterable[int]) -> tuple[list[Waiting], list[ProcessingActivity]]:
    """Of these institutions what waits for approval, the oldest first, and the activities that changed since they were approved
    and are with nobody for approval; two queries."""
    ids = list(ids)
    if not ids:
        return [], []
    unsettled = Q(submitted_at__isnull=False) | Q(status=ActivityStatus.OUTDATED)
    activities = list(
        ProcessingActivity.objects.filter(unsettled, institution__in=ids).select_related("institution")
    )
    notices = Notice.objects.filter(institution__in=ids, published_at=None, submitted_at__isnull=False)
    waiting = [Waiting(a, a.institution, a.name) for a in activities if a.submitted_at is not None]
    waiting += [
        Waiting(n, n.institution, n.title)
        for n in notices.select_related("institution").defer("body", "body_en")
    ]
    waiting.sort(key=lambda row: row.entry.submitted_at)
    return waiting, [a for a in activities if a.submitted_at is None]


def expiring_agreements(ids: Iterable[int], *, on: date) -> list[TransferAgreement | Processor]:
    """The open agreements that run out within sixty days or have run out, the nearest first; two queries."""
    ids = list(ids)
    if not ids:
        return []
    rows: list[TransferAgreement | Processor] = []
    for model, related in ((TransferAgreement, ("institution", "recipient")), (Processor, ("institution",))):
        found = model.objects.open(on).filter(institution__in=ids, valid_to__lte=on + AHEAD)
        rows += found.select_related(*related)
    return sorted(rows, key=lambda row: (row.valid_to, row.pk))


# For the public


@dataclass
class PublicActivity:
    """One entry of the public register: what is done, with its purposes and the published forms that take part."""

    activity: ProcessingActivity
    purposes: list[Purpose] = field(default_factory=list)
    forms: list[FormEntry] = field(default_factory=list)

    @property
    def field_tables(self) -> list[dict[str, Any]]:
        """What each form asks: ``{title, rows: [{label, data_class, necessity}]}``."""
        return [{"title": entry.page.title, "rows": field_rows(entry.page)} for entry in self.forms]


def field_rows(page: AbstractFormPage) -> list[dict[str, str]]:
    """The fields of a form with their class and the reason why they are asked."""
    return [
        {
            "label": str(asked.label),
            "data_class": str(DataClass(form.statements[name].data_class).label),
            "necessity": str(Necessity(form.statements[name].necessity).label),
        }
        for form in page.question_forms()
        for name, asked in form.base_fields.items()
    ]


def public_register(institution: Institution, *, language: str) -> list[PublicActivity]:
    """The activities in force with purposes, recipients, outside processors and forms; a fixed number of queries."""
    recipients = Prefetch("recipients", queryset=Recipient.objects.filter(is_active=True))
    purposes = Prefetch(
        "purposes", queryset=Purpose.objects.filter(is_active=True).prefetch_related(recipients)
    )
    today = timezone.localdate()
    running = Prefetch("processors", queryset=Processor.objects.running(today), to_attr="running_processors")
    activities = list(
        ProcessingActivity.objects.filter(institution=institution, status__in=IN_FORCE).prefetch_related(
            purposes, running
        )
    )
    everything = [purpose for activity in activities for purpose in activity.purposes.all()]
    by_code: dict[str, list[FormEntry]] = {}
    for entry in forms_of(institution, language=language, purposes=everything):
        by_code.setdefault(entry.page.form_code, []).append(entry)
    return [
        PublicActivity(activity, list(activity.purposes.all()), by_code.get(activity.code, []))
        for activity in activities
    ]


def holding_notices(institution: Institution, *, on: date | None = None) -> list[Notice]:
    """The notices that hold for an institution: the one in force, and what it adds to where it is an addition."""
    current = Notice.objects.current(institution, on=on)
    if current is None:
        return []
    base = Notice.objects.base_of(current, institution, on=on)
    return [current, base] if base else [current]
