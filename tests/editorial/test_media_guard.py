"""The file that a published page shows stays; what says where it comes from may be put right."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file

from editorial.models import ChainRefusedError, SiteImage
from editorial.services.guard import system_publication
from editorial.services.media_guard import published_pages_with
from sections.models import ArticlePage
from tests.factories import make_page

TITLE = "Ngày hội đọc sách"
WRITTEN = {
    "title": TITLE,
    "summary": "Một buổi sáng.",
    "author_name": "Tổ Ngữ văn",
    "source_name": "Trường THPT Đồi Chè",
}


@pytest.fixture
def picture(province) -> SiteImage:
    return SiteImage.objects.create(
        title="Sân trường",
        description="Học sinh đọc sách ở sân trường.",
        collection=province.a.collection,
        file=get_test_image_file(),
    )


@pytest.fixture
def article(desk, picture) -> ArticlePage:
    return make_page(desk.news, ArticlePage, image=picture, **WRITTEN)


def exchange(picture: SiteImage) -> None:
    picture.file = ContentFile(get_test_image_file(colour="black").file.getvalue(), name="anh-khac.png")
    picture.save()


def test_the_file_of_a_picture_on_a_published_page_is_not_exchanged(article, picture):
    before = picture.file.name
    assert [page.pk for page in published_pages_with(picture)] == [article.pk]
    with pytest.raises(ChainRefusedError, match=TITLE):
        exchange(picture)
    assert SiteImage.objects.get(pk=picture.pk).file.name == before


def test_the_form_says_so_at_the_field_and_keeps_the_file(article, picture, desk, people):
    before = picture.file.name
    response = desk.client(people.editor).post(
        reverse("wagtailimages:edit", args=[picture.pk]),
        {
            "title": "Sân trường mới",
            "description": picture.description,
            "file": SimpleUploadedFile(
                "anh-khac.png", get_test_image_file(colour="black").file.getvalue(), "image/png"
            ),
        },
    )
    assert TITLE in str(response.context["form"].errors["file"])
    assert SiteImage.objects.get(pk=picture.pk).file.name == before


def test_a_picture_on_a_published_page_is_not_deleted(article, picture):
    with pytest.raises(ChainRefusedError, match=TITLE), transaction.atomic():
        picture.delete()
    assert SiteImage.objects.filter(pk=picture.pk).exists()


def test_its_author_and_source_may_be_put_right(article, picture):
    picture.author_name = "Tổ Ngữ văn"
    picture.save()
    assert SiteImage.objects.get(pk=picture.pk).author_name == "Tổ Ngữ văn"


def test_a_picture_on_a_draft_may_be_exchanged_and_deleted(desk, picture):
    make_page(desk.news, ArticlePage, live=False, image=picture, **WRITTEN)
    before = picture.file.name
    exchange(picture)
    assert SiteImage.objects.get(pk=picture.pk).file.name != before
    picture.delete()


def test_a_programme_that_publishes_may_exchange_it(article, picture):
    with system_publication(reason="test"):
        exchange(picture)
        picture.delete()
