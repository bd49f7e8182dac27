"""The report shows a board its own sites and the sites below, and nothing of others."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from editorial.choices import BoardRole
from sections.models import NewsIndexPage
from tests.factories import make_institution, make_member, make_superuser, make_user, section_of


@pytest.fixture
def department(db):
    return make_institution()


@pytest.fixture
def school(department):
    return make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary", department)


def site_url(institution):
    return reverse("assessment_site", args=[institution.pk])


def members_url(institution):
    return reverse("assessment_members", args=[institution.pk])


def test_a_board_is_led_to_its_own_site(client, school):
    client.force_login(make_member(school, BoardRole.AUTHOR))
    assert client.get(reverse("assessment_overview"))["Location"] == site_url(school)


def test_the_report_names_section_clause_state_and_the_way_to_mend_it(client, school):
    client.force_login(make_member(school, BoardRole.CHIEF))
    text = client.get(site_url(school)).content.decode()
    assert "Tin tức – Thông báo" in text
    assert "khoản 2 Điều 9 Thông tư 37/2020/TT-BGDĐT" in text
    assert reverse("wagtailadmin_pages:edit", args=[section_of(school, NewsIndexPage).pk]) in text


@pytest.mark.parametrize("role", list(BoardRole))
def test_another_institution_is_not_found(client, department, school, role):
    other = make_institution("THLX", "Trường Tiểu học Lúa Xanh", "primary", department)
    client.force_login(make_member(school, role))
    for institution in (other, department):
        assert client.get(site_url(institution)).status_code == 404
        assert client.get(members_url(institution)).status_code == 404


def test_an_authority_sees_the_report_of_a_member_with_its_board_and_cannot_edit_from_there(
    client, department, school
):
    chief = make_member(school, BoardRole.CHIEF)
    client.force_login(make_member(department, BoardRole.CHIEF))
    text = client.get(site_url(school)).content.decode()
    assert chief.email in text
    assert chief.get_full_name() in text
    assert reverse("wagtailadmin_pages:edit", args=[section_of(school, NewsIndexPage).pk]) not in text


def test_the_board_of_a_school_sees_no_addresses_in_its_own_report(client, school):
    chief = make_member(school, BoardRole.CHIEF)
    client.force_login(make_member(school, BoardRole.AUTHOR))
    assert chief.email not in client.get(site_url(school)).content.decode()


def test_somebody_on_no_board_is_refused(client, school):
    user = make_user(is_staff=True)
    client.force_login(user)
    answer = client.get(site_url(school))
    assert answer.status_code in (302, 403)
    assert "Hoa Mai" not in " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_a_superuser_sees_the_tops_of_all_trees(client, department, school):
    other = make_institution("SK", "Sở Giáo dục và Đào tạo Khác", "department")
    client.force_login(make_superuser())
    text = client.get(reverse("assessment_overview")).content.decode()
    assert site_url(department) in text
    assert site_url(other) in text
    assert site_url(school) not in text


def test_the_report_is_among_the_reports_of_a_board(client, school):
    client.force_login(make_member(school, BoardRole.AUTHOR))
    assert reverse("assessment_overview") in client.get(reverse("wagtailadmin_home")).content.decode()
