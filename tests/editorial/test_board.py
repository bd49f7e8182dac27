"""A board has rights on its own site and nowhere else."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
)
from wagtail.permissions import page_permission_policy

from editorial.choices import BoardRole
from editorial.models import BoardGroup, BoardTask, institutions_served
from editorial.provisioning import BoardStep
from editorial.selectors import board_members, has_role, institutions_of
from editorial.selectors.boards import leads
from editorial.services.board import board_create, board_member_add, board_member_remove
from editorial.services.chain import chain_ensure
from network.provisioning import MemberSite, ProvisioningRun
from tests.factories import apply_steps, home_of, make_institution, make_user

pytestmark = pytest.mark.django_db


def rights(group) -> set[str]:
    return {p.permission.codename for p in GroupPagePermission.objects.filter(group=group)}


def test_each_role_has_its_rights_on_every_language_and_nobody_may_publish(province):
    roots = {home_of(province.hs, language).pk for language in ("vi", "en")}
    for board in BoardGroup.objects.filter(institution=province.hs):
        wanted = {"add_page"} if board.role == "author" else {"add_page", "change_page"}
        assert rights(board.group) == wanted
        rows = GroupPagePermission.objects.filter(group=board.group)
        assert {row.page_id for row in rows} == roots
        assert board.group.permissions.get().codename == "access_admin"
        files = GroupCollectionPermission.objects.filter(group=board.group)
        assert {row.collection_id for row in files} == {province.hs.collection_id}
        names = {row.permission.codename for row in files}
        assert {"add_image", "choose_image", "add_document", "choose_document"} <= names
        assert ("change_image" in names) == (board.role != "author")


def test_a_board_has_no_rights_on_another_site(province, people):
    for user, own in ((people.chief_hs, province.hs), (people.chief, province.a)):
        roots = [home.path for home in Page.objects.filter(translation_key=own.home_key)]
        pages = page_permission_policy.instances_user_has_any_permission_for(
            user, ["add", "change", "publish"]
        )
        assert pages.exists()
        assert all(any(page.path.startswith(root) for root in roots) for page in pages)


def test_names_of_groups_are_unique_readable_and_short_enough(province):
    long = make_institution("HS99", "Trường " + "rất dài " * 30, "primary", province.hs, run=province.run)
    names = list(Group.objects.filter(board_group__institution=long).values_list("name", flat=True))
    assert len(set(names)) == len(BoardRole)
    assert all(name.startswith("HS99 – ") and len(name) <= 150 for name in names)


def test_the_step_costs_few_queries_and_a_second_run_changes_nothing(province):
    new = make_institution("HS10", "Trường Tiểu học Bến Xuôi", "primary", province.hs, run=province.run)
    BoardGroup.objects.filter(institution=new).delete()
    Group.objects.filter(name__startswith="HS10").delete()
    member = MemberSite(institution=new, run=province.run)
    with CaptureQueriesContext(connection) as first:
        BoardStep().apply(member)
    assert member.changes == ["board"]
    assert len(first) <= 12
    again = MemberSite(institution=new, run=province.run)
    with CaptureQueriesContext(connection) as second:
        BoardStep().apply(again)
    assert again.changes == []
    assert len(second) <= 12


def test_a_run_completes_what_is_missing(province):
    chief = BoardGroup.objects.get(institution=province.hs, role="chief").group
    english = home_of(province.hs, "en")
    GroupPagePermission.objects.filter(group=chief, page=english).delete()
    assert board_create(institution=province.hs) == ["board rights"]
    assert GroupPagePermission.objects.filter(group=chief, page=english).count() == 2


def test_a_new_name_of_the_institution_is_taken_over(province):
    before = province.a.name
    province.a.name = "Trường THPT Đồi Sim"
    province.a.save()
    apply_steps(province.a, run=province.run, is_new=False, before={"name": before})
    names = Group.objects.filter(board_group__institution=province.a).values_list("name", flat=True)
    assert all("Đồi Sim" in name for name in names)


def test_members_are_added_and_removed(province):
    user = make_user()
    board_member_add(institution=province.a, role=BoardRole.EDITOR, user=user)
    assert has_role(user, province.a, BoardRole.EDITOR)
    assert not has_role(user, province.b, BoardRole.EDITOR)
    assert list(institutions_of(user)) == [province.a]
    assert user in board_members(province.a, BoardRole.EDITOR)
    assert user not in board_members(province.a, BoardRole.CHIEF)
    board_member_remove(institution=province.a, role=BoardRole.EDITOR, user=user)
    assert not has_role(user, province.a, BoardRole.EDITOR)


def test_the_institutions_of_a_person_follow_their_boards(province):
    user = make_user()
    board_member_add(institution=province.b, role=BoardRole.EDITOR, user=user)
    assert institutions_served(user) == [province.b]
    board_member_add(institution=province.a, role=BoardRole.CHIEF, user=user)
    assert institutions_served(user) == [province.a, province.b]
    assert leads(user) == [province.a]
    with CaptureQueriesContext(connection) as captured:
        assert [i.site.hostname for i in institutions_served(user)] == [
            province.a.site.hostname,
            province.b.site.hostname,
        ]
    assert len(captured) == 0
    board_member_remove(institution=province.a, role=BoardRole.CHIEF, user=user)
    assert institutions_served(user) == [province.b]
    assert leads(user) == []


def test_the_chain_is_made_once_and_stands_on_the_root(province):
    chain_ensure()
    workflow = WorkflowPage.objects.get(page=Page.get_first_root_node()).workflow
    assert [task.specific.role for task in workflow.tasks] == ["editor", "chief", "head"]
    assert BoardTask.objects.count() == 3
    assert Workflow.objects.filter(active=True).get() == workflow


def test_every_collection_of_an_institution_is_its_own(province):
    assert Collection.objects.filter(pk=province.a.collection_id).get().name.endswith("(HS01)")
    assert province.a.collection_id != province.b.collection_id


def test_a_run_without_invitations_invites_nobody(province):
    run = ProvisioningRun(send_invitations=False)
    school = make_institution("HS11", "Trường X", "primary", province.hs, run=run, email="x@example.edu.vn")
    assert not school.invitations.exists()
