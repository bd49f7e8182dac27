"""Holding the erasure of something up, for a reason and until a day (P13.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from network.models import Institution
from privacy.choices import AuditAction
from privacy.duties import Duty, may
from privacy.models import LegalHold, Submission
from privacy.services.access import audit_record

LONGEST = timedelta(days=366)
"""A hold is looked at again once a year at the least."""


def hold_place(
    *,
    institution: Institution,
    reason: str,
    citation: str,
    ends_on: date,
    user: AbstractBaseUser,
    form: str = "",
    submission: Submission | None = None,
    now: datetime | None = None,
) -> LegalHold:
    """Hold one submission, all of a form, or (with neither) all of an institution until a day.

    Raises ValidationError for a person without the duty, a day that is over or more than a year away, or a hold without reason
    or order.
    """
    now = now or timezone.now()
    today = timezone.localdate(now)
    refuse_without_duty(user, institution)
    if not (reason.strip() and citation.strip()):
        raise ValidationError(_("A hold needs a reason and the document that orders it."), code="reason")
    if not today <= ends_on <= today + LONGEST:
        raise ValidationError(
            _("A hold ends on a day within a year from today; it can be placed again."), code="ends_on"
        )
    if submission and submission.institution_id != institution.pk:
        raise ValidationError(_("There is no submission with this code here."), code="submission")
    with transaction.atomic():
        hold = LegalHold.objects.create(
            institution=institution,
            form=submission.form if submission else form,
            submission=submission,
            reason=reason.strip(),
            citation=citation.strip()[:255],
            starts_on=today,
            ends_on=ends_on,
            placed_by=user,
        )
        _audit(hold, user)
    return hold


def hold_lift(*, hold: LegalHold, user: AbstractBaseUser, now: datetime | None = None) -> None:
    """End a hold before its day: what is over goes with the next run of the daily job. A second call changes nothing."""
    refuse_without_duty(user, hold.institution)
    with transaction.atomic():
        locked = LegalHold.objects.select_for_update(of=("self",)).get(pk=hold.pk)
        if locked.lifted_at:
            return
        locked.lifted_at, locked.lifted_by = now or timezone.now(), user
        locked.save(update_fields=["lifted_at", "lifted_by"])
        _audit(locked, user)


def refuse_without_duty(user: AbstractBaseUser, institution: Institution) -> None:
    if not (may(user, Duty.REVIEW, institution) or may(user, Duty.APPROVE, institution)):
        raise ValidationError(
            _("Only who answers for personal information in this institution may do this."), code="duty"
        )


def _audit(hold: LegalHold, user: AbstractBaseUser) -> None:
    audit_record(
        institution=hold.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{hold._meta.label_lower}:{hold.pk}",
        user=user,
    )
