"""Acting on a member's site: begun with a reason, ended by hand, by time or by signing out, told to the member."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from editorial.choices import BoardRole
from editorial.models import Mandate, MandateEnd, Publication, PublicationWriter, person_name, roles_of
from editorial.models.mandates import LONGEST
from editorial.selectors.boards import board_members
from editorial.selectors.mandates import CACHE, LEADING, ROLES, acts_on, authority_for
from editorial.services.board import board_member_add, board_member_remove
from network.letters import letter_queue
from network.models import Institution

STARTED, ENDED, LETTER = "editorial.mandate_started", "editorial.mandate_ended", "editorial.mandate"

SINGLE = timedelta(seconds=1)
"""How long an act on the people of a board lasts."""

NOT_ABOVE = _("Only the chief editor of an authority acts on the sites of its members.")
REASON_NEEDED = _("Say why you act on this site. Its board reads your reason.")
ALREADY = _("You act on another site already. Hand that back first.")
OWN_ROLE = _("You are on the board of this site already.")
WRONG_ROLE = _("On a member's site you act as editor or as chief editor.")
TOO_LONG = _("An act on a member's site lasts eight hours at the most.")


@transaction.atomic
def mandate_start(
    *,
    user,
    institution: Institution,
    role: BoardRole,
    reason: str,
    lasts: timedelta = timedelta(hours=2),
    now: datetime | None = None,
) -> Mandate:
    """Give a chief editor of an authority a role on a member's board, for some hours. The member's chief editors and head
    are told. Raises PermissionDenied for whoever leads no authority above, ValidationError with a sentence otherwise.
    """
    now = now or timezone.now()
    authority = authority_for(user, institution)
    if authority is None or not institution.is_active or not institution.site_id:
        raise PermissionDenied(NOT_ABOVE)
    if role not in ROLES:
        raise ValidationError({"role": WRONG_ROLE})
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    if not timedelta(0) < lasts <= LONGEST:
        raise ValidationError({"hours": TOO_LONG})
    if Mandate.objects.running().filter(user=user).exists():
        raise ValidationError(ALREADY)
    if any(pk == institution.pk for pk, _role in roles_of(user)):
        raise ValidationError(OWN_ROLE)
    mandate = Mandate.objects.create(
        user=user,
        user_name=person_name(user),
        institution=institution,
        authority=authority,
        role=role,
        reason=reason.strip()[:500],
        started_at=now,
        until=now + lasts,
    )
    board_member_add(institution=institution, role=BoardRole(role), user=user)
    _forget(user)
    log(institution, STARTED, user=user, data={"mandate": mandate.pk, "reason": mandate.reason})
    for person in _told(institution):
        letter_queue(kind=LETTER, user=person, institution=institution, about={"mandate": mandate.pk})
    return mandate


@transaction.atomic
def mandate_record(
    *, user, institution: Institution, reason: str, now: datetime | None = None
) -> Mandate | None:
    """The act under which a person manages a member's board from above: the one that runs, else a new one that is over with
    this single step, told to the member like any other. None for whoever acts in their own right, and for an administrator
    of the installation, who stands under no authority."""
    if running := acts_on(user, institution):
        return running
    now = now or timezone.now()
    authority = authority_for(user, institution, roles=LEADING)
    if authority is None:
        return None
    mandate = Mandate.objects.create(
        user=user,
        user_name=person_name(user),
        institution=institution,
        authority=authority,
        role=BoardRole.CHIEF,
        reason=reason.strip()[:500],
        started_at=now,
        until=now + SINGLE,
        ended_at=now,
        ended_how=MandateEnd.SINGLE,
    )
    log(institution, STARTED, user=user, data={"mandate": mandate.pk, "reason": mandate.reason})
    for person in _told(institution):
        if person.pk != user.pk:
            letter_queue(kind=LETTER, user=person, institution=institution, about={"mandate": mandate.pk})
    return mandate


def _told(institution: Institution):
    """The member's own chief editors and head."""
    people = [*board_members(institution, BoardRole.CHIEF), *board_members(institution, BoardRole.HEAD)]
    borrowed = set(
        Mandate.objects.running().filter(institution=institution).values_list("user_id", flat=True)
    )
    return {person.pk: person for person in people if person.pk not in borrowed}.values()


