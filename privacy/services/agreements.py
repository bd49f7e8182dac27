"""Agreements with recipients and processors: written down, ended, and said again before they run out (P8.4, P16.3)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from network.letters import LetterDraft, letters_queue
from network.models.institutions import InstitutionStatus
from privacy.choices import AuditAction
from privacy.duties import keepers_of
from privacy.models import PrivacyOfficer, Processor, RegisterEvent, TransferAgreement
from privacy.services.access import audit_record
from privacy.services.approval import EXPIRING_LETTER, NOT_EDITOR, RefusedError
from privacy.services.notices import may_write

REMINDED_BEFORE = (60, 30, 7)
"""Days before the end on which somebody is reminded; after it every 30 days while nobody acts."""
AGAIN = 30
KEPT_YEARS = 5
KINDS: dict[str, type[TransferAgreement | Processor]] = {
    "transfer": TransferAgreement,
    "processor": Processor,
}


@transaction.atomic
def agreement_save(*, agreement: TransferAgreement | Processor, user, activities=None):
    """Store an agreement; `agreement` carries the new values, `activities` are those of a processor. A new last day is
    reminded of anew."""
    if not may_write(user, agreement.institution):
        raise RefusedError(NOT_EDITOR)
    agreement.reminded_on = None
    agreement.full_clean(exclude=["institution"])
    agreement.save()
    if activities is not None:
        agreement.activities.set(activities)
    _audit(agreement, user)
    return agreement


@transaction.atomic
def agreement_end(*, agreement: TransferAgreement | Processor, user, ended_on: date | None = None):
    """Say that an agreement is over, before its day or after it."""
    if not may_write(user, agreement.institution):
        raise RefusedError(NOT_EDITOR)
    agreement.ended_on = ended_on or timezone.localdate()
    agreement.save(update_fields=["ended_on"])
    _audit(agreement, user)
    return agreement


@transaction.atomic
def agreements_remind(now: datetime) -> str | None:
    """Queue a letter for each agreement that runs out in 60, 30 or 7 days, or has run out without anybody acting: to who
    protects personal information and to who approves."""
    today = timezone.localdate(now)
    ahead = today + timedelta(days=max(REMINDED_BEFORE))
    due = []
    for model in KINDS.values():
        rows = model.objects.open(today).filter(
            valid_to__lte=ahead, institution__status=InstitutionStatus.ACTIVE
        )
        found = [row for row in rows if is_due(row, today)]
        model.objects.filter(pk__in=[row.pk for row in found]).update(reminded_on=today)
        due += found
    people = keepers_of({row.institution_id for row in due})
    drafts = [
        LetterDraft(user_id=pk, institution_id=row.institution_id, about={row.kind_name: row.pk})
        for row in due
        for pk in sorted(people[row.institution_id])
    ]
    letters_queue(kind=EXPIRING_LETTER, drafts=drafts, now=now)
    return f"{len(drafts)}" if drafts else None


def is_due(agreement: TransferAgreement | Processor, today: date) -> bool:
    """Whether a reminder is due that was not sent yet."""
    left = (agreement.valid_to - today).days
    if left < 0:
        steps = [agreement.valid_to + timedelta(days=1 + AGAIN * ((-left - 1) // AGAIN))]
    else:
        steps = [agreement.valid_to - timedelta(days=days) for days in REMINDED_BEFORE if left <= days]
    last = max(steps, default=None)
    return last is not None and (agreement.reminded_on is None or agreement.reminded_on < last)


@transaction.atomic
def register_purge(now: datetime) -> str | None:
    """Remove what the register keeps for five years after its end: appointments, agreements, acts."""
    today = timezone.localdate(now)
    before = today.replace(year=today.year - KEPT_YEARS, day=min(today.day, 28))
    counts = {
        "officers": PrivacyOfficer.objects.filter(ends_on__lt=before).delete()[0],
        "events": RegisterEvent.objects.filter(at__date__lt=before).delete()[0],
    }
    for name, model in KINDS.items():
        counts[name] = model.objects.filter(ended_on__lt=before).delete()[0]
    return str(counts) if any(counts.values()) else None


def _audit(agreement, user) -> None:
    audit_record(
        institution=agreement.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{agreement._meta.label_lower}:{agreement.pk}",
        user=user,
    )
