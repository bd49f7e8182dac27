"""Batches: taken in, mapped, put to work, purged. Who may do what is asked here, whoever calls."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from common.jobs import JobState, queue, resume_stale
from editorial.choices import BoardRole
from editorial.models import roles_of
from network.models import Institution
from network.selectors import institution_for_page
from sections.exchange.cells import guess, mapping_problems
from sections.exchange.choices import Work
from sections.exchange.entries import ListSource, batch_exchange
from sections.exchange.registry import Exchange
from sections.exchange.services.runner import open_steps
from sections.models import ImportBatch
from sections.tasks import run_import_batch

__all__ = [
    "batch_create",
    "batch_delete",
    "batch_map",
    "batch_purge",
    "batch_resume_stale",
    "batch_start",
    "may_import",
    "may_work_on",
]

KEEP = timedelta(days=90)


def may_import(user, section: Page, exchange: Exchange | None = None) -> bool:
    """Whether a person may add pages of an exchange to a section."""
    section = section.specific
    fits = exchange is None or isinstance(section, exchange.section_type)
    return fits and section.permissions_for_user(user).can_add_subpage()


def may_work_on(user, institution: Institution) -> bool:
    """Whether a person serves on the board of an institution, in whatever role that writes."""
    roles = (BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF)
    return user.is_superuser or any((institution.pk, str(role)) in roles_of(user) for role in roles)


def batch_create(*, file: File, exchange: Exchange, section: Page, user, language: str = "vi") -> ImportBatch:
    """Store a list in the private storage with the columns that its headings name. Raises TableError where it cannot be
    read, PermissionDenied for whoever may not add to the section; nothing is stored then."""
    institution = institution_for_page(section)
    if institution is None or not may_import(user, section, exchange):
        raise PermissionDenied
    batch = ImportBatch(
        institution=institution,
        exchange=exchange.name,
        section=Page.objects.get(pk=section.pk),
        filename=file.name[-255:],
        created_by=user,
        acting=user,
        language=language,
    )
    batch.file.save(f"list.{file.name.rpartition('.')[2].lower()[:5]}", file, save=False)
    try:
        source = ListSource(batch)
        batch.total = source.total
        batch.mapping = {"columns": guess(exchange, source.table.header), "constants": {}}
        batch.save()
    except Exception:
        batch.file.delete(save=False)
        raise
    return batch


def batch_map(*, batch: ImportBatch, columns: Mapping[str, int], constants: Mapping[str, str], user) -> None:
    """Confirm which column or constant gives each field. Raises ValidationError with all that is wrong."""
    _refuse(batch, user)
    if problems := mapping_problems(batch_exchange(batch), columns, constants):
        raise ValidationError(problems, code="mapping")
    batch.mapping = {"columns": dict(columns), "constants": dict(constants)}
    batch.state = JobState.MAPPED
    batch.save(update_fields=["mapping", "state"])


@transaction.atomic
def batch_start(*, batch: ImportBatch, work: Work, user, comment: str = "") -> None:
    """Put a batch to work. Raises ValidationError where its state does not allow it, PermissionDenied for whoever is
    not on the board; whose turn a step of the chain is, each page says itself."""
    batch = ImportBatch.objects.select_for_update(of=("self",)).select_related("institution").get(pk=batch.pk)
    if batch.is_busy:
        raise ValidationError(_("The list is being worked on; wait until it is done."), code="busy")
    if work in (Work.AGREE, Work.RETURN):
        _refuse_decision(batch, work, user, comment)
    else:
        _refuse(batch, user)
        _refuse_state(batch, work)
    if work == Work.CHECK:
        batch.rows.all().delete()
    fields = {"work": work, "acting": user, "comment": comment.strip(), "run": uuid.uuid4()}
    if work == Work.CHECK:
        fields |= {"applied_at": None, "submitted_at": None, "undone_at": None}
    log(batch, f"sections.exchange_{work}", user=user, data={"institution": batch.institution_id})
    queue(batch, run_import_batch, **fields)


def _refuse_state(batch: ImportBatch, work: Work) -> None:
    if work == Work.CHECK:
        if not batch.mapping:
            raise ValidationError(_("Confirm the columns first."), code="not-mapped")
        if batch.is_applied:
            raise ValidationError(_("Drafts were made from this list: undo them first."), code="applied")
    elif work == Work.APPLY:
        if not batch.may_apply and not (batch.work == Work.APPLY and batch.state == JobState.FAILED):
            raise ValidationError(_("Try the list first (dry run)."), code="not-checked")
    elif not batch.is_applied:
        raise ValidationError(_("No drafts were made from this list."), code="not-applied")


def _refuse_decision(batch: ImportBatch, work: Work, user, comment: str) -> None:
    if not open_steps(batch, user).exists():
        raise ValidationError(_("No page of this list waits for you."), code="not-yours")
    if work == Work.RETURN and not comment.strip():
        raise ValidationError(_("Give the reason for which you return the pages."), code="no-reason")


def _refuse(batch: ImportBatch, user) -> None:
    if batch.is_busy:
        raise ValidationError(_("The list is being worked on; wait until it is done."), code="busy")
    if not may_work_on(user, batch.institution):
        raise PermissionDenied


def batch_resume_stale(*, batch: ImportBatch | None = None) -> list[ImportBatch]:
    """Put to work again what has lost its worker, or its place in the queue. `batch`: only this one."""
    return resume_stale(ImportBatch, run_import_batch, batch)


def batch_delete(*, batch: ImportBatch) -> None:
    """Forget a batch with its files; the pages that it made stay."""
    batch.file.delete(save=False)
    if batch.files:
        batch.files.delete(save=False)
    batch.delete()


def batch_purge(*, now: datetime | None = None) -> int:
    """Forget batches 90 days after they were last worked on; answers how many."""
    limit = (now or timezone.now()) - KEEP
    batches = ImportBatch.objects.alias(
        last=Greatest("created_at", Coalesce("finished_at", "created_at"))
    ).filter(last__lt=limit)
    count = 0
    for batch in batches.exclude(state=JobState.RUNNING):
        batch_delete(batch=batch)
        count += 1
    return count
