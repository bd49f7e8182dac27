"""Which pages can be translated, and which ones an authority has to have in English (W8.15)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, TranslatableMixin
from wagtail_localize.fields import get_translatable_fields

from common.choice_sets import having
from common.models import BasePage
from network.models import Institution
from network.selectors import in_tree
from sections.catalogue import sections_for
from sections.english.choices import Kind
from sections.models import ProcedurePage, SectionSlot, ServicePage, UnitPage
from sections.procedures.choices import Audience
from sections.tree import HOME_KEY

FOREIGNERS = (Audience.FOREIGNERS, Audience.FOREIGN_INVESTED, Audience.FOREIGN_ORGANISATIONS)
"""Who needs a procedure or a service in English."""
ROWS = _(
    "The rows of this kind of page stay Vietnamese, so it is not translated: write an English page of its own."
)
OWN = _(
    "This kind of page belongs to what readers send in Vietnamese, so it is not translated: write an English page."
)

_refused: dict[type[Page], str | Promise] = {}


def refuse_type(page_type: type[Page], reason: str | Promise = OWN) -> None:
    """Say that pages of a type are not translated, and what to do instead."""
    _refused[page_type] = reason


def why_not(page_type: type[Page] | None) -> str | Promise | None:
    """Why pages of a type cannot be translated, or None."""
    if page_type is None or not issubclass(page_type, BasePage):
        return ROWS
    for each, reason in _refused.items():
        if issubclass(page_type, each):
            return reason
    return ROWS if untranslated_rows(page_type) else None


def untranslated_rows(page_type: type[Page]) -> list[str]:
    """Relations to rows that Wagtail Localize would copy as they are although they hold words."""
    return [
        relation.name
        for relation in get_all_child_relations(page_type)
        if relation.name != COMMENTS_RELATION_NAME
        and not issubclass(relation.related_model, TranslatableMixin)
        and _has_words(relation.related_model)
    ]


def _has_words(model: type[models.Model]) -> bool:
    return any(
        field.is_translated(None) and isinstance(field.get_field(model), models.CharField | models.TextField)
        for field in get_translatable_fields(model)
    )


def english_keys(institution: Institution) -> list[str]:
    """Keys of the sections that stand in English on the site of an authority."""
    wanted = [section.key for section in sections_for(institution.kind, required=True) if section.english]
    return [HOME_KEY, *wanted] if institution.is_authority else []


def below(homes: Iterable[Page]) -> Q:
    """Pages of these trees, home pages included; ranges, which read the index of the paths on both databases."""
    found = Q(pk__in=())
    for home in homes:
        found |= Q(**in_tree(home))
    return found


def pages_wanted(institutions: Iterable[Institution], homes: Iterable[Page]) -> Q:
    """The Vietnamese pages that foreigners need: home page, introduction with its units, contact, online services and
    procedures, and of the two lists what is for foreigners."""
    keys = Q(pk__in=())
    for institution in institutions:
        keys |= Q(institution=institution, key__in=english_keys(institution))
    trees = below(homes)
    wanted = Q(translation_key__in=SectionSlot.objects.filter(keys).values("translation_key"))
    wanted |= Q(pk__in=UnitPage.objects.filter(trees).values("pk"))
    procedures = ProcedurePage.objects.filter(trees, for_foreigners(), repealed_on=None)
    services = ServicePage.objects.filter(trees, for_foreigners())
    wanted |= Q(pk__in=procedures.values("pk")) | Q(pk__in=services.values("pk"))
    return wanted


def for_foreigners() -> Q:
    """What says that it is for foreigners."""
    found = Q()
    for audience in FOREIGNERS:
        found |= having("audiences", audience)
    return found


def kind_of(page: Page) -> Kind:
    """What a page is, by its type; no query."""
    model = page.cached_content_type.model_class() or Page
    if issubclass(model, UnitPage):
        return Kind.UNIT
    if issubclass(model, ProcedurePage):
        return Kind.PROCEDURE
    if issubclass(model, ServicePage):
        return Kind.SERVICE
    return Kind.OTHER
