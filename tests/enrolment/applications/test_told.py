"""What the page of an application says to do: at which school the place is, and what is left when a day has passed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext as _

from enrolment.applications.shown import application_shown
from enrolment.applications.states import application_move
from enrolment.choices import ApplicationState, WishOutcome
from enrolment.models import Application
from tests.enrolment.applications.applicant import STATUS, Applicant, make_place

S = ApplicationState


@pytest.fixture
def mother(department, school):
    return Applicant(make_place(department, school), school).apply()


@pytest.fixture
def application(mother):
    return Application.objects.get(submission__reference=mother.codes[0])


def admitted(application, *, due: int) -> Application:
    day = timezone.localdate() + timedelta(days=due)
    for state, due_on in ((S.VALID, None), (S.ADMITTED, day)):
        application = application_move(application=application, to=state, due_on=due_on)
    application.wishes.filter(position=1).update(outcome=WishOutcome.NOT_ADMITTED)
    application.wishes.filter(position=2).update(outcome=WishOutcome.ADMITTED)
    return application


def application_of(application) -> Application:
    return Application.objects.select_related("campaign", "handler").get(pk=application.pk)


def test_the_place_is_named_where_it_is_told_and_where_it_is_confirmed(mother, application, school):
    admitted(application, due=3)
    place = application_shown(application_of(application)).wishes[1].label
    assert school.name in place
    mother.status_page(*mother.codes)
    now = mother.page.xpath("string(//section[@aria-labelledby='now'])")
    assert place in now
    mother.ask(STATUS, {"act": "confirm"})
    assert place in mother.page.xpath("string(//main)")
    mother.ask(STATUS, {"act": "confirm", "go": "1"})
    now = mother.page.xpath("string(//section[@aria-labelledby='now'])")
    assert place in now


def test_a_place_whose_day_has_passed_sends_to_the_school_and_not_to_a_button(mother, application):
    admitted(application, due=-1)
    shown = application_shown(application_of(application))
    assert shown.acts == ["decline"]
    told = _("Your child had a place until the day below: %(place)s. Turn to the school at once.")
    assert shown.text == told % {"place": shown.place}


def test_a_request_whose_day_has_passed_sends_to_the_school_and_not_to_a_button(application, school):
    application_move(
        application=application, to=S.MORE, due_on=timezone.localdate() - timedelta(days=1), text="Ảnh mờ."
    )
    shown = application_shown(application_of(application))
    assert "evidence" not in shown.acts
    told = _("%(school)s asked you for something. The day has passed; bring it to the school soon.")
    assert shown.text == told % {"school": school.name}
