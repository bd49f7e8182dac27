"""The door: reference code and secret open a file for half an hour. What stays open travels as a sealed token in a hidden field;
nothing of it is in an address, a cookie, a session or the database.

The token is bound to the browser that opened the file (its protection against forged requests), to the institution, and to the
secret: a new secret closes what the old one opened.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import codes, doors, encryption
from privacy.choices import Actor, AuditAction
from privacy.models import SubjectRequest, Submission
from privacy.rights.requests import PREFIX
from privacy.services.access import audit_record, reference_of
from privacy.services.sent import file_with_codes

STEP_LIFE = timedelta(minutes=30)
WHOLE_LIFE = timedelta(hours=2)
CONTEXT = "privacy.rights.open"
LONGEST_CODE = 40


@dataclass(frozen=True)
class Opened:
    """An opened file: a submission, or a request that has none (any more)."""

    submission: Submission | None
    request: SubjectRequest | None
    actor: Actor
    began: datetime

    @property
    def institution(self) -> Institution:
        return (self.submission or self.request).institution

    @property
    def secret_hash(self) -> str:
        return (self.submission or self.request).secret_hash


@sensitive_variables()
def file_open(
    *,
    institution: Institution,
    reference: str,
    secret: str,
    actor: Actor = Actor.SELF,
    now: datetime | None = None,
) -> Opened | None:
    """The file of both codes; None for a wrong one. A code that does not exist takes as long as a wrong secret. Opening a
    submission is on record, as the person's own."""
    now = now or timezone.now()
    found: Submission | SubjectRequest | None = None
    code = codes.normalised_reference(reference[:LONGEST_CODE])
    if code.startswith(f"{PREFIX}-"):
        rows = SubjectRequest.objects.exclude(secret_hash="").select_related("institution", "submission")
        found = rows.filter(reference=code, institution=institution).first()
    else:
        file_with_codes(institution=institution, reference=code, secret=secret[:LONGEST_CODE])
        found = _submissions().filter(reference=code, institution=institution).first()
    if not doors.opens(secret[:LONGEST_CODE], found.secret_hash if found else None) or found is None:
        return None
    if isinstance(found, SubjectRequest):
        return Opened(None, found, actor, now)
    with transaction.atomic():
        audit_record(institution=institution, action=AuditAction.READ, object_ref=reference_of(found))
    return Opened(found, None, actor, now)


def token_for(opened: Opened, *, browser: str, now: datetime | None = None) -> str:
    """The sealed token for the next step."""
    now = now or timezone.now()
    content = {
        "kind": "submission" if opened.submission else "request",
        "uid": str((opened.submission or opened.request).uid),
        "actor": str(opened.actor),
        "began": opened.began.timestamp(),
        "until": min(now + STEP_LIFE, opened.began + WHOLE_LIFE).timestamp(),
        "tie": _tie(opened.institution, opened.secret_hash, browser),
    }
    return encryption.seal(content, context=CONTEXT)


@sensitive_variables()
def file_of(
    token: str, *, institution: Institution, browser: str, now: datetime | None = None
) -> Opened | None:
    """The file that a token keeps open; None where it is over, was made elsewhere or changed, or the file is gone."""
    now = now or timezone.now()
    try:
        content = encryption.unseal(token, context=CONTEXT)
    except encryption.EncryptionError:
        return None
    if content["until"] < now.timestamp():
        return None
    began = datetime.fromtimestamp(content["began"], tz=UTC)
    actor, uid = Actor(content["actor"]), UUID(content["uid"])
    if content["kind"] == "submission":
        found = _submissions().filter(uid=uid, institution=institution).first()
        opened = Opened(found, None, actor, began)
    else:
        rows = SubjectRequest.objects.select_related("institution", "submission")
        found = rows.filter(uid=uid, institution=institution).first()
        opened = Opened(None, found, actor, began)
    if found is None or content["tie"] != _tie(institution, opened.secret_hash, browser):
        return None
    return opened


def _submissions():
    return Submission.objects.select_related("institution", "page", "notice")


def _tie(institution: Institution, secret_hash: str, browser: str) -> str:
    return hashlib.sha256(f"{institution.pk}|{secret_hash}|{browser}".encode()).hexdigest()
