"""English that need not be written: what has no words, the names of the institution, what the board translated elsewhere."""

from __future__ import annotations

from django.utils.html import strip_tags
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.strings import StringValue

from sections.catalogue import section
from sections.english.texts import MANUAL, string_store
from sections.models import EnglishText, SectionSlot
from sections.tree import HOME_KEY


def has_words(data: str) -> bool:
    """Whether a string says something: a number, a code, an address or a symbol with figures does not."""
    for token in strip_tags(data.replace("<br>", " ")).split():
        word = token.strip(".,;:()[]“”\"'–-")
        if "@" in word or "://" in word or any(letter.isdigit() for letter in word):
            continue
        if any(letter.isalpha() for letter in word):
            return True
    return False


def fill_in(text: EnglishText) -> int:
    """Fill the parts whose English is known; answers how many. Three queries, and two for each part that is filled."""
    locale_id = text.translation.target_locale_id
    missing = (
        StringSegment.objects.filter(source_id=text.translation.source_id)
        .annotate_translation(text.translation.target_locale, include_errors=True)
        .filter(translation=None)
        .select_related("string", "context")
    )
    segments = list(missing)
    names = _names(text.institution) | _section_words(text)
    elsewhere = dict(
        StringTranslation.objects.filter(
            translation_of_id__in={segment.string_id for segment in segments},
            locale_id=locale_id,
            translation_type=MANUAL,
            context__object_id__in=text.institution.english_texts.values("translation_key"),
        )
        .order_by("updated_at")
        .values_list("translation_of_id", "data")
    )
    count = 0
    for segment in segments:
        data = segment.string.data
        known = names.get(data) or elsewhere.get(segment.string_id)
        if not known and (not has_words(data) or _is_person(segment)):
            known = data
        if known:
            string_store(text, segment, known, kind=MANUAL)
            count += 1
    return count


def _is_person(segment: StringSegment) -> bool:
    """Whether a part is the name of who handles an application."""
    path = segment.context.field_path
    return path.startswith("handlers.") and path.endswith(".name")


def _section_words(text: EnglishText) -> dict[str, str]:
    """Title and introduction of a section as the catalogue has them."""
    keys = SectionSlot.objects.filter(translation_key=text.translation_key).exclude(key=HOME_KEY)
    key = keys.values_list("key", flat=True).first()
    if key is None:
        return {}
    found = section(key)
    pairs = {found.title_vi: found.title_en, found.intro_vi: found.intro_en}
    return {StringValue.from_plaintext(a).data: StringValue.from_plaintext(b).data for a, b in pairs.items()}


def _names(institution) -> dict[str, str]:
    if not institution.english_name:
        return {}
    english = StringValue.from_plaintext(institution.english_name).data
    names = {institution.name, institution.local_name}
    return {StringValue.from_plaintext(name).data: english for name in names if name}
