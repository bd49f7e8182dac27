"""A list on its way: tried, made into drafts, taken up after a kill, undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.utils import timezone, translation
from wagtail.models import Page

from common.jobs import STALE_AFTER, JobState
from common.spreadsheets import TableError
from sections.exchange.choices import Work
from sections.exchange.services import runner
from sections.exchange.services.batches import batch_create, batch_purge, batch_resume_stale, batch_start
from sections.exchange.services.runner import batch_run
from sections.models import ImportBatch, InformationPage
from tests.editorial.paper import agree, submit
from tests.sections.exchange.conftest import ENTRIES, HEAD, do, remarks, results, taken_in, upload

LIST = f"{HEAD}\nKiểm định 2024,05/09/2024,Đạt\nKiểm định 2025,06/09/2025,Đạt mức 2\n"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def pages() -> dict[str, InformationPage]:
    return {page.draft_title: page for page in InformationPage.objects.all()}


def test_a_dry_run_says_what_becomes_of_each_row_and_stores_nothing(house):
    batch = taken_in(house, LIST + "Kiểm định 2026,31/02/2026,\n,05/09/2026,Không tên\nKiểm định 2024,,\n")
    batch.language = "en"
    assert results(batch) == {2: "created", 3: "created", 4: "faulty", 5: "faulty", 6: "faulty"}
    assert [cell for cell, _text in remarks(batch)] == ["B4", "A5", "A6"]
    assert not pages()
    assert (batch.state, batch.done, batch.total) == (JobState.DONE, 5, 5)


def test_reasons_are_sentences_with_their_cell(house):
    batch = batch_create(
        file=upload(LIST + "Kiểm định 2026,31/02/2026,\n"),
        exchange=ENTRIES,
        section=house.section,
        user=house.author,
        language="en",
    )
    do(batch, Work.CHECK, house.author)
    assert remarks(batch) == [
        ("B4", "The date “31/02/2026” does not exist. Write the day first: 05/09/2025.")
    ]


def test_rows_become_drafts_with_author_and_version_and_the_good_ones_only(house):
    batch = do(taken_in(house, LIST + "Xấu,32/01/2026,\n"), Work.APPLY, house.author)
    assert results(batch) == {2: "created", 3: "created", 4: "faulty"}
    made = pages()
    assert set(made) == {"Kiểm định 2024", "Kiểm định 2025"}
    page = made["Kiểm định 2024"]
    assert (page.live, page.owner, page.date) == (False, house.author, date(2024, 9, 5))
    assert page.latest_revision.user == house.author
    assert page.author_name == house.institution.name
    assert batch.is_applied
    assert not Page.find_problems()[0]


def test_the_same_list_again_changes_nothing_and_another_value_changes_its_page_alone(house):
    do(taken_in(house, LIST), Work.APPLY, house.author)
    again = do(taken_in(house, LIST), Work.APPLY, house.author)
    assert set(results(again).values()) == {"unchanged"}
    changed = do(taken_in(house, LIST.replace("Đạt mức 2", "Đạt mức 3")), Work.APPLY, house.author)
    assert results(changed) == {2: "unchanged", 3: "changed"}
    assert pages()["Kiểm định 2025"].get_latest_revision_as_object().summary == "Đạt mức 3"
    assert InformationPage.objects.count() == 2


def test_undoing_takes_the_drafts_and_puts_changes_back(house):
    first = do(taken_in(house, LIST), Work.APPLY, house.author)
    second = do(
        taken_in(house, LIST.replace("Đạt mức 2", "Khác") + "Kiểm định 2026,,\n"), Work.APPLY, house.author
    )
    assert pages()["Kiểm định 2025"].get_latest_revision_as_object().summary == "Khác"
    do(second, Work.UNDO, house.author)
    assert results(second) == {2: "unchanged", 3: "undone", 4: "undone"}
    assert set(pages()) == {"Kiểm định 2024", "Kiểm định 2025"}
    assert pages()["Kiểm định 2025"].get_latest_revision_as_object().summary == "Đạt mức 2"
    assert second.undone_at
    first.language = "en"
    first.save()
    do(first, Work.UNDO, house.author)
    assert [m for _cell, m in remarks(first)] == ["Not undone: somebody has changed the page since."]


def test_a_page_that_has_moved_on_is_not_undone_and_the_row_says_why(house):
    batch = do(taken_in(house, LIST), Work.APPLY, house.author)
    edited, handed_in = pages()["Kiểm định 2024"], pages()["Kiểm định 2025"]
    edited.summary = "Sửa tay"
    edited.save_revision(user=house.editor)
    submit(handed_in, house.author)
    batch.language = "en"
    batch.save()
    do(batch, Work.UNDO, house.author)
    assert sorted(text for _cell, text in remarks(batch)) == [
        "Not undone: somebody has changed the page since.",
        "Not undone: the page lies with the board. Take it back first.",
    ]
    assert len(pages()) == 2
    assert batch.undone_at is None
    assert batch.is_applied


def test_a_published_page_is_withdrawn_and_not_undone(house):
    batch = do(taken_in(house, LIST), Work.APPLY, house.author)
    page = pages()["Kiểm định 2024"]
    submit(page, house.author)
    agree(page, house.editor, house.chief)
    batch.language = "en"
    batch.save()
    do(batch, Work.UNDO, house.author)
    assert [text for _cell, text in remarks(batch)] == [
        "Not undone: the page has been published. Withdraw it instead."
    ]
    assert set(pages()) == {"Kiểm định 2024"}


def test_a_page_with_the_board_is_not_changed_by_a_list(house):
    do(taken_in(house, LIST), Work.APPLY, house.author)
    submit(pages()["Kiểm định 2024"], house.author)
    batch = taken_in(house, LIST.replace(",Đạt\n", ",Khác\n"))
    assert results(batch) == {2: "faulty", 3: "unchanged"}


def test_an_interrupted_list_goes_on_after_its_last_row(house, monkeypatch):
    rows = "".join(f"Mục {number},05/09/2025,\n" for number in range(6))
    batch = taken_in(house, f"{HEAD}\n{rows}")
    original, calls = runner.row_apply, []

    def dies(**kwargs):
        if len(calls) == 3:
            raise KeyboardInterrupt
        calls.append(kwargs["entry"].number)
        original(**kwargs)

    monkeypatch.setattr(runner, "row_apply", dies)
    batch_start(batch=batch, work=Work.APPLY, user=house.author)
    with pytest.raises(KeyboardInterrupt):
        batch_run(batch_id=batch.pk)
    monkeypatch.setattr(runner, "row_apply", original)
    assert len(pages()) == 3
    assert not batch_run(batch_id=batch.pk)
    stale = timezone.now() - STALE_AFTER - timedelta(seconds=1)
    ImportBatch.objects.filter(pk=batch.pk).update(heartbeat_at=stale)
    # Tasks run at once in tests: who takes it up also goes on with it.
    assert batch_resume_stale() == [batch]
    batch.refresh_from_db()
    assert (batch.state, batch.done, len(pages())) == (JobState.DONE, 6, 6)
    assert set(results(batch).values()) == {"created"}


def test_one_row_that_the_database_refuses_stops_no_other(house, monkeypatch):
    batch = taken_in(house, LIST)
    original = runner.row_apply

    def refuses(**kwargs):
        if kwargs["entry"].number == 2:
            raise IntegrityError("too long")
        original(**kwargs)

    monkeypatch.setattr(runner, "row_apply", refuses)
    batch = do(batch, Work.APPLY, house.author)
    assert results(batch) == {2: "faulty", 3: "created"}


def test_who_may_not_add_to_the_section_takes_nothing_in(house):
    stranger = house.stranger
    with pytest.raises(PermissionDenied):
        batch_create(file=upload(LIST), exchange=ENTRIES, section=house.section, user=stranger)
    batch = taken_in(house, LIST)
    with pytest.raises(PermissionDenied):
        batch_start(batch=batch, work=Work.APPLY, user=stranger)
    assert not pages()


def test_drafts_are_not_made_before_a_dry_run_and_not_twice(house):
    batch = do(taken_in(house, LIST), Work.APPLY, house.author)
    with pytest.raises(ValidationError, match="Try the list first"):
        batch_start(batch=batch, work=Work.APPLY, user=house.author)
    with pytest.raises(ValidationError, match="undo them first"):
        batch_start(batch=batch, work=Work.CHECK, user=house.author)


def test_a_file_that_is_no_list_leaves_nothing_behind(house):
    with pytest.raises(TableError, match="neither XLSX nor CSV"):
        batch_create(
            file=upload(b"%PDF-1.7", "a.csv"), exchange=ENTRIES, section=house.section, user=house.author
        )
    assert not ImportBatch.objects.exists()


def test_lists_are_forgotten_after_ninety_days_and_their_pages_stay(house):
    batch = do(taken_in(house, LIST), Work.APPLY, house.author)
    storage, name = batch.file.storage, batch.file.name
    assert storage.exists(name)
    assert batch_purge(now=timezone.now() + timedelta(days=89)) == 0
    assert batch_purge(now=timezone.now() + timedelta(days=91)) == 1
    assert not storage.exists(name)
    assert len(pages()) == 2
