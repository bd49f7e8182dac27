"""Acts on the people of a board (W11.1): each checks who may, does it, and writes one line of the record, in one
transaction. Nobody acts on themselves, nobody gives more than they may give, and no site loses its last chief
editor without a successor."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.choices import BoardEventKind, BoardRole
from editorial.models import BoardEvent, BoardGroup, Invitation, SuspendedRole
from editorial.selectors.boards import board_members
from editorial.selectors.people import Place, acts_as_authority, assignable_roles, managed_by, place_of
from editorial.services.board import board_member_add, board_member_remove
from editorial.services.handover import work_move
from editorial.services.invitations import invitation_create
from editorial.services.mandates import mandate_record
from editorial.services.routing import chain_reroute
from network.letters import letter_queue
from network.models import DisabledReason, Institution
from network.services.accounts import account_disable, account_enable, second_factor_remove, sessions_end

REASON_MISSING = gettext_lazy("Give the reason: it stands in the record.")
NOT_YOURSELF = gettext_lazy(
    "Nobody changes their own rights. Ask another chief editor, the head or the authority."
)
NOT_ENOUGH = gettext_lazy("Only the head of the institution, or the authority above it, acts on its head.")
LAST_CHIEF = gettext_lazy("This is the last chief editor of the board. Name a successor first.")


def event_record(
    *, institution: Institution, kind: BoardEventKind, actor=None, person=None, person_name: str = "", **more
) -> BoardEvent:
    """Write one line of the record; an act from above stands in the record of the authority's acts too."""
    from_above = actor is not None and acts_as_authority(actor, institution)
    reason = more.get("reason") or str(kind.label)
    mandate = mandate_record(user=actor, institution=institution, reason=reason) if from_above else None
    return BoardEvent.objects.create(
        institution=institution,
        kind=kind,
        actor=actor,
        actor_name=name_of(actor),
        person=person,
        person_name=person_name or name_of(person),
        as_authority=from_above,
        mandate=mandate,
        **more,
    )


def name_of(user) -> str:
    return (user.get_full_name() or user.get_username())[:160] if user else ""


def check_reason(actor, institution: Institution, reason: str, *, always: bool) -> str:
    """The reason, trimmed. Whoever acts from above gives one for every act."""
    reason = reason.strip()
    if not reason and (always or acts_as_authority(actor, institution)):
        raise ValidationError({"reason": REASON_MISSING})
    return reason


def check_actor(actor, institution: Institution, person=None) -> Place:
    """Raise PermissionDenied unless the actor manages the board, is not the person, and may give every role that
    the person has there; answers those roles."""
    may_give = set(assignable_roles(actor, institution))
    if not may_give:
        raise PermissionDenied(_("You do not manage the people of this board."))
    if person is None:
        return Place(institution)
    if person.pk == actor.pk:
        raise PermissionDenied(NOT_YOURSELF)
    place = place_of(person, institution)
    if not set(place.roles + place.suspended) <= may_give:
        raise PermissionDenied(NOT_ENOUGH)
    return place


def _lock(institution: Institution) -> None:
    """Two acts on one board happen one after the other, or both could take away one of the last two chiefs."""
    list(
        BoardGroup.objects.select_for_update()
        .filter(institution=institution)
        .order_by("pk")
        .values_list("pk", flat=True)
    )


def _check_chief_stays(institution: Institution, person, roles_after: Iterable[BoardRole]) -> None:
    if BoardRole.CHIEF in roles_after:
        return
    chiefs = board_members(institution, BoardRole.CHIEF)
    if chiefs.filter(pk=person.pk).exists() and not chiefs.exclude(pk=person.pk).exists():
        raise ValidationError({"successor": LAST_CHIEF})


def _set_roles(institution: Institution, person, before: list[BoardRole], after: list[BoardRole]) -> None:
    for role in set(after) - set(before):
        board_member_add(institution=institution, role=role, user=person)
    for role in set(before) - set(after):
        board_member_remove(institution=institution, role=role, user=person)


def _settle(person) -> None:
    """After a loss of rights: sessions end, and an account on no board is closed."""
    sessions_end(user=person)
    if not person.is_superuser and not BoardGroup.objects.filter(group__user=person).exists():
        account_disable(user=person, reason=DisabledReason.NO_BOARD)


