"""Articles that one board offers to another (W8.2, W9.2): an authority to its members, a member to its authority. What the
other board makes of it is its own draft, through its own chain (W11.1), with the source kept (W7.3)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution


class Direction(models.TextChoices):
    DOWN = "down", _("To the members")
    UP = "up", _("To the authority")


class Duty(models.TextChoices):
    """What the receiving boards have to do."""

    NONE = "", _("Nothing: they may take it over")
    READ = "read", _("Read it and say so")
    PUBLISH = "publish", _("Publish it on their site")


def _person(verbose_name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


OFFER_PURPOSE = _("To know which person of a board offered, read, took over or declined an article.")
OFFER_RETENTION = _("As long as the offer stands, and then as long as the article is kept.")


class OfferQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ended_at=None)

    def received_by(self, institution: Institution):
        """Offers to a board: those of every authority above it, and what its members proposed to it."""
        step = institution.steplen
        above = [institution.path[:end] for end in range(step, len(institution.path), step)]
        return self.filter(
            Q(direction=Direction.DOWN, institution__path__in=above)
            | Q(direction=Direction.UP, receiver=institution)
        )


class ArticleOffer(models.Model):
    """A published article that a board offers. `types` narrows an offer to the members: types of institution; empty for all."""

    personal_data = PersonalData(
        fields={"offered_by": DataClass.PERSONAL, "offered_name": DataClass.PERSONAL},
        purpose=OFFER_PURPOSE,
        retention=OFFER_RETENTION,
    )

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("article"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="offers",
    )
    title = models.CharField(_("title"), max_length=255)
    institution = models.ForeignKey(
        Institution, verbose_name=_("offered by"), on_delete=models.PROTECT, related_name="article_offers"
    )
    direction = models.CharField(_("direction"), max_length=4, choices=Direction.choices)
    receiver = models.ForeignKey(
        Institution,
        verbose_name=_("authority"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="proposed_articles",
    )
    types = models.JSONField(_("kinds of institution"), default=list, blank=True)
    duty = models.CharField(
        _("what the members have to do"), max_length=8, blank=True, choices=Duty.choices, default=Duty.NONE
    )
    due_on = models.DateField(_("by"), null=True, blank=True)
    note = models.CharField(_("message to the boards"), max_length=300, blank=True)
    offered_by = _person(_("offered by"))
    offered_name = models.CharField(max_length=310, blank=True)
    offered_at = models.DateTimeField(_("offered at"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("offered article")
        verbose_name_plural = _("offered articles")
        ordering = ["-offered_at", "-pk"]
        indexes = [models.Index(fields=["institution", "direction", "-offered_at"], name="offer_institution")]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "direction"], condition=Q(ended_at=None), name="offer_open_once"
            ),
            models.CheckConstraint(
                condition=Q(direction="down", receiver=None) | Q(direction="up", receiver__isnull=False),
                name="offer_receiver",
            ),
            models.CheckConstraint(
                condition=Q(duty="", due_on=None) | (~Q(duty="") & Q(due_on__isnull=False, direction="down")),
                name="offer_duty_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_mandatory(self) -> bool:
        return bool(self.duty)

    def is_for(self, institution: Institution) -> bool:
        """Whether the offer is one to this board."""
        if self.direction == Direction.UP:
            return self.receiver_id == institution.pk
        is_below = institution.path != self.institution.path and institution.path.startswith(
            self.institution.path
        )
        return is_below and (not self.types or institution.type in self.types)


class OfferAnswer(models.Model):
    """What one board did with an offer, and which version of the article it took over."""

    personal_data = PersonalData(
        fields={
            "read_by": DataClass.PERSONAL,
            "read_name": DataClass.PERSONAL,
            "taken_by": DataClass.PERSONAL,
            "taken_name": DataClass.PERSONAL,
        },
        purpose=OFFER_PURPOSE,
        retention=OFFER_RETENTION,
    )

    offer = models.ForeignKey(ArticleOffer, on_delete=models.CASCADE, related_name="answers")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="offer_answers")
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)
    read_by = _person(_("read by"))
    read_name = models.CharField(max_length=310, blank=True)
    declined_at = models.DateTimeField(_("declined at"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_at = models.DateTimeField(_("taken over at"), null=True, blank=True)
    taken_by = _person(_("taken over by"))
    taken_name = models.CharField(max_length=310, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("own article"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_version = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("version"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_changed_at = models.DateTimeField(_("version of"), null=True, blank=True)
    """When the version that was taken over had been published."""

    class Meta:
        verbose_name = _("answer to an offer")
        verbose_name_plural = _("answers to offers")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["offer", "institution"], name="offer_answered_once")]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.institution_id}"

    def is_fulfilled(self) -> bool:
        """Whether the board did what the offer asks. Select ``offer`` and ``page``."""
        if self.offer.duty == Duty.PUBLISH:
            return bool(self.page and self.page.live)
        return self.read_at is not None

    def is_outdated(self) -> bool:
        """Whether the source has been published anew since it was taken over. Select ``offer__page``."""
        source = self.offer.page
        if self.taken_at is None or source is None or not source.live or source.last_published_at is None:
            return False
        return self.source_changed_at is None or source.last_published_at > self.source_changed_at


def is_late(due_on: date | None, *, fulfilled: bool, on: date) -> bool:
    return due_on is not None and not fulfilled and due_on < on
