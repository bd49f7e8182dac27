"""Files made by code: ordinary ones as people send them, and hostile ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook
from PIL import Image

CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def relations(*rows: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{RELATIONS}">{"".join(rows)}</Relationships>'


def relation(kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def zipped(members: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(text: str = "Kính gửi nhà trường", *, body: str = "", **members: str | bytes) -> bytes:
    """A Word file; `members` adds parts, a double underscore in a name standing for a slash and a single one for a dot."""
    document = (
        body
        or f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(relation("officeDocument", "word/document.xml")),
        "word/document.xml": document,
    }
    parts |= {name.replace("__", "/").replace("_", "."): content for name, content in members.items()}
    return zipped(parts)


def xlsx() -> bytes:
    book = Workbook()
    book.active.append(["Họ và tên", "Lớp"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def odt(*, content: str = "", **members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml", content or '<?xml version="1.0"?><office:document-content xmlns:office="o"/>'
        )
        archive.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest/>')
        for name, text in members.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def pdf(change=None, **options) -> bytes:
    """A PDF of one empty page; `change` is given the book before it is saved."""
    book = pikepdf.new()
    book.add_blank_page()
    if change:
        change(book)
    buffer = io.BytesIO()
    book.save(buffer, **options)
    return buffer.getvalue()


def picture(ending: str = "jpg", size: tuple[int, int] = (64, 48), **options) -> bytes:
    buffer = io.BytesIO()
    image = Image.radial_gradient("L").resize(size).convert("RGB")
    image.save(
        buffer, {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF", "gif": "GIF"}[ending], **options
    )
    return buffer.getvalue()


def sent(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
