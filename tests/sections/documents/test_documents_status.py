"""Where a document (W8.3, W9.3) stands: from its dates and what others do to it, alike in a filter and alone."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from sections.documents.choices import DocumentStatus, RelationKind
from sections.models import DocumentPage, DocumentRelation
from tests.sections.documents.conftest import ISSUED

TODAY = dt.date(2026, 3, 1)
EARLIER, LATER = dt.date(2026, 1, 1), dt.date(2026, 6, 1)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def status_of(page, on=TODAY):
    DocumentRelation.objects.read_onto([page], on=on)
    for status in DocumentStatus:
        is_found = DocumentPage.objects.filter(pk=page.pk).in_status(status, on=on).exists()
        assert is_found == (status == page.status), f"the filter says otherwise of {status}"
    return page.status


def relate(page, kind, target=None, **fields):
    if target is not None:
        fields = {
            "target": target,
            "target_number": target.number,
            "target_issued_on": target.issued_on,
        } | fields
    return DocumentRelation.objects.create(page=page, kind=kind, **fields)


def test_its_own_dates_decide_first(make_document):
    cases = [
        ({}, DocumentStatus.IN_FORCE),
        ({"effective_on": LATER}, DocumentStatus.COMING),
        ({"issued_on": LATER}, DocumentStatus.COMING),
        ({"effective_on": TODAY}, DocumentStatus.IN_FORCE),
        ({"expires_on": TODAY}, DocumentStatus.ENDED),
        ({"expires_on": LATER}, DocumentStatus.IN_FORCE),
    ]
    for place, (fields, status) in enumerate(cases):
        assert status_of(make_document(f"{place}/QĐ-THHM", **fields)) == status, fields


def test_what_another_document_does_decides_from_its_day_on(make_document):
    cases = [
        (RelationKind.REPLACES, False, DocumentStatus.ENDED),
        (RelationKind.REPEALS, False, DocumentStatus.ENDED),
        (RelationKind.REPEALS, True, DocumentStatus.PARTLY),
        (RelationKind.AMENDS, False, DocumentStatus.AMENDED),
        (RelationKind.CORRECTS, False, DocumentStatus.IN_FORCE),
        (RelationKind.GUIDES, False, DocumentStatus.IN_FORCE),
    ]
    for place, (kind, is_partial, status) in enumerate(cases):
        old = make_document(f"{place}/QĐ-THHM")
        new = make_document(f"{place}/KH-THHM", issued_on=EARLIER)
        relate(new, kind, old, is_partial=is_partial)
        assert status_of(old) == status, kind
        assert status_of(old, on=EARLIER - dt.timedelta(days=1)) == DocumentStatus.IN_FORCE, kind


def test_a_day_given_with_the_relation_goes_before_the_effect_of_the_document(make_document):
    old = make_document("12/QĐ-THHM")
    relate(make_document("30/QĐ-THHM", issued_on=EARLIER), RelationKind.REPLACES, old, from_on=LATER)
    assert status_of(old) == DocumentStatus.IN_FORCE
    assert status_of(old, on=LATER) == DocumentStatus.ENDED


def test_a_draft_ends_nothing(make_document):
    old = make_document("12/QĐ-THHM")
    relate(make_document("30/QĐ-THHM", issued_on=EARLIER, live=False), RelationKind.REPLACES, old)
    assert status_of(old) == DocumentStatus.IN_FORCE


def test_a_document_named_by_number_and_day_is_meant_in_its_own_section_only(make_document, other_section):
    old = make_document("12/QĐ-THHM")
    of_last_year = make_document("12/QĐ-THHM", issued_on=ISSUED - dt.timedelta(days=365), slug="cu")
    elsewhere = make_document("12/QĐ-THHM", below=other_section)
    new = make_document("30/QĐ-THHM", issued_on=EARLIER)
    relate(new, RelationKind.REPLACES, target_number="12/QĐ-THHM", target_issued_on=ISSUED)
    assert status_of(old) == DocumentStatus.ENDED
    assert status_of(of_last_year) == DocumentStatus.IN_FORCE
    assert status_of(elsewhere) == DocumentStatus.IN_FORCE


def test_both_documents_show_the_relation(make_document):
    old, new = make_document("12/QĐ-THHM"), make_document("30/QĐ-THHM", issued_on=EARLIER)
    relate(new, RelationKind.REPEALS, old, is_partial=True, extent="Điều 5")
    DocumentRelation.objects.read_onto([old, new], on=TODAY)
    [backwards] = DocumentRelation.objects.links_of(old)
    [forwards] = DocumentRelation.objects.links_of(new)
    assert (str(backwards.label), backwards.number, backwards.day) == (
        "Repealed by",
        "30/QĐ-THHM",
        EARLIER,
    )
    assert (str(forwards.label), forwards.number, forwards.extent) == ("Repeals", "12/QĐ-THHM", "Điều 5")
    assert forwards.page.pk == old.pk


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({}, "target_number", "Choose a document or write its number and symbol."),
        (
            {"target_number": "12/QĐ-THHM"},
            "target_issued_on",
            "Such numbers begin anew each year: write the day of issue as well.",
        ),
    ],
)
def test_a_relation_names_one_document(make_document, fields, field, message):
    with pytest.raises(ValidationError) as caught:
        DocumentRelation(page=make_document("30/QĐ-THHM"), kind=RelationKind.REPLACES, **fields).clean()
    assert caught.value.message_dict == {field: [message]}


def test_a_number_with_its_year_needs_no_day(make_document):
    relation = DocumentRelation(page=make_document("30/QĐ-THHM"), target_number=" 36 / 2017/TT - BGDĐT ")
    relation.clean()
    assert relation.target_number == "36/2017/TT-BGDĐT"


def test_a_document_does_not_end_before_it_begins(make_document):
    page = make_document("12/QĐ-THHM")
    page.expires_on = ISSUED - dt.timedelta(days=1)
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert caught.value.message_dict["expires_on"] == ["A document cannot end before it begins."]


def test_the_type_follows_from_the_number_where_none_is_given(make_document):
    page = make_document("12/QĐ-THHM", document_type="")
    page.full_clean()
    assert page.document_type == "Quyết định"
    page.number, page.document_type = "Số lạ 7", ""
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert caught.value.message_dict["document_type"] == ["The number does not show the type: name it."]
