"""Acts on the people of a board: who may, what follows, what is recorded."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from editorial.choices import BoardRole
from editorial.models import AppendOnlyError, BoardEvent, SuspendedRole
from editorial.selectors import has_role
from editorial.selectors.people import assignable_roles, managed_by
from editorial.services.board import board_member_add
from editorial.services.idle import idle_accounts_disable, idle_accounts_warn, records_purge
from editorial.services.people import (
    board_invite,
    board_member_account_reopen,
    board_member_dismiss,
    board_member_factor_reset,
    board_member_reinstate,
    board_member_roles_set,
    board_member_suspend,
    handover,
    invitation_renew,
    invitation_withdraw,
)
from network.models import AccountState
from tests.factories import make_member, make_review, make_user

pytestmark = pytest.mark.django_db

AUTHOR, EDITOR, CHIEF, HEAD = BoardRole
WHY = "Theo quyết định số 12/QĐ-TEST"


def fresh(user):
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def head(province):
    return make_member(province.a, "head", last_name="Thủ Trưởng")


def test_who_manages_whom(province, people, head):
    assert set(managed_by(people.chief)) == {province.a}
    assert set(managed_by(head)) == {province.a}
    assert set(managed_by(people.chief_hs)) == {province.hs, province.a, province.b}
    assert set(managed_by(people.root)) >= {province.hs, province.a, province.b}
    for nobody in (people.author, people.editor):
        assert not managed_by(nobody).exists()


def test_who_gives_which_role(province, people, head):
    assert assignable_roles(people.chief, province.a) == [AUTHOR, EDITOR, CHIEF]
    assert assignable_roles(head, province.a) == list(BoardRole)
    assert assignable_roles(people.chief_hs, province.a) == list(BoardRole)
    assert assignable_roles(people.chief_hs, province.hs) == [AUTHOR, EDITOR, CHIEF]
    assert assignable_roles(people.chief, province.b) == []
    assert assignable_roles(people.editor, province.a) == []


def test_roles_are_changed_and_recorded(province, people):
    board_member_roles_set(
        actor=people.chief, institution=province.a, person=people.author, roles=[EDITOR, AUTHOR]
    )
    assert has_role(fresh(people.author), province.a, EDITOR)
    event = BoardEvent.objects.get()
    assert (event.actor, event.person) == (people.chief, people.author)
    assert (event.roles_before, event.roles_after) == ("author", "author,editor")
    assert not event.as_authority
    same = board_member_roles_set(
        actor=people.chief, institution=province.a, person=people.author, roles=[AUTHOR, EDITOR]
    )
    assert not same
    assert BoardEvent.objects.count() == 1


def test_nobody_raises_themselves_or_gives_more_than_they_may(province, people, head):
    for actor, person, roles in (
        (people.chief, people.chief, [CHIEF, HEAD]),
        (people.chief, people.author, [HEAD]),
        (people.chief, head, [AUTHOR]),
        (people.editor, people.author, [EDITOR]),
        (people.chief_b, people.author, [EDITOR]),
        (head, head, [HEAD, CHIEF]),
    ):
        with pytest.raises(PermissionDenied):
            board_member_roles_set(
                actor=actor, institution=province.a, person=person, roles=roles, reason=WHY
            )
    assert not BoardEvent.objects.exists()
    board_member_roles_set(actor=head, institution=province.a, person=people.author, roles=[HEAD])
    assert has_role(fresh(people.author), province.a, HEAD)


def test_the_authority_acts_with_a_reason_and_its_act_is_marked(province, people):
    act = {"actor": people.chief_hs, "institution": province.a, "person": people.author, "roles": [EDITOR]}
    with pytest.raises(ValidationError) as error:
        board_member_roles_set(**act)
    assert "reason" in error.value.message_dict
    board_member_roles_set(**act, reason=WHY)
    event = BoardEvent.objects.get()
    assert event.as_authority
    assert event.reason == WHY


def test_a_board_keeps_its_last_chief_editor(province, people):
    act = {"actor": people.chief_hs, "institution": province.a, "person": people.chief, "reason": WHY}
    with pytest.raises(ValidationError):
        board_member_roles_set(**act, roles=[EDITOR])
    with pytest.raises(ValidationError):
        board_member_suspend(**act)
    with pytest.raises(ValidationError):
        board_member_dismiss(**act)
    board_member_dismiss(**act, successor=people.editor)
    assert has_role(fresh(people.editor), province.a, CHIEF)
    assert not has_role(fresh(people.chief), province.a, CHIEF)
    assert not fresh(people.chief).is_active


def test_a_suspension_holds_on_one_board_and_ends_the_sessions(province, people, client):
    board_member_add(institution=province.b, role=AUTHOR, user=people.editor)
    client.force_login(people.editor)
    with pytest.raises(ValidationError):
        board_member_suspend(actor=people.chief, institution=province.a, person=people.editor, reason=" ")
    board_member_suspend(actor=people.chief, institution=province.a, person=people.editor, reason=WHY)
    user = fresh(people.editor)
    assert user.is_active
    assert not has_role(user, province.a, EDITOR)
    assert has_role(user, province.b, AUTHOR)
    assert client.get("/admin/").status_code == 302
    assert SuspendedRole.objects.get().role == EDITOR
    board_member_reinstate(actor=people.chief, institution=province.a, person=people.editor)
    assert has_role(fresh(people.editor), province.a, EDITOR)
    assert not SuspendedRole.objects.exists()


def test_an_account_without_any_board_is_closed_until_it_is_reinstated(province, people):
    board_member_suspend(actor=people.chief, institution=province.a, person=people.editor, reason=WHY)
    assert not fresh(people.editor).is_active
    assert AccountState.objects.get(user=people.editor).disabled_reason == "no_board"
    board_member_reinstate(actor=people.chief, institution=province.a, person=people.editor)
    assert fresh(people.editor).is_active


def test_work_moves_to_the_successor(desk, people, province):
    page = desk.submitted(people.author)
    desk.return_(people.editor, page)
    review = make_review(desk.news, responsible=people.author)
    foreign = Page.objects.get(translation_key=province.b.home_key, locale__language_code="vi")
    Page.objects.filter(pk=foreign.pk).update(owner=people.author)
    other = make_member(province.a, "author")
    moved = board_member_dismiss(
        actor=people.chief, institution=province.a, person=people.author, successor=other, reason=WHY
    )
    assert moved == {"responsible": 1, "pages": 1, "returned": 1}
    assert Page.objects.get(pk=page.pk).owner == other
    review.refresh_from_db()
    assert review.responsible == other
    assert WorkflowState.objects.get(object_id=str(page.pk)).requested_by == other
    assert Page.objects.get(pk=foreign.pk).owner == people.author, "another site's page stays"
    event = BoardEvent.objects.get(kind="handed_over")
    assert event.details["moved"] == moved
    assert event.details["to"] == other.pk


def test_a_successor_is_another_active_person_of_the_board(province, people):
    for successor in (people.author, people.chief_b, make_user()):
        with pytest.raises(ValidationError):
            handover(actor=people.chief, institution=province.a, person=people.author, successor=successor)
    handover(actor=people.chief, institution=province.a, person=people.chief, successor=people.editor)


def test_a_lost_factor_is_taken_away_recorded_and_told(
    province, people, client, django_capture_on_commit_callbacks
):
    Authenticator.objects.create(user=people.editor, type="totp", data={})
    client.force_login(people.editor)
    with django_capture_on_commit_callbacks(execute=True):
        board_member_factor_reset(
            actor=people.chief, institution=province.a, person=people.editor, reason=WHY
        )
    assert not Authenticator.objects.exists()
    assert client.get("/admin/").status_code == 302
    assert BoardEvent.objects.get().kind == "factor"
    assert [letter.to for letter in mail.outbox] == [[people.editor.email]]


def test_the_factor_of_who_leads_elsewhere_is_for_those_above_both(province, people):
    board_member_add(institution=province.b, role=CHIEF, user=people.editor)
    act = {"institution": province.a, "person": people.editor, "reason": WHY}
    with pytest.raises(PermissionDenied):
        board_member_factor_reset(actor=people.chief, **act)
    with pytest.raises(PermissionDenied):
        board_member_factor_reset(actor=people.editor, **act)
    board_member_factor_reset(actor=people.chief_hs, **act)


def test_invitations_are_made_renewed_and_withdrawn_on_the_record(province, people):
    with pytest.raises(PermissionDenied):
        board_invite(actor=people.chief, institution=province.a, role=HEAD, email="moi@example.edu.vn")
    with pytest.raises(PermissionDenied):
        board_invite(actor=people.chief, institution=province.b, role=AUTHOR, email="moi@example.edu.vn")
    invitation = board_invite(
        actor=people.chief, institution=province.a, role=EDITOR, email="moi@example.edu.vn"
    )
    before = invitation.token_hash
    assert invitation_renew(actor=people.chief, invitation=invitation).token_hash != before
    with pytest.raises(PermissionDenied):
        invitation_withdraw(actor=people.chief_b, invitation=invitation)
    invitation_withdraw(actor=people.chief, invitation=invitation)
    assert set(BoardEvent.objects.values_list("kind", flat=True)) == {"invited", "renewed", "withdrawn"}


def test_the_record_is_written_once_and_ends_after_five_years(province, people):
    board_member_roles_set(actor=people.chief, institution=province.a, person=people.author, roles=[EDITOR])
    event = BoardEvent.objects.get()
    event.reason = "khác"
    with pytest.raises(AppendOnlyError):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.delete()
    people.chief.delete()
    event.refresh_from_db()
    assert event.actor is None
    assert event.actor_name == "Lê Thị Trưởng Ban"
    assert records_purge(now=timezone.now() + timedelta(days=365 * 4)) == 0
    assert records_purge(now=timezone.now() + timedelta(days=367 * 5)) == 1


def test_an_account_that_nobody_uses_is_warned_then_closed_and_opened_by_the_chief(
    province, people, django_capture_on_commit_callbacks
):
    now = timezone.now()
    later = {days: now + timedelta(days=days, minutes=1) for days in (37, 38, 44, 45, 46)}
    people.editor.last_login = now
    people.editor.save()
    for user in type(people.editor).objects.exclude(pk=people.editor.pk):
        user.last_login = now + timedelta(days=30)
        user.save()
    assert idle_accounts_warn(now=later[37]) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert idle_accounts_warn(now=later[38]) == 1
    assert [letter.to for letter in mail.outbox] == [[people.editor.email]]
    assert "7" in mail.outbox[0].body
    assert idle_accounts_warn(now=later[44]) == 0, "one letter"
    assert idle_accounts_disable(now=later[44]) == 0
    assert idle_accounts_disable(now=later[45]) == 1
    assert idle_accounts_disable(now=later[46]) == 0
    assert not fresh(people.editor).is_active
    board_member_account_reopen(actor=people.chief, institution=province.a, person=fresh(people.editor))
    assert fresh(people.editor).is_active
    assert idle_accounts_disable(now=now + timedelta(days=44)) == 0


def test_nobody_is_closed_without_a_letter_before(people):
    now = timezone.now() + timedelta(days=200)
    assert idle_accounts_disable(now=now) == 0
    idle_accounts_warn(now=now)
    assert idle_accounts_disable(now=now + timedelta(days=6)) == 0
    assert idle_accounts_disable(now=now + timedelta(days=7)) > 0
