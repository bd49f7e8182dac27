"""Writing, handing in and approving regulations (W11.2, W4.4, P10.1). Every act is one transaction with its entry in the
history; permission is asked here, so that no screen and no command goes around it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from editorial.choices import REGULATION_STEPS, BoardRole, RegulationAct, RegulationStatus
from editorial.models import Regulation, RegulationEvent, Upkeep
from editorial.regulations.drafting import draft_parts, own_of, titles
from editorial.regulations.facts import as_json, fingerprint
from editorial.regulations.kinds import RegulationKind
from editorial.selectors import has_role
from editorial.selectors.regulations import (
    approver_of,
    differences_of,
    latest_approved,
    open_regulation,
    present_facts,
)
from editorial.services.guard import person_name
from editorial.services.regulation_letters import tell_approvers, tell_board
from network.models import Institution

NOT_CHIEF = _("Only the chief editor of this site drafts its regulations.")
NOT_HEAD = _("Only the head who answers for this site approves its regulations.")
HEAD_WROTE = _("You drafted or changed this version yourself: another head has to approve it.")
DECIDED = _("Somebody else has acted on this regulation meanwhile. Open it again to see where it stands.")
TEXT_CHANGED = _("The text has changed since you opened it. Read it again, then decide.")
STALE = _("The settings of the site have changed since this was drafted. Bring the draft up to date first.")
REASON_NEEDED = _("Give the reason for which you return the regulation.")
CHANGES_NEEDED = _("Say what is new in this version: it is published beside it.")
TWO_DATES = _("A regulation takes effect on the day of issue or later.")
BACKWARDS = _("This version cannot take effect before the one that it replaces.")
REVIEW_LATER = _("The review date lies after the day on which the regulation takes effect.")
IN_FUTURE = _("The day of issue is not in the future.")
SYMBOL_NEEDED = _("Give the number and symbol of the decision.")
NOT_ACTIVE = _("The institution no longer runs its site.")

REVIEW_AFTER = timedelta(days=365)


class RegulationRefusedError(Exception):
    """An act that is not allowed now or to this person; the message says why, in words for the person who tried."""


def may_draft(user, institution: Institution) -> bool:
    """The chief editor of the institution's own board."""
    return institution.is_active and has_role(user, institution, BoardRole.CHIEF)


@transaction.atomic
def regulation_draft(
    *, institution: Institution, kind: RegulationKind, user, now: datetime | None = None
) -> Regulation:
    """The draft of a regulation: the one that is open already, else a new one from the facts of the site, with the board's
    own provisions of the last version."""
    _check_drafter(user, institution)
    Institution.objects.select_for_update(no_key=True).filter(pk=institution.pk).values_list("pk").get()
    if found := open_regulation(institution, kind):
        return found
    last = latest_approved(institution, kind)
    regulation = Regulation(institution=institution, kind=kind.code)
    _draft_from_facts(regulation, own_of(last.parts) if last else {}, now)
    regulation.save(force_insert=True)
    _record(regulation, RegulationAct.DRAFTED, user, now)
    return regulation


@transaction.atomic
def regulation_refresh(*, regulation: Regulation, user, now: datetime | None = None) -> Regulation:
    """Draft the text again from the facts as they are now; the board's own provisions stay."""
    regulation = _open_draft(regulation, user)
    _draft_from_facts(regulation, own_of(regulation.parts), now)
    regulation.save()
    _record(regulation, RegulationAct.REFRESHED, user, now)
    return regulation


@transaction.atomic
def regulation_edit(
    *,
    regulation: Regulation,
    user,
    own: Mapping[str, Mapping[str, str]],
    changes: str = "",
    changes_en: str = "",
    seen: str = "",
    now: datetime | None = None,
) -> Regulation:
    """Change the board's own provisions (key of the chapter → ``own``, ``own_en``) and the words about what is new.

    `seen` is the hash of the text that the person had before them: a colleague's changes are not written over.
    """
    regulation = _open_draft(regulation, user)
    if seen and seen != regulation.text_hash():
        raise RegulationRefusedError(TEXT_CHANGED)
    before = (own_of(regulation.parts), regulation.changes, regulation.changes_en)
    for part in regulation.parts:
        part |= {name: own.get(part["key"], {}).get(name, part[name]).strip() for name in ("own", "own_en")}
    regulation.changes, regulation.changes_en = changes.strip(), changes_en.strip()
    if before == (own_of(regulation.parts), regulation.changes, regulation.changes_en):
        return regulation
    regulation.save()
    _record(regulation, RegulationAct.EDITED, user, now)
    return regulation


