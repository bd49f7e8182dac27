"""Campaigns and notices as schema.org describes them: programmes with the days on which one applies."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localtime

from common.structured_data import without_blanks
from enrolment.models import AdmissionNoticePage, CampaignPage
from sections.models import ItemPage


def admission_programme(page: ItemPage, url: str, provider: dict[str, Any]) -> dict[str, Any] | None:
    """None for other pages. `provider`: who admits, as the page's graph names it."""
    if isinstance(page, CampaignPage):
        found = {
            "applicationStartDate": localtime(page.opens_at).isoformat(timespec="minutes"),
            "applicationDeadline": localtime(page.closes_at).isoformat(timespec="minutes"),
        }
    elif isinstance(page, AdmissionNoticePage):
        campaign = page.campaign if page.campaign_id else None
        first, last = (campaign.opens_at, campaign.closes_at) if campaign else (None, None)
        found = {
            "applicationStartDate": localtime(first).isoformat(timespec="minutes")
            if first
            else page.apply_from and page.apply_from.isoformat(),
            "applicationDeadline": localtime(last).isoformat(timespec="minutes")
            if last
            else page.apply_until and page.apply_until.isoformat(),
            "maximumEnrollment": page.quota or None,
            "programPrerequisites": "; ".join(page.audience_lines),
        }
    else:
        return None
    return without_blanks(
        {
            "@type": "EducationalOccupationalProgram",
            "name": page.title,
            "description": page.summary,
            "url": url,
            "provider": provider,
            **found,
        }
    )
