"""What the worker does with a batch: row by row, going on after the last one where it was interrupted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from common.jobs import Progress, carry_out
from common.spreadsheets import TableError
from editorial.models import BoardTaskState, ChainRefusedError
from editorial.models.chain import steps_of_person
from editorial.services.bulk import page_agree, page_return, page_submit, without_letters
from sections.exchange import letters
from sections.exchange.cells import Fault
from sections.exchange.choices import WRITTEN, RowResult, Work
from sections.exchange.services.drafts import Slugs, as_sentences, row_apply, row_check, row_undo
from sections.exchange.services.media import media_drop
from sections.exchange.sources import source_of
from sections.models import ImportBatch, ImportedRow

__all__ = ["batch_run", "open_steps"]

CHUNK = 100
"""Rows of a dry run that are stored in one statement."""
REFUSALS = (ValidationError, ChainRefusedError, IntegrityError, DataError)


def batch_run(*, batch_id: int) -> bool:
    """Run a batch that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {
        TableError: "",
        PermissionDenied: _("You may not add pages to this section any more."),
        OSError: _("The stored list cannot be read. Upload it again."),
    }
    return carry_out(
        ImportBatch,
        batch_id,
        lambda batch: WORKS[Work(batch.work)](batch, Progress(batch)),
        related=("institution__site", "section", "acting"),
        failures=failures,
    )


def _check(batch: ImportBatch, progress: Progress) -> None:
    source = source_of(batch)
    known = set(batch.rows.values_list("number", flat=True))
    fresh: list[ImportedRow] = []
    for done, entry in enumerate(source.entries(), start=1):
        if entry.number not in known:
            fresh.append(row_check(batch=batch, entry=entry, user=batch.acting))
        if len(fresh) == CHUNK:
            ImportedRow.objects.bulk_create(fresh)
            fresh = []
            progress(done, source.total)
    ImportedRow.objects.bulk_create(fresh)
    progress(source.total, source.total)


def _apply(batch: ImportBatch, progress: Progress) -> None:
    source, slugs = source_of(batch), Slugs()
    rows = {row.number: row for row in batch.rows.all()}
    allowed: dict[int, bool] = {}
    for done, entry in enumerate(source.entries(), start=1):
        row = rows.get(entry.number) or ImportedRow(batch=batch, number=entry.number)
        if row.decided != batch.run:
            if entry.section is not None and not allowed.setdefault(
                entry.section.pk, _may_add(entry.section, batch.acting)
            ):
                raise PermissionDenied
            row.decided = batch.run
            try:
                row_apply(row=row, entry=entry, user=batch.acting, institution=batch.institution, slugs=slugs)
            except REFUSALS as error:
                _record_fault(row, entry.page_type, error)
        progress(done, source.total)
    progress(source.total, source.total)
    ImportBatch.objects.filter(pk=batch.pk).update(applied_at=timezone.now())


def _may_add(section: Page, user) -> bool:
    return bool(user) and section.specific.permissions_for_user(user).can_add_subpage()


def _record_fault(row: ImportedRow, page_type: type[Page] | None, error: Exception) -> None:
    row.status, row.page, row.revision, row.before = RowResult.FAULTY, None, None, None
    row.messages = [*row.messages, *_faults(error, page_type)]
    row.save()


def _faults(error: Exception, page_type: type[Page] | None = None) -> list[dict[str, str]]:
    if isinstance(error, ValidationError):
        texts = as_sentences(error, page_type)
    elif isinstance(error, ChainRefusedError):
        texts = [str(error)]
    else:
        texts = [_("The database refused the page: a value does not fit its field.")]
    return [Fault("", text).as_json() for text in texts]


def _undo(batch: ImportBatch, progress: Progress) -> None:
    rows = list(batch.rows.filter(status__in=WRITTEN).select_related("before").order_by("-number"))
    _each_row(batch, rows, progress, lambda row: row_undo(row=row, user=batch.acting))
    media_drop(batch=batch)
    if not batch.rows.filter(status__in=WRITTEN).exists():
        ImportBatch.objects.filter(pk=batch.pk).update(undone_at=timezone.now())


def _each_row(
    batch: ImportBatch, rows: list[ImportedRow], progress: Progress, act: Callable[[ImportedRow], Any]
) -> None:
    """Act on each row that this run has not dealt with; a refusal is kept with its row and stops no other."""
    for done, row in enumerate(rows, start=1):
        if row.decided != batch.run:
            row.decided = batch.run
            row.messages = [message for message in row.messages if not message.get("step")]
            try:
                with transaction.atomic():
                    act(row)
                    row.save()
            except REFUSALS as error:
                page_type = row.page.specific_class if row.page else None
                row.messages += [fault | {"step": True} for fault in _faults(error, page_type)]
                row.save()
        progress(done, len(rows))
    progress(len(rows), len(rows))


def _submit(batch: ImportBatch, progress: Progress) -> None:
    rows = list(batch.rows.filter(status__in=WRITTEN, page__has_unpublished_changes=True))
    pages = {page.pk: page for page in _specific(rows)}
    workflow = next((page.get_workflow() for page in pages.values()), None)

    def hand_in(row: ImportedRow) -> None:
        page = pages[row.page_id]
        page._edusite_institution = batch.institution
        row.workflow_state = page_submit(page=page, user=batch.acting, workflow=workflow)

    with without_letters():
        _each_row(batch, [row for row in rows if row.page_id in pages], progress, hand_in)
    ImportBatch.objects.filter(pk=batch.pk).update(submitted_at=timezone.now())
    letters.batch_waits(batch, open_steps(batch))


def _specific(rows: Iterable[ImportedRow]) -> Iterable[Page]:
    return Page.objects.filter(pk__in=[row.page_id for row in rows]).specific()


def open_steps(batch: ImportBatch, user=None):
    """The steps at which pages of a batch stand; with a person, those that are theirs and not of their own handing in."""
    steps = BoardTaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, workflow_state__imported_rows__batch=batch
    ).select_related("institution", "workflow_state", "escalated_from")
    if user is not None and not user.is_superuser:
        steps = steps.filter(steps_of_person(user)).exclude(workflow_state__requested_by=user)
    return steps


def _decide(batch: ImportBatch, progress: Progress, act: Callable[[BoardTaskState], None]) -> None:
    rows = list(batch.rows.filter(workflow_state__isnull=False).select_related("page"))
    steps = {step.workflow_state_id: step for step in open_steps(batch, batch.acting)}
    rows = [row for row in rows if row.workflow_state_id in steps or row.decided == batch.run]

    def decide(row: ImportedRow) -> None:
        if step := steps.get(row.workflow_state_id):
            act(step)

    with without_letters():
        _each_row(batch, rows, progress, decide)
    letters.batch_waits(batch, open_steps(batch))
    letters.batch_decided(batch)


def _agree(batch: ImportBatch, progress: Progress) -> None:
    _decide(
        batch,
        progress,
        lambda step: page_agree(state=step, user=batch.acting, comment=batch.comment),
    )


def _return(batch: ImportBatch, progress: Progress) -> None:
    _decide(
        batch,
        progress,
        lambda step: page_return(state=step, user=batch.acting, comment=batch.comment),
    )


WORKS: dict[Work, Callable[[ImportBatch, Progress], None]] = {
    Work.CHECK: _check,
    Work.APPLY: _apply,
    Work.UNDO: _undo,
    Work.SUBMIT: _submit,
    Work.AGREE: _agree,
    Work.RETURN: _return,
}
