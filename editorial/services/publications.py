"""The end of the chain: who wrote, appraised and approved is recorded, then the page is published."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import dateparse, timezone
from wagtail.models import Page, Revision, TaskState, WorkflowState

from editorial import section_keys
from editorial.choices import BoardRole, PublicationKind
from editorial.models import (
    BoardTaskState,
    ChainRefusedError,
    Publication,
    PublicationWriter,
    person_name,
)
from editorial.models.four_eyes import writers_since_publication
from editorial.models.submission import lists_of_people, media_of
from editorial.services.guard import AROUND_THE_CHAIN
from editorial.services.mandates import publication_attribute
from network.selectors import institution_for_page

DECISIONS = {
    BoardRole.EDITOR: "appraised",
    BoardRole.CHIEF: "approved",
    BoardRole.HEAD: "head",
}
"""Beginning of the fields of `Publication` in which the decision at a step is kept."""


@transaction.atomic
def publication_finish(*, workflow_state: WorkflowState, user=None) -> Publication:
    """Record who wrote, appraised and approved, then publish (or schedule) the version they agreed to.

    Raises ChainRefusedError where an agreement of the submission's plan is missing, belongs to an older
    version, or is not of people who did not write it: a workflow made by hand does not publish.
    """
    page = Page.objects.select_for_update().get(pk=workflow_state.object_id)
    revision = page.get_latest_revision()
    decisions = _decisions(workflow_state, revision)
    writers = writers_since_publication(page)
    _check_people(workflow_state, decisions, writers)
    _check_lists(revision)
    people = get_user_model().objects.in_bulk({*writers, workflow_state.requested_by_id} - {None})
    last = list(decisions.values())[-1]
    submitter = people.get(workflow_state.requested_by_id)
    publication = Publication(
        kind=PublicationKind.PUBLISH,
        institution=institution_for_page(page),
        page=page,
        title=revision.object_str[:255],
        revision=revision,
        submitted_by=submitter,
        submitted_name=person_name(submitter) or _kept_name(last.people.get("submitted")),
        submitted_at=workflow_state.created_at,
        with_editor=last.with_editor,
        section=section_keys.key_of(page) or "",
        **content_of(revision),
    )
    for role, decision in decisions.items():
        prefix = DECISIONS[role]
        setattr(publication, f"{prefix}_by_id", decision.finished_by_id)
        setattr(publication, f"{prefix}_name", person_name(decision.finished_by) or decision.finished_name)
        setattr(publication, f"{prefix}_at", decision.finished_at)
        if decision.escalated_from_id:
            publication.escalations.append(
                {
                    "step": str(role),
                    "board": decision.institution_id,
                    "name": decision.institution.name,
                    "reason": decision.escalation,
                }
            )
    publication.save()
    _keep_writers(publication, [(pk, person_name(people[pk])) for pk in writers if pk in people], last)
    publication_attribute(publication=publication)
    _keep_live_version(page, revision)
    # An older version that was to be published later is so no more.
    waiting = Publication.objects.filter(
        page=page, kind=PublicationKind.PUBLISH, published_at__isnull=True, cancelled_at__isnull=True
    )
    waiting.exclude(pk=publication.pk).update(cancelled_at=timezone.now())
    revision.publish(user=user, skip_permission_checks=True)
    return publication


def _check_lists(revision: Revision) -> None:
    """What was released when the page was submitted may be over when it is approved."""
    page = revision.as_object()
    if hindrances := lists_of_people(page, media_of(page)):
        raise ChainRefusedError(" ".join(hindrances.values()))


def content_of(revision: Revision) -> dict:
    """What the record keeps of a version: author and source as shown, dates as approved."""
    content = revision.content
    return {
        "author_name": str(content.get("author_name") or "")[:160],
        "source_name": str(content.get("source_name") or "")[:200],
        "source_url": str(content.get("source_url") or "")[:2000],
        "go_live_at": _moment(content.get("go_live_at")),
        "expire_at": _moment(content.get("expire_at")),
    }


def _moment(value: str | None) -> datetime | None:
    return dateparse.parse_datetime(value) if value else None


def _kept_name(person: list | None) -> str:
    return person[1] if person else ""


def _decisions(workflow_state: WorkflowState, revision: Revision | None) -> dict[BoardRole, BoardTaskState]:
    """The agreement at each step of the plan, in its order."""
    found = {}
    rows = (
        BoardTaskState.objects.filter(
            workflow_state=workflow_state, revision=revision, status=TaskState.STATUS_APPROVED
        )
        .select_related("finished_by", "institution", "task__boardtask")
        .order_by("finished_at", "pk")
    )
    for row in rows:
        found[BoardRole(row.task.boardtask.role)] = row
    last = found.get(BoardRole.HEAD) or found.get(BoardRole.CHIEF)
    if revision is None or last is None or any(role not in found for role in last.plan):
        raise ChainRefusedError(AROUND_THE_CHAIN)
    return {role: found[role] for role in last.plan}


def _check_people(workflow_state, decisions: dict[BoardRole, BoardTaskState], writers) -> None:
    """Nobody decided on what they wrote or submitted; who appraised did not approve; who decided last may.

    An account that was deleted after it decided leaves its name; the check was made when it decided.
    """
    own = {*writers, workflow_state.requested_by_id} - {None}
    for decision in decisions.values():
        is_unknown = decision.finished_by_id is None and not decision.finished_name
        if is_unknown or decision.finished_by_id in own:
            raise ChainRefusedError(AROUND_THE_CHAIN)
    ids = {role: decision.finished_by_id for role, decision in decisions.items()}
    editor = ids.pop(BoardRole.EDITOR, None)
    if editor is not None and editor in ids.values():
        raise ChainRefusedError(AROUND_THE_CHAIN)
    last = list(decisions.values())[-1]
    if last.finished_by_id is not None and not last.belongs_to(last.finished_by):
        raise ChainRefusedError(AROUND_THE_CHAIN)


def _keep_writers(publication: Publication, writers: list[tuple[int, str]], last: BoardTaskState) -> None:
    """Who wrote, and the names of writers whose accounts are gone."""
    known = {pk for pk, _name in writers}
    earlier = [person for person in last.people.get("writers", []) if person[0] not in known]
    alive = set(
        get_user_model().objects.filter(pk__in=[pk for pk, _name in earlier]).values_list("pk", flat=True)
    )
    gone = [(None, name) for pk, name in earlier if pk not in alive]
    PublicationWriter.objects.bulk_create(
        PublicationWriter(publication=publication, user_id=pk, name=name) for pk, name in [*gone, *writers]
    )


def _keep_live_version(page: Page, revision: Revision) -> None:
    """Give a live page that has no live revision (provisioned in bulk) one, before a later version is
    scheduled: Wagtail takes a page without one off the site until then."""
    if not page.live or page.live_revision_id is not None:
        return
    live = page.specific
    first = Revision.objects.create(
        content_object=live,
        base_content_type=live.get_base_content_type(),
        created_at=page.first_published_at or page.latest_revision_created_at or timezone.now(),
        content=live.serializable_data(),
        object_str=str(live),
    )
    Page.objects.filter(pk=page.pk).update(live_revision=first)
    # Wagtail takes the live revision from the content of the version that is scheduled.
    revision.content = revision.content | {"live_revision": first.pk}
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
