"""The regulation on personal information that a site publishes, as numbered versions (P10.1, P11)."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from common.personal_data import DataClass, PersonalData
from network.models import Institution

NOTICE_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class PublishedNoticeError(Exception):
    """An attempt to change or remove a notice that people have been shown."""


class NoticeQuerySet(models.QuerySet):
    def published(self, on: date | None = None):
        """Those that have been in force at some time until `on` (today)."""
        return self.filter(published_at__isnull=False, in_force_from__lte=on or timezone.localdate())

    def issued(self):
        """Those that were approved, the ones that come into force later too."""
        return self.filter(published_at__isnull=False)

    def newest(self, on: date | None = None):
        """Of each institution the version in force."""
        later = Notice._base_manager.filter(
            institution=OuterRef("institution"),
            published_at__isnull=False,
            in_force_from__lte=on or timezone.localdate(),
            number__gt=OuterRef("number"),
        )
        return self.published(on).filter(~Exists(later))

    def for_institution(self, institution: Institution):
        """Its own and those of the authorities above it, the nearest first, the newest first."""
        step = Institution.steplen
        paths = [institution.path[:end] for end in range(step, len(institution.path) + 1, step)]
        return self.filter(institution__path__in=paths).order_by("-institution__depth", "-number")

    def current(self, institution: Institution, *, on: date | None = None) -> Notice | None:
        """The notice in force for an institution; one query.

        What its board wrote comes first; else what an authority above wrote for its members; else its own that was made from
        the template; else the nearest above.
        """
        step = Institution.steplen
        paths = [institution.path[:end] for end in range(step, len(institution.path) + 1, step)]
        return self.ranked(institution.path, paths, on=on).first()

    def ranked(self, path: str, paths: list[str], *, on: date | None = None):
        """The versions in force at `paths`, in the order in which they hold for the institution at `path`."""
        own = Q(institution__path=path)
        written_here = When(own & Q(is_generated=False), then=Value(0))
        written_above = When(~own & Q(is_generated=False, covers_members=True), then=Value(1))
        rank = Case(written_here, written_above, When(own, then=Value(2)), default=Value(3))
        found = self.newest(on).filter(institution__path__in=paths).annotate(rank=rank)
        return found.order_by("rank", "-institution__depth").select_related("institution")

    def in_force(self, institution: Institution, *, on: date | None = None) -> list[Notice]:
        """The current notice of the institution and of each authority above it, its own first; one query."""
        return list(self.newest(on).for_institution(institution).select_related("institution"))

    def base_of(self, notice: Notice, institution: Institution, *, on: date | None = None) -> Notice | None:
        """What an addition adds to: the full text in force of the nearest authority above; None for a full text."""
        if not notice.is_addition:
            return None
        above = self.newest(on).for_institution(institution).filter(is_addition=False)
        above = above.exclude(institution=notice.institution_id)
        return above.select_related("institution").first()

    def update(self, **kwargs):
        raise PublishedNoticeError("Notices are saved one by one, so that a published one cannot change.")

    def delete(self):
        raise PublishedNoticeError("Notices are kept: people have been shown them.")


class Notice(models.Model):
    """One version of an institution's regulation on personal information. Once published its text never
    changes: a change is the next number, and `changes` says in words what is different (P11.3)."""

    personal_data = PersonalData(
        fields={"approved_by": DataClass.PERSONAL},
        purpose=_("To know who approved the regulation (circular 25/2010, article 10)."),
        retention=_("As long as a submission made under the notice is kept."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField(_("number"))
    """From 1; a draft has 0, so that an institution has one draft at the most."""
    title = models.CharField(_("title"), max_length=255)
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    summary = models.TextField(_("summary"), help_text=_("Two or three sentences, shown above each form."))
    summary_en = models.TextField(_("summary in English"), blank=True)
    body = RichTextField(_("text"), features=NOTICE_FEATURES)
    body_en = RichTextField(_("text in English"), blank=True, features=NOTICE_FEATURES)
    changes = models.TextField(_("what is new in this version"), blank=True)
    changes_en = models.TextField(_("what is new, in English"), blank=True)
    is_addition = models.BooleanField(
        _("adds to the regulation of the authority"),
        default=False,
        help_text=_(
            "The text of the authority above holds here as well, in its newest version; this one comes after it."
        ),
    )
    covers_members = models.BooleanField(
        _("holds for the members too"),
        default=False,
        help_text=_("Institutions below that have written no regulation of their own follow this one."),
    )
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    submitted_at = models.DateTimeField(_("handed in"), null=True, editable=False)
    announced_until = models.DateField(_("announced on the site until"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_generated = models.BooleanField(default=False, editable=False)
    """Made by provisioning from the template and not written by the board: provisioning issues the next one
    itself."""
    sha256 = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = NoticeQuerySet.as_manager()

    FIXED = (
        "institution_id",
        "number",
        "title",
        "title_en",
        "summary",
        "summary_en",
        "body",
        "body_en",
        "changes",
        "changes_en",
        "in_force_from",
    )
    MARKS = ("is_addition", "covers_members")
    """Fixed too; part of the fingerprint where they are set."""

    class Meta:
        verbose_name = _("notice on personal information")
        verbose_name_plural = _("notices on personal information")
        ordering = ["institution", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="notice_number_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def save(self, *args, **kwargs) -> None:
        self._refuse_change()
        self.sha256 = self.fingerprint()
        if (names := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*names, "sha256"}
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if self.published_at:
            raise PublishedNoticeError(str(_("A published notice is kept: people have been shown it.")))
        return super().delete(*args, **kwargs)

    def _refuse_change(self) -> None:
        if self._state.adding:
            return
        stored = (
            type(self)
            ._base_manager.filter(pk=self.pk)
            .values(*self.FIXED, *self.MARKS, "published_at")
            .first()
        )
        if not stored or stored["published_at"] is None:
            return
        changed = [name for name in (*self.FIXED, *self.MARKS) if stored[name] != getattr(self, name)]
        if changed or self.published_at != stored["published_at"]:
            raise PublishedNoticeError(
                str(_("A published notice does not change. Publish the next version instead."))
            )

    def fingerprint(self) -> str:
        """SHA-256 of everything a reader is shown, as canonical JSON."""
        shown = {name: getattr(self, name) for name in self.FIXED}
        shown |= {name: True for name in self.MARKS if getattr(self, name)}
        text = json.dumps(shown, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def is_draft(self) -> bool:
        return self.published_at is None

    @property
    def is_waiting(self) -> bool:
        """Whether the draft was handed in and nobody has decided yet."""
        return self.is_draft and self.submitted_at is not None

    @property
    def is_intact(self) -> bool:
        """Whether the text still is what the stored hash says."""
        return self.sha256 == self.fingerprint()

    def _local(self, name: str) -> str:
        english = getattr(self, f"{name}_en") if get_language() == "en" else ""
        return english or getattr(self, name)

    @property
    def local_title(self) -> str:
        return self._local("title")

    @property
    def local_summary(self) -> str:
        return self._local("summary")

    @property
    def local_body(self) -> str:
        return self._local("body")

    @property
    def local_changes(self) -> str:
        return self._local("changes")
