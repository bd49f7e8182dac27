"""Which events cause a letter. Wagtail's own letters are silenced: they go out inside the transaction,
their failures write addresses into the log, and they do not know the board."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from editorial import tasks
from editorial.models import BoardTaskState


def letter_to_board(sender, instance: BoardTaskState, **kwargs) -> None:
    """``task_submitted``"""
    transaction.on_commit(partial(tasks.notify_board.enqueue, instance.pk))


def letter_to_submitter(sender, instance: WorkflowState, **kwargs) -> None:
    """``workflow_approved`` and ``workflow_rejected``"""
    transaction.on_commit(partial(tasks.notify_submitter.enqueue, instance.pk))


def connect() -> None:
    uid = "editorial.notifications"
    task_submitted.connect(letter_to_board, sender=BoardTaskState, dispatch_uid=uid)
    workflow_approved.connect(letter_to_submitter, sender=WorkflowState, dispatch_uid=uid)
    workflow_rejected.connect(letter_to_submitter, sender=WorkflowState, dispatch_uid=uid)
    # wagtail.admin connects its notifiers after us (order of INSTALLED_APPS), so they cannot be disconnected here.
    mail.BaseWorkflowStateEmailNotifier.can_handle = lambda self, instance, **kwargs: False
