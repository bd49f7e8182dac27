"""What the reviewer decides: release with ground and end date, refuse, mask, turn into a look-up; and the end of a release."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model
from wagtail.models import Page

from network.letters import LetterDraft, letters_queue
from privacy.duties import Duty, institutions_with
from privacy.guard.checking import withdrawal_mark
from privacy.guard.masked_copies import MaskingError, masked_copy
from privacy.guard.reviewers import may_decide, object_of, reviewers_of
from privacy.models import GuardCheck, GuardDecision, GuardGround, GuardState
from privacy.models.guard import DECIDABLE
from privacy.services.chain import chain_append

__all__ = [
    "Takedown",
    "check_mask",
    "check_refuse",
    "check_release",
    "checks_end_due",
    "checks_for",
    "decide",
    "register_takedown",
    "take",
]

LAPSED_KEPT = timedelta(days=365)
DECIDED = "privacy.guard_decided"
ENDED = "privacy.guard_ended"
NOT_YOURS = gettext_lazy(
    "Somebody else decides on this: who uploaded or wrote it does not release it, nor whoever has no such duty here."
)
NOT_OPEN = gettext_lazy("Somebody has decided on this meanwhile.")


@dataclass(frozen=True)
class Takedown:
    """How a page goes off its site through the chain: ``run(page, reason, now)`` answers whether it is off, ``hindrance(page)``
    why it never can be, or None."""

    run: Callable[[Page, str, datetime], bool]
    hindrance: Callable[[Page], str | Promise | None]


_takedowns: list[Takedown] = []


def register_takedown(takedown: Takedown) -> None:
    """Name who takes pages down; once."""
    if _takedowns and _takedowns[0] is not takedown:
        raise ValueError("Who takes pages down is registered already.")
    _takedowns[:] = [takedown]


def checks_for(user) -> QuerySet[GuardCheck]:
    """The checks of the institutions whose personal information a person protects or approves for."""
    institutions = institutions_with(user, Duty.REVIEW, Duty.APPROVE)
    return GuardCheck.objects.filter(institution__in=institutions).select_related(
        "institution", "content_type", "ground"
    )


def take(check: GuardCheck, user) -> GuardCheck:
    locked = (
        GuardCheck.objects.select_for_update(of=("self",))
        .select_related("institution", "content_type")
        .get(pk=check.pk)
    )
    if not may_decide(user, locked):
        raise PermissionDenied(NOT_YOURS)
    if locked.state not in DECIDABLE:
        raise ValidationError(NOT_OPEN, code="decided")
    return locked


def decide(
    check: GuardCheck,
    state: GuardState,
    *,
    user=None,
    note: str = "",
    ground: GuardGround | None = None,
    ends_on: date | None = None,
    result: str = "",
    now: datetime | None = None,
) -> GuardCheck:
    """Store a decision and its link in the chain, tell whoever uploaded it; inside the caller's transaction."""
    check.state, check.note = state, note.strip()[:500]
    check.ground, check.ends_on, check.result = ground, ends_on, result
    check.decided_by, check.decided_at = user, now or timezone.now()
    check.save()
    withdrawal_mark(check)
    if check.institution:
        entry = GuardDecision(
            check_uid=check.uid,
            title=check.title,
            state=state,
            digest=check.digest,
            people=check.people,
            citation=ground.citation if ground else "",
            ends_on=ends_on,
            note=check.note,
            user=user,
            occurred_at=check.decided_at,
        )
        chain_append(institution=check.institution, entries=[entry])
    told = {check.uploaded_by_id} - {None, user.pk if user else None}
    _tell(DECIDED, check, told)
    return check


def _tell(kind: str, check: GuardCheck, people) -> None:
    active = get_user_model().objects.filter(pk__in=people, is_active=True).values_list("pk", flat=True)
    about = {"check": check.pk, "at": int((check.decided_at or timezone.now()).timestamp())}
    drafts = [
        LetterDraft(user_id=pk, institution_id=check.institution_id, about=about) for pk in sorted(active)
    ]
    letters_queue(kind=kind, drafts=drafts)


