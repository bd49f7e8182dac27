"""How the chain runs on one site: with or without the editor's step, and where the head agrees as well (W11.1)."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from common.personal_data import DataClass, PersonalData
from editorial import section_keys
from editorial.choices import BoardRole
from editorial.models.publications import person_field
from network.models import Institution


class ChainSettings(models.Model):
    """One version of a site's settings: the newest holds, the older ones are the log of changes.

    Rows are never changed. No row means the defaults. What the law asks is no setting: the chief editor's
    approval, and that nobody approves what they wrote.
    """

    personal_data = PersonalData(
        fields={"changed_by": DataClass.PERSONAL, "changed_name": DataClass.PERSONAL},
        purpose=_("To know who changed how a site approves what it publishes, and when."),
        retention=_("As long as the institution has a site."),
    )

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="chain_settings")
    with_editor = models.BooleanField(_("an editor appraises before the chief editor approves"), default=True)
    head_sections = models.JSONField(_("sections that the head approves as well"), default=list, blank=True)
    """Keys of `editorial.section_keys`, sorted."""
    changed_by = person_field(_("changed by"))
    changed_name = models.CharField(_("changed by"), max_length=310, blank=True)
    changed_at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("settings of the approval chain")
        verbose_name_plural = _("settings of the approval chain")
        ordering = ["-changed_at", "-pk"]
        indexes = [models.Index(fields=["institution", "-changed_at"], name="chain_settings_newest")]

    def __str__(self) -> str:
        return f"{self.institution} – {timezone.localtime(self.changed_at):%Y-%m-%d}"


def chain_settings_of(institution: Institution) -> ChainSettings:
    """The settings in force; an unsaved row with the defaults where nobody has changed them. One query."""
    return institution.chain_settings.first() or ChainSettings(institution=institution)


def chain_settings_for(institutions: Collection[Institution]) -> dict[int, ChainSettings]:
    """The settings in force of several institutions, by id. One query."""
    found = {institution.pk: ChainSettings(institution=institution) for institution in institutions}
    rows = ChainSettings.objects.filter(institution__in=found).order_by("changed_at", "pk")
    return found | {row.institution_id: row for row in rows}


def steps_for(page: Page, institution: Institution) -> tuple[bool, bool]:
    """Whether a page that is submitted now goes through the editor's step, and through the head's."""
    settings = chain_settings_of(institution)
    with_head = bool(settings.head_sections) and section_keys.key_of(page) in settings.head_sections
    return settings.with_editor, with_head


def plan(with_editor: bool, with_head: bool) -> tuple[BoardRole, ...]:
    """The steps in their order. The chief editor's is always among them."""
    return (
        *((BoardRole.EDITOR,) if with_editor else ()),
        BoardRole.CHIEF,
        *((BoardRole.HEAD,) if with_head else ()),
    )
