"""The one workflow that serves all sites."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from editorial.choices import BoardRole
from editorial.models import BoardTask, BoardTaskState
from editorial.models.four_eyes import same_content


@transaction.atomic
def chain_ensure() -> Workflow:
    """Make the approval chain on the root of the page tree, where every site in every language inherits it;
    once."""
    tasks = {task.role: task for task in BoardTask.objects.all()}
    with translation.override(settings.LANGUAGE_CODE):
        names = {
            BoardRole.EDITOR: _("Appraisal"),
            BoardRole.CHIEF: _("Approval for publication"),
            BoardRole.HEAD: _("Approval by the head"),
        }
        workflow_name = _("Approval chain of the board")
    for role, name in names.items():
        if role not in tasks:
            tasks[role] = BoardTask.objects.create(name=name, role=role)
    workflow = Workflow.objects.filter(workflow_tasks__task__in=[t.pk for t in tasks.values()]).first()
    if workflow is None:
        workflow = Workflow.objects.create(name=workflow_name)
    for order, role in enumerate(names):
        WorkflowTask.objects.get_or_create(
            workflow=workflow, task_id=tasks[role].pk, defaults={"sort_order": order}
        )
    _put_on_root(workflow)
    return workflow


def _put_on_root(workflow: Workflow) -> None:
    """Replace what stands on the root: Wagtail's own migrations put a workflow with one approval there."""
    root = Page.get_first_root_node()
    former = Workflow.objects.filter(workflow_pages__page=root).exclude(pk=workflow.pk).first()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    if former is not None and not former.workflow_pages.exists() and not former.workflow_states.exists():
        former.deactivate()
        for task in former.tasks:
            task.deactivate()


def may_take_back(user, page: Page) -> bool:
    """Whether the person may take a page out of the chain: who submitted it, or who owns it."""
    state = page.current_workflow_state
    return state is not None and user.pk in (state.requested_by_id, page.owner_id)


@transaction.atomic
def chain_follow_edit(*, page: Page, user, is_autosave: bool = False) -> bool:
    """After an edit during review: what was appraised is appraised again, and who clicks on the older
    version is told.

    An autosave at a later step changes nothing yet, so that the page is not locked under the hands of
    the person who types. Returns whether the page went back to an earlier step.
    """
    state = page.current_workflow_task_state
    if not isinstance(state, BoardTaskState) or state.revision_id == page.latest_revision_id:
        return False
    latest = page.get_latest_revision()
    if same_content(state.revision.content, latest.content):
        # "Save" was pressed and nothing changed: what was agreed to still stands.
        state.workflow_state.task_states.filter(revision_id=state.revision_id).update(revision=latest)
        return False
    step = state.task.specific.role
    goes_back = step != state.plan[0]
    if goes_back and is_autosave:
        return False
    state.cancel(user=user, resume=True)
    return goes_back
