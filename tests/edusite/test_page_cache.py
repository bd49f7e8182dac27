"""Whole answers are stored for anonymous readers only, under the right host, and dropped when the site changes."""

from __future__ import annotations

import gzip
from types import SimpleNamespace

import brotli
import pytest
from django.conf import settings
from django.core.cache import cache, caches
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from editorial.services.guard import system_publication
from edusite import page_cache
from edusite.middleware.page_cache import PageCacheMiddleware
from edusite.receivers import notice_changed
from privacy.models import Notice
from sections.models import ArticlePage, NewsIndexPage
from tests.enrolment.making_applications import make_campaign, make_notice
from tests.factories import home_of, make_institution, make_page, section_of
from tests.support.worlds import fixtures_of

pytestmark = pytest.mark.django_db


def _build() -> SimpleNamespace:
    department = make_institution()
    school = make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)
    return SimpleNamespace(department=department, school=school)


_kept_world, _world = fixtures_of(_build)


@pytest.fixture
def department(_world):
    return _world.department


@pytest.fixture
def school(_world):
    return _world.school


def reader(institution, **headers) -> Client:
    return Client(headers={"host": institution.hostname, **headers})


def state(client: Client, path: str = "/", **extra) -> str | None:
    return client.get(path, **extra).headers.get("X-Cache")


def article(institution, title: str = "Khai giảng") -> ArticlePage:
    news = section_of(institution, NewsIndexPage)
    return make_page(news, ArticlePage, title=title, author_name="Lê Thị Mây", source_name="Nhà trường")


class TestStored:
    def test_a_second_reader_costs_no_query(self, school):
        assert state(reader(school)) == "MISS"
        with CaptureQueriesContext(connection) as queries:
            assert state(reader(school)) == "HIT"
        assert len(queries) == 0

    def test_the_stored_answer_equals_the_first(self, school):
        first, second = reader(school).get("/"), reader(school).get("/")
        assert first.content == second.content
        names = ("Content-Security-Policy", "Content-Language", "X-Frame-Options", "ETag", "Content-Type")
        assert [first[name] for name in names] == [second[name] for name in names]

    def test_a_reader_who_has_it_gets_304_without_body(self, school):
        etag = reader(school).get("/")["ETag"]
        for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
            response = reader(school).get("/", headers={"if-none-match": known})
            assert (response.status_code, response.content) == (304, b"")
            assert response["ETag"] == etag

    def test_another_etag_gets_the_page(self, school):
        assert reader(school).get("/", headers={"if-none-match": '"other"'}).status_code == 200

    def test_head_has_the_length_and_no_body(self, school):
        body = reader(school).get("/").content
        response = reader(school).head("/")
        assert response.content == b""
        assert response["Content-Length"] == str(len(body))

    def test_head_fills_nothing(self, school):
        reader(school).head("/")
        assert state(reader(school)) == "MISS"

    @pytest.mark.parametrize(
        ("accepted", "encoding", "unpack"),
        [
            ("gzip, br", "br", brotli.decompress),
            ("gzip", "gzip", gzip.decompress),
            ("br;q=0, gzip", "gzip", gzip.decompress),
            ("", "", bytes),
            ("gzip;q=0.0", "", bytes),
        ],
    )
    def test_the_body_comes_as_the_reader_accepts_it(self, school, accepted, encoding, unpack):
        plain = reader(school).get("/").content
        for _time in range(2):
            response = reader(school).get("/", headers={"accept-encoding": accepted})
            assert response.get("Content-Encoding", "") == encoding
            assert unpack(response.content) == plain
            assert response["Content-Length"] == str(len(response.content))
            assert response["Vary"] == "Accept-Encoding"

    def test_each_encoding_has_its_own_etag(self, school):
        tags = {reader(school, **{"accept-encoding": name}).get("/")["ETag"] for name in ("br", "gzip", "")}
        assert len(tags) == 3

    def test_the_same_path_of_two_hosts_differs(self, department, school):
        assert reader(department).get("/").content != reader(school).get("/").content
        assert state(reader(department)) == state(reader(school)) == "HIT"

    def test_spelling_and_port_of_the_host_do_not_matter(self, school):
        state(reader(school))
        for host in (school.hostname.upper(), f"{school.hostname}:8000", f"{school.hostname}."):
            assert state(Client(headers={"host": host})) == "HIT"


