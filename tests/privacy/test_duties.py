"""Who answers for personal information where."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.choices import BoardRole
from editorial.services.board import board_member_add
from network.choices import InstitutionType
from privacy.duties import Duty, institutions_with, is_in_charge, keepers_of, may, people_with
from privacy.models import PrivacyOfficer
from tests.factories import make_institution, make_member, make_superuser, make_user


def fresh(user):
    """The same person at the next request."""
    return get_user_model().objects.get(pk=user.pk)


def appoint(institution, user, *, days=-1, until=None):
    today = timezone.localdate()
    return PrivacyOfficer.objects.create(
        institution=institution,
        user=user,
        decision="12/QĐ",
        appointed_on=today + timedelta(days=days),
        ends_on=None if until is None else today + timedelta(days=until),
    )


def held(user, institution):
    return {duty for duty in Duty if may(fresh(user), duty, institution)}


def test_a_chief_alone_reviews_and_approves(school):
    chief = make_member(school, BoardRole.CHIEF)
    assert held(chief, school) == {Duty.REVIEW, Duty.APPROVE}


def test_where_there_is_a_head_the_chief_only_reviews(school):
    chief, head = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.HEAD)
    assert held(chief, school) == {Duty.REVIEW}
    assert held(head, school) == {Duty.APPROVE}


def test_an_officer_takes_the_review_from_the_chief(school):
    chief, officer = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.EDITOR)
    appoint(school, officer)
    assert held(officer, school) == {Duty.REVIEW}
    assert held(chief, school) == {Duty.APPROVE}


@pytest.mark.parametrize(("days", "until"), [(1, None), (-9, -1)])
def test_an_appointment_holds_from_its_day_to_its_last_day(school, days, until):
    chief, officer = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.EDITOR)
    appoint(school, officer, days=days, until=until)
    assert held(officer, school) == set()
    assert Duty.REVIEW in held(chief, school)


def test_the_last_day_of_an_appointment_still_counts(school):
    officer = make_member(school, BoardRole.EDITOR)
    appoint(school, officer, days=-9, until=0)
    assert held(officer, school) == {Duty.REVIEW}


@pytest.mark.parametrize("role", [BoardRole.AUTHOR, BoardRole.EDITOR])
def test_authors_and_editors_have_no_duty(school, role):
    assert held(make_member(school, role), school) == set()


def test_duties_end_at_the_own_institution(school, department):
    other = make_institution("HS02", "Trường THCS Bến Đò", InstitutionType.LOWER_SECONDARY, department)
    for role in (BoardRole.CHIEF, BoardRole.HEAD):
        assert held(make_member(school, role), other) == set()


def test_who_serves_two_boards_has_each_duty_where_it_is(school, department):
    other = make_institution("HS02", "Trường THCS Bến Đò", InstitutionType.LOWER_SECONDARY, department)
    both = make_member(school, BoardRole.CHIEF)
    board_member_add(institution=other, role=BoardRole.HEAD, user=both)
    make_member(school, BoardRole.HEAD)
    assert held(both, school) == {Duty.REVIEW}
    assert held(both, other) == {Duty.APPROVE}
    found = institutions_with(fresh(both), Duty.REVIEW, Duty.APPROVE)
    assert set(found.values_list("pk", flat=True)) == {school.pk, other.pk}


def test_an_authority_oversees_its_members_and_does_nothing_for_them(school, department):
    chief = make_member(department, BoardRole.CHIEF)
    assert held(chief, school) == {Duty.OVERSEE}
    assert held(chief, department) == {Duty.REVIEW, Duty.APPROVE}


def test_an_editor_of_the_authority_oversees_nobody(school, department):
    assert held(make_member(department, BoardRole.EDITOR), school) == set()


def test_a_school_oversees_nobody(school):
    assert not institutions_with(make_member(school, BoardRole.CHIEF), Duty.OVERSEE).exists()


def test_another_authority_oversees_none_of_these_schools(school):
    foreign = make_institution("BD", "Sở GD&ĐT Bến Đò")
    assert held(make_member(foreign, BoardRole.CHIEF), school) == set()


@pytest.mark.parametrize("make", [make_superuser, make_user])
def test_an_administrator_and_a_stranger_have_no_duty(school, make):
    assert held(make(), school) == set()


def test_the_screens_ask_whether_a_person_is_in_charge_anywhere(school, department):
    both = (Duty.REVIEW, Duty.APPROVE)
    chief, officer = make_member(department, BoardRole.CHIEF), make_member(school, BoardRole.EDITOR)
    appoint(school, officer)
    assert is_in_charge(chief, *both)
    assert is_in_charge(chief, Duty.OVERSEE)
    assert is_in_charge(officer, Duty.REVIEW)
    assert not is_in_charge(officer, Duty.APPROVE)
    assert not is_in_charge(officer, Duty.OVERSEE)
    for nobody in (make_superuser(), make_member(school, BoardRole.AUTHOR), AnonymousUser(), None):
        assert not is_in_charge(nobody, *both, Duty.OVERSEE)


def test_an_authority_without_members_oversees_nobody(db):
    lonely = make_institution("BD", "Sở GD&ĐT Bến Đò")
    assert not is_in_charge(make_member(lonely, BoardRole.CHIEF), Duty.OVERSEE)


def test_what_the_menu_asks_again_costs_nothing(school, department):
    chief = fresh(make_member(department, BoardRole.CHIEF))
    is_in_charge(chief, Duty.OVERSEE)
    with CaptureQueriesContext(connection) as captured:
        for duty in Duty:
            is_in_charge(chief, duty)
    assert len(captured) == 0


def test_nobody_signed_in_has_no_duty(school):
    assert not institutions_with(AnonymousUser(), Duty.REVIEW).exists()


def test_a_person_whose_account_is_closed_has_no_duty(school):
    officer = make_member(school, BoardRole.EDITOR)
    appoint(school, officer)
    get_user_model().objects.filter(pk=officer.pk).update(is_active=False)
    assert not may(fresh(officer), Duty.REVIEW, school)


def test_the_chief_steps_in_for_an_officer_whose_account_is_closed(school):
    chief, officer = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.EDITOR)
    appoint(school, officer)
    get_user_model().objects.filter(pk=officer.pk).update(is_active=False)
    assert Duty.REVIEW in held(chief, school)
    assert set(people_with(Duty.REVIEW, school)) == {chief}


def test_the_people_of_a_duty_are_those_who_have_it(school):
    chief, head = make_member(school, BoardRole.CHIEF), make_member(school, BoardRole.HEAD)
    assert set(people_with(Duty.REVIEW, school)) == {chief}
    assert set(people_with(Duty.APPROVE, school)) == {head}
    officer = make_member(school, BoardRole.EDITOR)
    appoint(school, officer)
    assert set(people_with(Duty.REVIEW, school)) == {officer}


def test_duties_cost_the_same_for_one_board_and_for_many(school, department):
    user = make_member(school, BoardRole.CHIEF)

    def cost():
        person = fresh(user)
        with CaptureQueriesContext(connection) as caught:
            list(institutions_with(person, Duty.REVIEW, Duty.APPROVE))
        return len(caught)

    before = cost()
    for number in range(3):
        other = make_institution(f"HS1{number}", f"Trường {number}", InstitutionType.PRIMARY, department)
        board_member_add(institution=other, role=BoardRole.CHIEF, user=user)
    assert cost() == before


@pytest.mark.parametrize(
    ("has_officer", "has_head"), [(False, False), (True, False), (False, True), (True, True)]
)
def test_the_keepers_are_those_who_review_or_approve(school, has_officer, has_head):
    make_member(school, BoardRole.CHIEF)
    if has_head:
        make_member(school, BoardRole.HEAD)
    if has_officer:
        appoint(school, make_member(school, BoardRole.EDITOR))
    people = set(people_with(Duty.REVIEW, school)) | set(people_with(Duty.APPROVE, school))
    assert keepers_of([school.pk])[school.pk] == {person.pk for person in people}
