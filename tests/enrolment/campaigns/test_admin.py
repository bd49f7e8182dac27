"""The authority's view of a campaign's schools, notices begun from it, reminders (W9.8)."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from editorial.choices import BoardRole
from enrolment.campaigns.letters import KIND, missing_letter
from enrolment.campaigns.overview import members_of_campaign, own_notices
from enrolment.campaigns.services import NOT_FOR_THIS, TOO_LATE, notice_begin, reminders_due, reminders_queue
from enrolment.models import AdmissionNoticePage, CatchmentArea, EnrolmentPage, OnlineAdmissionPage
from network.models import Institution, Letter
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import make_institution, make_member, section_of


@pytest.fixture
def upper(department):
    return make_institution("THPT1", "Trường Trung học phổ thông Bến Đò", "upper_secondary", department)


@pytest.fixture
def campaign(department):
    return make_campaign(department, opens=14, closes=40)


def signed_in(user, institution):
    client = Client(headers={"host": institution.site.hostname})
    client.force_login(user)
    return client


def lacks_of(campaign, owner):
    return {m.institution.code: m.lacks for m in members_of_campaign(campaign, owner)}


def test_the_overview_names_what_each_school_lacks(department, school, upper, campaign):
    campaign.uses_catchment = True
    campaign.save()
    assert lacks_of(campaign, department)["THPT1"] == ["notice"]
    notice = make_notice(upper, campaign, ("a", 0))
    assert lacks_of(campaign, department)["THPT1"] == ["quota", "area"]
    notice.tracks.update(quota=5)
    CatchmentArea.objects.create(page=notice, commune="Phường Bến Đò")
    assert lacks_of(campaign, department)["THPT1"] == []


def test_a_school_of_another_level_is_not_asked(department, school, campaign):
    assert school.code not in lacks_of(campaign, department)


def test_as_many_queries_for_many_schools(department, upper, campaign):
    def count():
        with CaptureQueriesContext(connection) as found:
            members_of_campaign(campaign, department)
        return len(found)

    make_notice(upper, campaign)
    count()
    few = count()
    for n in range(5):
        parent = Institution.objects.get(pk=department.pk)
        parent.add_child(
            instance=Institution(code=f"X{n}", name=f"Trường {n}", type="upper_secondary", home_key=uuid4())
        )
    assert count() == few


def test_the_authority_reads_and_exports_and_others_do_not(department, school, upper, campaign):
    url = reverse("enrolment_campaign", args=[campaign.pk])
    editor = make_member(department, BoardRole.EDITOR)
    answer = signed_in(editor, department).get(url)
    assert upper.name in answer.content.decode()
    answer = signed_in(editor, department).get(f"{url}?only=notice&export=csv")
    assert "THPT1" in answer.content.decode("utf-8-sig")
    for role in (BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF):
        stranger = make_member(upper, role)
        assert signed_in(stranger, upper).get(url).status_code == 404


def test_a_campaign_is_begun_where_campaigns_stand(department, upper):
    section = section_of(department, OnlineAdmissionPage)
    url = reverse("wagtailadmin_pages:add", args=["enrolment", "campaignpage", section.pk])
    author = signed_in(make_member(department, BoardRole.AUTHOR), department)
    assert url in author.get(reverse("enrolment_campaigns")).content.decode()
    assert author.get(url).status_code == 200
    other = signed_in(make_member(upper, BoardRole.AUTHOR), upper)
    assert url not in other.get(reverse("enrolment_campaigns")).content.decode()


def test_a_school_begins_its_notice_once(upper, campaign):
    author = make_member(upper, BoardRole.AUTHOR)
    client = signed_in(author, upper)
    said = client.get(reverse("enrolment_campaigns")).content.decode()
    url = reverse("enrolment_notice_begin", args=[campaign.pk, upper.pk])
    assert url in said
    answer = client.post(url)
    page = AdmissionNoticePage.objects.get(campaign=campaign)
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert (page.live, page.grade, page.school_year) == (False, campaign.grade, campaign.school_year)
    assert client.post(url).url == answer.url
    assert AdmissionNoticePage.objects.filter(campaign=campaign).count() == 1
    assert client.get(answer.url).status_code == 200


def test_nobody_begins_anothers_notice(department, school, upper, campaign):
    stranger = make_member(school, BoardRole.CHIEF)
    url = reverse("enrolment_notice_begin", args=[campaign.pk, upper.pk])
    assert signed_in(stranger, school).post(url).status_code == 404
    foreign = make_campaign(make_institution("SLC", "Sở khác", "department"))
    own = reverse("enrolment_notice_begin", args=[foreign.pk, school.pk])
    assert signed_in(stranger, school).post(own).status_code == 404
    with pytest.raises(ValidationError, match=re.escape(str(NOT_FOR_THIS))):
        notice_begin(campaign=foreign, school=school, user=stranger)


def test_the_form_offers_own_campaigns_only(upper, campaign):
    foreign = make_campaign(make_institution("SLD", "Sở khác", "department"))
    author = make_member(upper, BoardRole.AUTHOR)
    section = section_of(upper, EnrolmentPage)
    url = reverse("wagtailadmin_pages:add", args=["enrolment", "admissionnoticepage", section.pk])
    said = signed_in(author, upper).get(url).content.decode()
    assert f'<option value="{campaign.pk}"' in said
    assert f'<option value="{foreign.pk}"' not in said


def test_own_notices_are_those_of_the_schools_level(school, upper, campaign):
    assert [(row.school, row.campaign) for row in own_notices([school, upper])] == [(upper, campaign)]


def test_boards_without_a_published_notice_are_reminded_by_keys_only(department, upper, campaign):
    chief = make_member(upper, BoardRole.CHIEF)
    assert reminders_queue(campaign=campaign) == 1
    letter = Letter.objects.get(kind=KIND)
    assert letter.user_id == chief.pk
    assert set(letter.about) == {"campaign", "school", "day"}
    message = missing_letter(letter)
    assert campaign.title in message.body
    assert reverse("enrolment_campaigns") in message.body
    make_notice(upper, campaign)
    assert missing_letter(letter) is None
    assert reminders_queue(campaign=campaign) == 0


def test_reminders_go_out_two_weeks_before_opening(upper, campaign):
    make_member(upper, BoardRole.CHIEF)
    day = campaign.opens_at - timedelta(days=14)
    assert reminders_due(now=day) == 1
    assert reminders_due(now=day + timedelta(days=1)) == 0


def test_after_closing_nobody_is_reminded(department, upper):
    closed = make_campaign(department, opens=-9, closes=-1)
    with pytest.raises(ValidationError, match=re.escape(str(TOO_LATE))):
        reminders_queue(campaign=closed, now=timezone.now())


def test_an_officer_reminds_and_an_author_does_not(department, upper, campaign):
    make_member(upper, BoardRole.CHIEF)
    url = reverse("enrolment_campaign", args=[campaign.pk])
    signed_in(make_member(department, BoardRole.AUTHOR), department).post(url)
    assert not Letter.objects.filter(kind=KIND).exists()
    signed_in(make_member(department, BoardRole.EDITOR), department).post(url)
    assert Letter.objects.filter(kind=KIND).count() == 1
