"""What libraries harvest and what is searched across institutions: one row for each resource that was ever public, kept up to
date by ``resources.services.records``. It is an index of pages, never a source."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution


class ResourceRecord(models.Model):
    """One resource in one language. A row outlives its page: harvesters are told of a deletion at any later time
    (OAI-PMH 2.0, 2.5.1, “persistent”); it then keeps its identifier, sets and date and no word of its content.
    """

    personal_data = PersonalData(
        fields={"folded": DataClass.PERSONAL},
        purpose=_(
            "To find a resource by the name of its author, as circular 37/2020, article 7.3, has it named."
        ),
        retention=_("Until the resource is withdrawn."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """The identifier for harvesters, ``urn:uuid:…``: the same under whatever host name the site is reached."""
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="resource_records")
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    translation_key = models.UUIDField()
    locale = models.CharField(max_length=12)
    is_deleted = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    """In whole seconds, as dates of the protocol are compared."""
    digest = models.CharField(max_length=64, default="")

    title = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=1000, blank=True)
    """Address within the site, with its language."""
    folded = models.TextField(blank=True)
    kind = models.CharField(max_length=12)
    subject = models.CharField(max_length=24)
    grade_from = models.PositiveSmallIntegerField(null=True)
    grade_to = models.PositiveSmallIntegerField(null=True)
    licence = models.CharField(max_length=12, blank=True)
    language = models.CharField(max_length=3, blank=True)
    issued_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("record of a resource")
        verbose_name_plural = _("records of resources")
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="resource_record_unique")
        ]
        indexes = [
            models.Index(fields=["changed_at", "id"], name="resource_record_changed"),
            models.Index(fields=["institution", "changed_at"], name="resource_record_site"),
            models.Index(fields=["subject", "kind"], name="resource_record_subject"),
        ]

    def __str__(self) -> str:
        return f"urn:uuid:{self.uid}"
