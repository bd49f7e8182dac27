"""The admin shows a board what is its own, and at a cost that does not grow with the number of sites."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import TaskState

from tests.editorial.desk import ARTICLE, Desk
from tests.factories import make_institution, make_member

pytestmark = pytest.mark.django_db


def test_the_page_chooser_shows_own_pages_only(desk, people, province):
    foreign = Desk(province.b).draft(people.author_b, title="Bài của Suối Mơ", slug="bai-b")
    own = desk.draft(people.author, title="Bài của Đồi Chè")

    def choose(name: str, *args, **query) -> str:
        return json.loads(desk.get(people.chief, name, *args, **query).content)["html"]

    assert province.b.name not in choose("wagtailadmin_choose_page")
    answer = desk.get(people.chief, "wagtailadmin_choose_page_child", foreign.get_parent().pk)
    assert answer.status_code == 404
    assert own.title in choose("wagtailadmin_choose_page_child", own.get_parent().pk)
    found = desk.get(people.chief, "wagtailadmin_choose_page_search", q="Bài của").content.decode()
    assert own.title in found
    assert foreign.title not in found


def test_the_explorer_lists_no_other_sites_and_people(desk, people, province):
    for url in (
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[desk.news.pk]),
    ):
        html = desk.client(people.chief).get(url, follow=True).content.decode()
        assert province.b.name not in html
        assert province.b.site.hostname not in html
        assert people.chief_b.get_full_name() not in html


def test_the_dashboard_shows_what_waits_on_the_own_board(desk, people, province):
    page = desk.submitted(people.author)
    assert TaskState.objects.reviewable_by(people.editor).count() == 1
    assert not TaskState.objects.reviewable_by(people.chief).exists()
    assert not TaskState.objects.reviewable_by(people.editor_b).exists()
    assert ARTICLE["title"] in desk.get(people.editor, "wagtailadmin_home").content.decode()
    assert ARTICLE["title"] not in desk.get(people.editor_b, "wagtailadmin_home").content.decode()
    assert ARTICLE["title"] not in desk.get(people.chief_hs, "wagtailadmin_home").content.decode()
    assert page.workflow_in_progress


def test_the_number_of_queries_does_not_depend_on_the_number_of_sites(desk, people, province):
    page = desk.submitted(people.author)

    def cost() -> list[int]:
        numbers = []
        for name, *args in (
            ("wagtailadmin_home",),
            ("wagtailadmin_explore", desk.news.pk),
            ("wagtailadmin_pages:edit", page.pk),
            ("wagtailadmin_choose_page",),
            ("editorial_publications",),
        ):
            desk.get(people.editor, name, *args)
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(people.editor, name, *args).status_code == 200
            numbers.append(len(queries))
        return numbers

    before = cost()
    for number in range(20, 24):
        school = make_institution(
            f"HS{number}", f"Trường Tiểu học số {number}", "primary", province.hs, run=province.run
        )
        author = make_member(school, "author")
        Desk(school).submitted(author)
    with CaptureQueriesContext(connection) as queries:
        list(TaskState.objects.reviewable_by(people.editor))
    assert len(queries) <= 5
    assert cost() == before
