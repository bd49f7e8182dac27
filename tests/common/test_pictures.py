"""The words of pictures, names of files in their place, and the widths of a picture element."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace

import pytest
from django.core.files.images import ImageFile
from django.template import Context, Template
from PIL import Image as PILImage
from PIL import ImageChops
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from willow.plugins.pillow import PillowImage

from common.pictures import AVIF_SPEED, FILE_NAME, NO_WORDS, alt_text, words_fault
from common.text import looks_like_file_name


def image(words: str = "", *, decorative: bool = False):
    return SimpleNamespace(default_alt_text="" if decorative else words, is_decorative=decorative)


@pytest.mark.parametrize(
    "text",
    ["IMG_2034", "IMG 2034", "DSC00012.JPG", "san-truong", "anh1", "Ảnh chụp màn hình 2026-09-05 101112", "z5123_abc",
     "quyet-dinh-12.pdf", "Khai giảng.jpeg", "WhatsApp Image 2026-09-05 (1)"],
)  # fmt: skip
def test_the_name_of_a_file_is_told_from_words(text):
    assert looks_like_file_name(text)


@pytest.mark.parametrize(
    "text",
    ["Học sinh chạy tiếp sức", "Công văn 12/SGDĐT-VP", "12/QĐ-SGDĐT", "Thư viện", "Lớp 9A2 trồng cây", "", "Kế hoạch năm 2026"],
)  # fmt: skip
def test_words_are_not_taken_for_the_name_of_a_file(text):
    assert not looks_like_file_name(text)


def test_a_picture_has_the_words_of_its_place_else_its_own_and_none_as_decoration():
    assert alt_text(image("Sân trường"), "Lễ chào cờ") == "Lễ chào cờ"
    assert alt_text(image("Sân trường"), "  ") == "Sân trường"
    assert alt_text(image("Sân trường"), "Lễ chào cờ", decorative=True) == ""


@pytest.mark.parametrize(
    ("picture", "own", "decorative", "fault"),
    [
        (image(), "", False, NO_WORDS),
        (image(), "IMG_2034", False, FILE_NAME),
        (image("DSC_1.jpg"), "", False, FILE_NAME),
        (image("DSC_1.jpg"), "Sân trường", False, None),
        (image("Sân trường"), "", False, None),
        (image(), "", True, None),
        (image(decorative=True), "", False, None),
    ],
)
def test_a_picture_is_described_in_words_or_is_decoration(picture, own, decorative, fault):
    assert words_fault(picture, own, decorative=decorative) == fault


@pytest.mark.django_db
@pytest.mark.parametrize(("width", "widths"), [(300, []), (700, [480, 700]), (1200, [480, 960])])
def test_a_picture_element_names_each_width_once(width, widths):
    file: ImageFile = get_test_image_file(size=(width, 200))
    picture = get_image_model().objects.create(title="Ảnh", file=file)
    template = Template(
        "{% load pictures %}{% distinct_picture p format-{avif,jpeg} width-{480,960} sizes='100vw' alt=words %}"
    )
    html = template.render(Context({"p": picture, "words": "Một <b>"}))
    assert 'alt="Một &lt;b&gt;"' in html
    for srcset in re.findall(r'srcset="([^"]*)"', html):
        assert [int(number) for number in re.findall(r" (\d+)w", srcset)] == widths
    assert ("sizes=" in html) is bool(widths)


def written(mode: str = "RGB", **kwargs) -> bytes:
    buffer = io.BytesIO()
    source = PILImage.effect_mandelbrot((320, 200), (-2, -1, 1, 1), 60).convert(mode)
    PillowImage(source).save_as_avif(buffer, **kwargs)
    return buffer.getvalue()


def test_pictures_are_written_in_avif_at_the_speed_that_was_chosen(monkeypatch):
    speeds = []
    save = PILImage.Image.save

    def spy(self, target, kind, **kwargs):
        speeds.append(kwargs.get("speed"))
        save(self, target, kind, **kwargs)

    monkeypatch.setattr(PILImage.Image, "save", spy)
    made = PILImage.open(io.BytesIO(written(quality=61)))
    assert (made.format, made.size, speeds) == ("AVIF", (320, 200), [AVIF_SPEED])


def test_a_lossless_picture_loses_nothing():
    source = PILImage.effect_mandelbrot((320, 200), (-2, -1, 1, 1), 60).convert("RGB")
    made = PILImage.open(io.BytesIO(written(lossless=True))).convert("RGB")
    assert max(high for _low, high in ImageChops.difference(source, made).getextrema()) <= 1