class TestPassedBy:
    @pytest.mark.parametrize("cookie", [settings.SESSION_COOKIE_NAME, "messages"])
    def test_who_has_a_session_or_a_message(self, school, cookie):
        client = reader(school)
        client.cookies[cookie] = "x"
        assert state(client) is None

    def test_who_is_authorised(self, school):
        assert state(reader(school, authorization="Bearer x")) is None

    @pytest.mark.parametrize(
        "query", ["x=1", "q=tin", "page=0", "page=1000", "page=-1", "page=1&page=2", "kind=other", "past=2"]
    )
    def test_a_question_that_is_not_listed(self, school, query):
        assert state(reader(school), f"/tin-tuc/?{query}") is None

    def test_a_tracked_link_is_answered_from_the_store_but_fills_nothing(self, school):
        assert state(reader(school), "/?utm_source=zalo") is None
        state(reader(school))
        assert state(reader(school), "/?utm_source=zalo&fbclid=1") == "HIT"

    def test_post(self, school):
        assert reader(school).post("/").headers.get("X-Cache") is None

    @pytest.mark.parametrize(
        "path", ["/tai-khoan/dang-nhap/", "/admin/login/", "/khong-co/", "/thong-tin-khong-co"]
    )
    def test_the_admin_and_what_is_not_there(self, school, path):
        assert state(reader(school), path) is None

    def test_an_unknown_host_leaves_no_trace(self, school):
        for path in ("/", "/robots.txt", "/tim-kiem/", "/tin-tuc/feed.rss", "/sitemap.xml"):
            response = Client(headers={"host": "khac.example.edu.vn"}).get(path)
            assert response.status_code == 404
        assert not caches["pages"]._cache
        assert not [key for key in cache._cache if "khac" in key]

    @pytest.mark.parametrize(
        "headers",
        [
            {"Cache-Control": "no-store"},
            {"Cache-Control": "Private, max-age=1"},
            {"Vary": "Accept-Encoding, Cookie"},
            {"Vary": "*"},
            {"Content-Encoding": "gzip"},
        ],
    )
    def test_an_answer_that_says_so(self, school, headers):
        assert self._answered(school, HttpResponse("x", headers=headers)).headers.get("X-Cache") is None

    def test_an_answer_with_a_cookie(self, school):
        response = HttpResponse("x")
        response.set_cookie("a", "b")
        assert self._answered(school, response).headers.get("X-Cache") is None

    def test_an_answer_that_is_not_200(self, school):
        assert self._answered(school, HttpResponse("x", status=203)).headers.get("X-Cache") is None

    def test_otherwise_it_is_stored(self, school):
        assert self._answered(school, HttpResponse("x"))["X-Cache"] == "MISS"

    def _answered(self, school, response):
        request = RequestFactory().get("/", headers={"host": school.hostname})
        return PageCacheMiddleware(lambda _request: response)(request)


class TestDropped:
    @pytest.fixture(autouse=True)
    def at_once(self, monkeypatch):
        """What waits for the commit of the test's transaction happens at once."""
        monkeypatch.setattr(page_cache.transaction, "on_commit", lambda work: work())

    @pytest.fixture
    def other(self, department):
        return make_institution("HS.2", "Trường Tiểu học Suối Sim", "primary", department)

    def test_by_publishing_on_this_site_only(self, school, other):
        page = article(school)
        for institution in (school, other):
            state(reader(institution))
        with system_publication(reason="test"):
            page.save_revision().publish()
        assert state(reader(school)) == "MISS"
        assert state(reader(other)) == "HIT"

    def test_by_withdrawing(self, school):
        page = article(school)
        state(reader(school))
        with system_publication(reason="test"):
            page.unpublish()
        assert state(reader(school)) == "MISS"

    def test_by_deleting(self, school):
        page = article(school)
        state(reader(school))
        with system_publication(reason="test"):
            Page.objects.get(pk=page.pk).delete()
        assert state(reader(school)) == "MISS"

    def test_by_making_a_page_private(self, school):
        page = article(school)
        state(reader(school))
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )
        assert state(reader(school)) == "MISS"
        restriction.delete()
        assert state(reader(school)) == "MISS"

    def test_by_a_change_of_the_institution_above_and_below(self, department, school, other):
        for institution in (department, school, other):
            state(reader(institution))
        department.name = "Sở Giáo dục và Đào tạo Hòa Sơn mới"
        department.save()
        assert [state(reader(i)) for i in (department, school, other)] == ["MISS"] * 3

    def test_by_a_change_of_a_member_for_its_authority_but_not_its_neighbour(self, department, school, other):
        for institution in (department, school, other):
            state(reader(institution))
        school.phone = "0200 000 111"
        school.save()
        assert [state(reader(i)) for i in (department, school, other)] == ["MISS", "MISS", "HIT"]

    def test_by_a_new_notice_for_all_below(self, department, school):
        state(reader(school))
        notice_changed(sender=Notice, instance=Notice(institution=department))
        assert state(reader(school)) == "MISS"

    def test_a_notice_of_admission_also_for_the_site_of_its_campaign(self, department, school, other):
        notice = make_notice(school, make_campaign(department))
        for institution in (department, school, other):
            state(reader(institution))
        with system_publication(reason="test"):
            notice.save_revision().publish()
        assert [state(reader(i)) for i in (department, school, other)] == ["MISS", "MISS", "HIT"]
        with system_publication(reason="test"):
            notice.unpublish()
        assert [state(reader(i)) for i in (department, school, other)] == ["MISS", "MISS", "HIT"]

    def test_a_campaign_also_for_the_schools_with_a_notice_in_it(self, department, school, other):
        campaign = make_campaign(department)
        make_notice(school, campaign)
        for institution in (department, school, other):
            state(reader(institution))
        with system_publication(reason="test"):
            campaign.save_revision().publish()
        assert [state(reader(i)) for i in (department, school, other)] == ["MISS", "MISS", "HIT"]

    def test_by_a_change_of_the_site(self, school):
        state(reader(school))
        school.site.save()
        assert state(reader(school)) == "MISS"


def test_nothing_is_dropped_before_the_commit(school, django_capture_on_commit_callbacks):
    state(reader(school))
    with django_capture_on_commit_callbacks() as callbacks:
        home_of(school).save()
        page_cache.drop([school.hostname])
        assert state(reader(school)) == "HIT"
    for callback in callbacks:
        callback()
    assert state(reader(school)) == "MISS"


def test_the_cache_may_be_switched_off(school, settings):
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0
    assert state(reader(school)) is None
