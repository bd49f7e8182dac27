"""The end of the chain, and the way off the site."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Revision, TaskState, WorkflowState

from editorial.choices import BoardRole, PublicationKind
from editorial.models import BoardTask, ChainRefusedError, Publication, PublicationWriter, roles_of
from editorial.models.four_eyes import writers_since_publication
from editorial.services.guard import AROUND_THE_CHAIN, person_name, withdrawing
from network.selectors import institution_for_page

NOT_CHIEF = _("Only the chief editor of this site can withdraw a page.")
NOTHING_TO_WITHDRAW = _("This page is neither published nor about to be.")
REASON_NEEDED = _("Give the reason for which the page is withdrawn.")


@transaction.atomic
def publication_finish(*, workflow_state: WorkflowState, user=None) -> Publication:
    """Record who wrote, appraised and approved, then publish (or schedule) the version they agreed to.

    Raises ChainRefusedError where the two agreements are missing, belong to an older version, or are not
    of two people who did not write it: a workflow made by hand does not publish.
    """
    page = Page.objects.get(pk=workflow_state.object_id)
    revision = page.get_latest_revision()
    appraisal = _agreement(workflow_state, revision, BoardRole.EDITOR)
    approval = _agreement(workflow_state, revision, BoardRole.CHIEF)
    writers = writers_since_publication(page)
    _check_people(workflow_state, page, appraisal, approval, writers)
    people = get_user_model().objects.in_bulk(
        {*writers, workflow_state.requested_by_id, appraisal.finished_by_id, approval.finished_by_id} - {None}
    )
    publication = Publication.objects.create(
        kind=PublicationKind.PUBLISH,
        institution=institution_for_page(page),
        page=page,
        title=revision.object_str[:255],
        revision=revision,
        submitted_by=people.get(workflow_state.requested_by_id),
        submitted_name=person_name(people.get(workflow_state.requested_by_id)),
        submitted_at=workflow_state.created_at,
        appraised_by=people.get(appraisal.finished_by_id),
        appraised_name=person_name(people.get(appraisal.finished_by_id)),
        appraised_at=appraisal.finished_at,
        approved_by=people.get(approval.finished_by_id),
        approved_name=person_name(people.get(approval.finished_by_id)),
        approved_at=approval.finished_at,
    )
    PublicationWriter.objects.bulk_create(
        PublicationWriter(publication=publication, user=people[pk], name=person_name(people[pk]))
        for pk in writers
        if pk in people
    )
    _keep_live_version(page, revision)
    revision.publish(user=user, skip_permission_checks=True)
    return publication


def _agreement(workflow_state: WorkflowState, revision: Revision | None, role: BoardRole) -> TaskState:
    found = (
        TaskState.objects.filter(
            workflow_state=workflow_state,
            revision=revision,
            task__boardtask__role=role,
            status=TaskState.STATUS_APPROVED,
        )
        .order_by("finished_at", "pk")
        .last()
    )
    if revision is None or found is None:
        raise ChainRefusedError(AROUND_THE_CHAIN)
    return found


def _check_people(workflow_state, page, appraisal, approval, writers) -> None:
    editor, chief = appraisal.finished_by_id, approval.finished_by_id
    own = {*writers, workflow_state.requested_by_id}
    if editor is None or chief is None or editor == chief or editor in own or chief in own:
        raise ChainRefusedError(AROUND_THE_CHAIN)
    step = BoardTask.objects.get(role=BoardRole.CHIEF)
    if not step.may_act(page, approval.finished_by):
        raise ChainRefusedError(AROUND_THE_CHAIN)


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


def may_withdraw(user, page: Page) -> bool:
    """Whether the person is a chief editor of the page's site, or a superuser."""
    institution = institution_for_page(page)
    return institution is not None and (
        user.is_superuser or (institution.pk, BoardRole.CHIEF.value) in roles_of(user)
    )


@transaction.atomic
def page_withdraw(*, page: Page, user, reason: str) -> Publication:
    """Take a published page off its site, or cancel its scheduled publication, with the chief editor's
    reason on record.

    Raises ChainRefusedError for anybody else, ValidationError without a reason or where there is nothing
    to withdraw, and the refusal of the tree's rules for a required section.
    """
    page = Page.objects.select_for_update().get(pk=page.pk).specific
    if not may_withdraw(user, page):
        raise ChainRefusedError(NOT_CHIEF)
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    scheduled = page.scheduled_revision
    if not page.live and scheduled is None:
        raise ValidationError(NOTHING_TO_WITHDRAW)
    now = timezone.now()
    publication = Publication.objects.create(
        kind=PublicationKind.UNPUBLISH,
        institution=institution_for_page(page),
        page=page,
        title=page.title,
        address=(page.full_url or "")[:2000],
        revision=page.live_revision or scheduled,
        approved_by=user,
        approved_name=person_name(user),
        approved_at=now,
        reason=reason.strip()[:500],
    )
    if scheduled is not None:
        scheduled.approved_go_live_at = None
        scheduled.save(user=user, update_fields=["approved_go_live_at"])
    if page.live:
        with withdrawing(page):
            UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)
    Publication.objects.filter(
        page=page, kind=PublicationKind.PUBLISH, published_at__isnull=True, cancelled_at__isnull=True
    ).update(cancelled_at=now)
    return publication
