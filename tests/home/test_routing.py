"""A page is found as it is at the moment, on its own site only, by SQL that is built once."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from home.routing import find_page, specific_page
from home.selectors import restricted_paths
from tests.factories import home_of, make_institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools():
    top = make_institution("HS", "Sở Giáo dục và Đào tạo Hòa Sơn", "department")
    return [make_institution(f"HS.{n}", f"Trường số {n}", "primary", top) for n in (1, 2)]


def section_of(school) -> Page:
    return home_of(school).get_children().live().order_by("path").first()


def test_a_page_is_of_its_own_type_with_its_language(schools):
    for school in schools:
        section = section_of(school)
        page, rest = find_page(school.site, [section.slug])
        assert (page, type(page), rest) == (section.specific, section.specific_class, [])
        with CaptureQueriesContext(connection) as queries:
            assert page.locale.language_code == "vi"
        assert len(queries) == 0


def test_what_is_left_of_the_way_is_for_the_page(schools):
    section = section_of(schools[0])
    page, rest = find_page(schools[0].site, [section.slug, "khong-co", "gi"])
    assert (page.pk, rest) == (section.pk, ["khong-co", "gi"])


def test_the_same_address_is_another_page_on_another_site(schools):
    first, second = schools
    slug = section_of(first).slug
    assert find_page(first.site, [slug])[0].path.startswith(home_of(first).path)
    assert find_page(second.site, [slug])[0].path.startswith(home_of(second).path)


def test_a_page_that_another_process_took_down_is_gone_at_once(schools):
    """Written past every signal, as another process's writes are for this one."""
    section = section_of(schools[0])
    page = section.add_child(instance=Page(title="Tạm", slug="tam", locale=section.locale))
    way = [section.slug, "tam"]
    assert find_page(schools[0].site, way) == (page, [])
    Page.objects.filter(pk=page.pk).update(live=False)
    assert find_page(schools[0].site, way) == (section.specific, ["tam"])


def test_a_page_that_went_away_meanwhile_is_not_found(schools):
    section = section_of(schools[0])
    with pytest.raises(Http404):
        specific_page(2_000_000_000, section.content_type_id)


def test_a_restriction_holds_from_the_next_request_on(schools):
    paths = [home_of(school).path for school in schools]
    assert [restricted_paths(path) for path in paths] == [[], []]
    section = section_of(schools[0])
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=section, restriction_type=PageViewRestriction.LOGIN)]
    )
    assert [restricted_paths(path) for path in paths] == [[section.path], []]


def test_two_queries_at_any_depth(schools):
    school, section = schools[0], section_of(schools[0])
    find_page(school.site, [section.slug])
    for way in ([section.slug], [section.slug, "a", "b", "c"]):
        with CaptureQueriesContext(connection) as queries:
            find_page(school.site, way)
        assert len(queries) == 2
