"""The letters of the chain and the invitations: who gets one, and its words at the moment of sending."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState, WorkflowState

from editorial.models import BoardTaskState, Invitation
from editorial.models.four_eyes import writers_since_publication
from editorial.services.invitations import invitation_secret_make
from network.letters import LetterKind, Message, register_kind
from network.models import Institution, Letter
from network.site_roots import public_origin

__all__ = ["admin_link", "audience", "outcome_of", "register", "rendered"]

OUTCOMES = {TaskState.STATUS_APPROVED: "approved", TaskState.STATUS_REJECTED: "rejected"}


def register() -> None:
    register_kind(
        LetterKind(
            "editorial.submitted",
            _("A page waits for me"),
            build=submitted,
            help_text=_("When somebody submits a page that you appraise or approve."),
        )
    )
    register_kind(LetterKind("editorial.approved", _("My page was approved"), build=decided))
    register_kind(LetterKind("editorial.rejected", _("My page was returned"), build=decided))
    register_kind(
        LetterKind(
            "editorial.invitation",
            _("Invitation to a board"),
            build=invitation,
            essential=True,
            sent=invitation_sent,
        )
    )


def people_register() -> None:
    """Letters about the people of a board."""
    register_kind(
        LetterKind(
            "editorial.invitation_asked",
            _("Somebody asks for a new invitation"),
            build=invitation_asked,
        )
    )
    register_kind(
        LetterKind(
            "editorial.account_act",
            _("The board changed my account"),
            build=account_act,
            essential=True,
        )
    )


def invitation_asked(letter: Letter) -> Message | None:
    rows = Invitation.objects.select_related("institution__site")
    invitation = rows.filter(pk=letter.about["invitation"], accepted_at__isnull=True).first()
    if invitation is None or invitation.asked_at is None:
        return None
    context = {
        "institution": invitation.institution,
        "role": invitation.get_role_display,
        "link": admin_link(invitation.institution, "editorial_people"),
    }
    return rendered("editorial/invitation_asked", context)


def account_act(letter: Letter) -> Message:
    context = {
        "institution": letter.institution,
        "what": letter.about["what"],
        "days": settings.EDUSITE_IDLE_DAYS - settings.EDUSITE_IDLE_WARNING_DAYS,
        "link": admin_link(letter.institution, "wagtailadmin_home"),
    }
    return rendered("editorial/account_act", context)


def audience(state: BoardTaskState) -> QuerySet:
    """Those who can act on a page at this step: its role on that site's board, less those who wrote it.
    Superusers get no letters."""
    page = state.workflow_state.content_object
    own = {state.workflow_state.requested_by_id, *writers_since_publication(page)} - {None}
    board = {"groups__board_group__institution": state.institution_id}
    people = get_user_model().objects.filter(
        **board, groups__board_group__role=state.role, is_active=True, is_superuser=False
    )
    return people.exclude(pk__in=own).distinct()


def outcome_of(state: WorkflowState) -> TaskState | None:
    """The decision of which the submitter is told: that of somebody else, to approve or to return."""
    last = state.task_states.exclude(finished_at=None).order_by("finished_at", "pk").last()
    if last is None or state.requested_by_id in (None, last.finished_by_id) or last.status not in OUTCOMES:
        return None
    return last


def submitted(letter: Letter) -> Message | None:
    states = BoardTaskState.objects.select_related("institution__site", "workflow_state", "revision", "task")
    state = states.filter(pk=letter.about["task_state"], status=TaskState.STATUS_IN_PROGRESS).first()
    if state is None or not audience(state).filter(pk=letter.user_id).exists():
        return None
    page = state.workflow_state.content_object
    context = {
        "institution": state.institution,
        "title": state.revision.object_str,
        "submitted_by": _name(state.workflow_state.requested_by),
        "link": admin_link(state.institution, "wagtailadmin_pages:edit", page.pk),
        "role": state.task.specific.role,
    }
    return rendered("editorial/submitted", context)


def decided(letter: Letter) -> Message | None:
    """The reason of a return may name people, so it stays in the admin."""
    state = WorkflowState.objects.filter(pk=letter.about["workflow_state"]).first()
    last = state and outcome_of(state)
    if last is None or letter.kind != f"editorial.{OUTCOMES[last.status]}":
        return None
    context = {
        "institution": letter.institution,
        "title": last.revision.object_str,
        "decided_by": _name(last.finished_by),
        "link": admin_link(letter.institution, "wagtailadmin_pages:edit", state.object_id),
    }
    return rendered(letter.kind.replace(".", "/"), context)


def invitation(letter: Letter) -> Message | None:
    """The link's secret is made here, so that it stands in no queue."""
    open_ones = Invitation.objects.select_related("institution__site").filter(accepted_at__isnull=True)
    found = open_ones.filter(pk=letter.about["invitation"]).first()
    if found is None:
        return None
    token = invitation_secret_make(invitation=found)
    context = {
        "institution": found.institution,
        "role": found.get_role_display,
        "link": admin_link(found.institution, "invitation", token),
        "expires_at": found.expires_at,
    }
    return rendered("editorial/invitation", context)


def invitation_sent(letter: Letter, at: datetime) -> None:
    Invitation.objects.filter(pk=letter.about["invitation"]).update(sent_at=at)


def rendered(name: str, context: dict) -> Message:
    """The two templates of a letter, ``emails/<name>.subject.txt`` and ``emails/<name>.txt``."""
    subject = " ".join(render_to_string(f"emails/{name}.subject.txt", context).split())
    return Message(subject, render_to_string(f"emails/{name}.txt", context).strip())


def admin_link(institution: Institution | None, name: str, *args) -> str:
    """An address on the institution's own host, where its board signs in."""
    is_served = institution is not None and institution.site_id
    origin = public_origin(institution.site.hostname) if is_served else settings.WAGTAILADMIN_BASE_URL
    return origin + reverse(name, args=args)


def _name(user) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""
