"""A former site is taken in: stored, read once, its kinds of content given their sections."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.utils.translation import gettext as _
from wagtail.models import Page

from common.jobs import JobState
from network.models import Institution
from sections.exchange.choices import Source
from sections.exchange.services.batches import may_work_on
from sections.models import ImportBatch
from sections.moving_in.items import Kind
from sections.moving_in.placing import default_places, sections_of
from sections.moving_in.source import SiteSource

__all__ = ["site_create", "site_place"]


def site_create(
    *,
    institution: Institution,
    source: Source,
    file: File,
    files: File | None,
    user,
    language: str = "vi",
) -> ImportBatch:
    """Store the export of a former site, and the archive of its files. Raises TableError where either cannot be read,
    PermissionDenied for whoever is not on the board; nothing is stored then."""
    if not may_work_on(user, institution):
        raise PermissionDenied
    batch = ImportBatch(
        institution=institution,
        source=source,
        filename=file.name[-255:],
        created_by=user,
        acting=user,
        language=language,
    )
    batch.file.save(f"site.{file.name.rpartition('.')[2].lower()[:5]}", file, save=False)
    if files:
        batch.files.save("files.zip", files, save=False)
    try:
        batch.total = SiteSource(batch).total
        places = {str(kind): pk for kind, pk in default_places(institution).items()}
        batch.mapping = {"sections": places}
        batch.state = JobState.MAPPED
        batch.save()
    except Exception:
        batch.file.delete(save=False)
        if batch.files:
            batch.files.delete(save=False)
        raise
    return batch


def site_place(*, batch: ImportBatch, sections: Mapping[Kind, Page | None], user) -> None:
    """Say which section takes which kind of content. Raises ValidationError for a section that does not take it."""
    if batch.is_busy or batch.is_applied:
        raise ValidationError(_("The list is being worked on; wait until it is done."), code="busy")
    if not may_work_on(user, batch.institution):
        raise PermissionDenied
    for kind, section in sections.items():
        allowed = {page.pk for page in sections_of(batch.institution, kind)}
        if section is not None and section.pk not in allowed:
            raise ValidationError(
                _("The section “%(section)s” does not take this."), params={"section": section.title}
            )
    batch.mapping = {"sections": {str(kind): section and section.pk for kind, section in sections.items()}}
    batch.save(update_fields=["mapping"])
