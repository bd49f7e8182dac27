"""Makers of digital resources, packages and files."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import count

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from editorial.services.guard import system_publication
from resources.models import DigitalResourcesPage, ResourcePage
from resources.services.records import record_write
from tests.factories import section_of

_numbers = count(1)
LINK = ("link", {"url": "https://phet.colorado.edu/vi/", "title": "Mô phỏng"})


def make_resource(
    institution, title="Phân số", *, contents=(LINK,), now=None, recorded=True, **fields
) -> ResourcePage:
    """A published resource in the library of an institution, with its record."""
    section = section_of(institution, DigitalResourcesPage)
    values = {
        "kind": "lecture",
        "subject": "maths",
        "grade_from": 4,
        "grade_to": 5,
        "objective": "So sánh được hai phân số.",
        "summary": "Bài giảng về phân số.",
        "licence": "cc-by",
        "author_name": "Tổ Toán",
        "source_name": institution.name,
        "date": date(2026, 9, 5),
        "locale": section.locale,
    } | fields
    page = ResourcePage(title=title, slug=f"hoc-lieu-{next(_numbers)}", contents=list(contents), **values)
    with system_publication(reason="test"):
        section.add_child(instance=page)
    if recorded:
        record_write(page=page, now=now)
    return page


def make_document(institution, name="bai.pdf", data=b"%PDF-1.4 bai", **fields):
    values = {
        "title": f"Tài liệu {name}",
        "author_name": institution.name,
        "source_name": institution.name,
        "collection": institution.collection,
    } | fields
    document = get_document_model()(file=ContentFile(data, name=name), **values)
    document.save()
    return document


MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Phân số</title>
    <item identifier="i" identifierref="r"><title>Bài 1</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="bai/index.html"/></resources>
</manifest>"""
PAGE = "<!doctype html><html><head><title>Bài 1</title></head><body><p>Xin chào</p></body></html>"
SCORM = {"imsmanifest.xml": MANIFEST, "bai/index.html": PAGE, "bai/a.js": "1;"}


def zipped(files: dict[str, str | bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return kept.getvalue()
