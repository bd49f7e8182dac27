"""The catalogue holds every clause, cites it as the law does, and forgets it when its circular ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from network.choices import InstitutionKind
from sections.catalogue import (
    Answer,
    Clause,
    Section,
    all_clauses,
    clause,
    document,
    is_in_force,
    registry,
    section,
    section_for_page_type,
    sections_for,
)
from sections.catalogue.circular_37_2020.shape import CIRCULAR
from sections.catalogue.document import catalogue_document
from sections.models import CentresPage, NewsIndexPage

D, A, F = InstitutionKind.DEPARTMENT, InstitutionKind.AGENCY, InstitutionKind.FACILITY

# Written from the text of the circular, not from the catalogue: ids, whom they bind, whether they must be answered.
BINDING = {
    ("W2.1", "DAF", True),
    *((f"W3.1{point}", "DAF", True) for point in "ab"),
    ("W3.1c", "DA", False),
    *((f"W3.{n}", "DAF", True) for n in (2, 3, 4)),
    *((f"W4.{n}", "DAF", True) for n in (2, 3, 4, 5)),
    ("W5.1", "D", False),
    ("W5.2", "D", True),
    ("W5.3", "DA", False),
    ("W6.2", "DAF", True),
    *((f"W7.{n}", "DAF", True) for n in (1, 2, 3)),
    *((f"W8.{n}", "DA", True) for n in ("1a", "1b", 2, 3, "4a", "4b", "4c", *range(5, 16))),
    ("W8.16", "D", True),
    *((f"W9.{n}", "F", True) for n in ("1a", "1b", *range(2, 11))),
    ("W9.11", "F", False),
    *((f"W10.{n}", "DAF", False) for n in range(1, 8)),
    *((f"W11.{n}", "DAF", True) for n in (1, 2, "2a", "2b", "2c", "2d", "2dd", "2e", 3)),
    *((f"W12.{n}", "DAF", True) for n in range(1, 8)),
}


def test_every_clause_is_there_with_whom_it_binds_and_whether_it_must_be_answered():
    letters = {D: "D", A: "A", F: "F"}
    found = {
        (entry.id, "".join(letters[kind] for kind in (D, A, F) if kind in entry.binds), entry.required)
        for entry in all_clauses()
        if entry.id.startswith("W")
    }
    assert found == BINDING


@pytest.mark.parametrize(
    ("clause_id", "vietnamese", "english"),
    [
        ("W3.1a", "điểm a khoản 1 Điều 3", "point a, clause 1, article 3"),
        ("W8.10", "khoản 10 Điều 8", "clause 10, article 8"),
        ("W8.1b", "điểm b khoản 1 Điều 8", "point b, clause 1, article 8"),
        ("W5.3", "khoản 3 Điều 5", "clause 3, article 5"),
        ("W11.2", "khoản 2 Điều 11", "clause 2, article 11"),
        ("W11.2dd", "điểm đ khoản 2 Điều 11", "point đ, clause 2, article 11"),
        ("W12.7", "khoản 7 Điều 12", "clause 7, article 12"),
    ],
)
def test_a_clause_is_cited_as_the_law_cites_it(clause_id, vietnamese, english):
    entry = clause(clause_id)
    assert entry.legal_reference("vi") == f"{vietnamese} Thông tư 37/2020/TT-BGDĐT"
    assert entry.legal_reference("en") == f"{english} of circular 37/2020/TT-BGDĐT"


def test_a_whole_article_is_cited_by_its_number():
    assert replace(clause("W8.2"), reference="8").legal_reference("vi") == "Điều 8 Thông tư 37/2020/TT-BGDĐT"


def test_a_reference_that_is_none_is_an_error():
    with pytest.raises(ValueError, match=r"W8\.2"):
        replace(clause("W8.2"), reference="8.2.1").legal_reference("vi")


def test_an_id_is_the_reference_of_its_clause():
    for entry in all_clauses():
        assert entry.id[1:].replace("dd", "đ") == entry.reference
        assert entry.legal_reference("vi").endswith(f"Thông tư {entry.source.number}")


@pytest.mark.parametrize("kind", [D, A, F])
@pytest.mark.parametrize("attribute", ["title_vi", "title_en", "slug_vi", "slug_en", "key"])
def test_titles_and_addresses_are_unique_on_a_site(kind, attribute):
    counted = Counter(getattr(s, attribute) for s in sections_for(kind))
    assert [value for value, number in counted.items() if number > 1] == []


def test_every_section_is_complete_in_both_languages():
    for entry in all_clauses():
        assert entry.summary_vi
        assert entry.summary_en
        for s in entry.sections:
            assert all((s.title_vi, s.title_en, s.intro_vi, s.intro_en)), s.key
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", s.slug_vi), s.key
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", s.slug_en), s.key
            assert s.key == entry.id or s.key.startswith(entry.id + "."), s.key


def test_a_clause_answered_elsewhere_is_answered_for_everybody_whom_it_binds():
    for entry in all_clauses():
        if entry.answered_by:
            assert entry.binds <= clause(entry.answered_by).binds, entry.id


def test_foreigners_find_introduction_contact_and_services_in_english():
    for kind in (D, A):
        assert [s.key for s in sections_for(kind) if s.english] == ["W8.1a", "W8.1b", "W8.4a", "W8.4c"]
    assert not [s.key for s in sections_for(F) if s.english]


@pytest.mark.parametrize(("kind", "has_centres"), [(D, True), (A, False), (F, False)])
def test_centres_are_a_section_of_departments_alone(kind, has_centres):
    assert (section_for_page_type(CentresPage, kind) is not None) is has_centres


class TestValidity:
    """A circular ends on a day; another takes its place."""

    END = date(2031, 1, 1)

    @pytest.fixture
    def successor(self, monkeypatch):
        """Circular 37/2020 ends; the next one asks for news under an id of its own and for nothing else."""
        old = replace(CIRCULAR, valid_to=self.END)
        new = replace(CIRCULAR, number="1/2031/TT-BGDĐT", valid_from=self.END)
        news = section("W8.2")
        asked = Clause(
            id="X4.1",
            source=new,
            reference="4.1",
            binds=frozenset({D}),
            required=True,
            answer=Answer.SECTION,
            summary_vi="Tin tức",
            summary_en="News",
            sections=(replace(news, key="X4.1", replaces="W8.2"),),
        )
        ended = tuple(
            replace(entry, source=old) if entry.source is CIRCULAR else entry for entry in all_clauses()
        )
        monkeypatch.setattr(registry, "CIRCULARS", (ended, (asked,)))
        monkeypatch.setattr(registry, "_page_types", {**registry._page_types, "X4.1": NewsIndexPage})
        registry.forget()
        yield
        monkeypatch.undo()
        registry.forget()

    def test_a_clause_is_asked_until_the_day_its_circular_ends(self, successor):
        last = self.END - timedelta(days=1)
        assert is_in_force("W8.2", on=last)
        assert not is_in_force("W8.2", on=self.END)
        assert "W8.2" in {s.key for s in sections_for(D, on=last)}
        assert [s.key for s in sections_for(D, on=self.END)] == ["X4.1"]

    def test_no_clause_is_asked_before_its_circular_began(self):
        assert sections_for(D, on=date(2020, 11, 19)) == []

    def test_a_single_clause_may_end_earlier(self, monkeypatch):
        entry = replace(clause("W9.7"), valid_to=date(2026, 1, 1))
        assert entry.in_force(date(2025, 12, 31))
        assert not entry.in_force(date(2026, 1, 1))

    def test_the_page_type_answers_the_new_clause(self, successor):
        assert section_for_page_type(NewsIndexPage, D, on=self.END).key == "X4.1"

    def test_the_document_names_both(self, successor):
        text = catalogue_document()
        assert "In force from 20/11/2020 to 01/01/2031." in text
        assert "X4.1 (replaces W8.2)" in text

    def test_two_sections_of_one_key_are_refused(self, monkeypatch):
        twice = replace(clause("W8.2"), id="W8.2x")
        monkeypatch.setattr(registry, "CIRCULARS", (*registry.CIRCULARS, (twice,)))
        registry.forget()
        with pytest.raises(ValueError, match="same key"):
            section("W8.2")
        monkeypatch.undo()
        registry.forget()


def test_a_page_type_is_registered_once_for_a_section():
    with pytest.raises(ValueError, match=r"W8\.2 has a page type already: NewsIndexPage"):
        registry.register_page_type(CentresPage, "W8.2")


def test_an_unknown_key_is_no_section():
    with pytest.raises(KeyError):
        section("W99.1")
    assert isinstance(section("W8.2"), Section)


def test_every_section_of_content_names_a_test_that_cites_its_clause():
    """Those of admission and results, in the package ``enrolment``, are looked at where they are built."""
    wanted = [
        s
        for entry in all_clauses()
        if entry.reference.startswith(("8.", "9.", "10.")) and entry.id.startswith("W")
        for s in entry.sections
        if registry.registered_page_types()[s.key]._meta.app_label != "enrolment"
    ]
    assert [s.key for s in wanted if not document.tests_of(s)] == []


def test_the_document_is_generated_from_the_catalogue():
    written = (settings.BASE_DIR / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert written == catalogue_document(), "run: manage.py catalogue_docs"


def test_the_command_fails_where_the_document_is_out_of_date(monkeypatch):
    call_command("catalogue_docs", "--check")
    monkeypatch.setattr("sections.management.commands.catalogue_docs.catalogue_document", lambda: "other")
    with pytest.raises(CommandError, match=r"manage\.py catalogue_docs"):
        call_command("catalogue_docs", "--check")
