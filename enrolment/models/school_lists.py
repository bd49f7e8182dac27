"""One list of an authority for all its schools: classes with quotas and communes by school, part of a campaign's frame (W9.4)."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from enrolment.models.campaigns import CampaignPage
from enrolment.models.people import person
from network.models import Institution


class SchoolList(models.Model):
    """A list that was taken in: tried at once, and put into the campaign whole or not at all. Of a list that is put in or thrown
    away stays who, when and how many."""

    personal_data = PersonalData(
        fields={"made_by": DataClass.PERSONAL, "applied_by": DataClass.PERSONAL},
        purpose=_("To know who set the quotas and catchment areas of a campaign."),
        retention=_("As long as the campaign's page; a list that is not put in: 30 days."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="school_lists")
    filename = models.CharField(_("file"), max_length=200)
    rows_count = models.PositiveIntegerField(_("rows"), default=0)
    schools_count = models.PositiveIntegerField(_("schools"), default=0)
    wrong = models.PositiveIntegerField(_("rows with mistakes"), default=0)
    faults = models.JSONField(default=list, blank=True)
    """``{"cell": "C7", "text": sentence, "column": heading}``, the first 500."""
    shares = models.JSONField(default=list, blank=True)
    """``[[id of the school, classes, areas]]`` as `ListedSchool` holds them; empty where a row is wrong."""
    made_by = person(_("taken in by"))
    made_at = models.DateTimeField(_("taken in"), default=timezone.now)
    applied_by = person(_("put in by"))
    applied_at = models.DateTimeField(_("put in"), null=True, editable=False)
    dropped_at = models.DateTimeField(_("thrown away"), null=True, editable=False)

    class Meta:
        verbose_name = _("list of the schools of a campaign")
        verbose_name_plural = _("lists of the schools of campaigns")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_open(self) -> bool:
        """Whether it can still be put in or thrown away."""
        return self.applied_at is None and self.dropped_at is None


class ListedSchool(models.Model):
    """What an authority's list says of one school in a campaign. A school takes it into its notice and publishes it itself."""

    personal_data = PersonalData.none()

    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="listed_schools")
    school = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    classes = models.JSONField(default=list, blank=True)
    """``[[code, name, quota, subjects]]`` in the order of the list."""
    areas = models.JSONField(default=list, blank=True)
    """``[[commune, part of it, code of the commune, group]]`` in the order of the list."""
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("school in the list of a campaign")
        verbose_name_plural = _("schools in the lists of campaigns")
        ordering = ["campaign", "pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "school"], name="listed_school_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.school_id}"
