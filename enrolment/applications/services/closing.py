"""The end of a campaign for its applications: the time for which they are kept begins."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Max
from django.utils import timezone

from enrolment.models import Application, CampaignPage
from privacy.services.retention import submission_close

CLOSE_AFTER = timedelta(days=30)
BATCH = 500


def applications_close_due(*, now: datetime, most: int = 20 * BATCH) -> int:
    """Close what is still open of campaigns whose last day, in schedule or form, is thirty days past; answers how many. A run
    that was broken off goes on where it stopped."""
    over = (
        CampaignPage.objects.filter(
            closes_at__lt=now - CLOSE_AFTER, applications__submission__closed_on__isnull=True
        )
        .annotate(last_end=Max("phases__ends_at"), last_start=Max("phases__starts_at"))
        .order_by()
        .values_list("pk", "closes_at", "last_end", "last_start")
    )
    done = 0
    for pk, *moments in over.distinct():
        last = max(moment for moment in moments if moment)
        if last >= now - CLOSE_AFTER:
            continue
        rows = Application.objects.filter(campaign=pk, submission__closed_on__isnull=True)
        for application in rows.select_related("submission").order_by("pk")[: most - done]:
            submission_close(submission=application.submission, on=timezone.localdate(last))
            done += 1
    return done
