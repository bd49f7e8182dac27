"""Where something about a child is published: the representative consents, and from seven the child says so too."""

import pytest

from privacy.choices import Actor, Decision
from privacy.forms.decisions import FROM_SEVEN, GROWN_UP, UNDER_SEVEN, WHOSE
from privacy.models import ConsentEvent, ProcessingActivity, Purpose, Submission
from privacy.services.retention.terms import granted_of

CHILD = "consent-child-contact"


@pytest.fixture
def published(sender, school):
    """The optional purpose of the feedback form is a publication, and the form is about children."""
    Purpose.objects.filter(institution=school, form="feedback", code="contact").update(is_publication=True)
    ProcessingActivity.objects.filter(institution=school, code="feedback").update(includes_children=True)
    return sender


def send(sender, whose: str, **boxes: str):
    sender.to_consent()
    entered = {"consent-handle": "on", "consent-contact": "on", WHOSE: whose} | boxes
    sender.send(entered)
    return sender.send(dict.fromkeys(sender.share_names(), "no"))


def said() -> list[tuple[str, str]]:
    events = ConsentEvent.objects.filter(purpose__code="contact").order_by("number")
    return list(events.values_list("actor", "decision"))


def test_nothing_is_asked_about_children_where_nothing_is_published(sender):
    assert WHOSE not in sender.to_consent().html


def test_nothing_is_chosen_in_advance(published):
    page = published.to_consent()
    assert WHOSE in page.html
    assert not [tag for tag in page.controls() if " checked" in tag]


def test_whose_information_it_is_has_to_be_said(published):
    published.to_consent().send({"consent-handle": "on", "consent-contact": "on"})
    assert published.response.status_code == 422


def test_a_grown_up_consents_alone(published):
    send(published, GROWN_UP)
    assert said() == [(Actor.SELF, Decision.GIVEN)]


def test_for_a_young_child_the_representative_consents(published):
    send(published, UNDER_SEVEN)
    assert said() == [(Actor.REPRESENTATIVE, Decision.GIVEN)]


def test_from_seven_both_consent(published):
    send(published, FROM_SEVEN, **{CHILD: "on"})
    assert said() == [(Actor.REPRESENTATIVE, Decision.GIVEN), (Actor.CHILD, Decision.GIVEN)]
    submission = Submission.objects.get()
    assert "contact" in granted_of([submission])[submission.pk]


def test_a_childs_no_counts(published):
    send(published, FROM_SEVEN)
    assert said() == [(Actor.REPRESENTATIVE, Decision.GIVEN), (Actor.CHILD, Decision.REFUSED)]
    submission = Submission.objects.get()
    assert "contact" not in granted_of([submission])[submission.pk]
    assert "email" not in submission.unseal_field("sealed_answers")


def test_where_the_publication_is_needed_the_form_is_not_sent_without_the_child(published, school):
    Purpose.objects.filter(institution=school, code="contact", form="feedback").update(is_optional=False)
    published.to_consent().send({"consent-handle": "on", "consent-contact": "on", WHOSE: FROM_SEVEN})
    assert published.response.status_code == 422
    assert not Submission.objects.exists()
