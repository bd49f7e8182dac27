"""Applications that came on paper: who enters them where, and how the signed consent becomes proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from common.models import site_path
from enrolment.applications.registration import admission_kind
from enrolment.applications.services.opening import OnPaper, application_open, child_claim
from enrolment.models import AdmissionNoticePage, CampaignPage
from enrolment.policies import entry_institutions
from network.models import Institution
from network.selectors import institutions_for_paths
from privacy.choices import Method
from privacy.models import FormDraft, Notice, Submission
from privacy.services import file_store, submission_create
from privacy.services.submissions import Decided
from privacy.uploads.checks import CheckedUpload

ENTRY_DAYS = timedelta(days=7)
"""So long after the deadline staff enter what was handed in on paper before it."""
CONSENT_FILE = "paper_consent"


def is_open_for_paper(campaign: CampaignPage, now: datetime) -> bool:
    return campaign.opens_at <= now < campaign.closes_at + ENTRY_DAYS


def campaigns_for_entry(user, *, now: datetime | None = None) -> list[tuple[CampaignPage, Institution]]:
    """The campaigns for which a person enters papers, with whose they are: their own institution's, and those in which it has a
    notice; four queries at any number of campaigns and schools."""
    now = now or timezone.now()
    mine = entry_institutions(user)
    if not mine:
        return []
    campaigns: QuerySet[CampaignPage] = (
        CampaignPage.objects.live()
        .filter(opens_at__lte=now, closes_at__gt=now - ENTRY_DAYS, locale__language_code="vi")
        .defer_streamfields()
        .order_by("closes_at", "path")
    )
    rows = list(campaigns)
    notices = list(
        AdmissionNoticePage.objects.live()
        .filter(campaign__in=[row.pk for row in rows], locale__language_code="vi")
        .values_list("campaign_id", "path")
    )
    found = institutions_for_paths([*(row.path for row in rows), *(path for _pk, path in notices)])
    named: dict[int, set[int]] = {}
    for pk, path in notices:
        if school := found.get(site_path(path)):
            named.setdefault(pk, set()).add(school.pk)
    result = []
    for row in rows:
        owner = found.get(site_path(row.path))
        if owner and ({owner.pk} | named.get(row.pk, set())) & mine:
            result.append((row, owner))
    return result


@sensitive_variables()
def paper_enter(
    *,
    page: CampaignPage,
    institution: Institution,
    notice: Notice,
    snapshot: dict[str, Any],
    answers: Mapping[str, Any],
    lookups: Sequence[tuple[str, str]],
    decisions: Sequence[Decided],
    retention_days: int,
    secret: str,
    language: str,
    draft: FormDraft,
    scan: CheckedUpload,
    received_on: date,
    user,
) -> Submission:
    """Store an application that staff entered, with the decisions that its signed paper names and a scan of that paper, in one
    transaction. Raises SubmissionRefusedError as the form on the website does."""

    def received(submission: Submission) -> None:
        application_open(submission, paper=OnPaper(user=user, received_on=received_on))
        file_store(submission=submission, field=CONSENT_FILE, upload=scan)

    submission, _is_new = submission_create(
        kind=replace(admission_kind, received=received),
        institution=institution,
        page=page,
        notice=notice,
        snapshot=snapshot,
        answers=dict(answers),
        lookups=list(lookups),
        decisions=[replace(decided, method=Method.PAPER) for decided in decisions],
        retention_days=retention_days,
        secret=secret,
        language=language,
        draft=draft,
        claim=child_claim(page, answers),
    )
    return submission
