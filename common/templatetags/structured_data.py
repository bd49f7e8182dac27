"""Structured data in a page."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""As Django's ``json_script``, which writes no other type than ``application/json``."""


@register.simple_tag
def json_ld(data: dict[str, Any] | None) -> str:
    """``{% json_ld structured_data %}``: a data block, which a browser neither runs nor subjects to the content policy."""
    if not data:
        return ""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 – escaped above
