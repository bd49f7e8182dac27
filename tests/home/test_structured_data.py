"""What pages say of author, source and terms: to readers, to machines, to links in messages."""

from __future__ import annotations

import datetime as dt
import json
import re
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.images.tests.utils import get_test_image_file

from editorial.models import SiteDocument, SiteImage
from sections.models import (
    ArticlePage,
    DocumentFile,
    DocumentIndexPage,
    DocumentPage,
    EventIndexPage,
    EventPage,
    NewsIndexPage,
)
from sections.presentation import FIGURE_RENDITIONS
from tests.factories import make_institution, make_page, section_of

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 9, 5, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OWN = {"author_name": "Tổ Ngữ văn", "source_name": "Nhà trường", "first_published_at": MOMENT}
REPUBLISHED = {
    "author_name": "Lê Thị Mây",
    "source_name": "Báo Hòa Sơn",
    "source_url": "https://bao.example/bai?a=1&b=2",
    "is_republished": True,
    "reuse_terms": "cc-by",
}
CC_BY = "https://creativecommons.org/licenses/by/4.0/deed.vi"


@pytest.fixture
def school():
    return make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", address="Số 2 phố Hoa Ban")


def make_picture(school, **fields) -> SiteImage:
    fields = {"title": "IMG_1", "description": "Học sinh <đọc> sách"} | REPUBLISHED | fields
    file = get_test_image_file(size=(1200, 800))
    image = SiteImage.objects.create(file=file, collection=school.collection, **fields)
    image.get_renditions(*FIGURE_RENDITIONS)
    return image


def get(school, path: str) -> str:
    response = Client(headers={"host": school.hostname}).get(path)
    assert response.status_code == 200
    return response.content.decode()


def graph_of(html: str) -> dict[str, dict]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert "<" not in text
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return {item["@type"]: item for item in data["@graph"]}


def figure(image) -> tuple:
    return ("figure", {"image": image, "alt": "", "decorative": False, "caption": "Giờ đọc sách"})


class TestArticle:
    @pytest.fixture
    def html(self, school):
        image = make_picture(school)
        make_page(
            section_of(school, NewsIndexPage),
            ArticlePage,
            title="Ngày hội </script>đọc sách",
            slug="doc-sach",
            body=[figure(image)],
            image=image,
            last_published_at=MOMENT,
            **(OWN | REPUBLISHED),
        )
        return get(school, "/tin-tuc/doc-sach/")

    def test_names_author_source_link_and_terms_to_its_readers(self, html):
        assert "Lê Thị Mây" in html
        assert '<a href="https://bao.example/bai?a=1&amp;b=2">Báo Hòa Sơn</a>' in html
        assert f'<a rel="license" href="{CC_BY}">' in html

    def test_credits_each_picture_below_it(self, html):
        captions = re.findall(r"<figcaption>(.*?)</figcaption>", html, re.DOTALL)
        assert len(captions) == 2
        assert all("© Lê Thị Mây" in caption and CC_BY in caption for caption in captions)
        assert "Giờ đọc sách" in captions[1]

    def test_describes_its_pictures_by_their_own_words(self, html):
        assert html.count('alt="Học sinh &lt;đọc&gt; sách"') == 2

    def test_says_the_same_to_machines(self, html, school):
        graph = graph_of(html)
        article = graph["NewsArticle"]
        assert article["headline"] == "Ngày hội </script>đọc sách"
        assert article["author"] == {"@type": "Person", "name": "Lê Thị Mây"}
        assert article["creditText"] == "Báo Hòa Sơn"
        assert article["isBasedOn"] == "https://bao.example/bai?a=1&b=2"
        assert article["license"] == CC_BY
        assert article["datePublished"] == "2026-09-05T07:30:00+07:00"
        picture = article["image"][0]
        assert picture["@type"] == "ImageObject"
        assert picture["license"] == CC_BY
        assert picture["creator"]["name"] == "Lê Thị Mây"
        assert picture["contentUrl"].startswith(f"http://{school.hostname}/media/")
        assert [item["position"] for item in graph["BreadcrumbList"]["itemListElement"]] == [1, 2, 3]
        assert graph["ElementarySchool"]["name"] == school.name

    def test_shows_itself_in_messages(self, html, school):
        properties = dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))
        assert properties["og:type"] == "article"
        assert properties["og:url"] == f"http://{school.hostname}/tin-tuc/doc-sach/"
        assert properties["og:image:width"] == "960"
        assert properties["og:image:alt"] == "Học sinh &lt;đọc&gt; sách"
        assert properties["article:author"] == "Lê Thị Mây"


