"""Forms of the English screens."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sections.english.choices import Kind, Standing
from sections.english.po import PO_LIMIT
from sections.english.texts import Part

CHANGED_MEANWHILE = _(
    "Somebody else changed the text while you wrote. Yours is below; read it again and save."
)


class RowsFilter(forms.Form):
    """Which of the pages are listed."""

    q = forms.CharField(
        label=_("Words of the title"), required=False, max_length=100, help_text=_("Example: chuyển trường.")
    )
    standing = forms.ChoiceField(
        label=pgettext_lazy("English text", "Standing"),
        required=False,
        choices=[("", _("Any")), *Standing.choices],
        help_text=_("Example: what is outdated."),
    )
    kind = forms.ChoiceField(
        label=_("Kind of page"),
        required=False,
        choices=[("", _("Any")), *Kind.choices],
        help_text=_("Example: administrative procedures."),
    )


class PartsForm(forms.Form):
    """One field for the English of each part, and a tick for each draft that has to be checked."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, parts: Sequence[Part], **kwargs):
        self.parts = parts
        self.current = version_of(parts)
        kwargs["initial"] = {"version": self.current}
        super().__init__(*args, **kwargs)
        for part in parts:
            self.fields[part.name] = forms.CharField(
                label=part.label,
                required=False,
                strip=False,
                initial=part.english,
                max_length=100_000,
                widget=forms.Textarea(
                    {"rows": part.rows, "lang": "en", "aria-describedby": f"{part.name}-vi"}
                ),
            )
            if part.is_machine:
                self.fields[f"{part.name}-checked"] = forms.BooleanField(
                    label=_("I have read this part: it is right."), required=False
                )

    def clean(self):
        if self.cleaned_data.get("version") != self.current:
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = self.current
            raise ValidationError(CHANGED_MEANWHILE)
        return super().clean()

    def rows(self):
        """Part, its field, its tick or None; for the template."""
        for part in self.parts:
            tick = f"{part.name}-checked"
            yield part, self[part.name], self[tick] if tick in self.fields else None

    def values(self) -> dict[int, str]:
        return {part.segment.pk: self.cleaned_data[part.name] for part in self.parts}

    def checked(self) -> set[int]:
        ticked = (part for part in self.parts if self.cleaned_data.get(f"{part.name}-checked"))
        return {part.segment.pk for part in ticked}


def version_of(parts: Sequence[Part]) -> str:
    """Says whether the parts are still those that a form showed."""
    content = json.dumps([[part.segment.pk, part.english, part.is_machine] for part in parts])
    return hashlib.sha256(content.encode()).hexdigest()[:32]


class PoForm(forms.Form):
    """A file that a translator sends back."""

    file = forms.FileField(
        label=_("Translated file"),
        help_text=_(
            "The PO file of this page, as a translator sends it back. Example: chuyen-truong.po, at most 1 MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".po"}),
    )
    is_machine = forms.BooleanField(
        label=_("A machine made it"),
        required=False,
        help_text=_("Each part then waits until somebody has read and ticked it."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > PO_LIMIT:
            raise ValidationError(_("The file is larger than 1 MB."))
        return file
