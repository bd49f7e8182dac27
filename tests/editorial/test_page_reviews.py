"""Every required section has somebody who keeps it and a day; nobody is reminded twice, nothing is silent."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from wagtail.models import Page

from editorial.models import PageReview, ReviewNotice
from editorial.selectors.page_reviews import reviews_due, sections_without_owner
from editorial.services.page_reviews import review_confirm, review_published, review_save, reviews_purge
from editorial.services.reminders import reminders_queue
from network import digest
from network.models import Institution, Letter
from network.services.letters import letters_send
from sections.catalogue import section
from sections.models import ContactPage, NewsIndexPage, SectionSlot
from sections.upkeep import upkeep_ensure
from tests.editorial.desk import Desk
from tests.factories import make_member, make_review, section_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 18)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def news(province):
    return section_of(province.a, NewsIndexPage)


def remind(on: int = 0) -> dict[str, str]:
    """Run the timer of that day and send; address → text."""
    mail.outbox.clear()
    now = NOW + timedelta(days=on)
    reminders_queue(now=now)
    letters_send(now=now)
    return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}


class TestUpkeep:
    def test_every_required_section_gets_one_with_the_interval_of_the_catalogue(self, province):
        assert upkeep_ensure(now=NOW) == SectionSlot.objects.exclude(key="W2.1").count()
        assert upkeep_ensure(now=NOW) == 0
        key = section_of(province.a, NewsIndexPage).translation_key
        review = PageReview.objects.get(translation_key=key)
        slot = SectionSlot.objects.get(translation_key=key)
        assert review.is_required
        assert review.institution == province.a
        assert review.review_on == days(section(slot.key).freshness.days)

    def test_a_second_turn_costs_the_same_whatever_there_is(self, province, django_assert_max_num_queries):
        upkeep_ensure(now=NOW)
        with django_assert_max_num_queries(3):
            upkeep_ensure(now=NOW)

    def test_a_publication_is_a_review(self, news):
        review = make_review(news, review_on=days(-3), interval_days=30)
        review_published(page=news, now=NOW)
        review.refresh_from_db()
        assert review.review_on == days(30)

    def test_only_people_of_the_board_are_chosen(self, province, people, news):
        review = make_review(news)
        with pytest.raises(ValidationError, match=r"Hãy chọn một thành viên ban biên tập của trang này"):
            review_save(review=review, user=people.chief, responsible=people.chief_b)
        review_save(review=review, user=people.editor, responsible=people.author, on=TODAY)
        with pytest.raises(PermissionDenied):
            review_save(review=review, user=people.author, responsible=people.author)
        with pytest.raises(PermissionDenied):
            review_save(review=review, user=people.chief_b, responsible=None)

    def test_still_right_sets_the_next_day_and_leaves_the_page_alone(self, people, news):
        review = make_review(news, responsible=people.author, review_on=days(-5), interval_days=90)
        before = Page.objects.get(pk=news.pk).last_published_at
        review_confirm(review=review, user=people.author, now=NOW)
        review.refresh_from_db()
        assert (review.review_on, review.confirmed_by) == (days(90), people.author)
        assert Page.objects.get(pk=news.pk).last_published_at == before
        assert Page.objects.get(pk=news.pk).revisions.count() == news.revisions.count()
        with pytest.raises(PermissionDenied):
            review_confirm(review=review, user=people.editor, now=NOW)

    def test_the_upkeep_of_pages_that_are_gone_is_deleted(self, province, news):
        make_review(news)
        PageReview.objects.create(institution=province.a, translation_key=province.a.home_key)
        PageReview.objects.create(
            institution=province.a, translation_key="00000000-0000-4000-8000-000000000000"
        )
        assert reviews_purge(now=NOW) == 1


class TestSelectors:
    def test_who_left_the_board_leaves_the_page_to_the_chief_and_it_shows(self, province, people, news):
        make_review(news, responsible=people.editor, second=people.author, review_on=days(-2))
        (row,) = reviews_due([province.a], TODAY)
        assert (row.responsible, row.second, row.days_overdue) == (people.editor, people.author, 2)
        people.editor.groups.set(Group.objects.none())
        (row,) = reviews_due([province.a], TODAY)
        assert (row.responsible, row.left) == (None, True)
        assert [one.page_id for one in sections_without_owner([province.a])] == [news.pk]

    def test_another_site_has_none_of_it(self, province, news):
        make_review(news, review_on=days(-2))
        assert reviews_due([province.b], TODAY) == []
        assert sections_without_owner([province.b]) == []

    def test_many_sites_cost_what_one_costs(self, province, django_assert_num_queries):
        upkeep_ensure(now=NOW)
        PageReview.objects.update(review_on=days(-1))
        with django_assert_num_queries(3):
            reviews_due([province.a], TODAY)
        with django_assert_num_queries(3):
            assert {row.institution.pk for row in reviews_due(Institution.objects.all(), TODAY)} == {
                province.hs.pk,
                province.a.pk,
                province.b.pk,
            }


class TestReminders:
    def test_owner_and_second_person_are_told_before_and_on_the_day_and_never_twice(self, people, news):
        make_review(news, responsible=people.editor, second=people.author, review_on=days(14))
        assert remind(-1) == {}
        sent = remind(0)
        assert set(sent) == {people.editor.email, people.author.email}
        assert news.title in sent[people.editor.email]
        assert remind(0) == {}
        assert remind(1) == {}
        assert set(remind(14)) == {people.editor.email, people.author.email}
        assert remind(15) == {}

    def test_an_overdue_page_goes_to_the_chief_and_then_to_the_authority(self, people, news):
        make_review(news, responsible=people.editor, review_on=TODAY)
        assert set(remind(0)) == {people.editor.email}
        assert set(remind(14)) == {people.chief.email}
        sent = remind(30)
        assert set(sent) == {people.chief_hs.email}
        assert "Trường THPT Đồi Chè" in sent[people.chief_hs.email]
        assert remind(60) == {}

    def test_many_pages_are_one_letter(self, province, people, news):
        for page in (news, section_of(province.a, ContactPage)):
            make_review(page, responsible=people.editor, review_on=TODAY)
        assert len(remind(0)) == 1
        assert Letter.objects.count() == 1

    def test_where_nobody_is_named_or_who_was_is_gone_the_chief_is_told(self, people, news):
        review = make_review(news, review_on=TODAY)
        assert set(remind(0)) == {people.chief.email}
        people.editor.is_active = False
        people.editor.save()
        PageReview.objects.filter(pk=review.pk).update(review_on=days(1), responsible=people.editor)
        assert set(remind(1)) == {people.chief.email}

    def test_a_site_without_chief_is_not_silent(self, province, people, news):
        province.a.board_groups.get(role="chief").group.user_set.clear()
        make_review(news, review_on=TODAY)
        assert set(remind(0)) == {people.chief_hs.email}
        province.hs.board_groups.get(role="chief").group.user_set.clear()
        assert remind(14) == {}
        assert ReviewNotice.objects.get(stage="chief").user is None

    def test_what_was_done_meanwhile_is_not_reminded_of(self, people, news):
        review = make_review(news, responsible=people.editor, review_on=TODAY)
        reminders_queue(now=NOW)
        review_confirm(review=review, user=people.editor, now=NOW)
        letters_send(now=NOW)
        assert mail.outbox == []

    def test_a_closed_institution_is_left_alone(self, province, people, news):
        make_review(news, responsible=people.editor, review_on=TODAY)
        Institution.objects.filter(pk=province.a.pk).update(status="closed")
        assert remind(0) == {}

    def test_the_timer_costs_the_same_for_one_page_and_for_many(self, province, people, news):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        make_review(news, review_on=TODAY)
        with CaptureQueriesContext(connection) as one:
            reminders_queue(now=NOW)
        upkeep_ensure(now=NOW)
        PageReview.objects.update(review_on=days(1))
        with CaptureQueriesContext(connection) as many:
            assert reminders_queue(now=NOW + timedelta(days=1)) > 20
        # SQLite inserts about eighty rows with one statement.
        assert len(many) <= len(one) + 4


class TestWeeklyLetter:
    def test_it_says_what_is_due_and_asks_the_chief_to_name_somebody(self, province, people, news):
        make_review(news, review_on=days(3))
        digest.digests_queue(now=NOW)
        letters_send(now=NOW)
        text = {letter.to[0]: letter.body for letter in mail.outbox}
        assert news.title in text[people.chief.email]
        assert province.a.name in text[people.chief.email]
        assert people.editor.email not in text


class TestScreens:
    def test_the_list_shows_own_pages_only_and_the_button_to_whom_it_belongs(
        self, desk, province, people, news
    ):
        make_review(news, responsible=people.author, review_on=days(-2))
        make_review(section_of(province.b, NewsIndexPage), responsible=people.chief_b)
        confirm = reverse("editorial_review_confirm", args=[news.pk])
        html = desk.get(people.author, "editorial_reviews").content.decode()
        assert people.author.get_full_name() in html
        assert people.chief_b.get_full_name() not in html
        assert confirm in html
        assert confirm not in desk.get(people.editor, "editorial_reviews").content.decode()
        assert news.title in desk.get(people.author, "editorial_reviews", show="mine").content.decode()
        assert confirm not in desk.get(people.author, "editorial_reviews", show="unowned").content.decode()

    def test_an_editor_names_somebody_and_the_author_says_that_it_is_still_right(self, desk, people, news):
        url = reverse("editorial_review", args=[news.pk])
        html = desk.client(people.editor).get(url).content.decode()
        assert people.author.get_full_name() in html
        assert people.chief_b.get_full_name() not in html
        data = {"responsible": people.author.pk, "second": "", "interval_days": "30", "review_on": ""}
        assert desk.client(people.editor).post(url, data).status_code == 302
        assert PageReview.objects.get().responsible == people.author
        assert desk.client(people.author).post(url, data).status_code == 302, "no right: back with a message"
        PageReview.objects.update(review_on=days(-9))
        desk.client(people.author).post(reverse("editorial_review_confirm", args=[news.pk]))
        review = PageReview.objects.get()
        assert review.confirmed_by == people.author
        assert review.review_on > days(0)

    def test_somebody_of_another_board_cannot_be_named(self, desk, people, news):
        url = reverse("editorial_review", args=[news.pk])
        response = desk.client(people.chief).post(url, {"responsible": people.chief_b.pk})
        assert response.status_code == 422
        assert PageReview.objects.get().responsible is None

    def test_a_page_of_another_site_does_not_exist(self, province, people, news):
        client = Desk(province.b).client(people.chief_b)
        for name in ("editorial_review", "editorial_review_confirm"):
            assert client.post(reverse(name, args=[news.pk])).status_code == 404

    def test_the_page_editor_says_who_keeps_the_page(self, desk, people, news):
        make_review(news, responsible=people.author, review_on=days(5))
        html = desk.get(people.editor, "wagtailadmin_pages:edit", news.pk).content.decode()
        assert people.author.get_full_name() in html
        assert reverse("editorial_review", args=[news.pk]) in html


def test_a_letter_of_reviews_links_to_the_own_site(people, news):
    make_review(news, responsible=people.editor, review_on=TODAY)
    assert reverse("editorial_reviews") in remind(0)[people.editor.email]


def test_a_deleted_owner_leaves_the_page_to_the_chief(province, news):
    person = make_member(province.a, "editor")
    make_review(news, responsible=person, review_on=TODAY)
    person.delete()
    (row,) = reviews_due([province.a], TODAY)
    assert row.responsible is None
