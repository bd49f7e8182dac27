"""The head looks through the rights of the board, twice a year: everybody is confirmed or their roles end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.choices import BoardEventKind, BoardRole, ReviewDecision
from editorial.models import AccessReview, AccessReviewItem
from editorial.selectors.boards import has_role
from editorial.selectors.people import acts_as_authority, managed_by, people_of, person_rows
from editorial.services.people import board_member_dismiss, event_record, name_of
from network.models import Institution


def may_review(actor, institution: Institution) -> bool:
    """The head of the institution, or who leads the authority above it."""
    if not managed_by(actor).filter(pk=institution.pk).exists():
        return False
    return has_role(actor, institution, BoardRole.HEAD) or acts_as_authority(actor, institution)


@transaction.atomic
def access_review_open(*, actor, institution: Institution, now: datetime | None = None) -> AccessReview:
    """Begin a review, or take up the one that is open: what is known of each person is kept as it is today."""
    if not may_review(actor, institution):
        raise PermissionDenied(_("The head of the institution looks through the rights of the board."))
    review, is_new = AccessReview.objects.get_or_create(
        institution=institution, closed_at=None, defaults={"opened_at": now or timezone.now()}
    )
    if is_new:
        scope = Institution.objects.filter(pk=institution.pk)
        rows = person_rows(list(people_of(scope)), scope)
        AccessReviewItem.objects.bulk_create(
            AccessReviewItem(
                review=review,
                person=row.user,
                person_name=name_of(row.user),
                roles=",".join(row.places[0].roles or row.places[0].suspended),
                last_sign_in=row.user.last_login,
                has_second_factor=row.has_factor,
            )
            for row in rows
        )
    return review


@transaction.atomic
def access_review_decide(
    *, actor, review: AccessReview, decisions: Mapping[int, str], now: datetime | None = None
) -> bool:
    """Keep what was decided, item id → ``keep`` or ``end``; ends the roles of the latter at once. When everybody is
    decided on, the review is closed: True. Raises ValidationError, and then nothing is kept."""
    institution = review.institution
    if not may_review(actor, institution):
        raise PermissionDenied(_("The head of the institution looks through the rights of the board."))
    now = now or timezone.now()
    review = AccessReview.objects.select_for_update().get(pk=review.pk)
    if review.closed_at:
        raise ValidationError(_("This review is closed."))
    for item in review.items.filter(pk__in=decisions, decision="").select_related("person"):
        decision = ReviewDecision(decisions[item.pk])
        if decision == ReviewDecision.END and item.person is not None:
            scope = Institution.objects.filter(pk=institution.pk)
            if people_of(scope).filter(pk=item.person_id).exists():
                board_member_dismiss(
                    actor=actor,
                    institution=institution,
                    person=item.person,
                    reason=_("Ended in the review of access"),
                )
        AccessReviewItem.objects.filter(pk=item.pk).update(decision=decision, decided_at=now)
    if review.items.filter(decision="").exists():
        return False
    AccessReview.objects.filter(pk=review.pk).update(
        closed_at=now, closed_by=actor, closed_name=name_of(actor)
    )
    event_record(
        institution=institution,
        kind=BoardEventKind.REVIEWED,
        actor=actor,
        details={"kept": review.items.filter(decision=ReviewDecision.KEEP).count()},
    )
    return True
