"""The page tree that a site is given, and what later catalogues make of it (W3.1c, W8, W9, W8.15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from wagtail.models import Page

from network.choices import InstitutionKind
from sections import tree
from sections.catalogue import Answer, Clause, all_clauses, registry, section, sections_for
from sections.catalogue.circular_37_2020.shape import CIRCULAR
from sections.models import ArticlePage, NewsIndexPage, SectionSlot
from sections.tree import HOME_KEY
from tests.factories import apply_steps, home_of, section_of


def addresses(home: Page) -> list[str]:
    return [page.slug for page in home.get_children().order_by("path")]


@pytest.mark.parametrize(
    ("name", "kind"), [("department", "department"), ("agency", "agency"), ("school", "facility")]
)
def test_a_site_has_exactly_its_required_sections(institutions, name, kind):
    institution = getattr(institutions, name)
    required = sections_for(kind, required=True)
    home = home_of(institution)
    assert isinstance(home, tree.home_type_for(kind))
    assert addresses(home) == [s.slug_vi for s in required]
    assert all(page.live for page in home.get_children())
    slots = SectionSlot.objects.filter(institution=institution).values_list("key", flat=True)
    assert set(slots) == {HOME_KEY, *(s.key for s in required)}


def test_an_authority_has_the_english_pages_for_foreigners(department):
    assert addresses(home_of(department, "en")) == [
        "introduction",
        "contact",
        "online-services",
        "procedures",
    ]


def test_a_school_has_no_english_pages(school):
    assert not Page.objects.filter(translation_key=school.home_key, locale__language_code="en").exists()


def test_news_begin_with_a_draft_in_vietnamese(school):
    draft = ArticlePage.objects.child_of(section_of(school, NewsIndexPage)).get()
    assert not draft.live
    assert draft.locale.language_code == "vi"


def test_a_second_run_changes_nothing(department):
    before = list(Page.objects.order_by("path").values_list("path", "slug", "title"))
    assert apply_steps(department).changes == []
    assert list(Page.objects.order_by("path").values_list("path", "slug", "title")) == before


class TestNewCircular:
    """Circular 37/2020 has ended; its successor asks for news and for one section more."""

    @pytest.fixture
    def successor(self, department, monkeypatch):
        today = date(2026, 1, 1)
        old = replace(CIRCULAR, valid_to=today)
        new = replace(CIRCULAR, number="1/2026/TT-BGDĐT", valid_from=today)
        news = replace(section("W8.2"), key="X4.1", replaces="W8.2")
        links = replace(section("W10.1"), key="X4.2", replaces="")
        asked = Clause(
            id="X4",
            source=new,
            reference="4",
            binds=frozenset({InstitutionKind.DEPARTMENT}),
            required=True,
            answer=Answer.SECTION,
            summary_vi="Tin tức, liên kết",
            summary_en="News, links",
            sections=(news, links),
        )
        home = replace(next(entry for entry in all_clauses() if entry.id == HOME_KEY), source=new)
        ended = tuple(
            replace(entry, source=old) if entry.source is CIRCULAR else entry
            for entry in all_clauses()
            if entry.id != HOME_KEY
        )
        types = registry._page_types
        monkeypatch.setattr(registry, "CIRCULARS", (ended, (home, asked)))
        monkeypatch.setattr(registry, "_page_types", {**types, "X4.1": types["W8.2"], "X4.2": types["W10.1"]})
        registry.forget()
        yield department
        monkeypatch.undo()
        registry.forget()

    def test_the_page_goes_on_under_the_new_clause(self, successor):
        news = section_of(successor, NewsIndexPage)
        assert "sections" in apply_steps(successor).changes
        slot = SectionSlot.objects.get(translation_key=news.translation_key)
        assert slot.key == "X4.1"
        assert section_of(successor, NewsIndexPage) == news

    def test_a_section_that_is_asked_for_the_first_time_is_added(self, successor):
        apply_steps(successor)
        assert "lien-ket" in addresses(home_of(successor))
        assert not any(Page.find_problems())

    def test_what_nobody_asks_any_more_stays_and_is_free(self, successor):
        apply_steps(successor)
        assert set(SectionSlot.objects.filter(institution=successor).values_list("key", flat=True)) == {
            HOME_KEY,
            "X4.1",
            "X4.2",
        }
        assert "van-ban" in addresses(home_of(successor))
        Page.objects.filter(slug="van-ban", path__startswith=home_of(successor).path).update(live=False)

    def test_a_second_run_changes_nothing(self, successor):
        apply_steps(successor)
        assert apply_steps(successor).changes == []
