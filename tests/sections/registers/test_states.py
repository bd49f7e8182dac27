"""Where a record stands follows from its days, on its page and in the filter of its list (W8.10, W8.13, W8.14, W8.16)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from sections.models import (
    CentrePage,
    ConferencePage,
    ProjectPage,
    QualityRecordPage,
    TenderPage,
    UniversalisationPage,
)
from sections.registers.facts import rate
from sections.registers.secrets import link_fault, text_fault
from tests.sections.registers.test_pages import record

NOW = timezone.make_aware(datetime.combine(date(2026, 11, 10), time(9)))
TODAY = timezone.localdate(NOW)


def day(number: int | None) -> date | None:
    return None if number is None else TODAY + timedelta(days=number)


def hour(number: int | None) -> datetime | None:
    return None if number is None else NOW + timedelta(hours=number)


CASES = [
    (QualityRecordPage, {"decision_on": day(-900), "valid_until": day(900)}, "valid"),
    (QualityRecordPage, {"decision_on": day(-900), "valid_until": day(180)}, "expiring"),
    (QualityRecordPage, {"decision_on": day(-900), "valid_until": day(0)}, "expiring"),
    (QualityRecordPage, {"decision_on": day(-900), "valid_until": day(-1)}, "expired"),
    (QualityRecordPage, {"decision_on": day(1), "valid_until": None}, "coming"),
    (QualityRecordPage, {"decision_on": day(0), "valid_until": None}, "valid"),
    (ProjectPage, {}, "preparing"),
    (ProjectPage, {"starts_on": day(1)}, "preparing"),
    (ProjectPage, {"starts_on": day(0), "ends_on": day(0)}, "running"),
    (ProjectPage, {"starts_on": day(-9), "ends_on": day(-1)}, "late"),
    (ProjectPage, {"starts_on": day(-9), "ends_on": day(-1), "finished_on": day(0)}, "done"),
    (ProjectPage, {"starts_on": day(-9), "stopped_on": day(-1)}, "stopped"),
    (TenderPage, {}, "planned"),
    (TenderPage, {"invited_on": day(1), "closes_at": hour(99)}, "planned"),
    (TenderPage, {"invited_on": day(0), "closes_at": hour(1)}, "open"),
    (TenderPage, {"invited_on": day(-20), "closes_at": hour(0)}, "judged"),
    (TenderPage, {"invited_on": day(-20), "closes_at": hour(-9), "result_on": day(0)}, "awarded"),
    (TenderPage, {"invited_on": day(-20), "result_on": day(-1), "cancelled_on": day(0)}, "cancelled"),
    (ConferencePage, {"starts_at": hour(1), "ends_at": hour(2)}, "coming"),
    (ConferencePage, {"starts_at": hour(0), "ends_at": hour(2)}, "now"),
    (ConferencePage, {"starts_at": hour(-3), "ends_at": hour(0)}, "over"),
    (ConferencePage, {"starts_at": hour(-3), "ends_at": None}, "now"),
    (ConferencePage, {"starts_at": hour(-30), "ends_at": None}, "over"),
    (ConferencePage, {"starts_at": hour(1), "ends_at": hour(2), "change": "cancelled"}, "cancelled"),
    (CentrePage, {"valid_until": None}, "active"),
    (CentrePage, {"valid_until": day(181)}, "active"),
    (CentrePage, {"valid_until": day(180)}, "expiring"),
    (CentrePage, {"valid_until": day(-1)}, "expired"),
    (CentrePage, {"suspended_from": day(0), "suspended_until": day(0)}, "suspended"),
    (CentrePage, {"suspended_from": day(-9), "suspended_until": day(-1)}, "active"),
    (CentrePage, {"suspended_from": day(-9), "closed_on": day(0)}, "closed"),
]


@pytest.mark.django_db
def test_page_and_filter_say_the_same_of_every_case(department):
    """All cases of a type are one page, changed row by row: what counts is what the two compute."""
    models = dict.fromkeys(model for model, _values, _state in CASES)
    pages = {model: record(model, department) for model in models}
    names = {model: {name for m, values, _s in CASES if m is model for name in values} for model in pages}
    blank = {model: {name: getattr(page, name) for name in names[model]} for model, page in pages.items()}
    for model, values, expected in CASES:
        fields = {name: None if name != "change" else "planned" for name in names[model]}
        fields |= {name: blank[model][name] for name in ("starts_at", "decision_on") if name in fields}
        model.objects.filter(pk=pages[model].pk).update(**(fields | values))
        page = model.objects.get(pk=pages[model].pk)
        states = type(page.state(NOW))
        given = NOW if model in (TenderPage, ConferencePage) else TODAY
        found = [state for state in states if model.objects.in_state(state, given).exists()]
        assert (page.state(NOW), found) == (expected, [expected]), (model.__name__, values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "values", "expected"),
    [
        (QualityRecordPage, {"decision_on": day(-9), "valid_until": day(3)}, day(4)),
        (QualityRecordPage, {"decision_on": day(-9), "valid_until": day(200)}, day(20)),
        (QualityRecordPage, {"decision_on": day(2), "valid_until": None}, day(2)),
        (QualityRecordPage, {"decision_on": day(-9), "valid_until": None}, None),
        (ProjectPage, {"starts_on": day(-9), "ends_on": day(5)}, day(6)),
        (TenderPage, {"invited_on": day(-1), "closes_at": hour(5)}, hour(5)),
        (ConferencePage, {"starts_at": hour(-1), "ends_at": hour(2)}, hour(2)),
        (ConferencePage, {"starts_at": hour(-1), "ends_at": None}, day(1)),
        (CentrePage, {"valid_until": day(181)}, day(1)),
        (CentrePage, {"valid_until": None, "suspended_from": day(-1), "suspended_until": day(1)}, day(2)),
    ],
)
def test_a_stored_answer_ends_when_the_state_changes(department, model, values, expected):
    page = record(model, department)
    model.objects.filter(pk=page.pk).update(**values)
    found = model.objects.filter(pk=page.pk).next_change(NOW)
    assert found == (
        expected if isinstance(expected, datetime) or expected is None else at_midnight(expected)
    )
    if found is not None:
        before, then = found - timedelta(minutes=1), found
        page = model.objects.get(pk=page.pk)
        assert page.state(before) != page.state(then)


def at_midnight(found: date) -> datetime:
    return timezone.make_aware(datetime.combine(found, time()))


@pytest.mark.parametrize(
    "url",
    [
        "https://zoom.example/j/9?pwd=Abc1",
        "https://x.example/#passcode=12",
        "https://x.example/?a=1&Password=x",
    ],
)
def test_a_link_with_a_password_is_refused(url):
    with translation.override("en"):
        assert "password" in str(link_fault(url))
    assert ConferencePage.faults({"join_url": url}).keys() == {"join_url"}


@pytest.mark.parametrize(
    "text",
    ["Mật khẩu: Hs2026", "ID 888 12, passcode là 123456", "<p>Mật khẩu họp: 1234</p>", "MÃ TRUY CẬP 990011"],
)
def test_a_text_with_a_password_is_refused(text):
    with translation.override("en"):
        assert "password" in str(text_fault(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mật khẩu ghi trong giấy mời số 812/SGDĐT-VP",
        "Không công bố mật khẩu. Hỗ trợ: 0299 3822 105",
        "Phòng 204",
    ],
)
def test_a_text_that_says_how_one_gets_the_password_may_stand(text):
    assert text_fault(text) is None


def test_the_joining_link_is_shown_between_its_moments_only():
    page = ConferencePage(starts_at=hour(48), ends_at=hour(50), join_url="https://hop.example/1")
    assert [page.is_joinable(hour(n)) for n in (23, 24, 49, 50)] == [False, True, True, False]
    page.join_from, page.join_until = hour(47), hour(49)
    assert [page.is_joinable(hour(n)) for n in (46, 47, 49)] == [False, True, False]
    page.change = "cancelled"
    assert not page.is_joinable(hour(48))


def test_a_standard_knows_its_levels_and_figures_fit_together():
    assert UniversalisationPage.faults({"field": "literacy", "level": 3}).keys() == {"level"}
    assert UniversalisationPage.faults({"field": "lower", "level": 3}) == {}
    assert UniversalisationPage.faults({"people": 3, "people_reached": 4}).keys() == {"people_reached"}
    assert str(rate(401, 412)) == "97.33"


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"closes_at": hour(0), "invited_on": day(1)}, {"closes_at"}),
        ({"closes_at": hour(0)}, {"invited_on"}),
        ({"winner": "Công ty"}, {"result_on"}),
        ({"result_on": day(0)}, {"winner"}),
        ({"invited_on": day(-3), "closes_at": hour(48), "result_on": day(0), "winner": "A"}, {"result_on"}),
    ],
)
def test_a_package_whose_days_do_not_fit_is_refused(values, fields):
    assert TenderPage.faults(values).keys() == fields


def test_a_recognition_without_a_level_is_refused():
    page = QualityRecordPage(title="x", decision_number="1/QĐ", decision_on=TODAY)
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert set(caught.value.message_dict) == {"quality_level"}
