"""Appointing who protects personal information (law 91/2025, article 33; decree 356/2025, article 13)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.choices import AuditAction
from privacy.duties import Duty, candidates_of, may
from privacy.models import PrivacyOfficer
from privacy.services.access import audit_record
from privacy.services.approval import RefusedError

NOT_HEAD = _("The head appoints; where the board has no head, the chief editor.")
NOT_ON_BOARD = _("Choose somebody who serves on the board of this institution.")
TWICE = _("This person is appointed already.")


@transaction.atomic
def officer_appoint(
    *,
    institution: Institution,
    user,
    person,
    decision: str,
    appointed_on: date,
    ends_on: date | None = None,
) -> PrivacyOfficer:
    """Record an appointment in writing: `decision` is its number and date. Raises RefusedError, ValidationError."""
    if not may(user, Duty.APPROVE, institution):
        raise RefusedError(NOT_HEAD)
    if not candidates_of(institution).filter(pk=person.pk).exists():
        raise ValidationError({"person": NOT_ON_BOARD})
    today = timezone.localdate()
    running = PrivacyOfficer.objects.in_office(max(today, appointed_on)).filter(institution=institution)
    if running.filter(user=person).exists():
        raise ValidationError({"person": TWICE})
    officer = PrivacyOfficer(
        institution=institution,
        user=person,
        decision=decision.strip(),
        appointed_on=appointed_on,
        ends_on=ends_on,
    )
    officer.full_clean(exclude=["institution", "user"])
    officer.save()
    _audit(officer, user)
    return officer


@transaction.atomic
def officer_end(*, officer: PrivacyOfficer, user, ends_on: date) -> PrivacyOfficer:
    """Name the last day of an appointment."""
    if not may(user, Duty.APPROVE, officer.institution):
        raise RefusedError(NOT_HEAD)
    officer = PrivacyOfficer.objects.select_for_update(of=("self",)).get(pk=officer.pk)
    officer.ends_on = ends_on
    officer.full_clean(exclude=["institution", "user"])
    officer.save(update_fields=["ends_on"])
    _audit(officer, user)
    return officer


def _audit(officer: PrivacyOfficer, user) -> None:
    audit_record(
        institution=officer.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{officer._meta.label_lower}:{officer.pk}",
        user=user,
    )
