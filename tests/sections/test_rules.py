"""A required section stays where it is, public and single, whoever asks and by whatever way (W8, W9)."""

from __future__ import annotations

import uuid
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone, translation
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from common.page_rules import PageRuleError
from editorial.services.guard import system_publication
from sections.models import (
    ArticlePage,
    InformationPage,
    IntroductionPage,
    LinksPage,
    NewsIndexPage,
    SectionSlot,
)
from sections.rules import RequiredSectionError, changing_tree
from tests.factories import home_of, make_page, section_of

NEWS_CLAUSE = "khoản 2 Điều 8 Thông tư 37/2020/TT-BGDĐT"
INTRODUCTION_CLAUSE = "điểm a khoản 1 Điều 8 Thông tư 37/2020/TT-BGDĐT"
CIRCULAR = "37/2020/TT-BGDĐT"
OUTSIDE = "Không thể đặt|cannot stand below"
HOME_CLAUSE = "khoản 1 Điều 2 Thông tư 37/2020/TT-BGDĐT"


@pytest.fixture(autouse=True)
def in_vietnamese():
    with translation.override("vi"), system_publication(reason="the chain is not what is tested here"):
        yield


@pytest.fixture
def news(department) -> Page:
    return section_of(department, NewsIndexPage)


@pytest.fixture
def tree(news, school):
    """The tree is whole before and after; what is refused leaves nothing half done."""
    before = list(Page.objects.order_by("path").values_list("path", "numchild", "live", "slug"))
    yield
    assert list(Page.objects.order_by("path").values_list("path", "numchild", "live", "slug")) == before
    assert not any(Page.find_problems())


def base(page: Page) -> Page:
    """The page as an object of Wagtail's own class, as commands and bulk code hold it."""
    return Page.objects.get(pk=page.pk)


@contextmanager
def refused(match: str = NEWS_CLAUSE, error: type[Exception] = RequiredSectionError):
    """Expects a refusal inside a savepoint, as a request or a command would roll it back."""
    with pytest.raises(error, match=match), transaction.atomic():
        yield


IN_TABLE = {"match": "required section", "error": IntegrityError}


@pytest.mark.usefixtures("tree")
class TestDeleting:
    def test_the_page_itself(self, news):
        with refused():
            news.delete()

    def test_the_page_as_base_class(self, news):
        with refused():
            base(news).delete()

    def test_a_query_set_of_the_base_class(self, news):
        with refused():
            Page.objects.filter(pk=news.pk).delete()

    def test_a_query_set_of_the_page_type(self, news):
        with refused():
            NewsIndexPage.objects.filter(pk=news.pk).delete()

    def test_a_query_set_of_everything(self, news):
        with refused(CIRCULAR):
            Page.objects.filter(depth__gte=2).delete()

    def test_the_home_page_above_it(self, news):
        with refused(HOME_CLAUSE):
            news.get_parent().specific.delete()

    def test_the_root_of_all_trees(self, news):
        with refused(CIRCULAR):
            base(Page.get_first_root_node()).delete()

    def test_the_english_page(self, department):
        with refused(INTRODUCTION_CLAUSE):
            section_of(department, IntroductionPage, "en").delete()

    def test_its_language(self, news):
        with refused("protected foreign keys", ProtectedError):
            Locale.objects.get(language_code="en").delete()

    def test_its_site(self, department):
        with refused(HOME_CLAUSE):
            department.site.delete()
        with refused(HOME_CLAUSE):
            Site.objects.filter(pk=department.site_id).delete()

    def test_the_slot_that_says_so(self, news):
        with refused():
            SectionSlot.objects.get(translation_key=news.translation_key).delete()
        with refused(CIRCULAR):
            SectionSlot.objects.all().delete()


@pytest.mark.usefixtures("tree")
class TestHiding:
    def test_unpublishing_the_page(self, news):
        with refused():
            news.unpublish()

    def test_unpublishing_the_base_object(self, news):
        with refused():
            base(news).unpublish()

    def test_the_action_that_skips_permissions(self, news):
        with refused():
            UnpublishPageAction(news).execute(skip_permission_checks=True)

    def test_saving_it_as_not_live(self, news):
        news.live = False
        with refused():
            news.save()

    def test_updating_it_in_the_table(self, news):
        with refused(**IN_TABLE):
            Page.objects.filter(pk=news.pk).update(live=False)

    def test_updating_many_objects_at_once(self, news):
        page = base(news)
        page.live = False
        with refused(**IN_TABLE):
            Page.objects.bulk_update([page], ["live"])

    def test_unpublishing_the_english_page(self, department):
        with refused(INTRODUCTION_CLAUSE):
            base(section_of(department, IntroductionPage, "en")).unpublish()

    def test_a_view_restriction_on_the_page(self, news):
        with refused():
            PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)

    def test_a_view_restriction_above_it(self, news):
        with refused(CIRCULAR):
            PageViewRestriction.objects.create(
                page=Page.get_first_root_node(), restriction_type=PageViewRestriction.LOGIN
            )

    def test_another_root_page_of_its_site(self, department, school):
        site = Site.objects.get(pk=department.site_id)
        site.root_page = home_of(school)
        with refused(HOME_CLAUSE):
            site.save()


