"""Pictures lose place and owner and keep what they show, the way up included."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from privacy.guard.photos import ORIENTATION, UnreadablePictureError, metadata_in, stripped

GPS, ARTIST, MODEL = 0x8825, 0x013B, 0x0110


def picture(kind: str, **options) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION], exif[ARTIST], exif[MODEL] = 6, "Nguyen Van A", "Phone 12"
    exif.get_ifd(GPS)[2] = (20.0, 51.0, 12.0)
    exif.get_ifd(GPS)[1] = "N"
    image = Image.new("RGB", (24, 16), (200, 120, 40))
    image.putpixel((3, 4), (1, 2, 3))
    out = io.BytesIO()
    image.save(out, kind, exif=exif, **options)
    return out.getvalue()


KINDS = {
    "JPEG": {"quality": 95, "comment": b"Truong Doi Che"},
    "PNG": {},
    "WEBP": {"lossless": True},
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_camera_wrote_is_gone_and_the_orientation_stays(kind):
    before = picture(kind, **KINDS[kind])
    assert "gps" in metadata_in(before)
    after = stripped(before)
    assert metadata_in(after) == set()
    assert b"Nguyen Van A" not in after
    assert b"Phone 12" not in after
    assert Image.open(io.BytesIO(after)).getexif()[ORIENTATION] == 6


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_itself_is_not_written_anew(kind):
    before = picture(kind, **KINDS[kind])
    first, second = (
        Image.open(io.BytesIO(data)).convert("RGB").tobytes() for data in (before, stripped(before))
    )
    assert first == second


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_time_changes_nothing(kind):
    once = stripped(picture(kind, **KINDS[kind]))
    assert stripped(once) == once


def test_texts_in_a_png_are_gone():
    info = PngInfo()
    info.add_text("Author", "Nguyen Van A")
    info.add_itxt("XML:com.adobe.xmp", "<x>Nguyen Van A</x>")
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    assert b"Nguyen Van A" in out.getvalue()
    assert b"Nguyen Van A" not in stripped(out.getvalue())


def test_a_moving_gif_loses_its_comment_and_still_moves():
    frames = [Image.new("RGB", (4, 4), (n * 80, 0, 0)) for n in range(3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], comment=b"Nguyen Van A", loop=0)
    after = stripped(out.getvalue())
    assert b"Nguyen Van A" not in after
    assert Image.open(io.BytesIO(after)).n_frames == 3


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\nxx", b"GIF89a", b"no picture"])
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(UnreadablePictureError):
        stripped(data)
