"""How the English of institutions stands: for one and for many, at any number of pages, in the same few queries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Q
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringSegment, StringTranslation

from common.models import site_path
from network.models import Institution
from sections.english.choices import OPEN, Kind, Standing
from sections.english.scope import below, kind_of, pages_wanted
from sections.english.texts import MACHINE
from sections.models import EnglishText, SectionSlot

__all__ = ["EnglishRow", "english_counts", "english_rows", "text_of"]


@dataclass
class EnglishRow:
    """One Vietnamese page and its English. `total`, `done` and `machine` count the parts of the text; 0 where nobody began."""

    institution_id: int
    page: Page
    english: Page | None
    text: EnglishText | None
    kind: Kind
    standing: Standing
    is_wanted: bool
    total: int = 0
    done: int = 0
    machine: int = 0

    @property
    def left(self) -> int:
        return self.total - self.done


@dataclass(frozen=True)
class _Parts:
    total: int = 0
    done: int = 0
    machine: int = 0


def english_rows(institutions: Iterable[Institution], *, only_wanted: bool = False) -> list[EnglishRow]:
    """What these authorities need in English, and with `only_wanted` nothing else; then all other pages that have English. In
    the order of the tree, seven queries."""
    institutions = [one for one in institutions if one.is_authority and one.home_key]
    if not institutions:
        return []
    by_key = {one.home_key: one.pk for one in institutions}
    homes = list(Page.objects.filter(translation_key__in=by_key).select_related("locale"))
    owners = {site_path(home.path): by_key[home.translation_key] for home in homes}
    vietnamese = [home for home in homes if home.locale.language_code == "vi"]
    english = [home for home in homes if home.locale.language_code == "en"]
    pages = _pages(institutions, vietnamese, english, only_wanted)
    keys = [page.translation_key for page in pages]
    found = Page.objects.filter(below(english), translation_key__in=keys).select_related("latest_revision")
    there = {page.translation_key: page for page in found}
    texts = {
        text.translation_key: text
        for text in EnglishText.objects.filter(institution__in=institutions).select_related("translation")
    }
    parts = _parts(texts.values())
    waiting = _waiting(there.values())
    sections = set(
        SectionSlot.objects.filter(institution__in=institutions).values_list("translation_key", flat=True)
    )
    rows = []
    for page in pages:
        text, found = texts.get(page.translation_key), there.get(page.translation_key)
        count = parts.get(text.translation.source_id, _Parts()) if text else _Parts()
        rows.append(
            EnglishRow(
                owners[site_path(page.path)],
                page,
                found,
                text,
                Kind.SECTION if page.translation_key in sections else kind_of(page),
                standing_of(page, found, text, count, is_waiting=bool(found and found.pk in waiting)),
                page.is_wanted,
                count.total,
                count.done,
                count.machine,
            )
        )
    return rows


def _pages(institutions, vietnamese: list[Page], english: list[Page], only_wanted: bool) -> list[Page]:
    wanted = pages_wanted(institutions, vietnamese)
    found = Page.objects.filter(below(vietnamese), live=True)
    asked = set(found.filter(wanted).values_list("pk", flat=True))
    pages = Page.objects.filter(pk__in=asked)
    if not only_wanted:
        translated = Q(translation_key__in=Page.objects.filter(below(english)).values("translation_key"))
        pages = found.filter(Q(pk__in=asked) | translated)
    pages = list(pages.order_by("path"))
    for page in pages:
        page.is_wanted = page.pk in asked
    return pages


def _parts(texts: Iterable[EnglishText]) -> dict[int, _Parts]:
    """Source id → how many parts its text has, how many of them are in English, how many of those a machine wrote."""
    texts = list(texts)
    if not texts:
        return {}
    there = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=texts[0].translation.target_locale_id,
        has_error=False,
    )
    rows = (
        StringSegment.objects.filter(source_id__in=[text.translation.source_id for text in texts])
        .annotate(is_done=Exists(there), is_machine=Exists(there.filter(translation_type=MACHINE)))
        .order_by()
        .values("source_id")
        .annotate(
            total=Count("pk"),
            done=Count("pk", filter=Q(is_done=True)),
            machine=Count("pk", filter=Q(is_machine=True)),
        )
    )
    return {row["source_id"]: _Parts(row["total"], row["done"], row["machine"]) for row in rows}


def _waiting(pages: Iterable[Page]) -> set[int]:
    """Ids of the pages that are with a board."""
    states = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(page.pk) for page in pages],
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return {int(pk) for pk in states.values_list("object_id", flat=True)}


def standing_of(
    page: Page, english: Page | None, text: EnglishText | None, parts: _Parts, *, is_waiting: bool
) -> Standing:
    """How one text stands. A page that was written without this screen is outdated when the Vietnamese one was published
    later; one that no person wrote came with the site and has only its heading."""
    if english is None:
        return Standing.MISSING
    if is_waiting:
        return Standing.CHAIN
    if text is None:
        if not english.live or english.latest_revision is None or english.latest_revision.user_id is None:
            return Standing.MISSING
        later = page.last_published_at and (
            not english.last_published_at or page.last_published_at > english.last_published_at
        )
        return Standing.OUTDATED if later else Standing.COMPLETE
    if parts.machine:
        return Standing.MACHINE
    is_behind = text.is_behind or parts.done < parts.total
    if is_behind:
        return Standing.OUTDATED if english.live else Standing.STARTED
    return Standing.READY if english.has_unpublished_changes or not english.live else Standing.COMPLETE


def english_counts(rows: Iterable[EnglishRow]) -> dict[int, Counter[Standing]]:
    """Institution id → how many of the pages that it needs in English are in each standing."""
    found: dict[int, Counter[Standing]] = defaultdict(Counter)
    for row in rows:
        if row.is_wanted:
            found[row.institution_id][row.standing] += 1
    return found


def lacking(counts: Counter[Standing]) -> int:
    return sum(counts[standing] for standing in OPEN)


def text_of(page: Page) -> EnglishText | None:
    """The work on the English of a page, of whichever language the page is; one query."""
    rows = EnglishText.objects.select_related(
        "translation__source__locale", "translation__target_locale", "institution"
    )
    return rows.filter(translation_key=page.translation_key).first()


def parts_left(text: EnglishText) -> _Parts:
    """How many parts the text has, how many are in English, how many of those nobody has checked; one query."""
    return _parts([text]).get(text.translation.source_id, _Parts())
