"""Who wrote, who appraised, who approved, when (W3.4): one record for each time a page went onto a site or
off it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from editorial.choices import PublicationKind
from network.models import Institution


def person_field(verbose_name):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class Publication(models.Model):
    """One decision on one version of a page. It outlives the page, the version and the accounts, so it
    keeps the title and the names as they were.

    An approval works once: ``published_at`` is empty until the approved version is on the site, and the
    write-side backstop (``editorial.services.guard``) lets nothing else onto it.
    """

    personal_data = PersonalData(
        fields=dict.fromkeys(
            (
                "submitted_by",
                "submitted_name",
                "appraised_by",
                "appraised_name",
                "approved_by",
                "approved_name",
                "head_by",
                "head_name",
                "author_name",
                "reason",
            ),
            DataClass.PERSONAL,
        ),
        purpose=_(
            "To prove who wrote, appraised and approved what the site published (circular 37/2020, "
            "article 3.4)."
        ),
        retention=_("As long as the institution has a site."),
    )

    kind = models.CharField(_("decision"), max_length=10, choices=PublicationKind.choices)
    institution = models.ForeignKey(
        Institution,
        verbose_name=_("institution"),
        null=True,
        on_delete=models.PROTECT,
        related_name="publications",
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="publications",
    )
    title = models.CharField(_("title"), max_length=255)
    address = models.CharField(_("address"), max_length=2000, blank=True)
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("version"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    submitted_by = person_field(_("submitted by"))
    submitted_name = models.CharField(max_length=310, blank=True)
    submitted_at = models.DateTimeField(_("submitted at"), null=True)
    appraised_by = person_field(_("appraised by"))
    appraised_name = models.CharField(max_length=310, blank=True)
    appraised_at = models.DateTimeField(_("appraised at"), null=True)
    approved_by = person_field(_("approved by"))
    approved_name = models.CharField(max_length=310, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True)
    with_editor = models.BooleanField(_("with the editor's step"), default=True)
    """False where the site's settings left the appraisal out."""
    head_by = person_field(_("approved by the head"))
    head_name = models.CharField(max_length=310, blank=True)
    head_at = models.DateTimeField(_("approved by the head at"), null=True)
    escalations = models.JSONField(default=list)
    """Steps that an authority's board took: ``[{"step", "board", "name", "reason"}]``, names as they were."""
    author_name = models.CharField(_("author as shown"), max_length=160, blank=True)
    source_name = models.CharField(_("source"), max_length=200, blank=True)
    source_url = models.CharField(_("link to the source"), max_length=2000, blank=True)
    section = models.CharField(_("section"), max_length=32, blank=True)
    """Key of `editorial.section_keys`."""
    go_live_at = models.DateTimeField(_("to be published at"), null=True)
    expire_at = models.DateTimeField(_("expires at"), null=True)
    published_at = models.DateTimeField(_("on the site since"), null=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["institution", "-created_at"], name="publication_institution"),
            models.Index(fields=["page", "-created_at"], name="publication_page"),
        ]

    def __str__(self) -> str:
        return f"{self.title} – {self.get_kind_display()}"

    @property
    def writer_names(self) -> str:
        return ", ".join(writer.name for writer in self.writers.all())

    @property
    def edit_url(self) -> str | None:
        return reverse("wagtailadmin_pages:edit", args=[self.page_id]) if self.page_id else None


class PublicationWriter(models.Model):
    """Somebody who changed the text between the previous publication and this one."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "name": DataClass.PERSONAL},
        purpose=_("To prove who wrote what the site published (circular 37/2020, article 3.4)."),
        retention=_("As long as the institution has a site."),
    )

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="writers")
    user = person_field(_("writer"))
    name = models.CharField(_("name"), max_length=310, blank=True)

    class Meta:
        verbose_name = _("writer of a publication")
        verbose_name_plural = _("writers of publications")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
