"""What a package of a lecture is: read from its own list of contents, never unpacked onto the disk.

SCORM 1.2 and 2004 name their start page in ``imsmanifest.xml`` (IMS Content Packaging), H5P its kind in ``h5p.json``, plain
HTML has ``index.html`` at its top. Sizes, names and compression are checked on upload (``privacy.uploads.archives``) and
again here, since a package may have come by another way.
"""

from __future__ import annotations

import json
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlsplit

from defusedxml import DefusedXmlException, ElementTree
from django.core.cache import cache
from django.utils.translation import gettext as _

from common.text import clean_line
from resources.choices import PackageKind

MANIFEST = "imsmanifest.xml"
H5P = "h5p.json"
INDEX = ("index.html", "index.htm", "story.html", "index_lms.html")
MAX_MEMBERS = 5_000
MAX_UNPACKED = 400 * 1024 * 1024
MAX_MANIFEST = 4 * 1024 * 1024
KEPT_SECONDS = 24 * 3600
_SCHEMA = "{http://www.adlnet.org/xsd/adlcp"


class NotAPackageError(Exception):
    """The file is none of the known packages; the message is for whoever chose it."""


@dataclass(frozen=True)
class Package:
    """`start` is the member to open first, relative to `root`, the folder in which the package stands; empty where nothing
    can be run. `facts` are what the package says of itself."""

    kind: str
    start: str = ""
    root: str = ""
    title: str = ""
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def runs(self) -> bool:
        return bool(self.start)

    def get_kind(self) -> str:
        return str(PackageKind(self.kind).label)


@contextmanager
def opened(document: Any) -> Iterator[zipfile.ZipFile]:
    """The archive of a document. Raises NotAPackageError."""
    try:
        with (
            document.file.storage.open(document.file.name, "rb") as stored,
            zipfile.ZipFile(stored) as archive,
        ):
            yield archive
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NotAPackageError(
            _("The file is damaged and cannot be opened. Save it again and try once more.")
        ) from error


def package_of(document: Any) -> Package:
    """What a document is as a package; read once for each version of its bytes. Raises NotAPackageError."""
    key = f"resources:package:{document.pk}:{document.file.name}:{document.file_hash}"
    found = cache.get(key)
    if found is None:
        with opened(document) as archive:
            found = read_package(archive)
        cache.set(key, found, KEPT_SECONDS)
    return found


def read_package(archive: zipfile.ZipFile) -> Package:
    """Raises NotAPackageError."""
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise NotAPackageError(_("The package has too many or too large files. Split the lecture."))
    names = {info.filename for info in infos if not info.is_dir()}
    for root in _roots(names):
        if root + H5P in names:
            return _h5p(archive, root)
        if root + MANIFEST in names:
            return _scorm(archive, root, names)
        if start := next((name for name in INDEX if root + name in names), ""):
            return Package(PackageKind.HTML, start, root)
    raise NotAPackageError(
        _(
            "The ZIP is no package: it has neither imsmanifest.xml (SCORM) nor index.html. Add it as a file to download."
        )
    )


def _roots(names: set[str]) -> list[str]:
    """The top, and the one folder that programs of the desktop put around what they pack."""
    tops = {name.partition("/")[0] for name in names if "/" in name and not name.startswith("__MACOSX/")}
    return ["", *(f"{top}/" for top in tops if len(tops) == 1)]


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > MAX_MANIFEST or info.flag_bits & 0x1:
        raise NotAPackageError(_("The list of contents of the package cannot be read."))
    with archive.open(info) as member:
        return member.read(MAX_MANIFEST)


def _h5p(archive: zipfile.ZipFile, root: str) -> Package:
    try:
        told = json.loads(_member(archive, root + H5P))
    except ValueError:
        raise NotAPackageError(_("The list of contents of the package cannot be read.")) from None
    told = told if isinstance(told, dict) else {}
    names = ("mainLibrary", "license", "language")
    facts = {name: clean_line(str(told[name]))[:80] for name in names if isinstance(told.get(name), str)}
    title = told.get("title") if isinstance(told.get("title"), str) else ""
    return Package(PackageKind.H5P, "", root, clean_line(title)[:200], facts)


def _scorm(archive: zipfile.ZipFile, root: str, names: set[str]) -> Package:
    try:
        tree = ElementTree.fromstring(_member(archive, root + MANIFEST), forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise NotAPackageError(_("The list of contents of the package cannot be read.")) from None
    start = _start_of(tree)
    if not start or root + unquote(urlsplit(start).path) not in names:
        raise NotAPackageError(
            _("The package does not say which page comes first. Export the lecture again.")
        )
    version = clean_line(next((e.text or "" for e in tree.iter() if _name(e) == "schemaversion"), "")).lower()
    is_2004 = (
        "2004" in version or version.startswith("cam") or any(_SCHEMA + "_v1p3" in e.tag for e in tree.iter())
    )
    title = next((e.text or "" for e in tree.iter() if _name(e) == "title"), "")
    kind = PackageKind.SCORM_2004 if is_2004 else PackageKind.SCORM_12
    return Package(kind, start, root, clean_line(title)[:200])


def _start_of(tree) -> str:
    """The address of the resource to which the first item that has one leads, relative to the package."""
    resources = {e.get("identifier"): e for e in tree.iter() if _name(e) == "resource"}
    items = [e for e in tree.iter() if _name(e) == "item" and e.get("identifierref") in resources]
    chosen = resources[items[0].get("identifierref")] if items else next(iter(resources.values()), None)
    if chosen is None or not chosen.get("href"):
        return ""
    parameters = items[0].get("parameters", "") if items else ""
    href = chosen.get("href", "") + (parameters if parameters.startswith(("?", "#")) else "")
    base = "".join(e.get("{http://www.w3.org/XML/1998/namespace}base", "") for e in (tree, chosen))
    parts = urlsplit(base + href)
    path = posixpath.normpath(parts.path.replace("\\", "/"))
    if parts.scheme or parts.netloc or path.startswith(("/", "..")):
        return ""
    return (
        path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    )


def _name(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
