"""What an open campaign and a class that children named keep; whose campaign a notice may name (W9.8)."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from common.page_rules import PageAction
from editorial.publication_rules import Stage, refusals
from enrolment.campaigns.rules import HAS_APPLICATIONS, NOT_YOURS, admission_rule
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.choices import ApplicationState
from enrolment.models import CampaignPhase, PriorityCategory
from tests.enrolment.making_applications import make_application, make_campaign, make_notice
from tests.factories import make_institution
from tests.support.texts import vi

NAMED = "Children have applied for the class “%(track)s”: it stays, with its code and a quota."


def words(text, **values):
    return re.escape(vi(text, **values))


@pytest.fixture
def campaign(department):
    return make_campaign(department)


@pytest.fixture
def notice(school, campaign):
    return make_notice(school, campaign, ("dai_tra", 45), ("chuyen", 35))


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def test_a_school_may_name_its_own_and_its_authorities_campaigns(department, school, campaign):
    own = make_campaign(school)
    stranger = make_institution("SLA", "Sở Giáo dục và Đào tạo khác", "department")
    make_campaign(stranger)
    make_campaign(department, live=False)
    assert set(campaigns_offered_to(school)) == {campaign, own}


def test_another_authoritys_campaign_does_not_exist_for_a_notice(school, notice):
    stranger = make_institution("SLB", "Sở Giáo dục và Đào tạo khác", "department")
    page = fresh(notice)
    page.campaign = make_campaign(stranger)
    with pytest.raises(ValidationError, match=re.escape(str(NOT_YOURS))):
        page.full_clean()
    assert str(NOT_YOURS) in refusals(page, Stage.PUBLISH)["enrolment.admission"]


def test_a_notice_takes_grade_and_year_from_its_campaign(notice, campaign):
    page = fresh(notice)
    page.grade, page.school_year = "grade1", "2030-2031"
    page.full_clean()
    assert (page.grade, page.school_year) == (campaign.grade, campaign.school_year)


def test_a_class_that_a_wish_names_stays(school, campaign, notice):
    make_application(campaign, (school, "dai_tra"))
    page = fresh(notice)
    page.tracks = [track for track in page.tracks.all() if track.code != "dai_tra"]
    with pytest.raises(ValidationError, match=words(NAMED, track="Lớp dai_tra")):
        page.full_clean()


def test_a_class_without_a_quota_is_gone_too(school, campaign, notice):
    make_application(campaign, (school, "dai_tra"))
    page = fresh(notice)
    tracks = list(page.tracks.all())
    tracks[0].quota = 0
    page.tracks = tracks
    with pytest.raises(ValidationError, match=words(NAMED, track="Lớp dai_tra")):
        page.full_clean()


def test_a_class_that_nobody_named_may_go(school, campaign, notice):
    make_application(campaign, (school, "dai_tra"))
    make_application(campaign, (school, "chuyen"), state=ApplicationState.WITHDRAWN)
    page = fresh(notice)
    page.tracks = [track for track in page.tracks.all() if track.code != "chuyen"]
    page.full_clean()


@pytest.mark.parametrize(
    "action", [PageAction.DELETE, PageAction.UNPUBLISH, PageAction.EXPIRE, PageAction.MOVE]
)
def test_a_campaign_and_a_notice_with_applications_stay_on_their_sites(school, campaign, notice, action):
    assert admission_rule(page=campaign, action=action) is None
    assert admission_rule(page=notice, action=action) is None
    make_application(campaign, (school, "dai_tra"))
    assert admission_rule(page=campaign, action=action) == HAS_APPLICATIONS
    assert admission_rule(page=notice, action=action) == vi(NAMED, track="Lớp dai_tra")


def test_the_end_of_an_open_campaign_is_not_moved_forward(campaign):
    page = fresh(campaign)
    page.closes_at -= timedelta(days=1)
    with pytest.raises(ValidationError, match=f"{timezone.localtime(campaign.closes_at):%H:%M %d/%m/%Y}"):
        page.full_clean()


def test_an_extension_says_why(campaign):
    page = fresh(campaign)
    page.closes_at += timedelta(days=1)
    with pytest.raises(
        ValidationError, match=words("Say why the dates change: it stands on the page and in the record.")
    ):
        page.full_clean()
    page.dates_note = "Quyết định 512/QĐ-SGDĐT sau bão."
    page.full_clean()


@pytest.mark.parametrize(
    ("name", "value"),
    [("ranking", "lot"), ("uses_catchment", True), ("grade", "grade6"), ("school_year", "2030-2031")],
)
def test_the_frame_of_an_open_campaign_stays(campaign, name, value):
    page = fresh(campaign)
    setattr(page, name, value)
    with pytest.raises(
        ValidationError,
        match=words("The campaign is open: this stays as it was when the first child could apply."),
    ):
        page.full_clean()


def test_before_it_opens_everything_may_change(department):
    page = fresh(make_campaign(department, opens=3))
    page.ranking, page.closes_at = "lot", page.opens_at + timedelta(hours=1)
    page.full_clean()


def test_a_phase_is_extended_and_not_shortened(campaign):
    now = timezone.now()
    CampaignPhase.objects.create(
        page=campaign, kind="apply", starts_at=now - timedelta(days=2), ends_at=now + timedelta(days=2)
    )
    page = fresh(campaign)
    phases = list(page.phases.all())
    phases[0].ends_at += timedelta(days=1)
    page.phases = phases
    page.full_clean()
    phases[0].ends_at -= timedelta(days=2)
    page.phases = phases
    with pytest.raises(
        ValidationError,
        match=words(
            "The phase “%(phase)s” can be extended, not shortened: the campaign is open.", phase=phases[0]
        ),
    ):
        page.full_clean()
    page.phases = []
    with pytest.raises(
        ValidationError, match=words("The phase “%(phase)s” has begun and stays.", phase=phases[0])
    ):
        page.full_clean()


def test_a_priority_that_children_may_have_named_stays(campaign):
    PriorityCategory.objects.create(page=campaign, code="con_liet_si", name="Con liệt sĩ")
    page = fresh(campaign)
    page.priorities = []
    with pytest.raises(
        ValidationError,
        match=words(
            "The priority category “%(category)s” stays: children may have named it.", category="Con liệt sĩ"
        ),
    ):
        page.full_clean()
