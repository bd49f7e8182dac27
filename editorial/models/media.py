"""Pictures and files of the sites, with author, source and terms (W7.3) and words for those who cannot see (W12.3)."""

from __future__ import annotations

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index

from common.personal_data import DataClass, PersonalData
from common.pictures import words_fault
from common.text import looks_like_file_name
from editorial.choices import PeopleShown
from editorial.models.sources import SourcedMixin
from network.models import Institution

SOURCE_FIELDS = ("author_name", "source_name", "is_republished", "source_url", "reuse_terms")
"""In the order in which forms show them."""
FOCAL_POINT = ("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


class MediaMixin(SourcedMixin):
    """What a picture and a file share."""

    class Meta:
        abstract = True

    def claim_as_own(self) -> None:
        """Name the institution whose collection the file is in as author and source, where nothing is said and it was
        not published elsewhere: what a school uploads without a word is the school's."""
        if self.is_republished or (self.author_name and self.source_name):
            return
        owner = Institution.objects.filter(collection=self.collection_id).first()
        if owner is not None:
            self.author_name = self.author_name or owner.name[:160]
            self.source_name = self.source_name or owner.name[:200]

    def lacking(self) -> list[Promise]:
        """What is missing before a page may be submitted that shows this (W7.3), in words."""
        found = []
        if not self.author_name.strip():
            found.append(_("author"))
        if not self.source_name.strip():
            found.append(_("source"))
        if self.is_republished and not self.source_url:
            found.append(_("link to the source"))
        if self.terms is None:
            found.append(_("terms of reuse"))
        return found


class SiteImage(MediaMixin, AbstractImage):
    """A picture in the collection of an institution."""

    personal_data = PersonalData(
        fields={"author_name": DataClass.PERSONAL, "uploaded_by_user": DataClass.PERSONAL},
        purpose=_("To name the author of a picture, as circular 37/2020, article 7.3, asks."),
        retention=_("As long as the picture is kept."),
    )

    is_decorative = models.BooleanField(
        _("mere decoration"),
        default=False,
        help_text=_("It says nothing that the text does not say; screen readers pass over it."),
    )
    people_shown = models.CharField(
        _("people in the picture"),
        max_length=8,
        blank=True,
        choices=PeopleShown.choices,
        help_text=_("A picture of people who did not consent is not handed to the board."),
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        *SOURCE_FIELDS,
        "people_shown",
        "collection",
        "tags",
        *FOCAL_POINT,
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("author_name"),
        index.SearchField("source_name"),
    ]

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self):
        """Wagtail would fall back on the title, which is the name of the uploaded file as a rule."""
        return "" if self.is_decorative else self.description

    def lacking(self) -> list[Promise]:
        found = super().lacking()
        if self.people_shown == PeopleShown.NO_CONSENT:
            found.append(_("consent of the people shown"))
        return found

    def words_fault(self) -> Promise | None:
        """What is wrong with the picture's own description, where a place shows the picture without words of its own."""
        return words_fault(self)


class SiteImageRendition(AbstractRendition):
    """A picture in one of the sizes that pages show."""

    personal_data = PersonalData.none()

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("size of a picture")
        verbose_name_plural = _("sizes of pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="editorial_rendition_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"


class SiteDocument(MediaMixin, AbstractDocument):
    """A file to download, in the collection of an institution."""

    personal_data = PersonalData(
        fields={"author_name": DataClass.PERSONAL, "uploaded_by_user": DataClass.PERSONAL},
        purpose=_("To name the author of a file, as circular 37/2020, article 7.3, asks."),
        retention=_("As long as the file is kept."),
    )

    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    """Since when it is given out no more, because the time for which it could be shown is over (``privacy.guard.withdrawn``)."""

    admin_form_fields = ("title", "file", *SOURCE_FIELDS, "collection", "tags")
    search_fields = [
        *AbstractDocument.search_fields,
        index.SearchField("author_name"),
        index.SearchField("source_name"),
    ]

    class Meta:
        verbose_name = _("file to download")
        verbose_name_plural = _("files to download")

    def clean(self) -> None:
        """Wagtail checks the ending of the file's name, and reports at the field ``file``. The second step of an upload
        of many has neither: the file was checked in the first and is put in place after the form."""
        if self.file:
            super().clean()

    def lacking(self) -> list[Promise]:
        found = super().lacking()
        if looks_like_file_name(self.title):
            found.append(_("a title in words"))
        return found
