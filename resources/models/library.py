"""Digital resources, shared with managers, teachers and learners (W8.9, W9.10)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtail.search import index

from common.personal_data import PersonalData
from editorial.models import AuthoredMixin
from resources.blocks import ContentBlock
from resources.choices import Audience, Language, ResourceKind
from resources.curriculum import GRADE_CHOICES, LAST, SUBJECT_CHOICES, SUBJECTS, grades_text, is_taught
from resources.licences import CHOICES as LICENCE_CHOICES
from resources.licences import OTHER, Terms, terms_of
from sections import tree
from sections.lists import Choice, Column, Listing, Words
from sections.models import ItemPage, SectionPage
from sections.presentation import with_pictures

NOT_TAUGHT = _("“%(subject)s” is not taught in these grades. Choose the grades, or another subject.")
GRADES_TURNED = _("The last grade comes before the first.")
LICENCE_LINK = _("Give the address of the licence.")


def with_grade(first: int, last: int) -> Q:
    """Resources and records for any of the grades from `first` to `last`; those for no grade in particular are for all."""
    lower, upper = Coalesce("grade_from", "grade_to"), Coalesce("grade_to", "grade_from")
    none = Q(grade_from__isnull=True, grade_to__isnull=True)
    return none | Q(LessThanOrEqual(lower, last)) & Q(GreaterThanOrEqual(upper, first))


def for_grade(resources: models.QuerySet, grade: str) -> models.QuerySet:
    return resources.filter(with_grade(int(grade), int(grade)))


class DigitalResourcesPage(SectionPage):
    """Digital resources, the newest first, with the way up to the libraries of the authority and the Ministry."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["resources.ResourcePage", "resources.CollectionPage", "sections.InformationPage"]
    item_order = ("-date", "-path")
    template = "pages/resources/library.html"
    listing = Listing(
        item="resources.ResourcePage",
        columns=(
            Column("title", pgettext_lazy("document", "Title"), kind="title", sortable=True),
            Column("kind", pgettext_lazy("resource", "Kind"), sortable=True),
            Column("subject", pgettext_lazy("school", "Subject"), sortable=True),
            Column("grades_text", pgettext_lazy("school", "Grade")),
            Column("licence", _("Licence"), sortable=True),
            Column("date", _("Date"), kind="date", sortable=True),
            Column("summary", _("Summary"), hidden=True),
            Column("objective", _("Objective"), hidden=True),
            Column("language", _("Language"), hidden=True),
            Column("author_name", _("Author"), hidden=True),
            Column("full_url", _("Address"), kind="link", hidden=True),
        ),
        filters=(
            Words(
                "q",
                _("Words, topic or author"),
                fields=("title", "summary", "objective", "curriculum_topic", "author_name"),
            ),
            Choice("subject", pgettext_lazy("school", "Subject"), field="subject"),
            Choice("grade", pgettext_lazy("school", "Grade"), choices=GRADE_CHOICES, apply=for_grade),
            Choice("kind", pgettext_lazy("resource", "Kind"), field="kind"),
            Choice("licence", _("Licence"), field="licence"),
        ),
        default_order=("-date", "-path"),
        download_name="hoc-lieu-so",
        empty_text=_("No resource was found."),
    )

    surroundings: ClassVar[Callable[[DigitalResourcesPage, Any], dict[str, Any]]]
    """Answers what stands around the list; set by ``resources.views.library`` when the application starts."""

    class Meta:
        verbose_name = _("digital resources")
        verbose_name_plural = _("digital resources")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).surroundings(self, request)

    def items(self):
        return with_pictures(super().items())

    def gathered(self) -> list:
        """Collections and plain entries, by their title; they stand below the list."""
        types = [CollectionPage, *self.clean_subpage_models()[2:]]
        return list(self.get_children().live().type(*types).order_by("title")) if self.numchild else []