def test_more_pictures_cost_no_more_queries(school):
    news = section_of(school, NewsIndexPage)
    images = [make_picture(school) for _number in range(6)]
    for name, shown in (("mot", images[:1]), ("nhieu", images)):
        body = [figure(image) for image in shown]
        make_page(news, ArticlePage, title=name, slug=name, image=images[0], body=body, **OWN)
    counts = []
    for name in ("mot", "mot", "nhieu"):
        with CaptureQueriesContext(connection) as queries:
            get(school, f"/tin-tuc/{name}/?{len(counts)}")
        counts.append(len(queries))
    assert counts[2] <= counts[1]


def test_a_decorative_picture_is_passed_over_by_screen_readers_and_machines(school):
    image = make_picture(school, is_decorative=True)
    make_page(section_of(school, NewsIndexPage), ArticlePage, title="Tin", slug="tin", image=image, **OWN)
    html = get(school, "/tin-tuc/tin/")
    assert re.search(r'<img[^>]* alt=""', html)
    assert "image" not in graph_of(html)["NewsArticle"]


def test_an_event_states_when_and_where(school):
    fields = {"starts_at": MOMENT, "ends_at": MOMENT + dt.timedelta(hours=2), "place": "Sân trường"}
    make_page(
        section_of(school, EventIndexPage), EventPage, title="Khai giảng", slug="khai-giang", **(OWN | fields)
    )
    index = section_of(school, EventIndexPage)
    event = graph_of(get(school, f"/{index.slug}/khai-giang/"))["Event"]
    assert event["startDate"] == "2026-09-05T07:30:00+07:00"
    assert event["location"]["name"] == "Sân trường"
    assert event["organizer"]["name"] == school.name


@pytest.fixture
def document(school):
    file = SiteDocument.objects.create(
        title="Kế hoạch năm học",
        file=ContentFile(b"x" * 2048, name="ke-hoach.txt"),
        file_size=2048,
        collection=school.collection,
        author_name="Văn phòng",
        source_name="Sở Giáo dục",
        source_url="https://so.example/",
        reuse_terms="state",
    )
    index = section_of(school, DocumentIndexPage)
    page = make_page(
        index,
        DocumentPage,
        title="Công văn 12",
        slug="cv-12",
        number="12/CV",
        document_type="Công văn",
        issuer="Nhà trường",
        issued_on=MOMENT.date(),
        **OWN,
    )
    DocumentFile.objects.create(page=page, file=file)
    return index, page


@pytest.mark.parametrize(
    ("where", "more"), [("/{index}/", ()), ("/{index}/cv-12/", ("© Văn phòng", "Văn bản chính thức"))]
)
def test_a_file_is_listed_with_type_size_and_source(school, document, where, more):
    html = get(school, where.format(index=document[0].slug))
    link = re.search(r'<a class="file".*?</a>\s*<span class="credit">.*?</p>', html, re.DOTALL).group()
    source = '<a href="https://so.example/">Sở Giáo dục</a>'
    for text in ("Kế hoạch năm học", "TXT", "2,0", source, *more):
        assert text in link


def test_a_document_states_its_number_and_files(school, document):
    found = graph_of(get(school, f"/{document[0].slug}/cv-12/"))["DigitalDocument"]
    assert found["identifier"] == "12/CV"
    (file,) = found["encoding"]
    assert file["name"] == "Kế hoạch năm học"
    assert file["encodingFormat"] == "text/plain"
    assert file["creator"] == {"@type": "Organization", "name": "Văn phòng"}


def test_the_home_page_shows_its_picture_with_words_and_credit(school):
    school.hero_image = make_picture(school)
    school.save()
    html = get(school, "/")
    assert 'alt="Học sinh &lt;đọc&gt; sách"' in html
    assert "© Lê Thị Mây" in html
    graph = graph_of(html)
    assert graph["WebSite"]["potentialAction"]["target"].endswith("?q={search_term_string}")


def test_a_view_that_is_no_page_names_the_institution_only(school):
    assert set(graph_of(get(school, "/tim-kiem/"))) == {"ElementarySchool"}
