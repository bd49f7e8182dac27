"""Whose page, whose request."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from network import selectors
from tests.factories import home_of, make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def department():
    return make_institution()


@pytest.fixture
def school(department):
    return make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)


def test_a_request_belongs_to_the_institution_of_its_host(school):
    request = RequestFactory().get("/", headers={"host": school.hostname})
    assert selectors.institution_for_request(request) == school


def test_an_unknown_host_belongs_to_nobody(school):
    request = RequestFactory().get("/", headers={"host": "khac.example.edu.vn"})
    assert selectors.institution_for_request(request) is None


def test_the_institution_of_a_request_is_read_once(school):
    request = RequestFactory().get("/", headers={"host": school.hostname})
    selectors.institution_for_request(request)
    with CaptureQueriesContext(connection) as queries:
        selectors.institution_for_request(request)
    assert len(queries) == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_belongs_to_the_institution_of_its_tree_in_every_language(department, language):
    page = Page.objects.child_of(home_of(department, language)).first()
    assert selectors.institution_for_page(page) == department


def test_the_root_of_all_trees_belongs_to_nobody(school):
    assert selectors.institution_for_page(Page.get_first_root_node()) is None


def test_many_pages_cost_two_queries(department, school):
    paths = list(Page.objects.filter(depth=3).values_list("path", flat=True))
    with CaptureQueriesContext(connection) as queries:
        found = selectors.institutions_for_paths(paths)
    assert (len(queries), set(found.values())) == (2, {department, school})


def test_the_vietnamese_home_page_comes_first(department):
    assert [p.locale.language_code for p in selectors.home_pages(department)] == ["vi", "en"]


def test_the_pages_of_an_institution_are_those_of_all_its_languages_and_no_others(department, school):
    pages = list(selectors.pages_of(department))
    assert {page.locale.language_code for page in pages} == {"vi", "en"}
    assert {selectors.institution_for_page(page) for page in pages} == {department}


def test_a_tree_is_the_page_and_what_is_below_it(department, school):
    home = home_of(department)
    expected = set(Page.objects.descendant_of(home, inclusive=True))
    assert set(Page.objects.filter(**selectors.in_tree(home))) == expected
