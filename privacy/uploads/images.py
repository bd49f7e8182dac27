"""Pictures: opened whole, of a size that a program can show, and written anew from their pixels.

What is not a pixel is lost on the way: place and owner in EXIF, thumbnails, text, programs behind the end of the picture.
"""

from __future__ import annotations

import io
import warnings

import pillow_heif
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

MAX_PIXELS = 64_000_000
MAX_FRAMES = 200
FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "gif": "GIF",
    "heic": "HEIF",
    "heif": "HEIF",
    "avif": "AVIF",
}
ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}
_FOREIGN = (b"%PDF-", b"<script", b"<?php", b"<html", b"<svg", b"PK\x05\x06", b"PK\x03\x04")
_TAIL = 64 * 1024

pillow_heif.register_heif_opener()


def checked(data: bytes, found: FileType) -> bytes:
    """The picture as it is, once its pixels could be read and nothing of another type stands in it."""
    _opened(data, found)
    tail = data[-_TAIL:].lower()
    if any(
        sign.lower() in data[:1024].lower() or sign.lower() in _after_end(data, tail) for sign in _FOREIGN
    ):
        raise refused(
            "polyglot",
            _("The picture contains another file. Open it in a picture program and save it again."),
        )
    return data


def rewritten(data: bytes, found: FileType) -> bytes:
    """The picture from its pixels: PNG stays PNG, all others become JPEG."""
    image = ImageOps.exif_transpose(_opened(data, found))
    output = io.BytesIO()
    if FORMATS[found.ending] in ("PNG", "GIF") and image.mode in ("RGBA", "LA", "P", "1", "L", "RGB", "I;16"):
        flat = image.convert("RGBA" if image.mode in ("RGBA", "LA", "P") else "RGB")
        Image.frombytes(flat.mode, flat.size, flat.tobytes()).save(output, "PNG")
    else:
        flat = image.convert("RGB")
        Image.frombytes("RGB", flat.size, flat.tobytes()).save(output, "JPEG", quality=88, optimize=True)
    return output.getvalue()


def content_type_of(data: bytes, found: FileType) -> str:
    if found.structure != "image":
        return found.content_type
    return (
        "image/png"
        if data.startswith(b"\x89PNG")
        else "image/jpeg"
        if data.startswith(b"\xff\xd8")
        else found.content_type
    )


def _opened(data: bytes, found: FileType) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=[FORMATS[found.ending]])
            if image.width * image.height > MAX_PIXELS or getattr(image, "n_frames", 1) > MAX_FRAMES:
                raise _too_many()
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many() from None
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        MemoryError,
        RuntimeError,
        TypeError,
        IndexError,
    ):
        raise refused(
            "broken",
            _("The picture is damaged and cannot be opened. Open it in a picture program and save it again."),
        ) from None
    return image


def _too_many():
    return refused(
        "pixels",
        _("The picture has too many pixels. Send one of at most %(limit)d megapixels."),
        limit=MAX_PIXELS // 1_000_000,
    )


def _after_end(data: bytes, tail: bytes) -> bytes:
    """What stands behind the end of a JPEG, PNG or GIF, of the last 64 KiB; nothing for formats with a length of their own."""
    for start, end in ((b"\xff\xd8", b"\xff\xd9"), (b"\x89png", b"iend\xaeb`\x82")):
        if data[: len(start)].lower() == start:
            return tail.rpartition(end)[2]
    return b""
