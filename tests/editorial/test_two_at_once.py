"""Two people take the same step in the same moment: one agreement counts, and nothing is lost or doubled."""

from __future__ import annotations

import threading
from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection, connections
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import querydict_from_html

from editorial.models import BoardTaskState, ChainRefusedError, Publication
from editorial.views.pages import ChainEditView
from network.provisioning import ProvisioningRun
from tests.editorial.desk import EMPTY_STREAM, Desk
from tests.editorial.paper import agree, fresh, step, submitted
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(*calls) -> list[Exception | None]:
    """Run the calls, each on a database connection of its own where the database has more than one writer; answers what each
    raised."""
    raised: list[Exception | None] = [None] * len(calls)
    gate = threading.Barrier(len(calls) if connection.vendor == "postgresql" else 1)

    def run(number: int, call) -> None:
        try:
            gate.wait(10)
            call()
        except ChainRefusedError as error:
            raised[number] = error
        finally:
            if threading.current_thread() is not threading.main_thread():
                connections.close_all()

    if connection.vendor != "postgresql":
        # SQLite writes one after the other: what is told apart here is the state that each had read before.
        for number, call in enumerate(calls):
            run(number, call)
        return raised
    threads = [threading.Thread(target=run, args=(number, call)) for number, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not any(thread.is_alive() for thread in threads)
    return raised


@pytest.fixture
def board():
    run = ProvisioningRun(send_invitations=False)
    department = make_institution(run=run)

    school = make_institution("HS01", "Trường THPT Đồi Chè", "upper_secondary", department, run=run)
    return SimpleNamespace(
        school=school,
        author=make_member(school, "author", last_name="Tác Giả"),
        editors=[make_member(school, "editor", last_name=f"Biên Tập {name}") for name in "AB"],
        chiefs=[make_member(school, "chief", last_name=f"Trưởng Ban {name}") for name in "AB"],
    )


def test_two_chiefs_publish_once(board):
    page = agree(submitted(board.school, board.author), board.editors[0])
    states = [BoardTaskState.objects.get(pk=step(page).pk) for _person in board.chiefs]
    raised = at_once(
        *(partial(state.approve, user=person) for state, person in zip(states, board.chiefs, strict=True))
    )
    assert sum(error is not None for error in raised) == 1, raised
    assert fresh(page).live
    record = Publication.objects.get(page=page)
    winner = board.chiefs[0 if raised[0] is None else 1]
    assert record.approved_by == winner


def test_one_agrees_while_another_returns(board):
    page = submitted(board.school, board.author)
    first, second = (BoardTaskState.objects.get(pk=step(page).pk) for _person in board.editors)
    raised = at_once(
        lambda: first.approve(user=board.editors[0]),
        lambda: second.reject(user=board.editors[1], comment="Thiếu nguồn."),
    )
    assert sum(error is not None for error in raised) == 1, raised
    state = WorkflowState.objects.get(object_id=str(page.pk))
    agreed = raised[0] is None
    assert state.status == (
        WorkflowState.STATUS_IN_PROGRESS if agreed else WorkflowState.STATUS_NEEDS_CHANGES
    )
    assert BoardTaskState.objects.filter(workflow_state=state).exclude(status="in_progress").count() == 1


SIGNED = {"author_name": "Tổ Văn", "source_name": "Trường THPT Đồi Chè"}


def test_a_saving_that_had_begun_before_a_page_was_handed_in_changes_nothing(board, monkeypatch):
    """The request of the editor itself carries what stood there before; it has read the page when the other one arrives."""
    desk = Desk(board.school)
    page = desk.article(board.author, author_name="", source_name="")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = desk.client(board.author).get(url).content.decode()
    older = querydict_from_html(html, form_id="page-edit-form").dict() | EMPTY_STREAM
    handed_in = older | SIGNED | {"action-submit": "1"}
    is_read, is_done = threading.Event(), threading.Event()
    post = ChainEditView.post

    def slowly(view, request, *args, **kwargs):
        if view.expects_json_response:
            is_read.set()
            is_done.wait(1)
        return post(view, request, *args, **kwargs)

    def save_by_itself():
        Desk(board.school).client(board.author).post(url, older, headers={"accept": "application/json"})

    def hand_in():
        is_read.wait(10)
        Desk(board.school).client(board.author).post(url, handed_in)
        is_done.set()

    monkeypatch.setattr(ChainEditView, "post", slowly)
    at_once(save_by_itself, hand_in)
    latest = fresh(page).get_latest_revision_as_object()
    assert {name: getattr(latest, name) for name in SIGNED} == SIGNED
    assert step(page).revision == fresh(page).latest_revision
