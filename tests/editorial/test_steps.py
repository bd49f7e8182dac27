"""Which steps a site's chain has: with or without the editor's, with the head's where it is asked for."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import TaskState

from editorial.choices import BoardRole
from editorial.models import ChainRefusedError, ChainSettings, Publication, chain_settings_of
from editorial.models.chain import OWN_CHANGE, SAME_PERSON
from editorial.services.chain import chain_follow_edit
from editorial.services.chain_settings import chain_settings_change
from tests.editorial.paper import agree, change, draft, fresh, step, submit, submitted
from tests.factories import make_member

pytestmark = pytest.mark.django_db

NEWS = "W9.2"


@pytest.fixture
def head(province):
    return make_member(province.a, "head", last_name="Hiệu Trưởng")


def put(institution, user, *, with_editor=True, head_sections=()):
    return chain_settings_change(
        institution=institution, user=user, with_editor=with_editor, head_sections=head_sections
    )


def test_without_the_editors_step_author_and_chief_are_two_people(province, people):
    put(province.a, people.chief, with_editor=False)
    page = submitted(province.a, people.author)
    assert step(page).role == BoardRole.CHIEF
    page = agree(page, people.chief)
    assert page.live
    record = Publication.objects.get(page=page)
    assert not record.with_editor
    assert (record.appraised_by, record.appraised_name, record.appraised_at) == (None, "", None)
    assert record.approved_by == people.chief

    own = submitted(province.a, people.chief, slug="cua-truong-ban")
    assert step(own).institution == province.hs
    with pytest.raises(ChainRefusedError):
        step(own).approve(user=people.chief)


def test_without_the_editors_step_a_change_by_the_chief_needs_another_chief(province, people):
    second = make_member(province.a, "chief")
    put(province.a, people.chief, with_editor=False)
    page = submitted(province.a, people.author)
    page = change(page, people.chief, summary="Bốn trăm học sinh.")
    chain_follow_edit(page=page, user=people.chief)
    with pytest.raises(ChainRefusedError, match=re.escape(str(OWN_CHANGE))):
        step(page).approve(user=people.chief)
    assert agree(page, second).live


def test_the_head_agrees_last_where_the_section_asks_for_it(province, people, head):
    put(province.a, people.chief, head_sections=[NEWS])
    page = submitted(province.a, people.author)
    page = agree(page, people.editor, people.chief)
    assert not page.live
    assert step(page).role == BoardRole.HEAD
    page = agree(page, head)
    assert page.live
    record = Publication.objects.get(page=page)
    assert (record.head_by, record.head_name) == (head, head.get_full_name())
    assert record.approved_at <= record.head_at <= record.published_at
    assert record.section == NEWS


def test_other_sections_skip_the_head(province, people, head):
    put(province.a, people.chief, head_sections=["W9.3"])
    page = agree(submitted(province.a, people.author), people.editor, people.chief)
    assert page.live
    skipped = TaskState.objects.get(workflow_state__object_id=str(page.pk), status="skipped")
    assert skipped.task.specific.role == BoardRole.HEAD
    assert Publication.objects.get(page=page).head_by is None


def test_what_changed_at_the_heads_step_goes_through_all_steps_again(province, people, head):
    put(province.a, people.chief, head_sections=[NEWS])
    second = make_member(province.a, "head")
    page = agree(submitted(province.a, people.author), people.editor, people.chief)
    page = change(page, head, summary="Bốn trăm học sinh.")
    assert chain_follow_edit(page=page, user=head)
    assert step(page).role == BoardRole.EDITOR
    page = agree(page, people.editor, people.chief)
    with pytest.raises(ChainRefusedError, match=re.escape(str(OWN_CHANGE))):
        step(page).approve(user=head)
    assert agree(page, second).live


def test_without_editor_and_with_head_a_change_goes_back_to_the_chief(province, people, head):
    put(province.a, people.chief, with_editor=False, head_sections=[NEWS])
    page = agree(submitted(province.a, people.author), people.chief)
    assert step(page).role == BoardRole.HEAD
    page = change(page, people.author, summary="Bốn trăm học sinh.")
    assert chain_follow_edit(page=page, user=people.author)
    assert step(page).role == BoardRole.CHIEF
    assert agree(page, people.chief, head).live


def test_the_head_who_appraised_does_not_approve(province, people):
    both = make_member(province.a, "head")
    province.a.board_groups.get(role="editor").group.user_set.add(both)
    make_member(province.a, "head")
    put(province.a, people.chief, head_sections=[NEWS])
    page = agree(submitted(province.a, people.author), both, people.chief)
    with pytest.raises(ChainRefusedError, match=re.escape(str(SAME_PERSON))):
        step(page).approve(user=both)


def test_a_change_of_settings_holds_for_what_is_submitted_later(province, people):
    page = submitted(province.a, people.author)
    put(province.a, people.chief, with_editor=False)
    assert step(page).role == BoardRole.EDITOR
    assert agree(page, people.editor, people.chief).live
    later = submitted(province.a, people.author, slug="sau")
    assert step(later).role == BoardRole.CHIEF


def test_a_page_that_was_returned_is_submitted_under_the_new_settings(province, people):
    put(province.a, people.chief, with_editor=False)
    page = submitted(province.a, people.author)
    step(page).reject(user=people.chief, comment="Thiếu ảnh.")
    put(province.a, people.chief, with_editor=True)
    page = change(page, people.author, summary="Có ảnh.")
    submit(page, people.author)
    assert step(page).role == BoardRole.EDITOR
    assert agree(page, people.editor, people.chief).live


def test_changes_are_kept_with_person_and_time(province, people, head):
    assert chain_settings_of(province.a).with_editor
    put(province.a, people.chief, with_editor=False)
    put(province.a, head, with_editor=False, head_sections=[NEWS])
    put(province.a, head, with_editor=False, head_sections=[NEWS])
    rows = ChainSettings.objects.filter(institution=province.a)
    assert [(row.with_editor, row.head_sections, row.changed_name) for row in rows] == [
        (False, [NEWS], head.get_full_name()),
        (False, [], people.chief.get_full_name()),
    ]
    assert chain_settings_of(province.b).with_editor


@pytest.mark.parametrize("who", ["author", "editor", "chief_b", "chief_hs"])
def test_nobody_but_chief_and_head_changes_the_settings(province, people, who):
    with pytest.raises(ChainRefusedError):
        put(province.a, getattr(people, who), with_editor=False)
    assert not ChainSettings.objects.exists()


def test_a_section_that_the_site_has_not_is_refused(province, people):
    with pytest.raises(ValidationError, match=re.escape("W8.2")):
        put(province.a, people.chief, head_sections=["W8.2"])


def test_an_account_deleted_on_the_way_loses_nothing(province, people):
    page = submitted(province.a, people.author)
    people_names = (people.author.get_full_name(), people.editor.get_full_name())
    page = agree(page, people.editor)
    people.editor.delete()
    people.author.delete()
    page = agree(page, people.chief)
    assert page.live
    record = Publication.objects.get(page=page)
    assert (record.submitted_name, record.appraised_name) == people_names
    assert record.writer_names == people_names[0]
    assert record.appraised_by is None


def test_a_role_revoked_on_the_way_is_lost_at_once(province, people):
    page = submitted(province.a, people.author)
    province.a.board_groups.get(role="editor").group.user_set.remove(people.editor)
    stripped = type(people.editor).objects.get(pk=people.editor.pk)
    with pytest.raises(ChainRefusedError):
        step(page).approve(user=stripped)
    page = agree(page, people.editor2)
    province.a.board_groups.get(role="editor").group.user_set.remove(people.editor2)
    assert agree(page, people.chief).live


def test_a_draft_knows_no_step(province, people):
    assert step(draft(province.a, people.author)) is None
    assert fresh(draft(province.a, people.author, slug="hai")).current_workflow_state is None


def test_the_screen_sets_the_chain_and_shows_who_changed_it(desk, people, head, province):
    index = desk.client(people.chief).get(reverse("editorial_chain_index"))
    assert index.url == reverse("editorial_chain", args=[province.a.pk])
    client = desk.client(people.chief)
    assert client.get(index.url).status_code == 200
    assert province.a.name in client.get(index.url).content.decode()
    response = client.post(index.url, {"with_editor": "no", "head_sections": [NEWS]}, follow=True)
    assert people.chief.get_full_name() in response.content.decode()
    settings = chain_settings_of(province.a)
    assert (settings.with_editor, settings.head_sections) == (False, [NEWS])
    client.post(index.url, {"with_editor": "yes"}, follow=True)
    assert ChainSettings.objects.filter(institution=province.a).count() == 2
    assert desk.client(head).get(index.url).status_code == 200
    for stranger in (people.author, people.editor, people.chief_b, people.chief_hs):
        assert desk.client(stranger).get(index.url).status_code in (403, 404)
