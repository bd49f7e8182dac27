"""Photo albums (W8.2, W9.2): pictures of one occasion, each described in words, with author and source (W7.3, W12.3)."""

from __future__ import annotations

import re

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable
from wagtail.search import index
from wagtail.url_routing import RouteResult

from common.personal_data import PersonalData
from common.pictures import words_fault
from common.text import Message
from editorial.models import AuthoredMixin
from sections import tree
from sections.models.base import BasePage, ItemPage
from sections.page_forms import ItemPageForm
from sections.presentation import ALBUM_RENDITIONS, PLATE_RENDITIONS, pictures_read

NO_PICTURES = _("An album needs at least one picture.")
PICTURE_FAULT = _("Picture %(number)s, “%(title)s”: %(fault)s")
NUMBER = re.compile(r"[1-9]\d{0,3}")


class AlbumPage(ItemPage):
    """An album. The first picture is its cover; each has an address of its own (``…/2/``), so that it can be read large
    and left again without a script."""

    personal_data = tree.AUTHOR_DATA

    base_form_class = ItemPageForm
    parent_page_types = ["sections.NewsIndexPage"]
    template = "pages/sections/album.html"
    picture_template = "pages/sections/album_picture.html"

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultipleChooserPanel(
            "pictures",
            chooser_field_name="image",
            heading=_("Pictures"),
            label=_("Picture"),
            help_text=_("Choose or upload many at once; the first is the cover."),
        ),
        FieldPanel("date"),
        FieldPanel("body"),
        *AuthoredMixin.authorship_panels,
    ]
    search_fields = [*ItemPage.search_fields, index.RelatedFields("pictures", [index.SearchField("caption")])]

    class Meta:
        verbose_name = _("photo album")
        verbose_name_plural = _("photo albums")

    @property
    def cover(self):
        """The cover. Prefetch ``pictures__image`` for lists."""
        first = next(iter(self.pictures.all()), None)
        return first.image if first else None

    def album_pictures(self) -> list[AlbumPicture]:
        """The pictures in their order with the sizes of the album; two queries at any number of them."""
        rows = list(self.pictures.select_related("image"))
        pictures_read((row.image for row in rows), ALBUM_RENDITIONS)
        return rows

    def route(self, request, path_components):
        if self.live and len(path_components) == 1 and NUMBER.fullmatch(path_components[0]):
            return RouteResult(self, kwargs={"number": int(path_components[0])})
        return super().route(request, path_components)

    def serve(self, request, number: int | None = None):
        request.album_number = number
        return super().serve(request)

    def get_template(self, request, *args, **kwargs):
        if getattr(request, "album_number", None):
            return self.picture_template
        return super().get_template(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        number = getattr(request, "album_number", None)
        if number is None:
            context["pictures"] = self.album_pictures()
            return context
        rows = list(self.pictures.select_related("image"))
        if number > len(rows):
            raise Http404
        shown = rows[number - 1]
        pictures_read([shown.image], PLATE_RENDITIONS)
        context |= {"shown": shown, "number": number, "total": len(rows)}
        context |= {"previous": number - 1 or None, "next": number + 1 if number < len(rows) else None}
        return context


class AlbumPicture(Orderable):
    """A picture of an album."""

    personal_data = PersonalData.none()

    page = ParentalKey(AlbumPage, on_delete=models.CASCADE, related_name="pictures")
    image = models.ForeignKey(
        get_image_model_string(), verbose_name=_("picture"), on_delete=models.PROTECT, related_name="+"
    )
    alt = models.CharField(
        _("description for those who cannot see it"),
        max_length=250,
        blank=True,
        help_text=_("What the picture shows here. Left empty: the picture's own description."),
    )
    caption = models.CharField(
        _("caption"),
        max_length=250,
        blank=True,
        help_text=_("For example “Đội kéo co khối 8 trước giờ thi”."),
    )

    panels = [FieldPanel("image"), FieldPanel("alt"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture of an album")
        verbose_name_plural = _("pictures of an album")


def album_fault(page: models.Model) -> str | None:
    """Rule of publication: an album without pictures, or with one that nobody described, does not go to the board."""
    if not isinstance(page, AlbumPage):
        return None
    rows = list(page.pictures.all())
    if not rows:
        return NO_PICTURES
    for number, row in enumerate(rows, start=1):
        if fault := words_fault(row.image, row.alt):
            return str(Message(PICTURE_FAULT, {"number": number, "title": row.image.title, "fault": fault}))
    return None
