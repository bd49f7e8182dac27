"""What the demonstration does in bulk equals what the services write one by one."""

from __future__ import annotations

import io

import brotli
import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images import get_image_model

from edusite.demo import people
from edusite.demo.loader import pictures_prepare
from edusite.demo.static_files import QuickCompressor
from network.models import Institution
from sections.presentation import FIGURE_RENDITIONS, HERO_RENDITIONS, RENDITIONS
from tests.factories import make_institution

pytestmark = pytest.mark.django_db


def drawing(size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "#0b5c8c").save(buffer, "JPEG")
    return buffer.getvalue()


def picture(title: str, content: bytes):
    return get_image_model().objects.create(title=title, file=ContentFile(content, name=f"{title}.jpg"))


def sizes(image) -> dict[str, tuple]:
    found = {}
    for rendition in image.renditions.all():
        with rendition.file.open("rb") as handle:
            found[rendition.filter_spec] = (
                rendition.width,
                rendition.height,
                rendition.focal_point_key,
                handle.read(),
            )
    return found


class TestPictures:
    def test_the_sizes_of_a_copy_are_those_that_would_be_made_for_it(self):
        content = drawing((640, 480))
        first, second = picture("bia", content), picture("cong-truong", content)
        pictures_prepare(lambda name: None)
        copied = sizes(second)
        assert copied == sizes(first)
        assert set(copied) == {*RENDITIONS, *FIGURE_RENDITIONS}
        second.renditions.all().delete()
        made = second.get_renditions(*copied)
        assert sizes(second) == copied
        names = [rendition.file.name.split("/")[-1] for rendition in made.values()]
        assert all(name.startswith("cong-truong") for name in names)

    def test_each_copy_has_a_file_of_its_own(self):
        content = drawing((64, 48))
        pictures = [picture("bia", content), picture("bia", content)]
        pictures_prepare(lambda name: None)
        names = [rendition.file.name for image in pictures for rendition in image.renditions.all()]
        assert len(names) == len(set(names)) == 2 * len({*RENDITIONS, *FIGURE_RENDITIONS})

    def test_a_picture_of_a_home_page_has_its_large_sizes_too_and_a_second_run_adds_none(self):
        hero = picture("bia", drawing((640, 480)))
        Institution.objects.filter(pk=make_institution().pk).update(hero_image=hero)
        for _ in range(2):
            pictures_prepare(lambda name: None)
            assert set(sizes(hero)) == {*RENDITIONS, *FIGURE_RENDITIONS, *HERO_RENDITIONS}


def test_every_account_signs_in_with_the_password_that_is_printed(monkeypatch):
    monkeypatch.setattr(people, "_showcase", lambda: [make_institution()])
    users = people.get_user_model().objects
    names = [login.username for login in people.people_create()] + [people.ADMINISTRATOR]
    assert len(names) == 5
    assert all(users.get(username=name).check_password(people.PASSWORD) for name in names)
    administrator = users.get(username=people.ADMINISTRATOR)
    assert administrator.is_superuser
    assert administrator.is_staff


def test_static_files_are_compressed_to_what_they_were():
    text = ("Trường Tiểu học Hoa Mai " * 400).encode()
    assert brotli.decompress(QuickCompressor.compress_brotli(text)) == text
