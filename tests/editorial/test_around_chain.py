"""Doors beside the chain that stay shut: dates, copies, mirrors, translations, older versions, cancellations."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import Translation, TranslationSource

from editorial.models import ChainRefusedError, Publication
from editorial.services.withdrawals import page_withdraw
from sections.models import ArticlePage, NewsIndexPage
from tests.editorial.desk import ARTICLE
from tests.editorial.paper import agree, change, draft, fresh, step, submit, submitted
from tests.factories import home_of, make_page, section_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(province, people):
    return agree(submitted(province.a, people.author), people.editor, people.chief)


@pytest.fixture
def scheduled(province, people):
    page = draft(province.a, people.author)
    page = change(page, people.author, go_live_at=timezone.now() + timedelta(days=1))
    submit(page, people.author)
    return agree(page, people.editor, people.chief)


def test_the_day_of_expiry_of_a_published_page_is_changed_by_nobody_in_the_row(live):
    for page in (fresh(live), Page.objects.get(pk=live.pk)):
        page.expire_at = timezone.now() + timedelta(days=1)
        with pytest.raises(ChainRefusedError):
            page.save()
    assert fresh(live).expire_at is None


def test_the_day_of_expiry_is_changed_through_the_chain(people, live):
    soon = timezone.now() + timedelta(days=1)
    page = change(live, people.author, expire_at=soon)
    assert fresh(page).expire_at is None
    submit(page, people.author)
    page = agree(page, people.editor, people.chief)
    assert abs(page.expire_at - soon) < timedelta(seconds=1)
    record = Publication.objects.filter(page=page).first()
    assert abs(record.expire_at - soon) < timedelta(seconds=1)


def test_the_day_of_publication_is_part_of_what_was_approved(people, scheduled):
    assert not scheduled.live
    record = Publication.objects.get(page=scheduled)
    assert record.go_live_at > timezone.now()
    assert record.published_at is None


def test_a_scheduled_publication_is_cancelled_only_by_a_withdrawal(desk, people, scheduled):
    revision = scheduled.scheduled_revision
    url = reverse("wagtailadmin_pages:revisions_unschedule", args=[scheduled.pk, revision.pk])
    for user in (people.author, people.editor, people.chief, people.root):
        desk.client(user).post(url)
        assert fresh(scheduled).scheduled_revision == revision
    revision.approved_go_live_at = None
    with pytest.raises(ChainRefusedError):
        revision.save(update_fields=["approved_go_live_at"])
    page_withdraw(page=scheduled, user=people.chief, reason="Chưa đủ thông tin.")
    assert fresh(scheduled).scheduled_revision is None
    assert Publication.objects.filter(page=scheduled, cancelled_at__isnull=False).exists()


def test_a_version_that_nobody_agreed_to_is_not_scheduled(province, people):
    page = draft(province.a, people.author)
    revision = page.get_latest_revision()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    with pytest.raises(ChainRefusedError):
        revision.save()
    call_command("publish_scheduled")
    assert not fresh(page).live


def test_a_newer_approval_ends_the_one_that_was_to_be_used_later(people, scheduled):
    older = Publication.objects.get(page=scheduled)
    page = change(scheduled, people.author, go_live_at=None, title="Bản mới")
    submit(page, people.author)
    page = agree(page, people.editor, people.chief)
    assert page.live
    older.refresh_from_db()
    assert older.cancelled_at is not None
    with pytest.raises(ChainRefusedError):
        older.revision.publish()


def test_an_older_version_comes_back_as_a_draft_only(people, live):
    older = live.live_revision
    page = change(live, people.author, title="Bản mới")
    submit(page, people.author)
    page = agree(page, people.editor, people.chief)
    RevertToPageRevisionAction(page, older, user=people.root).execute(skip_permission_checks=True)
    assert fresh(page).title == "Bản mới"
    assert fresh(page).has_unpublished_changes


def test_a_copy_is_a_draft(province, people, live):
    copied = CopyPageAction(
        live, to=live.get_parent(), update_attrs={"slug": "ban-sao"}, keep_live=False, user=people.root
    ).execute(skip_permission_checks=True)
    assert not copied.live
    with pytest.raises(ChainRefusedError):
        CopyPageAction(
            live, to=live.get_parent(), update_attrs={"slug": "ban-sao-2"}, keep_live=True, user=people.root
        ).execute(skip_permission_checks=True)


def test_a_mirror_of_a_published_page_is_not_published_by_making_it(people, live):
    with pytest.raises(ChainRefusedError):
        CreatePageAliasAction(live, parent=live.get_parent(), update_slug="guong", user=people.root).execute(
            skip_permission_checks=True
        )


@pytest.mark.parametrize("publish", [True, False])
def test_wagtail_localize_makes_no_translation_around_the_board(province, people, publish):
    """The board's own screen does (``sections.english``), as a draft for the chain."""
    page = make_page(section_of(province.hs, NewsIndexPage), ArticlePage, **ARTICLE)
    source, _made = TranslationSource.update_or_create_from_instance(page)
    english = home_of(province.hs, "en").locale
    page.get_parent().specific.copy_for_translation(english)
    translation = Translation.objects.create(source=source, target_locale=english)
    with pytest.raises(ChainRefusedError):
        translation.save_target(user=people.root, publish=publish)
    assert not ArticlePage.objects.filter(locale=english).exists()


def test_whoever_appraises_does_not_take_a_page_out_of_the_chain(desk, people):
    page = desk.submitted(people.author)
    desk.edit(people.editor, page, action="action-cancel-workflow")
    assert step(page).role == "editor"
    html = desk.get(people.editor, "wagtailadmin_pages:edit", page.pk).content.decode()
    assert "action-cancel-workflow" not in html
    desk.edit(people.author, page, action="action-cancel-workflow")
    assert step(page) is None
    assert WorkflowState.objects.get(object_id=str(page.pk)).status == "cancelled"


def test_the_author_and_source_stand_in_the_record(people, live):
    record = Publication.objects.get(page=live)
    assert (record.author_name, record.source_name) == (ARTICLE["author_name"], ARTICLE["source_name"])
    change(live, people.author, author_name="Người khác")
    record.refresh_from_db()
    assert record.author_name == ARTICLE["author_name"]


def test_the_editor_of_a_page_does_not_read_its_way_again_and_again(desk, province, people):
    page = submitted(province.a, people.author)
    desk.get(people.editor, "wagtailadmin_pages:edit", page.pk)
    with CaptureQueriesContext(connection) as caught:
        response = desk.get(people.editor, "wagtailadmin_pages:edit", page.pk)
    assert b'data-workflow-action-name="approve"' in response.content
    assert sum('FROM "wagtailcore_workflowstate"' in query["sql"] for query in caught) <= 4
