"""The parts of a page's text, Vietnamese and English side by side, and the draft that is made of them.

Wagtail Localize keeps strings as fragments of HTML, those of plain fields too; here each part says what it is, and people see and
write plain words where the field is plain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, StringTranslation, TemplateSegment, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue, validate_translation_links

from sections.models import EnglishText

MACHINE, MANUAL = StringTranslation.TRANSLATION_TYPE_MACHINE, StringTranslation.TRANSLATION_TYPE_MANUAL
ALIKE = 0.4
KEY = re.compile(r"^[0-9a-f]{8}-[0-9a-f-]{27}$")
"""How much of an earlier Vietnamese text has to be left for its English to be shown beside the new one."""


@dataclass
class Part:
    """One part of the text. `source` and `english` are as people read and write them; `earlier` is what this place said before it
    changed, with the English of that."""

    segment: StringSegment
    label: str
    is_html: bool
    source: str
    english: str = ""
    is_machine: bool = False
    tool: str = ""
    earlier: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        return f"part-{self.segment.pk}"

    @property
    def rows(self) -> int:
        return min(12, 2 + len(self.source) // 45 + self.source.count("\n"))


def english_locale() -> Locale:
    return Locale.objects.get(language_code="en")


def shown(data: str, is_html: bool) -> str:
    return data if is_html else StringValue(data).render_text()


def stored(text: str, source: str, is_html: bool) -> str:
    """What a person or a machine wrote, as it is kept. ValueError with the reason where it holds marks that the Vietnamese text
    has not, or that do not belong into a text."""
    if not is_html:
        return StringValue.from_plaintext(text.replace("\r\n", "\n").strip()).data
    if "<!" in text or "<?" in text:
        raise ValueError(_("Comments and declarations do not belong into a text."))
    value = StringValue.from_translated_html(text.strip()).data
    validate_translation_links(source, value)
    return value


def parts_of(text: EnglishText, page: Page) -> list[Part]:
    """All parts in the order of the page. `page`: the Vietnamese page as its own type. Three queries."""
    source_id = text.translation.source_id
    segments = list(
        StringSegment.objects.filter(source_id=source_id)
        .select_related("string", "context")
        .order_by("order")
    )
    html = set(TemplateSegment.objects.filter(source_id=source_id).values_list("context_id", flat=True))
    current, former = _translations(text, {(s.string_id, s.context_id) for s in segments})
    labels: dict[str, str] = {}
    parts = []
    for segment in segments:
        is_html = segment.context_id in html
        path = segment.context.field_path or segment.context.path
        label = labels.setdefault(path, label_of(type(page), path))
        part = Part(segment, label, is_html, shown(segment.string.data, is_html))
        if found := current.get((segment.string_id, segment.context_id)):
            part.english = shown(found.data, is_html)
            part.is_machine, part.tool = found.translation_type == MACHINE, found.tool_name
        elif before := _most_alike(segment.string.data, former[segment.context_id]):
            part.earlier = (shown(before.translation_of.data, is_html), shown(before.data, is_html))
        parts.append(part)
    return parts


def _translations(text: EnglishText, used: set[tuple[int, int]]):
    """Translations of what the page says now, and those of what it said at the same place before."""
    rows = StringTranslation.objects.filter(
        context__object_id=text.translation_key, locale_id=text.translation.target_locale_id
    ).select_related("translation_of")
    current, former = {}, defaultdict(list)
    for row in rows.order_by("updated_at", "pk"):
        if (row.translation_of_id, row.context_id) in used:
            current[row.translation_of_id, row.context_id] = row
        else:
            former[row.context_id].append(row)
    return current, former


def _most_alike(source: str, rows: list[StringTranslation]) -> StringTranslation | None:
    """What a place said before; where it held several strings, the one that the new one was made from."""
    if len(rows) < 2:
        return rows[0] if rows else None
    rated = [(SequenceMatcher(None, source, row.translation_of.data).ratio(), row.pk, row) for row in rows]
    best = max(rated)
    return best[2] if best[0] >= ALIKE else None


def label_of(model: type[models.Model], path: str) -> str:
    """The words of the form for a place: field, then row or block. `path` is Wagtail Localize's path of fields."""
    first, *rest = path.split(".")
    try:
        field = model._meta.get_field(first)
    except FieldDoesNotExist:
        return path
    if isinstance(field, StreamField):
        names = [capfirst(str(field.verbose_name)), *_block_labels(field.stream_block, rest)]
        return " – ".join(dict.fromkeys(names))
    if field.one_to_many:
        row = field.related_model
        names = [capfirst(str(row._meta.verbose_name))]
        return " – ".join([*names, label_of(row, ".".join(rest))] if rest else names)
    return capfirst(str(field.verbose_name))


