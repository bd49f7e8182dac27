"""Examinations: what a board writes about one, with the rules of its look-up and of its appeals (W8.11)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from common.models import BasePage
from common.personal_data import PersonalData
from common.translated import same_in_every_language
from editorial.models import AuthoredMixin
from enrolment.choices import ExamKind, Scheme, SubjectKind
from enrolment.results.subjects import PRESETS, Subject
from privacy.models import FormBelowPage
from sections import tree
from sections.entry_forms import InstitutionEntryForm
from sections.models import ItemPage

APPEAL = "exam_appeal"
"""Code of the form (``privacy.registry``) by which an appeal is sent."""
LONGEST_LOOKUP = timedelta(days=400)


class ExaminationPage(FormBelowPage, ItemPage):
    """One examination: when its results open and close, which subjects it has, how appeals are sent. The results themselves are
    no part of the page: they are imported, sealed, and shown to whoever sat the examination (``enrolment.results``)."""

    personal_data = tree.AUTHOR_DATA
    form_code = APPEAL
    form_slugs = {"vi": "phuc-khao", "en": "appeal"}

    kind = models.CharField(
        pgettext_lazy("examination", "kind"),
        max_length=12,
        choices=ExamKind.choices,
        default=ExamKind.GRADUATION,
        help_text=_("Example: Upper secondary graduation examination."),
    )
    year = models.PositiveSmallIntegerField(
        pgettext_lazy("examination", "year"),
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("The year in which it was held, for example 2026."),
    )
    level = models.CharField(
        _("level of education"), max_length=80, blank=True, help_text=_("Example: Upper secondary.")
    )
    results_at = models.DateTimeField(
        _("results open"), help_text=_("From this moment candidates look up their results: 16/07/2026 08:00.")
    )
    closes_on = models.DateField(
        _("look-up until"),
        help_text=_("After this day the results are erased and only totals stay, for example 31/12/2026."),
    )
    scheme = models.CharField(
        _("subjects"),
        max_length=5,
        choices=Scheme.choices,
        default=Scheme.NEW,
        help_text=_("Which subjects the list of results may have. Rows below take their place."),
    )
    not_taken = models.CharField(
        _("“not taken” is written as"),
        max_length=120,
        blank=True,
        default="-1",
        help_text=_(
            "Separated by semicolons, for example: -1; KT. A zero is a score unless it is written here."
        ),
    )
    absent = models.CharField(
        _("“absent” is written as"),
        max_length=120,
        blank=True,
        default="vắng; V",
        help_text=_("Separated by semicolons, for example: vắng; V; bỏ thi."),
    )
    empty_is_not_taken = models.BooleanField(
        _("an empty cell means “not taken”"),
        default=True,
        help_text=_("Otherwise an empty cell is a mistake of its row."),
    )
    appeals_from = models.DateField(
        _("appeals from"),
        null=True,
        blank=True,
        help_text=_("Empty: no appeals are taken. Example: 16/07/2026."),
    )
    appeals_until = models.DateField(
        _("appeals until"), null=True, blank=True, help_text=_("Example: 25/07/2026.")
    )
    appeal_days = models.PositiveSmallIntegerField(
        _("working days for an appeal"),
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("From the last day of the appeals to their outcome, for example 15."),
    )

    override_translatable_fields = same_in_every_language("not_taken", "absent")

    parent_page_types = ["enrolment.ExaminationResultsPage"]
    template = "enrolment/results/examination.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("year"), FieldPanel("level")]),
        FieldRowPanel([FieldPanel("results_at"), FieldPanel("closes_on")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("scheme"),
                FieldRowPanel([FieldPanel("not_taken"), FieldPanel("absent")]),
                FieldPanel("empty_is_not_taken"),
                InlinePanel("subjects", heading=_("Subjects of its own"), label=_("Subject")),
            ],
            heading=_("What the list of results may hold"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("appeals_from"), FieldPanel("appeals_until"), FieldPanel("appeal_days")]
                )
            ],
            heading=_("Appeals"),
        ),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.FilterField("year"), index.FilterField("kind")]

    class Meta:
        verbose_name = _("examination")
        verbose_name_plural = _("examinations")

    def clean(self):
        super().clean()
        errors = {}
        if self.results_at and self.closes_on:
            opens_on = timezone.localdate(self.results_at)
            if self.closes_on < opens_on:
                errors["closes_on"] = _("The look-up ends after it opens.")
            elif self.closes_on > opens_on + LONGEST_LOOKUP:
                errors["closes_on"] = _("At most 400 days: results are not kept longer than they are needed.")
        if bool(self.appeals_from) != bool(self.appeals_until):
            errors["appeals_until"] = _("Give the first and the last day of the appeals, or neither.")
        elif self.appeals_from and self.appeals_until < self.appeals_from:
            errors["appeals_until"] = _("The last day is not before the first.")
        if errors:
            raise ValidationError(errors)

    def subjects_used(self) -> tuple[Subject, ...]:
        """The subjects that a list may have: those of the page, else those of its scheme."""
        own = tuple(row.as_subject() for row in self.subjects.all())
        return own or PRESETS[self.scheme]

    def is_open(self, now: datetime) -> bool:
        """Whether results may be looked up, as far as the page says."""
        return self.results_at <= now and timezone.localdate(now) <= self.closes_on

    def takes_appeals(self, on: date) -> bool:
        return bool(self.appeals_from and self.appeals_from <= on <= self.appeals_until)

    def closed_text(self, now: datetime) -> str:
        if self.takes_appeals(timezone.localdate(now)):
            return ""
        if not self.appeals_from:
            return gettext("No appeals are taken for this examination.")
        return gettext("Appeals are taken from %(first)s to %(last)s.") % {
            "first": f"{self.appeals_from:%d/%m/%Y}",
            "last": f"{self.appeals_until:%d/%m/%Y}",
        }

    def form_template(self, request, name: str) -> str:
        """The steps of an appeal look like those of any form; its receipt says where the outcome stands."""
        return "enrolment/results/appeal_receipt.html" if name == "receipt" else f"privacy/form/{name}.html"

    def step_page_context(self, request):
        title = gettext("Appeal: %(examination)s") % {"examination": self.title}
        return super().step_page_context(request) | {"form_title": title}

    def question_forms(self):
        return type(self).forms_for(self)

    @staticmethod
    def forms_for(page: ExaminationPage):
        """The questions of an appeal; set by ``enrolment.results`` when the application starts."""
        raise NotImplementedError

    @staticmethod
    def look_up(page: ExaminationPage, request) -> dict:
        """What the page shows of look-up and totals; set by ``enrolment.results`` when the application starts."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).look_up(self, request)


