"""Pictures and files of the former site, out of the archive that was uploaded with it. Nothing is fetched."""

from __future__ import annotations

import zipfile
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.utils.file import hash_filelike

from common.spreadsheets import TableError
from common.text import clean_line, looks_like_file_name
from network.models import Institution
from privacy.uploads.checks import check_upload, safe_name

__all__ = ["Archive", "MediaTaken"]

MAX_MEMBERS = 50_000
MAX_MEMBER = 20 * 1024 * 1024
PICTURES, FILES = ("image",), ("pdf", "office", "text", "archive")


class Archive:
    """Members by the end of their path: the archive may begin anywhere above the folder of uploads."""

    def __init__(self, file):
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise TableError(
                "no_archive", _("The files of the former site have to be a ZIP archive.")
            ) from error
        members = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(members) > MAX_MEMBERS:
            raise TableError(
                "too_many_files", _("The archive has more than %(limit)s files."), limit=MAX_MEMBERS
            )
        self._by_name: dict[str, list[zipfile.ZipInfo]] = {}
        for info in members:
            self._by_name.setdefault(_parts(info.filename)[-1], []).append(info)

    def __len__(self) -> int:
        return sum(len(found) for found in self._by_name.values())

    def find(self, address: str) -> zipfile.ZipInfo | None:
        """The member whose path ends most like an address; one that shares the name alone only if no other has it and
        the address says no folder that is in the archive."""
        try:
            wanted = _parts(unquote(urlsplit(address).path))
        except ValueError:
            return None
        found = self._by_name.get(wanted[-1], []) if wanted[-1] else []
        ranked = sorted(found, key=lambda info: _shared(_parts(info.filename), wanted), reverse=True)
        if not ranked:
            return None
        best = _shared(_parts(ranked[0].filename), wanted)
        is_alone = len(ranked) == 1 or _shared(_parts(ranked[1].filename), wanted) < best
        return ranked[0] if is_alone and (best > 1 or len(ranked) == 1) else None

    def read(self, info: zipfile.ZipInfo) -> bytes:
        """Raises ValidationError for what is too large, secret or broken."""
        if info.flag_bits & 1:
            raise ValidationError(_("The file is protected by a password."))
        try:
            with self._zip.open(info) as member:
                data = member.read(MAX_MEMBER + 1)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as error:
            raise ValidationError(_("The file is broken.")) from error
        if len(data) > MAX_MEMBER:
            raise ValidationError(
                _("The file is larger than %(limit)s MB.") % {"limit": MAX_MEMBER // 1_048_576}
            )
        return data


def _parts(path: str) -> list[str]:
    parts = [part for part in path.replace("\\", "/").casefold().split("/") if part not in ("", ".", "..")]
    return parts or [""]


def _shared(first: list[str], second: list[str]) -> int:
    count = 0
    for one, other in zip(reversed(first), reversed(second), strict=False):
        if one != other:
            break
        count += 1
    return count


class MediaTaken:
    """Takes pictures and files into the collection of an institution, each once. What it refuses stands in `notes`.
    With `is_trial` everything is looked at and nothing stored."""

    def __init__(
        self, archive: Archive | None, institution: Institution, user, source: str, *, is_trial: bool = False
    ):
        self.archive, self.institution, self.user, self.source = archive, institution, user, source
        self.is_trial = is_trial
        self.notes: list[str] = []
        self._known: dict[tuple[str, str], int | None] = {}
        self._made: list[str] = []

    def made(self) -> list[str]:
        """What was stored since this was last asked, as ``label of the model:key``."""
        found, self._made = self._made, []
        return found

    def forget(self) -> None:
        """What was stored for an entry that was refused went with it."""
        gone = {int(name.rpartition(":")[2]) for name in self.made()}
        self._known = {key: pk for key, pk in self._known.items() if pk not in gone}

    def picture(self, address: str, title: str = "", alt: str = "") -> int | None:
        return self._take("picture", address, title, alt)

    def document(self, address: str, title: str = "") -> int | None:
        return self._take("document", address, title, "")

    def _take(self, kind: str, address: str, title: str, alt: str) -> int | None:
        info = self.archive.find(address) if self.archive else None
        if info is None:
            return None
        key = (kind, info.filename)
        if key not in self._known:
            self._known[key] = self._stored(kind, info, title, alt)
        return self._known[key]

    def _stored(self, kind: str, info: zipfile.ZipInfo, title: str, alt: str) -> int | None:
        name = safe_name(info.filename)
        try:
            content = ContentFile(self.archive.read(info), name=name)
            check_upload(
                content,
                PICTURES if kind == "picture" else FILES,
                max_bytes=MAX_MEMBER,
                rewrite_images=False,
            )
        except ValidationError as error:
            self.notes.append(
                _("“%(name)s” was not taken along: %(reason)s")
                % {"name": name, "reason": " ".join(error.messages)}
            )
            return None
        if self.is_trial:
            return -1
        content.seek(0)
        model = get_image_model() if kind == "picture" else get_document_model()
        digest = hash_filelike(content)
        known = model.objects.filter(collection=self.institution.collection_id, file_hash=digest)
        if found := known.values_list("pk", flat=True).first():
            return found
        return self._new(model, content, digest, _title(title, name), alt)

    def _new(self, model, content: ContentFile, digest: str, title: str, alt: str) -> int:
        content.seek(0)
        media = model(
            title=title,
            file=content,
            file_hash=digest,
            file_size=content.size,
            collection_id=self.institution.collection_id,
            uploaded_by_user=self.user,
            author_name=self.institution.name[:160],
            source_name=(self.source or self.institution.name)[:200],
        )
        if alt and hasattr(media, "description"):
            media.description = alt[:255]
        media.save()
        self._made.append(f"{media._meta.label_lower}:{media.pk}")
        return media.pk


def _title(title: str, name: str) -> str:
    words = clean_line(title)
    if words and not looks_like_file_name(words):
        return words[:255]
    stem = clean_line(name.rpartition(".")[0].replace("-", " ").replace("_", " "))
    return (stem or name)[:255]
