"""What a file really is, before anything of it is stored (requirement on uploads; figure G17).

In this order: size, name, ending on the list, what libmagic sees in the bytes, structure of that type, virus scanner. Each
refusal says what to do, in words for people who are not technicians; none names a library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy.choices import ScanState
from privacy.uploads import archives, images, media, packages, pdf, plain, scanner, seen
from privacy.uploads.kinds import FileType, named, types_of
from privacy.uploads.refusal import refused

NAME_LENGTH = 120
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
"""In the harmless file with which scanners are tried: refused with and without one."""
_PROGRAMS = frozenset(
    (
        "apk",
        "bat",
        "chm",
        "cmd",
        "com",
        "cpl",
        "dll",
        "exe",
        "hta",
        "htm",
        "html",
        "iso",
        "jar",
        "js",
        "jse",
        "lnk",
        "msi",
        "php",
        "phtml",
        "ps1",
        "scr",
        "sh",
        "svg",
        "svgz",
        "swf",
        "vb",
        "vbe",
        "vbs",
        "wsf",
        "xht",
        "xhtml",
        "xml",
        "xsl",
    )
)
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_RESERVED = re.compile(r'[<>:"/\\|?*]+')


@dataclass(frozen=True, kw_only=True)
class CheckedUpload:
    """A file that passed. `data` is what is to be stored: of a picture written anew, not what was sent."""

    name: str
    kind: str
    content_type: str
    data: bytes = field(repr=False)
    scan: ScanState = ScanState.NONE

    @property
    def size(self) -> int:
        return len(self.data)


Structure = Callable[[bytes, FileType], bytes]
STRUCTURES: dict[str, Structure] = {
    "pdf": pdf.checked,
    "image": images.rewritten,
    "ooxml": archives.checked_ooxml,
    "odf": archives.checked_odf,
    "archive": archives.checked_archive,
    "package": packages.checked_package,
    "media": media.checked,
    "text": plain.checked,
}


@sensitive_variables()
def check_upload(
    upload: File,
    kinds: tuple[str, ...],
    *,
    max_bytes: int = 10 * 1024 * 1024,
    rewrite_images: bool = True,
) -> CheckedUpload:
    """The file as it may be stored. `kinds`: keys of ``privacy.uploads.kinds.KIND_NAMES``.

    `rewrite_images`: pictures of the public are written anew without anything but their pixels; the board's own keep their
    bytes and are only looked through. Raises ValidationError with one message for the person who chose the file.
    """
    if upload.size > max_bytes or getattr(upload, "is_cut", False):
        raise refused(
            "too_large",
            _(
                "The file is larger than %(limit)s. Send a smaller one, for example a photo of lower resolution."
            ),
            limit=filesizeformat(max_bytes),
        )
    name = safe_name(upload.name)
    found = _type_of(name, kinds)
    upload.seek(0)
    data = upload.read()
    if not data:
        raise refused("empty", _("The file is empty. Please choose another one."))
    _check_magic(data, found)
    structure = STRUCTURES[found.structure]
    if found.structure == "archive" and "package" in kinds and packages.is_package(data):
        structure = packages.checked_package
    if found.structure == "image" and not rewrite_images:
        structure = images.checked
    kept = structure(data, found)
    scan = _scan(data)
    if kept is not data and found.content_type != images.content_type_of(kept, found):
        found_type = images.content_type_of(kept, found)
        name = f"{name.rpartition('.')[0]}.{images.ENDINGS[found_type]}"
        return CheckedUpload(name=name, kind=found.kind, content_type=found_type, data=kept, scan=scan)
    return CheckedUpload(name=name, kind=found.kind, content_type=found.content_type, data=kept, scan=scan)


def safe_name(name: str) -> str:
    """The name as it is shown and offered for download: no folders, nothing unseen, no more than 120 letters."""
    bare = unicodedata.normalize("NFC", str(name)).replace("\\", "/").rpartition("/")[2]
    visible = "".join(letter for letter in bare if unicodedata.category(letter) not in _UNSEEN)
    stem, dot, ending = _RESERVED.sub("_", visible).strip(" .").rpartition(".")
    if not dot:
        return ending[:NAME_LENGTH]
    return f"{stem.strip(' .')[: NAME_LENGTH - len(ending) - 1] or 'tep'}.{ending.lower()}"


def _type_of(name: str, kinds: tuple[str, ...]) -> FileType:
    stem, _dot, ending = name.rpartition(".")
    allowed = types_of(kinds)
    if ending in ("svg", "svgz"):
        raise refused(
            "svg", _("SVG pictures can contain programs and are not taken. Save the picture as PNG or JPG.")
        )
    if ending in ("doc", "xls", "ppt") and "office" in kinds:
        raise refused(
            "old_office",
            _(
                "Old Word, Excel and PowerPoint files (%(ending)s) are not taken. Save the file as %(new)s or PDF."
            ),
            ending=ending.upper(),
            new=f"{ending.upper()}X",
        )
    if ending in ("docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "ppsm"):
        raise refused("macro", _("Files with macros are not taken. Save the file without macros."))
    if not stem or ending not in allowed:
        raise refused(
            "ending",
            _("Files of this type are not taken. Allowed: %(kinds)s."),
            kinds=named(kinds),
        )
    if _PROGRAMS.intersection(part.strip().lower() for part in stem.split(".")[1:]):
        raise refused(
            "double_ending",
            _(
                "The name of the file has two endings, like that of a program. Rename it, for example “%(name)s”."
            ),
            name=f"{stem.split('.')[0] or 'tep'}.{ending}",
        )
    return allowed[ending]


def _check_magic(data: bytes, found: FileType) -> None:
    try:
        content_type = seen.content_type(data)
    except seen.NotInstalledError:
        raise _unchecked() from None
    if content_type not in found.magic:
        raise refused(
            "type",
            _(
                "The file is not what its ending “%(ending)s” says. Open it in its program, save it again and try once more."
            ),
            ending=f".{found.ending}",
        )


@sensitive_variables()
def _scan(data: bytes) -> ScanState:
    if EICAR in data:
        raise virus()
    try:
        verdict = scanner.scan(data)
    except scanner.ScannerError:
        raise _unchecked() from None
    if verdict == scanner.Verdict.INFECTED:
        raise virus()
    return ScanState.CLEAN if verdict == scanner.Verdict.CLEAN else ScanState.NONE


def _unchecked() -> ValidationError:
    return refused(
        "scanner",
        _(
            "Files cannot be checked for viruses at the moment, so none are taken. Please try again later, or send the form "
            "without a file."
        ),
    )


def virus() -> ValidationError:
    return refused(
        "virus",
        _("A virus was found in the file. It was not stored. Check your device before you try again."),
    )
