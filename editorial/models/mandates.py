"""An authority's act on a member's site: who, in which role, for what reason, from when to when (W3.1c, W11.1)."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from editorial.choices import BoardRole
from network.models import Institution

LONGEST = timedelta(hours=8)
"""A working day: whoever needs longer gives the reason again."""


class MandateEnd(models.TextChoices):
    HANDED_BACK = "back", _("Handed back")
    TIME = "time", _("Time was up")
    SIGN_OUT = "sign-out", _("Signed out")
    ROLE_LOST = "role", _("No longer chief editor of the authority")
    CLOSED = "closed", _("The site was closed")
    SINGLE = "single", _("A single step on the people of the board")


class MandateQuerySet(models.QuerySet):
    def running(self):
        """Those that nobody and nothing has ended yet, those past their time included."""
        return self.filter(ended_at__isnull=True)

    def covering(self, institution: Institution, user_ids):
        """Those under which these people have acted on an institution's site."""
        return self.filter(institution=institution, user_id__in=user_ids).select_related("authority")


class Mandate(models.Model):
    """While it runs, a chief editor of an authority holds one role on a member's board, as a member of its group."""

    personal_data = PersonalData(
        fields=dict.fromkeys(("user", "user_name", "reason"), DataClass.PERSONAL),
        purpose=_("To show a member which person of its authority acted on its site, and why."),
        retention=_("As long as the institution has a site."),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="mandates",
    )
    user_name = models.CharField(max_length=310)
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="mandates"
    )
    authority = models.ForeignKey(
        Institution, verbose_name=_("authority"), on_delete=models.PROTECT, related_name="mandates_given"
    )
    role = models.CharField(_("role"), max_length=8, choices=BoardRole.choices)
    reason = models.CharField(_("reason"), max_length=500)
    started_at = models.DateTimeField(_("from"))
    until = models.DateTimeField(_("until"))
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    ended_how = models.CharField(_("how it ended"), max_length=8, choices=MandateEnd.choices, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("act on a member's site")
        verbose_name_plural = _("acts on members' sites")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(ended_at__isnull=True), name="mandate_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(until__gt=F("started_at")), name="mandate_has_an_end"),
            models.CheckConstraint(
                condition=Q(role__in=[BoardRole.EDITOR, BoardRole.CHIEF]), name="mandate_role"
            ),
        ]
        indexes = [models.Index(fields=["institution", "-started_at"], name="mandate_institution")]

    def __str__(self) -> str:
        return f"{self.institution} – {self.get_role_display()}"

    @property
    def is_running(self) -> bool:
        return self.ended_at is None

    def covers(self, moment) -> bool:
        """Whether an act at a moment was done under it."""
        return moment is not None and self.started_at <= moment <= (self.ended_at or self.until)
