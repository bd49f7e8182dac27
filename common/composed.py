"""Whatever way a text comes in, its letters are stored in one spelling (W12.1, TCVN 6909:2001): composed, Đ as Đ."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.db import models
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField

from common.text import letters

HASHED = frozenset({"privacy"})
"""Packages whose rows are hashed before they are saved: they take what a form or a list has composed already."""


@cache
def text_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The fields of a model of ours in which people write; of others' models none. Ours say what personal data they hold."""
    if not hasattr(model, "personal_data") or model._meta.app_label in HASHED:
        return ()
    return tuple(
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | StreamField) and not field.choices
    )


def compose_text(
    sender: type[models.Model], instance: models.Model, raw: bool = False, **kwargs: Any
) -> None:
    """``pre_save``: middleware and readers of lists have composed most of it; commands, imports and tests have not."""
    if raw:
        return
    for field in text_fields(sender):
        value = instance.__dict__.get(field.attname)
        if isinstance(value, str):
            if not value.isascii() and (spelt := letters(value)) != value:
                setattr(instance, field.attname, spelt)
        elif isinstance(value, StreamValue):
            found = list(value.raw_data)
            if (spelt := composed(found)) != found:
                setattr(instance, field.attname, field.to_python(spelt))


def composed(value: Any) -> Any:
    """A value of a stream, all its texts composed."""
    if isinstance(value, str):
        return value if value.isascii() else letters(value)
    if isinstance(value, dict):
        return {key: composed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [composed(part) for part in value]
    return value
