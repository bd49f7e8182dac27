"""Video and sound: the file is built as its ending says, from its first byte to its last."""

from __future__ import annotations

from django.utils.translation import gettext as _

from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

_EBML = b"\x1a\x45\xdf\xa3"
_BOXES = (
    b"ftyp",
    b"moov",
    b"mdat",
    b"free",
    b"skip",
    b"wide",
    b"uuid",
    b"moof",
    b"mfra",
    b"sidx",
    b"styp",
    b"meta",
    b"pdin",
    b"udta",
)


def checked(data: bytes, found: FileType) -> bytes:
    sound = {"mp4": _is_mp4, "m4a": _is_mp4, "webm": _is_webm, "mp3": _is_mp3}[found.ending]
    if not sound(data):
        raise refused(
            "structure",
            _(
                "The file is not a complete %(ending)s file. Open it in its program, save it again and try once more."
            ),
            ending=found.ending.upper(),
        )
    return data


def _is_mp4(data: bytes) -> bool:
    """A chain of boxes (ISO 14496-12) that begins with ``ftyp`` and ends with the file."""
    place, names = 0, []
    while place + 8 <= len(data) and len(names) < 10_000:
        size, name = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16])
        elif size == 0:
            size = len(data) - place
        if size < 8 or name not in _BOXES:
            return False
        names.append(name)
        place += size
    return place == len(data) and names[:1] == [b"ftyp"] and (b"moov" in names or b"moof" in names)


def _is_webm(data: bytes) -> bool:
    return data.startswith(_EBML) and b"webm" in data[:128]


def _is_mp3(data: bytes) -> bool:
    """An ID3 tag or nothing, then frames (ISO 11172-3)."""
    start = 0
    if data.startswith(b"ID3") and len(data) > 10:
        size = data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9]
        start = 10 + size
    head = data[start : start + 4096].lstrip(b"\x00")
    return len(head) > 3 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06 != 0
