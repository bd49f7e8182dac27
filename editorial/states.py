"""Where a page stands, in the words of Vietnamese newsrooms."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, WorkflowState

from editorial.choices import BoardRole
from editorial.models import BoardTask

__all__ = ["STEPS", "page_state"]

STEPS = {
    BoardRole.EDITOR: pgettext_lazy("state of a page", "in review – waiting for appraisal"),
    BoardRole.CHIEF: pgettext_lazy("state of a page", "in review – waiting for approval"),
    BoardRole.HEAD: pgettext_lazy("state of a page", "in review – waiting for the head"),
}
DRAFT = pgettext_lazy("state of a page", "draft")
RETURNED = pgettext_lazy("state of a page", "returned")
SCHEDULED = pgettext_lazy("state of a page", "scheduled")
PUBLISHED = pgettext_lazy("state of a page", "published")
EXPIRED = pgettext_lazy("state of a page", "expired")
WITHDRAWN = pgettext_lazy("state of a page", "withdrawn")
NEW_VERSION = pgettext_lazy("state of a page", "published; new version: {state}")

_roles: dict[int, str] = {}


def page_state(page: Page) -> str | Promise:
    """The words for a page. No query for rows whose workflow states and schedules were fetched with them."""
    under_way = _under_way(page)
    if page.live:
        return format_lazy(NEW_VERSION, state=under_way) if under_way else PUBLISHED
    if under_way and under_way is not DRAFT:
        return under_way
    if page.expired:
        return EXPIRED
    return WITHDRAWN if page.first_published_at else DRAFT


def _under_way(page: Page) -> str | Promise | None:
    """What becomes of the version that is not on the site."""
    state = page.current_workflow_state
    if state is not None:
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return RETURNED
        step = state.current_task_state
        return STEPS.get(_role_of(step.task_id) if step else "", STEPS[BoardRole.EDITOR])
    if page.approved_schedule:
        return SCHEDULED
    return DRAFT if page.has_unpublished_changes else None


def _role_of(task_id: int) -> str:
    """The role of a step; the three tasks are made once, so their roles are remembered."""
    if task_id not in _roles and (role := BoardTask.objects.filter(pk=task_id).values_list("role").first()):
        _roles[task_id] = role[0]
    return _roles.get(task_id, "")
