"""Letters about regulations: one waits for the head, the head has decided, a review date comes near (W3.3, W11.2)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole, RegulationStatus
from editorial.models import BoardGroup, Regulation
from editorial.regulations.kinds import KINDS
from editorial.selectors.regulations import HEAVY, Approver
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Letter
from network.site_roots import public_origin
from network.timers import Timer
from network.timers import register as register_timer

SUBMITTED, DECIDED, REVIEW = (
    "editorial.regulation",
    "editorial.regulation_decided",
    "editorial.regulation_review",
)
AHEAD = timedelta(days=30)
AGAIN = timedelta(days=30)
"""A review that stays overdue is said again every month."""


def register() -> None:
    """Called by the app's ``ready()``."""
    register_kind(
        LetterKind(SUBMITTED, _("A regulation waits for the head's approval"), build=submitted_letter)
    )
    register_kind(LetterKind(DECIDED, _("The head has decided on a regulation"), build=decided_letter))
    register_kind(LetterKind(REVIEW, _("A regulation has to be reviewed"), build=review_letter))
    register_timer(
        Timer(
            "editorial.regulation_reviews",
            _("Remind of the review of regulations"),
            timedelta(days=1),
            reviews_remind,
        )
    )


def tell_approvers(regulation: Regulation, approver: Approver) -> None:
    """To those who may approve it, inside the transaction that hands it in."""
    _queue(SUBMITTED, regulation, approver.user_ids)


def tell_board(regulation: Regulation) -> None:
    """To the chief editors of the site."""
    _queue(DECIDED, regulation, _holders(regulation.institution_id, BoardRole.CHIEF))


@transaction.atomic
def reviews_remind(now: datetime) -> str | None:
    """Queue a letter for every newest version whose review date lies within 30 days, to chief editors and head; again
    every 30 days while it stays so."""
    today = timezone.localdate(now)
    newest = (
        Regulation.objects.approved()
        .filter(institution=OuterRef("institution"), kind=OuterRef("kind"))
        .order_by("-version")
        .values("pk")[:1]
    )
    due = list(
        Regulation.objects.approved()
        .filter(review_on__lte=today + AHEAD, pk=Subquery(newest), kind__in=KINDS)
        .filter(Q(reminded_on=None) | Q(reminded_on__lte=today - AGAIN))
        .defer(*HEAVY)
    )
    holders: dict[int, set[int]] = {}
    rows = BoardGroup.objects.filter(
        institution__in={row.institution_id for row in due},
        role__in=[BoardRole.CHIEF, BoardRole.HEAD],
        group__user__is_active=True,
    ).values_list("institution_id", "group__user__id")
    for institution_id, user_id in rows:
        holders.setdefault(institution_id, set()).add(user_id)
    for row in due:
        _queue(REVIEW, row, holders.get(row.institution_id, ()))
    Regulation._base_manager.filter(pk__in=[row.pk for row in due]).update(reminded_on=today)
    return f"{len(due)}" if due else None


def _queue(kind: str, regulation: Regulation, user_ids) -> None:
    drafts = [
        LetterDraft(user_id=pk, institution_id=regulation.institution_id, about={"regulation": regulation.pk})
        for pk in sorted(user_ids)
    ]
    letters_queue(kind=kind, drafts=drafts)


def _holders(institution_id: int, *roles: BoardRole) -> list[int]:
    people = get_user_model().objects.filter(
        is_active=True,
        groups__board_group__institution=institution_id,
        groups__board_group__role__in=roles,
    )
    return list(people.distinct().values_list("pk", flat=True))


def submitted_letter(letter: Letter) -> Message | None:
    regulation = _regulation(letter)
    if regulation is None or not regulation.is_submitted:
        return None
    subject = _("Waiting for your approval: %(title)s") % {"title": regulation.spec.label}
    return Message(str(subject), _body("regulation_submitted", regulation))


def decided_letter(letter: Letter) -> Message | None:
    regulation = _regulation(letter)
    if regulation is None or regulation.is_submitted:
        return None
    subject = (
        _("Approved: %(title)s")
        if regulation.status == RegulationStatus.APPROVED
        else _("Returned: %(title)s")
    )
    return Message(str(subject % {"title": regulation.spec.label}), _body("regulation_decided", regulation))


def review_letter(letter: Letter) -> Message | None:
    regulation = _regulation(letter)
    if regulation is None or regulation.review_on is None:
        return None
    if regulation.review_on > timezone.localdate() + AHEAD:
        return None
    subject = _("To be reviewed by %(date)s: %(title)s") % {
        "date": f"{regulation.review_on:%d/%m/%Y}",
        "title": regulation.spec.label,
    }
    return Message(str(subject), _body("regulation_review", regulation))


def _regulation(letter: Letter) -> Regulation | None:
    rows = Regulation.objects.select_related("institution__site").defer(*HEAVY)
    return rows.filter(pk=letter.about.get("regulation"), kind__in=KINDS).first()


def _body(name: str, regulation: Regulation) -> str:
    institution = regulation.institution
    path = reverse("editorial_regulation", args=[regulation.pk])
    context = {
        "regulation": regulation,
        "title": regulation.spec.label,
        "institution": institution,
        "link": (public_origin(institution.hostname) if institution.site_id else "") + path,
    }
    return render_to_string(f"emails/editorial/{name}.txt", context)