@transaction.atomic
def check_release(
    *, check: GuardCheck, user, ground: GuardGround, ends_on: date, note: str, now: datetime | None = None
) -> GuardCheck:
    """Let it be published on a ground in law until a day. Raises PermissionDenied for whoever may not decide,
    ValidationError for a ground that does not hold, a day that it does not reach, or a missing reason."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    check = take(check, user)
    if not GuardGround.objects.valid(today).filter(pk=ground.pk).exists():
        raise ValidationError({"ground": _("This ground is not in force.")})
    last = today + timedelta(days=ground.max_days)
    if not today < ends_on <= last:
        text = _("Name a day after today and not after %(last)s.") % {"last": f"{last:%d/%m/%Y}"}
        raise ValidationError({"ends_on": text})
    page = object_of(check) if check.is_page else None
    if page is not None and _takedowns and (reason := _takedowns[0].hindrance(page.specific)):
        text = _("This page can never be taken down: put the list on a page of its own.")
        raise ValidationError({"ends_on": [text, str(reason)]})
    if len(note.strip()) < 10:
        text = _(
            "Say in a sentence why this ground holds for this list, with the article where a law demands it."
        )
        raise ValidationError({"note": text})
    return decide(check, GuardState.RELEASED, user=user, note=note, ground=ground, ends_on=ends_on, now=now)


@transaction.atomic
def check_refuse(*, check: GuardCheck, user, note: str, now: datetime | None = None) -> GuardCheck:
    """Leave it unpublished, with the reason for whoever uploaded it."""
    check = take(check, user)
    if not note.strip():
        raise ValidationError({"note": _("Give the reason for which it may not be published.")})
    return decide(check, GuardState.REFUSED, user=user, note=note, now=now)


@transaction.atomic
def check_mask(*, check: GuardCheck, user, now: datetime | None = None) -> models.Model:
    """Make a copy of the file with masked names and particulars, as a file of its own beside it, and answer it. Raises
    ValidationError where the format cannot be masked, or where the copy would still list people."""
    check = take(check, user)
    document = object_of(check)
    if document is None or check.is_page:
        raise ValidationError(
            _(
                "Only files are masked. Ask the author to shorten the names in the text, or to leave the list out."
            )
        )
    with document.file.storage.open(document.file.name, "rb") as stored:
        data = stored.read()
    try:
        masked = masked_copy(document.filename, data)
    except MaskingError as error:
        raise ValidationError(str(error)) from error
    copy = get_document_model()(
        title=_("%(title)s (masked)") % {"title": document.title[:230]},
        collection=document.collection,
        uploaded_by_user=user,
    )
    for name in ("author_name", "source_name", "is_republished", "source_url", "reuse_terms"):
        if hasattr(document, name):
            setattr(copy, name, getattr(document, name))
    stem, _dot, ending = document.filename.rpartition(".")
    copy.file.save(f"{stem[:80]}-da-che.{ending}", ContentFile(masked), save=False)
    copy._set_document_file_metadata()
    copy.save()
    decide(check, GuardState.MASKED, user=user, result=f"document:{copy.pk}", now=now)
    return copy


def checks_end_due(*, now: datetime | None = None) -> dict[str, int]:
    """Take down what was released until a day that has passed: pages through the chain, files by closing them to readers.
    What could not be taken down is tried again at the next run."""
    now = now or timezone.now()
    GuardCheck.objects.filter(state=GuardState.LAPSED, checked_at__lt=now - LAPSED_KEPT).delete()
    done = {"files": 0, "pages": 0, "left": 0}
    due = GuardCheck.objects.filter(state=GuardState.RELEASED, ends_on__lt=timezone.localdate(now))
    for check in due.select_related("institution", "content_type").order_by("pk"):
        with transaction.atomic():
            if check.is_page and not _take_down(check, now):
                done["left"] += 1
                continue
            done["pages" if check.is_page else "files"] += 1
            note = str(_("The time for which it was released is over."))
            decide(check, GuardState.ENDED, note=note, ground=check.ground, ends_on=check.ends_on, now=now)
            _tell(ENDED, check, {user.pk for user in reviewers_of(check)})
    return done


def _take_down(check: GuardCheck, now: datetime) -> bool:
    page = object_of(check)
    if page is None or not page.live:
        return True
    reason = _("The time for which the list of people on it was released is over (%(day)s).") % {
        "day": f"{check.ends_on:%d/%m/%Y}"
    }
    return bool(_takedowns) and _takedowns[0].run(page.specific, reason, now)
