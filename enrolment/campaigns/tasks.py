"""What the worker does for campaigns."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from enrolment.campaigns.letters import tell_listed
from enrolment.models import CampaignPage


@task()
def tell_listed_schools(campaign_id: int, school_ids: list[int]) -> int:
    """Write to the boards of schools of which a campaign's list says something new; answers how many letters were queued."""
    campaign = CampaignPage.objects.filter(pk=campaign_id).first()
    if campaign is None:
        return 0
    with transaction.atomic():
        return tell_listed(campaign, school_ids, now=timezone.now())
