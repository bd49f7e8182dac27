"""What holds the end of something up, and what proves that it ended (P13.1; law 91/2025, article 14)."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import Ended, EraseReason
from privacy.models.proof import ChainedEntry
from privacy.models.submissions import Submission


class LegalHoldQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None):
        """Those that hold something up on a day (today)."""
        on = on or timezone.localdate()
        return self.filter(starts_on__lte=on, ends_on__gte=on, lifted_at__isnull=True)

    def of(self, institutions):
        return self.filter(institution__in=institutions)

    def on(self, submission: Submission, day: date | None = None):
        """Those that hold this submission."""
        whole = Q(submission__isnull=True) & (Q(form="") | Q(form=submission.form))
        return self.in_force(day).filter(
            Q(submission=submission) | whole, institution_id=submission.institution_id
        )


class LegalHold(models.Model):
    """Why something may not be erased yet: one submission, all of one form, or all of an institution. It ends by itself on
    `ends_on`, which is never open."""

    personal_data = PersonalData(
        fields={"placed_by": DataClass.PERSONAL, "lifted_by": DataClass.PERSONAL},
        purpose=_("To know who held the erasure of information up, and why."),
        retention=_("Five years after the hold ended."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="legal_holds")
    form = models.CharField(_("form"), max_length=64, blank=True)
    submission = models.ForeignKey(
        Submission, null=True, blank=True, on_delete=models.CASCADE, related_name="holds"
    )
    reason = models.TextField(_("reason"), help_text=_("What it is needed for. Name no person."))
    citation = models.CharField(
        _("ordered by"), max_length=255, help_text=_("Number, date and issuer of the document or article.")
    )
    starts_on = models.DateField(_("from"), default=timezone.localdate)
    ends_on = models.DateField(_("until"))
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    placed_at = models.DateTimeField(auto_now_add=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, editable=False)

    objects = LegalHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold on erasure")
        verbose_name_plural = _("holds on erasure")
        ordering = ["-ends_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")), name="hold_term_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.citation

    def is_in_force(self, on: date | None = None) -> bool:
        on = on or timezone.localdate()
        return self.lifted_at is None and self.starts_on <= on <= self.ends_on


def held(on: date | None = None) -> Exists:
    """Condition on submissions: something holds this one up on a day."""
    whole = Q(submission__isnull=True) & (Q(form="") | Q(form=OuterRef("form")))
    return Exists(
        LegalHold.objects.in_force(on).filter(
            Q(submission=OuterRef("pk")) | whole, institution=OuterRef("institution")
        )
    )


class DeletionRecord(ChainedEntry):
    """Proof that something ended, without a person in it: what, why, under which rule, how many of each. `subjects` are digests
    of random numbers that lead nowhere once the rows are gone; after a restore they say what must not come back."""

    personal_data = PersonalData.none()

    what = models.CharField(max_length=80, default="privacy.submission")
    """Label of the kind of thing, as registered for replay."""
    form = models.CharField(_("form"), max_length=64, blank=True)
    reason = models.CharField(_("reason"), max_length=9, choices=EraseReason.choices)
    ended = models.CharField(_("what was done"), max_length=7, choices=Ended.choices, default=Ended.WHOLE)
    rule = models.CharField(_("rule"), max_length=255, blank=True)
    """For example ``handle: 365 days from submit, erase``."""
    counts = models.JSONField(default=dict)
    """Kind of row → how many went."""
    subjects = models.JSONField(default=list)
    details = models.JSONField(default=dict, blank=True)
    """For answers erased in part: names of the fields and codes of the purposes that ended."""
    request_sha256 = models.CharField(max_length=64, blank=True)
    """Digest of the request's reference, so that its sender can show which record answers it."""
    logged_at = models.DateTimeField(null=True, editable=False)
    """When it was written outside the database; no part of the proof."""

    hashed_fields = (
        "what",
        "form",
        "reason",
        "ended",
        "rule",
        "counts",
        "subjects",
        "details",
        "request_sha256",
    )

    class Meta(ChainedEntry.Meta):
        verbose_name = _("record of deletion")
        verbose_name_plural = _("records of deletion")
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="deletion_number_unique"),
        ]
        indexes = [
            models.Index(fields=["number"], name="deletion_not_logged", condition=Q(logged_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.reason}"

    @property
    def total(self) -> int:
        return len(self.subjects)

    def as_line(self) -> dict[str, object]:
        """The record as it stands outside the database."""
        stored: dict[str, object] = {name: getattr(self, name) for name in self.hashed_fields}
        when: datetime = self.occurred_at
        return stored | {
            "institution": self.institution_id,
            "code": self.institution.code,
            "number": self.number,
            "occurred_at": when.isoformat(),
            "prev_hash": self.prev_hash,
            "hash": self.hash,
        }