def _score(verbose_name, default: str, help_text):
    return models.DecimalField(
        verbose_name,
        max_digits=6,
        decimal_places=2,
        default=Decimal(default),
        validators=[MinValueValidator(0)],
        help_text=help_text,
    )


class ExamSubject(Orderable):
    """A subject of one examination, where the ones of its scheme do not fit."""

    personal_data = PersonalData.none()

    page = ParentalKey(ExaminationPage, on_delete=models.CASCADE, related_name="subjects")
    code = models.SlugField(
        pgettext_lazy("subject", "code"),
        max_length=40,
        help_text=_("Letters and digits, for example: toan_chuyen."),
    )
    name = models.CharField(
        pgettext_lazy("subject", "name"), max_length=80, help_text=_("Example: Toán chuyên.")
    )
    name_en = models.CharField(
        _("name in English"), max_length=80, blank=True, help_text=_("Example: Advanced mathematics.")
    )
    kind = models.CharField(
        pgettext_lazy("subject", "kind"),
        max_length=5,
        choices=SubjectKind.choices,
        default=SubjectKind.SCORE,
        help_text=_("A score counts in the totals; a text is shown as it is."),
    )
    headings = models.CharField(
        _("headings of the column"),
        max_length=200,
        blank=True,
        help_text=_("Separated by semicolons, for example: Toán chuyên; ToanChuyen."),
    )
    minimum = _score(_("lowest score"), "0", _("Example: 0."))
    maximum = _score(_("highest score"), "10", _("Example: 10."))
    step = _score(_("step"), "0.25", _("Scores are multiples of it, for example 0.25."))

    override_translatable_fields = same_in_every_language("code", "name", "name_en", "headings")

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("headings")]),
        FieldRowPanel([FieldPanel("minimum"), FieldPanel("maximum"), FieldPanel("step")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("examination", "subject")
        verbose_name_plural = pgettext_lazy("examination", "subjects")

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.step is not None and not self.step:
            raise ValidationError({"step": _("The step is more than nothing.")})
        if None not in (self.minimum, self.maximum) and self.maximum <= self.minimum:
            raise ValidationError({"maximum": _("The highest score is above the lowest.")})

    def as_subject(self) -> Subject:
        headings = tuple(part.strip() for part in self.headings.split(";") if part.strip())
        return Subject(
            self.code,
            self.name,
            self.name_en,
            Scheme.OWN,
            headings,
            self.kind,
            _plain(self.minimum),
            _plain(self.maximum),
            _plain(self.step),
        )


def _plain(number: Decimal) -> str:
    return f"{Decimal(number).normalize():f}"
