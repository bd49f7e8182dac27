"""A field that names who did something, as long as the account exists."""

from __future__ import annotations

from django.conf import settings
from django.db import models


def person(name) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=name,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
