"""What is past its day at each institution, in numbers only: applications for admission and appeals (W8.11, W9.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Max, OuterRef, Q, Subquery

from enrolment.choices import APPEAL_OPEN, ApplicationState, Phase
from enrolment.models import Appeal, Application, CampaignPhase
from enrolment.processing.selectors import LATE


def applications_overdue(institution_ids: Iterable[int], today: date) -> dict[int, int]:
    """Id of the school that checks → how many applications are past their day; one query.

    Past its day is one whose applicant had to do something until a day that is over, and one that is still unchecked after
    the last phase of checking of its campaign.
    """
    ends = (
        CampaignPhase.objects.filter(page=OuterRef("campaign"), kind=Phase.CHECK)
        .order_by()
        .values("page")
        .annotate(last=Max("ends_at"))
        .values("last")
    )
    rows = Application.objects.filter(handler__in=list(institution_ids)).annotate(
        checked_until=Subquery(ends)
    )
    late = Q(state__in=LATE, due_on__lt=today)
    unchecked = Q(state=ApplicationState.SUBMITTED, checked_until__date__lt=today)
    return dict(rows.filter(late | unchecked).order_by().values_list("handler").annotate(number=Count("pk")))


def appeals_overdue(institution_ids: Iterable[int], today: date) -> dict[int, int]:
    """Id of the institution whose examination it is → how many appeals without an outcome are past their day; one query."""
    rows = Appeal.objects.filter(
        submission__institution__in=list(institution_ids), state__in=APPEAL_OPEN, due_on__lt=today
    )
    return dict(rows.order_by().values_list("submission__institution").annotate(number=Count("pk")))
