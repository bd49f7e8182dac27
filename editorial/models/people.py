"""What is kept of the people of a board: every act on their roles, suspensions, the heads' reviews of access."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from editorial.choices import BoardEventKind, BoardRole, ReviewDecision
from network.models import Institution

REASON_LENGTH = 500


class AppendOnlyError(Exception):
    """A record of what was done is neither changed nor deleted by hand."""


def _person(label, name: str = "+"):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name=name,
        verbose_name=label,
    )


class BoardEvent(models.Model):
    """One act on the people of a board: who, whom, what, why, when (W11.1). Written once; names are kept as
    they were, so that the record outlives the accounts."""

    personal_data = PersonalData(
        fields={
            "actor": DataClass.PERSONAL,
            "actor_name": DataClass.PERSONAL,
            "person": DataClass.PERSONAL,
            "person_name": DataClass.PERSONAL,
            "reason": DataClass.PERSONAL,
        },
        purpose=_("To show who gave, changed and ended rights on the board of a site, and why."),
        retention=_("Five years after the act."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="board_events")
    kind = models.CharField(_("act"), max_length=12, choices=BoardEventKind.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    actor = _person(_("who"))
    actor_name = models.CharField(max_length=160, blank=True)
    person = _person(_("whom"))
    person_name = models.CharField(max_length=254, blank=True)
    roles_before = models.CharField(_("roles before"), max_length=60, blank=True)
    roles_after = models.CharField(_("roles after"), max_length=60, blank=True)
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH, blank=True)
    as_authority = models.BooleanField(_("by the authority"), default=False)
    mandate = models.ForeignKey(
        "editorial.Mandate",
        verbose_name=_("act on a member's site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="board_events",
    )
    details = models.JSONField(default=dict)
    """Numbers of what was moved in a handover, by kind."""

    class Meta:
        verbose_name = _("act on a board")
        verbose_name_plural = _("acts on boards")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["institution", "-at"], name="board_event_of_institution")]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.at):%Y-%m-%d} {self.get_kind_display()}"

    def save(self, *args, **kwargs):
        if self.pk is not None:
            raise AppendOnlyError("An act on a board is written once.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("Acts on boards end with their retention only.")

    def roles_shown(self, roles: str) -> str:
        return ", ".join(str(BoardRole(role).label) for role in roles.split(",") if role)

    @property
    def before_shown(self) -> str:
        return self.roles_shown(self.roles_before)

    @property
    def after_shown(self) -> str:
        return self.roles_shown(self.roles_after)


class SuspendedRole(models.Model):
    """A role that a person has on a board and may not use for the time being."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "reason": DataClass.PERSONAL},
        purpose=_("To give a suspended person back the roles they had."),
        retention=_("Until the person is reinstated or removed."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="suspended_roles")
    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="suspended_roles"
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH)

    class Meta:
        verbose_name = _("suspended role")
        verbose_name_plural = _("suspended roles")
        constraints = [
            models.UniqueConstraint(fields=["institution", "role", "user"], name="suspended_role_unique")
        ]

    def __str__(self) -> str:
        return f"{self.institution} – {self.get_role_display()}"


class AccessReview(models.Model):
    """One review of who has which right on a board, by the head of the institution."""

    personal_data = PersonalData(
        fields={"closed_by": DataClass.PERSONAL, "closed_name": DataClass.PERSONAL},
        purpose=_("To show that the head looked through the rights of the board."),
        retention=_("Five years after the review."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="access_reviews")
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_by = _person(_("closed by"))
    closed_name = models.CharField(max_length=160, blank=True)

    class Meta:
        verbose_name = _("review of access")
        verbose_name_plural = _("reviews of access")
        ordering = ["-opened_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution"],
                condition=models.Q(closed_at__isnull=True),
                name="access_review_open_unique",
            )
        ]

    def __str__(self) -> str:
        return f"{self.institution} {timezone.localtime(self.opened_at):%Y-%m-%d}"


class AccessReviewItem(models.Model):
    """What the head found of one person, and decided."""

    personal_data = PersonalData(
        fields={"person": DataClass.PERSONAL, "person_name": DataClass.PERSONAL},
        purpose=_("To show whose rights the head confirmed or ended."),
        retention=_("Five years after the review."),
    )

    review = models.ForeignKey(AccessReview, on_delete=models.CASCADE, related_name="items")
    person = _person(_("person"))
    person_name = models.CharField(max_length=160)
    roles = models.CharField(_("roles"), max_length=60)
    last_sign_in = models.DateTimeField(_("last sign-in"), null=True)
    has_second_factor = models.BooleanField(_("second factor"), default=False)
    decision = models.CharField(_("decision"), max_length=4, choices=ReviewDecision.choices, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("person in a review of access")
        verbose_name_plural = _("people in reviews of access")
        ordering = ["person_name", "pk"]

    def __str__(self) -> str:
        return self.person_name

    @property
    def roles_shown(self) -> str:
        return ", ".join(str(BoardRole(role).label) for role in self.roles.split(",") if role)
