"""The editor of articles, topics, albums, press and feeds (W8.2, W9.2, W10.4)."""

from __future__ import annotations

import re

import feedparser
import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from editorial.publication_rules import Stage, refusals
from sections.models import (
    AlbumPage,
    AlbumPicture,
    ArticlePage,
    InformationPage,
    NewsIndexPage,
    PressItemPage,
    PressPage,
)
from sections.models.albums import NO_PICTURES
from tests.factories import home_of, make_page, section_of
from tests.sections.news.conftest import browser

MADE_BY = {"author_name": "Văn phòng", "source_name": "Trường"}


def url_of(page) -> str:
    return page.get_url_parts()[2]


@pytest.fixture
def news(net):
    return section_of(net.a, NewsIndexPage)


def write(news, title, **fields):
    return make_page(news, ArticlePage, title=title, **(MADE_BY | {"date": timezone.localdate()} | fields))


def test_a_new_article_opens_with_author_source_date_and_topics_filled_in(net, people, news):
    write(news, "Bài cũ", topic="Chuyển đổi số")
    url = reverse("wagtailadmin_pages:add", args=["sections", "articlepage", news.pk])
    html = browser(net.a, people.author).get(url).content.decode()
    assert re.search(rf'name="author_name"[^>]*value="{people.author.get_full_name()}"', html)
    assert net.a.name in html
    assert re.search(rf'name="date"[^>]*value="{timezone.localdate():%d/%m/%Y}"', html) or re.search(
        rf'name="date"[^>]*value="{timezone.localdate():%Y-%m-%d}"', html
    )
    assert '<option value="Chuyển đổi số">' in html


def test_a_topic_typed_otherwise_is_the_one_that_the_site_has(news):
    write(news, "Bài cũ", topic="Chuyển đổi số")
    assert write(news, "Bài mới", topic="chuyen  đổi Số").topic == "Chuyển đổi số"
    assert write(news, "Bài khác", topic="Thể thao").topic == "Thể thao"


def test_the_section_narrows_to_a_topic_and_a_kind(net, news):
    write(news, "Bài số hoá", topic="Chuyển đổi số")
    write(news, "Bài thể thao", topic="Thể thao")
    write(news, "Lịch nghỉ", topic="Thể thao", kind="notice")
    client = browser(net.a)

    def shown(question: str) -> set[str]:
        html = client.get(url_of(news) + question).content.decode()
        return {title for title in ("Bài số hoá", "Bài thể thao", "Lịch nghỉ") if title in html}

    assert shown("?topic=chuyen-doi-so") == {"Bài số hoá"}
    assert shown("?kind=notice") == {"Lịch nghỉ"}
    assert shown("?kind=news&topic=the-thao") == {"Bài thể thao"}
    assert shown("?topic=khong-co") == {"Bài số hoá", "Bài thể thao", "Lịch nghỉ"}


def make_picture(net, title="Kéo co", description="Học sinh kéo co", **fields):
    return get_image_model().objects.create(
        title=title,
        description=description,
        file=get_test_image_file(size=(60, 40)),
        collection=net.a.collection,
        author_name="Lê An",
        source_name="Trường",
        **fields,
    )


def make_album(net, news, number=3, **fields):
    page = make_page(news, AlbumPage, title="Hội thao", **(MADE_BY | {"date": timezone.localdate()} | fields))
    AlbumPicture.objects.bulk_create(
        AlbumPicture(page=page, image=make_picture(net), caption=f"Chú thích {place}", sort_order=place)
        for place in range(number)
    )
    return AlbumPage.objects.get(pk=page.pk)


def test_an_album_shows_every_picture_with_its_words_and_leads_to_each(net, news):
    album = make_album(net, news)
    client = browser(net.a)
    html = client.get(url_of(album)).content.decode()
    assert html.count('alt="Học sinh kéo co"') == 3
    assert "Lê An" in html
    assert f'href="{url_of(album)}2/"' in html
    second = client.get(url_of(album) + "2/").content.decode()
    assert "Chú thích 1" in second
    assert 'rel="prev"' in second
    assert 'rel="next"' in second
    assert client.get(url_of(album) + "4/").status_code == 404
    assert client.get(url_of(album) + "0/").status_code == 404


def test_the_list_of_albums_shows_their_covers(net, news):
    make_album(net, news)
    html = browser(net.a).get(url_of(news) + "?kind=album").content.decode()
    assert "Hội thao" in html
    assert "<picture" in html


def test_an_album_without_pictures_or_words_does_not_go_to_the_board(net, news):
    album = make_album(net, news, 0)
    assert refusals(album, Stage.SUBMIT)["sections.album"] == NO_PICTURES
    AlbumPicture.objects.create(page=album, image=make_picture(net, description=""), sort_order=0)
    reason = refusals(AlbumPage.objects.get(pk=album.pk), Stage.SUBMIT)["sections.album"]
    assert "Kéo co" in reason


@pytest.fixture
def press(net):
    home = home_of(net.a)
    return make_page(home, PressPage, title="Báo chí", slug="bao-chi")


def test_the_press_section_shows_kinds_and_keeps_older_entries(net, press):
    make_page(press, InformationPage, title="Mục cũ", **MADE_BY)
    make_page(press, PressItemPage, title="Thông cáo số 1", kind="notice", **MADE_BY)
    make_page(
        press,
        PressItemPage,
        title="Phỏng vấn",
        kind="interview",
        outlet="Báo Hoa Sơn",
        outlet_url="https://bao.example.vn/1",
        **MADE_BY,
    )
    client = browser(net.a)
    html = client.get(url_of(press)).content.decode()
    assert all(title in html for title in ("Mục cũ", "Thông cáo số 1", "Phỏng vấn"))
    interviews = client.get(url_of(press) + "?kind=interview").content.decode()
    assert "Thông cáo số 1" not in interviews
    assert 'href="/tin-tuc/phong-van/feed.rss"' in interviews
    page = client.get(url_of(PressItemPage.objects.get(kind="interview"))).content.decode()
    assert 'href="https://bao.example.vn/1"' in page


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("tin", {"Bài"}),
        ("thong-bao", {"Lịch nghỉ"}),
        ("hinh-anh", {"Hội thao"}),
        ("thong-cao", {"Thông cáo"}),
        ("bao-chi", {"Thông cáo"}),
    ],
)
def test_each_kind_has_feeds_of_its_own(net, news, press, part, expected):
    write(news, "Bài")
    write(news, "Lịch nghỉ", kind="notice")
    make_album(net, news, 1)
    make_page(press, PressItemPage, title="Thông cáo", kind="notice", **MADE_BY)
    client = browser(net.a)
    for kind in ("rss", "atom"):
        feed = feedparser.parse(client.get(f"/tin-tuc/{part}/feed.{kind}").content)
        assert not feed.bozo
        assert {entry.title for entry in feed.entries} == expected
    items = client.get(f"/tin-tuc/{part}/feed.json").json()["items"]
    assert {item["title"] for item in items} == expected


def test_a_feed_of_nothing_known_does_not_exist(net):
    assert browser(net.a).get("/tin-tuc/la/feed.rss").status_code == 404
