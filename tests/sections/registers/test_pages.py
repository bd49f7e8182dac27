"""Records of accreditation, projects, conferences and centres as readers see them (W8.10, W8.13, W8.14, W8.16)."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from enrolment.models import CertificateRulePage, CertificatesPage
from sections.models import (
    AccreditationPage,
    CentrePage,
    CentresPage,
    ConferencePage,
    ConferencesPage,
    InformationPage,
    ProjectPage,
    ProjectsPage,
    QualityRecordPage,
    TenderPage,
    UniversalisationPage,
)
from tests.factories import make_page, section_of

AUTHORED = {"author_name": "Văn phòng", "source_name": "Sở"}
TODAY = timezone.localdate()
NOW = timezone.now()
SECRET = "https://hop.example/j/88812"
KINDS = {
    QualityRecordPage: AccreditationPage,
    UniversalisationPage: AccreditationPage,
    ProjectPage: ProjectsPage,
    TenderPage: ProjectsPage,
    ConferencePage: ConferencesPage,
    CentrePage: CentresPage,
    CertificateRulePage: CertificatesPage,
}


def fields_for(model, institution, number: int = 1) -> dict:
    """The least that a record of a type needs."""
    return {
        QualityRecordPage: {
            "institution": institution,
            "quality_level": 2,
            "decision_number": f"{number}/QĐ-SGDĐT",
            "decision_on": date(2026, 5, 20),
        },
        UniversalisationPage: {"area": f"Xã {number}", "year": 2026, "people": 400, "people_reached": 399},
        ProjectPage: {"code": f"79{number}", "investor": "Sở", "capital": 28_500_000_000},
        TenderPage: {"code": f"IB26{number}", "buyer": "Sở", "price": 1_850_000_000},
        ConferencePage: {
            "starts_at": NOW + timedelta(hours=2),
            "ends_at": NOW + timedelta(hours=4),
            "host": "Văn phòng Sở",
            "participants": "Hiệu trưởng\nKế toán",
        },
        CentrePage: {
            "licence_number": f"{number}/QĐ",
            "licence_on": date(2024, 8, 14),
            "licence_issuer": "Sở",
            "address": "24 Cầu Đất",
            "programmes": "Tiếng Anh",
        },
        CertificateRulePage: {
            "kind": "copy",
            "applies_to": "Bằng tốt nghiệp",
            "steps": "Nộp đơn\nNhận bản sao",
        },
    }[model]


def record(model, institution, number: int = 1, **fields):
    parent = section_of(institution, KINDS[model])
    values = fields_for(model, institution, number) | {"title": f"Bản ghi {number}"} | AUTHORED | fields
    return make_page(Page.objects.get(pk=parent.pk), model, **values)


def read(client, institution, path: str) -> str:
    caches["pages"].clear()
    response = client.get(path, headers={"host": institution.hostname})
    assert response.status_code == 200
    return response.content.decode()


def list_path(institution, model) -> str:
    address = section_of(institution, KINDS[model]).get_url_parts()[2]
    ends = {UniversalisationPage: "danh-sach/pho-cap/", TenderPage: "danh-sach/dau-thau/"}
    return address + ends.get(model, "")


@pytest.mark.parametrize("model", KINDS, ids=lambda model: model.__name__)
class TestEveryKind:
    def test_page_list_downloads_and_print_view_show_it(self, client, department, model):
        page = record(model, department, title="Hồ sơ Đồi Chè")
        assert "Hồ sơ Đồi Chè" in read(client, department, page.get_url_parts()[2])
        path = list_path(department, model)
        for query in ("", "?format=csv", "?format=json", "?print=1"):
            shown = read(client, department, path + query)
            assert "Hồ sơ Đồi Chè" in shown or page.get_url_parts()[2] in shown
        response = client.get(f"{path}?format=xlsx", headers={"host": department.hostname})
        assert response.content[:2] == b"PK"

    def test_the_list_costs_the_same_with_many(self, client, department, model):
        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                read(client, department, f"{list_path(department, model)}?q=b%E1%BA%A3n")
            return len(captured)

        record(model, department)
        queries()
        few = queries()
        for number in range(2, 8):
            record(model, department, number)
        assert queries() == few

    def test_it_is_in_the_feed_of_its_list(self, client, department, model):
        page = record(model, department)
        shown = read(client, department, list_path(department, model))
        feed = re.search(r'href="([^"]*/tin-tuc/[^"]*feed\.rss)"', shown)[1]
        assert page.title in read(client, department, feed)

    def test_an_empty_list_says_so_and_old_entries_stay(self, client, department, model):
        shown = read(client, department, list_path(department, model))
        assert "empty-state" in shown or 'class="empty' in shown
        section = section_of(department, KINDS[model])
        make_page(Page.objects.get(pk=section.pk), InformationPage, title="Bài cũ từ trước", **AUTHORED)
        assert "Bài cũ từ trước" in read(client, department, section.get_url_parts()[2])
