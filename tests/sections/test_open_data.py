"""Open data: what a site publishes, described for people and machines (W8.7, W9.6, W12.6)."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from sections.models import DocumentIndexPage, DocumentPage, OpenDataPage
from sections.opendata import DataSet, register_dataset
from sections.statistics.services import rollups_refresh
from tests.factories import make_page, section_of
from tests.sections.statistics.making import make_year


def client_of(institution):
    return Client(headers={"host": institution.site.hostname})


def make_document(institution, number):
    return make_page(
        section_of(institution, DocumentIndexPage),
        DocumentPage,
        title=f"Văn bản {number}",
        slug=f"van-ban-{number}",
        number=f"{number}/QĐ-SGDĐT",
        document_type="Quyết định",
        issuer=institution.name,
        author_name="Văn phòng",
        source_name=institution.name,
        issued_on=date(2025, 3, 1 + number % 28),
    )


@pytest.fixture
def filled(department, school):
    make_document(department, 1)
    make_document(department, 2)
    make_document(school, 3)
    make_year(school)
    rollups_refresh()
    return department


def get(institution, path):
    response = client_of(institution).get(path)
    assert response.status_code == 200, path
    return response


def test_the_sets_of_a_site_are_found_in_what_it_publishes(filled):
    found = get(filled, "/api/v1/datasets/").json()
    names = [one["name"] for one in found["results"]]
    assert {"documents", "procedures", "statistics"} <= set(names)
    documents = next(one for one in found["results"] if one["name"] == "documents")
    assert documents["licence"]
    assert {
        "name": "number",
        "label": documents["fields"][0]["label"],
        "type": "string",
        "format": "",
    } in documents["fields"]
    assert [file["format"] for file in documents["files"]] == ["csv", "xlsx", "json"]
    assert documents["frequency"] == "UPDATE_CONT"


def test_records_are_those_of_the_site_and_can_be_narrowed(filled):
    found = get(filled, "/api/v1/datasets/documents/records/").json()
    assert found["count"] == 2
    assert {row["number"] for row in found["results"]} == {"1/QĐ-SGDĐT", "2/QĐ-SGDĐT"}
    assert found["results"][0]["url"].startswith("http")
    assert get(filled, "/api/v1/datasets/documents/records/?q=van+ban+1").json()["count"] == 1


def test_records_come_in_pages(filled):
    first = get(filled, "/api/v1/datasets/documents/records/?page_size=1").json()
    assert len(first["results"]) == 1
    assert first["previous"] is None
    second = get(filled, re.sub(r"^https?://[^/]+", "", first["next"])).json()
    assert second["next"] is None
    assert second["results"] != first["results"]


def test_wrong_parameters_are_as_if_they_were_not_there(filled):
    for query in (
        "page=x",
        "page=-1",
        "page_size=0",
        "page_size=99999999999",
        "page=999999",
        "type=%00",
        "year=abc",
    ):
        assert get(filled, f"/api/v1/datasets/documents/records/?{query}").json()["count"] == 2


def test_figures_are_records_with_their_completeness(filled):
    found = get(filled, "/api/v1/datasets/statistics/records/?indicator=pupils&source=members").json()
    assert [(r["value"], r["reported"], r["expected"], r["school_year"]) for r in found["results"]] == [
        (600, 1, 1, "2025-2026")
    ]


def test_anybody_may_read_without_a_cookie_and_nobody_may_write(filled):
    response = get(filled, "/api/v1/")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    assert client_of(filled).post("/api/v1/").status_code == 405


def test_another_site_has_its_own_sets_and_unknown_ones_are_404(filled, school):
    found = get(school, "/api/v1/datasets/documents/records/").json()
    assert [row["number"] for row in found["results"]] == ["3/QĐ-SGDĐT"]
    assert client_of(school).get("/api/v1/datasets/khong-co/").status_code == 404


def test_a_private_section_is_no_set(filled):
    section = section_of(filled, DocumentIndexPage)
    entry = DocumentPage.objects.child_of(section).first()
    PageViewRestriction.objects.create(page=entry, restriction_type=PageViewRestriction.LOGIN)
    assert get(filled, "/api/v1/datasets/documents/records/").json()["count"] == 1


def test_the_catalogue_is_dcat_with_resolvable_parts(filled):
    response = get(filled, "/api/v1/catalog.jsonld")
    assert response["Content-Type"].startswith("application/ld+json")
    found = response.json()
    assert found["@type"] == "dcat:Catalog"
    prefixes = set(found["@context"])
    names = re.findall(r'"([a-z]+):[A-Za-z]+":', response.content.decode())
    assert set(names) <= prefixes
    one = next(d for d in found["dcat:dataset"] if d["dct:identifier"].endswith("/documents"))
    download = one["dcat:distribution"][0]["dcat:downloadURL"]["@id"]
    assert get(filled, re.sub(r"^https?://[^/]+", "", download)).content.startswith(b"\xef\xbb\xbf")
    assert one["dct:accrualPeriodicity"]["@id"].endswith("/frequency/UPDATE_CONT")


def test_the_interface_describes_itself(filled):
    found = get(filled, "/api/v1/openapi.json").json()
    assert found["openapi"] == "3.1.0"
    assert "/datasets/documents/records/" in found["paths"]
    assert "number" in found["components"]["schemas"]["documents"]["properties"]


def test_the_page_lists_the_sets_and_embeds_the_catalogue(filled):
    page = section_of(filled, OpenDataPage)
    html = get(filled, page.relative_url(filled.site)).content.decode()
    assert "?format=xlsx" in html
    data = re.search(r'<script type="application/ld\+json">(\{"@context":\{"dcat".*?)</script>', html)
    assert json.loads(data[1])["@type"] == "dcat:Catalog"


def test_cost_does_not_grow_with_rows(filled):
    client, counts = client_of(filled), []
    for number in (10, 40):
        for n in range(number, number + 5):
            make_document(filled, n)
        client.get("/api/v1/datasets/documents/records/?page_size=5")
        with CaptureQueriesContext(connection) as queries:
            client.get("/api/v1/datasets/documents/records/?page_size=200")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_two_sets_of_one_name_are_a_mistake():
    with pytest.raises(ValueError, match="registered already"):
        register_dataset(DataSet(name="documents", section=OpenDataPage, description="x"))
