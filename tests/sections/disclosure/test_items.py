"""The items as data: validity, deadlines, retention, whom they bind (W8.5, W9.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.utils.translation import override

from network.choices import InstitutionType
from sections.disclosure.choices import Cycle, Family, Status, family_of
from sections.disclosure.items import Deadline, all_items, item_named, items_for, register_items
from sections.disclosure.states import state_of, states_asked

DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Posted:
    item: str
    period: int
    posted_on: date
    kept_until: date | None = None
    withdrawn_on: date | None = None
    reason: str = ""


def status(key, period, posting=None, *, on=DAY, first=0):
    postings = {(key, period): posting} if posting else {}
    return state_of(item_named(key), period, postings, on=on, first=first).status


def test_every_item_has_both_languages_a_source_and_a_key_of_its_own():
    keys = [item.key for item in all_items()]
    assert len(set(keys)) == len(keys)
    for item in all_items():
        assert all(item.title)
        assert item.types
        for institution_type in item.types:
            for language in ("vi", "en"):
                assert item.source.number in item.reference_for(institution_type, language)
        assert all(all(ask) for ask in item.asks)
        assert all(row.name_vi and row.name_en for row in item.rows)


def test_a_second_item_of_a_key_is_refused():
    other = item_named("09-2024.plan")

    with pytest.raises(ValueError, match=r"'09-2024.plan' is registered already"):
        register_items([replace(other, keeps_years=1)])


@pytest.mark.parametrize(
    ("institution_type", "article", "form"),
    [
        ("preschool", "khoản 1 Điều 6 Thông tư 09/2024/TT-BGDĐT", "Biểu mẫu 04"),
        ("primary", "khoản 1 Điều 8 Thông tư 09/2024/TT-BGDĐT", "Biểu mẫu 08"),
        ("upper_secondary", "khoản 1 Điều 8 Thông tư 09/2024/TT-BGDĐT", "Biểu mẫu 12"),
        ("continuing", "Điều 10 Thông tư 09/2024/TT-BGDĐT", "Biểu mẫu 16"),
    ],
)
def test_each_kind_of_facility_is_asked_by_its_own_article_and_form(institution_type, article, form):
    assert item_named("09-2024.staff").reference_for(institution_type, "vi") == article
    assert item_named("36-2017.staff").form_for(institution_type, "vi") == form


def test_an_english_citation_has_a_comma_before_the_text():
    found = item_named("09-2024.staff").reference_for("primary", "en")
    assert found == "clause 1, article 8, Thông tư 09/2024/TT-BGDĐT"


def test_every_type_of_institution_belongs_to_a_family_and_has_items():
    for one in InstitutionType:
        assert items_for(one), one
    assert family_of("community") == Family.CONTINUING
    assert not {item.key for item in items_for("department")} & {item.key for item in items_for("primary")}


def test_the_circular_in_force_on_the_last_day_asks():
    new, old = item_named("09-2024.staff"), item_named("36-2017.staff")
    assert [p for p in range(2016, 2028) if new.is_asked(p)] == list(range(2024, 2028))
    assert [p for p in range(2016, 2028) if old.is_asked(p)] == list(range(2018, 2024))


def test_before_30_june_means_late_on_30_june():
    item = item_named("09-2024.finance")
    assert item.cycle == Cycle.CALENDAR_YEAR
    assert item.late_from(2025) == date(2026, 6, 30)
    assert item.last_day(2025) == date(2026, 6, 29)


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        (date(2026, 6, 29), (2024, 2025)),
        (date(2026, 6, 30), (2025, 2026)),
        (date(2026, 12, 31), (2025, 2026)),
        (date(2027, 1, 1), (2025, 2026)),
        (date(2025, 3, 1), (2024,)),
    ],
)
def test_the_last_period_that_is_over_and_the_next_one_count(day, periods):
    assert item_named("09-2024.plan").periods_asked(day) == periods


def test_five_years_are_kept_and_a_leap_day_has_an_end():
    item = item_named("09-2024.plan")
    assert item.kept_until(date(2026, 6, 20)) == date(2031, 6, 20)
    assert item.kept_until(date(2028, 2, 29)) == date(2033, 3, 1)
    assert item_named("36-2017.staff").kept_until(date(2020, 9, 1)) is None


def test_a_deadline_may_lie_in_the_year_of_the_period_or_later():
    assert Deadline(10, 1).late_from(2020) == date(2020, 10, 1)
    assert Deadline(1, 1, years=2).late_from(2024) == date(2026, 1, 1)


class TestStatus:
    KEY = "09-2024.plan"

    def test_what_is_not_posted_is_due_then_due_soon_then_missing(self):
        assert status(self.KEY, 2025, on=date(2026, 5, 30)) == Status.DUE
        assert status(self.KEY, 2025, on=date(2026, 5, 31)) == Status.SOON
        assert status(self.KEY, 2025, on=date(2026, 6, 29)) == Status.SOON
        assert status(self.KEY, 2025, on=date(2026, 6, 30)) == Status.MISSING

    def test_what_is_posted_on_the_last_day_is_in_time_and_a_day_later_late(self):
        assert status(self.KEY, 2025, Posted(self.KEY, 2025, date(2026, 6, 29))) == Status.POSTED
        assert status(self.KEY, 2025, Posted(self.KEY, 2025, date(2026, 6, 30))) == Status.LATE

    def test_what_went_off_the_site_before_its_time_is_shown_as_withdrawn(self):
        gone = Posted(self.KEY, 2025, date(2026, 6, 1), date(2031, 6, 1), date(2026, 7, 1), "Số liệu sai")
        assert status(self.KEY, 2025, gone) == Status.WITHDRAWN
        assert status(self.KEY, 2025, gone, on=date(2031, 6, 1)) == Status.NOT_ASKED

    def test_a_young_institution_is_not_asked_for_years_before_it_was(self):
        assert status(self.KEY, 2025, first=2026) == Status.NOT_ASKED
        assert {state.period for state in states_asked("primary", {}, on=DAY, first=2026)} == {2026}

    def test_years_long_ago_are_not_asked_but_shown_where_posted(self):
        assert status(self.KEY, 2024) == Status.NOT_ASKED
        assert status(self.KEY, 2024, Posted(self.KEY, 2024, date(2025, 6, 1))) == Status.POSTED

    def test_an_item_without_a_day_is_never_missing(self):
        found = {
            s.status for s in states_asked("department", {}, on=DAY) if s.item.key == "authority.inspection"
        }
        assert found == {Status.OPEN}


def test_titles_name_item_and_period_in_the_language_of_the_page():
    with override("en"):
        assert item_named("09-2024.finance").title_for(2025) == "Income and spending, 2025"
        assert item_named("09-2024.plan").title_for(2025) == "Plan of the school year, school year 2025–2026"
