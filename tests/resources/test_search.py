"""Search over an authority and its members, and the libraries above (W8.9, W9.10)."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from network.models import Institution
from resources.models import ResourceRecord
from resources.selectors import Asked, libraries_above, records_found
from tests.resources.making import make_resource

NOW = datetime(2026, 10, 1, tzinfo=UTC)


def found(institution, **given):
    return [r.title for r in records_found(institution, Asked.read(given), locale="vi")]


@pytest.mark.parametrize("words", ["quang hợp", "quang hop", "QUANG HOP", "hop quang", "Phú", "to sinh"])
def test_words_are_found_with_and_without_diacritics_in_title_topic_and_author(school, words):
    make_resource(
        school, "Quang hợp ở thực vật", subject="natural-science", grade_from=7, grade_to=7,
        author_name="Trần Văn Phú, Tổ Sinh", now=NOW,
    )  # fmt: skip
    make_resource(school, "Tứ giác", now=NOW)
    assert found(school, q=words) == ["Quang hợp ở thực vật"]


def test_an_authority_finds_what_its_members_have_and_a_member_its_own(department, school, other):
    for house in (department, school, other):
        make_resource(house, f"Phân số {house.code}", now=NOW)
    assert len(found(department, q="phan so")) == 3
    assert found(school, q="phan so") == ["Phân số THHM"]
    assert found(department, q="phan so", of="THCS1") == ["Phân số THCS1"]
    assert found(department, q="hoa mai phân số") == ["Phân số THHM"]


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ({"grade": "4"}, {"Bốn năm", "Mọi lớp"}),
        ({"grade": "6"}, {"Sáu", "Mọi lớp"}),
        ({"grade": "99"}, {"Bốn năm", "Sáu", "Mọi lớp"}),
        ({"grade": "²"}, {"Bốn năm", "Sáu", "Mọi lớp"}),
        ({"kind": "video"}, {"Sáu"}),
        ({"kind": "x' or 1=1"}, {"Bốn năm", "Sáu", "Mọi lớp"}),
        ({"licence": "cc0"}, {"Mọi lớp"}),
        ({"q": "100%"}, set()),
        ({"q": "nam_"}, set()),
    ],
)
def test_filters_narrow_and_wrong_values_are_as_if_they_were_not_there(school, given, titles):
    make_resource(school, "Bốn năm", now=NOW)
    make_resource(school, "Sáu", grade_from=6, grade_to=None, kind="video", now=NOW)
    make_resource(school, "Mọi lớp", grade_from=None, grade_to=None, licence="cc0", now=NOW)
    assert set(found(school, **given)) == titles


def test_what_has_the_words_in_its_title_comes_first(school):
    make_resource(school, "Ôn tập", summary="Có phần về phân số.", date=date(2026, 10, 1), now=NOW)
    make_resource(school, "Phân số", date=date(2020, 1, 1), now=NOW)
    assert found(school, q="phân số") == ["Phân số", "Ôn tập"]


def test_the_page_of_the_search_names_the_institution_and_leads_to_its_site(department, school):
    make_resource(school, "Tứ giác", now=NOW)
    html = (
        Client(headers={"host": department.site.hostname})
        .get("/tim-hoc-lieu/", {"q": "tu giac"})
        .content.decode()
    )
    assert f"//{school.site.hostname}" in html
    assert "Trường Tiểu học Hoa Mai" in html
    assert "Tứ giác" in html


def test_hostile_questions_are_answered(school):
    client = Client(headers={"host": school.site.hostname})
    for query in (
        "q=%00",
        "q=%27%22%3Cscript%3E",
        "page=999999999999",
        "grade=-1",
        "q=a&q=b",
        "of=%00",
        "q=" + "a" * 5000,
    ):
        response = client.get(f"/tim-hoc-lieu/?{query}")
        assert response.status_code == 200
        assert b"<script>" not in response.content


def test_four_thousand_members_cost_the_queries_of_one(department, school):
    client = Client(headers={"host": department.site.hostname})

    def queries(text):
        with CaptureQueriesContext(connection) as seen:
            html = client.get("/tim-hoc-lieu/", {"q": text}).content.decode()
        return len(seen), html

    make_resource(school, "Tứ giác", now=NOW)
    queries("tu giac")
    few, _html = queries("tu giac")
    base = Institution.objects.get(pk=school.pk)
    members = [
        Institution(
            code=f"M{n}", name=f"Trường {n}", kind="facility", type="primary", depth=base.depth,
            path=base.path[:-4] + Institution._int2str(1000 + n).rjust(4, "0"), folded=f"truong {n}",
        )
        for n in range(4000)
    ]  # fmt: skip
    Institution.objects.bulk_create(members, batch_size=500)
    sites = list(Institution.objects.filter(code__startswith="M").values_list("pk", flat=True))
    ResourceRecord.objects.bulk_create(
        [
            ResourceRecord(
                institution_id=pk, translation_key=uuid.uuid4(), locale="vi", changed_at=NOW, title=f"Tứ giác {n}",
                folded=f"tu giac {n}", kind="lecture", subject="maths", path="/x/", issued_on=date(2026, 1, 1),
            )
            for n, pk in enumerate(sites)
        ],
        batch_size=500,
    )  # fmt: skip
    many, html = queries("tu giac")
    assert many == few
    assert "Tứ giác" in html
    # Members without a site are not shown: their addresses lead nowhere.
    assert records_found(department, Asked.read({"q": "tu giac"}), locale="vi").count() == 1


def test_libraries_above_come_from_the_tree_and_cost_the_same_at_any_depth(department, school):
    libraries_above(school)
    with CaptureQueriesContext(connection) as seen:
        names = [library.name for library in libraries_above(school)]
    assert len(names) == 2
    assert len(seen) <= 4
    assert [library.is_outside for library in libraries_above(department)] == [True]
