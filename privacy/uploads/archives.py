"""Zip files and the office files that are zip files: sizes before anything is unpacked, members by name, parts by content.

Nothing is written to the disk; a member is unpacked into memory only after the sizes of all of them are within the limits.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
from collections.abc import Iterator

from defusedxml import DefusedXmlException, ElementTree
from django.utils.translation import gettext as _

from privacy.uploads.kinds import FileType
from privacy.uploads.refusal import refused

MAX_MEMBERS = 5_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
"""Of a member of more than a megabyte. Text of a workbook shrinks to a fiftieth, seldom to a hundredth."""
RATIO_FROM = 1024 * 1024
ARCHIVES = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"MSCF",
    b"xar!",
)
RUNNING = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"#!", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_MACRO_NAMES = re.compile(
    r"vbaproject|vbadata|macrosheets/|activex|/dialogsheets/|customui/.*\.bin$", re.IGNORECASE
)
_EMBEDDED = re.compile(r"(^|/)embeddings/|oleobject|externallinks/|/ddelink", re.IGNORECASE)
_CONTENT_MACRO = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX|oleObject", re.IGNORECASE)
_DDE = re.compile(rb"\bDDE(AUTO)?\b|<(\w+:)?ddeLink\b", re.IGNORECASE)
_RISKY_FIELDS = re.compile(
    rb"<w:instrText[^>]*>[^<]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|AUTOTEXTLIST)\b", re.IGNORECASE
)
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_LINKS_ALLOWED = ("hyperlink",)
_PROGRAM_NAMES = re.compile(
    r"\.(apk|bat|chm|cmd|com|cpl|dll|exe|hta|html?|iso|jar|jse?|lnk|msi|php|phtml|ps1|scr|sh|svgz?|vb[es]?|wsf|xhtml|docm|xlsm|"
    r"xlsb|pptm|zip|rar|7z|gz|bz2|xz|tar|cab)$",
    re.IGNORECASE,
)


def checked_archive(data: bytes, found: FileType) -> bytes:
    """A ZIP of ordinary files, none of them an archive or a program."""
    with opened(data) as archive:
        for info in archive.infolist():
            if _PROGRAM_NAMES.search(info.filename):
                raise refused(
                    "archive_member",
                    _("The archive contains a program or another archive. Send its documents one by one."),
                )
            with archive.open(info) as member:
                head = member.read(16)
            if head.startswith((*RUNNING, *ARCHIVES)) and not is_office(info.filename, head):
                raise refused(
                    "archive_member",
                    _("The archive contains a program or another archive. Send its documents one by one."),
                )
    return data


def is_office(name: str, head: bytes) -> bool:
    return head.startswith(b"PK") and name.lower().endswith(
        (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")
    )


def checked_ooxml(data: bytes, found: FileType) -> bytes:
    """Word, Excel and PowerPoint without macros, embedded programs and parts fetched from elsewhere."""
    with opened(data) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" not in names or found.part not in names:
            raise _wrong(found)
        if any(_MACRO_NAMES.search(name) for name in names):
            raise _macro()
        if any(_EMBEDDED.search(name) for name in names):
            raise _embedded()
        for name, content in _parts(archive, (".xml", ".rels", ".vml")):
            _check_markup(content)
            if name == "[Content_Types].xml" and _CONTENT_MACRO.search(content):
                raise _macro()
            if name.endswith(".rels"):
                _check_relations(content, found)
            elif _RISKY_FIELDS.search(content) or (b"instrText" in content and _has_split_dde(content)):
                raise _external()
        _check_binaries(archive)
    return data


def checked_odf(data: bytes, found: FileType) -> bytes:
    """OpenDocument without macros and embedded programs."""
    with opened(data) as archive:
        names = archive.namelist()
        if "content.xml" not in names or "mimetype" not in names:
            raise _wrong(found)
        if archive.read("mimetype")[:200].decode("ascii", "replace").strip() != found.content_type:
            raise _wrong(found)
        if any(name.startswith(("Basic/", "Scripts/", "Dialogs/")) for name in names):
            raise _macro()
        for _name, content in _parts(archive, (".xml", ".rdf")):
            _check_markup(content)
            if (
                b"<script:event-listener" in content
                or b"<office:script " in content
                or b"vnd.sun.star.script:" in content
            ):
                raise _macro()
            if _DDE_SOURCE.search(content) or b"<draw:plugin" in content or b"<draw:applet" in content:
                raise _external()
        _check_binaries(archive)
    return data


_DDE_SOURCE = re.compile(rb"<(text:dde-connection|table:dde-link|office:dde-source)\b")


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, after names, sizes and places of its members were found sound."""
    if not data.startswith(b"PK\x03\x04"):
        raise _broken()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error, RecursionError):
        raise _broken() from None
    if not infos or len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise _bomb()
    end = data.rfind(b"PK\x05\x06")
    if archive.comment or len(data) - end > 22:
        raise refused(
            "polyglot",
            _("The file contains another file behind its end. Open it in its program and save it again."),
        )
    for info in infos:
        _check_member(info)
    _check_places(infos, archive.start_dir)
    return archive


