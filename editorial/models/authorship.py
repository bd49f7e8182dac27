"""Who wrote a text and where it comes from (W7.3), who answers for a page and when it is due for review
(W6.2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from common.models import BasePageForm
from editorial.models.sources import SourcedMixin
from editorial.panels import PublicationsPanel

AUTHOR_MISSING = _("Name the author before you submit the page (circular 37/2020, article 7.3).")
SOURCE_MISSING = _("Name the source before you submit the page (circular 37/2020, article 7.3).")
LINK_MISSING = _("A text that was published elsewhere needs the link to its source.")
DESCRIPTION_MISSING = _("Describe the picture in words for readers who cannot see it.")


class AuthoredPageForm(BasePageForm):
    """What may be missing in a draft and not in a submission is said at its field.

    Wagtail requires the required fields of a form except when a draft is saved (``defer_required_fields``).
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, text in (("author_name", AUTHOR_MISSING), ("source_name", SOURCE_MISSING)):
            if name in self.fields:
                self.fields[name].error_messages["required"] = text
        self.is_draft = False

    def defer_required_fields(self):
        super().defer_required_fields()
        self.is_draft = True

    def _post_clean(self):
        super()._post_clean()
        if self.is_draft:
            return
        for name, text in missing_for_submission(self.instance).items():
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, text)


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
                FieldRowPanel([FieldPanel("source_url"), FieldPanel("reuse_terms")]),
            ],
            heading=_("Author and source"),
        ),
        PublicationsPanel(),
    ]

    class Meta:
        abstract = True


def missing_authorship(page: models.Model) -> dict[str, str]:
    """What a page lacks before the board may receive it: field → sentence. Empty for a page without
    authorship."""
    if not isinstance(page, AuthoredMixin):
        return {}
    missing = {}
    if not page.author_name.strip():
        missing["author_name"] = AUTHOR_MISSING
    if not page.source_name.strip():
        missing["source_name"] = SOURCE_MISSING
    if page.is_republished and not page.source_url:
        missing["source_url"] = LINK_MISSING
    return missing


def missing_for_submission(page: models.Model) -> dict[str, str]:
    """All that a page lacks before the board may receive it: author and source (W7.3), words for its
    picture (W12)."""
    missing = missing_authorship(page)
    has_picture = getattr(page, "image_id", None) is not None and hasattr(page, "image_alt")
    if has_picture and not page.image_alt.strip():
        missing["image_alt"] = DESCRIPTION_MISSING
    return missing


class ReviewedMixin(models.Model):
    """A page with a person who answers for it and a date on which it comes back to the board."""

    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The member of the board who keeps this page up to date."),
    )
    review_on = models.DateField(_("review on"), null=True, blank=True)

    review_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("responsible"), FieldPanel("review_on")])], heading=_("Upkeep")
        ),
        PublicationsPanel(),
    ]

    class Meta:
        abstract = True
