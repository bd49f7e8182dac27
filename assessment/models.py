"""The stored state of each site, by which an authority finds the worst of thousands, and the letters that it writes to
their boards."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.choices import Lack, Order
from common.personal_data import DataClass, PersonalData
from network.models import Institution
from network.models.institutions import InstitutionStatus


def lack_condition(lack: Lack, now: datetime) -> models.Q:
    """What ages is compared with `now`, so that it holds between two assessments."""
    today = timezone.localdate(now)
    idle_since = now - timedelta(days=settings.EDUSITE_IDLE_BOARD_DAYS)
    return {
        Lack.EMPTY: models.Q(missing__gt=0),
        Lack.STALE: models.Q(stale_from__lte=today),
        Lack.OVERDUE: models.Q(review_due_on__lt=today),
        Lack.NO_CHIEF: models.Q(has_chief=False),
        Lack.IDLE: models.Q(signed_in_at=None) | models.Q(signed_in_at__lt=idle_since),
        Lack.FEEDBACK: models.Q(feedback_since__lt=now - timedelta(days=settings.EDUSITE_FEEDBACK_DAYS)),
        Lack.STUCK: models.Q(waiting_since__lt=now - timedelta(days=settings.EDUSITE_STUCK_DAYS)),
        Lack.ASKED: models.Q(
            models.Exists(
                BoardLetter.objects.filter(institution=models.OuterRef("institution_id"), resolved_at=None)
            )
        ),
    }[lack]


class SiteStateQuerySet(models.QuerySet):
    def below(self, institution: Institution):
        """Of the active institutions below one, at any depth. A range reads the index of the paths, LIKE does not."""
        return self.filter(
            institution__path__range=Institution._get_children_path_interval(institution.path),
            institution__status=InstitutionStatus.ACTIVE,
        )

    def lacking(self, lack: Lack | str, *, now: datetime):
        """Those that an authority looks for."""
        return self.filter(lack_condition(Lack(lack), now))

    def counted(self, *, now: datetime) -> dict[str, int]:
        """How many sites lack what, and `total`; one query."""
        counts = {
            str(lack): models.Count("pk", filter=lack_condition(lack, now), distinct=True) for lack in Lack
        }
        return self.order_by().aggregate(total=models.Count("pk", distinct=True), **counts)

    def in_order(self, order: Order | str):
        """Ties go by the place in the tree, so that paging is stable."""
        keys = {
            Order.WORST: [F("severity").desc(), F("stale_from").asc(nulls_last=True)],
            Order.STALEST: [F("stale_from").asc(nulls_last=True), F("severity").desc()],
            Order.NAME: [F("institution__folded").asc()],
            Order.PUBLISHED: [F("published_at").asc(nulls_first=True)],
            Order.SIGNED_IN: [F("signed_in_at").asc(nulls_first=True)],
        }[Order(order)]
        return self.order_by(*keys, "institution_id")


class SiteState(models.Model):
    """What was last found of one site. ``assessment.services.states`` keeps it; a site is computed live on its own
    screens.

    Dates are stored instead of ages, so that a site becomes stale or overdue on its day without being assessed again.
    """

    personal_data = PersonalData.none()

    institution = models.OneToOneField(
        Institution, primary_key=True, on_delete=models.CASCADE, related_name="site_state"
    )
    missing = models.PositiveSmallIntegerField(pgettext_lazy("sections", "empty"), default=0)
    partly = models.PositiveSmallIntegerField(pgettext_lazy("sections", "out of date"), default=0)
    overdue = models.PositiveSmallIntegerField(pgettext_lazy("sections", "review overdue"), default=0)
    total = models.PositiveSmallIntegerField(pgettext_lazy("sections", "required"), default=0)
    severity = models.PositiveIntegerField(default=0, editable=False)
    """Missing, then stale, then overdue sections as one number, for sorting in the database."""
    worst_key = models.CharField(max_length=32, blank=True)
    """Key of the criterion that is worst: the first that is missing, else the longest out of date."""
    stale_from = models.DateField(null=True)
    """The day on which the first section went, or will go, out of date."""
    review_due_on = models.DateField(null=True)
    """The earliest review date of a required section."""
    published_at = models.DateTimeField(null=True)
    has_chief = models.BooleanField(default=False)
    signed_in_at = models.DateTimeField(null=True)
    """When somebody of the board signed in last."""
    feedback_waiting = models.PositiveIntegerField(default=0)
    feedback_since = models.DateTimeField(null=True)
    waiting_since = models.DateTimeField(null=True)
    """Since when the longest waiting page waits for a decision of its board."""
    assessed_at = models.DateTimeField()
    is_due = models.BooleanField(default=False)
    """Something has changed since."""

    objects = SiteStateQuerySet.as_manager()

    class Meta:
        verbose_name = _("state of a site")
        verbose_name_plural = _("states of sites")
        indexes = [
            models.Index(F("severity").desc(), "stale_from", "institution", name="site_state_worst"),
            models.Index(fields=["is_due", "assessed_at"], name="site_state_due"),
        ]

    def __str__(self) -> str:
        return str(self.institution)


class BoardLetter(models.Model):
    """An authority asks the board of a member to complete its site. It is settled when none of the sections it names is
    missing or out of date any more."""

    personal_data = PersonalData(
        fields={"sent_by": DataClass.PERSONAL, "text": DataClass.PERSONAL},
        purpose=_("To prove that an authority asked the board of a member to complete its site, and when."),
        retention=_("Two years after it was sent."),
    )

    sender = models.ForeignKey(
        Institution,
        verbose_name=_("authority"),
        on_delete=models.CASCADE,
        related_name="letters_written",
    )
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        on_delete=models.CASCADE,
        related_name="letters_received",
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(pgettext_lazy("of a letter", "text"))
    keys = models.JSONField(default=list)
    """Keys of the criteria that the letter asks for."""
    complete_by = models.DateField(_("to be completed by"), null=True)
    recipients = models.PositiveSmallIntegerField(_("recipients"), default=0)
    created_at = models.DateTimeField(_("sent"))
    resolved_at = models.DateTimeField(_("settled"), null=True)

    class Meta:
        verbose_name = _("letter to a board")
        verbose_name_plural = _("letters to boards")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["institution", "resolved_at"], name="board_letter_open")]

    def __str__(self) -> str:
        return f"{self.institution} {timezone.localtime(self.created_at):%Y-%m-%d}"


class FirstStepsDismissal(models.Model):
    """The chief editor of a site wants its first steps off the desk, done or not."""

    personal_data = PersonalData.none()

    institution = models.OneToOneField(
        Institution, primary_key=True, on_delete=models.CASCADE, related_name="first_steps_dismissal"
    )
    dismissed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("dismissal of the first steps")
        verbose_name_plural = _("dismissals of the first steps")

    def __str__(self) -> str:
        return str(self.institution)