class ResourcePage(ItemPage):
    """One resource: what it is, for whom, on what terms, and its parts."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("resource", "kind"),
        max_length=12,
        choices=ResourceKind.choices,
        help_text=_("For example e-learning lecture."),
    )
    subject = models.CharField(
        _("subject"), max_length=24, choices=SUBJECT_CHOICES, help_text=_("For example Mathematics.")
    )
    grade_from = models.PositiveSmallIntegerField(
        _("from grade"),
        null=True,
        blank=True,
        choices=GRADE_CHOICES,
        help_text=_("Left empty: for no grade in particular."),
    )
    grade_to = models.PositiveSmallIntegerField(
        _("to grade"),
        null=True,
        blank=True,
        choices=GRADE_CHOICES,
        help_text=_("Left empty: for one grade only."),
    )
    curriculum_topic = models.CharField(
        _("topic in the curriculum"),
        max_length=250,
        blank=True,
        help_text=_("As the curriculum calls it, for example “Numbers and algebra: fractions”."),
    )
    objective = models.TextField(
        _("objective"),
        max_length=1000,
        help_text=_(
            "What one can do afterwards, for example “Compare two fractions with different denominators”."
        ),
    )
    for_learners = models.BooleanField(
        _("for learners"), default=True, help_text=_("Pupils and students use it themselves.")
    )
    for_teachers = models.BooleanField(
        _("for teachers"), default=True, help_text=_("For lessons, or for preparing them.")
    )
    for_managers = models.BooleanField(
        _("for managers"), default=False, help_text=_("For leading a school or a subject group.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10_000)],
        help_text=_("About how long one works with it, for example 45."),
    )
    language = models.CharField(
        _("language of the resource"),
        max_length=3,
        choices=Language.choices,
        default=Language.VI,
        help_text=_("The language that is spoken or written in it."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=12,
        choices=LICENCE_CHOICES,
        help_text=_("On what terms others may use it, for example Creative Commons Attribution 4.0."),
    )
    licence_url = models.URLField(
        _("address of the licence"), blank=True, help_text=_("Only where another licence holds.")
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("preview"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What it looks like, for example the title page or a still of the video."),
    )
    image_alt = models.CharField(
        _("description of the preview"),
        max_length=250,
        blank=True,
        help_text=_("For readers who cannot see it. Left empty: the picture's own description."),
    )
    image_decorative = models.BooleanField(
        _("decorative preview"),
        default=False,
        help_text=_("It says nothing that the text does not say; screen readers pass over it."),
    )
    contents = StreamField(ContentBlock(), verbose_name=_("parts of the resource"))

    parent_page_types = ["resources.DigitalResourcesPage"]
    template = "pages/resources/resource.html"

    shown: ClassVar[Callable[[ResourcePage, Any], dict[str, Any]]]
    """Answers the parts ready for the template; set by ``resources.views.library`` when the application starts."""

    content_panels = [
        *ItemPage.content_panels[:1],
        FieldPanel("summary"),
        FieldPanel("contents"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("subject")]),
                FieldRowPanel([FieldPanel("grade_from"), FieldPanel("grade_to")]),
                FieldPanel("curriculum_topic"),
                FieldPanel("objective"),
                FieldRowPanel(
                    [FieldPanel("for_learners"), FieldPanel("for_teachers"), FieldPanel("for_managers")]
                ),
                FieldRowPanel([FieldPanel("minutes"), FieldPanel("language"), FieldPanel("date")]),
            ],
            heading=_("Use in teaching and learning"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("licence"), FieldPanel("licence_url")])], heading=_("Licence")
        ),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt"), FieldPanel("image_decorative")],
            heading=_("Preview"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author_name"), FieldPanel("source_name")]),
                FieldPanel("is_republished"),
                FieldPanel("source_url"),
            ],
            heading=_("Author and source"),
        ),
        *AuthoredMixin.authorship_panels[1:],
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("objective"),
        index.SearchField("curriculum_topic"),
        index.SearchField("subject_words"),
        index.FilterField("kind"),
        index.FilterField("subject"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("library", "digital resource")
        verbose_name_plural = pgettext_lazy("library", "digital resources")
        constraints = [
            models.CheckConstraint(
                condition=Q(grade_from__isnull=True)
                | Q(grade_to__isnull=True)
                | Q(grade_to__gte=models.F("grade_from")),
                name="resource_grades_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(grade_from__isnull=True) | Q(grade_from__lte=LAST))
                & (Q(grade_to__isnull=True) | Q(grade_to__lte=LAST)),
                name="resource_grades_exist",
            ),
        ]

    def clean(self):
        super().clean()
        if faults := self.contradictions():
            raise ValidationError(faults)

    def contradictions(self) -> dict[str, ValidationError]:
        """What cannot be true together; what is only missing a draft may lack."""
        faults = {}
        first, last = self.grades
        if first is not None and first > last:
            faults["grade_to"] = ValidationError(GRADES_TURNED)
        elif first is not None and self.subject and not is_taught(self.subject, first, last):
            faults["subject"] = ValidationError(NOT_TAUGHT, params={"subject": SUBJECTS[self.subject].label})
        if self.licence == OTHER and not self.licence_url:
            faults["licence_url"] = ValidationError(LICENCE_LINK)
        return faults

    @property
    def grades(self) -> tuple[int | None, int | None]:
        """First and last grade; of one grade alone both are the same."""
        first = self.grade_to if self.grade_from is None else self.grade_from
        return first, (first if self.grade_to is None else self.grade_to)

    @property
    def grades_text(self) -> str:
        return str(grades_text(*self.grades))

    @property
    def audiences(self) -> list[Audience]:
        return [audience for audience in Audience if getattr(self, f"for_{audience}")]

    @property
    def terms(self) -> Terms | None:
        """The licence of the resource: the page about it says nothing that others could not say."""
        return terms_of(self.licence, self.licence_url)

    def subject_words(self) -> str:
        """Subject and kind in Vietnamese words, for the search."""
        return f"{self.get_subject_display()} {self.get_kind_display()}"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | type(self).shown(self, request)

    def serve(self, request, *args, **kwargs):
        """Frames are allowed in the answer alone in which the reader has opened one, and from that one server."""
        response = super().serve(request, *args, **kwargs)
        parts = (getattr(response, "context_data", None) or {}).get("parts", ())
        if sources := [part["framed_from"] for part in parts if part["is_open"] and part.get("framed_from")]:
            response._csp_update = {"frame-src": sources}
            response.frames_others = True
        return response


class CollectionPage(ItemPage):
    """An ordered set of resources, such as all that belongs to one unit of lessons."""

    personal_data = tree.AUTHOR_DATA

    parent_page_types = ["resources.DigitalResourcesPage"]
    template = "pages/resources/collection.html"

    content_panels = [
        *ItemPage.content_panels[:1],
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel(
            "entries",
            heading=_("Resources in their order"),
            label=pgettext_lazy("library", "Resource"),
            min_num=1,
            max_num=100,
            help_text=_("In the order in which they are used; move them with the arrows."),
        ),
        FieldPanel("date"),
        *AuthoredMixin.authorship_panels,
    ]

    class Meta:
        verbose_name = pgettext_lazy("library", "collection of resources")
        verbose_name_plural = pgettext_lazy("library", "collections of resources")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"rows": self.shown_entries()}

    def shown_entries(self) -> list[tuple[ResourcePage, str]]:
        """The published resources with the note on each, in order; a fixed number of queries at any number."""
        notes = [(entry.resource_id, entry.note) for entry in self.entries.all()]
        pages = with_pictures(ResourcePage.objects.live().defer_streamfields().filter(pk__in=dict(notes)))
        found = {page.pk: page for page in pages}
        return [(found[pk], note) for pk, note in notes if pk in found]


class CollectionEntry(Orderable):
    """A resource in a collection."""

    personal_data = PersonalData.none()

    page = ParentalKey(CollectionPage, on_delete=models.CASCADE, related_name="entries")
    resource = models.ForeignKey(
        ResourcePage,
        verbose_name=pgettext_lazy("library", "resource"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("One of the resources of your site."),
    )
    note = models.CharField(
        pgettext_lazy("library", "note"),
        max_length=200,
        blank=True,
        help_text=_("What it is for in this collection, for example “Homework for week 2”."),
    )

    panels = [PageChooserPanel("resource", "resources.ResourcePage"), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("resource in a collection")
        verbose_name_plural = _("resources in collections")
