"""Many pages at once through the chain: each page by itself, with its own record and its own four eyes, and no letter
for each of them. Whoever calls queues one letter for all."""

from __future__ import annotations

import contextvars
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowState

from editorial.models import BoardTaskState

__all__ = ["letters_are_held", "page_agree", "page_return", "page_submit", "without_letters"]

_held: contextvars.ContextVar[bool] = contextvars.ContextVar("editorial_letters_held", default=False)


@contextmanager
def without_letters() -> Iterator[None]:
    """Inside, a step of the chain queues no letter of its own."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


def letters_are_held() -> bool:
    return _held.get()


@transaction.atomic
def page_submit(*, page: Page, user, workflow: Workflow | None = None) -> WorkflowState:
    """Hand a page to its board, or hand it in again after it was returned. `page` is of its own type.

    Raises ValidationError with what the page lacks, ChainRefusedError for whoever is not on its board.
    """
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
        return state
    if state is not None:
        raise ValidationError(_("The page lies with the board already."), code="in-chain")
    workflow = workflow or page.get_workflow()
    if workflow is None:
        raise ValidationError(_("There is no approval chain for this page."), code="no-chain")
    return workflow.start(page, user)


def page_agree(*, state: BoardTaskState, user, comment: str = "") -> None:
    """Agree to one page at the step that is open. Raises ChainRefusedError for whoever may not."""
    state.approve(user=user, comment=comment)


def page_return(*, state: BoardTaskState, user, comment: str) -> None:
    """Return one page to whoever handed it in. Raises ChainRefusedError for whoever may not."""
    state.reject(user=user, comment=comment)
