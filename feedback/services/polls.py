"""Voting, and the end of a poll."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from feedback.choices import PollState
from feedback.models import POLL, Ballot, BallotBox, BallotNetwork, OptionTotal, PollPage
from feedback.models.polls import STEP, ballot_mark
from network.models import Institution
from privacy.choices import EraseReason
from privacy.services.retention import deletion_record

BALLOTS = "feedback.ballots"


@sensitive_variables("nonce", "network")
def vote_cast(
    *,
    page: PollPage,
    institution: Institution,
    options: Sequence[UUID],
    nonce: str,
    network: str,
    now: datetime | None = None,
) -> bool:
    """Count one vote; False where this ballot paper was used before.

    `nonce`: the random number of the ballot paper; `network`: a name of the sender's network, of which an HMAC is kept until
    the end. Raises ValidationError with the codes ``closed``, ``choice`` and ``network``.
    """
    now = now or timezone.now()
    chosen = _checked(page, options)
    if page.state_at(now) != PollState.OPEN:
        raise ValidationError(_("This poll is not open."), code="closed")
    with transaction.atomic():
        box = _locked_box(page, institution)
        if box.ended_at:
            raise ValidationError(_("This poll is not open."), code="closed")
        try:
            with transaction.atomic():
                Ballot.objects.create(box=box, mark=ballot_mark(nonce))
        except IntegrityError:
            return False
        _count_network(box, network)
        for option in chosen:
            _count_option(box, option)
        BallotBox.objects.filter(pk=box.pk).update(votes=F("votes") + 1)
        box.refresh_from_db(fields=["votes"])
        if box.votes % STEP == 0:
            box.shown = _totals(box)
            box.save(update_fields=["shown"])
    return True


def _checked(page: PollPage, options: Sequence[UUID]) -> set[UUID]:
    known = {option.key for option in page.options.all()}
    chosen = set(options)
    if not chosen or not chosen <= known or len(chosen) > page.most_choices:
        raise ValidationError(_("Choose from the answers of this poll."), code="choice")
    return chosen


def _locked_box(page: PollPage, institution: Institution) -> BallotBox:
    """The box, which no other vote and no end of the poll touches until the transaction is over."""
    made = BallotBox(translation_key=page.translation_key, institution=institution, closes_at=page.closes_at)
    made.seal_field("sealed_key", secrets.token_hex(32))
    BallotBox.objects.get_or_create(
        translation_key=page.translation_key,
        defaults={name: getattr(made, name) for name in ("uid", "institution", "closes_at", "sealed_key")},
    )
    return BallotBox.objects.select_for_update().get(translation_key=page.translation_key)


@sensitive_variables()
def _count_network(box: BallotBox, network: str) -> None:
    key = bytes.fromhex(box.unseal_field("sealed_key"))
    mark = hmac.new(key, network.encode(), hashlib.sha256).hexdigest()
    row, _is_new = BallotNetwork.objects.get_or_create(box=box, mark=mark)
    if row.votes >= settings.EDUSITE_POLL_NETWORK_VOTES:
        raise ValidationError(
            _(
                "Very many votes have come from your network. Please vote from another one, for example by mobile data."
            ),
            code="network",
        )
    BallotNetwork.objects.filter(pk=row.pk).update(votes=F("votes") + 1)


def _count_option(box: BallotBox, option: UUID) -> None:
    OptionTotal.objects.get_or_create(box=box, option=option)
    OptionTotal.objects.filter(box=box, option=option).update(votes=F("votes") + 1)


def _totals(box: BallotBox) -> dict:
    totals = box.totals.values_list("option", "votes")
    return {"votes": box.votes, "totals": {str(option): votes for option, votes in totals}}


def poll_follow(page: PollPage) -> None:
    """Have the box close when the published page says so."""
    BallotBox.objects.filter(translation_key=page.translation_key, ended_at__isnull=True).update(
        closes_at=page.closes_at
    )


def poll_end(*, box: BallotBox, now: datetime | None = None) -> bool:
    """Erase what prevented second votes, destroy the key, and prove it; the totals stay. False where it was done before."""
    now = now or timezone.now()
    with transaction.atomic():
        box = BallotBox.objects.select_for_update().select_related("institution").get(pk=box.pk)
        if box.ended_at:
            return False
        counts = marks_erase(box)
        box.ended_at, box.sealed_key, box.shown = now, "", _totals(box)
        box.save(update_fields=["ended_at", "sealed_key", "shown"])
        deletion_record(
            institution=box.institution,
            what=BALLOTS,
            form=POLL,
            reason=EraseReason.COMPLETED,
            uids=[box.uid],
            counts=counts,
            rule="poll ended: totals kept, marks erased",
            now=now,
        )
    return True


def boxes_with_marks() -> list[tuple[int, UUID]]:
    """Ids and random numbers of the boxes that have not ended: for the replay of ends after a restore."""
    return list(BallotBox.objects.filter(ended_at__isnull=True).values_list("pk", "uid"))


def boxes_end_again(pks: Sequence[int]) -> int:
    """End boxes that had ended before the database was restored; answers how many marks went."""
    gone = 0
    for box in BallotBox.objects.select_for_update().filter(pk__in=pks):
        gone += sum(marks_erase(box).values())
        box.ended_at, box.sealed_key, box.shown = timezone.now(), "", _totals(box)
        box.save(update_fields=["ended_at", "sealed_key", "shown"])
    return gone


def marks_erase(box: BallotBox) -> dict[str, int]:
    """Kind of row → how many went."""
    return {
        "ballots": Ballot.objects.filter(box=box).delete()[0],
        "networks": BallotNetwork.objects.filter(box=box).delete()[0],
    }


def polls_end_due(*, now: datetime | None = None) -> int:
    """End every poll whose time is over; answers how many. Each in a transaction of its own."""
    now = now or timezone.now()
    due = BallotBox.objects.filter(closes_at__lte=now, ended_at__isnull=True)
    return sum(poll_end(box=box, now=now) for box in due.order_by("pk"))
