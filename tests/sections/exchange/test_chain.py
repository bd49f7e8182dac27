"""The whole list through the chain: one act, each page with its own record and its own four eyes."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import translation

from editorial.models import Publication
from editorial.selectors import in_progress_of, waiting_for
from network.models import Letter
from sections.exchange.choices import Work
from sections.exchange.selectors import returned_batches, standing_of, waiting_batches
from sections.exchange.services.batches import batch_start
from sections.models import ImportBatch, InformationPage
from tests.sections.exchange.conftest import HEAD, do, remarks, taken_in


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def batch(house):
    rows = "".join(f"Mục {number},05/09/2025,\n" for number in range(3))
    batch = do(taken_in(house, f"{HEAD}\n{rows}"), Work.APPLY, house.author)
    ImportBatch.objects.filter(pk=batch.pk).update(language="en")
    return do(batch, Work.SUBMIT, house.author)


def test_editor_and_chief_agree_to_all_and_every_page_has_its_record(house, batch):
    assert waiting_batches(house.editor) == [(batch, 3)]
    do(batch, Work.AGREE, house.editor)
    assert waiting_batches(house.editor) == []
    assert waiting_batches(house.chief) == [(batch, 3)]
    do(batch, Work.AGREE, house.chief)
    assert InformationPage.objects.live().count() == 3
    records = Publication.objects.filter(published_at__isnull=False, page__imported_rows__batch=batch)
    assert {(p.submitted_by, p.appraised_by, p.approved_by) for p in records} == {
        (house.author, house.editor, house.chief)
    }
    assert records.count() == 3
    assert standing_of(batch, house.chief).published == 3


def test_one_letter_to_each_person_for_the_whole_list(house, batch):
    assert list(Letter.objects.values_list("kind", "user")) == [("sections.batch_waits", house.editor.pk)]
    Letter.objects.all().delete()
    do(batch, Work.AGREE, house.editor)
    assert set(Letter.objects.values_list("kind", "user")) == {
        ("sections.batch_waits", house.chief.pk),
        ("sections.batch_decided", house.author.pk),
    }


def test_the_desk_shows_the_list_and_not_each_of_its_pages(house, batch):
    assert waiting_for(house.editor) == []
    assert in_progress_of(house.author) == []


def test_nobody_agrees_to_what_they_took_in_themselves(house):
    batch = do(taken_in(house, f"{HEAD}\nMục 1,,\nMục 2,,\n", user=house.editor), Work.APPLY, house.editor)
    do(batch, Work.SUBMIT, house.editor)
    with pytest.raises(ValidationError, match="No page of this list waits for you"):
        batch_start(batch=batch, work=Work.AGREE, user=house.editor)
    assert not InformationPage.objects.live().exists()


def test_a_page_that_its_judge_has_changed_is_left_and_says_why(house, batch):
    page = batch.rows.first().page.specific
    page.summary = "Sửa"
    page.save_revision(user=house.editor)
    do(batch, Work.AGREE, house.editor)
    assert [text for _cell, text in remarks(batch)] == [
        "You changed or submitted this page yourself: somebody else on the board has to agree to it."
    ]
    assert waiting_batches(house.chief) == [(batch, 2)]


def test_a_list_is_returned_with_a_reason_and_handed_in_again(house, batch):
    with pytest.raises(ValidationError, match="Give the reason"):
        batch_start(batch=batch, work=Work.RETURN, user=house.editor)
    do(batch, Work.RETURN, house.editor, "Sai ngày")
    assert returned_batches(house.author) == [(batch, 3)]
    assert standing_of(batch, house.author).returned == 3
    do(batch, Work.SUBMIT, house.author)
    assert waiting_batches(house.editor) == [(batch, 3)]


def test_the_screen_offers_the_decision_to_whose_turn_it_is(house, batch):
    url = reverse("exchange_batch", args=[batch.uid])
    for person, is_offered in ((house.editor, True), (house.chief, False), (house.author, False)):
        client = Client()
        client.force_login(person)
        assert (b'value="agree"' in client.get(url).content) is is_offered


def test_a_list_waits_at_a_fixed_number_of_queries(house, batch, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        assert standing_of(batch, house.editor).mine == 3