@transaction.atomic
def regulation_discard(*, regulation: Regulation, user) -> None:
    """Throw a draft away; what was approved stays."""
    _open_draft(regulation, user).delete()


@transaction.atomic
def regulation_submit(*, regulation: Regulation, user, now: datetime | None = None) -> Regulation:
    """Hand the draft to the head. Refused while it says otherwise than the settings do."""
    regulation = _open_draft(regulation, user)
    if differences_of(regulation):
        raise RegulationRefusedError(STALE)
    if not regulation.changes.strip() and latest_approved(regulation.institution, regulation.spec):
        raise ValidationError({"changes": CHANGES_NEEDED})
    regulation.body = regulation.compose("vi")
    regulation.body_en = regulation.compose("en") if regulation.has_english else ""
    regulation.submitted_by, regulation.submitted_name = user, person_name(user)
    regulation.submitted_at = now or timezone.now()
    regulation.return_reason = ""
    _move(regulation, RegulationStatus.SUBMITTED)
    _record(regulation, RegulationAct.SUBMITTED, user, now)
    tell_approvers(regulation, approver_of(regulation))
    return regulation


@transaction.atomic
def regulation_recall(*, regulation: Regulation, user, now: datetime | None = None) -> Regulation:
    """Take back what the head has not decided on."""
    regulation = _locked(regulation, RegulationStatus.SUBMITTED)
    _check_drafter(user, regulation.institution)
    _back_to_draft(regulation)
    _record(regulation, RegulationAct.RECALLED, user, now)
    return regulation


@transaction.atomic
def regulation_return(
    *, regulation: Regulation, user, reason: str, now: datetime | None = None
) -> Regulation:
    """Give it back to the board, with the reason."""
    regulation = _locked(regulation, RegulationStatus.SUBMITTED)
    _check_head(regulation, user)
    if not reason.strip():
        raise ValidationError({"reason": REASON_NEEDED})
    regulation.return_reason = reason.strip()[:2000]
    _back_to_draft(regulation)
    _record(regulation, RegulationAct.RETURNED, user, now, note=regulation.return_reason)
    tell_board(regulation)
    return regulation


@transaction.atomic
def regulation_approve(
    *,
    regulation: Regulation,
    user,
    seen: str,
    symbol: str,
    issued_on: date,
    effective_on: date,
    review_on: date | None = None,
    now: datetime | None = None,
) -> Regulation:
    """Issue the version: number, dates and the head's name are written on it, and from then on it does not change.

    `seen` is the hash of the text that the head read. The role is asked of everybody: a superuser who is no head may not.
    """
    now = now or timezone.now()
    regulation = _locked(regulation, RegulationStatus.SUBMITTED)
    authority = _check_head(regulation, user)
    if seen != regulation.text_hash():
        raise RegulationRefusedError(TEXT_CHANGED)
    last = latest_approved(regulation.institution, regulation.spec)
    review_on = review_on or effective_on + REVIEW_AFTER
    _check_decision(symbol, issued_on, effective_on, review_on, last, timezone.localdate(now))
    regulation.version = last.version + 1 if last else 1
    regulation.symbol, regulation.issued_on, regulation.effective_on = symbol.strip(), issued_on, effective_on
    regulation.review_on = review_on
    regulation.place = _place_of(regulation.institution)
    regulation.approving_institution = authority
    regulation.approved_by, regulation.approved_name, regulation.approved_at = user, person_name(user), now
    regulation.signer_title = authority.head_title or str(BoardRole.HEAD.label)
    regulation.signer_name = authority.head_name or person_name(user)
    _move(regulation, RegulationStatus.APPROVED)
    _record(regulation, RegulationAct.APPROVED, user, now, note=regulation.symbol)
    tell_board(regulation)
    return regulation


@transaction.atomic
def regulation_reviewed(
    *, regulation: Regulation, user, review_on: date, now: datetime | None = None
) -> Regulation:
    """The board has read the version in force and found nothing to change; `review_on` is the next date."""
    now = now or timezone.now()
    regulation = _locked(regulation, RegulationStatus.APPROVED)
    _check_drafter(user, regulation.institution)
    if review_on <= timezone.localdate(now):
        raise ValidationError({"review_on": _("The next review lies in the future.")})
    regulation.review_on, regulation.reminded_on = review_on, None
    regulation.save()
    _record(regulation, RegulationAct.REVIEWED, user, now, note=f"{review_on:%d/%m/%Y}")
    return regulation


