"""Who wrote a text and where it comes from (W7.3), who answers for a page and when it is due for review
(W6.2)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from common.models import BasePageForm
from editorial.models.media import MediaMixin
from editorial.models.sources import SourcedMixin
from editorial.models.steps import person_name
from editorial.models.submission import (
    AUTHOR_MISSING,
    SOURCE_MISSING,
    PageMedia,
    media_of,
    missing_for_submission,
)
from editorial.panels import MediaPanel, PublicationsPanel, UpkeepPanel
from network.selectors import institution_for_page


def _fill_in(page, place, user) -> None:
    """Author and source of a page that nobody has saved yet: who opens its form, and their institution. They stand in the
    form, where the person sees them and may put them right."""
    page.author_name = page.author_name or person_name(user)[:160]
    if not page.source_name and (institution := institution_for_page(place)):
        page.source_name = institution.local_name[:200]


class AuthoredPageForm(BasePageForm):
    """What may be missing in a draft and not in a submission is said at its field; what a picture or file lacks, above
    the form, by its name.

    Wagtail requires the required fields of a form except when a draft is saved (``defer_required_fields``).
    """

    def __init__(self, *args, **kwargs):
        page, place, user = (kwargs.get(name) for name in ("instance", "parent_page", "for_user"))
        if page is not None and page.pk is None and place is not None and isinstance(page, AuthoredMixin):
            _fill_in(page, place, user)
        super().__init__(*args, **kwargs)
        for name, text in (("author_name", AUTHOR_MISSING), ("source_name", SOURCE_MISSING)):
            if name in self.fields:
                self.fields[name].error_messages["required"] = text
        self.is_draft = False
        self.lacking_media: list[MediaMixin] = []

    def defer_required_fields(self):
        super().defer_required_fields()
        self.is_draft = True

    def is_valid(self):
        valid = super().is_valid()
        if self.is_draft:
            return valid
        media = media_of(self.instance, children=self._children())
        self.lacking_media = media.lacking()
        for name, text in missing_for_submission(self.instance, media=media).items():
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, text)
        return valid and not self.errors

    def _children(self) -> list[models.Model]:
        """The rows below the page as they will be once this form is saved."""
        return [
            form.instance
            for formset in self.formsets.values()
            for form in formset.forms
            if form not in formset.deleted_forms
        ]


class AuthoredMixin(SourcedMixin):
    """Author and source of a page. Both are required before the page can be handed to the board (W7.3): a
    draft may lack them, a submission may not (``editorial.chain``)."""

    author_name = models.CharField(
        _("author"),
        max_length=160,
        help_text=_("The person or unit that wrote the text, for example “Tổ Ngữ văn”."),
    )
    source_name = models.CharField(
        _("source"),
        max_length=200,
        help_text=_("Where the text comes from. For your own text, the name of your institution."),
    )

    base_form_class = AuthoredPageForm

    authorship_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author_name"), FieldPanel("source_name")]),
                FieldPanel("is_republished"),
                FieldPanel("source_url"),
                FieldPanel("reuse_terms"),
            ],
            heading=_("Author and source"),
        ),
        MediaPanel(),
        PublicationsPanel(),
    ]

    class Meta:
        abstract = True

    def shown_media(self) -> PageMedia:
        """The pictures and files that the page shows and leads to."""
        return media_of(self)


class ReviewedMixin(models.Model):
    """A page that comes back to the board: from its first publication on it has an upkeep
    (``editorial.models.reviews``), with the person who answers for it and a day."""

    review_panels = [UpkeepPanel(), PublicationsPanel()]

    class Meta:
        abstract = True
