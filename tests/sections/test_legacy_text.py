"""Somebody pastes text of an old font into the editor (W12.1)."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_member, section_of

OLD, NEW = "TiÕng ViÖt rÊt hay, c¸c b¹n", "Tiếng Việt rất hay, các bạn"


@pytest.fixture
def author(school):
    client = Client()
    client.force_login(make_member(school, "author"))
    return client


def posted(school, author, **more):
    news = section_of(school, NewsIndexPage)
    paragraph = ("paragraph", rich_text(f"<p>{OLD}</p>"))
    data = nested_form_data(
        {
            "title": OLD,
            "slug": "bai",
            "kind": "news",
            "summary": "",
            "body": streamfield([paragraph]),
            "author_name": "Tổ Văn",
            "source_name": "Nhà trường",
            "files": inline_formset([]),
            "comments": inline_formset([]),
        }
        | more
    )
    return author.post(f"/admin/pages/add/sections/articlepage/{news.pk}/", data)


def test_is_shown_beside_how_it_reads_and_nothing_is_saved(school, author):
    html = posted(school, author).content.decode()
    assert OLD in html
    assert html.count(NEW) == 2
    assert not ArticlePage.objects.filter(slug="bai").exists()


def test_is_taken_over_in_unicode(school, author):
    posted(school, author, legacy_text="convert")
    page = ArticlePage.objects.get(slug="bai").get_latest_revision_as_object()
    assert page.title == NEW
    assert NEW in str(page.body)


def test_stays_where_it_is_another_language(school, author):
    posted(school, author, legacy_text="keep")
    assert ArticlePage.objects.get(slug="bai").get_latest_revision_as_object().title == OLD
