"""Pictures of a published page have their sizes before the first reader comes."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.images import get_image_model

from sections.models import ArticlePage
from sections.pictures import pictures_of, prepare_renditions
from sections.presentation import FIGURE_RENDITIONS, RENDITIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "#0b5c8c").save(buffer, "PNG")
    buffer.seek(0)
    return get_image_model().objects.create(title="Sân trường", file=ImageFile(buffer, name="san-truong.png"))


def test_the_picture_of_an_article_and_those_in_its_text_are_found_once(picture):
    figure = {"image": picture, "alt": "Sân trường", "caption": "", "decorative": False}
    page = ArticlePage(title="Khai giảng", image=picture, body=[("heading", "Mở đầu"), ("figure", figure)])
    assert pictures_of(page) == [picture.pk]


def test_a_page_without_pictures_has_none():
    assert pictures_of(ArticlePage(title="Thông báo nghỉ học")) == []


def test_every_size_that_templates_show_is_made(picture):
    assert prepare_renditions.call([picture.pk, picture.pk + 1]) == 1
    made = set(picture.renditions.values_list("filter_spec", flat=True))
    assert made == {*RENDITIONS, *FIGURE_RENDITIONS}