@pytest.mark.usefixtures("tree")
class TestExpiring:
    def test_saving_a_date_has_no_effect(self, news):
        news.expire_at = timezone.now() + timedelta(days=1)
        news.save()
        assert base(news).expire_at is None

    def test_a_date_does_not_come_in_through_a_table_update(self, news):
        with refused(**IN_TABLE):
            Page.objects.filter(pk=news.pk).update(expire_at=timezone.now())

    def test_a_date_in_a_published_version_has_no_effect(self, news):
        news.expire_at = timezone.now() + timedelta(days=1)
        news.save_revision().publish(skip_permission_checks=True)
        assert base(news).expire_at is None
        assert base(news).live

    def test_the_scheduler_goes_on_behind_a_page_that_may_not_expire(self, department, news):
        links = make_page(home_of(department), LinksPage, title="Liên kết")
        past = timezone.now() - timedelta(days=1)
        Page.objects.filter(pk=links.pk).update(expire_at=past)
        with changing_tree():
            Page.objects.filter(pk=news.pk).update(expire_at=past - timedelta(days=1))
        call_command("publish_scheduled")
        assert base(news).live
        assert base(news).expire_at is None
        assert not base(links).live
        links.delete()


@pytest.mark.usefixtures("tree")
class TestMovingAndReadressing:
    def test_below_another_page(self, department, news):
        with refused():
            news.move(section_of(department, IntroductionPage), "last-child")

    def test_the_base_object_to_another_site(self, school, news):
        with refused():
            base(news).move(home_of(school), "last-child")

    def test_the_home_page_below_another(self, department, school):
        with refused(HOME_CLAUSE):
            home_of(school).move(home_of(department), "last-child")

    def test_another_slug(self, news):
        news.slug = "bai-viet"
        with refused():
            news.save()

    def test_another_slug_in_the_table(self, news):
        with refused(**IN_TABLE):
            Page.objects.filter(pk=news.pk).update(slug="bai-viet")

    def test_another_language(self, news):
        news.locale = Locale.objects.get(language_code="en")
        with refused():
            news.save()

    def test_another_key_that_would_set_it_free(self, news):
        news.translation_key = uuid.uuid4()
        with refused():
            news.save()
        with refused(**IN_TABLE):
            Page.objects.filter(pk=news.pk).update(translation_key=uuid.uuid4())


def test_sections_may_change_their_order(news):
    home = news.get_parent()
    news.move(home, "first-child")
    assert home.get_first_child().pk == news.pk
    assert not any(Page.find_problems())


@pytest.mark.usefixtures("tree")
class TestDoubling:
    def test_a_copy_beside_it(self, news):
        with refused("có một lần|exists already"):
            news.copy(update_attrs={"slug": "ban-sao", "title": "Bản sao"})

    def test_a_copy_on_another_site(self, school, news):
        with refused("có một lần|exists already"):
            news.copy(to=home_of(school), update_attrs={"slug": "ban-sao"})

    def test_a_copy_where_the_type_does_not_belong(self, department, news):
        with refused(OUTSIDE, PageRuleError):
            news.copy(to=section_of(department, IntroductionPage), update_attrs={"slug": "ban-sao"})

    def test_a_copy_of_the_home_page(self, department):
        root = Page.get_first_root_node()
        with refused(HOME_CLAUSE):
            home_of(department).copy(to=root, update_attrs={"slug": "ban-sao"})

    def test_a_mirror_beside_it(self, news):
        with refused("có một lần|exists already"):
            news.create_alias(parent=news.get_parent(), update_slug="guong")

    def test_a_second_one_of_its_type(self, department):
        with refused("có một lần|exists already"):
            home_of(department).add_child(instance=NewsIndexPage(title="Tin khác", slug="tin-khac"))

    def test_a_second_home_page(self, school):
        with refused(HOME_CLAUSE):
            Page.get_first_root_node().add_child(instance=type(home_of(school))(title="Khác", slug="khac"))

    def test_turning_it_into_the_mirror_of_another(self, department):
        english = section_of(department, IntroductionPage, "en")
        english.alias_of = section_of(department, IntroductionPage)
        with refused(INTRODUCTION_CLAUSE):
            english.save(clean=False)


def test_a_translation_of_a_required_section_is_as_firm_as_the_original(department, news):
    english = news.copy_for_translation(Locale.objects.get(language_code="en"))
    assert english.get_parent().pk == home_of(department, "en").pk
    with refused():
        english.delete()
    with refused("có một lần|exists already"):
        english.copy(update_attrs={"slug": "again"})


def test_a_page_goes_only_where_its_type_belongs(department, news):
    article = make_page(news, ArticlePage, title="Khai giảng", author_name="A", source_name="B")
    with refused(OUTSIDE, PageRuleError):
        article.move(section_of(department, IntroductionPage), "last-child")
    with refused(OUTSIDE, PageRuleError):
        home_of(department).add_child(
            instance=InformationPage(title="Lạc chỗ", author_name="A", source_name="B")
        )


def test_what_is_lifted_for_a_programme_is_firm_again_after_it(news):
    with changing_tree(), changing_tree():
        Page.objects.filter(pk=news.pk).update(live=False)
    with changing_tree():
        Page.objects.filter(pk=news.pk).update(live=True)
    with refused(**IN_TABLE):
        Page.objects.filter(pk=news.pk).update(live=False)


def test_a_programme_that_fails_leaves_the_tree_as_it_was(news):
    def fail_half_way():
        with changing_tree():
            Page.objects.filter(pk=news.pk).update(live=False)
            raise LookupError

    with pytest.raises(LookupError):
        fail_half_way()
    assert base(news).live
    with refused(**IN_TABLE):
        Page.objects.filter(pk=news.pk).update(live=False)


def test_an_entry_of_a_section_stays_the_boards_own(news):
    article = make_page(news, ArticlePage, title="Khai giảng", author_name="A", source_name="B")
    article.slug = "khai-giang-nam-hoc"
    article.save()
    article.unpublish()
    article.delete()
    assert not any(Page.find_problems())
