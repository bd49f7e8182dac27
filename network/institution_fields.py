"""Choosing an institution: from a list while the list is short, by code or name where there are hundreds."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from network.models import Institution

LONGEST_LIST = 60
NAMED = 5


class InstitutionTextField(forms.CharField):
    """Takes the code, or words of the name with or without diacritics, that lead to one of `institutions`; cleans to it."""

    default_error_messages = {
        "unknown": _("None of your institutions has the code or the name “%(text)s”."),
        "several": _("Several institutions are meant by “%(text)s”: %(names)s. Enter the code."),
    }

    def __init__(self, institutions: QuerySet[Institution], **options):
        self.institutions = institutions
        options.setdefault("max_length", 200)
        options.setdefault("help_text", _("Code or name"))
        super().__init__(**options)

    def prepare_value(self, value):
        """A number, as a link brings it, is shown as the code."""
        if isinstance(value, Institution):
            return value.code
        if isinstance(value, int) or (isinstance(value, str) and value.isdecimal() and len(value) < 19):
            return self.institutions.filter(pk=value).values_list("code", flat=True).first() or value
        return value

    def clean(self, value) -> Institution | None:
        text = super().clean(value)
        if not text:
            return None
        found = self.institutions.with_code(text).first()
        if found is None and text.isdecimal() and len(text) < 19:
            found = self.institutions.filter(pk=int(text)).first()
        if found is not None:
            return found
        named = list(self.institutions.named_like(text)[: NAMED + 1])
        if len(named) == 1:
            return named[0]
        if not named:
            raise ValidationError(self.error_messages["unknown"], "unknown", {"text": text})
        names = "; ".join(f"{one.name} ({one.code})" for one in named[:NAMED])
        raise ValidationError(self.error_messages["several"], "several", {"text": text, "names": names})


def institution_field(
    institutions: QuerySet[Institution], *, label, required: bool = True, empty_label=None
) -> forms.Field:
    """The field for these institutions; one query. Cleans to an Institution, or None where it is not required."""
    institutions = institutions.order_by("path")
    if institutions[LONGEST_LIST : LONGEST_LIST + 1].exists():
        return InstitutionTextField(institutions, label=label, required=required)
    return forms.ModelChoiceField(institutions, label=label, required=required, empty_label=empty_label)
