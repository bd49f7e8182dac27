"""Applications, wishes, and the record of what was done with them (W8.4c, W9.4)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from enrolment.choices import OPEN_STATES, ApplicationState, Channel, Entry, WishOutcome
from enrolment.models.campaigns import CampaignPage
from enrolment.models.results import person
from network.models import Institution
from privacy.models import SealedModel, Submission


class Application(SealedModel):
    """How far one child's application in a campaign is. What was answered stands in the submission.

    `child_digest` is a keyed hash of the child's identity number, different in each campaign: one application that was not
    withdrawn for each child, although the number is nowhere in clear. `sealed_identity` holds it for a change of keys.
    """

    personal_data = PersonalData(
        fields={
            "sealed_identity": DataClass.PRIVATE,
            "child_digest": DataClass.PERSONAL,
            "lot_code": DataClass.PERSONAL,
            "candidate_number": DataClass.PERSONAL,
            "room": DataClass.PERSONAL,
            "assigned_to": DataClass.PERSONAL,
            "entered_by": DataClass.PERSONAL,
        },
        purpose=_("To take, check and decide applications for admission."),
        retention=_("As long as the submission."),
    )

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="application")
    campaign = models.ForeignKey(CampaignPage, on_delete=models.PROTECT, related_name="applications")
    child_digest = models.CharField(max_length=64, editable=False)
    sealed_identity = models.TextField(editable=False)
    handler = models.ForeignKey(
        Institution,
        verbose_name=_("checked by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    """The school of the first wish; it checks the application for all of them."""
    channel = models.CharField(_("received"), max_length=5, choices=Channel.choices, default=Channel.WEB)
    paper_on = models.DateField(pgettext_lazy("application", "handed in on paper on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=9, choices=ApplicationState.choices, default=ApplicationState.SUBMITTED
    )
    state_at = models.DateTimeField(_("since"), default=timezone.now)
    proposed_state = models.CharField(
        _("proposed"), max_length=9, choices=ApplicationState.choices, blank=True, editable=False
    )
    proposed_by = person(_("proposed by"))
    proposed_at = models.DateTimeField(null=True, editable=False)
    proposed_position = models.PositiveSmallIntegerField(null=True, editable=False)
    """Number of the wish that is proposed to be admitted directly."""
    decided_by = person(_("confirmed by"))
    due_on = models.DateField(_("due"), null=True, blank=True)
    """Until when evidence is to come, or the place to be confirmed."""
    lot_code = models.CharField(_("lot code"), max_length=14, editable=False)
    """A random code on the receipt by which a published drawing is checked; it leads nowhere."""
    candidate_number = models.CharField(_("candidate number"), max_length=20, blank=True)
    room = models.CharField(pgettext_lazy("examination", "room"), max_length=40, blank=True)
    assigned_to = person(_("person who checks"))
    entered_by = person(_("entered by"))
    revision = models.PositiveSmallIntegerField(_("version"), default=1)
    changed_at = models.DateTimeField(_("last change"), null=True, editable=False)

    sealed_fields = ("sealed_identity",)

    class Meta:
        verbose_name = pgettext_lazy("admission", "application")
        verbose_name_plural = pgettext_lazy("admission", "applications")
        indexes = [
            models.Index(fields=["campaign", "handler", "state"], name="application_desk"),
            models.Index(fields=["state", "due_on"], name="application_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "child_digest"],
                condition=~Q(state=ApplicationState.WITHDRAWN),
                name="application_once_a_child",
            ),
            models.UniqueConstraint(fields=["campaign", "lot_code"], name="application_lot_code"),
            models.UniqueConstraint(
                fields=["campaign", "candidate_number"],
                condition=~Q(candidate_number=""),
                name="application_candidate_number",
            ),
        ]

    def __str__(self) -> str:
        return str(self.submission)

    def is_overdue(self, today: date) -> bool:
        return bool(self.due_on and self.due_on < today and self.state in OPEN_STATES)


class Wish(models.Model):
    """One wish of an application: a class of a school, in order. `catchment`, `is_first` and `score` are what it is ranked by."""

    personal_data = PersonalData(
        fields={
            "school": DataClass.PERSONAL,
            "track": DataClass.PERSONAL,
            "catchment": DataClass.PERSONAL,
            "score": DataClass.PRIVATE,
            "points": DataClass.PRIVATE,
            "outcome": DataClass.PRIVATE,
        },
        purpose=_("To assign places by the applicants' own order of wishes."),
        retention=_("As long as the submission."),
    )

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="wishes")
    position = models.PositiveSmallIntegerField(_("wish"))
    school = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    track = models.SlugField(pgettext_lazy("admission", "class"), max_length=40)
    """Code of the class in the school's notice (`AdmissionTrack.code`)."""
    catchment = models.PositiveSmallIntegerField(_("catchment group"), default=0)
    """Group of the school's catchment area that the child lives in; 0: in none."""
    is_first = models.BooleanField(_("admitted before all others"), default=False)
    points = models.DecimalField(_("points added"), max_digits=5, decimal_places=2, default=0)
    score = models.DecimalField(_("score"), max_digits=7, decimal_places=3, null=True, blank=True)
    """Without the points; null: there is none."""
    outcome = models.CharField(
        _("outcome"), max_length=8, choices=WishOutcome.choices, default=WishOutcome.OPEN
    )
    waiting_number = models.PositiveIntegerField(_("place on the waiting list"), null=True, blank=True)

    class Meta:
        verbose_name = _("wish")
        verbose_name_plural = _("wishes")
        ordering = ["application", "position"]
        indexes = [models.Index(fields=["school", "track", "outcome"], name="wish_of_class")]
        constraints = [
            models.UniqueConstraint(fields=["application", "position"], name="wish_position"),
            models.UniqueConstraint(fields=["application", "school", "track"], name="wish_once"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.track}"


class ApplicationEntry(SealedModel):
    """One line of an application's record: what happened, who did it, and what the applicant reads of it."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "sealed_text": DataClass.PRIVATE},
        purpose=_("To know what was done with an application, and to tell the applicant."),
        retention=_("As long as the submission."),
    )

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=8, choices=Entry.choices)
    at = models.DateTimeField(default=timezone.now)
    user = person(_("who"))
    """Empty where the applicant or the product itself acted."""
    from_state = models.CharField(max_length=9, choices=ApplicationState.choices, blank=True)
    to_state = models.CharField(max_length=9, choices=ApplicationState.choices, blank=True)
    is_shown = models.BooleanField(default=False)
    """Whether the applicant reads it, with its text."""
    sealed_text = models.TextField(blank=True, editable=False)

    sealed_fields = ("sealed_text",)

    class Meta:
        verbose_name = _("record of an application")
        verbose_name_plural = _("records of applications")
        ordering = ["application", "at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.application_id}"

    @property
    def title(self) -> str:
        """What happened, and the state that followed where that says more."""
        kind = self.get_kind_display()
        if self.kind == Entry.ASKED or self.to_state in ("", self.from_state):
            return kind
        return f"{kind}: {self.get_to_state_display()}"
