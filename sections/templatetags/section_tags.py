"""Tags of the section templates."""

from __future__ import annotations

from django import template

from sections.presentation import entries, file_entries

register = template.Library()


@register.simple_tag(takes_context=True)
def entries_of(context, pages, shape="card"):
    """Pages as entries for the list components: ``{% entries_of items "document" as rows %}``."""
    return entries(pages, context.get("request"), shape)


@register.simple_tag
def files_of(page):
    """The files of a document page."""
    return file_entries(page)
