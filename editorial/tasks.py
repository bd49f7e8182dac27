"""Letters go out of a queue, after the transaction that caused them. Arguments are ids only: the queue is a
table that others can read. Addresses and names never reach a log."""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task
from wagtail.models import TaskState, WorkflowState
from wagtail.users.models import UserProfile

from editorial.models import BoardTaskState, Invitation
from editorial.models.four_eyes import writers_since_publication
from network.models import Institution
from network.selectors import institution_for_page
from network.site_roots import public_origin

logger = logging.getLogger(__name__)


class LetterNotSentError(Exception):
    """A mail server refused or was down; carries no address."""


@task()
def send_invitation(invitation_id: int) -> None:
    """Make the link's secret, send it, and record that it was sent."""
    invitation = (
        Invitation.objects.select_related("institution__site")
        .filter(pk=invitation_id, accepted_at__isnull=True)
        .first()
    )
    if invitation is None:
        return
    token = secrets.token_urlsafe(32)
    Invitation.objects.filter(pk=invitation.pk).update(token_hash=hashlib.sha256(token.encode()).hexdigest())
    context = {
        "institution": invitation.institution,
        "role": invitation.get_role_display,
        "link": _origin(invitation.institution) + reverse("invitation", args=[token]),
        "expires_at": invitation.expires_at,
    }
    _send("invitation", context, invitation.email, settings.LANGUAGE_CODE)
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now())


@task()
def notify_board(task_state_id: int) -> None:
    """Tell those who can act on a page that it waits for them: the step's role on that site's board, less
    those who wrote it."""
    state = (
        BoardTaskState.objects.select_related("institution__site", "workflow_state", "revision")
        .filter(pk=task_state_id, status=TaskState.STATUS_IN_PROGRESS)
        .first()
    )
    if state is None:
        return
    page = state.workflow_state.content_object
    own = {state.workflow_state.requested_by_id, *writers_since_publication(page)} - {None}
    role = state.task.specific.role
    board = {"groups__board_group__institution": state.institution, "groups__board_group__role": role}
    people = get_user_model().objects.filter(is_active=True, **board).exclude(pk__in=own).distinct()
    context = {
        "institution": state.institution,
        "title": state.revision.object_str,
        "submitted_by": _name(state.workflow_state.requested_by),
        "link": _edit_link(state.institution, page.pk),
        "role": role,
    }
    _send_to(people, "submitted", context)


@task()
def notify_submitter(workflow_state_id: int) -> None:
    """Tell the person who submitted a page that it was approved or returned. The reason may name people, so
    it stays in the admin."""
    state = WorkflowState.objects.filter(pk=workflow_state_id).first()
    last = state and state.task_states.exclude(finished_at=None).order_by("finished_at", "pk").last()
    if last is None or state.requested_by is None or last.finished_by_id == state.requested_by_id:
        return
    kinds = {TaskState.STATUS_APPROVED: "approved", TaskState.STATUS_REJECTED: "rejected"}
    if last.status not in kinds:
        return
    page = state.content_object
    institution = institution_for_page(page)
    context = {
        "institution": institution,
        "title": last.revision.object_str,
        "decided_by": _name(last.finished_by),
        "link": _edit_link(institution, page.pk),
    }
    _send_to([state.requested_by], kinds[last.status], context)


def _send_to(people: Iterable, kind: str, context: dict) -> None:
    failed = 0
    for person in people:
        if person.is_superuser or not person.is_active or not person.email:
            continue
        profile = UserProfile.get_for_user(person)
        if not getattr(profile, f"{kind}_notifications"):
            continue
        try:
            _send(kind, context, person.email, profile.get_preferred_language() or settings.LANGUAGE_CODE)
        except LetterNotSentError:
            failed += 1
    if failed:
        raise LetterNotSentError(f"{failed} letters of kind {kind} were not sent")


def _send(kind: str, context: dict, address: str, language: str) -> None:
    with translation.override(language):
        subject = " ".join(render_to_string(f"emails/editorial/{kind}.subject.txt", context).split())
        body = render_to_string(f"emails/editorial/{kind}.txt", context).strip() + "\n"
    message = EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"})
    try:
        message.send()
    except OSError as error:
        logger.error("editorial.letter_not_sent", extra={"kind": kind, "error": type(error).__name__})
        # The cause of a refusal names the address, and the queue keeps the traceback.
        raise LetterNotSentError(kind) from None


def _name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _origin(institution: Institution | None) -> str:
    if institution is None or not institution.site_id:
        return settings.WAGTAILADMIN_BASE_URL
    return public_origin(institution.site.hostname)


def _edit_link(institution: Institution | None, page_id: int) -> str:
    return _origin(institution) + reverse("wagtailadmin_pages:edit", args=[page_id])
