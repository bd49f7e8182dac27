"""A resource in the two formats that libraries take: unqualified Dublin Core, which the protocol requires, and IEEE LOM, which
says what LRMI says (grade, objective, audience, time) in the words of catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils import translation
from lxml import etree
from wagtail.documents import get_document_model

from common.text import clean
from network.site_roots import public_origin
from resources.choices import DCMI_TYPES, LOM_ROLES, LOM_TYPES, ResourceKind
from resources.curriculum import EARLY
from resources.licences import LICENCES
from resources.models import ResourcePage, ResourceRecord
from resources.oai.arguments import FORMATS, LOM, OAI_DC

XSI = "http://www.w3.org/2001/XMLSchema-instance"
DC = "http://purl.org/dc/elements/1.1/"
XML = "http://www.w3.org/XML/1998/namespace"
VOCABULARY = "LOMv1.0"


class Work:
    """A resource with what is told of it: the page, its files and its address."""

    def __init__(self, record: ResourceRecord, page: ResourcePage, documents: dict[int, Any]):
        self.record, self.page = record, page
        self.origin = public_origin(record.institution.hostname)
        self.url = self.origin + record.path
        raw = list(page.contents.raw_data)
        self.files = [
            d for d in (documents.get(each["value"].get("document")) for each in raw) if d is not None
        ]
        self.links = [
            each["value"]["url"] for each in raw if each["type"] == "link" and each["value"].get("url")
        ]

    def file_url(self, document: Any) -> str:
        return self.origin + document.url if document.url.startswith("/") else document.url

    @property
    def formats(self) -> list[str]:
        found = [document.content_type for document in self.files] + (["text/html"] if self.links else [])
        return list(dict.fromkeys(found)) or ["text/html"]

    @property
    def licence_url(self) -> str:
        terms = self.page.terms
        return (terms.licence or terms.url) if terms else ""


def works_of(records: Iterable[ResourceRecord]) -> dict[int, Work]:
    """Key of a record → its resource; two queries for any number. A record whose page is not public any more has none."""
    records = [record for record in records if not record.is_deleted and record.institution.site_id]
    pages = (
        ResourcePage.objects.live()
        .filter(pk__in=[r.page_id for r in records])
        .annotate(code=F("locale__language_code"))
    )
    by_pk = {page.pk: page for page in pages}
    keys = {
        each["value"].get("document")
        for page in by_pk.values()
        for each in page.contents.raw_data
        if isinstance(each["value"], dict)
    }
    documents = get_document_model().objects.in_bulk([key for key in keys if key])
    return {r.pk: Work(r, by_pk[r.page_id], documents) for r in records if r.page_id in by_pk}


def metadata(work: Work, prefix: str) -> etree._Element:
    """The content of ``<metadata>``. Words are Vietnamese whatever the language of whoever asks."""
    with translation.override("vi"):
        return {OAI_DC: _dublin_core, LOM: _lom}[prefix](work)


def text(value: Any) -> str:
    """As XML takes it: no control characters."""
    return clean(str(value)).strip()


def _dublin_core(work: Work) -> etree._Element:
    page, record = work.page, work.record
    schema, namespace = FORMATS[OAI_DC]
    root = etree.Element(f"{{{namespace}}}dc", nsmap={"oai_dc": namespace, "dc": DC, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", f"{namespace} {schema}")
    grades = [f"Lớp {page.grades_text}" if page.grades[0] else page.grades_text] if page.grades_text else []
    rows: list[tuple[str, Any]] = [
        ("title", page.title),
        ("creator", page.author_name),
        *(("subject", each) for each in (page.get_subject_display(), page.curriculum_topic, *grades)),
        *(("description", each) for each in (page.summary, page.objective)),
        ("publisher", record.institution.name),
        ("date", page.shown_on.isoformat() if page.shown_on else ""),
        ("type", DCMI_TYPES[ResourceKind(page.kind)]),
        ("type", page.get_kind_display()),
        *(("format", each) for each in work.formats),
        ("identifier", work.url),
        ("source", page.source_url or page.source_name),
        ("language", page.language),
        *(("relation", each) for each in [*map(work.file_url, work.files), *work.links]),
        *(("rights", each) for each in (page.terms and page.terms.label, work.licence_url)),
    ]
    for name, value in rows:
        if value and text(value):
            element = etree.SubElement(root, f"{{{DC}}}{name}")
            element.text = text(value)
            if name in ("title", "description"):
                element.set(f"{{{XML}}}lang", page.code)
    return root


class _Lom:
    """Writes elements of the LOM namespace; empty ones are left out."""

    def __init__(self) -> None:
        schema, self.namespace = FORMATS[LOM]
        self.root = etree.Element(f"{{{self.namespace}}}lom", nsmap={None: self.namespace, "xsi": XSI})
        self.root.set(f"{{{XSI}}}schemaLocation", f"{self.namespace} {schema}")

    def add(self, parent: etree._Element, name: str, value: Any = None) -> etree._Element:
        element = etree.SubElement(parent, f"{{{self.namespace}}}{name}")
        if value is not None:
            element.text = text(value)
        return element

    def words(self, parent: etree._Element, name: str, value: Any, language: str) -> None:
        if value and text(value):
            self.add(self.add(parent, name), "string", value).set("language", language)

    def term(self, parent: etree._Element, name: str, value: str) -> None:
        element = self.add(parent, name)
        self.add(element, "source", VOCABULARY)
        self.add(element, "value", value)


def _lom(work: Work) -> etree._Element:
    lom, page, record = _Lom(), work.page, work.record
    language = page.code
    general = lom.add(lom.root, "general")
    for catalog, entry in (("URN", f"urn:uuid:{record.uid}"), ("URL", work.url)):
        identifier = lom.add(general, "identifier")
        lom.add(identifier, "catalog", catalog)
        lom.add(identifier, "entry", entry)
    lom.words(general, "title", page.title, language)
    lom.add(general, "language", "none" if page.language == "zxx" else page.language)
    lom.words(general, "description", page.summary or page.objective, language)
    for keyword in (page.get_subject_display(), page.curriculum_topic):
        lom.words(general, "keyword", keyword, language)
    _life_cycle(lom, work)
    lom.add(lom.add(lom.root, "metaMetadata"), "metadataSchema", VOCABULARY)
    technical = lom.add(lom.root, "technical")
    for each in work.formats:
        lom.add(technical, "format", each)
    for each in [work.url, *map(work.file_url, work.files), *work.links]:
        lom.add(technical, "location", each)
    _educational(lom, page, language)
    rights = lom.add(lom.root, "rights")
    lom.term(rights, "cost", "no")
    is_free = page.licence in ("cc0", "pdm")
    lom.term(rights, "copyrightAndOtherRestrictions", "no" if is_free else "yes")
    licence = LICENCES.get(page.licence)
    lom.words(rights, "description", work.licence_url or (licence and licence.label), language)
    _classified(lom, page, language)
    return lom.root


def _life_cycle(lom: _Lom, work: Work) -> None:
    cycle = lom.add(lom.root, "lifeCycle")
    day = work.page.shown_on
    for role, name in (("author", work.page.author_name), ("publisher", work.record.institution.name)):
        if not name:
            continue
        contribute = lom.add(cycle, "contribute")
        lom.term(contribute, "role", role)
        lom.add(
            contribute, "entity", f"BEGIN:VCARD\nVERSION:3.0\nFN:{text(name)}\nN:{text(name)};;;;\nEND:VCARD"
        )
        if day and role == "publisher":
            lom.add(lom.add(contribute, "date"), "dateTime", day.isoformat())


def _educational(lom: _Lom, page: ResourcePage, language: str) -> None:
    part = lom.add(lom.root, "educational")
    lom.term(part, "learningResourceType", LOM_TYPES[ResourceKind(page.kind)])
    for audience in page.audiences:
        lom.term(part, "intendedEndUserRole", LOM_ROLES[audience])
    lom.term(part, "context", "school")
    first, last = page.grades
    if first is not None:
        # A child enters grade 1 in the year in which it becomes six (law on education 43/2019/QH14, article 28).
        ages = "3-6" if last == EARLY else f"{max(first + 5, 3)}-{last + 6}"
        lom.words(part, "typicalAgeRange", ages, "x-none")
    if page.minutes:
        lom.add(lom.add(part, "typicalLearningTime"), "duration", f"PT{page.minutes}M")
    lom.words(part, "description", page.objective, language)


def _classified(lom: _Lom, page: ResourcePage, language: str) -> None:
    rows = [("discipline", page.get_subject_display())]
    if page.grades_text:
        rows.append(("educational level", page.grades_text))
    if page.curriculum_topic:
        rows.append(("educational objective", page.curriculum_topic))
    for purpose, value in rows:
        part = lom.add(lom.root, "classification")
        lom.term(part, "purpose", purpose)
        path = lom.add(part, "taxonPath")
        lom.words(path, "source", "Chương trình giáo dục", "vi")
        lom.words(lom.add(path, "taxon"), "entry", value, language)