def _block_labels(block, names: list[str]) -> list[str]:
    labels = []
    for name in names:
        if isinstance(block, ListBlock):
            block = block.child_block
            continue
        if not isinstance(block, StreamBlock | StructBlock) or name not in block.child_blocks:
            break
        block = block.child_blocks[name]
        label = capfirst(str(block.label or ""))
        if label and label not in labels:
            labels.append(label)
    return labels


def english_page(text: EnglishText) -> Page:
    """The English page as its own type, as the board left it. Page.DoesNotExist."""
    page = Page.objects.get(
        translation_key=text.translation_key, locale_id=text.translation.target_locale_id
    ).specific
    return page.get_latest_revision_as_object()


def draft_built(text: EnglishText, page: Page) -> Page:
    """The English page with all parts and with what is the same in every language, in memory. Address and chain stay as they are;
    what has no English yet stands there in Vietnamese."""
    source: TranslationSource = text.translation.source
    original = source.as_instance()
    locale = text.translation.target_locale
    copy_synchronised_fields(original, page)
    segments = source._get_segments_for_translation(locale, fallback=True)
    ingest_segments(original, page, source.locale, locale, segments)
    _lead_to_english(page, locale)
    return page


def _lead_to_english(page: Page, locale: Locale) -> None:
    """Fields that name a page of the site name its English one, where it is published."""
    for field in page._meta.concrete_fields:
        if not (isinstance(field, models.ForeignKey) and issubclass(field.related_model, Page)):
            continue
        if field.remote_field.parent_link or field.name == "alias_of":
            continue
        if (target := getattr(page, field.name)) is not None:
            found = Page.objects.filter(translation_key=target.translation_key, locale=locale, live=True)
            setattr(page, field.attname, found.values_list("pk", flat=True).first() or target.pk)


def strings_at(page: Page) -> dict[str, list[str]]:
    """Place → its strings, of a page as it is in memory."""
    found = defaultdict(list)
    for segment in extract_segments(page):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment.string.data)
    return found


def in_order(paths: Iterable[str]) -> list[str]:
    """Places with the number of the row or block instead of its key, which differs where two pages were written apart."""
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    found = []
    for path in paths:
        place = ""
        for step in path.split("."):
            if KEY.match(step):
                known = rows[place]
                step = f"#{known.setdefault(step, len(known))}"
            place += f".{step}"
        found.append(place)
    return found


def adopt(text: EnglishText, page: Page, *, is_first: bool = False) -> int:
    """Take over what was written on the English page itself, so that nobody's words are lost when a draft is made of the parts.

    Where the parts have English already it is brought up to date; with `is_first` all places that match are filled, as drafts
    to be checked. Answers how many strings.
    """
    there = strings_at(page)
    if is_first:
        there = dict(zip(in_order(there), there.values(), strict=True))
    places = defaultdict(list)
    source_id = text.translation.source_id
    rows = StringSegment.objects.filter(source_id=source_id).select_related("string", "context")
    for segment in rows.order_by("order"):
        places[segment.context.path].append(segment)
    current, _former = _translations(text, {(s.string_id, s.context_id) for p in places.values() for s in p})
    count = 0
    paths = in_order(places) if is_first else list(places)
    for path, segments in zip(paths, places.values(), strict=True):
        if len(there.get(path, ())) != len(segments):
            continue
        for segment, data in zip(segments, there[path], strict=True):
            found = current.get((segment.string_id, segment.context_id))
            if not data or data == segment.string.data or (found and found.data == data):
                continue
            if found or is_first:
                tool = "" if found else _("text that stood on the English page")
                string_store(text, segment, data, kind=MANUAL if found else MACHINE, tool=tool)
                count += 1
    return count


def string_store(
    text: EnglishText, segment: StringSegment, data: str, *, kind: str, tool: str = "", user=None
):
    """Keep the English of one part; an empty one takes it away."""
    where = {
        "translation_of_id": segment.string_id,
        "locale_id": text.translation.target_locale_id,
        "context_id": segment.context_id,
    }
    if not data:
        StringTranslation.objects.filter(**where).delete()
        return
    values = {"data": data, "translation_type": kind, "tool_name": tool[:255], "last_translated_by": user}
    StringTranslation.objects.update_or_create(
        **where, defaults=values | {"has_error": False, "field_error": ""}
    )
