"""Assignments of places: the seed of the lots, and what each run gave (W9.4)."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from common.jobs import AbstractJob
from common.personal_data import DataClass, PersonalData
from enrolment.choices import AllocationState, AllocationWork, WishOutcome
from enrolment.models.applications import Wish
from enrolment.models.campaigns import CampaignPage
from enrolment.models.results import person
from privacy.models import SealedModel


class LotSeed(SealedModel):
    """The secret that a campaign's lots are made of, together with a public number. Its fingerprint is published before
    applications open, the seed itself with the results: nobody can choose it afterwards, nobody can foresee the lots."""

    personal_data = PersonalData(
        fields={
            "made_by": DataClass.PERSONAL,
            "revealed_by": DataClass.PERSONAL,
            "confirmed_by": DataClass.PERSONAL,
        },
        purpose=_("To know who prepared and who opened a drawing of lots."),
        retention=_("As long as the campaign's page."),
    )

    campaign = models.OneToOneField(CampaignPage, on_delete=models.CASCADE, related_name="lot_seed")
    sealed_seed = models.TextField(editable=False)
    """64 hexadecimal digits."""
    sealed_salt = models.TextField(blank=True, editable=False)
    """Key of the hashes of what goes in: nobody finds a few scores by trying them all."""
    fingerprint = models.CharField(_("fingerprint"), max_length=64, editable=False)
    """SHA-256 of the seed, in hexadecimal digits."""
    made_by = person(_("made by"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    public_number = models.CharField(_("public number"), max_length=250, blank=True)
    revealed_by = person(_("public number entered by"))
    revealed_at = models.DateTimeField(null=True, editable=False)
    confirmed_by = person(_("public number confirmed by"))
    confirmed_at = models.DateTimeField(null=True, editable=False)
    """From then on the public number stays as it is."""

    sealed_fields = ("sealed_seed", "sealed_salt")

    class Meta:
        verbose_name = _("seed of the lots")
        verbose_name_plural = _("seeds of the lots")

    def __str__(self) -> str:
        return self.fingerprint[:12]


class Allocation(models.Model):
    """One run of the assignment. `input_sha256` and `output_sha256` fix what went in and what came out: the same input
    gives the same output on any machine."""

    personal_data = PersonalData(
        fields={
            "made_by": DataClass.PERSONAL,
            "proposed_by": DataClass.PERSONAL,
            "published_by": DataClass.PERSONAL,
        },
        purpose=_("To know who computed, proposed and published an assignment."),
        retention=_("As long as the campaign's page."),
    )

    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="allocations")
    number = models.PositiveSmallIntegerField(_("run"))
    state = models.CharField(
        _("state"), max_length=9, choices=AllocationState.choices, default=AllocationState.COMPUTED
    )
    method = models.CharField(max_length=40)
    """Name and version of the method, such as ``deferred-acceptance/1``."""
    parameters = models.JSONField(default=dict)
    """What the run used besides the applications: ranking, catchment, quotas by school and class, fingerprint of the seed."""
    input_sha256 = models.CharField(max_length=64)
    output_sha256 = models.CharField(max_length=64)
    totals = models.JSONField(default=dict)
    """``{"<school id>/<class>": {quota, wishes, admitted, waiting, last}}``: no names, what stays after the applications go.
    `last`: ``{first, group, score, lot, rank}`` of the last one admitted, or null; scores as text."""
    changes = models.JSONField(default=dict)
    """How it differs from the run before: ``{"run": 1, "applications": 12, "classes": {"<key>": [came, went]}}``; empty: none."""
    reason = models.CharField(pgettext_lazy("assignment", "reason"), max_length=300, blank=True)
    """Why it was returned or taken back."""
    made_by = person(_("computed by"))
    made_at = models.DateTimeField(_("computed"), default=timezone.now)
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(null=True, editable=False)
    published_by = person(_("published by"))
    published_at = models.DateTimeField(pgettext_lazy("assignment", "published"), null=True, editable=False)
    confirm_until = models.DateField(_("places are confirmed until"), null=True, editable=False)
    waiting_ended_at = models.DateTimeField(null=True, editable=False)
    """When its waiting lists were closed."""

    class Meta:
        verbose_name = _("assignment of places")
        verbose_name_plural = _("assignments of places")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="allocation_number"),
            models.UniqueConstraint(
                fields=["campaign"],
                condition=Q(state=AllocationState.PUBLISHED),
                name="allocation_published_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign} – {self.number}"

    @property
    def state_shown(self) -> str:
        """One that was published and dropped afterwards was taken back."""
        if self.state == AllocationState.DROPPED and self.published_at:
            return pgettext("assignment", "taken back")
        return self.get_state_display()


class AllocationRow(models.Model):
    """What one run gave for one wish: its place in the order of the class, and the outcome."""

    personal_data = PersonalData(
        fields={"wish": DataClass.PERSONAL, "outcome": DataClass.PRIVATE, "rank": DataClass.PRIVATE},
        purpose=_("To explain an assignment to each applicant."),
        retention=_("As long as the submission."),
    )

    allocation = models.ForeignKey(Allocation, on_delete=models.CASCADE, related_name="rows")
    wish = models.ForeignKey(Wish, on_delete=models.CASCADE, related_name="allocation_rows")
    rank = models.PositiveIntegerField()
    """Place among all wishes for the class, the first is 1; 0: not ranked, because there is no score."""
    lot = models.CharField(max_length=16)
    """First 16 hexadecimal digits of the lot."""
    outcome = models.CharField(max_length=8, choices=WishOutcome.choices)
    waiting = models.PositiveIntegerField(null=True)
    """Place on the waiting list of the class, the first is 1."""

    class Meta:
        verbose_name = _("outcome of a wish")
        verbose_name_plural = _("outcomes of wishes")
        constraints = [models.UniqueConstraint(fields=["allocation", "wish"], name="allocation_row_once")]

    def __str__(self) -> str:
        return f"{self.allocation_id}/{self.wish_id}"


class AllocationSheet(models.Model):
    """The public lines of one class in one run (``enrolment.allocation.sheets``): lot codes, which lead nowhere, and what they
    got. They stay as they were published, so that the check still holds when an application has gone."""

    personal_data = PersonalData(
        fields={"lines": DataClass.PERSONAL},
        purpose=_("To let anybody check an assignment, each family its own lot code."),
        retention=_("As long as any application of the campaign, then only totals stay."),
    )

    allocation = models.ForeignKey(Allocation, on_delete=models.CASCADE, related_name="sheets")
    place = models.CharField(max_length=64)
    """``<school id>/<class>``"""
    count = models.PositiveIntegerField(default=0)
    lines = models.TextField()

    class Meta:
        verbose_name = _("published lines of a class")
        verbose_name_plural = _("published lines of classes")
        ordering = ["allocation", "place"]
        constraints = [models.UniqueConstraint(fields=["allocation", "place"], name="allocation_sheet_once")]

    def __str__(self) -> str:
        return f"{self.allocation_id}/{self.place}"


class AllocationJob(AbstractJob):
    """Work on an assignment behind the screens: compute, publish, take back. Each is one transaction."""

    personal_data = PersonalData(
        fields={"created_by": DataClass.PERSONAL},
        purpose=_("To know who had an assignment computed, published or taken back."),
        retention=_("As long as the campaign's page."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(CampaignPage, on_delete=models.CASCADE, related_name="allocation_jobs")
    allocation = models.ForeignKey(Allocation, null=True, on_delete=models.SET_NULL, related_name="jobs")
    work = models.CharField(max_length=9, choices=AllocationWork.choices)
    leaves_out = models.BooleanField(default=False)
    """Whether wishes without score are left out; else they stop the computation."""
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("work on an assignment")
        verbose_name_plural = _("works on assignments")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_work_display()} {self.campaign_id}"
