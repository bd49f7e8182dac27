"""Look-up codes that the product draws, for lists that have neither dates of birth nor printed codes (W8.11)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData
from enrolment.models.examinations import ExaminationPage
from enrolment.models.people import person
from network.models import Institution
from privacy.models import SealedModel


class CodeBook(SealedModel):
    """The codes of one examination: a random key from which the code of each candidate number follows. No code is stored, every
    version of the results gives a candidate the same one, and when the key is erased none can be made out any more."""

    personal_data = PersonalData(
        fields={"sealed_key": DataClass.PRIVATE, "drawn_by": DataClass.PERSONAL},
        purpose=_("To give candidates a second key to their own results."),
        retention=_("Until the day that was set when the codes were drawn, at the latest the closing day."),
    )

    exam = models.ForeignKey(ExaminationPage, on_delete=models.CASCADE, related_name="code_books")
    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    sealed_key = models.TextField(editable=False)
    drawn_by = person(_("drawn by"))
    drawn_at = models.DateTimeField(_("drawn"), default=timezone.now)
    erase_on = models.DateField(_("erased after"))
    exported_at = models.DateTimeField(_("last handed out"), null=True)
    erased_at = models.DateTimeField(_("erased"), null=True)

    sealed_fields = ("sealed_key",)

    class Meta:
        verbose_name = _("codes of an examination")
        verbose_name_plural = _("codes of examinations")
        ordering = ["-drawn_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exam"], condition=Q(erased_at__isnull=True), name="code_book_one_in_use"
            )
        ]

    def __str__(self) -> str:
        return str(self.uid)
