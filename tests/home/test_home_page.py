"""What the home pages show, and what they cost."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.core.cache import caches
from django.core.files.images import ImageFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from editorial.services.guard import system_publication
from home.frame import LOGO
from sections.models import (
    ArticlePage,
    ContactPage,
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    NewsIndexPage,
)
from sections.presentation import HERO_RENDITIONS, RENDITIONS
from tests.factories import home_of, make_institution, make_page, section_of

pytestmark = pytest.mark.django_db
LIMIT = 15


@pytest.fixture
def department():
    return make_institution(address="Số 1 đường Bờ Sông")


@pytest.fixture
def school(department):
    return make_institution(
        "HS.1", "Trường Tiểu học Ban Mai", "primary", department, address="Số 2 phố Hoa Ban"
    )


def picture(name: str, *specs: str):
    file: ImageFile = get_test_image_file(filename=f"{name}.png", size=(1400, 900))
    image = get_image_model().objects.create(title=name, file=file)
    image.get_renditions(*specs)
    return image


def fill(institution, count: int, image=None) -> None:
    """`count` articles, notices, documents and events."""
    now = timezone.now()
    common = {"author_name": "Lê Thị Mây", "source_name": "Nhà trường"}
    news, documents, events = (
        section_of(institution, model) for model in (NewsIndexPage, DocumentIndexPage, EventIndexPage)
    )
    for n in range(count):
        day = timezone.localdate(now) - dt.timedelta(days=n)
        make_page(news, ArticlePage, title=f"Tin số {n}", date=day, image=image, image_alt="x", **common)
        make_page(news, ArticlePage, title=f"Thông báo số {n}", kind="notice", date=day, **common)
        make_page(
            documents,
            DocumentPage,
            title=f"Công văn số {n}",
            number=f"{n}/CV",
            document_type="Công văn",
            issuer="Nhà trường",
            issued_on=day,
            **common,
        )
        make_page(
            events, EventPage, title=f"Sự kiện số {n}", starts_at=now + dt.timedelta(days=n + 1), **common
        )


def queries_of(institution, path: str = "/") -> int:
    """Statements of a cold request, after the roots of the sites are known to the process."""
    client = Client(headers={"host": institution.hostname})
    client.get(path)
    caches["pages"].clear()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    assert (response.status_code, response.headers.get("X-Cache")) == (200, "MISS")
    return len(queries)


def body_of(institution, path: str = "/") -> str:
    return Client(headers={"host": institution.hostname}).get(path).content.decode()


class TestCost:
    @pytest.mark.parametrize("name", ["department", "school"])
    def test_a_full_home_page_costs_at_most_fifteen_queries(self, name, request):
        institution = request.getfixturevalue(name)
        fill(institution, 2, image=picture("a", *RENDITIONS))
        institution.logo = picture("logo", LOGO)
        institution.hero_image = picture("hero", *HERO_RENDITIONS)
        institution.save()
        assert queries_of(institution) <= LIMIT

    @pytest.mark.parametrize("path", ["/", "/tin-tuc/", "/van-ban/", "/lich-su-kien/", "/tin-tuc/feed.rss"])
    def test_more_rows_cost_no_more_queries(self, school, path):
        if path == "/lich-su-kien/":
            path = _address(section_of(school, EventIndexPage))
        if path == "/van-ban/":
            path = _address(section_of(school, DocumentIndexPage))
        image = picture("a", *RENDITIONS)
        fill(school, 1, image=image)
        few = queries_of(school, path)
        fill(school, 5, image=image)
        assert queries_of(school, path) == few

    def test_more_sites_cost_no_more_queries(self, department, school):
        fill(school, 1)
        paths = ("/", "/tin-tuc/", "/tin-tuc/tin-so-0/", "/tim-kiem/", "/so-do-trang/")
        few = [queries_of(school, path) for path in paths] + [
            queries_of(department),
            queries_of(department, "/don-vi/"),
        ]
        for n in range(2, 9):
            make_institution(f"HS.{n}", f"Trường số {n}", "primary", department)
        many = [queries_of(school, path) for path in paths] + [
            queries_of(department),
            queries_of(department, "/don-vi/"),
        ]
        assert many == few

    def test_pictures_ask_for_renditions_that_are_prepared(self, school):
        fill(school, 3, image=picture("a", *RENDITIONS))
        school.logo, school.hero_image = picture("logo", LOGO), picture("hero", *HERO_RENDITIONS)
        school.save()
        before = get_image_model().get_rendition_model().objects.count()
        for path in ("/", "/tin-tuc/"):
            body_of(school, path)
        assert get_image_model().get_rendition_model().objects.count() == before


def _address(page) -> str:
    return "/" + page.url_path.split("/", 2)[2]


class TestShown:
    def test_the_newest_first_and_notices_apart(self, school):
        fill(school, 8)
        body = body_of(school)
        shown = re.findall(r">(Tin số \d|Thông báo số \d|Công văn số \d|Sự kiện số \d)</a>", body)
        assert shown == [
            *(f"Tin số {n}" for n in range(6)),
            *(f"Thông báo số {n}" for n in range(5)),
            *(f"Công văn số {n}" for n in range(5)),
            *(f"Sự kiện số {n}" for n in range(4)),
        ]

    def test_an_authority_shows_how_many_institutions_it_has_below(self, department):
        agency = make_institution("HS.A", "Phòng Giáo dục", "agency", department)
        school = make_institution("HS.A1", "Trường dưới phòng", "primary", agency)
        body = body_of(department)
        for member in (agency, school):
            assert f'href="http://{member.hostname}/"' in body
        assert re.search(r"<p>[^<]*\b2\b[^<]*</p>", body)

    def test_a_school_leads_to_its_authority(self, department, school):
        assert f'href="http://{department.hostname}/"' in body_of(school)

    def test_what_is_not_for_everybody_is_not_shown(self, school):
        fill(school, 2)
        page = ArticlePage.objects.get(title="Tin số 0")
        with system_publication(reason="test"):
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        for path in ("/", "/tim-kiem/?q=tin", "/tin-tuc/feed.rss", "/sitemap.xml"):
            body = body_of(school, path)
            assert "Tin số 0" not in body
            assert "tin-so-0" not in body
        response = Client(headers={"host": school.hostname}).get("/tin-tuc/tin-so-0/")
        assert response.status_code == 302

    def test_the_map_is_offered_where_the_board_gave_the_place(self, school):
        assert "geo:" not in body_of(school)
        ContactPage.objects.filter(path__startswith=home_of(school).path).update(
            latitude="21.028511", longitude="105.804817"
        )
        caches["pages"].clear()
        assert 'href="geo:21.028511,105.804817"' in body_of(school)

    def test_opening_hours_are_those_of_the_institution(self, school):
        school.opening_hours = "Thứ Hai đến thứ Sáu: 7 giờ – 17 giờ"
        school.save()
        assert school.opening_hours in body_of(school)
