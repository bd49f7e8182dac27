"""Tags of the tables of disclosure."""

from __future__ import annotations

from django import template

from sections.disclosure.items import Both, Item, words

register = template.Library()


@register.simple_tag
def article_of(item: Item, institution_type: str) -> str:
    """The article and the form that ask an institution of this type for an item."""
    parts = (item.reference_for(institution_type), item.form_for(institution_type))
    return " · ".join(part for part in parts if part)


@register.simple_tag
def in_words(both: Both) -> str:
    """One of a pair of Vietnamese and English."""
    return words(both)
