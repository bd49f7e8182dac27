"""A list on its way in: what lists of results, of certificates and of schools have in common."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from common.jobs import AbstractJob


def private_storage():
    return storages["private"]


class ListJob(AbstractJob):
    """A list whose file lies in the private storage until the worker has done with it. A model of it adds the `file`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    filename = models.CharField(_("file"), max_length=255)
    acting = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    """Who asked for the present work."""
    wrong = models.PositiveIntegerField(_("rows with mistakes"), default=0)
    faults = models.JSONField(default=list, blank=True)
    """The first of them: ``[{"cell": "C7", "text": sentence}]``, with a ``column`` where the heading is told."""

    class Meta:
        abstract = True
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.filename
