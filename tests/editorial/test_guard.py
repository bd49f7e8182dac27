"""Nothing goes onto a site or off it around the chain, whoever asks and whichever way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Page, PageViewRestriction, Workflow, WorkflowTask

from editorial.choices import PublicationKind
from editorial.models import ChainRefusedError, Publication
from editorial.services.guard import WITHDRAW_INSTEAD, system_publication
from sections.models import ArticlePage
from tests.editorial.desk import ARTICLE, messages_of

pytestmark = pytest.mark.django_db

EVERYBODY = ["author", "editor", "chief", "root"]


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_sees_a_button_to_publish_or_unpublish(desk, people, who):
    user = getattr(people, who)
    draft = desk.draft(user)
    html = desk.get(user, "wagtailadmin_pages:edit", draft.pk).content.decode()
    assert 'name="action-publish"' not in html
    assert 'name="action-submit"' in html
    buttons = html[html.index("w-dropdown-button") :]
    assert buttons.index('name="action-submit"') < buttons.index("action-save")
    live = desk.published(people, slug="da-dang")
    for name in ("wagtailadmin_pages:edit", "wagtailadmin_pages:history"):
        html = desk.get(user, name, live.pk).content.decode()
        assert 'name="action-publish"' not in html
        assert reverse("wagtailadmin_pages:unpublish", args=[live.pk]) not in html
    html = desk.get(user, "wagtailadmin_explore", desk.news.pk).content.decode()
    assert f"/pages/{live.pk}/unpublish/" not in html
    url = reverse("wagtailadmin_pages:add", args=["sections", "articlepage", desk.news.pk])
    assert 'name="action-publish"' not in desk.client(user).get(url).content.decode()


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_forced_publication_saves_a_draft(desk, people, who):
    user = getattr(people, who)
    page = desk.article(user, action="action-publish")
    assert not page.live
    desk.edit(user, page, action="action-publish")
    page.refresh_from_db()
    assert not page.live


@pytest.mark.parametrize("who", ["author", "editor", "root"])
def test_a_direct_request_to_unpublish_is_refused_with_the_reason(desk, people, who):
    page = desk.published(people)
    user = getattr(people, who)
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    response = desk.client(user).post(url, follow=True)
    assert str(WITHDRAW_INSTEAD) in messages_of(response)
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("action", ["unpublish", "delete", "publish"])
@pytest.mark.parametrize("who", ["chief", "root"])
def test_bulk_actions_do_not_go_around_the_chain(desk, people, who, action):
    live = desk.published(people)
    draft = desk.draft(people.author, slug="nhap")
    page = draft if action == "publish" else live
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    desk.client(getattr(people, who)).post(f"{url}?id={page.pk}", follow=True)
    assert Page.objects.get(pk=page.pk).live == (page is live)


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_reorders_restricts_or_deletes_what_is_public(desk, people, who):
    page = desk.published(people)
    tester = page.permissions_for_user(getattr(people, who))
    assert not tester.can_publish()
    assert not tester.can_unpublish()
    assert not tester.can_set_view_restrictions()
    assert not tester.can_delete()
    assert not desk.news.permissions_for_user(getattr(people, who)).can_reorder_children()
    assert not desk.news.permissions_for_user(getattr(people, who)).can_publish_subpage()
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    desk.client(getattr(people, who)).post(url, {"restriction_type": "login"})
    assert not PageViewRestriction.objects.filter(page=page).exists()


def test_an_author_may_delete_an_own_draft(desk, people):
    page = desk.draft(people.author)
    desk.client(people.author).post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()


def test_the_orm_does_not_publish(desk, people):
    page = desk.draft(people.author)
    revision = page.get_latest_revision()
    with pytest.raises(ChainRefusedError):
        revision.publish()
    with pytest.raises(ChainRefusedError):
        revision.publish(user=people.root, skip_permission_checks=True)
    with pytest.raises(PermissionDenied):
        PublishPageRevisionAction(revision, user=people.root).execute()
    page.refresh_from_db()
    page.live = True
    with pytest.raises(ChainRefusedError):
        page.save()
    base = Page.objects.get(pk=page.pk)
    base.live = True
    with pytest.raises(ChainRefusedError):
        base.save(update_fields=["live"])
    with pytest.raises(ChainRefusedError):
        desk.news.add_child(instance=ArticlePage(**(ARTICLE | {"slug": "moi"}), live=True))
    assert not Page.objects.get(pk=page.pk).live


def test_the_orm_does_not_put_another_version_onto_the_site(desk, people):
    page = desk.published(people)
    desk.edit(people.author, page, title="Chưa ai duyệt")
    page.refresh_from_db()
    with pytest.raises(ChainRefusedError):
        page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.title == ARTICLE["title"]


def test_the_orm_does_not_unpublish_or_delete(desk, people):
    page = desk.published(people)
    for same in (page, Page.objects.get(pk=page.pk)):
        with pytest.raises(ChainRefusedError):
            same.unpublish()
    with pytest.raises(ChainRefusedError), transaction.atomic():
        Page.objects.get(pk=page.pk).delete()
    assert Page.objects.get(pk=page.pk).live


def test_an_approval_works_once(desk, people):
    page = desk.published(people)
    revision = page.get_latest_revision()
    with system_publication(reason="thử"):
        page.unpublish()
    page.refresh_from_db()
    assert not page.live
    with pytest.raises(ChainRefusedError):
        revision.publish()


def test_an_approved_version_is_never_overwritten(desk, people):
    page = desk.published(people)
    draft = page.get_latest_revision_as_object()
    draft.title = "Đổi sau khi duyệt"
    with pytest.raises(ChainRefusedError):
        draft.save_revision(user=people.author, overwrite_revision=page.latest_revision)
    desk.edit(people.author, page, title="Đổi lén", extra={"overwrite_revision_id": page.latest_revision_id})
    page.refresh_from_db()
    assert page.get_latest_revision().object_str == ARTICLE["title"]


def test_a_workflow_made_by_hand_does_not_publish(desk, people):
    task = GroupApprovalTask.objects.create(name="Lối tắt")
    workflow = Workflow.objects.create(name="Lối tắt")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = desk.draft(people.author)
    state = workflow.start(page, people.author)
    with pytest.raises(ChainRefusedError):
        state.current_task_state.approve(user=people.root)
    page.refresh_from_db()
    assert not page.live


def test_a_system_publication_is_recorded_with_its_reason(desk, people):
    page = desk.draft(people.author)
    with system_publication(reason="Nhập từ trang cũ", user=people.root):
        page.get_latest_revision().publish()
    record = Publication.objects.get(page=page)
    assert record.kind == PublicationKind.SYSTEM
    assert record.reason == "Nhập từ trang cũ"
    assert record.approved_by == people.root
    assert record.institution == desk.institution
    with pytest.raises(ValueError, match="reason"), system_publication(reason=" "):
        pass


def approved_with(desk, people, **dates):
    """An article whose approved version carries dates of publication or expiry."""
    page = desk.draft(people.author)
    draft = page.get_latest_revision_as_object()
    for name, value in dates.items():
        setattr(draft, name, value)
    draft.save_revision(user=people.author)
    page.refresh_from_db()
    state = page.get_workflow().start(page, people.author)
    for user in (people.editor, people.chief):
        state.refresh_from_db()
        state.current_task_state.specific.approve(user=user)
    return ArticlePage.objects.get(pk=page.pk)


def test_an_approved_version_goes_live_on_its_date(desk, people):
    page = approved_with(desk, people, go_live_at=timezone.now() + timedelta(hours=1))
    assert not page.live
    assert page.scheduled_revision
    record = Publication.objects.get(page=page)
    assert record.published_at is None
    scheduled = page.revisions.filter(pk=page.scheduled_revision.pk)
    content = page.scheduled_revision.content | {"go_live_at": None}
    scheduled.update(content=content, approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")
    page.refresh_from_db()
    record.refresh_from_db()
    assert page.live
    assert record.published_at


def test_an_approved_expiry_takes_the_page_off_the_site_and_no_other_does(desk, people):
    soon = timezone.now() + timedelta(hours=1)
    page = approved_with(desk, people, expire_at=soon)
    assert page.live
    past = timezone.now() - timedelta(hours=1)
    revision = page.live_revision
    type(revision).objects.filter(pk=revision.pk).update(
        content=revision.content | {"expire_at": past.isoformat()}
    )
    Page.objects.filter(pk=page.pk).update(expire_at=past)
    call_command("publish_scheduled")
    page.refresh_from_db()
    assert not page.live
    assert page.expired

    other = desk.published(people, slug="khac")
    Page.objects.filter(pk=other.pk).update(expire_at=past)
    with pytest.raises(ChainRefusedError):
        Page.objects.get(pk=other.pk).unpublish(set_expired=True)
    assert Page.objects.get(pk=other.pk).live


def test_a_scheduled_version_leaves_a_provisioned_page_on_the_site(desk, people):
    section = desk.news
    draft = section.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision(user=people.editor)
    section.refresh_from_db()
    state = section.get_workflow().start(section, people.editor)
    for user in (people.editor2, people.chief):
        state.refresh_from_db()
        state.current_task_state.specific.approve(user=user)
    section = type(section).objects.get(pk=section.pk)
    assert section.live
    assert section.live_revision
    assert section.scheduled_revision
