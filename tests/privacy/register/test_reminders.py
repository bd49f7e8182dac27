"""Agreements are said before they run out, and the register forgets after five years."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from network.models import Letter
from privacy.models import PrivacyOfficer, Processor, RegisterEvent
from privacy.register.letters import decided, expiring, submitted
from privacy.services import activity_return, activity_submit, agreements_remind, register_purge
from tests.factories import make_member
from tests.privacy.register.test_screens import processor_of


def at(day: int) -> datetime:
    """That many days from today."""
    return timezone.now() + timedelta(days=day)


def letters():
    return Letter.objects.filter(kind="privacy.expiring")


def forget_sent():
    Letter.objects.all().delete()


@pytest.fixture
def processor(school, chief):
    return processor_of(school, days=100)


def test_sixty_thirty_and_seven_days_before_and_never_twice(processor):
    said = []
    for day in range(101):
        agreements_remind(at(day))
        if letters().exists():
            said.append(100 - day)
            forget_sent()
    assert said == [60, 30, 7]


def test_after_the_end_it_is_said_again_every_thirty_days_until_somebody_acts(processor):
    said = []
    for day in range(100, 180):
        agreements_remind(at(day))
        if letters().exists():
            said.append(day - 100)
            forget_sent()
    assert said == [0, 1, 31, 61]
    Processor.objects.update(ended_on=timezone.localdate())
    agreements_remind(at(400))
    assert not letters().exists()


def test_a_job_that_stood_still_says_it_once(processor):
    agreements_remind(at(95))
    assert letters().count() == 1
    agreements_remind(at(95))
    assert letters().count() == 1


def test_it_goes_to_who_reviews_and_who_approves(processor, chief, head):
    agreements_remind(at(41))
    assert set(letters().values_list("user", flat=True)) == {chief.pk, head.pk}


def test_reminding_costs_the_same_for_one_institution_and_for_many(processor, other_school, department):
    def cost(day):
        with CaptureQueriesContext(connection) as caught:
            agreements_remind(at(day))
        return len(caught)

    before = cost(41)
    for institution in (other_school, department):
        make_member(institution, "chief")
        processor_of(institution, days=100)
    forget_sent()
    assert cost(95) == before
    assert letters().count() == 3


def test_a_letter_names_the_agreement_and_no_person(processor, chief):
    agreements_remind(at(41))
    letter = letters().get()
    assert letter.about == {"processor": processor.pk}
    with translation.override("en"):
        message = expiring(letter)
    assert "05/HĐ" in message.subject
    assert f"/admin/privacy/register/{processor.institution_id}/" in message.body
    assert chief.email not in message.body
    assert chief.last_name not in message.body


def test_a_letter_about_what_was_settled_meanwhile_is_not_sent(processor, draft_activity, chief, head):
    agreements_remind(at(41))
    letter = letters().get(user=chief)
    Processor.objects.update(ended_on=timezone.localdate())
    assert expiring(letter) is None
    activity_submit(activity=draft_activity, user=chief)
    waiting = Letter.objects.get(kind="privacy.submitted")
    assert draft_activity.name in submitted(waiting).subject
    activity_return(activity=draft_activity, user=head, reason="x")
    assert submitted(waiting) is None
    assert draft_activity.name in decided(Letter.objects.get(kind="privacy.decided")).subject


def test_appointments_agreements_and_acts_go_after_five_years(school, processor, draft_activity, chief):
    activity_submit(activity=draft_activity, user=chief)
    today = timezone.localdate()
    PrivacyOfficer.objects.create(
        institution=school,
        user=make_member(school, "editor"),
        decision="x",
        appointed_on=today,
        ends_on=today,
    )
    Processor.objects.update(ended_on=today)
    register_purge(at(5 * 365 - 30))
    assert PrivacyOfficer.objects.exists()
    assert Processor.objects.exists()
    assert RegisterEvent.objects.exists()
    register_purge(at(5 * 366 + 30))
    assert not PrivacyOfficer.objects.exists()
    assert not Processor.objects.exists()
    assert not RegisterEvent.objects.exists()
    assert register_purge(at(5 * 366 + 30)) is None
