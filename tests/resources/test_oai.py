"""The repository as a harvester meets it, and as the protocol words it (OAI-PMH 2.0; W8.9, W9.10)."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from sickle import Sickle
from sickle.response import OAIResponse

from resources.models import ResourcePage, ResourceRecord
from resources.oai import answers, tokens
from resources.services.records import record_withdraw, record_write, records_reconcile
from tests.resources.making import make_document, make_resource

NS = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "lom": "http://ltsc.ieee.org/xsd/LOM",
}
START = datetime(2026, 10, 1, 8, 0, 0, tzinfo=UTC)


def ask(institution, method="get", **query):
    client = Client(headers={"host": institution.site.hostname}, enforce_csrf_checks=True)
    response = getattr(client, method)("/oai/", query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    return etree.fromstring(response.content)


def code_of(institution, **query):
    root = ask(institution, **query)
    return [error.get("code") for error in root.findall("o:error", NS)]


def titles(root):
    return [element.text for element in root.iterfind(".//dc:title", NS)]


class Harvester(Sickle):
    """Sickle over the test client instead of the network."""

    def __init__(self, institution):
        super().__init__(f"http://{institution.site.hostname}/oai/")
        self.client = Client(headers={"host": institution.site.hostname})

    def harvest(self, **given):
        response = self.client.get("/oai/", given)
        response.text = response.content.decode()
        return OAIResponse(response, params=given)


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(answers, "RECORDS", 3)
    monkeypatch.setattr(answers, "SETS", 2)


def test_identify_says_who_answers_and_how(department, school):
    make_resource(school, now=START)
    root = ask(department, verb="Identify")
    told = {etree.QName(e).localname: e.text for e in root.find("o:Identify", NS)}
    assert told["baseURL"] == root.find("o:request", NS).text
    assert told["protocolVersion"] == "2.0"
    assert told["adminEmail"] == "sogddt@example.edu.vn"
    assert told["deletedRecord"] == "persistent"
    assert told["granularity"] == "YYYY-MM-DDThh:mm:ssZ"
    assert told["earliestDatestamp"] == "2026-10-01T08:00:00Z"
    order = [
        "repositoryName",
        "baseURL",
        "protocolVersion",
        "adminEmail",
        "earliestDatestamp",
        "deletedRecord",
        "granularity",
    ]
    assert list(told) == order


def test_a_harvester_gets_everything_of_the_authority_and_its_members_over_many_answers(
    department, school, other, small_pages
):
    made = [make_resource(h, f"Bài {n}", now=START) for n, h in enumerate([department, school, other] * 3)]
    found = list(Harvester(department).ListRecords(metadataPrefix="oai_dc"))
    assert sorted(r.metadata["title"][0] for r in found) == sorted(page.title for page in made)
    assert len({r.header.identifier for r in found}) == 9
    assert len(list(Harvester(school).ListIdentifiers(metadataPrefix="lom"))) == 3


def test_a_deleted_resource_stays_as_a_header(school):
    page = make_resource(school, now=START)
    record_withdraw(page=page, now=START + timedelta(days=1))
    (record,) = Harvester(school).ListRecords(metadataPrefix="oai_dc")
    assert record.deleted
    assert record.header.datestamp == "2026-10-02T08:00:00Z"
    assert "kind:lecture" in record.header.setSpecs
    kept = ResourceRecord.objects.get()
    assert (kept.title, kept.folded, kept.path, kept.page_id) == ("", "", "", None)


def test_deleting_a_page_withdraws_its_record(school):
    page = make_resource(school, now=START)
    ResourcePage.objects.filter(pk=page.pk).update(live=False)
    ResourcePage.objects.get(pk=page.pk).delete()
    assert ResourceRecord.objects.get().is_deleted


def test_a_record_that_did_not_change_keeps_its_date(school):
    page = make_resource(school, now=START)
    record_write(page=page, now=START + timedelta(days=1))
    assert ResourceRecord.objects.get().changed_at == START
    page.objective = "Rút gọn được phân số."
    record_write(page=page, now=START + timedelta(days=2))
    assert ResourceRecord.objects.get().changed_at == START + timedelta(days=2)


def test_the_nightly_run_finds_what_no_signal_told_and_a_second_one_changes_nothing(school, other):
    make_resource(school, "Một", recorded=False)
    gone = make_resource(other, "Hai", now=START)
    ResourcePage.objects.filter(pk=gone.pk).update(live=False)
    assert records_reconcile(now=START) == (1, 1)
    assert records_reconcile(now=START) == (0, 0)
    assert [r.title for r in ResourceRecord.objects.filter(is_deleted=False)] == ["Một"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, "badVerb"),
        ({"verb": "Harvest"}, "badVerb"),
        ({"verb": ["Identify", "Identify"]}, "badVerb"),
        ({"verb": "Identify", "set": "x"}, "badArgument"),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": ["oai_dc", "lom"]}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "01/10/2026"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-02-30"}, "badArgument"),
        (
            {
                "verb": "ListRecords",
                "metadataPrefix": "oai_dc",
                "from": "2026-10-01",
                "until": "2026-10-02T00:00:00Z",
            },
            "badArgument",
        ),
        (
            {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "2026-10-02", "until": "2026-10-01"},
            "badArgument",
        ),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "a b"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "a\x00b"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x", "metadataPrefix": "oai_dc"}, "badArgument"),
        ({"verb": "ListRecords", "resumptionToken": "x"}, "badResumptionToken"),
        ({"verb": "ListRecords", "metadataPrefix": "marc21"}, "cannotDisseminateFormat"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "kind:none"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "set": "grade:²"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "oai_dc", "until": "2001-01-01"}, "noRecordsMatch"),
        ({"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "urn:uuid:x"}, "idDoesNotExist"),
        (
            {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": f"urn:uuid:{uuid4()}"},
            "idDoesNotExist",
        ),
        ({"verb": "ListMetadataFormats", "identifier": "oai:x:1"}, "idDoesNotExist"),
    ],
)
def test_a_wrong_question_is_answered_with_the_error_of_the_protocol(school, query, code):
    make_resource(school, now=START)
    assert code_of(school, **query) == [code]


def test_arguments_are_told_back_unless_they_are_wrong(school):
    make_resource(school, now=START)
    wrong = ask(school, verb="ListRecords", metadataPrefix="oai_dc", until="x").find("o:request", NS)
    assert dict(wrong.attrib) == {}
    right = ask(school, verb="ListRecords", metadataPrefix="marc21").find("o:request", NS)
    assert dict(right.attrib) == {"verb": "ListRecords", "metadataPrefix": "marc21"}


def test_post_is_answered_like_get(school):
    make_resource(school, now=START)
    assert titles(ask(school, "post", verb="ListRecords", metadataPrefix="oai_dc")) == ["Phân số"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"from": "2026-10-02"}, ["Hai", "Ba"]),
        ({"until": "2026-10-02"}, ["Một", "Hai"]),
        ({"from": "2026-10-02T08:00:00Z", "until": "2026-10-02T08:00:00Z"}, ["Hai"]),
        ({"set": "subject:literature"}, ["Ba"]),
        ({"set": "grade:5"}, ["Một", "Hai"]),
        ({"set": "kind:lecture"}, ["Một", "Hai", "Ba"]),
        ({"set": "institution:THHM"}, ["Một", "Hai", "Ba"]),
    ],
)
def test_dates_and_sets_narrow_a_harvest(school, given, found):
    make_resource(school, "Một", now=START)
    make_resource(school, "Hai", now=START + timedelta(days=1))
    make_resource(
        school, "Ba", subject="literature", grade_from=6, grade_to=None, now=START + timedelta(days=2)
    )
    assert titles(ask(school, verb="ListRecords", metadataPrefix="oai_dc", **given)) == found


def test_every_set_that_is_listed_can_be_harvested(department, school, other, small_pages):
    for house in (school, other):
        make_resource(house, now=START)
    specs = [each.setSpec for each in Harvester(department).ListSets()]
    assert {
        "kind:lecture",
        "subject:maths",
        "grade:4",
        "grade:5",
        "institution:THHM",
        "institution:THCS1",
    } == set(specs)
    for spec in specs:
        assert list(Harvester(department).ListIdentifiers(metadataPrefix="oai_dc", set=spec)), spec


def first_token(school):
    root = ask(school, verb="ListRecords", metadataPrefix="oai_dc")
    return root.find(".//o:resumptionToken", NS)


def test_a_list_ends_with_an_empty_token(school, small_pages):
    for number in range(4):
        make_resource(school, f"Bài {number}", now=START)
    token = first_token(school)
    assert (token.get("cursor"), token.get("completeListSize")) == ("0", "4")
    last = ask(school, verb="ListRecords", resumptionToken=token.text).find(".//o:resumptionToken", NS)
    assert not last.text
    assert last.get("cursor") == "3"


def test_a_token_of_another_site_verb_or_time_is_none(school, other, small_pages, monkeypatch):
    for number in range(4):
        make_resource(school, f"Bài {number}", now=START)
        make_resource(other, f"Bài {number}", now=START)
    token = first_token(school).text
    assert code_of(other, verb="ListRecords", resumptionToken=token) == ["badResumptionToken"]
    assert code_of(school, verb="ListIdentifiers", resumptionToken=token) == ["badResumptionToken"]
    assert code_of(school, verb="ListRecords", resumptionToken=token[:-2] + "xx") == ["badResumptionToken"]
    place = tokens.Place(school.pk, "ListRecords", "oai_dc")
    old = tokens.make_token(place, now=START - timedelta(days=30))
    assert code_of(school, verb="ListRecords", resumptionToken=old) == ["badResumptionToken"]


def test_a_record_that_changes_during_a_harvest_is_not_lost(school, small_pages):
    pages = [
        make_resource(school, f"Bài {number}", now=START + timedelta(seconds=number)) for number in range(6)
    ]
    token = first_token(school).text
    pages[4].summary = "Mới"
    record_write(page=pages[4], now=START + timedelta(hours=1))
    assert "Bài 4" in titles(ask(school, verb="ListRecords", resumptionToken=token))


def test_dublin_core_and_lom_say_author_licence_grade_and_files(school):
    document = make_document(school, "phieu.pdf")
    part = ("file", {"document": document, "title": "Phiếu"})
    page = make_resource(
        school, contents=[part], minutes=35, curriculum_topic="Phân số & số thập phân", now=START
    )
    identifier = f"urn:uuid:{ResourceRecord.objects.get().uid}"
    dc = ask(school, verb="GetRecord", metadataPrefix="oai_dc", identifier=identifier)
    told = {
        name: [e.text for e in dc.iterfind(f".//dc:{name}", NS)]
        for name in ("creator", "rights", "format", "identifier")
    }
    assert told["creator"] == ["Tổ Toán"]
    assert "https://creativecommons.org/licenses/by/4.0/" in told["rights"]
    assert told["format"] == ["application/pdf"]
    assert told["identifier"] == [page.full_url]
    lom = ask(school, verb="GetRecord", metadataPrefix="lom", identifier=identifier)
    text = " ".join(lom.itertext())
    for word in (
        "PT35M",
        "9-11",
        "learner",
        "Phân số & số thập phân",
        "So sánh được hai phân số.",
        "LOMv1.0",
    ):
        assert word in text


def test_no_text_makes_the_answer_something_else_than_xml(school):
    page = make_resource(school, recorded=False)
    ResourcePage.objects.filter(pk=page.pk).update(objective="a\x0bb\x1fc ]]> <script> \ufffe")
    page.refresh_from_db()
    record_write(page=page, now=START)
    root = ask(school, verb="ListRecords", metadataPrefix="oai_dc")
    assert any("]]> <script>" in (e.text or "") for e in root.iterfind(".//dc:description", NS))


def test_a_harvest_costs_the_same_queries_for_one_and_for_many(department, school):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            ask(department, verb="ListRecords", metadataPrefix="oai_dc")
        return len(seen)

    make_resource(school, "Một", contents=[("file", {"document": make_document(school)})], now=START)
    ask(department, verb="ListRecords", metadataPrefix="oai_dc")
    few = queries()
    for number in range(8):
        make_resource(
            school, f"Bài {number}", contents=[("file", {"document": make_document(school)})], now=START
        )
    assert queries() == few
