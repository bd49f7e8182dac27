"""What the guard found before publication, and what the reviewer decided (law 91/2025, article 16)."""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.guard.findings import Findings
from privacy.models.proof import ChainedEntry


class GuardState(TextChoices):
    """How far a file or page is with the guard."""

    READING = "reading", pgettext_lazy("publication guard", "being read")
    CLEAR = "clear", pgettext_lazy("publication guard", "nothing found")
    WAITING = "waiting", pgettext_lazy("publication guard", "waits for a decision")
    RELEASED = "released", pgettext_lazy("publication guard", "released until its end date")
    REFUSED = "refused", pgettext_lazy("publication guard", "publication refused")
    MASKED = "masked", pgettext_lazy("publication guard", "replaced by a masked copy")
    LOOKUP = "lookup", pgettext_lazy("publication guard", "turned into an individual look-up")
    ENDED = "ended", pgettext_lazy("publication guard", "taken down, its time is over")
    LAPSED = "lapsed", pgettext_lazy("publication guard", "changed since, no longer there")


OPEN_STATES = (GuardState.CLEAR, GuardState.RELEASED)
"""In these states a file is given to readers, a page may be published."""
DECIDABLE = (GuardState.WAITING, GuardState.REFUSED, GuardState.ENDED)


class GuardGroundQuerySet(models.QuerySet):
    def valid(self, on: date):
        return self.filter(valid_from__lte=on).filter(Q(valid_to=None) | Q(valid_to__gte=on))


class GuardGround(models.Model):
    """A ground in law on which a list of people may be published: data, with the time for which it holds."""

    personal_data = PersonalData.none()

    code = models.SlugField(max_length=40, unique=True)
    text = models.CharField(_("ground"), max_length=300)
    text_en = models.CharField(_("ground in English"), max_length=300, blank=True)
    citation = models.CharField(_("legal source"), max_length=300)
    max_days = models.PositiveIntegerField(_("longest time on the site, in days"))
    valid_from = models.DateField(_("in force from"))
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = GuardGroundQuerySet.as_manager()

    class Meta:
        verbose_name = _("ground for publishing a list")
        verbose_name_plural = _("grounds for publishing lists")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.text_en if get_language() == "en" and self.text_en else self.text


class GuardCheck(models.Model):
    """The reading of one version of a file or page, and the decision about it. Samples are masked."""

    personal_data = PersonalData(
        fields={
            "findings": DataClass.PERSONAL,
            "uploaded_by": DataClass.PERSONAL,
            "authors": DataClass.PERSONAL,
            "decided_by": DataClass.PERSONAL,
        },
        purpose=_(
            "To stop lists of people before they are published, and to know who decided (law 91/2025, article 16)."
        ),
        retention=_("As long as the file or page exists; a version that was changed since, for a year."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(
        Institution, verbose_name=_("institution"), null=True, on_delete=models.CASCADE, related_name="+"
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=36)
    title = models.CharField(_("title"), max_length=255)
    digest = models.CharField(max_length=64)
    """Of a file: SHA-256 of its bytes. Of a page: of the listed people, so that other changes keep the decision."""
    state = models.CharField(
        _("state"), max_length=8, choices=GuardState.choices, default=GuardState.READING, db_index=True
    )
    findings = models.JSONField(default=dict)
    people = models.PositiveIntegerField(_("people listed"), default=0)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    authors = models.JSONField(default=list)
    """Ids of everybody whose hand is in it: they do not decide on it."""
    checked_at = models.DateTimeField(_("read on"), default=timezone.now)
    ground = models.ForeignKey(
        GuardGround, verbose_name=_("ground"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    ends_on = models.DateField(_("on the site until"), null=True, db_index=True)
    note = models.CharField(_("reason"), max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided on"), null=True)
    result = models.CharField(max_length=40, blank=True)
    """``document:<id>`` of the masked copy, ``lookup:<uid>`` of the look-up."""

    class Meta:
        verbose_name = _("check before publication")
        verbose_name_plural = _("checks before publication")
        ordering = ["-checked_at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-checked_at"], name="guard_of_object"),
            models.Index(fields=["institution", "state", "-checked_at"], name="guard_desk"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_page(self) -> bool:
        return (self.content_type.app_label, self.content_type.model) == ("wagtailcore", "page")

    @property
    def found(self) -> Findings:
        return Findings.from_dict(self.findings)


class GuardDecision(ChainedEntry):
    """One decision of the guard or about a look-up, in the institution's chain; it names nobody who was listed."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "note": DataClass.PERSONAL},
        purpose=_("To prove who released, masked or refused a list, on which ground and until when."),
        retention=_(
            "With the records of the institution: the chain names staff only, nobody who was listed."
        ),
    )

    check_uid = models.UUIDField(db_index=True)
    title = models.CharField(_("title"), max_length=255)
    state = models.CharField(_("decision"), max_length=8, choices=GuardState.choices)
    digest = models.CharField(max_length=64)
    people = models.PositiveIntegerField(_("people listed"), default=0)
    citation = models.CharField(_("legal source"), max_length=300, blank=True)
    ends_on = models.DateField(_("on the site until"), null=True)
    note = models.CharField(_("reason"), max_length=500, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )

    hashed_fields = (
        "check_uid",
        "title",
        "state",
        "digest",
        "people",
        "citation",
        "ends_on",
        "note",
        "user_id",
    )

    class Meta(ChainedEntry.Meta):
        verbose_name = _("decision before publication")
        verbose_name_plural = _("decisions before publication")
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="guard_number_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.state} {self.check_uid}"
