"""Filters for addresses in running text."""

from __future__ import annotations

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that a narrow screen breaks after the @ and not within a word."""
    text = conditional_escape(address)
    return mark_safe(text.replace("@", "@<wbr>"))  # noqa: S308
