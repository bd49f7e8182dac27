"""Which files are taken: ending, what libmagic may say of it, and of which kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
ZIP_LIKE = ("application/zip", "application/octet-stream", "application/x-zip-compressed")
"""What libmagic says of an office file whose members stand in an unusual order; the structure then decides."""


@dataclass(frozen=True, kw_only=True)
class FileType:
    """One ending. `structure` names the check in ``privacy.uploads.checks``."""

    ending: str
    kind: str
    content_type: str
    structure: str
    also: tuple[str, ...] = ()
    part: str = ""
    """The member that an Open XML file must have."""

    @property
    def magic(self) -> frozenset[str]:
        return frozenset((self.content_type, *self.also))


def _ooxml(ending: str, name: str, part: str) -> FileType:
    return FileType(
        ending=ending, kind="office", content_type=OOXML + name, structure="ooxml", also=ZIP_LIKE, part=part
    )


def _odf(ending: str, name: str) -> FileType:
    return FileType(ending=ending, kind="office", content_type=ODF + name, structure="odf", also=ZIP_LIKE)


def _media(ending: str, content_type: str, *also: str) -> FileType:
    return FileType(ending=ending, kind="media", content_type=content_type, structure="media", also=also)


def _text(ending: str, content_type: str, kind: str = "text") -> FileType:
    also = (
        "text/plain",
        "text/csv",
        "application/csv",
        "application/octet-stream",
        "application/json",
        "text/xml",
    )
    return FileType(ending=ending, kind=kind, content_type=content_type, structure="text", also=also)


def _image(ending: str, name: str, *also: str) -> FileType:
    return FileType(ending=ending, kind="image", content_type=f"image/{name}", structure="image", also=also)


TYPES = {
    found.ending: found
    for found in (
        FileType(ending="pdf", kind="pdf", content_type="application/pdf", structure="pdf"),
        _image("jpg", "jpeg"),
        _image("jpeg", "jpeg"),
        _image("png", "png"),
        _image("webp", "webp"),
        _image("gif", "gif"),
        _image("heic", "heic", "image/heif"),
        _image("heif", "heif", "image/heic"),
        _image("avif", "avif"),
        _ooxml("docx", "wordprocessingml.document", "word/document.xml"),
        _ooxml("xlsx", "spreadsheetml.sheet", "xl/workbook.xml"),
        _ooxml("pptx", "presentationml.presentation", "ppt/presentation.xml"),
        _odf("odt", "text"),
        _odf("ods", "spreadsheet"),
        _odf("odp", "presentation"),
        _text("txt", "text/plain"),
        _text("csv", "text/csv"),
        FileType(
            ending="zip",
            kind="archive",
            content_type="application/zip",
            structure="archive",
            also=("application/x-zip-compressed",),
        ),
        FileType(
            ending="h5p",
            kind="package",
            content_type="application/zip",
            structure="package",
            also=("application/x-zip-compressed", "application/octet-stream"),
        ),
        FileType(
            ending="epub",
            kind="package",
            content_type="application/epub+zip",
            structure="package",
            also=ZIP_LIKE,
        ),
        _media("mp4", "video/mp4", "video/x-m4v", "video/quicktime"),
        _media("webm", "video/webm", "video/x-matroska"),
        _media("mp3", "audio/mpeg", "application/octet-stream"),
        _media("m4a", "audio/x-m4a", "audio/mp4", "video/mp4"),
        _text("vtt", "text/vtt", "captions"),
    )
}

KIND_NAMES: dict[str, str | Promise] = {
    "pdf": "PDF",
    "image": _("pictures (JPG, PNG, WEBP, HEIC)"),
    "office": _("Word, Excel, PowerPoint (DOCX, XLSX, PPTX) and OpenDocument"),
    "text": _("plain text (TXT, CSV)"),
    "archive": "ZIP",
    "package": _("packages and books (SCORM, HTML, H5P, EPUB)"),
    "media": _("video and sound (MP4, WEBM, MP3, M4A)"),
    "captions": _("captions (VTT)"),
}
"""As they are named in hints and messages."""


def types_of(kinds: tuple[str, ...]) -> dict[str, FileType]:
    """The types of these kinds by ending. Raises KeyError for a kind that does not exist."""
    unknown = set(kinds) - set(KIND_NAMES)
    if unknown:
        raise KeyError(f"No such kind of file: {', '.join(sorted(unknown))}")
    return {ending: found for ending, found in TYPES.items() if found.kind in kinds}


def named(kinds: tuple[str, ...]) -> str:
    """The kinds in words, for a hint or a message."""
    return ", ".join(str(KIND_NAMES[kind]) for kind in kinds)
