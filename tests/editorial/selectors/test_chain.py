"""What waits, what is under way, what came back: for the person concerned and for nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.selectors import in_progress_of, returned_to, waiting_for
from tests.editorial.desk import ARTICLE

pytestmark = pytest.mark.django_db


def pages(rows):
    return [row.page_id for row in rows]


def test_a_page_waits_for_those_whose_step_it_is(desk, people):
    page = desk.submitted(people.author)
    [row] = waiting_for(people.editor)
    assert (row.page_id, row.title, row.step) == (page.pk, ARTICLE["title"], "editor")
    assert row.institution == desk.institution
    assert row.escalated_from is None
    assert row.person == people.author.get_full_name()
    assert row.edit_url.endswith(f"/pages/{page.pk}/edit/")
    for user in (people.author, people.chief, people.editor_b, people.chief_hs):
        assert waiting_for(user) == []
    desk.agree(people.editor, page)
    assert waiting_for(people.editor) == []
    assert [row.step for row in waiting_for(people.chief)] == ["chief"]


def test_drafts_and_pages_in_the_chain_are_under_way(desk, people):
    draft = desk.draft(people.author, slug="nhap")
    page = desk.submitted(people.author)
    rows = in_progress_of(people.author)
    assert [(row.page_id, row.step) for row in rows] == [(page.pk, "editor"), (draft.pk, "draft")]
    assert all(row.institution == desk.institution for row in rows)
    assert in_progress_of(people.editor) == []


def test_a_returned_page_carries_its_reason(desk, people):
    page = desk.submitted(people.author)
    desk.return_(people.editor, page, reason="Thiếu ảnh.")
    [row] = returned_to(people.author)
    assert (row.page_id, row.reason, row.person) == (page.pk, "Thiếu ảnh.", people.editor.get_full_name())
    assert returned_to(people.editor) == []
    assert in_progress_of(people.author) == []
    desk.submit(people.author, page, summary="Có ảnh.")
    assert returned_to(people.author) == []


def test_what_was_returned_to_somebody_without_an_account_goes_to_the_chief(desk, people):
    page = desk.submitted(people.author)
    desk.return_(people.editor, page)
    assert returned_to(people.chief) == []
    people.author.delete()
    assert pages(returned_to(people.chief)) == [page.pk]
    assert returned_to(people.chief_b) == []


def cost(select, user) -> tuple[int, int]:
    """How many rows and queries, with nothing remembered on the user object."""
    user = type(user).objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as context:
        rows = select(user)
    return len(rows), len(context)


def test_the_number_of_queries_does_not_grow_with_the_rows(desk, people):
    asked = [(waiting_for, people.editor), (in_progress_of, people.author), (returned_to, people.author)]
    costs = []
    for number in range(3):
        desk.submitted(people.author, slug=f"cho-{number}")
        page = desk.submitted(people.author, slug=f"tra-{number}")
        desk.return_(people.editor, page)
        desk.draft(people.author, slug=f"nhap-{number}")
        costs.append([cost(select, user) for select, user in asked])
    assert [rows for rows, _queries in costs[-1]] == [3, 6, 3]
    assert [queries for _rows, queries in costs[-1]] == [queries for _rows, queries in costs[0]]
