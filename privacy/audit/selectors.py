"""Reads of the audit: always of the institutions whose personal information the person protects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from network.models import Institution
from privacy.duties import Duty, institutions_with
from privacy.models import (
    ChainedEntry,
    ConsentEvent,
    DeletionRecord,
    GuardDecision,
    IncidentEvent,
    PrivacyAudit,
    Submission,
    SubmissionFile,
)
from privacy.selectors import broken_links

CHAINS: tuple[type[ChainedEntry], ...] = (
    PrivacyAudit,
    ConsentEvent,
    DeletionRecord,
    GuardDecision,
    IncidentEvent,
)
"""All chains of proof: on the screen and in ``verify_proofs``."""
SUBMISSION = Submission._meta.label_lower
FILE = SubmissionFile._meta.label_lower


@dataclass(frozen=True)
class Checked:
    """One chain of one institution, recomputed."""

    institution: Institution
    name: str
    entries: int
    broken: Sequence[int]


def audits_for(user) -> QuerySet[PrivacyAudit]:
    """The entries of the institutions for which a person has the duty of REVIEW, newest first."""
    return (
        PrivacyAudit.objects.filter(institution__in=institutions_with(user, Duty.REVIEW))
        .select_related("institution", "user")
        .order_by("-occurred_at", "-pk")
    )


def references_of(entries: Iterable[PrivacyAudit]) -> dict[str, str]:
    """`object_ref` → reference code of the submission, where that still exists; two queries at any number of entries."""
    refs = {entry.object_ref for entry in entries}
    uids: dict[str, dict[UUID, list[str]]] = {SUBMISSION: {}, FILE: {}}
    for ref in refs:
        label, _colon, rest = ref.partition(":")
        if label in uids and (uid := _uid(rest.partition(":")[0])):
            uids[label].setdefault(uid, []).append(ref)
    found: dict[str, str] = {}
    for uid, reference in Submission.objects.filter(uid__in=uids[SUBMISSION]).values_list("uid", "reference"):
        found |= dict.fromkeys(uids[SUBMISSION][uid], reference)
    files = SubmissionFile.objects.filter(uid__in=uids[FILE], submission__isnull=False)
    for uid, reference in files.values_list("uid", "submission__reference"):
        found |= dict.fromkeys(uids[FILE][uid], reference)
    return found


def _uid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def chains_checked(institutions: Iterable[Institution]) -> list[Checked]:
    """Every chain of these institutions recomputed from its first entry."""
    return [
        Checked(
            institution,
            str(model._meta.verbose_name_plural),
            model.objects.filter(institution=institution).count(),
            broken_links(institution, model),
        )
        for institution in institutions
        for model in CHAINS
    ]
