"""Pages written in bulk are pages like any other: the tree is sound, the admin edits them, indexes take them."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page, ReferenceIndex, Revision

from common.page_tree import PageNode, bulk_add_children, lock_children_of
from editorial.choices import BoardRole
from editorial.services.guard import system_publication
from sections.models import ArticlePage, IntroductionPage, NewsIndexPage
from tests.factories import home_of, make_institution, make_member, make_page, section_of


@pytest.fixture
def school(db):
    return make_institution("THHM", "Trường Tiểu học Hoa Mai", "primary")


@pytest.fixture
def news(school) -> NewsIndexPage:
    return section_of(school, NewsIndexPage)


def article(number: int, *, live: bool = True) -> ArticlePage:
    return ArticlePage(
        title=f"Bài {number}",
        slug=f"bai-{number}",
        live=live,
        author_name="Tổ Văn",
        source_name="Trường",
        locale=Locale.objects.get(language_code="vi"),
    )


def write(news, numbers, **fields) -> list[Page]:
    return bulk_add_children(parent=news, nodes=[PageNode(article(n, **fields)) for n in numbers])


def test_a_tree_written_in_bulk_has_no_fault(school):
    assert not any(Page.find_problems())


def test_bulk_pages_stand_behind_those_that_are_there(news):
    first = make_page(news, ArticlePage, title="Đầu tiên", author_name="A", source_name="B")
    write(news, range(3))
    before = news.get_descendants().count()
    assert list(first.get_siblings().values_list("slug", flat=True))[-3:] == ["bai-0", "bai-1", "bai-2"]
    make_page(
        Page.objects.get(pk=news.pk).specific, ArticlePage, title="Cuối", author_name="A", source_name="B"
    )
    news.refresh_from_db()
    assert news.numchild == before + 1
    assert not any(Page.find_problems())


def test_a_whole_branch_goes_in_at_once(school):
    root = Page.get_first_root_node()
    locale = Locale.objects.get(language_code="vi")
    home = type(home_of(school))(title="Trường mới", slug="truong-moi", locale=locale)
    section = NewsIndexPage(title="Tin", slug="tin-tuc", locale=locale)
    node = PageNode(home, [PageNode(section, [PageNode(article(1)), PageNode(article(2))])])
    written = bulk_add_children(parent=root, nodes=[node])
    assert [page.url_path for page in written] == [
        "/truong-moi/",
        "/truong-moi/tin-tuc/",
        "/truong-moi/tin-tuc/bai-1/",
        "/truong-moi/tin-tuc/bai-2/",
    ]
    stored = Page.objects.get(pk=written[2].pk)
    assert isinstance(stored.specific, ArticlePage)
    assert stored.get_parent().specific == section
    assert not any(Page.find_problems())


def test_what_is_stored_equals_what_was_given(news):
    page = write(news, [1])[0]
    stored = ArticlePage.objects.get(pk=page.pk)
    assert (stored.author_name, stored.draft_title, stored.live) == ("Tổ Văn", "Bài 1", True)
    assert stored.first_published_at is not None
    assert stored.last_published_at is not None


def test_a_draft_waits_for_the_chain(news):
    page = ArticlePage.objects.get(pk=write(news, [1], live=False)[0].pk)
    assert (page.live, page.has_unpublished_changes, page.first_published_at) == (False, True, None)


def test_the_number_of_statements_does_not_grow_with_the_pages(news):
    write(news, [0])

    def statements(numbers) -> int:
        nodes = [PageNode(article(n)) for n in numbers]
        with CaptureQueriesContext(connection) as captured:
            bulk_add_children(parent=news, nodes=nodes)
        return len(captured)

    assert statements([1]) == statements(range(10, 30))


def test_a_failure_leaves_nothing_behind(news):
    before = list(Page.objects.order_by("path").values_list("path", "numchild"))
    twice = article(1)
    twice.translation_key = write(news, [2])[0].translation_key
    middle = list(Page.objects.order_by("path").values_list("path", "numchild"))
    with pytest.raises(Exception, match=r"(?i)unique"):
        bulk_add_children(parent=news, nodes=[PageNode(twice)])
    assert list(Page.objects.order_by("path").values_list("path", "numchild")) == middle
    assert len(middle) == len(before) + 1


def test_languages_share_the_keys_of_their_pages(db):
    department = make_institution()
    english = section_of(department, IntroductionPage, "en")
    assert english.translation_key == section_of(department, IntroductionPage).translation_key
    assert home_of(department, "en").translation_key == department.home_key


def test_the_parent_is_locked_inside_a_transaction(news):
    with transaction.atomic():
        assert lock_children_of(news).pk == news.pk


def test_the_admin_edits_a_page_written_in_bulk(client, school, news):
    client.force_login(make_member(school, BoardRole.CHIEF))
    page = ArticlePage.objects.get(pk=write(news, [1])[0].pk)
    answer = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        {
            "title": "Bài một",
            "slug": "bai-1",
            "kind": "news",
            "author_name": "Tổ Văn",
            "source_name": "Trường",
            "reuse_terms": page.reuse_terms,
            "body-count": 0,
            "files-TOTAL_FORMS": 0,
            "files-INITIAL_FORMS": 0,
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
        },
    )
    assert answer.status_code == 302
    page.refresh_from_db()
    assert page.has_unpublished_changes
    assert page.title == "Bài 1"
    assert page.get_latest_revision_as_object().title == "Bài một"


def test_its_first_version_is_published_by_the_system(news):
    page = ArticlePage.objects.get(pk=write(news, [1], live=False)[0].pk)
    assert Revision.objects.for_instance(page).count() == 0
    page.title = "Bài một"
    with system_publication(reason="test"):
        page.save_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    assert (page.title, page.live, page.has_unpublished_changes) == ("Bài một", True, False)
    assert page.live_revision_id is not None


def test_references_are_found_when_the_index_is_rebuilt(news):
    target = write(news, [1])[0]
    source = ArticlePage.objects.get(pk=write(news, [2])[0].pk)
    source.body = [("paragraph", f'<p><a linktype="page" id="{target.pk}">Bài một</a></p>')]
    with system_publication(reason="test"):
        source.save()
    ReferenceIndex.objects.all().delete()
    call_command("rebuild_references_index", verbosity=0)
    assert ReferenceIndex.get_references_to(target).filter(object_id=str(source.pk)).exists()
