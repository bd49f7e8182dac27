"""What the overview says of applications and appeals that are past their day, for each site (W8.11, W9.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from assessment.choices import State
from assessment.selectors import findings_of, site_findings
from enrolment.choices import AppealState, ApplicationState, Phase
from enrolment.models import Appeal, CampaignPhase
from enrolment.models.examinations import APPEAL
from enrolment.overdue import appeals_overdue, applications_overdue
from privacy.models import Notice, Submission
from tests.enrolment.making_applications import make_application, make_campaign

S = ApplicationState
DAY = timedelta(days=1)


def finding(institution, key: str):
    with override("en"):
        found = next(one for one in site_findings(institution) if one.criterion.key == key)
        return found.state, str(found.reason)


def make_appeal(institution, *, due_on, state=AppealState.RECEIVED) -> Appeal:
    number = Submission.objects.count()
    submission = Submission(
        reference=f"PK-{number:04}",
        institution=institution,
        form=APPEAL,
        notice=Notice.objects.filter(institution=institution, number__gt=0).first(),
        expires_at=timezone.now() + timedelta(days=90),
    )
    submission.seal_field("sealed_answers", {})
    submission.save()
    return Appeal.objects.create(submission=submission, due_on=due_on, state=state)


@pytest.fixture
def campaign(province):
    return make_campaign(province.hs)


def test_each_school_is_told_what_it_has_left_lying(province, campaign):
    today = timezone.localdate()
    before = finding(province.a, "W9.4")
    assert "past" not in before[1]
    make_application(campaign, (province.a, "x"), state=S.MORE, due_on=today)
    make_application(campaign, (province.a, "x"), state=S.VALID, due_on=today - DAY)
    assert finding(province.a, "W9.4") == before
    make_application(campaign, (province.a, "x"), state=S.MORE, due_on=today - DAY)
    state, reason = finding(province.a, "W9.4")
    assert state == (State.PARTLY if before[0] == State.MET else before[0])
    assert reason.endswith("1 application for admission is past its day.")
    assert "past" not in finding(province.b, "W9.4")[1]


def test_what_is_unchecked_after_the_last_phase_of_checking_is_overdue(province, campaign):
    today, now = timezone.localdate(), timezone.now()
    make_application(campaign, (province.a, "x"))
    make_application(campaign, (province.b, "x"), state=S.VALID)
    ends = (now - 9 * DAY, now - 2 * DAY, None)
    for number, end in enumerate(ends):
        CampaignPhase.objects.create(
            page=campaign, kind=Phase.CHECK, starts_at=now - 10 * DAY, ends_at=end, sort_order=number
        )
    assert applications_overdue([province.a.pk, province.b.pk], today) == {province.a.pk: 1}
    CampaignPhase.objects.filter(sort_order=0).update(ends_at=now + DAY)
    assert applications_overdue([province.a.pk, province.b.pk], today) == {}


def test_appeals_past_their_day_show_at_the_institution_of_the_examination(province):
    today = timezone.localdate()
    make_appeal(province.hs, due_on=today)
    make_appeal(province.hs, due_on=today - DAY, state=AppealState.CHANGED)
    assert appeals_overdue([province.hs.pk], today) == {}
    make_appeal(province.hs, due_on=today - DAY)
    make_appeal(province.hs, due_on=today - 2 * DAY, state=AppealState.PROPOSED)
    assert finding(province.hs, "W8.11")[1].endswith(
        "2 appeals against examination results are past their day."
    )
    assert "past" not in finding(province.xa, "W8.11")[1]


def test_many_take_as_many_queries_as_one(province, campaign):
    sites = [province.a, province.b, province.hs]

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            findings_of(sites)
        return len(caught)

    queries()
    before = queries()
    for _number in range(4):
        make_application(campaign, (province.b, "x"), state=S.MORE, due_on=timezone.localdate() - DAY)
        make_appeal(province.hs, due_on=timezone.localdate() - DAY)
    assert queries() == before
