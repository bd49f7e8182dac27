"""The menu holds what a person uses, the desk first, and leads to nobody else's website."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu, help_menu, reports_menu

from editorial.menu import ORDER, own_home
from editorial.services.board import board_member_add
from tests.factories import home_of


@pytest.fixture
def names(people):
    def of(menu, person: str) -> list[str]:
        request = RequestFactory().get("/admin/")
        request.user = getattr(people, person)
        items = menu.menu_items_for_request(request)
        return [item.name for item in sorted(items, key=lambda item: item.order)]

    return of


@pytest.mark.parametrize("person", ["author", "editor", "chief", "chief_hs", "root"])
def test_the_desk_stands_first_and_the_rest_in_order(names, person):
    found = names(admin_menu, person)
    assert found[:2] == ["desk", "explorer"]
    known = [name for name in found if name in ORDER]
    assert known == sorted(known, key=ORDER.index)


def test_feedback_is_for_who_may_open_it(names):
    assert "feedback" in names(admin_menu, "chief")
    assert "feedback" not in names(admin_menu, "author")


def test_reports_over_the_installation_are_for_its_administrators(names):
    assert "locked-pages" in names(reports_menu, "root")
    assert not {"locked-pages", "aging-pages", "page-types-usage"} & set(names(reports_menu, "chief"))


@pytest.mark.parametrize("person", ["author", "root"])
def test_help_leads_to_no_website_of_others(client, people, names, person):
    assert not [n for n in names(help_menu, person) if n.startswith(("whats-new", "editor-guide"))]
    client.force_login(getattr(people, person))
    text = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "wagtail.org" not in text


def test_pages_open_at_the_home_page_of_the_one_institution(people, province):
    assert own_home(people.author) == home_of(province.a).pk
    board_member_add(institution=province.b, role="editor", user=people.author)
    assert own_home(people.author) is None
    assert own_home(people.root) is None


def test_the_menu_of_one_person_does_not_disturb_that_of_another(names):
    before = names(admin_menu, "root")
    names(admin_menu, "author")
    assert names(admin_menu, "root") == before
