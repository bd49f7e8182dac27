"""Pictures without what the camera wrote about place and owner. The image data stays as it is, byte for byte.

Kept: orientation (a picture without it may lie on its side), colour profile, resolution. Removed: everything else of Exif
with the position, XMP, IPTC, comments, texts, the maker's notes, the small preview.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

__all__ = ["UnreadablePictureError", "metadata_in", "stripped"]

ORIENTATION = 0x0112
_JPEG_KEPT = {0xE0, 0xE2, 0xEE}
"""JFIF, colour profile, Adobe's colour transform."""
_PNG_DROPPED = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"dSIG"}
_WEBP_DROPPED = {b"EXIF", b"XMP "}
_RE_ENCODED = {"AVIF": "AVIF", "HEIF": "HEIF", "TIFF": "TIFF", "MPO": "JPEG"}


class UnreadablePictureError(ValueError):
    """Bytes that are no picture, or one whose metadata cannot be taken out."""


def stripped(data: bytes) -> bytes:
    """The picture without its metadata. Raises UnreadablePictureError."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[:4] == b"GIF8":
            return _gif(data)
        if _is_vector(data):
            return data
        return _again(data)
    except (struct.error, IndexError, zlib.error, OSError, UnidentifiedImageError, SyntaxError) as error:
        raise UnreadablePictureError("This is no picture that can be read.") from error


def _is_vector(data: bytes) -> bool:
    return data[:300].lstrip().startswith((b"<?xml", b"<svg"))


def _orientation(data: bytes) -> int:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return int(picture.getexif().get(ORIENTATION, 1))
    except (OSError, ValueError, SyntaxError, struct.error, TypeError):
        return 1


def _tiny_exif(orientation: int) -> bytes:
    """A TIFF directory with the orientation alone."""
    return (
        b"MM\x00*\x00\x00\x00\x08\x00\x01"
        + struct.pack(">HHIHH", ORIENTATION, 3, 1, orientation, 0)
        + b"\0\0\0\0"
    )


def _jpeg(data: bytes) -> bytes:
    out = bytearray(b"\xff\xd8")
    orientation = _orientation(data)
    if 2 <= orientation <= 8:
        payload = b"Exif\x00\x00" + _tiny_exif(orientation)
        out += b"\xff\xe1" + struct.pack(">H", len(payload) + 2) + payload
    for marker, segment in _jpeg_segments(data):
        is_app = 0xE0 <= marker <= 0xEF
        if marker == 0xFE or (is_app and marker not in _JPEG_KEPT):
            continue
        if marker == 0xE2 and not segment[4:].startswith(b"ICC_PROFILE"):
            continue
        out += segment
    return bytes(out)


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment; from the start of the scan to the end of the picture as one. What stands behind the end
    (a second picture, a film) is left out."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise UnreadablePictureError("A segment of the JPEG is damaged.")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9") if data.count(b"\xff\xd8\xff") == 1 else _first_end(data, at)
            yield marker, data[at : end + 2] if end > at else data[at:]
            return
        yield marker, data[at : at + 2 + length]
        at += 2 + length
    raise UnreadablePictureError("The JPEG has no picture.")


def _first_end(data: bytes, at: int) -> int:
    return data.find(b"\xff\xd9", at)


def _png(data: bytes) -> bytes:
    out = bytearray(data[:8])
    orientation = _orientation(data)
    at = 8
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind, chunk = data[at + 4 : at + 8], data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise UnreadablePictureError("A part of the PNG is cut off.")
        if kind == b"IDAT" and 2 <= orientation <= 8:
            out += _png_chunk(b"eXIf", _tiny_exif(orientation))
            orientation = 1
        if kind not in _PNG_DROPPED:
            out += chunk
        if kind == b"IEND":
            return bytes(out)
        at += 12 + length
    raise UnreadablePictureError("The PNG has no end.")


def _png_chunk(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def _webp(data: bytes) -> bytes:
    orientation = _orientation(data)
    keeps = 2 <= orientation <= 8
    out = bytearray()
    at = 12
    while at + 8 <= len(data):
        kind, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        chunk = data[at : at + 8 + length + (length & 1)]
        if kind == b"VP8X":
            flags = chunk[8] & ~0x0C | (0x08 if keeps else 0)
            chunk = chunk[:8] + bytes((flags,)) + chunk[9:]
        if kind not in _WEBP_DROPPED:
            out += chunk
        at += 8 + length + (length & 1)
    if keeps:
        payload = _tiny_exif(orientation)
        out += b"EXIF" + struct.pack("<I", len(payload)) + payload
    return b"RIFF" + struct.pack("<I", len(out) + 4) + b"WEBP" + bytes(out)


def _gif(data: bytes) -> bytes:
    """Without comments and application data but for the one that makes it repeat."""
    out = bytearray(data[:13])
    at = 13
    if data[10] & 0x80:
        size = 3 << ((data[10] & 7) + 1)
        out += data[at : at + size]
        at += size
    while at < len(data):
        start = at
        if data[at] == 0x3B:
            return bytes(out) + b";"
        if data[at] == 0x21:
            label = data[at + 1]
            at = _gif_blocks(data, at + 2)
            if label == 0xF9 or (label == 0xFF and data[start + 3 : start + 14] == b"NETSCAPE2.0"):
                out += data[start:at]
        elif data[at] == 0x2C:
            flags = data[at + 9]
            at += 10 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
            at = _gif_blocks(data, at + 1)
            out += data[start:at]
        else:
            raise UnreadablePictureError("A block of the GIF is damaged.")
    raise UnreadablePictureError("The GIF has no end.")


def _gif_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _again(data: bytes) -> bytes:
    """Formats whose metadata cannot be cut out are written anew, with their orientation and colours."""
    with Image.open(io.BytesIO(data)) as picture:
        target = _RE_ENCODED.get(picture.format or "")
        if target is None or target not in Image.SAVE:
            if picture.getexif() or picture.info.get("xmp"):
                raise UnreadablePictureError("The metadata of this format cannot be taken out.")
            return data
        exif = Image.Exif()
        if (orientation := picture.getexif().get(ORIENTATION, 1)) != 1:
            exif[ORIENTATION] = orientation
        out = io.BytesIO()
        profile = picture.info.get("icc_profile")
        picture.save(
            out, target, quality=90, exif=exif.tobytes(), **({"icc_profile": profile} if profile else {})
        )
        return out.getvalue()


def metadata_in(data: bytes) -> set[str]:
    """Names of what a picture still says of its making, the orientation apart: for checks."""
    with Image.open(io.BytesIO(data)) as picture:
        found = {f"exif:{tag:#06x}" for tag in picture.getexif() if tag != ORIENTATION}
        if picture.getexif().get_ifd(0x8825):
            found.add("gps")
        found |= {
            name for name in ("xmp", "comment", "photoshop", "Software", "Author") if picture.info.get(name)
        }
    return found
