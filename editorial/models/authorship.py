"""Who wrote a text and where it comes from (W7.3), who answers for a page and when it is due for review (W6.2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from editorial.choices import ReuseTerms


class AuthoredMixin(models.Model):
    """Author and source of a page. Both are required before the page can be handed to the board (W7.3): a draft may
    lack them, a submission may not (``editorial.chain``)."""

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
    source_url = models.URLField(
        _("link to the source"), blank=True, help_text=_("Required for a text that was published elsewhere.")
    )
    is_republished = models.BooleanField(_("published elsewhere before"), default=False)
    reuse_terms = models.CharField(
        _("terms of reuse"), max_length=12, choices=ReuseTerms.choices, default=ReuseTerms.QUOTE_SOURCE
    )

    authorship_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("author_name"), FieldPanel("source_name")]),
                FieldPanel("is_republished"),
                FieldPanel("source_url"),
                FieldPanel("reuse_terms"),
            ],
            heading=_("Author and source"),
        )
    ]

    class Meta:
        abstract = True


def missing_authorship(page: models.Model) -> dict[str, str]:
    """What a page lacks before the board may receive it: field → sentence. Empty for a page without authorship."""
    if not isinstance(page, AuthoredMixin):
        return {}
    missing = {}
    if not page.author_name.strip():
        missing["author_name"] = _(
            "Name the author before you submit the page (circular 37/2020, article 7.3)."
        )
    if not page.source_name.strip():
        missing["source_name"] = _(
            "Name the source before you submit the page (circular 37/2020, article 7.3)."
        )
    if page.is_republished and not page.source_url:
        missing["source_url"] = _("A text that was published elsewhere needs the link to its source.")
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
        )
    ]

    class Meta:
        abstract = True
