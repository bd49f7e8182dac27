"""Who may enter records, from which institutions they choose, and what a form fills in (W8.10, W8.13, W8.16)."""

from __future__ import annotations

import re

import pytest
from django.core.cache import caches
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from network.institution_fields import InstitutionTextField
from sections.models import (
    AccreditationPage,
    CentresPage,
    ConferencePage,
    DocumentIndexPage,
    DocumentPage,
    ProjectPage,
    ProjectsPage,
    QualityRecordPage,
    TenderPage,
)
from tests.factories import home_of, make_institution, make_member, make_page, section_of
from tests.sections.registers.test_pages import AUTHORED, NOW, SECRET, list_path, read, record

GIVEN = {
    "title": "",
    "slug": "",
    "quality_level": "2",
    "standard_level": "1",
    "decision_number": "5/QĐ",
    "decision_on": "2026-05-20",
    "decision_issuer": "Sở",
    "author_name": "Văn phòng",
    "source_name": "Sở",
    "reuse_terms": "quote",
    "body-count": "0",
}


def quality_form(institution, data=None):
    section = section_of(institution, AccreditationPage)
    form_class = QualityRecordPage.get_edit_handler().get_form_class()
    page = QualityRecordPage()
    user = make_member(institution, BoardRole.AUTHOR)
    return form_class(data, instance=page, parent_page=section, for_user=user)


@pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR, BoardRole.CHIEF])
def test_the_board_of_the_site_may_add_and_nobody_else(client, department, agency, school, role):
    section = section_of(department, AccreditationPage)
    address = f"/admin/pages/add/sections/qualityrecordpage/{section.pk}/"
    client.force_login(make_member(department, role))
    assert client.get(address, headers={"host": department.hostname}).status_code == 200
    for other in (agency, school):
        client.force_login(make_member(other, role))
        assert client.get(address, headers={"host": other.hostname}).status_code in (302, 403, 404)
    client.logout()
    assert client.get(address, headers={"host": department.hostname}).status_code == 302


def test_the_institution_is_one_below_the_sites_own_and_the_title_is_made(department, agency, school):
    below = make_institution("THXX", "Trường Tiểu học Xuân Xanh", "primary", agency)
    form = quality_form(agency, GIVEN | {"institution": str(below.pk)})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"].startswith("Trường Tiểu học Xuân Xanh: ")
    refused = quality_form(agency, GIVEN | {"institution": str(school.pk)})
    assert not refused.is_valid()
    assert "institution" in refused.errors


def test_many_institutions_are_chosen_by_code_or_name(department, monkeypatch):
    monkeypatch.setattr("network.institution_fields.LONGEST_LIST", 0)
    field = quality_form(department).fields["institution"]
    assert isinstance(field, InstitutionTextField)
    assert field.clean(department.code) == department


def test_number_day_and_issuer_are_taken_from_the_document(department, school):
    document = make_page(
        section_of(department, DocumentIndexPage),
        DocumentPage,
        title="Quyết định công nhận",
        number="512/QĐ-SGDĐT",
        issuer="Sở GDĐT",
        issued_on=timezone.localdate(),
        document_type="Quyết định",
        **AUTHORED,
    )
    page = QualityRecordPage(title="x", slug="x", institution=school, quality_level=1, decision_page=document)
    page.take_from_document()
    assert (page.decision_number, page.decision_on, page.decision_issuer) == (
        "512/QĐ-SGDĐT",
        document.issued_on,
        "Sở GDĐT",
    )
    page.clean()


def test_a_package_belongs_to_a_project_of_its_own_section(department, agency):
    strange = record(ProjectPage, agency)
    section = section_of(department, ProjectsPage)
    form_class = TenderPage.get_edit_handler().get_form_class()
    user = make_member(department, BoardRole.AUTHOR)
    data = GIVEN | {"title": "Gói", "buyer": "Sở", "kind": "goods", "form": "open", "capital_source": "local"}
    form = form_class(
        data | {"project": str(strange.pk)}, instance=TenderPage(), parent_page=section, for_user=user
    )
    assert not form.is_valid()
    assert "project" in form.errors


def test_centres_stand_on_the_sites_of_departments_only(department, agency, school):
    assert CentresPage.can_exist_under(home_of(department)) or section_of(department, CentresPage)
    assert not CentresPage.can_exist_under(home_of(agency))
    assert not CentresPage.can_exist_under(home_of(school))


def test_the_joining_link_is_on_its_page_only_and_the_store_forgets_it_in_time(client, department, rf):
    soon = record(ConferencePage, department, join_url=SECRET, title="Giao ban", access_note="Xem giấy mời")
    path, page = list_path(department, ConferencePage), soon.get_url_parts()[2]
    assert SECRET in read(client, department, page)
    for other in (path, f"{path}?format=csv", f"{path}?format=json", f"{path}?print=1", f"{path}?format=ics"):
        assert SECRET not in read(client, department, other)
    assert "BEGIN:VEVENT" in read(client, department, f"{path}?format=ics")
    assert SECRET not in read(client, department, f"{page}?format=ics")
    assert SECRET not in read(client, department, "/tin-tuc/hoi-nghi/feed.rss")
    request = rf.get(page)
    soon.get_context(request)
    assert request.shown_until == soon.starts_at
    ConferencePage.objects.filter(pk=soon.pk).update(join_until=NOW)
    caches["pages"].clear()
    assert SECRET not in read(client, department, page)


def test_further_lists_have_their_own_address_and_unknown_ones_have_none(client, department):
    tender = record(TenderPage, department, title="Gói thầu bàn ghế")
    project = record(ProjectPage, department, title="Dự án trường mới")
    first = read(client, department, list_path(department, ProjectPage)).split("<main")[1]
    second = read(client, department, list_path(department, TenderPage)).split("<main")[1]
    assert project.title in first
    assert tender.title not in first
    assert tender.title in second
    assert re.search(r'aria-current="page"[^>]*>[^<]+</a>', second)
    section = list_path(department, ProjectPage)
    for wrong in ("danh-sach/", "danh-sach/khac/", "danh-sach/dau-thau/them/"):
        response = client.get(section + wrong, headers={"host": department.hostname})
        assert response.status_code == 404


def test_a_project_shows_its_packages(client, department):
    project = record(ProjectPage, department, title="Dự án trường mới")
    record(TenderPage, department, title="Gói thầu bàn ghế", project=Page.objects.get(pk=project.pk).specific)
    assert "Gói thầu bàn ghế" in read(client, department, project.get_url_parts()[2])