@transaction.atomic
def board_invite(
    *, actor, institution: Institution, role: BoardRole, email: str, reason: str = ""
) -> Invitation:
    """Invite an address. Raises PermissionDenied for a role that the actor may not give, ValidationError."""
    if role not in assignable_roles(actor, institution):
        raise PermissionDenied(_("You cannot give this role on this board."))
    reason = check_reason(actor, institution, reason, always=False)
    invitation = invitation_create(institution=institution, role=role, email=email, invited_by=actor)
    event_record(
        institution=institution,
        kind=BoardEventKind.INVITED,
        actor=actor,
        person_name=invitation.email,
        roles_after=role,
        reason=reason,
    )
    return invitation


@transaction.atomic
def invitation_renew(*, actor, invitation: Invitation) -> Invitation:
    """Send an open or expired invitation again; its former link stops working."""
    role = BoardRole(invitation.role)
    if role not in assignable_roles(actor, invitation.institution):
        raise PermissionDenied(_("You cannot give this role on this board."))
    renewed = invitation_create(
        institution=invitation.institution, role=role, email=invitation.email, invited_by=actor
    )
    event_record(
        institution=invitation.institution,
        kind=BoardEventKind.RENEWED,
        actor=actor,
        person_name=invitation.email,
        roles_after=role,
    )
    return renewed


@transaction.atomic
def invitation_withdraw(*, actor, invitation: Invitation) -> None:
    check_actor(actor, invitation.institution)
    if invitation.accepted_at:
        raise ValidationError(_("This invitation has been accepted meanwhile."))
    event_record(
        institution=invitation.institution,
        kind=BoardEventKind.WITHDRAWN,
        actor=actor,
        person_name=invitation.email,
        roles_after=invitation.role,
    )
    invitation.delete()


@transaction.atomic
def board_member_roles_set(
    *, actor, institution: Institution, person, roles: Iterable[BoardRole], reason: str = ""
) -> bool:
    """Give a person exactly these roles on a board; False where they have them already. At least one: removing
    somebody is an act of its own."""
    _lock(institution)
    before = check_actor(actor, institution, person).roles
    after = [role for role in BoardRole if role in set(roles)]
    if not before or not after:
        raise ValidationError({"roles": _("Choose at least one role.")})
    if not set(after) <= set(assignable_roles(actor, institution)):
        raise PermissionDenied(NOT_ENOUGH)
    reason = check_reason(actor, institution, reason, always=False)
    if set(before) == set(after):
        return False
    _check_chief_stays(institution, person, after)
    _set_roles(institution, person, before, after)
    event_record(
        institution=institution,
        kind=BoardEventKind.ROLES,
        actor=actor,
        person=person,
        roles_before=",".join(before),
        roles_after=",".join(after),
        reason=reason,
    )
    if set(before) - set(after):
        sessions_end(user=person)
    chain_reroute(institution=institution)
    return True


@transaction.atomic
def board_member_suspend(*, actor, institution: Institution, person, reason: str) -> None:
    """Take a person's roles on one board away until further notice; their other boards stay theirs."""
    _lock(institution)
    before = check_actor(actor, institution, person).roles
    reason = check_reason(actor, institution, reason, always=True)
    if not before:
        raise ValidationError(_("This person has no role on this board at present."))
    _check_chief_stays(institution, person, [])
    SuspendedRole.objects.bulk_create(
        (SuspendedRole(institution=institution, role=role, user=person, reason=reason) for role in before),
        ignore_conflicts=True,
    )
    _set_roles(institution, person, before, [])
    event_record(
        institution=institution,
        kind=BoardEventKind.SUSPENDED,
        actor=actor,
        person=person,
        roles_before=",".join(before),
        reason=reason,
    )
    _settle(person)
    chain_reroute(institution=institution)


@transaction.atomic
def board_member_reinstate(*, actor, institution: Institution, person, reason: str = "") -> None:
    """Give a suspended person back the roles they had, and open the account if it was closed for want of a board."""
    place = check_actor(actor, institution, person)
    reason = check_reason(actor, institution, reason, always=False)
    if not place.suspended:
        raise ValidationError(_("This person is not suspended."))
    _set_roles(institution, person, place.roles, [*place.roles, *place.suspended])
    SuspendedRole.objects.filter(institution=institution, user=person).delete()
    account_enable(user=person)
    event_record(
        institution=institution,
        kind=BoardEventKind.REINSTATED,
        actor=actor,
        person=person,
        roles_after=",".join(place.suspended),
        reason=reason,
    )
    chain_reroute(institution=institution)


