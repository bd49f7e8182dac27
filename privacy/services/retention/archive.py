"""What a law has archived leaves as a sealed package that is handed over, and then goes (circular 25/2010, article 13(1))."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.choices import AccessPurpose, AuditAction, EraseReason
from privacy.models import ArchivePackage, ConsentEvent, Submission
from privacy.services.access import audit_record
from privacy.services.retention.erasing import dependents
from privacy.services.retention.records import deletion_record

PACKAGE_LIFE = timedelta(days=180)
PACKAGE = "privacy.archivepackage"
NONCE = 12


@sensitive_variables()
def package_make(rows: Sequence[Submission], *, now: datetime) -> ArchivePackage:
    """Write submissions of one form of one institution to one sealed file; inside the caller's transaction, before they are
    erased."""
    clear = _zipped(rows)
    package = ArchivePackage(
        institution_id=rows[0].institution_id,
        form=rows[0].form,
        count=len(rows),
        size=len(clear),
        sha256=hashlib.sha256(clear).hexdigest(),
        made_at=now,
        ends_at=now + PACKAGE_LIFE,
    )
    key, nonce = AESGCM.generate_key(256), os.urandom(NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, clear, package.uid.bytes)
    package.seal_field("sealed_key", key.hex())
    package.path = storages["private"].save(f"archive/{package.uid}.sealed", ContentFile(sealed))
    package.save(force_insert=True)
    return package


@sensitive_variables()
def _zipped(rows: Sequence[Submission]) -> bytes:
    decisions: dict[int, list[dict[str, Any]]] = {}
    events = ConsentEvent.objects.filter(submission__in=[row.pk for row in rows]).order_by("number")
    for event in events.select_related("purpose", "recipient"):
        decisions.setdefault(event.submission_id, []).append(
            {
                "about": str(event.purpose or event.recipient or ""),
                "decision": event.decision,
                "wording": event.wording,
                "at": event.occurred_at,
                "hash": event.hash,
            }
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in rows:
            content = {
                "reference": row.reference,
                "received": row.created_at,
                "form": row.snapshot,
                "answers": row.unseal_field("sealed_answers"),
                "decisions": decisions.get(row.pk, []),
            }
            text = json.dumps(content, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
            archive.writestr(f"{row.reference}/record.json", text)
            for dependent in dependents():
                for name, data in dependent.archive(row.pk) if dependent.archive else ():
                    archive.writestr(f"{row.reference}/{dependent.name}/{name}", data)
    return buffer.getvalue()


@sensitive_variables()
def package_read(*, package: ArchivePackage, user: AbstractBaseUser, purpose: AccessPurpose | str) -> bytes:
    """The clear file to be handed over, after the export is on record. Raises ValidationError where it is gone or does not
    open."""
    if package.gone_at or not package.path:
        raise ValidationError(_("This package was handed over and is no longer here."), code="gone")
    with transaction.atomic():
        audit_record(
            institution=package.institution,
            action=AuditAction.EXPORT,
            object_ref=f"{PACKAGE}:{package.uid}",
            user=user,
            purpose=purpose,
            count=package.count,
        )
        with storages["private"].open(package.path) as file:
            sealed = file.read()
        key = bytes.fromhex(package.unseal_field("sealed_key"))
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], package.uid.bytes)


def package_hand_over(
    *, package: ArchivePackage, receipt: str, user: AbstractBaseUser, now: datetime | None = None
) -> None:
    """The archive has it: key and file go. Raises ValidationError without a record of delivery."""
    now = now or timezone.now()
    if not receipt.strip():
        raise ValidationError(
            _("Write the number and date of the record by which the archive took it over."), code="receipt"
        )
    with transaction.atomic():
        locked = ArchivePackage.objects.select_for_update(of=("self",)).get(pk=package.pk)
        if locked.gone_at:
            return
        locked.handed_over_at, locked.receipt = now, receipt.strip()[:255]
        _end(locked, now, user)


def packages_end_due(*, now: datetime) -> int:
    """Erase packages that nobody fetched in time; answers how many."""
    done = 0
    for package in ArchivePackage.objects.filter(gone_at=None, ends_at__lte=now).select_related(
        "institution"
    ):
        with transaction.atomic():
            _end(package, now, None)
        done += 1
    return done


def _end(package: ArchivePackage, now: datetime, user: AbstractBaseUser | None) -> None:
    path, package.path, package.sealed_key, package.gone_at = package.path, "", "", now
    package.save()
    deletion_record(
        institution=package.institution,
        what=PACKAGE,
        form=package.form,
        reason=EraseReason.EXPIRED,
        rule="archive",
        uids=[package.uid],
        counts={PACKAGE: package.count},
        now=now,
    )
    audit_record(
        institution=package.institution,
        action=AuditAction.ERASE,
        object_ref=f"{PACKAGE}:{package.uid}",
        user=user,
        count=package.count,
    )
    if path:
        transaction.on_commit(partial(storages["private"].delete, path))
