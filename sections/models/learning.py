"""E-learning and digital conferences (W10.2), entry points of the school management system (W9.11)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from editorial.models import AuthoredMixin
from editorial.models.sources import LinkField
from sections import tree
from sections.community.choices import Audience, CourseKind, ModuleUsers
from sections.community.listings import COURSES, MODULES
from sections.entry_forms import InstitutionEntryForm
from sections.introduction.presentation import lines_of
from sections.models.base import BasePage, ItemPage
from sections.models.record_sections import RecordSection


class ELearningPage(RecordSection):
    """E-learning and digital conferences with their announcements (W10.2). Children: courses."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.CoursePage", "sections.InformationPage"]
    listing = COURSES

    class Meta:
        verbose_name = _("e-learning")
        verbose_name_plural = _("e-learning")


class CoursePage(ItemPage):
    """A course, lecture, virtual classroom or digital conference with its address. Parent: the section of e-learning."""

    personal_data = tree.AUTHOR_DATA

    kind = models.CharField(
        pgettext_lazy("course", "kind"), max_length=10, choices=CourseKind.choices, default=CourseKind.COURSE
    )
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience.choices, default=Audience.EVERYBODY
    )
    subject = models.CharField(_("subject"), max_length=80, blank=True, help_text=_("Example: Mathematics."))
    grade = models.CharField(_("grade"), max_length=40, blank=True, help_text=_("Example: Grade 9."))
    provider = models.CharField(
        _("who offers it"),
        max_length=200,
        blank=True,
        help_text=_("Example: Division of secondary education."),
    )
    course_url = LinkField(
        _("web address"), help_text=_("Where it takes place. Example: https://elearning.hoason.edu.vn/toan9.")
    )
    starts_at = models.DateTimeField(
        _("begins"), null=True, blank=True, help_text=_("Empty: open at any time. Example: 05/10/2026 08:00.")
    )
    ends_at = models.DateTimeField(
        _("ends"), null=True, blank=True, help_text=_("Example: 05/10/2026 11:00.")
    )
    access = models.CharField(
        _("how to get in"),
        max_length=200,
        blank=True,
        help_text=_("Example: Free; sign in with the account of the school. Never write a password here."),
    )

    parent_page_types = ["sections.ELearningPage"]
    template = "pages/sections/course.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("audience")]),
        FieldRowPanel([FieldPanel("subject"), FieldPanel("grade"), FieldPanel("provider")]),
        FieldRowPanel([FieldPanel("course_url"), FieldPanel("access")]),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [
        *ItemPage.search_fields,
        index.SearchField("subject"),
        index.SearchField("grade"),
        index.SearchField("provider"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("e-learning", "course")
        verbose_name_plural = pgettext_lazy("e-learning", "courses")

    def clean(self):
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("It cannot end before it begins.")})

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"is_over": self.is_over()}

    def is_over(self, now: datetime | None = None) -> bool:
        """Whether a conference or course with a time is past; one without an end is over at the end of its day."""
        now = now or timezone.now()
        if self.ends_at:
            return self.ends_at < now
        return self.starts_at is not None and timezone.localdate(self.starts_at) < timezone.localdate(now)


class SchoolManagementPage(RecordSection):
    """Modules and entry points of the school management system (W9.11). Children: modules."""

    personal_data = tree.SECTION_DATA

    subpage_types = ["sections.SystemModulePage", "sections.InformationPage"]
    listing = MODULES

    class Meta:
        verbose_name = _("school management system")
        verbose_name_plural = _("school management systems")


class SystemModulePage(ItemPage):
    """A module of the school management system: where one enters, for whom, who helps. Parent: its section."""

    personal_data = tree.AUTHOR_DATA

    users = models.CharField(
        pgettext_lazy("module", "for whom"),
        max_length=10,
        choices=ModuleUsers.choices,
        default=ModuleUsers.FAMILIES,
    )
    system = models.CharField(
        _("name of the system"),
        max_length=120,
        blank=True,
        help_text=_("Example: Electronic school register."),
    )
    entry_url = LinkField(
        _("address of entry"),
        help_text=_("Where one signs in. Example: https://sodiemdientu.hoason.edu.vn/."),
    )
    does = models.TextField(
        _("what it is for"),
        help_text=_("One use in each line. Example: Look up marks and attendance of your child."),
    )
    account = models.CharField(
        _("which account"),
        max_length=200,
        blank=True,
        help_text=_("How one gets an account. Example: from the class teacher. Never write a password here."),
    )
    help_url = LinkField(
        _("instructions"), blank=True, help_text=_("Link to the manual. Example: https://…/huong-dan.")
    )
    help_phone = models.CharField(
        _("telephone for help"), max_length=100, blank=True, help_text=_("Example: 0299 3822 105.")
    )
    help_email = models.EmailField(
        _("e-mail for help"), blank=True, help_text=_("Example: hotro@hoason.edu.vn.")
    )

    parent_page_types = ["sections.SchoolManagementPage"]
    template = "pages/sections/system_module.html"
    base_form_class = InstitutionEntryForm

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("users"), FieldPanel("system")]),
        FieldRowPanel([FieldPanel("entry_url"), FieldPanel("account")]),
        FieldPanel("does"),
        FieldRowPanel([FieldPanel("help_url"), FieldPanel("help_phone"), FieldPanel("help_email")]),
        FieldPanel("summary"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.SearchField("does"), index.SearchField("system")]

    class Meta:
        verbose_name = _("module of the school management system")
        verbose_name_plural = _("modules of the school management system")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"uses": lines_of(self.does)}
