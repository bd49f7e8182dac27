"""Deadlines of requests: a table that was counted by hand, and what holds for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy.choices import RequestKind
from privacy.rights import rules
from privacy.rights.rules import (
    GROUNDS,
    RULES,
    deadlines,
    grounds_for,
    latest_extension,
    rule_for,
    rule_named,
)

# kind, day it came, others have to act, reply due, carried out by
TABLE = [
    ("withdraw", "2026-01-05", False, "2026-01-07", "2026-01-20"),
    ("object", "2026-01-01", False, "2026-01-06", "2026-01-16"),
    ("restrict", "2026-01-02", False, "2026-01-06", "2026-01-17"),
    ("unshare", "2026-01-08", True, "2026-01-10", "2026-01-28"),
    ("drop", "2026-01-09", False, "2026-01-12", "2026-01-24"),
    ("view", "2026-02-10", False, "2026-02-12", "2026-02-20"),
    ("copy", "2026-02-11", False, "2026-02-13", "2026-02-21"),
    ("correct", "2026-02-12", False, "2026-02-22", "2026-02-22"),
    ("add", "2026-02-13", False, "2026-02-23", "2026-02-23"),
    ("view", "2026-02-13", True, "2026-02-24", "2026-02-28"),
    ("erase", "2026-02-13", False, "2026-02-24", "2026-03-05"),
    ("withdraw", "2026-02-14", False, "2026-02-24", "2026-03-01"),
    ("correct", "2026-02-16", False, "2026-02-24", "2026-02-26"),
    ("certify", "2026-02-18", False, "2026-02-24", "2026-02-28"),
    ("view", "2026-02-22", False, "2026-02-24", "2026-03-04"),
    ("erase", "2026-02-20", True, "2026-02-24", "2026-03-22"),
    ("regrant", "2026-03-06", False, "2026-03-10", "2026-03-16"),
    ("protect", "2026-03-06", True, "2026-03-10", "2026-03-21"),
    ("complain", "2026-03-07", False, "2026-03-10", "2026-04-06"),
    ("certify", "2026-04-23", False, "2026-04-28", "2026-05-03"),
    ("view", "2026-04-24", False, "2026-04-29", "2026-05-04"),
    ("object", "2026-04-26", False, "2026-04-29", "2026-05-11"),
    ("correct", "2026-04-28", False, "2026-05-04", "2026-05-08"),
    ("erase", "2026-04-29", False, "2026-05-05", "2026-05-19"),
    ("copy", "2026-04-30", True, "2026-05-05", "2026-05-15"),
    ("withdraw", "2026-06-30", False, "2026-07-02", "2026-07-15"),
    ("view", "2026-08-20", False, "2026-08-22", "2026-08-30"),
    ("correct", "2026-08-21", False, "2026-08-24", "2026-08-31"),
    ("erase", "2026-08-27", False, "2026-09-03", "2026-09-16"),
    ("view", "2026-08-28", False, "2026-09-04", "2026-09-07"),
    ("withdraw", "2026-08-30", True, "2026-09-04", "2026-09-19"),
    ("complain", "2026-09-01", False, "2026-09-04", "2026-10-01"),
    ("certify", "2026-12-30", False, "2027-01-04", "2027-01-09"),
    ("view", "2026-12-31", False, "2027-01-05", "2027-01-10"),
    ("erase", "2026-12-31", True, "2027-01-05", "2027-01-30"),
    ("view", "2027-01-30", False, "2027-02-02", "2027-02-09"),
    ("view", "2027-02-01", False, "2027-02-03", "2027-02-11"),
    ("correct", "2027-02-03", False, "2027-02-12", "2027-02-13"),
    ("correct", "2027-02-04", False, "2027-02-14", "2027-02-14"),
    ("withdraw", "2027-02-04", True, "2027-02-15", "2027-02-24"),
    ("erase", "2027-02-05", False, "2027-02-15", "2027-02-25"),
    ("regrant", "2027-02-08", False, "2027-02-15", "2027-02-18"),
    ("view", "2027-02-11", True, "2027-02-15", "2027-02-26"),
    ("complain", "2027-04-14", False, "2027-04-19", "2027-05-14"),
    ("view", "2027-04-28", False, "2027-05-04", "2027-05-08"),
    ("erase", "2027-04-30", True, "2027-05-05", "2027-05-30"),
    ("object", "2027-08-31", False, "2027-09-06", "2027-09-15"),
    ("view", "2027-09-01", False, "2027-09-07", "2027-09-11"),
]


@pytest.mark.parametrize(("kind", "came", "others", "reply", "end"), TABLE)
def test_a_deadline_is_as_counted_by_hand(kind, came, others, reply, end):
    found = deadlines(kind, date.fromisoformat(came), has_third_party=others)
    assert (found.reply_due, found.fulfil_due) == (date.fromisoformat(reply), date.fromisoformat(end))


def test_the_table_has_forty_cases_and_more():
    assert len(TABLE) >= 40


@pytest.mark.parametrize("kind", RequestKind.values)
def test_each_kind_of_request_has_exactly_one_rule_in_force(kind):
    assert len([rule for rule in RULES if kind in rule.kinds and rule.valid_to is None]) == 1
    assert rule_for(kind, date(2026, 1, 1)) == rule_named(rule_for(kind, date(2026, 1, 1)).code)


def test_before_the_law_there_is_no_rule():
    with pytest.raises(LookupError, match="No rule is in force"):
        rule_for(RequestKind.VIEW, date(2023, 6, 30))


def test_until_2025_the_decree_of_then_gave_72_hours():
    found = deadlines(RequestKind.ERASE, date(2025, 12, 31), has_third_party=True)
    assert (found.reply_due, found.fulfil_due) == (date(2026, 1, 3), date(2026, 1, 3))
    assert "13/2023" in rule_for(RequestKind.ERASE, date(2025, 12, 31)).citation


def test_a_complaint_has_the_periods_of_the_law_on_complaints():
    rule = rule_for(RequestKind.COMPLAIN, date(2025, 6, 1))
    assert (rule.days, rule.extension_days) == (30, 15)
    assert "02/2011/QH13" in rule.citation
    assert rule == rule_for(RequestKind.COMPLAIN, date(2026, 6, 1))


@pytest.mark.parametrize(
    ("kind", "days"), [("withdraw", 15), ("view", 10), ("erase", 20), ("protect", 15), ("certify", 10)]
)
def test_the_extension_is_as_long_as_the_decree_allows(kind, days):
    end = date(2026, 3, 20)
    assert latest_extension(rule_for(kind, date(2026, 3, 1)), end) == end + timedelta(days=days)


def test_a_new_rule_takes_over_on_its_first_day(monkeypatch):
    old = rules.rule_for(RequestKind.ERASE, date(2026, 6, 1))
    ended = _with(old, valid_to=date(2026, 12, 31))
    new = _with(old, code="erase-2027", days=7, valid_from=date(2027, 1, 1))
    monkeypatch.setattr(rules, "RULES", (ended, new))
    assert rule_for(RequestKind.ERASE, date(2026, 12, 31)).days == 20
    assert rule_for(RequestKind.ERASE, date(2027, 1, 1)).days == 7


@pytest.mark.parametrize("kind", RequestKind.values)
def test_each_kind_can_be_refused_only_on_a_cited_ground(kind):
    found = grounds_for(kind, date(2026, 6, 1))
    assert found
    assert all(ground.citation and ground.text and ground.text_en for ground in found)


def test_a_ground_that_has_ended_is_not_offered(monkeypatch):
    monkeypatch.setattr(rules, "GROUNDS", tuple(_with(g, valid_to=date(2026, 5, 31)) for g in GROUNDS))
    assert grounds_for(RequestKind.VIEW, date(2026, 6, 1)) == []


@given(
    kind=st.sampled_from(RequestKind.values),
    came=st.dates(date(2026, 1, 1), date(2027, 10, 31)),
    others=st.booleans(),
)
def test_the_reply_is_never_after_the_end_and_others_never_shorten_it(kind, came, others):
    found = deadlines(kind, came, has_third_party=others)
    assert came < found.reply_due <= found.fulfil_due
    assert found.fulfil_due >= deadlines(kind, came).fulfil_due
    assert (found.fulfil_due - came).days in {10, 15, 20, 30}


@given(kind=st.sampled_from(RequestKind.values), came=st.dates(date(2026, 1, 1), date(2027, 10, 30)))
def test_who_asks_later_is_never_answered_earlier(kind, came):
    today, tomorrow = deadlines(kind, came), deadlines(kind, came + timedelta(days=1))
    assert today.reply_due <= tomorrow.reply_due
    assert today.fulfil_due < tomorrow.fulfil_due


def _with(row, **values):
    return type(row)(**{name: getattr(row, name) for name in row.__dataclass_fields__} | values)
