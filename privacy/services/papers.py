"""Signed papers of agreements: kept sealed, opened by who keeps the register, each reading on record."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.choices import AuditAction
from privacy.models import AgreementPaper, Processor, TransferAgreement
from privacy.services.access import access_denied, audit_record, reference_of
from privacy.services.approval import NOT_EDITOR, RefusedError
from privacy.services.files import AGREEMENTS, OpenedFile, bytes_open, bytes_store
from privacy.services.notices import may_write
from privacy.uploads.checks import CheckedUpload

MOST_PAPERS = 10


@sensitive_variables("upload")
def paper_store(
    *, agreement: TransferAgreement | Processor, upload: CheckedUpload, user, now: datetime | None = None
) -> AgreementPaper:
    """Keep a checked file sealed with an agreement. Raises RefusedError, and ValidationError where there are ten already."""
    if not may_write(user, agreement.institution):
        raise RefusedError(NOT_EDITOR)
    if agreement.papers.count() >= MOST_PAPERS:
        text = _("An agreement has at most %(number)s papers. Remove one that is not needed.")
        raise ValidationError({"paper": text % {"number": MOST_PAPERS}})
    with transaction.atomic():
        paper = AgreementPaper(
            institution=agreement.institution,
            scan=upload.scan,
            created_at=now or timezone.now(),
            **{agreement.kind_name: agreement},
        )
        bytes_store(paper, upload, folder=AGREEMENTS)
        paper.save(force_insert=True)
        _audit(paper, AuditAction.CREATE, user)
    return paper


def papers_of(agreement: TransferAgreement | Processor) -> list[dict[str, object]]:
    """For each paper what is shown of it: ``{paper, name, size}``."""
    rows = []
    for paper in agreement.papers.all():
        meta = paper.unseal_field("sealed_meta")
        rows.append({"paper": paper, "name": meta["name"], "size": meta["size"]})
    return rows


@sensitive_variables()
def paper_read(*, paper: AgreementPaper, user) -> OpenedFile:
    """The paper, after the reading is on record. Raises RefusedError, BrokenSealError where it is damaged."""
    _check(paper, user)
    with transaction.atomic():
        _audit(paper, AuditAction.READ, user)
        return bytes_open(paper)


def paper_remove(*, paper: AgreementPaper, user) -> None:
    """Remove a paper that was added by mistake; its bytes go with the end of the transaction."""
    _check(paper, user)
    with transaction.atomic():
        _audit(paper, AuditAction.CHANGE, user)
        paper.delete()


def _check(paper: AgreementPaper, user) -> None:
    if not may_write(user, paper.institution):
        access_denied(institution=paper.institution, object_ref=reference_of(paper), user=user)
        raise RefusedError(NOT_EDITOR)


def _audit(paper: AgreementPaper, action: AuditAction, user) -> None:
    audit_record(institution=paper.institution, action=action, object_ref=reference_of(paper), user=user)