@transaction.atomic
def mandate_end(*, mandate: Mandate, how: MandateEnd, now: datetime | None = None) -> bool:
    """Take the role back. Ending twice changes nothing; answers whether this call ended it."""
    now = now or timezone.now()
    current = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if not current.is_running:
        return False
    current.ended_at = min(now, current.until) if how == MandateEnd.TIME else now
    current.ended_how = how
    current.save(update_fields=["ended_at", "ended_how"])
    user = mandate.user
    if user is not None:
        board_member_remove(institution=current.institution, role=BoardRole(current.role), user=user)
        _forget(user)
    log(
        current.institution,
        ENDED,
        user=user,
        data={"mandate": current.pk, "reason": current.get_ended_how_display()},
    )
    return True


def mandates_end_due(*, now: datetime | None = None) -> int:
    """End those whose time is up, whose person no longer leads the authority, or whose site was closed; how many."""
    now = now or timezone.now()
    ended = 0
    for mandate in Mandate.objects.running().select_related("user", "institution", "authority"):
        if how := reason_to_end(mandate, now=now):
            ended += mandate_end(mandate=mandate, how=how, now=now)
    return ended


def reason_to_end(mandate: Mandate, *, now: datetime | None = None) -> MandateEnd | None:
    """Why a running mandate is over, or None; one query where its time is not up."""
    if mandate.until <= (now or timezone.now()):
        return MandateEnd.TIME
    if not mandate.institution.is_active:
        return MandateEnd.CLOSED
    user = mandate.user
    leads = user is not None and user.is_active and authority_for(user, mandate.institution) is not None
    return None if leads else MandateEnd.ROLE_LOST


def mandates_end_of(*, user, how: MandateEnd) -> int:
    """End what a person is in the middle of, for instance when they sign out."""
    running = Mandate.objects.running().filter(user=user).select_related("user", "institution")
    return sum(mandate_end(mandate=mandate, how=how) for mandate in running)


def mandates_end_on(institution: Institution) -> None:
    """``network.lifecycle``: a site that closes is nobody's to act on."""
    for mandate in (
        Mandate.objects.running().filter(institution=institution).select_related("user", "institution")
    ):
        mandate_end(mandate=mandate, how=MandateEnd.CLOSED)


def publication_attribute(*, publication: Publication) -> None:
    """Write into the record for which authority a person acted. One query where nobody did."""
    people = {
        name: getattr(publication, f"{name}_by_id") for name in ("submitted", "appraised", "approved", "head")
    }
    writers = list(PublicationWriter.objects.filter(publication=publication))
    ids = {*people.values(), *(writer.user_id for writer in writers)} - {None}
    mandates = list(Mandate.objects.covering(publication.institution, ids))
    if not mandates:
        return
    changed = []
    for name, user_id in people.items():
        if mandate := _covering(mandates, user_id, getattr(publication, f"{name}_at")):
            setattr(publication, f"{name}_name", in_capacity(getattr(publication, f"{name}_name"), mandate))
            changed.append(f"{name}_name")
    publication.save(update_fields=changed) if changed else None
    for writer in writers:
        if mandate := next((m for m in mandates if m.user_id == writer.user_id), None):
            writer.name = in_capacity(writer.name, mandate)
            writer.save(update_fields=["name"])


def _covering(mandates: list[Mandate], user_id, moment) -> Mandate | None:
    return next((m for m in mandates if m.user_id == user_id and m.covers(moment)), None)


def in_capacity(name: str, mandate: Mandate) -> str:
    """A person's name with the authority for which they act."""
    suffix = f" ({mandate.authority.name})"
    return name if name.endswith(suffix) else f"{name[: 310 - len(suffix)]}{suffix}"


def _forget(user) -> None:
    user.__dict__.pop(CACHE, None)
