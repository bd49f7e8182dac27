"""Who approves what, the record of it, and the letters about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from network.letters import LetterDraft, letters_queue
from network.models import Institution
from privacy.choices import RegisterAct
from privacy.duties import Duty, people_with
from privacy.models import Notice, ProcessingActivity, RegisterEvent

WRITING = (RegisterAct.WRITTEN, RegisterAct.CHANGED)
SUBMITTED_LETTER, DECIDED_LETTER, EXPIRING_LETTER = (
    "privacy.submitted",
    "privacy.decided",
    "privacy.expiring",
)

DECIDED = _("Somebody else has acted on this meanwhile. Open it again to see where it stands.")
NOT_APPROVER = _(
    "You cannot decide on this: the head approves it, and nobody approves what they wrote where somebody else can."
)
NOT_EDITOR = _("Only who answers for personal information in this institution may do this.")
REASON_NEEDED = _("Give the reason for which you return this.")


class RefusedError(Exception):
    """An act that is not allowed now or to this person; the message says why, in words for the person who tried."""


def writers_since_approval(entry: ProcessingActivity | Notice) -> set[int]:
    """Ids of those who wrote an activity since it was last approved, or who wrote a notice; two queries at the most."""
    events = entry.events.order_by()
    last = events.filter(act=RegisterAct.APPROVED).order_by("-at", "-pk").first()
    written = events.filter(act__in=WRITING, by__isnull=False)
    if last is not None:
        written = written.filter(pk__gt=last.pk)
    return set(written.values_list("by_id", flat=True))


def approver_ids(institution: Institution, writers: Collection[int]) -> set[int]:
    """Ids of those who may approve what `writers` wrote: who has the duty and wrote none of it; where that is nobody, who
    protects personal information and wrote none of it; and only where there is no second person, who has the duty."""
    with_duty = set(people_with(Duty.APPROVE, institution).values_list("pk", flat=True))
    if others := with_duty - set(writers):
        return others
    reviewers = set(people_with(Duty.REVIEW, institution).values_list("pk", flat=True))
    return (reviewers - set(writers)) or with_duty


def event_record(
    entry: ProcessingActivity | Notice,
    act: RegisterAct,
    user,
    now: datetime,
    *,
    note: str = "",
    what: str = "",
) -> RegisterEvent:
    """Store one act; inside the caller's transaction."""
    name = "activity" if isinstance(entry, ProcessingActivity) else "notice"
    return RegisterEvent.objects.create(
        institution=entry.institution, act=act, by=user, at=now, note=note, what=what, **{name: entry}
    )


def tell_approvers(entry: ProcessingActivity | Notice) -> None:
    """To those who may approve it, inside the transaction that hands it in."""
    _tell(SUBMITTED_LETTER, entry, approver_ids(entry.institution, writers_since_approval(entry)))


def tell_writers(entry: ProcessingActivity | Notice) -> None:
    """To who handed it in last, inside the transaction that decides."""
    last = entry.events.filter(act=RegisterAct.SUBMITTED, by__is_active=True).first()
    _tell(DECIDED_LETTER, entry, [last.by_id] if last else [])


def _tell(kind: str, entry: ProcessingActivity | Notice, user_ids: Iterable[int]) -> None:
    name = "activity" if isinstance(entry, ProcessingActivity) else "notice"
    drafts = [
        LetterDraft(user_id=pk, institution_id=entry.institution_id, about={name: entry.pk})
        for pk in sorted(user_ids)
    ]
    letters_queue(kind=kind, drafts=drafts)
