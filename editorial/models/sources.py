"""Author, source, link to the source and terms of reuse: what everything that a site publishes carries (W7.3)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.choices import ReuseTerms


class LinkField(models.URLField):
    """An address; one typed without a scheme is taken for https."""

    def formfield(self, **kwargs):
        return super().formfield(**({"assume_scheme": "https"} | kwargs))

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs


class SourcedMixin(models.Model):
    """Who made a text, picture or file, where it comes from, and on what terms others may use it again.

    Nothing is required here: a draft, or a file that was just uploaded, may lack any of it. What a submission
    requires is in ``editorial.models.submission``.
    """

    author_name = models.CharField(
        _("author"), max_length=160, blank=True, help_text=_("The person or unit that made it.")
    )
    source_name = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Where it comes from. For your own, the name of your institution."),
    )
    is_republished = models.BooleanField(_("published elsewhere before"), default=False)
    source_url = LinkField(
        _("link to the source"), blank=True, help_text=_("Required for what was published elsewhere.")
    )
    reuse_terms = models.CharField(
        _("terms of reuse"),
        max_length=12,
        blank=True,
        choices=ReuseTerms.choices,
        help_text=_(
            "Required for what was published elsewhere. Left empty for your own: free to quote with the "
            "source named."
        ),
    )

    class Meta:
        abstract = True

    @property
    def terms(self) -> ReuseTerms | None:
        """The terms that readers are told; None where those of a republished work are not known."""
        if self.reuse_terms:
            return ReuseTerms(self.reuse_terms)
        return None if self.is_republished else ReuseTerms.QUOTE_SOURCE
