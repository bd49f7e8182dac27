"""What a person owns on a site, moved to another: when a head, a chief editor or an editor leaves, nothing is left
without a person (W6.2)."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, WorkflowState

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors.people import place_of
from network.models import Institution
from network.selectors import pages_of

__all__ = ["register_move", "work_move"]

Move = Callable[[Institution, object, object], int]
_moves: dict[str, Move] = {}


def register_move(name: str, move: Move) -> None:
    """Add ``move(institution, person, successor)``, which moves rows of another kind and answers how many."""
    if _moves.get(name, move) is not move:
        raise ValueError(f"A move named {name!r} is registered already.")
    _moves[name] = move


@transaction.atomic
def work_move(*, institution: Institution, person, successor) -> dict[str, int]:
    """Move everything; answers kind → number, kinds with nothing left out. Who wrote and approved what stays as it
    was: that is a record, not a possession."""
    page_ids = list(pages_of(institution).values_list("pk", flat=True))
    counts = {
        "responsible": _responsible(institution, person, successor),
        "pages": Page.objects.filter(pk__in=page_ids, owner=person).update(owner=successor),
        "returned": _submissions(page_ids, institution, person, successor),
        "files": _files(institution, person, successor),
    }
    counts |= {name: move(institution, person, successor) for name, move in _moves.items()}
    return {name: count for name, count in counts.items() if count}


def _responsible(institution: Institution, person, successor) -> int:
    """The pages a person keeps up to date, first or second; who is both then is the first only."""
    reviews = PageReview.objects.filter(institution=institution)
    first = reviews.filter(responsible=person).update(responsible=successor)
    second = reviews.filter(second=person).update(second=successor)
    reviews.filter(responsible=successor, second=successor).update(second=None)
    return first + second


def _submissions(page_ids: list[int], institution: Institution, person, successor) -> int:
    """Pages that were returned come back to the successor. Those in review do so too where the successor is an
    author: who appraises or approves would otherwise be kept from it, as the submitter of the page."""
    statuses = [WorkflowState.STATUS_NEEDS_CHANGES]
    if place_of(successor, institution).roles == [BoardRole.AUTHOR]:
        statuses.append(WorkflowState.STATUS_IN_PROGRESS)
    rows = WorkflowState.objects.filter(
        status__in=statuses,
        requested_by=person,
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        object_id__in=[str(pk) for pk in page_ids],
    )
    return rows.update(requested_by=successor)


def _files(institution: Institution, person, successor) -> int:
    if not institution.collection_id:
        return 0
    return sum(
        model.objects.filter(collection=institution.collection_id, uploaded_by_user=person).update(
            uploaded_by_user=successor
        )
        for model in (get_image_model(), get_document_model())
    )
