"""What a screen reader has to read with another voice (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

import unicodedata

from django import template
from django.utils.html import mark_safe
from django.utils.translation import get_language

register = template.Library()
ATTRIBUTE = mark_safe(' lang="vi"')


@register.filter
def vietnamese(text: object) -> str:
    """Says that a text is Vietnamese where the page is not: ``<dd{{ address|vietnamese }}>{{ address }}</dd>``. What has no mark
    of a Vietnamese letter is taken for the page's own language."""
    if get_language() in ("vi", None) or not text:
        return ""
    words = unicodedata.normalize("NFD", str(text))
    marked = any(unicodedata.combining(letter) or letter in "đĐ" for letter in words)
    return ATTRIBUTE if marked else ""
