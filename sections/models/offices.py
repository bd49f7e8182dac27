"""Who holds an office, what a unit does, which decisions it stands on: what units, institutions and organisations share."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from common.personal_data import DataClass, PersonalData
from common.text import fold
from editorial.models.sources import LinkField
from sections.introduction.choices import DecisionKind

HEAD_DATA = PersonalData(
    fields={
        "name": DataClass.PERSONAL,
        "title": DataClass.PERSONAL,
        "email": DataClass.PERSONAL,
        "assignment": DataClass.PERSONAL,
        "photo": DataClass.PERSONAL,
        "photo_consent_on": DataClass.PERSONAL,
    },
    purpose=_(
        "To name the heads with title, e-mail and assignment (circular 37/2020, articles 8.1, 9.1); a photograph only where "
        "the person agreed."
    ),
    retention=_("Until the day after the office ended; title and dates stay in the history."),
)
PERSONAL = {"name": "", "email": "", "assignment": "", "photo": None, "photo_consent_on": None}
"""What goes when an office has ended, with the value that it then has."""
NOT_ASKED = re.compile(
    r"\b(ngay sinh|nam sinh|sinh nam|sinh ngay|que quan|noi o hien nay|cho o hien nay|cccd|cmnd|can cuoc|so dinh danh"
    r"|dan toc|ton giao|date of birth|home address)\b"
)
"""Folded words of particulars that the circular does not ask for."""


class DutiesMixin(models.Model):
    """Functions, tasks and powers, one in each line, so that they can be typed, pasted and imported as they stand in the
    decision."""

    functions = models.TextField(
        _("functions"),
        blank=True,
        help_text=_(
            "What it is there for, one in each line. Example: Advises the director on secondary education."
        ),
    )
    tasks = models.TextField(
        _("tasks"),
        blank=True,
        help_text=_(
            "What it does, one in each line, as in the decision. Example: Guides the plan of the school year."
        ),
    )
    powers = models.TextField(
        _("powers"),
        blank=True,
        help_text=_("What it may decide or ask for, one in each line. Example: Asks schools for reports."),
    )

    duties_panels = [
        MultiFieldPanel(
            [FieldPanel("functions"), FieldPanel("tasks"), FieldPanel("powers")],
            heading=_("Functions, tasks and powers"),
        )
    ]
    duties_search = [index.SearchField(name) for name in ("functions", "tasks", "powers")]

    class Meta:
        abstract = True


class HeadQuerySet(models.QuerySet):
    def in_office(self, on=None):
        """Those whose office has not ended; one who leaves is shown up to the last day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=on or timezone.localdate()))

    def ended(self, on=None):
        return self.filter(until__lt=on or timezone.localdate())


