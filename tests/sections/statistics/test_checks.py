"""What speaks against figures; no database."""

from decimal import Decimal

import pytest
from django.utils import translation

from sections.statistics.checks import findings, open_findings
from sections.statistics.choices import Level
from sections.statistics.figures import with_schools

PRIMARY = (Level.PRIMARY,)
GOOD = {
    ("classes", Level.PRIMARY): 20,
    ("pupils", Level.PRIMARY): 600,
    ("pupils_female", Level.PRIMARY): 290,
    ("teachers", Level.PRIMARY): 30,
    ("classrooms", Level.WHOLE): 22,
    ("classrooms_solid", Level.WHOLE): 18,
    ("classrooms_semi", Level.WHOLE): 4,
    ("classrooms_temporary", Level.WHOLE): 0,
}


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def check(changes=None, previous=None, year=2025, levels=PRIMARY, without=()):
    figures = {cell: value for cell, value in (GOOD | (changes or {})).items() if cell not in without}
    figures = {cell: None if value is None else Decimal(value) for cell, value in figures.items()}
    before = previous and {cell: Decimal(value) for cell, value in previous.items()}
    return findings(figures, school_year=year, previous=before, levels=levels)


def codes(found):
    return [(finding.code, str(finding.severity)) for finding in found]


def test_ordinary_figures_are_left_alone():
    assert check() == []


def test_a_part_cannot_exceed_its_whole():
    found = check({("pupils_female", Level.PRIMARY): 601})
    assert codes(found) == [("part", "error")]
    assert "which is more than" in str(found[0].message)


def test_parts_have_to_add_up():
    found = check({("classrooms_semi", Level.WHOLE): 3})
    assert codes(found) == [("sum", "error")]
    assert "add up to 21" in str(found[0].message)


def test_a_part_that_is_not_known_is_not_added_up():
    assert check({("classrooms_semi", Level.WHOLE): None}) == []


def test_pupils_need_a_class():
    assert ("class_ratio", "error") in codes(check({("classes", Level.PRIMARY): 0}))


def test_fewer_pupils_than_classes_are_pupils_in_thousands():
    found = check({("pupils", Level.PRIMARY): 12, ("pupils_female", Level.PRIMARY): 5})
    assert ("class_ratio", "error") in codes(found)
    assert "Are the pupils given in thousands?" in str(found[0].message)


def test_a_hundred_pupils_in_each_class_are_impossible():
    assert ("class_ratio", "error") in codes(check({("pupils", Level.PRIMARY): 2100}))


def test_a_class_larger_than_the_rules_allow_is_asked_about_with_its_source():
    found = check({("pupils", Level.PRIMARY): 720})
    assert codes(found) == [("class_size", "warning")]
    assert "28/2020/TT-BGDĐT" in str(found[0].message)


def test_the_rule_does_not_hold_before_its_day():
    assert check({("pupils", Level.PRIMARY): 720}, year=2018) == []


def test_pupils_without_a_teacher_are_asked_about():
    assert codes(check({("teachers", Level.PRIMARY): 0})) == [("teacher_ratio", "warning")]


def test_a_main_figure_that_is_left_out_is_asked_about():
    assert codes(check(without=[("teachers", Level.PRIMARY)])) == [("missing", "warning")]


def test_a_figure_that_is_known_to_be_missing_is_not():
    assert check({("teachers", Level.PRIMARY): None}) == []


def test_a_level_that_the_institution_does_not_have_is_asked_about():
    found = check({("pupils", Level.UPPER): 300, ("classes", Level.UPPER): 9})
    assert set(codes(found)) == {("level", "warning")}


def test_a_jump_is_asked_about_with_the_year_before():
    found = check(previous={("pupils", Level.PRIMARY): 400})
    assert codes(found) == [("jump", "warning")]
    assert "in 2024–2025 it was 400" in str(found[0].message)


def test_small_changes_of_a_small_school_are_not():
    previous = {("classes", Level.PRIMARY): 18, ("teachers", Level.PRIMARY): 27}
    assert check(previous=previous) == []


def test_a_thousandfold_figure_is_an_error_of_units():
    found = check(previous={("teachers", Level.PRIMARY): 30000})
    assert codes(found) == [("unit", "error")]


def test_a_reason_settles_a_warning_and_no_error():
    found = check({("pupils", Level.PRIMARY): 720, ("classrooms_semi", Level.WHOLE): 3})
    reasons = {(finding.key, finding.values): "Đúng" for finding in found}
    assert codes(open_findings(found, reasons)) == [("sum", "error")]


def test_a_reason_does_not_hold_for_other_figures():
    first = check({("pupils", Level.PRIMARY): 720})
    second = check({("pupils", Level.PRIMARY): 740})
    reasons = {(finding.key, finding.values): "Đúng" for finding in first}
    assert open_findings(first, reasons) == []
    assert codes(open_findings(second, reasons)) == [("class_size", "warning")]


def test_a_school_of_several_levels_counts_as_what_it_teaches():
    figures = {("classes", Level.PRIMARY): Decimal(4), ("classes", Level.LOWER): Decimal(3)}
    assert with_schools(figures, "universal")["schools", Level.PRIMARY_LOWER] == 1
    assert with_schools({}, "preschool")["schools", Level.PRESCHOOL] == 1
