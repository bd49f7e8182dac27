"""Which events of the chain cause a letter. It is queued in the transaction of the event, so neither is lost
without the other. Wagtail's own letters are silenced: they go out inside the transaction, their failures
write addresses into the log, and they do not know the board."""

from __future__ import annotations

from wagtail.admin import mail
from wagtail.models import WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from editorial.letters.boards import OUTCOMES, audience, outcome_of
from editorial.models import BoardTaskState
from editorial.services.bulk import letters_are_held
from editorial.services.routing import escalation_announce
from network.letters import LetterDraft, letter_queue, letters_queue
from network.selectors import institution_for_page


def letter_to_board(sender, instance: BoardTaskState, **kwargs) -> None:
    """``task_submitted``; for a step that left the page's own board, a letter that says why. Of many pages at once, whoever
    hands them over writes one letter."""
    if letters_are_held():
        return
    if instance.escalation:
        escalation_announce(instance)
        return
    about = {"task_state": instance.pk}
    people = audience(instance).values_list("pk", flat=True)
    drafts = [LetterDraft(user_id=pk, institution_id=instance.institution_id, about=about) for pk in people]
    letters_queue(kind="editorial.submitted", drafts=drafts)


def letter_to_submitter(sender, instance: WorkflowState, **kwargs) -> None:
    """``workflow_approved`` and ``workflow_rejected``"""
    last = outcome_of(instance)
    if letters_are_held() or last is None or instance.requested_by.is_superuser:
        return
    letter_queue(
        kind=f"editorial.{OUTCOMES[last.status]}",
        user=instance.requested_by,
        institution=institution_for_page(instance.content_object),
        about={"workflow_state": instance.pk},
    )


def connect() -> None:
    uid = "editorial.notifications"
    task_submitted.connect(letter_to_board, sender=BoardTaskState, dispatch_uid=uid)
    workflow_approved.connect(letter_to_submitter, sender=WorkflowState, dispatch_uid=uid)
    workflow_rejected.connect(letter_to_submitter, sender=WorkflowState, dispatch_uid=uid)
    # wagtail.admin connects its notifiers after us (order of INSTALLED_APPS), so they cannot be disconnected here.
    mail.BaseWorkflowStateEmailNotifier.can_handle = lambda self, instance, **kwargs: False
