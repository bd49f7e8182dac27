"""Archives that do not burst: bounded in members, in size when unpacked, and in how much they swell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from privacy.guard.findings import Unreadable

__all__ = ["MEMBERS", "UnsafeArchiveError", "members_of", "open_archive", "parse_xml"]

MEMBERS = 200
"""Files of an archive of files that are read."""
ENTRIES = 20_000
UNPACKED = 400 * 1024 * 1024
SWELL = 300
"""Times that an archive of more than ten megabytes unpacked may be larger than packed."""


class UnsafeArchiveError(Exception):
    """An archive that is not opened; `reason` is one of ``findings.Unreadable``."""

    def __init__(self, reason: str):
        super().__init__(str(reason))
        self.reason = reason


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Raises UnsafeArchiveError for one that is damaged, locked or would burst."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnsafeArchiveError(Unreadable.BROKEN) from error
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or total > UNPACKED or (total > 10_000_000 and total > SWELL * len(data)):
        raise UnsafeArchiveError(Unreadable.TOO_LARGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnsafeArchiveError(Unreadable.LOCKED)
    return archive


def members_of(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for entry in archive.infolist():
        if not entry.is_dir():
            yield entry.filename, read_member(archive, entry.filename)


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member. Raises UnsafeArchiveError where it is damaged, or larger than it says."""
    try:
        with archive.open(name) as member:
            data = member.read(UNPACKED + 1)
    except Exception as error:  # zlib, lzma and zipfile raise errors of no common base
        raise UnsafeArchiveError(Unreadable.BROKEN) from error
    if len(data) > UNPACKED:
        raise UnsafeArchiveError(Unreadable.TOO_LARGE)
    return data


def parse_xml(data: bytes) -> etree._Element:
    """The root of a document part; no entities, no network. Raises UnsafeArchiveError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnsafeArchiveError(Unreadable.BROKEN) from error
    if root.getroottree().docinfo.doctype:
        raise UnsafeArchiveError(Unreadable.BROKEN)
    return root
