"""The seed of a campaign's lots, drawn before applications open, and the public number that nobody knows then (W9.4)."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.log_actions import log

from enrolment.allocation.method import fingerprint_of
from enrolment.models import Allocation, CampaignPage, LotSeed
from enrolment.policies import campaign_institution, is_officer
from enrolment.refreshed import announce
from privacy import encryption

__all__ = [
    "Opened",
    "number_confirm",
    "number_enter",
    "number_is_settled",
    "seed_draw",
    "seed_opened",
    "seeds_draw_missing",
]

MOST = 200
_WRONG = re.compile(r"^[=+\-@]|[|\x00-\x1f]")


@dataclass(frozen=True)
class Opened:
    """A seed that may be read: for the computation, and for everybody once an assignment is published."""

    seed: str
    salt: str
    public_number: str
    fingerprint: str


def seed_draw(*, campaign: CampaignPage, user=None, now: datetime | None = None) -> LotSeed | None:
    """Draw the seed of a campaign that has none; a second call changes nothing. None where the installation has no keys."""
    source = campaign.source
    found = LotSeed.objects.filter(campaign=source).first()
    if found or not encryption.is_ready():
        return found
    seed = secrets.token_hex(32)
    fresh = LotSeed(
        campaign=source, fingerprint=fingerprint_of(seed), made_by=user, made_at=now or timezone.now()
    )
    fresh.seal_field("sealed_seed", seed)
    fresh.seal_field("sealed_salt", secrets.token_hex(32))
    made = LotSeed.objects.bulk_create([fresh], ignore_conflicts=True) and LotSeed.objects.get(
        campaign=source
    )
    if made.fingerprint == fresh.fingerprint:
        log(source, "enrolment.lots_seed", user=user, data={"fingerprint": made.fingerprint})
        institution = campaign_institution(source)
        if institution:
            transaction.on_commit(lambda: announce(institution))
    return made


def seeds_draw_missing(*, now: datetime | None = None) -> int:
    """Draw what is missing for published campaigns that still take applications or will; answers how many."""
    now = now or timezone.now()
    rows = CampaignPage.objects.live().filter(lot_seed=None, closes_at__gt=now, locale__language_code="vi")
    return sum(seed_draw(campaign=campaign, now=now) is not None for campaign in rows)


def number_is_settled(campaign: CampaignPage, seed: LotSeed | None) -> bool:
    """Whether the lots can be made: a campaign that names a public number waits for it."""
    return seed is not None and (not campaign.draw_source or seed.confirmed_at is not None)


def _locked(campaign: CampaignPage, user, now: datetime) -> LotSeed:
    institution = campaign_institution(campaign)
    if institution is None or not is_officer(user, institution.pk):
        raise PermissionDenied
    seed = LotSeed.objects.select_for_update().filter(campaign=campaign).first()
    if seed is None:
        raise ValidationError(_("The seed of the lots has not been drawn yet."), code="seed")
    if not campaign.draw_source:
        raise ValidationError(_("This campaign names no public number."), code="number")
    if now < campaign.closes_at:
        raise ValidationError(_("The public number is entered when applications are over."), code="early")
    if seed.confirmed_at:
        raise ValidationError(_("The public number is confirmed and stays as it is."), code="confirmed")
    if Allocation.objects.filter(campaign=campaign, published_at__isnull=False).exists():
        raise ValidationError(_("An assignment was published with these lots."), code="published")
    return seed


def _clean(number: str) -> str:
    number = " ".join(number.split())
    if not number or len(number) > MOST:
        raise ValidationError(_("Enter the number as it was published."), code="number")
    if _WRONG.search(number):
        raise ValidationError(
            _("Write letters, digits and spaces only, without a bar or a sign at the beginning."),
            code="number",
        )
    return number


@transaction.atomic
def number_enter(*, campaign: CampaignPage, number: str, user, now: datetime | None = None) -> LotSeed:
    """One officer enters the public number; entering it anew before it is confirmed asks for a second person again."""
    now = now or timezone.now()
    seed = _locked(campaign, user, now)
    seed.public_number, seed.revealed_by, seed.revealed_at = _clean(number), user, now
    seed.save(update_fields=["public_number", "revealed_by", "revealed_at"])
    log(campaign, "enrolment.lots_number", user=user, data={"number": seed.public_number})
    return seed


@transaction.atomic
def number_confirm(*, campaign: CampaignPage, number: str, user, now: datetime | None = None) -> LotSeed:
    """Another officer enters the same number, without being shown the first entry."""
    now = now or timezone.now()
    seed = _locked(campaign, user, now)
    if not seed.public_number:
        raise ValidationError(_("Nobody has entered the public number yet."), code="number")
    if seed.revealed_by_id in (None, user.pk):
        raise ValidationError(
            _("A second person confirms: somebody else than who entered the number."), code="second-person"
        )
    if _clean(number) != seed.public_number:
        raise ValidationError(
            _("This is not the number that was entered first. Look it up again, both of you."),
            code="different",
        )
    seed.confirmed_by, seed.confirmed_at = user, now
    seed.save(update_fields=["confirmed_by", "confirmed_at"])
    log(campaign, "enrolment.lots_confirmed", user=user, data={"number": seed.public_number})
    institution = campaign_institution(campaign)
    announce(institution)
    return seed


@sensitive_variables()
def seed_opened(seed: LotSeed) -> Opened:
    """The seed in clear. Callers: the computation, and what shows a published assignment."""
    return Opened(
        seed.unseal_field("sealed_seed"),
        seed.unseal_field("sealed_salt") or "",
        seed.public_number if seed.confirmed_at else "",
        seed.fingerprint,
    )
