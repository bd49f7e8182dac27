"""THE way in which anything that people sent ends: the row, files, look-up keys, rows of other packages, letters, texts of logs;
then the proof (P13.1; law 91/2025, article 14)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from network.models import Letter
from privacy.choices import AuditAction, Ended, EraseReason
from privacy.models import ConsentEvent, DeletionRecord, LegalHold, Submission
from privacy.services.access import audit_record
from privacy.services.retention.records import SUBMISSION, deletion_record


class HeldError(ValidationError):
    """Something may not be erased yet: a hold with a reason is on it."""


@dataclass(frozen=True)
class Dependent:
    """Rows, files or pages that hang on submissions. `erase` takes ids of submissions and answers how many it removed;
    `erase_fields` takes the id of one submission and names of fields that go alone; `archive` answers names and contents of the
    files that the archive takes over with a submission."""

    name: str
    erase: Callable[[Sequence[int]], int | None]
    erase_fields: Callable[[int, Sequence[str]], int | None] | None = None
    archive: Callable[[int], Iterable[tuple[str, bytes]]] | None = None


_dependents: dict[str, Dependent] = {}


def register_dependent(
    name: str,
    *,
    erase: Callable[[Sequence[int]], int | None],
    erase_fields: Callable[[int, Sequence[str]], int | None] | None = None,
    archive: Callable[[int], Iterable[tuple[str, bytes]]] | None = None,
) -> None:
    """Have something removed with the submissions that it belongs to, in their transaction and before them. What lies outside
    the database is removed on commit."""
    if name in _dependents and _dependents[name].erase is not erase:
        raise ValueError(f"Dependents named {name!r} are registered already.")
    _dependents[name] = Dependent(name, erase, erase_fields, archive)


def dependents() -> list[Dependent]:
    return [_dependents[name] for name in sorted(_dependents)]


def submission_erase(
    *,
    submission: Submission,
    reason: EraseReason,
    user: AbstractBaseUser | None = None,
    request_ref: str = "",
    now: datetime | None = None,
) -> DeletionRecord:
    """Erase one submission with all that hangs on it; answers the proof.

    `user`: the member of staff who decided, None where the sender or a timer did; `request_ref`: reference of the request that
    is carried out. Raises HeldError while a hold is on it, Submission.DoesNotExist where it went before.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        refuse_if_held(locked, now)
        return erase_rows([locked], reason=reason, user=user, request_ref=request_ref, now=now)


def refuse_if_held(submission: Submission, now: datetime) -> None:
    hold = LegalHold.objects.on(submission, timezone.localdate(now)).order_by("-ends_on").first()
    if hold:
        raise HeldError(
            _("This may not be erased before %(date)s: %(citation)s."),
            params={"date": date_format(hold.ends_on, "SHORT_DATE_FORMAT"), "citation": hold.citation},
            code="held",
        )


def erase_rows(
    rows: Sequence[Submission],
    *,
    reason: EraseReason,
    now: datetime,
    user: AbstractBaseUser | None = None,
    request_ref: str = "",
    ended: Ended = Ended.WHOLE,
    rule: str = "",
) -> DeletionRecord:
    """Erase submissions of one form of one institution and prove it; inside the caller's transaction, holds looked at before."""
    pks = [row.pk for row in rows]
    counts: Counter[str] = Counter()
    for dependent in dependents():
        counts[dependent.name] += dependent.erase(pks) or 0
    counts["letters"] += Letter.objects.filter(about__submission__in=pks).delete()[0]
    counts["log_texts"] += _blank_log_texts(pks)
    counts["consent_links"] += ConsentEvent._base_manager.filter(submission__in=pks).update(submission=None)
    for label, number in Submission.objects.filter(pk__in=pks).delete()[1].items():
        counts[label.lower()] += number
    institution = rows[0].institution
    record = deletion_record(
        institution=institution,
        what=SUBMISSION,
        form=rows[0].form,
        reason=reason,
        ended=ended,
        rule=rule,
        uids=[row.uid for row in rows],
        counts=counts,
        request_ref=request_ref,
        now=now,
    )
    audit_record(
        institution=institution,
        action=AuditAction.ERASE,
        object_ref=f"deletion:{record.number}",
        user=user,
        count=len(rows),
    )
    return record


def _blank_log_texts(pks: Iterable[int]) -> int:
    """Wagtail's log keeps the text of each object, which is its reference here."""
    entries = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Submission), object_id__in=[str(pk) for pk in pks]
    )
    return entries.exclude(label="").update(label="", data={})
