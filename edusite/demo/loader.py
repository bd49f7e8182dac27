"""Builds the demonstration province: institutions from their list, then what each of them publishes. Running it again
changes nothing: an institution that has articles keeps what it has."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone, translation
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from common.page_tree import PageNode, bulk_add_children
from common.spreadsheets import read_table
from common.text import slug
from edusite.demo import content as source
from edusite.demo.odt import odt
from edusite.demo.offices import contact_load, english_introduction_load, introduction_load
from network.models import Institution
from network.provisioning import ProvisioningRun
from network.provisioning.columns import ColumnMapping
from network.services.provisioning import ProvisioningResult, list_provision
from network.steps import give_hostname
from sections.models import (
    ArticlePage,
    DocumentFile,
    DocumentPage,
    EventPage,
    InformationPage,
    SectionSlot,
)
from sections.presentation import FIGURE_RENDITIONS, HERO_RENDITIONS, RENDITIONS

SUMMARY_LETTERS = 220
Progress = Callable[[str], None]


def province_provision(domain: str = "localhost") -> ProvisioningResult:
    """Give the institutions of the list their sites; the department gets `domain` itself, the others a name below it."""
    table = read_table(source.LIST)
    mapping = ColumnMapping.from_arguments(table.header)
    column = mapping.columns["domain"]
    for row in table.rows:
        host = row.cells[column]
        row.cells[column] = (
            f"hoason.{domain}" if host == source.DOMAIN else host.replace(source.DOMAIN, domain)
        )
    run = ProvisioningRun(domain="{slug}." + domain, send_invitations=False)
    result = list_provision(table=table, mapping=mapping, parent_code=None, run=run)
    top = Institution.objects.select_related("site").filter(code=source.SHOWCASE_TOP).first()
    if top and top.site_id and top.site.hostname != domain:
        give_hostname(top, domain)
        top.site.save(update_fields=["hostname"])
    return result


def province_load(progress: Progress) -> int:
    """Write the content of every institution that has none yet; answers how many were written."""
    written = 0
    with translation.override("vi"):
        for institution in Institution.objects.select_related("site", "collection").order_by("path"):
            if ArticlePage.objects.filter(path__startswith=_home(institution, "vi").path, live=True).exists():
                continue
            progress(institution.name)
            with transaction.atomic():
                InstitutionContent(institution).load()
            written += 1
    return written


def _home(institution: Institution, language: str) -> Page | None:
    return Page.objects.filter(translation_key=institution.home_key, locale__language_code=language).first()


class InstitutionContent:
    """What one institution publishes."""

    def __init__(self, institution: Institution):
        self.institution = institution
        self.content: dict[str, Any] = source.content_of(institution.code)
        self.home = _home(institution, "vi").specific
        self.locale = self.home.locale
        self.sections = self._sections("vi")
        self.images: dict[str, Any] = {}
        self.pages: list[Page] = []

    def _sections(self, language: str) -> dict[str, Page]:
        slots = dict(
            SectionSlot.objects.filter(institution=self.institution).values_list("translation_key", "key")
        )
        pages = Page.objects.filter(translation_key__in=slots, locale__language_code=language).specific()
        return {slots[page.translation_key]: page for page in pages}

    def load(self) -> None:
        self._institution_record()
        self._articles()
        self._events()
        self._documents()
        self._introduction()
        self._contact()
        self._other_sections()
        if self.content["english"]:
            self._english(self.content["english"])
        get_search_backend().add_mixed(self.pages)

    def _institution_record(self) -> None:
        brand, contact, institution = (
            source.brands()[self.institution.code],
            self.content["contact"],
            self.institution,
        )
        institution.brand_colour = brand["colour"]
        institution.short_name = brand["short_name"][:80]
        institution.head_title = brand["head_title"]
        institution.complaints_email = contact["complaints_email"]
        institution.opening_hours = contact["opening_hours"][:255]
        if self.content["english"]:
            institution.english_name = self.content["english"]["name"]
        if brand.get("crest"):
            institution.logo = self._image(brand["crest"], alt="")
        if self.content.get("cover"):
            institution.hero_image = self._image(self.content["cover"])
        institution.save()

    def _image(self, name: str, alt: str | None = None):
        if name not in self.images:
            entry = source.pictures().get(name, {"title": self.institution.short_name, "alt": ""})
            with (source.IMAGES / name).open("rb") as handle:
                picture = get_image_model()(
                    title=entry["title"],
                    description=entry["alt"] if alt is None else alt,
                    is_decorative=alt == "",
                    author_name=(entry.get("credit", "") or self.institution.name)[:160],
                    source_name=self.institution.name[:200],
                    reuse_terms="cc-by",
                    people_shown="nobody",
                    collection=self.institution.collection,
                    file=File(handle, name=name),
                )
                picture.save()
            self.images[name] = picture
        return self.images[name]

    def _common(self, title: str, day: date, used: set[str], name: str = "") -> dict[str, Any]:
        base = slug(name or title, max_length=90, fallback="muc")
        free = base
        while free in used:
            free = f"{base}-{len(used)}"
        used.add(free)
        moment = timezone.make_aware(datetime.combine(min(day, timezone.localdate()), time(7, 30)))
        return {
            "title": title,
            "slug": free,
            "locale": self.locale,
            "date": day,
            "source_name": self.institution.name[:200],
            "first_published_at": moment,
            "last_published_at": moment,
        }

    def _add(self, parent: Page, pages: list[Page]) -> None:
        if pages:
            fresh = Page.objects.get(pk=parent.pk)
            self.pages += bulk_add_children(parent=fresh, nodes=[PageNode(page) for page in pages])

    def _section(self, *keys: str) -> Page | None:
        return next((self.sections[key] for key in keys if key in self.sections), None)

    def _articles(self) -> None:
        used: set[str] = {child.slug for child in self._section("W8.2", "W9.2").get_children()}
        pages = []
        for entry in sorted(self.content["articles"], key=lambda entry: entry["date"]):
            picture = source.pictures().get(entry["image"] or "")
            pages.append(
                ArticlePage(
                    **self._common(entry["title"], date.fromisoformat(entry["date"]), used, entry["slug"]),
                    summary=entry["summary"],
                    kind=entry["kind"],
                    topic=entry["topic"],
                    body=source.blocks(entry["body"]),
                    author_name=entry["author"],
                    image=self._image(entry["image"]) if picture else None,
                    image_alt=picture["alt"] if picture else "",
                )
            )
        self._add(self._section("W8.2", "W9.2"), pages)

    def _events(self) -> None:
        used: set[str] = set()
        pages = []
        for entry in sorted(self.content["events"], key=lambda entry: entry["start"]):
            starts, ends = (_moment(entry["start"]), _moment(entry["end"]))
            pages.append(
                EventPage(
                    **self._common(entry["title"], timezone.localdate(), used, entry["slug"]),
                    starts_at=starts,
                    ends_at=ends,
                    place=entry["place"],
                    audience=entry["audience"],
                    summary=entry["description"][:300],
                    author_name=self.institution.short_name or self.institution.name[:160],
                )
            )
        self._add(self._section("W8.2.events", "W9.2.events"), pages)

    def _documents(self) -> None:
        used: set[str] = set()
        pages = []
        for entry in sorted(self.content["documents"], key=lambda entry: entry["issue_date"]):
            common = self._common(
                entry["title"], date.fromisoformat(entry["issue_date"]), used, entry["number"]
            )
            pages.append(
                DocumentPage(
                    **common,
                    number=entry["number"],
                    document_type=entry["type"],
                    field=entry["field"],
                    issuer=entry["issuer"],
                    signer_name=entry["signer"],
                    signer_title=entry["signer_title"],
                    issued_on=date.fromisoformat(entry["issue_date"]),
                    effective_on=_day(entry["effective_date"]),
                    summary=entry["summary"][:300],
                    author_name=entry["issuer"][:160],
                    reuse_terms="state",
                )
            )
        self._add(self._section("W8.3", "W9.3"), pages)
        by_number = {entry["number"]: entry for entry in self.content["documents"]}
        DocumentFile.objects.bulk_create(
            DocumentFile(page=page, file=self._file(by_number[page.number]), sort_order=0) for page in pages
        )

    def _file(self, entry: dict[str, Any]):
        data = odt(entry["title"], entry["text"].split("\n\n"))
        name = f"{slug(entry['number'], max_length=60, fallback='van-ban')}.odt"
        document = get_document_model()(
            title=entry["number"]
            if entry["number"].startswith(entry["type"])
            else f"{entry['type']} {entry['number']}",
            collection=self.institution.collection,
            file=ContentFile(data, name=name),
            file_size=len(data),
            file_hash=hashlib.sha1(data, usedforsecurity=False).hexdigest(),
            author_name=entry["issuer"][:160],
            source_name=self.institution.name[:200],
            reuse_terms="state",
        )
        document.save()
        return document

    def _introduction(self) -> None:
        page, parts = self._section("W8.1a", "W9.1a"), self.content["introduction"]
        body = []
        for key, heading in (
            ("overview", ""),
            ("history", "Những năm tháng của chúng tôi"),
            ("functions", "Chức năng, nhiệm vụ, quyền hạn"),
            ("organisation", "Cơ cấu tổ chức"),
        ):
            if parts[key]:
                body += [("heading", heading)] if heading else []
                body += source.blocks(parts[key])
        self._write(page, body)
        self.units = introduction_load(
            institution=self.institution,
            page=page,
            leaders=self.content["leaders"],
            units=self.content["units"],
        )
        self.pages += self.units

    def _contact(self) -> None:
        contact_load(institution=self.institution, page=self._section("W8.1b", "W9.1b"))
        if directions := self.content["contact"].get("directions"):
            body = [("heading", "Đường đến"), ("paragraph", f"<p>{directions}</p>")]
            self._write(self._section("W8.1b", "W9.1b"), body)

    def _write(self, page: Page, body: list[tuple[str, Any]]) -> None:
        """Give a section its text as its first version, before the board exists; nothing is published around anyone."""
        page.body = body
        type(page).objects.filter(pk=page.pk).update(body=page.body)
        self.pages.append(page)

    def _information(self, title: str, day: date, body: list, used: set[str]) -> InformationPage:
        summary, body = _summary_of(body)
        return InformationPage(
            **self._common(title, day, used),
            body=body,
            summary=summary,
            author_name=(self.institution.short_name or self.institution.name)[:160],
        )

    def _other_sections(self) -> None:
        by_section: dict[str, list[dict]] = {}
        for entry in self.content["sections"]:
            by_section.setdefault(entry["section"], []).append(entry)
        for key, found in by_section.items():
            parent = self.sections.get({"W8.4b": "W8.4a"}.get(key, key))
            if parent is None or InformationPage not in parent.specific_class.clean_subpage_models():
                continue
            used = {child.slug for child in parent.get_children()}
            pages = [
                self._information(
                    entry["title"], date.fromisoformat(entry["date"]), source.blocks(entry["body"]), used
                )
                for entry in found
            ]
            self._add(parent, pages)

    def _english(self, texts: dict[str, str]) -> None:
        pages = self._sections("en")
        for key, name in (("W8.1a", "introduction"), ("W8.1b", "contact"), ("W8.4a", "online_services")):
            if key in pages:
                self._write(pages[key], source.blocks(texts[name]))
        self.pages += english_introduction_load(
            page=pages["W8.1a"], leaders=self.content["leaders"], units=self.units, name=texts["name"]
        )
        home = _home(self.institution, "en")
        Page.objects.filter(pk=home.pk).update(title=texts["name"], draft_title=texts["name"])
        type(home.specific).objects.filter(pk=home.pk).update(welcome=texts["home"])


def _moment(text: str | None) -> datetime | None:
    return timezone.make_aware(datetime.fromisoformat(text)) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _summary_of(body: list) -> tuple[str, list]:
    """The first paragraph as summary and the text after it, which does not say it again."""
    kind, text = body[0] if body else ("", "")
    first, end, rest = str(text).partition("</p>")
    if kind != "paragraph" or not end or (len(body) == 1 and not rest):
        return _shortened(source.plain(first)), body
    summary = source.plain(first)
    if len(summary) > SUMMARY_LETTERS:
        return _shortened(summary), body
    return summary, [*([(kind, rest)] if rest.strip() else []), *body[1:]]


def _shortened(text: str, length: int = SUMMARY_LETTERS) -> str:
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + "…"


def pictures_prepare(progress: Progress) -> None:
    """Make the sizes that cards, articles and home pages show, so that no reader waits for them.

    The same drawing stands in the collections of several institutions; its sizes are made once and copied.
    """
    same: dict[str, list[Any]] = {}
    for picture in get_image_model().objects.order_by("pk"):
        same.setdefault(picture.file_hash or picture.get_file_hash(), []).append(picture)
    heroes = set(Institution.objects.exclude(hero_image=None).values_list("hero_image_id", flat=True))
    for first, *others in same.values():
        progress(first.title)
        sizes = _sizes(first, is_hero=any(picture.pk in heroes for picture in (first, *others)))
        renditions = first.get_renditions(*sizes).values()
        _copy_renditions([(rendition, _content(rendition)) for rendition in renditions], others)


def _sizes(picture, *, is_hero: bool) -> list[str]:
    if picture.filename.startswith("crest"):
        return ["max-168x168|format-png"]
    return [*RENDITIONS, *FIGURE_RENDITIONS, *(HERO_RENDITIONS if is_hero else ())]


def _content(rendition) -> bytes:
    with rendition.file.open("rb") as handle:
        return handle.read()


def _copy_renditions(made: list[tuple[Any, bytes]], pictures: list[Any]) -> None:
    """Give `pictures` copies of the sizes of another: with their dimensions named, no file is opened to measure it."""
    model = get_image_model().get_rendition_model()
    known = model.objects.filter(image__in=pictures).values_list("image_id", "filter_spec")
    have = set(known)
    copies = []
    for picture in pictures:
        stem = Path(picture.filename).stem
        for rendition, content in made:
            if (picture.pk, rendition.filter_spec) in have:
                continue
            copy = model(
                image=picture,
                filter_spec=rendition.filter_spec,
                focal_point_key=rendition.focal_point_key,
                width=rendition.width,
                height=rendition.height,
            )
            suffix = Path(rendition.file.name).name.partition(".")[2]
            field = model._meta.get_field("file")
            name = field.generate_filename(copy, f"{stem}.{suffix}")
            copy.__dict__["file"] = field.storage.save(name, ContentFile(content))
            copies.append(copy)
    model.objects.bulk_create(copies)
