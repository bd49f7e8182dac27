"""Officers hear that something waits for the second person (W8.11, W8.12)."""

import pytest

from editorial.choices import BoardRole
from enrolment.choices import ResultWork
from enrolment.letters import build
from enrolment.results.services.publishing import version_propose, version_return
from network.models import Letter
from sections.opendata import datasets_for
from tests.enrolment.making import make_exam, make_officers, taken_in, worked
from tests.factories import make_member


@pytest.fixture
def version(department):
    exam, officers = make_exam(department), make_officers(department)
    return worked(taken_in(exam, officers[0]), officers[0], ResultWork.LOAD).version


def test_the_other_officers_get_a_letter_that_names_the_examination_and_its_screen(
    version, department, school
):
    other = make_member(department, BoardRole.EDITOR)
    for role in (BoardRole.AUTHOR, BoardRole.HEAD):
        make_member(department, role)
    make_member(school, BoardRole.CHIEF)
    version_propose(version=version, user=other)
    letters = Letter.objects.filter(kind="enrolment.waits")
    assert letters.count() == 1, "neither who took it in nor who proposed it, nobody of another board"
    message = build(letters.get())
    assert version.exam.title in message.subject
    assert f"/results/{version.exam_id}/" in message.body


def test_a_letter_about_what_was_returned_is_not_sent(version, department):
    other = make_member(department, BoardRole.EDITOR)
    version_propose(version=version, user=other)
    version_return(version=version, user=other, reason="Nhầm môn")
    assert build(Letter.objects.get(kind="enrolment.waits")) is None


def test_totals_and_rules_of_examinations_are_two_sets_of_open_data(version):
    section = type(version.exam.get_parent().specific)
    assert [found.name for found in datasets_for(section)] == ["examination-results", "quy-dinh-thi"]
