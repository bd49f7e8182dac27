"""Packages of lectures and books (SCORM, HTML, H5P, EPUB): archives of web pages, so other than what an ordinary archive may
hold. Only boards may upload them; their pages are never served as pages of the site (docs/features/resources.md)."""

from __future__ import annotations

import re
import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from privacy.uploads.archives import ARCHIVES, RUNNING, is_office, opened, unpacked
from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

_MARKS = re.compile(r"([^/]+/)?(imsmanifest\.xml|h5p\.json|index\.html?|story\.html)|META-INF/container\.xml")
_PROGRAMS = re.compile(
    r"\.(apk|bat|chm|cmd|com|cpl|dll|docm|exe|hta|iso|jar|lnk|msi|php|phtml|ps1|scr|sh|vb[es]?|wsf|xlsm|xlsb|pptm|rar|7z|tar|cab)$",
    re.IGNORECASE,
)


def is_package(data: bytes) -> bool:
    """Whether an archive says of itself that it is one."""
    try:
        with opened(data) as archive:
            return any(_MARKS.fullmatch(name) for name in archive.namelist())
    except (ValidationError, zipfile.BadZipFile):
        # What cannot be opened is refused by the check of ordinary archives, with its reason.
        return False


def checked_package(data: bytes, found: FileType) -> bytes:
    """Web pages, scripts, pictures, sounds; no programs and no archives in the archive."""
    with opened(data) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            head = unpacked(archive, info, 16)
            if _PROGRAMS.search(info.filename) or (
                head.startswith((*RUNNING, *ARCHIVES)) and not is_office(info.filename, head)
            ):
                raise refused(
                    "package_member",
                    _(
                        "The package contains a program or another archive: %(name)s. Export the lecture without it."
                    ),
                    name=info.filename.rpartition("/")[2][:80],
                )
        if not any(_MARKS.fullmatch(name) for name in archive.namelist()):
            raise refused(
                "structure",
                _(
                    "The file is not a complete %(ending)s file. Open it in its program, save it again and try once more."
                ),
                ending=found.ending.upper(),
            )
    return data