@transaction.atomic
def handover(*, actor, institution: Institution, person, successor, reason: str = "") -> dict[str, int]:
    """Move what a person owns on a site to another person of its board; answers how much of what. The person keeps
    the roles: leaving is ``board_member_dismiss``."""
    if person.pk == actor.pk:
        check_actor(actor, institution)
    else:
        check_actor(actor, institution, person)
    reason = check_reason(actor, institution, reason, always=False)
    if successor.pk == person.pk or not board_members(institution).filter(pk=successor.pk).exists():
        raise ValidationError({"successor": _("Choose another active person of this board.")})
    moved = work_move(institution=institution, person=person, successor=successor)
    event_record(
        institution=institution,
        kind=BoardEventKind.HANDED_OVER,
        actor=actor,
        person=person,
        reason=reason,
        details={"to": successor.pk, "to_name": name_of(successor), "moved": moved},
    )
    return moved


@transaction.atomic
def board_member_dismiss(
    *, actor, institution: Institution, person, reason: str, successor=None
) -> dict[str, int]:
    """Take a person off a board. With a successor, what they own moves; the last chief editor's successor becomes
    chief editor. Sessions end; an account on no board is closed."""
    _lock(institution)
    place = check_actor(actor, institution, person)
    reason = check_reason(actor, institution, reason, always=True)
    moved: dict[str, int] = {}
    if successor is not None:
        moved = handover(
            actor=actor, institution=institution, person=person, successor=successor, reason=reason
        )
        if BoardRole.CHIEF in place.roles:
            others = board_members(institution, BoardRole.CHIEF).exclude(pk=person.pk)
            if not others.exists():
                _appoint_successor(actor, institution, successor, reason)
    _check_chief_stays(institution, person, [])
    _set_roles(institution, person, place.roles, [])
    SuspendedRole.objects.filter(institution=institution, user=person).delete()
    event_record(
        institution=institution,
        kind=BoardEventKind.REMOVED,
        actor=actor,
        person=person,
        roles_before=",".join(place.roles or place.suspended),
        reason=reason,
    )
    _settle(person)
    chain_reroute(institution=institution)
    return moved


def _appoint_successor(actor, institution: Institution, successor, reason: str) -> None:
    if successor.pk == actor.pk:
        raise PermissionDenied(NOT_YOURSELF)
    before = place_of(successor, institution).roles
    board_member_add(institution=institution, role=BoardRole.CHIEF, user=successor)
    event_record(
        institution=institution,
        kind=BoardEventKind.ROLES,
        actor=actor,
        person=successor,
        roles_before=",".join(before),
        roles_after=",".join([*before, BoardRole.CHIEF]),
        reason=reason,
    )


@transaction.atomic
def board_member_factor_reset(*, actor, institution: Institution, person, reason: str) -> None:
    """Take away a person's lost second factor. They are told by letter, signed out everywhere, and set up a new one
    at their next sign-in. A chief editor does it for people of the own board only, and for nobody who leads another
    board or is an administrator: that is for those above."""
    check_actor(actor, institution, person)
    reason = check_reason(actor, institution, reason, always=True)
    if not place_of(person, institution).roles:
        raise PermissionDenied(_("This person is not on this board."))
    elsewhere = BoardGroup.objects.filter(group__user=person).exclude(institution__in=managed_by(actor))
    if person.is_superuser or elsewhere.exclude(role=BoardRole.AUTHOR).exists():
        raise PermissionDenied(
            _("This person also serves on a board that you do not manage: ask the authority above both.")
        )
    second_factor_remove(user=person)
    event_record(
        institution=institution, kind=BoardEventKind.FACTOR, actor=actor, person=person, reason=reason
    )
    letter_queue(kind="editorial.account_act", user=person, institution=institution, about={"what": "factor"})


@transaction.atomic
def board_member_account_reopen(*, actor, institution: Institution, person, reason: str = "") -> None:
    """Open an account that was closed because nobody used it."""
    check_actor(actor, institution, person)
    reason = check_reason(actor, institution, reason, always=False)
    if not account_enable(user=person):
        raise ValidationError(_("This account is open."))
    event_record(
        institution=institution, kind=BoardEventKind.REOPENED, actor=actor, person=person, reason=reason
    )
    chain_reroute(institution=institution)
