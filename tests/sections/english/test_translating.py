"""The English of a procedure: begun, written, approved, outdated, brought up to date (W8.15, W7.1, W11.1)."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from editorial.models import ChainRefusedError
from editorial.services.guard import AROUND_THE_CHAIN
from network.models import Letter
from sections.english.choices import Standing
from sections.english.letters import OUTDATED
from sections.english.localize import BEGIN_HERE
from sections.english.rules import unchecked
from sections.english.selectors import english_rows, parts_left, text_of
from sections.english.services import (
    NO_ANSWER,
    NO_ENGLISH,
    NO_MACHINE,
    NOT_ON_BOARD,
    NOT_PUBLISHED,
    WITH_BOARD,
    english_submit,
    machine_draft,
    texts_save,
    translation_start,
)
from sections.english.texts import MACHINE, english_locale, english_page, parts_of
from sections.models import AlbumPage, ArticlePage, EnglishText, NewsIndexPage, ProcedurePage
from tests.factories import home_of, make_page, section_of
from tests.sections.english.conftest import procedure_of
from tests.sections.english.writing import agree, published, republish, write

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


def standing(world, page) -> Standing:
    return next(row.standing for row in english_rows([world.hs]) if row.page.pk == page.pk)


def test_a_procedure_goes_from_an_author_through_the_chain_to_the_english_site(world):
    page = world.procedure
    assert standing(world, page) == Standing.MISSING
    text = translation_start(page=page, user=world.author)
    assert standing(world, page) == Standing.STARTED
    assert not english_page(text).live
    write(text, page, world.author)
    assert standing(world, page) == Standing.READY
    english_submit(text=text, user=world.author)
    assert standing(world, page) == Standing.CHAIN
    agree(english_page(text), world.editor)
    assert not english_page(text).live
    agree(english_page(text), world.chief)
    english = Page.objects.get(pk=english_page(text).pk).specific
    assert english.live
    assert (english.title, english.slug) == ("Change of school", "change-of-school")
    assert (english.code, english.decision, english.sets) == ("1.001714", "5252/QĐ-UBND", 1)
    assert english.result == "Letter of introduction\nSchool record"
    assert english.source_name == world.hs.english_name
    assert english.get_parent().pk == section_of(world.hs, type(page.get_parent().specific), "en").pk
    assert standing(world, page) == Standing.COMPLETE
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_changed_in_vietnamese_makes_the_english_outdated_until_it_is_approved_again(world):
    text = published(world)
    page = world.procedure
    republish(page, summary="Khi gia đình chuyển nơi ở.", sets=2, effective_on=date(2026, 1, 1))
    assert standing(world, page) == Standing.OUTDATED
    text = text_of(page)
    changed = [part for part in parts_of(text, page) if not part.english]
    assert [(p.source, p.earlier) for p in changed] == [
        ("Khi gia đình chuyển nơi ở.", ("Khi chuyển nơi ở.", "When the family moves."))
    ]
    live = ProcedurePage.objects.get(pk=english_page(text).pk)
    assert (live.summary, live.sets) == ("When the family moves.", 1)
    write(text, page, world.author, {"Khi gia đình chuyển nơi ở.": "When a family moves house."})
    live.refresh_from_db()
    assert (live.summary, live.sets) == ("When the family moves.", 1)
    assert standing(world, page) == Standing.READY
    english_submit(text=text, user=world.author)
    for person in (world.editor, world.chief):
        agree(english_page(text), person)
    live.refresh_from_db()
    assert (live.summary, live.sets) == ("When a family moves house.", 2)
    assert live.effective_on == date(2026, 1, 1)
    assert standing(world, page) == Standing.COMPLETE


def test_a_change_of_numbers_alone_is_shown_and_taken_over(world):
    text = published(world)
    republish(world.procedure, sets=3)
    text = text_of(world.procedure)
    assert parts_left(text).done == parts_left(text).total
    assert standing(world, world.procedure) == Standing.OUTDATED
    write(text, world.procedure, world.author)
    assert english_page(text).sets == 3
    assert ProcedurePage.objects.get(pk=english_page(text).pk).sets == 1


def test_publishing_the_same_words_again_changes_nothing(world):
    published(world)
    republish(world.procedure)
    assert standing(world, world.procedure) == Standing.COMPLETE
    assert not Letter.objects.filter(kind=OUTDATED).exists()


def test_who_keeps_the_page_is_told_that_its_english_is_outdated(world):
    published(world)
    republish(world.procedure, summary="Khác.")
    letters = Letter.objects.filter(kind=OUTDATED)
    assert [letter.user_id for letter in letters] == [world.chief.pk]
    assert letters[0].about == {"text": text_of(world.procedure).pk}


def test_a_new_vietnamese_title_never_moves_the_english_page(world):
    text = published(world)
    republish(world.procedure, title="Chuyển trường phổ thông", slug="chuyen-truong-pho-thong")
    text = text_of(world.procedure)
    write(text, world.procedure, world.author, {"Chuyển trường phổ thông": "Moving to another school"})
    english_submit(text=text, user=world.author)
    for person in (world.editor, world.chief):
        agree(english_page(text), person)
    english = Page.objects.get(pk=english_page(text).pk)
    assert (english.title, english.slug) == ("Moving to another school", "change-of-school")


def test_an_address_that_the_board_changes_leaves_a_redirect(world, django_capture_on_commit_callbacks):
    text = published(world)
    page = english_page(text)
    page.slug = "moving-school"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision(user=world.author)
        english_submit(text=text, user=world.author)
        for person in (world.editor, world.chief):
            agree(english_page(text), person)
    assert Page.objects.get(pk=page.pk).slug == "moving-school"
    assert Redirect.objects.filter(old_path__endswith="/change-of-school", redirect_page=page.pk).exists()


def test_words_written_on_the_english_page_itself_are_kept(world):
    text = published(world)
    page = english_page(text)
    page.summary = "When you move house."
    page.save_revision(user=world.editor)
    english_submit(text=text, user=world.editor)
    english_page(text).current_workflow_state.cancel(user=world.editor)
    republish(world.procedure, sets=4)
    text = text_of(world.procedure)
    write(text, world.procedure, world.author)
    assert (english_page(text).summary, english_page(text).sets) == ("When you move house.", 4)


def test_nobody_writes_over_a_page_that_is_with_the_board(world):
    text = translation_start(page=world.procedure, user=world.author)
    write(text, world.procedure, world.author)
    english_submit(text=text, user=world.author)
    with pytest.raises(ValidationError) as error:
        write(text, world.procedure, world.author, {})
    assert error.value.messages == [str(WITH_BOARD)]


def test_a_text_with_parts_missing_is_not_handed_in(world):
    text = translation_start(page=world.procedure, user=world.author)
    left = parts_left(text)
    with pytest.raises(ValidationError) as error:
        english_submit(text=text, user=world.author)
    number = left.total - left.done
    assert f"{number} phần" in str(error.value.messages) or f"{number} parts" in str(error.value.messages)


def test_a_machine_draft_waits_until_a_person_has_ticked_every_part(world, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    page = world.procedure
    text = translation_start(page=page, user=world.author)
    count = machine_draft(text=text, page=page, user=world.author)
    assert parts_left(text).machine == count
    assert standing(world, page) == Standing.MACHINE
    with pytest.raises(ValidationError) as error:
        english_submit(text=text, user=world.author)
    assert error.value.messages == [unchecked(count)]
    drafts = [part for part in parts_of(text, page) if part.is_machine]
    values = {part.segment.pk: part.english for part in drafts}
    texts_save(text=text, page=page, values=values, checked={drafts[0].segment.pk}, user=world.author)
    assert parts_left(text).machine == count - 1
    texts_save(text=text, page=page, values=values, checked=set(values), user=world.author)
    assert standing(world, page) == Standing.READY
    english_submit(text=text, user=world.author)


def test_a_draft_that_a_machine_wrote_meanwhile_is_not_published(world):
    text = translation_start(page=world.procedure, user=world.author)
    write(text, world.procedure, world.author)
    english_submit(text=text, user=world.author)
    agree(english_page(text), world.editor)
    part = parts_of(text, world.procedure)[0]
    part.segment.string.translations.update(translation_type=MACHINE)
    task = english_page(text).current_workflow_task_state
    assert task.task.specific.hindrance(task.workflow_state, world.chief) == unchecked(1)


def test_a_translator_that_fails_changes_nothing(world, settings, monkeypatch):
    text = translation_start(page=world.procedure, user=world.author)
    with pytest.raises(ValidationError) as error:
        machine_draft(text=text, page=world.procedure, user=world.author)
    assert error.value.messages == [str(NO_MACHINE)]
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY

    def fails(self, *args):
        raise ConnectionError

    monkeypatch.setattr("wagtail_localize.machine_translators.dummy.DummyTranslator.translate", fails)
    with pytest.raises(ValidationError) as error:
        machine_draft(text=text, page=world.procedure, user=world.author)
    assert error.value.messages == [str(NO_ANSWER)]
    assert parts_left(text).machine == 0


def test_wagtail_localize_publishes_nothing_around_the_board(world):
    locale = english_locale()
    source, _created = TranslationSource.get_or_create_from_instance(world.procedure)
    loose = Translation.objects.create(source=source, target_locale=locale)
    assert not loose.enabled
    with pytest.raises(ChainRefusedError) as error:
        loose.save_target(publish=True)
    assert str(error.value) == str(AROUND_THE_CHAIN)
    with pytest.raises(ChainRefusedError) as error:
        loose.save_target(publish=False)
    assert str(error.value) == str(BEGIN_HERE)
    assert not world.procedure.get_translations().exists()


def test_what_stands_on_an_english_page_is_taken_over_to_be_checked(world):
    home = home_of(world.hs)
    text = translation_start(page=home, user=world.author)
    title = next(part for part in parts_of(text, home) if part.source == home.title)
    assert (title.english, title.is_machine) == (home_of(world.hs, "en").title, False)
    assert home_of(world.hs, "en").live


@pytest.mark.parametrize("who", ["stranger", "teacher"])
def test_others_do_not_translate_for_a_board(world, who):
    with pytest.raises(ValidationError) as error:
        translation_start(page=world.procedure, user=getattr(world, who))
    assert error.value.messages == [str(NOT_ON_BOARD)]


def test_only_published_pages_of_authorities_are_translated(world):
    draft = procedure_of(world.hs, "Nháp", live=False)
    with pytest.raises(ValidationError) as error:
        translation_start(page=draft, user=world.author)
    assert error.value.messages == [str(NOT_PUBLISHED)]
    news = make_page(
        section_of(world.school, NewsIndexPage), ArticlePage, title="Tin", author_name="An", source_name="An"
    )
    with pytest.raises(ValidationError) as error:
        translation_start(page=news, user=world.teacher)
    assert error.value.messages == [str(NO_ENGLISH)]


def test_pages_whose_rows_stay_vietnamese_are_refused_with_the_way_out(world):
    album = make_page(
        section_of(world.hs, NewsIndexPage), AlbumPage, title="Ảnh", author_name="An", source_name="An"
    )
    with pytest.raises(ValidationError):
        translation_start(page=album, user=world.author)
    assert not EnglishText.objects.exists()


def test_a_page_below_a_section_without_english_begins_both(world):
    news = make_page(
        section_of(world.hs, NewsIndexPage), ArticlePage, title="Tin", author_name="An", source_name="An"
    )
    text = translation_start(page=news, user=world.author)
    parent = section_of(world.hs, NewsIndexPage, "en")
    assert (parent.live, parent.slug) == (False, "news")
    write(text, news, world.author)
    with pytest.raises(ValidationError):
        english_submit(text=text, user=world.author)
    assert Page.find_problems() == ([], [], [], [], [])