def _check_member(info: zipfile.ZipInfo) -> None:
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        raise _bomb()
    if info.flag_bits & 0x1:
        raise refused(
            "encrypted",
            _("The file is protected by a password, so it cannot be checked. Save it without one."),
        )
    name = info.filename
    link = stat.S_ISLNK(info.external_attr >> 16)
    if (
        link
        or name.startswith(("/", "\\"))
        or ".." in re.split(r"[\\/]", name)
        or ":" in name
        or "\x00" in info.orig_filename
    ):
        raise refused("path", _("The archive contains names that lead outside of it. Make it anew."))
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _broken()


def _check_places(infos: list[zipfile.ZipInfo], directory: int) -> None:
    """No two members share bytes (a bomb may be made of one piece that many names point to), and none begins behind another
    file that was put in front."""
    places = sorted((info.header_offset, info.header_offset + 30 + info.compress_size) for info in infos)
    ends = [end for _start, end in places]
    starts = [start for start, _end in places[1:]] + [directory]
    if places[0][0] != 0 or any(end > following for end, following in zip(ends, starts, strict=True)):
        raise _bomb()


def _parts(archive: zipfile.ZipFile, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for info in archive.infolist():
        if info.filename.lower().endswith(endings):
            yield info.filename, unpacked(archive, info)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int | None = None) -> bytes:
    """A member, never more of it than its own record announces."""
    try:
        with archive.open(info) as member:
            return member.read(info.file_size if limit is None else limit)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, zipfile.zlib.error):
        raise _broken() from None


def _check_markup(content: bytes) -> None:
    """XML in UTF-8 without a document type: no entities, no files from elsewhere."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")) or _DOCTYPE.search(content):
        raise refused(
            "markup",
            _(
                "The file contains instructions that no document needs. Open it in its program and save it again."
            ),
        )


def _check_relations(content: bytes, found: FileType) -> None:
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, DefusedXmlException):
        raise _wrong(found) from None
    for relation in root:
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "").strip().lower()
        if relation.get("TargetMode", "").lower() == "external" and kind not in _LINKS_ALLOWED:
            raise _external()
        if target.startswith(("javascript:", "vbscript:", "data:", "file:", "\\\\", "ms-")):
            raise _external()


def _has_split_dde(content: bytes) -> bool:
    """Word may cut the name of a field into several runs."""
    runs = b"".join(re.findall(rb"<w:instrText[^>]*>([^<]*)</w:instrText>", content))
    return bool(_DDE.search(runs))


def _check_binaries(archive: zipfile.ZipFile) -> None:
    """No program and no archive among the other members, whatever they are called."""
    for info in archive.infolist():
        if info.filename.lower().endswith((".xml", ".rels", ".rdf")) or info.is_dir():
            continue
        if unpacked(archive, info, 16).startswith((*RUNNING, *ARCHIVES)) or _PROGRAM_NAMES.search(
            info.filename
        ):
            raise _embedded()


def _wrong(found: FileType):
    return refused(
        "structure",
        _(
            "The file is not a complete %(ending)s file. Open it in its program, save it again and try once more."
        ),
        ending=found.ending.upper(),
    )


def _broken():
    return refused("broken", _("The file is damaged and cannot be opened. Save it again and try once more."))


def _bomb():
    return refused("bomb", _("Unpacked, the file would be far too large. Send its documents one by one."))


def _macro():
    return refused("macro", _("Files with macros are not taken. Save the file without macros."))


def _embedded():
    return refused(
        "embedded",
        _("The file contains another file or links to one. Remove them, or save the document as PDF."),
    )


def _external():
    return refused(
        "external",
        _("The file fetches content from elsewhere when it is opened. Break these links, or save it as PDF."),
    )
