"""Tags of the templates of procedures and online services."""

from __future__ import annotations

from django import template

from sections.procedures.presentation import online_services, shown

register = template.Library()


@register.simple_tag
def procedure_of(page):
    """What the page of a procedure says, ready to be shown."""
    return shown(page)


@register.simple_tag(takes_context=True)
def online_services_of(context, page):
    """The online services of a site, by field."""
    return online_services(page, context.get("request"))
