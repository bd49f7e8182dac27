"""The regulation on personal information that a site publishes, as numbered versions (P10.1, P11)."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import models
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

    def for_institution(self, institution: Institution):
        """Its own and those of the authorities above it, the nearest first, the newest first."""
        step = Institution.steplen
        paths = [institution.path[:end] for end in range(step, len(institution.path) + 1, step)]
        return self.filter(institution__path__in=paths).order_by("-institution__depth", "-number")

    def current(self, institution: Institution, *, on: date | None = None) -> Notice | None:
        """The notice in force for an institution: its own, else that of the nearest authority above; one
        query."""
        return self.published(on).for_institution(institution).select_related("institution").first()

    def in_force(self, institution: Institution, *, on: date | None = None) -> list[Notice]:
        """The current notice of the institution and of each authority above it, its own first; one query."""
        found: dict[int, Notice] = {}
        for notice in self.published(on).for_institution(institution).select_related("institution"):
            found.setdefault(notice.institution_id, notice)
        return list(found.values())

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
    title = models.CharField(_("title"), max_length=255)
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    summary = models.TextField(_("summary"), help_text=_("Two or three sentences, shown above each form."))
    summary_en = models.TextField(_("summary in English"), blank=True)
    body = RichTextField(_("text"), features=NOTICE_FEATURES)
    body_en = RichTextField(_("text in English"), blank=True, features=NOTICE_FEATURES)
    changes = models.TextField(_("what is new in this version"), blank=True)
    changes_en = models.TextField(_("what is new, in English"), blank=True)
    in_force_from = models.DateField(_("in force from"), default=timezone.localdate)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
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
        stored = type(self)._base_manager.filter(pk=self.pk).values(*self.FIXED, "published_at").first()
        if not stored or stored["published_at"] is None:
            return
        changed = [name for name in self.FIXED if stored[name] != getattr(self, name)]
        if changed or self.published_at != stored["published_at"]:
            raise PublishedNoticeError(
                str(_("A published notice does not change. Publish the next version instead."))
            )

    def fingerprint(self) -> str:
        """SHA-256 of everything a reader is shown, as canonical JSON."""
        shown = {name: getattr(self, name) for name in self.FIXED}
        text = json.dumps(shown, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

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
