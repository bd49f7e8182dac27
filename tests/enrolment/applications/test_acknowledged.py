"""Between the receipt of an application and its filing: the campaign goes nowhere, and a new key changes nothing."""

from __future__ import annotations

import base64

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from common.page_rules import PageAction, refusal
from editorial.services.guard import system_publication
from enrolment.applications.services.opening import child_digest, child_digests
from enrolment.campaigns.rules import HAS_APPLICATIONS, admission_rule
from enrolment.models import Application, CampaignPage
from privacy import short_road
from privacy.models import FormDraft, SentForm
from privacy.page_rules import acknowledged_rule, unfiled_text
from privacy.services import field_keys_rotate
from privacy.services.claims import claims_reindex
from privacy.services.sent import forms_file
from tests.enrolment.applications.applicant import IDENTITY, Applicant, make_place
from tests.factories import make_superuser

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_known():
    short_road.forget()
    yield
    short_road.forget()


@pytest.fixture
def campaign(department, school):
    return make_place(department, school)


@pytest.fixture
def waiting(campaign, school, monkeypatch) -> SentForm:
    """An application whose sender has the receipt and that nobody has filed."""
    monkeypatch.setattr("privacy.journey_sending.form_file", lambda pk: False)
    mother = Applicant(campaign, school).apply()
    assert len(mother.codes) == 2, mother.text[:2000]
    row = SentForm.objects.get(filed_at=None)
    assert row.reference == mother.codes[0]
    return row


def taken_off(campaign) -> CampaignPage:
    with system_publication(reason="test"):
        campaign.unpublish()
    return CampaignPage.objects.get(pk=campaign.pk)


@pytest.mark.parametrize("action", [PageAction.DELETE, PageAction.UNPUBLISH, PageAction.EXPIRE])
def test_a_campaign_stays_as_soon_as_one_application_is_acknowledged(campaign, action, request):
    assert admission_rule(page=campaign, action=action) is None
    request.getfixturevalue("waiting")
    assert admission_rule(page=campaign, action=action) == HAS_APPLICATIONS


def test_what_was_acknowledged_is_filed_after_the_page_went_off_the_site(campaign, waiting):
    taken_off(campaign)
    assert forms_file() == 1
    assert Application.objects.get().submission.reference == waiting.reference


def test_a_page_off_the_site_is_not_deleted_before_all_is_filed(campaign, waiting):
    page, parent = taken_off(campaign), campaign.get_parent()
    SentForm.objects.update(form="other")
    with translation.override("en"):
        reason = acknowledged_rule(page=page, action=PageAction.DELETE)
        assert reason == unfiled_text(1)
        assert "is not filed yet" in reason
        assert acknowledged_rule(page=page, action=PageAction.UNPUBLISH) is None
    for found in (page, parent):
        found.live = False
        assert acknowledged_rule(page=found, action=PageAction.DELETE)
    with pytest.raises(ProtectedError):
        CampaignPage.objects.get(pk=page.pk).delete()
    SentForm.objects.update(form="admission")
    assert forms_file() == 1
    assert acknowledged_rule(page=page, action=PageAction.DELETE) is None


def test_the_admin_says_why_it_is_not_deleted(campaign, waiting):
    page, client = taken_off(campaign), Client()
    client.force_login(make_superuser())
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    response = client.post(address, follow=True, headers={"host": "localhost"})
    told = " ".join(str(message) for message in response.context["messages"])
    assert str(refusal(page=page, action=PageAction.DELETE)) in told
    assert CampaignPage.objects.filter(pk=page.pk).exists()
    assert SentForm.objects.filter(filed_at=None, page_id=page.pk).exists()


# Keys


@pytest.fixture
def new_key(settings):
    def put() -> list[str]:
        """The keys of before."""
        before = settings.EDUSITE_FIELD_KEYS
        fresh = base64.b64encode(b"f" * 32).decode()
        settings.EDUSITE_FIELD_KEYS = [f"fresh:{fresh}", *before]
        return before

    return put


def second(campaign, school) -> Applicant:
    """Another parent, who applies for the same child."""
    return Applicant(campaign, school, rep_name="Nguyễn Văn Bố").apply()


@pytest.mark.parametrize("is_filed", [False, True])
def test_a_claim_follows_the_keys(campaign, school, waiting, new_key, settings, is_filed):
    if is_filed:
        assert forms_file() == 1
    new_key()
    assert waiting.claim in child_digests(campaign.pk, IDENTITY)
    assert waiting.claim != child_digest(campaign.pk, IDENTITY)
    counts = field_keys_rotate()
    assert counts["privacy.claims"] >= 1
    assert claims_reindex(100) == 0
    waiting.refresh_from_db()
    assert waiting.claim == child_digest(campaign.pk, IDENTITY)
    settings.EDUSITE_FIELD_KEYS = settings.EDUSITE_FIELD_KEYS[:1]
    assert second(campaign, school).codes == []
    assert SentForm.objects.count() == 1
    assert forms_file() == (0 if is_filed else 1)
    assert Application.objects.count() == 1


def test_nobody_is_taken_twice_before_the_keys_are_rotated(campaign, school, waiting, new_key):
    new_key()
    assert second(campaign, school).codes == []
    assert SentForm.objects.count() == 1


def test_a_draft_that_is_ready_follows_the_keys(campaign, school, new_key):
    Applicant(campaign, school).until("consent-handle")
    new_key()
    field_keys_rotate()
    assert FormDraft.objects.get().claim == child_digest(campaign.pk, IDENTITY)
