"""Acting on a member's site: begun with a reason, seen by everybody concerned, ended in every way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial.choices import BoardRole
from editorial.models import (
    BoardEvent,
    ChainRefusedError,
    Invitation,
    Mandate,
    MandateEnd,
    Publication,
    chain_settings_of,
)
from editorial.selectors import board_roles, has_role
from editorial.selectors.mandates import acts_on, authority_for, mandates_seen_by
from editorial.services import mandates as services
from editorial.services.board import board_member_add, board_member_remove
from editorial.services.chain_settings import chain_settings_change
from editorial.services.invitations import (
    NOT_YOURSELF,
    InvitationClosedError,
    invitation_accept,
    invitation_create,
)
from editorial.services.mandates import mandate_end, mandate_start, mandates_end_due
from editorial.services.people import REASON_MISSING, board_invite
from network.models import Letter
from tests.editorial.desk import Desk
from tests.factories import make_institution, make_member, make_user

pytestmark = pytest.mark.django_db

REASON = "Trường chưa có biên tập viên, bài về tuyển sinh phải đăng hôm nay."


def start(user, institution, role="editor", **fields):
    return mandate_start(user=user, institution=institution, role=role, reason=REASON, **fields)


def fresh(user):
    return type(user).objects.get(pk=user.pk)


def test_the_role_holds_until_it_is_handed_back(province, people):
    mandate = start(people.chief_hs, province.a)
    assert (province.a.pk, "editor") in board_roles(fresh(people.chief_hs))
    assert acts_on(fresh(people.chief_hs), province.a) == mandate
    assert mandate_end(mandate=mandate, how=MandateEnd.HANDED_BACK)
    assert (province.a.pk, "editor") not in board_roles(fresh(people.chief_hs))
    assert not mandate_end(mandate=mandate, how=MandateEnd.TIME), "ending twice changes nothing"


@pytest.mark.parametrize("role", ["author", "head"])
def test_only_the_roles_of_editor_and_chief_are_lent(province, people, role):
    with pytest.raises(ValidationError) as error:
        start(people.chief_hs, province.a, role)
    assert str(services.WRONG_ROLE) in error.value.messages


def test_a_reason_and_an_end_are_required(province, people):
    for fields, text in (
        ({"reason": " "}, services.REASON_NEEDED),
        ({"lasts": timedelta(hours=9)}, services.TOO_LONG),
    ):
        with pytest.raises(ValidationError) as error:
            mandate_start(
                **{"user": people.chief_hs, "institution": province.a, "role": "editor", "reason": REASON}
                | fields
            )
        assert str(text) in error.value.messages


def test_only_the_chief_of_an_authority_above_begins_one(province, people):
    other = make_institution("KHAC", "Sở GD&ĐT Nơi Khác", run=province.run)
    for stranger in (
        people.chief,
        make_member(province.hs, "author"),
        make_member(province.hs, "editor"),
        make_member(other, "chief"),
    ):
        with pytest.raises(PermissionDenied):
            start(stranger, province.b)
    with pytest.raises(PermissionDenied):
        start(people.chief_hs, province.hs)


def test_a_lent_role_lends_no_other(province, people):
    office = make_institution("PHONG", "Phòng GD Cẩm Lĩnh", "agency", province.hs, run=province.run)
    below = make_institution("MN1", "Trường Mầm non Sao Mai", "preschool", office, run=province.run)
    boss = people.chief_hs
    start(boss, office, "chief")
    assert authority_for(fresh(boss), below) == province.hs
    with pytest.raises(ValidationError) as error:
        start(fresh(boss), below)
    assert str(services.ALREADY) in error.value.messages


def test_whoever_is_on_the_board_needs_none(province, people):
    board_member_add(institution=province.a, role="author", user=people.chief_hs)
    with pytest.raises(ValidationError) as error:
        start(people.chief_hs, province.a)
    assert str(services.OWN_ROLE) in error.value.messages


def test_it_ends_on_time_and_with_the_role_it_rests_on(province, people):
    now = timezone.now()
    start(people.chief_hs, province.a, now=now - timedelta(hours=3))
    assert mandates_end_due(now=now) == 1
    assert Mandate.objects.get().ended_how == MandateEnd.TIME
    start(fresh(people.chief_hs), province.a)
    board_member_remove(institution=province.hs, role="chief", user=people.chief_hs)
    assert mandates_end_due() == 1
    assert Mandate.objects.first().ended_how == MandateEnd.ROLE_LOST


def test_it_ends_before_the_next_page_when_no_worker_runs(desk, province, people):
    start(people.chief_hs, province.a, now=timezone.now() - timedelta(hours=3))
    client = Desk(province.hs).client(people.chief_hs)
    client.get(reverse("wagtailadmin_home"))
    assert Mandate.objects.get().ended_how == MandateEnd.TIME


def test_it_ends_at_sign_out(province, people):
    start(people.chief_hs, province.a)
    client = Desk(province.hs).client(people.chief_hs)
    client.logout()
    assert Mandate.objects.get().ended_how == MandateEnd.SIGN_OUT


def test_the_member_is_told_and_sees_it(province, people):
    head = make_member(province.a, "head")
    mandate = start(people.chief_hs, province.a)
    told = Letter.objects.filter(kind=services.LETTER).values_list("user_id", flat=True)
    assert set(told) == {people.chief.pk, head.pk}
    assert list(mandates_seen_by(people.chief)) == [mandate]
    assert not mandates_seen_by(people.chief_b).exists()
    html = Desk(province.a).get(people.chief, "wagtailadmin_home").content.decode()
    assert REASON in html


def test_each_page_of_the_admin_says_so(province, people):
    house = Desk(province.hs)
    before = house.get(people.chief_hs, "wagtailadmin_home").content.decode()
    assert "mandate-banner" not in before
    start(people.chief_hs, province.a)
    for name in ("wagtailadmin_home", "editorial_mandates", "wagtailadmin_account"):
        html = house.get(people.chief_hs, name).content.decode()
        assert "mandate-banner" in html
        assert province.a.name in html


def test_four_eyes_hold_and_the_record_names_the_authority(desk, people, province):
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    start(people.chief_hs, province.a, "chief")
    Desk(province.a).client(people.chief_hs)
    desk.agree(people.chief_hs, page)
    publication = Publication.objects.get(page=page, kind="publish")
    assert publication.approved_by == people.chief_hs
    assert publication.approved_name.endswith(f"({province.hs.name})")
    assert not publication.appraised_name.endswith(f"({province.hs.name})")
    entry = PageLogEntry.objects.filter(page=page, user=people.chief_hs).first()
    assert entry.data["acting_for"] == province.hs.name
    history = desk.get(people.chief, "wagtailadmin_pages:history", page.pk).content.decode()
    assert f"({province.hs.name})" in history


def test_nobody_approves_under_a_mandate_what_they_appraised_under_one(desk, people, province):
    page = desk.submitted(people.author)
    first = start(people.chief_hs, province.a, "editor")
    desk.agree(people.chief_hs, page)
    mandate_end(mandate=first, how=MandateEnd.HANDED_BACK)
    start(fresh(people.chief_hs), province.a, "chief")
    desk.agree(people.chief_hs, page)
    assert not Publication.objects.filter(page=page, kind="publish").exists()


def test_the_screen_asks_for_the_reason_and_leads_to_the_site(province, people):
    client = Desk(province.hs).client(people.chief_hs)
    url = reverse("editorial_mandate_begin", args=[province.a.pk])
    assert client.post(url, {"role": "editor", "hours": "2", "reason": ""}).status_code == 422
    response = client.post(url, {"role": "editor", "hours": "2", "reason": REASON})
    assert response.status_code == 302
    mandate = Mandate.objects.get()
    assert mandate.is_running
    client.post(reverse("editorial_mandate_end", args=[mandate.pk]))
    mandate.refresh_from_db()
    assert mandate.ended_how == MandateEnd.HANDED_BACK
    stranger = make_user()
    assert not mandates_seen_by(stranger).exists()


class TestPeopleOfAMember:
    def test_a_lent_role_is_no_right_to_invite_oneself(self, province, people):
        start(people.chief_hs, province.a, "chief")
        chief = fresh(people.chief_hs)
        with pytest.raises(ValidationError) as error:
            board_invite(
                actor=chief,
                institution=province.a,
                role=BoardRole.CHIEF,
                email=chief.email.upper(),
                reason=REASON,
            )
        assert str(NOT_YOURSELF) in error.value.messages
        assert not Invitation.objects.exists()

    def test_an_invitation_cannot_be_accepted_by_whoever_made_it(self, province, people):
        chief = people.chief_hs
        invitation = invitation_create(
            institution=province.a, role=BoardRole.CHIEF, email="khac@example.edu.vn", invited_by=chief
        )
        with pytest.raises(InvitationClosedError) as error:
            invitation_accept(invitation=invitation, user=chief)
        assert str(NOT_YOURSELF) in error.value.messages
        assert not has_role(fresh(chief), province.a, BoardRole.CHIEF)

    def test_whoever_acts_under_a_lent_role_gives_a_reason_for_each_step(self, province, people):
        mandate = start(people.chief_hs, province.a, "chief")
        chief = fresh(people.chief_hs)
        with pytest.raises(ValidationError) as error:
            board_invite(
                actor=chief, institution=province.a, role=BoardRole.AUTHOR, email="moi@example.edu.vn"
            )
        assert str(REASON_MISSING) in error.value.messages
        board_invite(
            actor=chief,
            institution=province.a,
            role=BoardRole.AUTHOR,
            email="moi@example.edu.vn",
            reason=REASON,
        )
        event = BoardEvent.objects.get(institution=province.a)
        assert event.as_authority
        assert event.mandate == mandate

    def test_a_step_from_above_stands_among_the_acts_and_the_member_is_told(self, province, people):
        Letter.objects.all().delete()
        board_invite(
            actor=people.chief_hs,
            institution=province.a,
            role=BoardRole.AUTHOR,
            email="moi@example.edu.vn",
            reason=REASON,
        )
        mandate = mandates_seen_by(people.chief).get()
        assert (mandate.reason, mandate.ended_how) == (REASON, MandateEnd.SINGLE)
        assert not mandate.is_running
        assert BoardEvent.objects.get(institution=province.a).mandate == mandate
        assert Letter.objects.filter(kind=services.LETTER, user=people.chief).count() == 1

    def test_a_chief_on_their_own_board_acts_under_no_mandate(self, province, people):
        board_invite(
            actor=people.chief, institution=province.a, role=BoardRole.AUTHOR, email="moi@example.edu.vn"
        )
        assert not Mandate.objects.exists()


def test_under_a_lent_role_the_authority_sets_the_chain_of_a_member(province, people):
    with pytest.raises(ChainRefusedError):
        chain_settings_change(
            institution=province.a, user=people.chief_hs, with_editor=False, head_sections=[]
        )
    start(people.chief_hs, province.a, "chief")
    settings = chain_settings_change(
        institution=province.a, user=fresh(people.chief_hs), with_editor=False, head_sections=[]
    )
    assert not chain_settings_of(province.a).with_editor
    assert settings.changed_by == people.chief_hs
    assert chain_settings_of(province.b).with_editor
