"""Lists that were turned into individual look-ups: each row sealed, found only by what its person knows."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass, PersonalData
from network.models import Institution
from privacy.models.submissions import SealedModel


class LookupKeyKind(TextChoices):
    """The second thing that a person gives besides their reference number."""

    CODE = "code", pgettext_lazy("second key of a look-up", "a personal code, printed for each person")
    BIRTH = "birth", pgettext_lazy("second key of a look-up", "the date of birth")


class ListLookup(models.Model):
    """A list in which a person sees their own row only, until its end."""

    personal_data = PersonalData(
        fields={"made_by": DataClass.PERSONAL},
        purpose=_("To know who turned a list into a look-up."),
        retention=_("Until the end of the look-up; then it is erased with its rows."),
    )

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    reference_label = models.CharField(_("what the reference is called"), max_length=80)
    key_kind = models.CharField(_("second key"), max_length=5, choices=LookupKeyKind.choices)
    columns = models.JSONField(default=list)
    """The headers of the columns that a person sees, in order."""
    rows_count = models.PositiveIntegerField(_("number of rows"), default=0)
    ends_on = models.DateField(_("open until"), db_index=True)
    is_open = models.BooleanField(_("look-up is open"), default=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("individual look-up")
        verbose_name_plural = _("individual look-ups")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.title


class ListLookupRow(SealedModel):
    """One person's row. `digest` is the blind index of reference and second key; nothing else leads to it."""

    personal_data = PersonalData(
        fields={"sealed_row": DataClass.PRIVATE, "digest": DataClass.PERSONAL},
        purpose=_("To tell a person their own result, and nobody else's."),
        retention=_("Until the end of the look-up; then erased by the daily job."),
    )

    lookup = models.ForeignKey(ListLookup, on_delete=models.CASCADE, related_name="rows")
    digest = models.CharField(max_length=64)
    sealed_row = models.TextField(editable=False)

    sealed_fields = ("sealed_row",)

    class Meta:
        verbose_name = _("row of a look-up")
        verbose_name_plural = _("rows of look-ups")
        constraints = [models.UniqueConstraint(fields=["lookup", "digest"], name="lookup_row_unique")]

    def __str__(self) -> str:
        return str(self.uid)
