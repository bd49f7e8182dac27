"""Tags of the section templates."""

from __future__ import annotations

from django import template
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from sections.lists.rows import rows
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


@register.simple_tag(takes_context=True)
def rows_of(context, pages, listing):
    """Pages as rows for ``components/record_table.html``: ``{% rows_of items listing as rows %}``."""
    return rows(pages, listing, context.get("request"))


@register.simple_tag(takes_context=True)
def page_address(context, page):
    """The address of a page, with the site of the request."""
    return entries([page], context.get("request"), "event")[0]["url"]


@register.simple_tag
def weekday_names():
    """The days of the week, Monday first, short and in full."""
    return [{"short": WEEKDAYS_ABBR[day], "long": WEEKDAYS[day]} for day in range(7)]
