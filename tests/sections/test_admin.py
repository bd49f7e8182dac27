"""The admin offers nothing that the tree refuses, and says why when it is asked all the same."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, PageViewRestriction

from editorial.choices import BoardRole
from editorial.services.guard import system_publication
from editorial.services.withdrawals import page_withdraw
from sections.models import ArticlePage, ContactPage, IntroductionPage, LinksPage, NewsIndexPage
from tests.factories import home_of, make_member, make_page, section_of

CLAUSE = "khoản 2 Điều 8 Thông tư 37/2020/TT-BGDĐT"
SINGLE = ["delete", "move", "copy", "unpublish"]
BULK = ["delete", "move", "unpublish"]


@pytest.fixture
def news(department) -> Page:
    return section_of(department, NewsIndexPage)


@pytest.fixture(params=["chief", "superuser"])
def person(request, client, department):
    user = request.getfixturevalue(request.param)
    client.force_login(user)
    return user


def url(name: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def bulk_url(action: str, *pages: Page) -> str:
    base = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return base + "?" + "&".join(f"id={page.pk}" for page in pages)


def said(response) -> str:
    """The messages that the person sees on the next page."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def follow(client, address: str, method: str) -> str:
    """The text of the page at which a refused request ends."""
    first = getattr(client, method)(address)
    assert first.status_code == 302, first.status_code
    last = client.get(first["Location"], follow=True)
    assert last.status_code == 200
    return last.content.decode()


