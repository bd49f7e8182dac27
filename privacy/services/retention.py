"""Nothing is kept longer than its purpose needs (P13.1)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from privacy.models import ConsentEvent, FormDraft, PrivacyAudit, Submission

AUDIT_LIFE = timedelta(days=366)


@dataclass(frozen=True)
class Purged:
    """How many of each went, or would go. No more than numbers: the report names nobody."""

    submissions: int
    drafts: int
    consent_links: int
    audit_entries: int

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def purge_expired(*, now: datetime | None = None, dry_run: bool = False, batch: int = 500) -> Purged:
    """Erase submissions and drafts whose time is over, with all that hangs on them, and audit entries after a
    year.

    The decisions themselves stay in their chain; the link from them to a person goes with the submission.
    """
    now = now or timezone.now()
    submissions = Submission.objects.expired(now)
    drafts = FormDraft.objects.filter(expires_at__lte=now)
    audits = PrivacyAudit.objects.filter(occurred_at__lte=now - AUDIT_LIFE)
    links = ConsentEvent.objects.filter(submission__in=submissions)
    counts = Purged(submissions.count(), drafts.count(), links.count(), audits.count())
    if dry_run:
        return counts
    drafts.delete()
    while pks := list(submissions.values_list("pk", flat=True)[:batch]):
        with transaction.atomic():
            Submission.objects.filter(pk__in=pks).delete()
    # The query set refuses deletion; the end of an entry's own time is the one reason for it.
    audits._raw_delete(audits.db)
    return counts
