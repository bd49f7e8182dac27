"""Invitations to a board: made here, sent by a letter, accepted once."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardEventKind, BoardRole
from editorial.models import BoardEvent, Invitation, SuspendedRole
from editorial.selectors.boards import board_members
from editorial.selectors.people import assignable_roles
from editorial.services.board import board_member_add
from editorial.services.routing import chain_reroute
from network.letters import LetterDraft, letter_queue, letters_queue
from network.models import Institution

KEPT_DAYS = 30
NOT_YOURSELF = _("Nobody invites themselves to a board. Ask another chief editor, the head or the authority.")
ASK_AGAIN = timedelta(days=1)


class InvitationClosedError(ValidationError):
    """The invitation is unknown, used or expired."""


def token_hash(token: str) -> str:
    """What is stored of a link's secret (SHA-256; the secret has 256 random bits, so it needs no salt)."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invitation_create(
    *, institution: Institution, role: BoardRole, email: str, invited_by=None, now: datetime | None = None
) -> Invitation:
    """Invite an address to a board and send the letter when the transaction is committed. An open or
    expired invitation of the same address and role is renewed; its former link stops working. A person
    invites only to a board whose people they manage, and never themselves; None is the programme itself.
    Raises PermissionDenied, ValidationError."""
    if invited_by is not None and role not in assignable_roles(invited_by, institution):
        raise PermissionDenied(_("Only the chief editor of this site invites people to its board."))
    email = email.strip().lower()
    validate_email(email)
    if invited_by is not None and email in {
        (invited_by.email or "").lower(),
        invited_by.get_username().lower(),
    }:
        raise ValidationError({"email": NOT_YOURSELF})
    expires_at = (now or timezone.now()) + timedelta(days=settings.EDUSITE_INVITATION_DAYS)
    invitation, _made = Invitation.objects.update_or_create(
        institution=institution,
        role=role,
        email=email,
        accepted_at=None,
        defaults={
            "token_hash": token_hash(secrets.token_urlsafe(32)),
            "invited_by": invited_by,
            "expires_at": expires_at,
            "sent_at": None,
            "asked_at": None,
        },
    )
    about = {"invitation": invitation.pk}
    letter_queue(kind="editorial.invitation", address=email, institution=institution, about=about)
    return invitation


def invitation_secret_make(*, invitation: Invitation) -> str:
    """A new secret for the link; only its hash is stored, and a link of before stops working."""
    token = secrets.token_urlsafe(32)
    Invitation.objects.filter(pk=invitation.pk).update(token_hash=token_hash(token))
    return token


def invitation_for_token(token: str) -> Invitation | None:
    """The invitation that a link opens, or None where it is unknown, used or expired."""
    return (
        Invitation.objects.select_related("institution")
        .filter(token_hash=token_hash(token), accepted_at__isnull=True, expires_at__gt=timezone.now())
        .first()
    )


def invitation_closed(token: str) -> Invitation | None:
    """The invitation of a link that was used or has expired; None where the link was never one of ours."""
    rows = Invitation.objects.select_related("institution__site")
    return rows.filter(token_hash=token_hash(token)).first()


@transaction.atomic
def invitation_ask(*, invitation: Invitation, now: datetime | None = None) -> bool:
    """Tell the chief editors that the holder of an expired link would like a new one; once a day at the most.
    False where they were told already."""
    now = now or timezone.now()
    asked = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if asked.accepted_at or asked.expires_at > now:
        raise InvitationClosedError(_("This invitation is not expired."))
    if asked.asked_at and now - asked.asked_at < ASK_AGAIN:
        return False
    Invitation.objects.filter(pk=asked.pk).update(asked_at=now)
    BoardEvent.objects.create(
        institution=asked.institution,
        kind=BoardEventKind.ASKED,
        person_name=asked.email,
        roles_after=asked.role,
    )
    chiefs = board_members(asked.institution, BoardRole.CHIEF) | board_members(
        asked.institution, BoardRole.HEAD
    )
    letters_queue(
        kind="editorial.invitation_asked",
        drafts=[
            LetterDraft(
                user_id=pk,
                institution_id=asked.institution_id,
                about={"invitation": asked.pk, "on": timezone.localdate(now).isoformat()},
            )
            for pk in sorted(set(chiefs.values_list("pk", flat=True)))
        ],
    )
    return True


def invited_user(invitation: Invitation):
    """The account that the invited address has already, closed or not, or None."""
    rows = get_user_model().objects.filter(email__iexact=invitation.email)
    return rows.order_by("-is_active", "pk").first()


@transaction.atomic
def invitation_accept(*, invitation: Invitation, user) -> None:
    """Put the person on the board. Raises InvitationClosedError where the link was used or has expired
    meanwhile."""
    current = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if current is None or current.accepted_at or current.expires_at <= timezone.now():
        raise InvitationClosedError(_("This invitation has been used already, or has expired."))
    if current.invited_by_id == user.pk:
        raise InvitationClosedError(NOT_YOURSELF)
    current.accepted_at = timezone.now()
    current.accepted_by = user
    current.save(update_fields=["accepted_at", "accepted_by"])
    board_member_add(institution=current.institution, role=BoardRole(current.role), user=user)
    SuspendedRole.objects.filter(institution=current.institution, role=current.role, user=user).delete()
    BoardEvent.objects.create(
        institution=current.institution,
        kind=BoardEventKind.JOINED,
        actor=user,
        actor_name=user.get_full_name()[:160],
        person=user,
        person_name=user.get_full_name()[:160],
        roles_after=current.role,
    )
    chain_reroute(institution=current.institution)


@transaction.atomic
def invitation_accept_as_new(*, invitation: Invitation, first_name: str, last_name: str, password: str):
    """Make the account of the invited address and put it on the board; returns the user. The user name is
    the address."""
    users = get_user_model().objects
    if users.filter(username__iexact=invitation.email).exists() or invited_user(invitation):
        raise InvitationClosedError(_("This address has an account already: sign in with its password."))
    user = users.create_user(
        username=invitation.email,
        email=invitation.email,
        password=password,
        first_name=first_name,
        last_name=last_name,
    )
    invitation_accept(invitation=invitation, user=user)
    return user


def invitation_purge(*, now: datetime | None = None) -> int:
    """Delete invitations that were accepted or have expired more than 30 days ago; returns how many."""
    limit = (now or timezone.now()) - timedelta(days=KEPT_DAYS)
    accepted = Invitation.objects.filter(accepted_at__lt=limit)
    expired = Invitation.objects.filter(accepted_at__isnull=True, expires_at__lt=limit)
    return accepted.delete()[0] + expired.delete()[0]
