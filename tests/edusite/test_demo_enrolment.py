"""Campaigns and examinations of the demonstration: their lots, and their English."""

from __future__ import annotations

import pytest
from wagtail.models import Locale

from editorial.choices import BoardRole
from edusite.demo.admission import admission_create
from edusite.demo.english import english_create, enrolment_pages
from edusite.demo.examinations import examinations_create
from enrolment.models import AdmissionTrack, CampaignPhase, LotSeed, PriorityCategory
from sections.english.texts import parts_of
from sections.models import EnglishText
from tests.factories import home_of, make_institution, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def department():
    found = make_institution(english_name="Department of Education and Training of Hòa Sơn")
    for role in (BoardRole.EDITOR, BoardRole.CHIEF):
        make_member(found, role)
    return found


def test_seeds_were_drawn_before_their_campaigns_opened(department):
    assert admission_create() == 3
    seeds = LotSeed.objects.select_related("campaign")
    assert len(seeds) == 3
    assert all(seed.made_at < seed.campaign.opens_at for seed in seeds)
    assert all(seed.made_at == seed.campaign.first_published_at for seed in seeds)


def test_campaigns_and_examinations_are_read_in_english_with_every_part(department):
    admission_create()
    examinations_create()
    english_create()
    pages = enrolment_pages(home_of(department))
    assert len(pages) == 5
    for page in pages:
        english = page.get_translation(Locale.objects.get(language_code="en"))
        assert english.live
        assert english.get_parent().live
        text = EnglishText.objects.get(translation_key=page.translation_key)
        assert [part.source for part in parts_of(text, page) if not part.english] == []
        assert english.title != page.title
    rows = [
        *CampaignPhase.objects.exclude(name=""),
        *PriorityCategory.objects.all(),
        *AdmissionTrack.objects.all(),
    ]
    assert all(row.name_en for row in rows)
    assert english_create() == 0
