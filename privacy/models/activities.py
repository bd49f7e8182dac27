"""What an institution does with personal information: one processing activity for each form or import (P5.1, P9, P15)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.choices import ActivityStatus


class ProcessingActivity(models.Model):
    """An entry of the register. `code` is the form's code (``privacy.registry`` or a form that the board built); its purposes,
    their recipients and periods hang on it. A form takes nothing before its activity was approved."""

    personal_data = PersonalData(
        fields={"approved_by": DataClass.PERSONAL},
        purpose=_("To know who approved the processing (circular 25/2010, article 10)."),
        retention=_("As long as the activity stands in the register."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="activities")
    code = models.SlugField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255, blank=True)
    description = models.TextField(_("what is done"), blank=True)
    description_en = models.TextField(_("what is done, in English"), blank=True)
    unit = models.CharField(_("unit in charge"), max_length=255, blank=True)
    contact = models.CharField(
        _("contact"), max_length=255, blank=True, help_text=_("Post, telephone or e-mail; no private one.")
    )
    subjects = models.CharField(
        _("whose information"), max_length=255, blank=True, help_text=_("For example: parents, pupils.")
    )
    subjects_en = models.CharField(
        _("whose information, in English"),
        max_length=255,
        blank=True,
        help_text=_("For example: parents, pupils. Shown on the English pages."),
    )
    includes_children = models.BooleanField(_("information on children"), default=False)
    source = models.CharField(_("where it comes from"), max_length=255, blank=True)
    storage = models.CharField(_("where it is kept"), max_length=255, blank=True)
    measures = models.TextField(_("protective measures"), blank=True)
    leaves_country = models.BooleanField(_("leaves the country"), default=False)
    fields = models.JSONField(default=list, blank=True, editable=False)
    """What a form that the board built asks: ``[{name, label, kind, class, necessity, purposes, …}]``; approved with the rest."""
    status = models.CharField(
        _("state"), max_length=8, choices=ActivityStatus.choices, default=ActivityStatus.DRAFT, editable=False
    )
    is_generated = models.BooleanField(default=False, editable=False)
    """Made by provisioning from a template of the product, in force from the start; the first change by a board ends that."""
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("approved"), null=True, editable=False)
    approved_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    approved_content = models.JSONField(default=dict, blank=True, editable=False)
    """`described` as it was approved; empty for what provisioning made."""
    proposed = models.JSONField(default=dict, blank=True, editable=False)
    """`described` as the board wants it, where the activity is in force: what readers see changes with the approval."""
    submitted_at = models.DateTimeField(_("handed in"), null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    DESCRIBED = (
        "code",
        "name",
        "name_en",
        "description",
        "description_en",
        "unit",
        "contact",
        "subjects",
        "subjects_en",
        "includes_children",
        "source",
        "storage",
        "measures",
        "leaves_country",
        "fields",
    )

    class Meta:
        verbose_name = _("processing activity")
        verbose_name_plural = _("processing activities")
        ordering = ["institution", "name", "pk"]
        constraints = [models.UniqueConstraint(fields=["institution", "code"], name="activity_code_unique")]

    def __str__(self) -> str:
        return self.name

    @property
    def local_name(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def local_description(self) -> str:
        return (self.description_en if get_language() == "en" else "") or self.description

    @property
    def local_subjects(self) -> str:
        return (self.subjects_en if get_language() == "en" else "") or self.subjects

    @property
    def is_in_force(self) -> bool:
        """Whether its form may take something. An outdated one goes on until it is looked at again; only publishing anew is
        refused."""
        return self.status in (ActivityStatus.APPROVED, ActivityStatus.OUTDATED)

    @property
    def is_waiting(self) -> bool:
        """Whether it was handed in and nobody has decided yet."""
        return self.submitted_at is not None

    @property
    def may_be_published(self) -> bool:
        """Whether its form may be put on the site: approved, and nothing has changed since."""
        return self.status == ActivityStatus.APPROVED

    def described(self) -> dict[str, Any]:
        """Activity, purposes and recipients as they are approved; two queries."""
        purposes = (
            self.purposes.filter(is_active=True).prefetch_related("recipients").order_by("position", "pk")
        )
        # What was approved before there was an English text keeps its fingerprint.
        names = [name for name in self.DESCRIBED if name != "subjects_en" or self.subjects_en]
        return {name: getattr(self, name) for name in names} | {
            "purposes": [
                purpose.described()
                | {"recipients": sorted(r.pk for r in purpose.recipients.all() if r.is_active)}
                for purpose in purposes
            ]
        }

    def fingerprint(self) -> str:
        """SHA-256 of `described` as canonical JSON."""
        return content_sha256(self.described())

    def waiting_fingerprint(self) -> str:
        """SHA-256 of what waits for approval: the change, or the whole."""
        return content_sha256(self.proposed or self.described())


def content_sha256(content: dict[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
