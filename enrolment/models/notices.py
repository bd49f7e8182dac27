"""Notices of admission: what a school fills in of a campaign, or says without one – classes, quotas, communes (W9.8)."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from common.models import BasePage
from common.personal_data import PersonalData
from common.translated import same_in_every_language
from editorial.models import AuthoredMixin
from enrolment.choices import Grade, Method, NoticeKind
from enrolment.models.campaigns import CampaignPage, school_year_field
from sections import tree
from sections.entry_forms import InstitutionEntryForm
from sections.models import ItemPage


class AdmissionNoticePage(ItemPage):
    """A school's plan or notice of admission (W9.8): who, how many, how, what with, where and when. Where it names a campaign,
    its classes can be chosen as wishes there."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("admission", "kind"),
        max_length=6,
        choices=NoticeKind.choices,
        default=NoticeKind.NOTICE,
        help_text=_("A plan comes first, a notice names everything that parents need."),
    )
    campaign = models.ForeignKey(
        CampaignPage,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notices",
        help_text=_(
            "The campaign of the authority or of the school in which children apply online; empty: none."
        ),
    )
    school_year = school_year_field()
    grade = models.CharField(
        pgettext_lazy("admission", "admission to"),
        max_length=12,
        choices=Grade.choices,
        default=Grade.GRADE_10,
        help_text=_("Example: Grade 10."),
    )
    audience = models.TextField(
        _("who may apply"), blank=True, help_text=_("One group in each line. Example: children born in 2020.")
    )
    method = models.CharField(
        _("method"),
        max_length=6,
        choices=Method.choices,
        default=Method.REVIEW,
        help_text=_("How children are chosen."),
    )
    method_text = RichTextField(
        _("the method in detail"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_("Example: score of three subjects."),
    )
    components = RichTextField(
        _("what an application is made of"),
        blank=True,
        features=["bold", "ol", "ul", "link"],
        help_text=_("What this school asks for besides the campaign."),
    )
    exam_at = models.DateTimeField(
        _("examination on"), null=True, blank=True, help_text=_("Example: 05/06/2026 07:30.")
    )
    exam_place = models.CharField(
        _("place of the examination"),
        max_length=250,
        blank=True,
        help_text=_("Example: building A of the school."),
    )
    apply_from = models.DateField(
        _("applications from"), null=True, blank=True, help_text=_("Where there is no campaign: 01/06/2026.")
    )
    apply_until = models.DateField(
        _("applications until"), null=True, blank=True, help_text=_("Where there is no campaign: 10/06/2026.")
    )
    apply_where = models.CharField(
        _("where to apply"),
        max_length=250,
        blank=True,
        help_text=_("Example: online, or at the office of the school."),
    )

    parent_page_types = ["enrolment.EnrolmentPage"]
    template = "enrolment/campaigns/notice.html"
    base_form_class = InstitutionEntryForm
    checked_references = frozenset({"campaign"})
    override_translatable_fields = same_in_every_language("school_year")

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("school_year"), FieldPanel("grade")]),
        FieldPanel("campaign", widget=forms.Select),
        FieldPanel("summary"),
        FieldPanel("audience"),
        InlinePanel("tracks", heading=_("Classes and quotas"), label=pgettext_lazy("admission", "Class")),
        FieldPanel("method"),
        FieldPanel("method_text"),
        FieldPanel("components"),
        FieldRowPanel([FieldPanel("exam_at"), FieldPanel("exam_place")]),
        FieldRowPanel([FieldPanel("apply_from"), FieldPanel("apply_until")]),
        FieldPanel("apply_where"),
        FieldPanel("body"),
        InlinePanel("catchments", heading=_("Catchment area"), label=_("Commune")),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("audience"),
        index.SearchField("method_text"),
        index.SearchField("components"),
        index.RelatedFields("tracks", [index.SearchField("name"), index.SearchField("subjects")]),
        index.RelatedFields("catchments", [index.SearchField("commune"), index.SearchField("part")]),
        index.FilterField("grade"),
        index.FilterField("school_year"),
    ]

    class Meta:
        verbose_name = _("notice of admission")
        verbose_name_plural = _("notices of admission")

    def clean(self):
        super().clean()
        if self.apply_from and self.apply_until and self.apply_until < self.apply_from:
            raise ValidationError({"apply_until": _("Applications end after they begin.")})
        type(self).check_change(self)

    @staticmethod
    def check_change(page: AdmissionNoticePage) -> None:
        """Raises ValidationError for a campaign that is not the school's, and where a class that wishes name would go; set by
        ``enrolment.campaigns``."""
        raise NotImplementedError

    @property
    def quota(self) -> int:
        """Of all classes."""
        return sum(track.quota or 0 for track in self.tracks.all())

    @property
    def audience_lines(self) -> list[str]:
        return [line.strip() for line in self.audience.splitlines() if line.strip()]

    @staticmethod
    def shown(page: AdmissionNoticePage, request) -> dict:
        """What the page shows besides its own fields; set by ``enrolment.campaigns`` when the application starts."""
        raise NotImplementedError

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).shown(self, request)