@transaction.atomic
def upkeep_save(*, institution: Institution, user, values: Mapping[str, Any]) -> Upkeep:
    """Who keeps the site running, the plan, the board's own deadlines."""
    if not institution.is_active or not has_role(user, institution, BoardRole.CHIEF, BoardRole.HEAD):
        raise RegulationRefusedError(NOT_CHIEF)
    upkeep, _created = Upkeep.objects.select_for_update().get_or_create(institution=institution)
    changed = [name for name, value in values.items() if getattr(upkeep, name) != value]
    for name in changed:
        setattr(upkeep, name, values[name])
    if changed:
        upkeep.full_clean(exclude=["institution"])
        upkeep.save()
        log(institution, "wagtail.edit", user=user, data={"fields": changed})
    return upkeep


def _check_drafter(user, institution: Institution) -> None:
    if not institution.is_active:
        raise RegulationRefusedError(NOT_ACTIVE)
    if not has_role(user, institution, BoardRole.CHIEF):
        raise RegulationRefusedError(NOT_CHIEF)


def _check_head(regulation: Regulation, user) -> Institution:
    """The institution for whose head the person acts."""
    approver = approver_of(regulation)
    if user.pk not in approver.user_ids or not has_role(user, approver.institution, BoardRole.HEAD):
        own = has_role(user, regulation.institution, BoardRole.HEAD)
        raise RegulationRefusedError(HEAD_WROTE if own else NOT_HEAD)
    return approver.institution


def _check_decision(
    symbol: str, issued_on: date, effective_on: date, review_on: date, last: Regulation | None, today: date
) -> None:
    errors: dict[str, Any] = {}
    if not symbol.strip():
        errors["symbol"] = SYMBOL_NEEDED
    if issued_on > today:
        errors["issued_on"] = IN_FUTURE
    if effective_on < issued_on:
        errors["effective_on"] = TWO_DATES
    elif last is not None and effective_on < last.effective_on:
        errors["effective_on"] = BACKWARDS
    if review_on <= effective_on:
        errors["review_on"] = REVIEW_LATER
    if errors:
        raise ValidationError(errors)


def _locked(regulation: Regulation, status: RegulationStatus) -> Regulation:
    """The row as it is now, so that of two people who act at once the second is told."""
    current = (
        Regulation.objects.select_for_update(of=("self",))
        .select_related("institution")
        .filter(pk=regulation.pk, status=status)
        .first()
    )
    if current is None:
        raise RegulationRefusedError(DECIDED)
    return current


def _open_draft(regulation: Regulation, user) -> Regulation:
    regulation = _locked(regulation, RegulationStatus.DRAFT)
    _check_drafter(user, regulation.institution)
    return regulation


def _draft_from_facts(regulation: Regulation, own, now: datetime | None) -> None:
    institution, kind = regulation.institution, regulation.spec
    facts = present_facts(institution, kind)
    english = institution.is_authority
    regulation.title, regulation.title_en = titles(kind, facts, english=english)
    regulation.parts = draft_parts(kind, facts, english=english, own=own)
    regulation.facts, regulation.facts_sha256 = as_json(facts), fingerprint(facts)
    regulation.facts_at = now or timezone.now()


def _back_to_draft(regulation: Regulation) -> None:
    regulation.body = regulation.body_en = ""
    regulation.submitted_by, regulation.submitted_name, regulation.submitted_at = None, "", None
    _move(regulation, RegulationStatus.DRAFT)


def _move(regulation: Regulation, status: RegulationStatus) -> None:
    if status not in REGULATION_STEPS[regulation.status]:
        raise RegulationRefusedError(DECIDED)
    regulation.status = status
    try:
        with transaction.atomic():
            regulation.save()
    except IntegrityError as error:
        raise RegulationRefusedError(DECIDED) from error


def _place_of(institution: Institution) -> str:
    return Upkeep.objects.filter(institution=institution).values_list("place", flat=True).first() or ""


def _record(regulation: Regulation, act: RegulationAct, user, now: datetime | None, note: str = "") -> None:
    RegulationEvent.objects.create(
        regulation=regulation, act=act, by=user, name=person_name(user), at=now or timezone.now(), note=note
    )
