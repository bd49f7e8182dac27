"""Tags of the templates of libraries."""

from __future__ import annotations

from django import template

from resources.presentation import resource_row

register = template.Library()


@register.simple_tag(takes_context=True)
def resource_rows(context, pages):
    """Resources as components/resource_list.html takes them."""
    return [resource_row(page, context.get("request")) for page in pages]


@register.simple_tag(takes_context=True)
def collection_rows(context, rows):
    """Pairs (resource, note) as components/resource_list.html takes them."""
    return [resource_row(page, context.get("request"), note) for page, note in rows]
