"""Feeds and the site map: valid, complete, of one site only."""

from __future__ import annotations

import datetime as dt
import json
import re
from zoneinfo import ZoneInfo

import feedparser
import pytest
from defusedxml import ElementTree
from django.test import Client

from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_institution, make_page, section_of

pytestmark = pytest.mark.django_db
MOMENT = dt.datetime(2026, 9, 5, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FIELDS = {
    "first_published_at": MOMENT,
    "last_published_at": MOMENT,
    "author_name": "Lê Thị Mây",
    "source_name": "Nhà trường",
    "summary": "Tóm tắt <b>&",
    "topic": "Thể thao",
}


@pytest.fixture
def department():
    department = make_institution()
    make_page(section_of(department, NewsIndexPage), ArticlePage, title="Tin của Sở", **FIELDS)
    return department


@pytest.fixture
def school(department):
    school = make_institution("HS.1", "Trường Tiểu học Ban Mai", "primary", department)
    news = section_of(school, NewsIndexPage)
    make_page(news, ArticlePage, title="Khai giảng & hội diễn", slug="khai-giang", **FIELDS)
    make_page(news, ArticlePage, title="Nháp", live=False, **FIELDS)
    return school


@pytest.fixture
def client(school):
    return Client(headers={"host": school.hostname})


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_is_valid_and_names_author_source_and_origin(client, school, kind):
    response = client.get(f"/tin-tuc/feed.{kind}")
    feed = feedparser.parse(response.content)
    origin = f"http://{school.hostname}"
    assert not feed.bozo
    assert feed.feed.title.startswith(school.name)
    assert feed.feed.link == f"{origin}/"
    (entry,) = feed.entries
    assert entry.title == "Khai giảng & hội diễn"
    assert entry.link == f"{origin}/tin-tuc/khai-giang/"
    assert entry.author == "Lê Thị Mây"
    assert entry.dcterms_source == "Nhà trường"
    assert entry.id.startswith("urn:uuid:")
    assert entry.published_parsed
    assert entry.tags[1].term == "Thể thao"
    assert "self" in {link.rel for link in feed.feed.links}


def test_the_json_feed_says_the_same(client, school):
    response = client.get("/tin-tuc/feed.json")
    assert response["Content-Type"].startswith("application/feed+json")
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"http://{school.hostname}/tin-tuc/feed.json"
    (item,) = feed["items"]
    assert item["url"] == f"http://{school.hostname}/tin-tuc/khai-giang/"
    assert item["authors"] == [{"name": "Lê Thị Mây"}]
    assert item["_source"]["name"] == "Nhà trường"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT.*\+07:00", item["date_published"])


def test_what_was_published_elsewhere_is_credited_in_every_feed(client, school):
    link, licence = "https://bao.example/bai", "https://creativecommons.org/licenses/by/4.0/deed.vi"
    changes = {"is_republished": True, "source_url": link, "reuse_terms": "cc-by"}
    ArticlePage.objects.filter(title__startswith="Khai").update(**changes)
    for kind in ("rss", "atom"):
        content = client.get(f"/tin-tuc/feed.{kind}").content
        feed = feedparser.parse(content)
        assert not feed.bozo
        assert feed.entries[0].author == "Lê Thị Mây"
        assert link in content.decode()
        assert licence in content.decode()
        assert "Creative Commons" in content.decode()
    (item,) = json.loads(client.get("/tin-tuc/feed.json").content)["items"]
    assert item["external_url"] == item["_source"]["url"] == link
    assert item["_license"] == licence


def test_a_control_character_does_not_break_a_feed(client, school):
    # NUL is not among them: PostgreSQL stores none.
    ArticlePage.objects.filter(title__startswith="Khai").update(summary="a\x0bb\x1fc", author_name="x\x08")
    for kind in ("rss", "atom"):
        assert not feedparser.parse(client.get(f"/tin-tuc/feed.{kind}").content).bozo


def test_another_kind_of_feed_is_not_found(client):
    assert client.get("/tin-tuc/feed.xml").status_code == 404


def test_an_empty_feed_is_valid(department):
    english = Client(headers={"host": department.hostname}).get("/en/tin-tuc/feed.atom")
    feed = feedparser.parse(english.content)
    assert (feed.bozo, feed.entries) == (False, [])


def test_the_site_map_lists_the_live_pages_of_this_site_only(client, school, department):
    text = client.get("/sitemap.xml").content
    addresses = [node.text for node in ElementTree.fromstring(text).iter() if node.tag.endswith("}loc")]
    origin = f"http://{school.hostname}"
    assert {f"{origin}/", f"{origin}/tin-tuc/khai-giang/"} <= set(addresses)
    assert all(address.startswith(f"{origin}/") for address in addresses)
    assert not [address for address in addresses if "nhap" in address]
    assert len(addresses) == len(set(addresses))
    assert all(client.get(address.removeprefix(origin)).status_code == 200 for address in addresses)


def test_the_site_map_puts_the_languages_beside_each_other(department):
    text = Client(headers={"host": department.hostname}).get("/sitemap.xml").content.decode()
    origin = f"http://{department.hostname}"
    home = re.search(rf"<loc>{origin}/</loc>.*?</url>", text, re.DOTALL).group()
    assert f'hreflang="en" href="{origin}/en/"' in home
    assert f'hreflang="vi" href="{origin}/"' in home
    assert f"<loc>{origin}/en/</loc>" in text
