"""The regulations of an institution as numbered versions that its head approves (W3.3, W4.4, W11.2, P10.1)."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from editorial.choices import Meetings, RegulationAct, RegulationStatus
from editorial.regulations.composing import Chapter, articles_from_json, compose, own_clauses
from editorial.regulations.facts import Facts, from_json
from editorial.regulations.kinds import KINDS, RegulationKind
from network.models import Institution

OPEN = (RegulationStatus.DRAFT, RegulationStatus.SUBMITTED)
KEPT = _("An approved regulation does not change. Draft the next version instead.")
KEPT_HISTORY = _("The history of a regulation is kept as it was written.")


class ApprovedRegulationError(Exception):
    """An attempt to change or remove a regulation that the head approved, or its history."""


class RegulationQuerySet(models.QuerySet):
    def approved(self):
        return self.filter(status=RegulationStatus.APPROVED)

    def open(self):
        """Drafts, and what waits for the head: one of a kind at the most."""
        return self.filter(status__in=OPEN)

    def in_force(self, on: date | None = None):
        """Approved and effective by `on` (today). The highest version of a kind is the one that holds."""
        return self.approved().filter(effective_on__lte=on or timezone.localdate())

    def update(self, **kwargs):
        raise ApprovedRegulationError(
            "Regulations are saved one by one, so that an approved one cannot change."
        )

    def delete(self):
        raise ApprovedRegulationError("Regulations are removed one by one, so that an approved one is kept.")


class Regulation(models.Model):
    """One version of one regulation.

    ``parts`` holds, for each chapter, the articles that were drafted from ``facts`` and the board's own provisions;
    ``body`` is the whole text as it was handed to the head. From the approval on nothing of it changes but the date of
    the next review, and ``sha256`` covers all that a reader is shown.
    """

    personal_data = PersonalData(
        fields=dict.fromkeys(
            (
                "facts",
                "parts",
                "body",
                "body_en",
                "submitted_by",
                "submitted_name",
                "approved_by",
                "approved_name",
                "signer_name",
                "return_reason",
            ),
            DataClass.PERSONAL,
        ),
        purpose=_(
            "To name who answers for the site, and who drafted and approved its regulation (article 11.2)."
        ),
        retention=_("As long as the institution has a site: regulations are kept in an archive."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="regulations")
    kind = models.CharField(_("regulation"), max_length=16)
    status = models.CharField(
        _("status"), max_length=10, choices=RegulationStatus.choices, default=RegulationStatus.DRAFT
    )
    version = models.PositiveIntegerField(_("version"), null=True, editable=False)
    title = models.CharField(_("title"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500, blank=True)
    parts = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    facts_sha256 = models.CharField(max_length=64, editable=False)
    facts_at = models.DateTimeField(_("drafted from the settings of"))
    body = models.TextField(_("text"), blank=True)
    body_en = models.TextField(_("text in English"), blank=True)
    changes = models.TextField(_("what is new in this version"), blank=True, max_length=2000)
    changes_en = models.TextField(_("what is new, in English"), blank=True, max_length=2000)

    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    submitted_name = models.CharField(max_length=310, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("submitted at"), null=True, editable=False)
    return_reason = models.CharField(_("reason of the return"), max_length=2000, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    approved_name = models.CharField(max_length=310, blank=True, editable=False)
    approved_at = models.DateTimeField(_("approved at"), null=True, editable=False)
    approving_institution = models.ForeignKey(
        Institution, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    signer_name = models.CharField(max_length=310, blank=True, editable=False)
    signer_title = models.CharField(max_length=160, blank=True, editable=False)
    symbol = models.CharField(_("number and symbol"), max_length=80, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    effective_on = models.DateField(_("effective from"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    review_on = models.DateField(_("review on"), null=True, blank=True)
    reminded_on = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RegulationQuerySet.as_manager()

    SHOWN = (
        "institution_id",
        "kind",
        "version",
        "title",
        "title_en",
        "body",
        "body_en",
        "changes",
        "changes_en",
        "approving_institution_id",
        "signer_name",
        "signer_title",
        "symbol",
        "place",
        "issued_on",
        "effective_on",
    )
    FIXED = (
        *SHOWN,
        "status",
        "parts",
        "facts",
        "facts_sha256",
        "facts_at",
        "submitted_name",
        "submitted_at",
        "approved_name",
        "approved_at",
        "sha256",
    )

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
        ordering = ["institution", "kind", "-version", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "kind", "version"], name="regulation_version_unique"
            ),
            models.UniqueConstraint(
                fields=["institution", "kind"],
                condition=models.Q(status__in=["draft", "submitted"]),
                name="regulation_one_open",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="approved")
                | models.Q(
                    version__isnull=False,
                    effective_on__isnull=False,
                    issued_on__isnull=False,
                    approved_at__isnull=False,
                ),
                name="regulation_approved_whole",
            ),
        ]
        indexes = [models.Index(fields=["status", "review_on"], name="regulation_review")]

    def __str__(self) -> str:
        return f"{self.title} ({self.version or self.get_status_display()})"

    def save(self, *args, **kwargs) -> None:
        self._refuse_change()
        if self.is_approved:
            self.sha256 = self.fingerprint()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        stored = type(self)._base_manager.filter(pk=self.pk).values_list("status", flat=True).first()
        if stored == RegulationStatus.APPROVED:
            raise ApprovedRegulationError(str(KEPT))
        return super().delete(*args, **kwargs)

    @property
    def spec(self) -> RegulationKind:
        return KINDS[self.kind]

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_draft(self) -> bool:
        return self.status == RegulationStatus.DRAFT

    @property
    def is_submitted(self) -> bool:
        return self.status == RegulationStatus.SUBMITTED

    @property
    def is_approved(self) -> bool:
        return self.status == RegulationStatus.APPROVED

    @property
    def text_facts(self) -> Facts:
        return from_json(self.facts)

    @property
    def has_english(self) -> bool:
        return bool(self.title_en)

    def text(self, language: str = "vi") -> str:
        """The whole text as HTML: as it was handed in, or composed of the draft as it is now."""
        frozen = self.body_en if language == "en" else self.body
        return frozen or self.compose(language)

    def compose(self, language: str) -> str:
        suffix = "_en" if language == "en" else ""
        parts = {part["key"]: part for part in self.parts}
        chapters = []
        for category in self.spec.categories:
            part = parts.get(category.key)
            if part is not None:
                articles = tuple(articles_from_json(part[f"articles{suffix}"]))
                own = own_clauses(part[f"own{suffix}"])
                chapters.append(Chapter(category.title(language), articles, own))
        return compose(chapters, language)

    def text_hash(self) -> str:
        """SHA-256 of the text that somebody has before them, so that nobody agrees to another one."""
        shown = [self.title, self.title_en, self.text(), self.has_english and self.text("en"), self.changes]
        return _sha256(shown)

    def fingerprint(self) -> str:
        """SHA-256 of everything a reader is shown, as canonical JSON."""
        return _sha256({name: getattr(self, name) for name in self.SHOWN})

    @property
    def is_intact(self) -> bool:
        """Whether an approved version still says what the head approved."""
        return self.sha256 == self.fingerprint()

    def _refuse_change(self) -> None:
        if self._state.adding:
            return
        stored = type(self)._base_manager.filter(pk=self.pk).values(*self.FIXED).first()
        if not stored or stored["status"] != RegulationStatus.APPROVED:
            return
        if any(stored[name] != getattr(self, name) for name in self.FIXED):
            raise ApprovedRegulationError(str(KEPT))


def _sha256(value) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class EventQuerySet(models.QuerySet):
    def update(self, **kwargs):
        raise ApprovedRegulationError(str(KEPT_HISTORY))

    def delete(self):
        raise ApprovedRegulationError(str(KEPT_HISTORY))


class RegulationEvent(models.Model):
    """One act on one version, with who and when. Written once; it goes only with a draft that is discarded."""

    personal_data = PersonalData(
        fields={"by": DataClass.PERSONAL, "name": DataClass.PERSONAL, "note": DataClass.PERSONAL},
        purpose=_(
            "To prove who drafted, changed and approved a regulation (circular 37/2020, article 11.2)."
        ),
        retention=_("As long as the regulation is kept."),
    )

    regulation = models.ForeignKey(Regulation, on_delete=models.CASCADE, related_name="events")
    act = models.CharField(_("act"), max_length=10, choices=RegulationAct.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("name"), max_length=310, blank=True)
    at = models.DateTimeField(_("at"))
    note = models.TextField(_("note"), blank=True, max_length=2000)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("act on a regulation")
        verbose_name_plural = _("acts on regulations")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()} – {self.name}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise ApprovedRegulationError(str(KEPT_HISTORY))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise ApprovedRegulationError(str(KEPT_HISTORY))


class Upkeep(models.Model):
    """Who keeps the site and the e-mail of an institution running, with the plan and the deadlines that the board sets
    itself (W3.3, W4.5, W11.3). The regulations are drafted from it, and the site names the contact officials."""

    personal_data = PersonalData(
        fields={"contact": DataClass.PERSONAL, "mail_contact": DataClass.PERSONAL},
        purpose=_("To name the contact officials (circular 37/2020, articles 4.5 and 11.3)."),
        retention=_("As long as the person is the contact official."),
    )

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="upkeep")
    department = models.CharField(
        _("standing department"), max_length=200, blank=True, help_text=_("For example “Tổ Văn phòng”.")
    )
    contact = models.CharField(
        _("technical contact official"),
        max_length=250,
        blank=True,
        help_text=_("Name, title, official e-mail or telephone. It is published."),
    )
    mail_contact = models.CharField(
        _("contact official for e-mail"),
        max_length=250,
        blank=True,
        help_text=_("Name, title, official e-mail or telephone. It is published."),
    )
    mail_domain = models.CharField(
        _("domain of the e-mail addresses"),
        max_length=120,
        blank=True,
        help_text=_("For example thptdoiche.edu.vn."),
    )
    mail_service = models.CharField(_("provider of the e-mail service"), max_length=200, blank=True)
    meetings = models.CharField(
        _("the board meets"), max_length=8, choices=Meetings.choices, default=Meetings.QUARTER
    )
    news_days = models.PositiveSmallIntegerField(
        _("working days for dealing with a submitted article"), default=2
    )
    answer_days = models.PositiveSmallIntegerField(_("working days for answering feedback"), default=10)
    plan = models.TextField(
        _("upgrade and maintenance plan"),
        blank=True,
        max_length=3000,
        help_text=_("One item in each line, with its date: “Tháng 7/2027: diễn tập phục hồi dữ liệu”."),
    )
    plan_review_on = models.DateField(_("review date of the plan"), null=True, blank=True)
    place = models.CharField(
        _("place of issue"),
        max_length=120,
        blank=True,
        help_text=_("As it stands before the date of a document, for example “Hòa Sơn”."),
    )
    symbol = models.CharField(
        _("symbol of decisions"),
        max_length=60,
        blank=True,
        help_text=_("What stands behind the number, for example QĐ-THPTĐC."),
    )

    class Meta:
        verbose_name = pgettext_lazy("of a site", "operation")
        verbose_name_plural = pgettext_lazy("of sites", "operation")

    def __str__(self) -> str:
        return str(self.institution)
