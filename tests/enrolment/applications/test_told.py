"""What the page of an application says to do: at which school the place is, and what is left when a day has passed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enrolment.applications.forms import evidence_forms
from enrolment.applications.frames import frame_made
from enrolment.applications.shown import application_shown
from enrolment.applications.states import application_move
from enrolment.campaigns.pages import school_rows
from enrolment.campaigns.selectors import schools_of
from enrolment.choices import ApplicationState, Phase, WishOutcome
from enrolment.models import Application, CampaignPhase
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


def test_the_paper_of_a_category_is_asked_for_in_english_where_the_campaign_says_it(department, school):
    campaign = make_place(department, school)
    campaign.priorities.filter(code="liet_si").update(
        name_en="Child of a martyr", evidence_en="copy of the certificate"
    )
    with translation.override("en"):
        asked = evidence_forms(frame_made(campaign))[-1].base_fields["proof_liet_si"].label
    assert asked == "Child of a martyr: copy of the certificate"


def test_schools_with_pages_in_vietnamese_are_marked_so_for_a_reader_of_english(department, school):
    schools = make_place(department, school).source
    context = {
        "rows": school_rows([(one, one.areas) for one in schools_of(schools)], RequestFactory().get("/"))
    }
    for language, is_marked in (("en", True), ("vi", False)):
        with translation.override(language):
            table = render_to_string("enrolment/campaigns/school_table.html", context)
        assert ('hreflang="vi" lang="vi"' in table) is is_marked
        assert ('<p class="meta">The schools' in table) is is_marked


def test_the_day_of_the_outcome_is_named_while_it_is_to_come(application):
    application_move(application=application, to=S.VALID)
    starts = timezone.now() + timedelta(days=2)
    CampaignPhase.objects.create(page=application.campaign, kind=Phase.RESULT, starts_at=starts)
    moment = f"{timezone.localtime(starts):%H:%M %d/%m/%Y}"
    for now, is_named in ((starts - timedelta(days=1), True), (starts + timedelta(days=1), False)):
        shown = application_shown(application_of(application), now=now)
        assert (moment in shown.text) is is_named
