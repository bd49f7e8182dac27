"""Which lists, sections and steps a person has before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page, TaskState, WorkflowState

from editorial.models import BoardTaskState, Publication, roles_of
from editorial.models.chain import steps_of_person
from network.models import Institution
from sections.catalogue import registered_page_types
from sections.exchange.choices import RowResult
from sections.exchange.registry import Exchange, exchanges
from sections.exchange.services.runner import open_steps
from sections.models import ImportBatch, ImportedRow, SectionSlot

__all__ = ["Standing", "batches_in_reach", "places", "returned_batches", "standing_of", "waiting_batches"]


def _waiting(user) -> QuerySet[BoardTaskState]:
    steps = BoardTaskState.objects.filter(
        steps_of_person(user), status=TaskState.STATUS_IN_PROGRESS, is_stuck=False
    )
    return steps.exclude(workflow_state__requested_by=user).filter(
        workflow_state__imported_rows__isnull=False
    )


def batches_in_reach(user) -> QuerySet[ImportBatch]:
    """The lists of a person's boards, and those of others of which pages wait for the person."""
    found = ImportBatch.objects.select_related("institution", "section", "created_by")
    if user.is_superuser:
        return found
    boards = {pk for pk, _role in roles_of(user)}
    waiting = _waiting(user).values("workflow_state__imported_rows__batch")
    return found.filter(Q(institution_id__in=boards) | Q(pk__in=waiting))


def waiting_batches(user) -> list[tuple[ImportBatch, int]]:
    """Lists of which pages wait for the person, with how many; the oldest first. Two queries."""
    counts = dict(
        _waiting(user)
        .order_by()
        .values_list("workflow_state__imported_rows__batch")
        .annotate(number=Count("pk", distinct=True))
    )
    batches = ImportBatch.objects.select_related("institution").filter(pk__in=counts)
    return [(batch, counts[batch.pk]) for batch in batches.order_by("submitted_at", "pk")]


def returned_batches(user) -> list[tuple[ImportBatch, int]]:
    """The person's own lists of which pages were returned, with how many. One query."""
    batches = ImportBatch.objects.select_related("institution").filter(created_by=user)
    returned = Q(rows__workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES)
    counted = batches.annotate(returned=Count("rows", filter=returned)).filter(returned__gt=0)
    return [(batch, batch.returned) for batch in counted.order_by("-submitted_at", "pk")]


def bundled_states() -> QuerySet:
    """Ids of the workflows that the desk shows as one list."""
    return ImportedRow.objects.filter(workflow_state__isnull=False).values("workflow_state")


def bundled_drafts() -> QuerySet:
    """Ids of the pages that were made from lists which nobody has handed in yet."""
    return ImportedRow.objects.filter(
        page__isnull=False, batch__submitted_at=None, batch__undone_at=None
    ).values("page")


def places(institutions: list[Institution]) -> list[tuple[Institution, Page, Exchange]]:
    """The sections of some institutions that have an exchange, in every language. Two queries."""
    types = {key: model for key, model in registered_page_types().items() if exchanges(model)}
    slots = SectionSlot.objects.filter(institution__in=institutions, key__in=types).values_list(
        "translation_key", "institution_id", "key"
    )
    by_key = {key: (institution_id, types[slot]) for key, institution_id, slot in slots}
    by_id = {institution.pk: institution for institution in institutions}
    pages = Page.objects.filter(translation_key__in=by_key).select_related("locale").order_by("path")
    found = []
    for page in pages:
        institution_id, model = by_key[page.translation_key]
        found += [(by_id[institution_id], page, each) for each in exchanges(model)]
    return found


@dataclass(frozen=True)
class Standing:
    """Where the pages of a batch stand: counts by result, by step of the chain, of what is public."""

    results: dict[str, int]
    steps: list[dict[str, Any]]
    returned: int
    published: int
    mine: int
    """Steps at which the person may decide now."""

    @property
    def total(self) -> int:
        return sum(self.results.values())


def standing_of(batch: ImportBatch, user) -> Standing:
    """Five queries at any number of rows."""
    results = dict.fromkeys(RowResult.values, 0)
    results |= dict(batch.rows.order_by().values_list("status").annotate(number=Count("pk")))
    if batch.submitted_at is None:
        return Standing(results, [], 0, 0, 0)
    steps: dict[tuple[str, str], int] = {}
    for step in open_steps(batch):
        name = (step.institution.name, step.get_role_display())
        steps[name] = steps.get(name, 0) + 1
    returned = batch.rows.filter(workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES).count()
    published = (
        Publication.objects.filter(page__imported_rows__batch=batch, published_at__isnull=False)
        .values("page")
        .distinct()
        .count()
    )
    return Standing(
        results,
        [{"board": board, "role": role, "count": count} for (board, role), count in steps.items()],
        returned,
        published,
        open_steps(batch, user).count(),
    )
