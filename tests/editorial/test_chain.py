"""From draft to publication through the admin, and every door on the way that stays shut."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import TaskState, WorkflowState

from editorial.choices import PublicationKind
from editorial.models import BoardTask, BoardTaskState, ChainRefusedError, Publication
from editorial.models.chain import DECIDED, OWN_CHANGE, SAME_PERSON
from editorial.models.steps import REASON_NEEDED
from editorial.models.submission import AUTHOR_MISSING, SOURCE_MISSING
from editorial.views.pages import BACK_TO_APPRAISAL, SAVE_FIRST
from sections.models import ArticlePage
from tests.editorial.desk import ARTICLE, Desk, messages_of
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def state_of(page):
    return page.current_workflow_task_state


def step_of(page) -> str:
    state = state_of(page)
    return state.task.specific.role if state else ""


def test_an_article_goes_from_draft_to_publication(desk, people):
    page = desk.article(people.author)
    assert not page.live

    response = desk.submit(people.author, page, follow=True)
    assert response.status_code == 200
    assert step_of(page) == "editor"
    assert state_of(page).institution == desk.institution

    desk.agree(people.editor, page)
    assert step_of(page) == "chief"
    page.refresh_from_db()
    assert not page.live

    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert page.live
    assert page.title == ARTICLE["title"]

    record = Publication.objects.get(page=page)
    assert record.kind == PublicationKind.PUBLISH
    assert record.institution == desk.institution
    assert record.revision_id == page.live_revision_id
    assert [writer.user for writer in record.writers.all()] == [people.author]
    assert (record.submitted_by, record.appraised_by, record.approved_by) == (
        people.author,
        people.editor,
        people.chief,
    )
    assert record.submitted_at <= record.appraised_at <= record.approved_at <= record.published_at
    assert record.writer_names == "Lê Thị Tác Giả"


def test_an_article_can_be_created_and_submitted_at_once(desk, people):
    page = desk.article(people.author, action="action-submit")
    assert step_of(page) == "editor"


def test_a_published_page_goes_through_the_chain_again_for_a_change(desk, people):
    page = desk.publish(desk.article(people.author), people)
    desk.edit(people.author, page, title="Tiêu đề mới")
    page.refresh_from_db()
    assert page.title == ARTICLE["title"]
    desk.publish(page, people)
    assert page.title == "Tiêu đề mới"
    assert Publication.objects.filter(page=page).count() == 2


def test_who_wrote_the_published_version_may_appraise_a_later_change_of_another(desk, people):
    page = desk.draft(people.editor2)
    desk.publish(page, people, author=people.editor2)
    desk.edit(people.editor, page, title="Tiêu đề mới")
    desk.submit(people.editor, page)
    desk.agree(people.editor2, page)
    assert step_of(page) == "chief"


def test_nobody_approves_what_they_submitted(desk, people):
    page = desk.draft(people.editor)
    desk.submit(people.editor, page)
    desk.agree(people.editor, page)
    assert step_of(page) == "editor"
    desk.act(people.editor, page, "approve")
    assert step_of(page) == "editor"
    desk.agree(people.editor2, page)
    assert step_of(page) == "chief"


def test_nobody_approves_what_they_wrote_and_another_submitted(desk, people):
    page = desk.draft(people.editor)
    desk.submit(people.chief, page)
    desk.agree(people.editor, page)
    assert step_of(page) == "editor"
    desk.agree(people.editor2, page)
    response = desk.act(people.chief, page, "approve", follow=True)
    assert step_of(page) == "chief"
    assert response.status_code == 200
    page.refresh_from_db()
    assert not page.live


def test_nobody_approves_what_they_changed_before_the_submission(desk, people):
    page = desk.draft(people.author)
    desk.edit(people.editor, page, summary="Bốn trăm học sinh.")
    desk.submit(people.author, page)
    desk.agree(people.editor, page)
    assert step_of(page) == "editor"
    desk.agree(people.editor2, page)
    desk.agree(people.chief, page)
    record = Publication.objects.get(page=page)
    assert {writer.user for writer in record.writers.all()} == {people.author, people.editor}


def test_who_edits_during_review_does_not_approve(desk, people):
    page = desk.submitted(people.author)
    desk.edit(people.editor, page, summary="Bốn trăm học sinh.")
    assert step_of(page) == "editor"
    desk.agree(people.editor, page)
    assert step_of(page) == "editor"
    desk.agree(people.editor2, page)
    assert step_of(page) == "chief"
    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert page.live
    assert page.summary == "Bốn trăm học sinh."


def test_agreeing_together_with_a_change_is_refused_and_saves_nothing(desk, people):
    page = desk.submitted(people.author)
    response = desk.agree(people.editor, page, summary="Bốn trăm học sinh.")
    assert str(SAVE_FIRST) in messages_of(response)
    assert step_of(page) == "editor"
    page.refresh_from_db()
    assert page.latest_revision.user == people.author


def test_an_edit_by_the_chief_goes_back_to_appraisal(desk, people):
    chief2 = make_member(desk.institution, "chief")
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    response = desk.edit(people.chief, page, summary="Bốn trăm học sinh.")
    assert str(BACK_TO_APPRAISAL) in messages_of(response)
    assert step_of(page) == "editor"
    desk.agree(people.editor, page)
    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert not page.live
    desk.agree(chief2, page)
    page.refresh_from_db()
    assert page.live


def test_what_changed_after_the_appraisal_is_not_published(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    draft = page.get_latest_revision_as_object()
    draft.summary = "Sửa sau khi thẩm định."
    draft.save_revision(user=people.author)
    desk.act(people.chief, page, "approve")
    page.refresh_from_db()
    assert not page.live
    assert step_of(page) == "chief"
    desk.act(people.chief, page, "reappraise")
    assert step_of(page) == "editor"


def test_an_approval_of_a_page_that_changed_meanwhile_is_refused(desk, people):
    page = desk.submitted(people.author)
    stale = state_of(page)
    desk.edit(people.editor, page, summary="Bốn trăm học sinh.")
    response = desk.act(people.editor2, page, "approve", state=stale)
    assert str(DECIDED) in messages_of(response)
    assert step_of(page) == "editor"


def test_one_person_does_not_take_both_steps(desk, people):
    both = make_member(desk.institution, "editor")
    desk.institution.board_groups.get(role="chief").group.user_set.add(both)
    page = desk.submitted(people.author)
    desk.agree(both, page)
    assert step_of(page) == "chief"
    desk.agree(both, page)
    page.refresh_from_db()
    assert not page.live
    with pytest.raises(ChainRefusedError, match=re.escape(str(SAME_PERSON))):
        state_of(page).approve(user=both)


def test_the_editor_does_not_approve_at_the_last_step(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    desk.agree(people.editor2, page)
    desk.act(people.editor2, page, "approve")
    assert step_of(page) == "chief"


def test_the_chief_does_not_take_the_editors_step(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.chief, page)
    desk.act(people.chief, page, "approve")
    assert step_of(page) == "editor"


def test_of_two_who_approve_at_once_the_second_is_told(desk, people):
    page = desk.submitted(people.author)
    first, second = state_of(page), state_of(page)
    first.task.specific.on_action(first, people.editor, "approve")
    with pytest.raises(ChainRefusedError, match=re.escape(str(DECIDED))):
        second.task.specific.on_action(second, people.editor2, "approve")
    response = desk.act(people.editor2, page, "approve", state=second)
    assert str(DECIDED) in messages_of(response)
    assert step_of(page) == "chief"


def test_a_return_needs_a_reason_and_goes_back_to_the_author(desk, people):
    page = desk.submitted(people.author)
    desk.return_(people.editor, page, reason=" ")
    assert step_of(page) == "editor"
    desk.return_(people.editor, page)
    assert step_of(page) == ""
    assert page.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES
    returned = TaskState.objects.get(workflow_state__object_id=str(page.pk), status="rejected")
    assert returned.comment == "Thiếu ảnh minh họa."
    desk.submit(people.author, page, summary="Có ảnh.")
    assert step_of(page) == "editor"


def test_what_the_chief_returned_is_appraised_again(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    desk.return_(people.chief, page)
    desk.submit(people.author, page, summary="Có ảnh.")
    assert step_of(page) == "editor"
    desk.agree(people.editor, page)
    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert page.live


def test_the_author_cannot_change_a_page_under_review(desk, people):
    page = desk.submitted(people.author)
    desk.edit(people.author, page, title="Đổi lén")
    page.refresh_from_db()
    assert page.latest_revision.object_str == ARTICLE["title"]


@pytest.mark.parametrize("who", ["chief_b", "editor_b", "author_b", "chief_hs"])
@pytest.mark.parametrize("step", ["editor", "chief"])
def test_a_member_of_another_board_can_do_nothing(desk, people, who, step):
    page = desk.submitted(people.author)
    if step == "chief":
        desk.agree(people.editor, page)
    stranger = getattr(people, who)
    desk.act(stranger, page, "approve")
    assert step_of(page) == step
    response = desk.get(stranger, "wagtailadmin_pages:edit", page.pk)
    assert response.status_code in (302, 403, 404)
    with pytest.raises(ChainRefusedError):
        state_of(page).approve(user=stranger)
    assert not TaskState.objects.reviewable_by(stranger).exists()


def test_an_action_named_with_a_step_of_another_site_is_refused(desk, people, province):
    page = desk.submitted(people.author)
    other = Desk(province.b)
    foreign = other.submitted(people.author_b)
    desk.act(people.editor, page, "approve", state=state_of(foreign))
    assert step_of(foreign) == "editor"


def test_a_superuser_may_take_any_role_and_not_on_an_own_change(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.root, page)
    assert step_of(page) == "chief"
    desk.agree(people.root, page)
    page.refresh_from_db()
    assert not page.live
    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert page.live

    own = desk.submitted(people.root, slug="cua-toi")
    desk.agree(people.root, own)
    assert step_of(own) == "editor"
    with pytest.raises(ChainRefusedError):
        state_of(own).approve(user=people.root)


@pytest.mark.parametrize("field", ["author_name", "source_name"])
@pytest.mark.parametrize("way", ["create", "edit"])
def test_a_draft_may_lack_author_and_source_and_a_submission_may_not(desk, people, field, way):
    if way == "create":
        response = desk.create(people.author, action="action-submit", **(ARTICLE | {field: ""}))
        assert not ArticlePage.objects.filter(slug=ARTICLE["slug"]).exists()
    else:
        page = desk.article(people.author, **{field: ""})
        assert not page.workflow_in_progress
        response = desk.submit(people.author, page)
        assert step_of(page) == ""
    form = response.context["form"]
    assert form.errors[field] == [{"author_name": AUTHOR_MISSING, "source_name": SOURCE_MISSING}[field]]


def test_a_republished_text_needs_its_link_and_a_picture_its_words(desk, people):
    image = get_image_model().objects.create(
        title="Ảnh",
        file=get_test_image_file(),
        collection=desk.institution.collection,
        author_name="Tổ Thể dục",
        source_name=desk.institution.name,
    )
    page = desk.article(people.author, is_republished="on", image=str(image.pk))
    response = desk.submit(people.author, page, is_republished="on")
    assert set(response.context["form"].errors) == {"source_url", "reuse_terms", "image_alt"}
    desk.submit(
        people.author,
        page,
        is_republished="on",
        source_url="https://example.edu.vn/bai",
        reuse_terms="cc-by",
        image_alt="Học sinh chạy tiếp sức",
    )
    assert step_of(page) == "editor"


def test_starting_the_workflow_in_code_asks_for_author_and_source_too(desk, people):
    page = desk.article(people.author, author_name="")
    with pytest.raises(ValidationError) as error:
        page.get_workflow().start(page, people.author)
    assert "author_name" in error.value.message_dict
    assert not WorkflowState.objects.filter(object_id=str(page.pk)).exists()


def test_starting_the_workflow_as_a_stranger_is_refused(desk, people):
    page = desk.draft(people.author)
    with pytest.raises(ChainRefusedError):
        page.get_workflow().start(page, people.chief_b)


def test_there_is_one_chain_for_all_sites(province, desk, people):
    assert BoardTask.objects.count() == 3
    assert WorkflowState.objects.count() == 0
    assert desk.news.get_workflow() == province.hs.site.root_page.get_workflow()


def test_saving_without_a_change_leaves_the_appraisal_as_it_is(desk, people):
    page = desk.submitted(people.author)
    desk.agree(people.editor, page)
    desk.edit(people.chief, page)
    assert step_of(page) == "chief"
    desk.agree(people.chief, page)
    page.refresh_from_db()
    assert page.live


def test_who_may_not_agree_is_told_why(desk, people):
    page = desk.submitted(people.editor)
    response = desk.agree(people.editor, page)
    assert str(OWN_CHANGE) in messages_of(response)
    assert page.latest_revision_id == type(page).objects.get(pk=page.pk).latest_revision_id


def test_nothing_saves_itself_while_a_page_is_under_review(desk, people):
    page = desk.draft(people.author)
    assert desk.get(people.author, "wagtailadmin_pages:edit", page.pk).context["autosave_enabled"]
    desk.edit(people.author, page, action="action-submit")
    response = desk.get(people.editor, "wagtailadmin_pages:edit", page.pk)
    assert not response.context["autosave_enabled"]
    assert "w-autosave#save" not in response.content.decode()


def test_a_saving_that_was_on_its_way_changes_nothing_that_was_handed_in(desk, people):
    page = desk.submitted(people.author)
    before = ArticlePage.objects.get(pk=page.pk).latest_revision_id
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = desk.client(people.author).post(url, {"title": "Muộn"}, headers={"accept": "application/json"})
    assert response.status_code == 400
    assert response.json()["error_message"] == str(DECIDED)
    assert ArticlePage.objects.get(pk=page.pk).latest_revision_id == before
    assert step_of(page) == "editor"


def test_what_an_editor_wrote_stays_where_the_chain_refuses_the_step(desk, people):
    """A return needs its reason; the text that came with it is not lost (W7.1)."""
    page = desk.submitted(people.author)
    answer = desk.return_(people.editor, page, reason=" ", follow=True, summary="Bốn trăm học sinh tham gia.")
    assert str(REASON_NEEDED) in answer.content.decode()
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().summary == "Bốn trăm học sinh tham gia."
    assert page.current_workflow_task_state.status == BoardTaskState.STATUS_IN_PROGRESS
