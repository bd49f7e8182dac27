"""The register of certificates: lists and changes, each by two people; what anybody may verify."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from common.jobs import queue, resume_stale
from enrolment.certificates.keys import is_same_person, number_digests
from enrolment.certificates.lists import columns_of, table_of
from enrolment.choices import CERTIFICATE_CHANGES, CertificateStatus, RegisterState
from enrolment.letters import officers_told
from enrolment.list_files import file_forget, file_keep, old_files
from enrolment.models import Certificate, CertificateBatch, CertificateChange
from enrolment.policies import is_officer
from enrolment.refreshed import announce
from enrolment.tasks import run_certificate_batch
from enrolment.tries import is_spent, misses_of_network, misses_of_number, tries_count
from network.models import Institution
from privacy import encryption
from privacy.choices import AuditAction
from privacy.services.access import audit_record, reference_of

BATCH_REF = "enrolment.certificatebatch"
REFUSABLE = (RegisterState.CHECKED, RegisterState.READY, RegisterState.PROPOSED)
"""A list in one of these may be thrown away."""


def _refuse(user, institution_id: int) -> None:
    if not is_officer(user, institution_id):
        raise PermissionDenied


def batch_create(*, file: File, institution: Institution, user, language: str = "vi") -> CertificateBatch:
    """Store a list privately and try it. Raises TableError or ValidationError where it cannot be read; nothing is stored then."""
    _refuse(user, institution.pk)
    if not encryption.is_ready():
        raise ValidationError(_("The installation has no keys: personal information cannot be stored."))
    table = table_of(file, file.name)
    columns_of(table)
    file.seek(0)
    batch = CertificateBatch(
        institution=institution,
        filename=file.name[-255:],
        created_by=user,
        acting=user,
        language=language,
        total=len(table.rows),
    )
    file_keep(batch, file)
    batch.save()
    with transaction.atomic():
        queue(batch, run_certificate_batch, stores=False, acting=user)
    return batch


@transaction.atomic
def batch_store(*, batch: CertificateBatch, user) -> None:
    """Store a list in which every row was right; it answers nobody yet."""
    found = _locked_batch(batch, user)
    if (
        found.is_busy
        or not found.is_checked
        or not found.file
        or found.register_state != RegisterState.CHECKED
    ):
        raise ValidationError(
            _("Only a list in which every row is right is stored, and only once."), code="state"
        )
    audit_record(
        institution=found.institution,
        action=AuditAction.CREATE,
        object_ref=f"{BATCH_REF}:{found.uid}",
        user=user,
        count=found.rows_count,
    )
    queue(found, run_certificate_batch, stores=True, acting=user)


def _locked_batch(batch: CertificateBatch, user) -> CertificateBatch:
    found = (
        CertificateBatch.objects.select_for_update(of=("self",))
        .select_related("institution")
        .get(pk=batch.pk)
    )
    _refuse(user, found.institution_id)
    return found


def _state(found, *states: RegisterState, field: str = "register_state") -> None:
    if getattr(found, field) not in states:
        raise ValidationError(_("This is not the turn of that step."), code="state")


@transaction.atomic
def batch_propose(*, batch: CertificateBatch, user, now: datetime | None = None) -> None:
    found = _locked_batch(batch, user)
    _state(found, RegisterState.READY)
    found.register_state, found.proposed_by, found.proposed_at = (
        RegisterState.PROPOSED,
        user,
        now or timezone.now(),
    )
    found.save(update_fields=["register_state", "proposed_by", "proposed_at"])
    officers_told(
        institution_id=found.institution_id, what="batch", pk=found.pk, without=(user.pk, found.created_by_id)
    )


@transaction.atomic
def batch_confirm(*, batch: CertificateBatch, user, now: datetime | None = None) -> None:
    """Put a list into the register that answers. Raises ValidationError for whoever brought or proposed it."""
    found = _locked_batch(batch, user)
    _state(found, RegisterState.PROPOSED)
    if user.pk in (found.proposed_by_id, found.created_by_id):
        raise ValidationError(
            _("A second person confirms: you brought or proposed this list."), code="second-person"
        )
    found.register_state, found.confirmed_by, found.confirmed_at = (
        RegisterState.CONFIRMED,
        user,
        now or timezone.now(),
    )
    found.save(update_fields=["register_state", "confirmed_by", "confirmed_at"])
    found.certificates.update(is_confirmed=True)
    audit_record(
        institution=found.institution,
        action=AuditAction.CHANGE,
        object_ref=f"{BATCH_REF}:{found.uid}",
        user=user,
        count=found.rows_count,
    )
    announce(found.institution)


@transaction.atomic
def batch_refuse(*, batch: CertificateBatch, user) -> None:
    """Throw away a list that was not confirmed, with its rows; one that was only tried, with its file."""
    found = _locked_batch(batch, user)
    _state(found, *REFUSABLE)
    if found.is_busy:
        raise ValidationError(_("The list is being worked on; wait until it is done."), code="busy")
    count = found.certificates.all().delete()[0]
    found.register_state, found.faults = RegisterState.REFUSED, []
    found.save(update_fields=["register_state", "faults"])
    transaction.on_commit(partial(file_forget, found))
    audit_record(
        institution=found.institution,
        action=AuditAction.ERASE,
        object_ref=f"{BATCH_REF}:{found.uid}",
        user=user,
        count=count,
    )


# One certificate


@sensitive_variables()
def certificate_read(*, certificate: Certificate, user) -> dict[str, str]:
    """Number, name and date of birth, after the reading is on record."""
    _refuse(user, certificate.institution_id)
    with transaction.atomic():
        audit_record(
            institution=certificate.institution,
            action=AuditAction.READ,
            object_ref=reference_of(certificate),
            user=user,
        )
        return certificate.unseal_field("sealed_body")


@sensitive_variables("number")
def certificate_by_number(*, institution: Institution, number: str, user) -> Certificate | None:
    """The certificate of a number, for an officer."""
    _refuse(user, institution.pk)
    found = Certificate.objects.filter(
        institution=institution, digest__in=number_digests(institution.pk, number)
    )
    return found.select_related("institution", "batch").first()


def change_propose(
    *, certificate: Certificate, user, status: str, decision: str, decided_on: date, reason: str
) -> CertificateChange:
    """Propose that a certificate is corrected, issued again or revoked."""
    _refuse(user, certificate.institution_id)
    with transaction.atomic():
        found = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
        if not found.is_confirmed or found.changes.filter(state=RegisterState.PROPOSED).exists():
            raise ValidationError(_("It is not confirmed yet, or another change waits."), code="state")
        if status not in CERTIFICATE_CHANGES[CertificateStatus(found.status)]:
            raise ValidationError(
                _("A certificate with the present status does not become that."), code="status"
            )
        change = CertificateChange.objects.create(
            certificate=found,
            status=status,
            decision=decision.strip(),
            decided_on=decided_on,
            reason=reason.strip(),
            proposed_by=user,
        )
        officers_told(institution_id=found.institution_id, what="change", pk=change.pk, without=(user.pk,))
        return change


@transaction.atomic
def change_decide(*, change: CertificateChange, user, agrees: bool, now: datetime | None = None) -> None:
    """Confirm or refuse a change. Raises ValidationError for whoever proposed it."""
    found = (
        CertificateChange.objects.select_for_update(of=("self",))
        .select_related("certificate__institution")
        .get(pk=change.pk)
    )
    _refuse(user, found.certificate.institution_id)
    _state(found, RegisterState.PROPOSED, field="state")
    if agrees and found.proposed_by_id == user.pk:
        raise ValidationError(_("A second person confirms: you proposed this change."), code="second-person")
    found.state = RegisterState.CONFIRMED if agrees else RegisterState.REFUSED
    found.confirmed_by, found.confirmed_at = user, now or timezone.now()
    found.save(update_fields=["state", "confirmed_by", "confirmed_at"])
    if agrees:
        Certificate.objects.filter(pk=found.certificate_id).update(
            status=found.status, status_on=found.decided_on
        )
        audit_record(
            institution=found.certificate.institution,
            action=AuditAction.CHANGE,
            object_ref=reference_of(found.certificate),
            user=user,
        )


# Verifying


@dataclass(frozen=True)
class Verified:
    """What is told: whether what was entered is in the register, and if so its status. `is_locked`: too many misses."""

    is_found: bool = False
    is_locked: bool = False
    status: str = ""
    status_on: date | None = None

    @property
    def status_label(self) -> str:
        return str(CertificateStatus(self.status).label) if self.status else ""

    @property
    def is_corrected(self) -> bool:
        return self.status == CertificateStatus.CORRECTED

    @property
    def is_reissued(self) -> bool:
        return self.status == CertificateStatus.REISSUED

    @property
    def is_revoked(self) -> bool:
        return self.status == CertificateStatus.REVOKED


@lru_cache(maxsize=1)
def _decoy() -> Certificate:
    row = Certificate()
    row.seal_field(
        "sealed_body", {"number": "A 0000000", "book_number": "0", "name": "–", "birth": "01011900"}
    )
    return row


@sensitive_variables()
def certificate_verify(
    *,
    institution: Institution,
    number: str = "",
    name: str = "",
    birth: str = "",
    uid: UUID | None = None,
    network: str,
    now: datetime | None = None,
) -> Verified:
    """Confirm what somebody knows already: number, name and date of birth, or the code of the paper (`uid`) and the date of
    birth. A wrong entry and a number that does not exist are one answer and take the same work."""
    now = now or timezone.now()
    rows = Certificate.objects.filter(institution=institution, is_confirmed=True)
    rows = rows.filter(uid=uid) if uid else rows.filter(digest__in=number_digests(institution.pk, number))
    row = rows.first()
    body = (row or _decoy()).unseal_field("sealed_body")
    is_right = is_same_person(body, name=None if uid else name, birth=birth) and row is not None
    counted = (
        misses_of_number(
            f"certificate:{institution.pk}", str(uid or number_digests(institution.pk, number)[0])
        ),
        misses_of_network(network),
    )
    numbers = tries_count(counted, add=0 if is_right else 1, now=now)
    locked = is_spent(counted, numbers, was_miss=not is_right)
    if locked or not is_right:
        return Verified(is_locked=locked)
    return Verified(True, status=row.status, status_on=row.status_on)


# By itself


def batches_resume(*, batch: CertificateBatch | None = None) -> list[CertificateBatch]:
    """Put to work again what has lost its worker, or its place in the queue."""
    return resume_stale(CertificateBatch, run_certificate_batch, batch)


def batches_purge(*, now: datetime | None = None) -> int:
    """Delete the files of lists that were not stored, seven days after they were last worked on; answers how many."""
    count = 0
    for batch in old_files(CertificateBatch, now=now or timezone.now()):
        file_forget(batch)
        CertificateBatch.objects.filter(pk=batch.pk).update(faults=[])
        count += 1
    return count
