"""A step that nobody on the site's own board can take goes to the nearest authority that can, and says so."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.choices import BoardRole, Escalation
from editorial.models import BoardTaskState, ChainRefusedError, Publication
from editorial.models.chain import NOBODY_CAN, OWN_CHANGE
from editorial.selectors import waiting_for
from editorial.services.board import board_member_add, board_member_remove
from editorial.services.chain import chain_follow_edit
from editorial.services.endings import board_end
from editorial.services.routing import chain_reroute
from network.models import Letter
from tests.editorial.desk import Desk
from tests.editorial.paper import agree, change, fresh, step, submitted
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def small(province):
    """A school with an author and a chief editor, below a department with a whole board."""

    class Small:
        author = make_member(province.a, "author", last_name="Tác Giả")
        chief = make_member(province.a, "chief", last_name="Trưởng Ban")
        editor_hs = make_member(province.hs, "editor", last_name="Biên Tập Sở")
        chief_hs = make_member(province.hs, "chief", last_name="Trưởng Ban Sở")

    return Small


def gone(user) -> None:
    user.is_active = False
    user.save()


def test_an_appraisal_goes_up_where_the_school_has_no_editor(province, small):
    page = submitted(province.a, small.author)
    state = step(page)
    assert (state.institution, state.role) == (province.hs, "editor")
    assert (state.escalated_from, state.escalation) == (province.a, Escalation.NOBODY)
    page = agree(page, small.editor_hs)
    state = step(page)
    assert (state.institution, state.escalated_from, state.escalation) == (province.a, None, "")
    page = agree(page, small.chief)
    assert page.live
    record = Publication.objects.get(page=page)
    assert record.institution == province.a
    assert record.escalations == [
        {"step": "editor", "board": province.hs.pk, "name": province.hs.name, "reason": "nobody"}
    ]


def test_an_authority_without_editors_appraises_through_its_chief_editor(province, small):
    board_member_remove(institution=province.hs, role=BoardRole.EDITOR, user=small.editor_hs)
    state = step(submitted(province.a, small.author))
    assert (state.institution, state.role) == (province.hs, "chief")
    assert state.task.specific.role == BoardRole.EDITOR
    assert [row.page_id for row in waiting_for(small.chief_hs)] == [int(state.workflow_state.object_id)]


def test_the_chiefs_own_page_goes_to_the_chief_editor_above(province, small):
    editor = make_member(province.a, "editor")
    page = agree(submitted(province.a, small.chief), editor)
    state = step(page)
    assert (state.institution, state.role, state.escalation) == (province.hs, "chief", Escalation.OWN)
    with pytest.raises(ChainRefusedError):
        state.approve(user=small.chief)
    assert agree(page, small.chief_hs).live


def test_suspended_people_are_named_as_the_reason(province, small):
    gone(make_member(province.a, "editor"))
    assert step(submitted(province.a, small.author)).escalation == Escalation.SUSPENDED


def test_where_nobody_anywhere_can_the_state_says_so_and_the_chief_may_return_it(province, small):
    gone(small.editor_hs)
    gone(small.chief_hs)
    page = submitted(province.a, small.author)
    state = step(page)
    assert (state.institution, state.is_stuck, state.escalated_from) == (province.a, True, None)
    told = set(Letter.objects.filter(kind="editorial.escalated").values_list("user_id", flat=True))
    assert told == {small.author.pk, small.chief.pk}
    with pytest.raises(ChainRefusedError, match=re.escape(str(NOBODY_CAN))):
        state.approve(user=small.chief)
    state = step(page)
    state.reject(user=small.chief, comment="Chưa có biên tập viên.")
    assert fresh(page).current_workflow_state.status == "needs_changes"


def test_a_step_comes_back_when_the_school_gets_somebody(province, small):
    page = submitted(province.a, small.author)
    assert step(page).institution == province.hs
    editor = make_member(province.a, "editor")
    assert chain_reroute(institution=province.a) == 1
    state = step(page)
    assert (state.institution, state.role, state.escalated_from, state.escalation) == (
        province.a,
        "editor",
        None,
        "",
    )
    with pytest.raises(ChainRefusedError):
        state.approve(user=small.editor_hs)
    assert step(agree(page, editor)).role == BoardRole.CHIEF
    assert chain_reroute() == 0


def test_a_step_goes_up_when_the_last_person_goes(province, small):
    editor = make_member(province.a, "editor")
    page = submitted(province.a, small.author)
    assert step(page).institution == province.a
    gone(editor)
    assert chain_reroute(institution=province.a) == 1
    assert step(page).institution == province.hs
    gone(small.editor_hs)
    assert chain_reroute(institution=province.hs) == 1
    assert step(page).role == BoardRole.CHIEF
    gone(small.chief_hs)
    assert chain_reroute(institution=province.hs) == 1
    assert step(page).is_stuck
    board_member_add(institution=province.hs, role=BoardRole.EDITOR, user=make_member(province.b, "author"))
    assert chain_reroute(institution=province.hs) == 1
    assert not step(page).is_stuck


def test_a_change_on_another_board_moves_nothing(province, small):
    page = submitted(province.a, small.author)
    make_member(province.a, "editor")
    assert chain_reroute(institution=province.b) == 0
    assert step(page).institution == province.hs


def test_who_edits_an_escalated_page_does_not_agree_to_it(province, small):
    page = submitted(province.a, small.author)
    page = change(page, small.editor_hs, summary="Bốn trăm học sinh.")
    chain_follow_edit(page=page, user=small.editor_hs)
    state = step(page)
    assert (state.institution, state.role) == (province.hs, "chief")
    with pytest.raises(ChainRefusedError):
        state.approve(user=small.editor_hs)
    assert step(agree(page, small.chief_hs)).role == BoardRole.CHIEF


def test_the_authoritys_people_open_the_page_only_while_the_step_is_theirs(province, small):
    page = submitted(province.a, small.author)
    desk = Desk(province.a)
    response = desk.get(small.editor_hs, "wagtailadmin_pages:edit", page.pk)
    assert response.status_code == 200
    html = response.content.decode()
    assert province.a.name in html
    assert 'data-workflow-action-name="approve"' in html
    agree(page, small.editor_hs)
    assert desk.get(small.editor_hs, "wagtailadmin_pages:edit", page.pk).status_code in (302, 403, 404)
    assert desk.get(small.chief_hs, "wagtailadmin_pages:edit", page.pk).status_code in (302, 403, 404)


def test_an_escalated_step_is_announced_to_those_concerned(province, small, mailoutbox):
    submitted(province.a, small.author)
    letters = Letter.objects.filter(kind="editorial.escalated")
    assert set(letters.values_list("user_id", flat=True)) == {
        small.editor_hs.pk,
        small.author.pk,
        small.chief.pk,
    }


def test_the_head_is_found_above_as_well(province, small):
    from editorial.services.chain_settings import chain_settings_change

    chain_settings_change(institution=province.a, user=small.chief, with_editor=False, head_sections=["W9.2"])
    head_hs = make_member(province.hs, "head")
    page = agree(submitted(province.a, small.author), small.chief)
    assert (step(page).institution, step(page).role) == (province.hs, "head")
    page = agree(page, head_hs)
    assert page.live
    assert Publication.objects.get(page=page).head_by == head_hs


def test_a_closed_school_keeps_nothing_waiting_and_a_closed_authority_passes_on(province, small):
    page = submitted(province.a, small.author)
    board_end(province.a)
    assert step(page) is None
    assert not BoardTaskState.objects.filter(status="in_progress").exists()


def test_rerouting_costs_the_same_for_one_step_and_for_many(province, small):
    def cost() -> int:
        with CaptureQueriesContext(connection) as context:
            chain_reroute()
        return len(context)

    submitted(province.a, small.author)
    first = cost()
    for number in range(4):
        submitted(province.a, small.author, slug=f"bai-{number}")
    assert cost() == first


def test_an_own_change_stays_the_reason_on_the_authoritys_own_board(province, small):
    page = agree(submitted(province.hs, small.chief_hs), small.editor_hs)
    assert step(page).is_stuck
    with pytest.raises(ChainRefusedError, match=re.escape(str(OWN_CHANGE))):
        step(page).approve(user=small.chief_hs)
