"""One list of an authority for all its schools: classes with quotas and communes by school, part of a campaign's frame (W9.4)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from enrolment.choices import SchoolListWork
from enrolment.models.campaigns import CampaignPage
from enrolment.models.list_jobs import ListJob, private_storage
from enrolment.models.people import person
from network.models import Institution


class SchoolList(ListJob):
    """A list that was taken in: read by the worker, and put into the campaign whole or not at all. Of a list that is put in or
    thrown away stays who, when and how many."""

    personal_data = PersonalData(
        fields={
            "created_by": DataClass.PERSONAL,
            "acting": DataClass.PERSONAL,
            "applied_by": DataClass.PERSONAL,
        },
        purpose=_("To know who set the quotas and catchment areas of a campaign."),
        retention=_(
            "As long as the campaign's page; a list that is not put in: 30 days. The file goes when the list is put in or thrown "
            "away, at the latest after seven days."
        ),
    )

    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="school_lists")
    file = models.FileField(_("list"), storage=private_storage, upload_to="schools/%Y/%m/", blank=True)
    work = models.CharField(
        _("step"), max_length=5, choices=SchoolListWork.choices, default=SchoolListWork.READ
    )
    is_whole = models.BooleanField(default=False)
    """Whether schools that it does not name leave the campaign's list when it is put in."""
    rows_count = models.PositiveIntegerField(_("rows"), default=0)
    schools_count = models.PositiveIntegerField(_("schools"), default=0)
    changed = models.PositiveIntegerField(_("schools that have changed"), default=0)
    """By putting it in."""
    shares = models.JSONField(default=list, blank=True)
    """``[[id of the school, classes, areas]]`` as `ListedSchool` holds them; empty where a row is wrong."""
    applied_by = person(_("put in by"))
    applied_at = models.DateTimeField(_("put in"), null=True, editable=False)
    dropped_at = models.DateTimeField(_("thrown away"), null=True, editable=False)

    class Meta(ListJob.Meta):
        verbose_name = _("list of the schools of a campaign")
        verbose_name_plural = _("lists of the schools of campaigns")
        indexes = [models.Index(fields=["state", "heartbeat_at"], name="school_list_state")]

    @property
    def is_open(self) -> bool:
        """Whether it can still be put in or thrown away."""
        return self.applied_at is None and self.dropped_at is None and not self.is_busy

    @property
    def may_be_put_in(self) -> bool:
        return self.is_open and not self.wrong and bool(self.shares)


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
