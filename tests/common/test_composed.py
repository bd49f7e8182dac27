"""What is stored is composed, whichever way it came (W12.1)."""

from __future__ import annotations

import unicodedata

import pytest

from sections.models import ArticlePage, NewsIndexPage
from tests.factories import make_institution, make_page, section_of

COMPOSED = "Đường đến Trường Tiểu học"
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED).replace("Đ", "\u00d0")
SOURCE = {"author_name": "Tổ Văn", "source_name": "Nhà trường"}
pytestmark = pytest.mark.django_db


def test_titles_and_texts_of_pages():
    news = section_of(make_institution(), NewsIndexPage)
    body = [("paragraph", f"<p>{DECOMPOSED}</p>")]
    page = make_page(news, ArticlePage, title=DECOMPOSED, summary=DECOMPOSED, body=body, **SOURCE)
    stored = ArticlePage.objects.get(pk=page.pk)
    assert (stored.title, stored.summary) == (COMPOSED, COMPOSED)
    assert COMPOSED in str(stored.body)


def test_names_of_institutions():
    institution = make_institution(name=DECOMPOSED)
    institution.refresh_from_db()
    assert institution.name == COMPOSED