class AbstractHead(TranslatableMixin, Orderable):
    """A person who holds an office: name, title, e-mail, assignment, and nothing more.

    After ``until`` the row is no longer shown, and ``sections.introduction.services.heads_clear`` takes everything from it but
    title and dates. A photograph needs the day on which the person agreed.
    """

    name = models.CharField(
        _("full name"), max_length=120, blank=True, help_text=_("Example: Nguyễn Thị Hồng Phượng.")
    )
    title = models.CharField(
        pgettext_lazy("office", "title"), max_length=160, blank=True, help_text=_("Example: Deputy director.")
    )
    email = models.EmailField(
        _("official e-mail"),
        blank=True,
        help_text=_("The address of the office. Example: pgd.phuong@hoason.edu.vn."),
    )
    assignment = models.TextField(
        _("assignment"),
        blank=True,
        help_text=_(
            "The work that the person directs. No birth date, no home address, no private telephone."
        ),
    )
    since = models.DateField(_("in office since"), null=True, blank=True, help_text=_("Example: 01/08/2024."))
    until = models.DateField(
        _("last day in office"),
        null=True,
        blank=True,
        help_text=_(
            "Fill it in when the person leaves, and add the successor as another row. From the next day on the site no longer "
            "shows the person; the history keeps title and dates only."
        ),
    )
    photo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("photograph"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Optional. Only with the consent of the person."),
    )
    photo_consent_on = models.DateField(
        _("the person agreed to the photograph on"),
        null=True,
        blank=True,
        help_text=_("The day of the written consent, which the records office keeps. Example: 15/08/2024."),
    )

    objects = HeadQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("assignment"),
        FieldRowPanel([FieldPanel("photo"), FieldPanel("photo_consent_on")]),
    ]
    override_translatable_fields = [SynchronizedField("name"), SynchronizedField("email")]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(photo__isnull=True) | Q(photo_consent_on__isnull=False),
                name="%(app_label)s_%(class)s_photo_consent",
                violation_error_message=_(
                    "A photograph is shown only with the consent of the person: state its day."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.title or self._meta.verbose_name

    @property
    def takes_name_from_record(self) -> bool:
        return False

    def is_in_office(self, on=None) -> bool:
        return self.until is None or self.until >= (on or timezone.localdate())

    def clean(self):
        super().clean()
        faults = {}
        if self.is_in_office() and not self.takes_name_from_record:
            for name in ("name", "title"):
                if not getattr(self, name).strip():
                    faults[name] = _("Give full name and title of whoever is in office.")
        if any(letter.isdigit() for letter in self.name):
            faults["name"] = _("A name has no figures: no birth date and no telephone belong here.")
        if self.since and self.until and self.until < self.since:
            faults["until"] = _("An office cannot end before it began.")
        for name in ("title", "assignment"):
            if NOT_ASKED.search(fold(getattr(self, name))):
                faults[name] = _(
                    "Only the title and the work: birth date, origin and home address are not published."
                )
        if self.photo_id and not self.photo_consent_on:
            faults["photo_consent_on"] = _(
                "A photograph is shown only with the consent of the person: state its day."
            )
        if self.photo_consent_on and self.photo_consent_on > timezone.localdate():
            faults["photo_consent_on"] = _("The day of the consent cannot lie in the future.")
        if faults:
            raise ValidationError(faults)


class AbstractDecision(TranslatableMixin, Orderable):
    """A decision on an institution or a unit: a document of this site, or its number, day and issuer where it is not here.

    What the document says is not asked again.
    """

    kind = models.CharField(
        pgettext_lazy("decision", "kind"),
        max_length=12,
        choices=DecisionKind.choices,
        default=DecisionKind.ESTABLISHED,
    )
    document = models.ForeignKey(
        "sections.DocumentPage",
        verbose_name=_("document on this site"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Number, day and issuer come from the document. Leave empty where it is not on this site."
        ),
    )
    number = models.CharField(
        _("number and symbol"), max_length=80, blank=True, help_text=_("Example: 45/QĐ-UBND.")
    )
    issued_on = models.DateField(_("issued on"), null=True, blank=True, help_text=_("Example: 05/09/1985."))
    issuer = models.CharField(
        _("issuer"), max_length=200, blank=True, help_text=_("Example: People's Committee of the province.")
    )
    subject = models.CharField(
        _("on what"), max_length=300, blank=True, help_text=_("Example: On the establishment of the school.")
    )
    url = LinkField(
        _("link"), blank=True, help_text=_("Where it is published elsewhere. Example: https://vbpl.vn/…")
    )

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("document")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on"), FieldPanel("issuer")]),
        FieldRowPanel([FieldPanel("subject"), FieldPanel("url")]),
    ]
    override_translatable_fields = [SynchronizedField("number"), SynchronizedField("url")]

    class Meta(Orderable.Meta, TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.number or self.get_kind_display()

    def clean(self):
        super().clean()
        if not self.document_id and not (self.number.strip() and self.issued_on):
            raise ValidationError(
                {"number": _("Choose the document, or give number and day of the decision.")}
            )