class AdmissionTrack(Orderable):
    """What can be chosen at one school: a class, a stream, a subject of specialisation, with its quota. `code` stays the same as
    long as the campaign runs: wishes name it."""

    personal_data = PersonalData.none()

    page = ParentalKey(AdmissionNoticePage, on_delete=models.CASCADE, related_name="tracks")
    code = models.SlugField(
        pgettext_lazy("admission", "code"),
        max_length=40,
        help_text=_("Letters and digits, for example: chuyen_toan."),
    )
    name = models.CharField(
        pgettext_lazy("admission", "name"),
        max_length=160,
        help_text=_("Example: specialised class in Mathematics."),
    )
    name_en = models.CharField(
        _("name in English"),
        max_length=160,
        blank=True,
        help_text=_("Example: specialised class in Mathematics."),
    )
    quota = models.PositiveIntegerField(
        _("quota"),
        validators=[MaxValueValidator(100_000)],
        help_text=_("So many children are admitted, for example 45."),
    )
    subjects = models.CharField(
        _("subjects"),
        max_length=250,
        blank=True,
        help_text=_("Of the examination. Example: Literature, Mathematics, English."),
    )
    subjects_en = models.CharField(
        _("subjects in English"),
        max_length=250,
        blank=True,
        help_text=_("Example: Literature, Mathematics, English."),
    )

    override_translatable_fields = same_in_every_language(
        "code", "name", "name_en", "subjects", "subjects_en"
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("quota"), FieldPanel("subjects"), FieldPanel("subjects_en")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("class with its quota")
        verbose_name_plural = _("classes with their quotas")

    def __str__(self) -> str:
        return self.name


class CatchmentArea(Orderable):
    """A commune, or a part of one, whose children come first at a school."""

    personal_data = PersonalData.none()

    page = ParentalKey(AdmissionNoticePage, on_delete=models.CASCADE, related_name="catchments")
    commune_code = models.CharField(
        _("code of the commune"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{4,6}$", _("A code is four to six digits, for example 00166."))],
        help_text=_("In the list of administrative units, for example 00166."),
    )
    commune = models.CharField(_("commune or ward"), max_length=120, help_text=_("Example: Phường Bến Đò."))
    part = models.CharField(
        _("part of it"),
        max_length=250,
        blank=True,
        help_text=_("Villages, hamlets or streets; empty: all of it. Example: Tổ dân phố 1, 2, 5."),
    )
    group = models.PositiveSmallIntegerField(
        _("group"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("Children of group 1 come first, then those of group 2. Example: 1."),
    )

    override_translatable_fields = same_in_every_language("commune_code", "commune", "part")

    panels = [
        FieldRowPanel([FieldPanel("commune"), FieldPanel("commune_code")]),
        FieldRowPanel([FieldPanel("part"), FieldPanel("group")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("catchment area")
        verbose_name_plural = _("catchment areas")

    def __str__(self) -> str:
        return f"{self.commune} ({self.part})" if self.part else self.commune