class TestDirectRequests:
    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("name", SINGLE)
    def test_a_view_is_refused_with_the_clause(self, client, person, news, name, method):
        assert CLAUSE in follow(client, url(name, news.pk), method)
        page = Page.objects.get(pk=news.pk)
        assert (page.live, page.get_parent().pk) == (True, news.get_parent().pk)

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_confirming_a_move_is_refused_with_the_clause(self, client, person, department, news, method):
        target = section_of(department, IntroductionPage)
        assert CLAUSE in follow(client, url("move_confirm", news.pk, target.pk), method)

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_privacy_is_refused_with_the_clause(self, client, person, news, method):
        answer = getattr(client, method)(
            url("set_privacy", news.pk),
            {"restriction_type": "login"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        assert answer.status_code == 403
        assert CLAUSE in answer.json()["error"]
        assert not PageViewRestriction.objects.exists()

    @pytest.mark.parametrize("method", ["get", "post"])
    @pytest.mark.parametrize("action", BULK)
    def test_a_bulk_action_is_refused_whole(self, client, person, department, news, action, method):
        links = make_page(home_of(department), LinksPage, title="Liên kết", live=False)
        assert CLAUSE in follow(client, bulk_url(action, links, news), method)
        assert Page.objects.filter(pk=links.pk).exists()
        assert Page.objects.get(pk=news.pk).live

    def test_a_bulk_action_on_all_of_a_listing_is_refused_whole(self, client, person, department, news):
        home = home_of(department)
        address = bulk_url("delete") + f"id=all&childOf={home.pk}"
        assert "37/2020/TT-BGDĐT" in follow(client, address, "post")
        assert Page.objects.filter(pk=news.pk).exists()

    def test_a_bulk_action_on_all_that_a_search_finds_takes_no_required_page(self, client, person, news):
        client.post(bulk_url("delete") + "id=all&q=tin")
        assert Page.objects.filter(pk=news.pk).exists()

    def test_publishing_in_bulk_names_the_chain(self, client, person, department, news):
        links = make_page(home_of(department), LinksPage, title="Liên kết", live=False)
        assert "11" in follow(client, bulk_url("publish", links), "post")
        assert not Page.objects.get(pk=links.pk).live

    def test_the_home_page_is_refused_with_the_clause_of_the_site(self, client, person, department):
        assert "khoản 1 Điều 2 Thông tư" in follow(client, url("delete", home_of(department).pk), "post")

    def test_the_english_page_is_refused_with_its_clause(self, client, person, department):
        page = section_of(department, ContactPage, "en")
        assert "điểm b khoản 1 Điều 8" in follow(client, url("unpublish", page.pk), "post")

    def test_a_page_that_does_not_exist_is_not_found(self, client, person):
        assert client.get(url("delete", 987654)).status_code == 404

    @pytest.mark.parametrize("name", SINGLE)
    def test_the_page_of_another_institution_tells_nothing(self, client, chief, school, name):
        client.force_login(chief)
        answer = client.post(url(name, section_of(school, NewsIndexPage).pk))
        assert answer.status_code in (302, 403, 404)
        assert "37/2020" not in said(answer)

    def test_a_bulk_action_on_foreign_pages_tells_nothing_and_does_nothing(self, client, chief, school):
        client.force_login(chief)
        foreign = section_of(school, NewsIndexPage)
        answer = client.post(bulk_url("delete", foreign))
        assert "37/2020" not in said(answer)
        assert Page.objects.filter(pk=foreign.pk).exists()

    def test_deleting_the_site_is_refused_with_the_clause(self, client, superuser, department):
        client.force_login(superuser)
        answer = client.post(reverse("wagtailsites:delete", args=[department.site_id]))
        assert answer.status_code == 302
        assert "khoản 1 Điều 2 Thông tư" in said(answer)


class TestWhatIsOffered:
    FORBIDDEN = ["delete", "move", "copy", "unpublish"]
    PRIVACY = 'data-a11y-dialog-show="set-privacy"'

    def test_the_listing_has_no_such_button_for_a_required_page(self, client, person, news):
        text = client.get(reverse("wagtailadmin_explore", args=[news.get_parent().pk])).content.decode()
        assert url("edit", news.pk) in text
        assert [name for name in self.FORBIDDEN if url(name, news.pk) in text] == []

    def test_the_page_view_has_no_such_button(self, client, person, news):
        text = client.get(url("edit", news.pk)).content.decode()
        assert [name for name in self.FORBIDDEN if url(name, news.pk) in text] == []
        assert "action-unpublish" not in text
        assert self.PRIVACY not in text

    def test_the_listing_of_its_own_children_has_no_such_button(self, client, person, news):
        text = client.get(reverse("wagtailadmin_explore", args=[news.pk])).content.decode()
        assert [name for name in self.FORBIDDEN if url(name, news.pk) in text] == []

    def test_a_draft_of_the_board_keeps_its_buttons(self, client, person, news):
        draft = make_page(news, ArticlePage, title="Nháp", live=False, author_name="A", source_name="B")
        text = client.get(reverse("wagtailadmin_explore", args=[news.pk])).content.decode()
        assert url("delete", draft.pk) in text


class TestForm:
    def post(self, client, page, **data):
        form = client.get(url("edit", page.pk)).context["form"]
        values = {"title": page.title, "slug": page.slug, "intro": "null", "comments-TOTAL_FORMS": 0}
        values |= {"comments-INITIAL_FORMS": 0, "body-count": 0}
        assert form.instance.pk == page.pk
        return client.post(url("edit", page.pk), values | data)

    def test_another_slug_is_refused_at_its_field(self, client, person, news):
        answer = self.post(client, news, slug="bai-viet")
        assert CLAUSE in str(answer.context["form"].errors["slug"])

    def test_a_date_of_expiry_is_refused_at_its_field(self, client, person, news):
        answer = self.post(client, news, expire_at="2040-01-01 00:00")
        form = answer.context["form"] if answer.context else None
        if form is not None and "expire_at" in form.fields:
            assert CLAUSE in str(form.errors["expire_at"])
        assert Page.objects.get(pk=news.pk).get_latest_revision_as_object().expire_at is None

    def test_the_text_is_kept_as_a_draft(self, client, person, news):
        answer = self.post(client, news, title="Tin tức")
        assert answer.status_code == 302
        assert Page.objects.get(pk=news.pk).get_latest_revision_as_object().title == "Tin tức"


class TestOptionalSections:
    def test_a_chief_adds_one_as_a_draft_and_removes_it_again(self, client, chief, department):
        client.force_login(chief)
        home = home_of(department)
        answer = client.post(
            reverse("wagtailadmin_pages:add", args=["sections", "linkspage", home.pk]),
            {
                "title": "Liên kết",
                "slug": "lien-ket",
                "intro": "null",
                "body-count": 0,
                "comments-TOTAL_FORMS": 0,
                "comments-INITIAL_FORMS": 0,
            },
        )
        assert answer.status_code == 302
        links = LinksPage.objects.get()
        assert not links.live
        assert client.post(url("delete", links.pk)).status_code == 302
        assert not LinksPage.objects.exists()

    def test_a_published_one_is_withdrawn_and_removed(self, client, department):
        chief = make_member(department, BoardRole.CHIEF)
        client.force_login(chief)
        links = make_page(home_of(department), LinksPage, title="Liên kết")
        page_withdraw(page=links, user=chief, reason="Không còn dùng.")
        assert client.post(url("delete", links.pk)).status_code == 302
        assert not LinksPage.objects.exists()

    def test_it_is_added_once(self, client, chief, department):
        make_page(home_of(department), LinksPage, title="Liên kết")
        client.force_login(chief)
        address = reverse("wagtailadmin_pages:add", args=["sections", "linkspage", home_of(department).pk])
        assert client.get(address).status_code in (302, 403)


def test_the_sentence_is_vietnamese_by_default(client, chief, news):
    client.force_login(chief)
    with translation.override("vi"):
        text = follow(client, url("delete", news.pk), "post")
    assert "Không thể xóa trang này" in text


def test_the_system_may_rename_and_publish_the_text_of_a_required_page(news):
    news.title = "Tin tức và thông báo"
    with system_publication(reason="test"):
        news.save_revision().publish(skip_permission_checks=True)
    assert Page.objects.get(pk=news.pk).title == "Tin tức và thông báo"
