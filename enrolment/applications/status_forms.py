"""What is entered on the status page of an application."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enrolment.two_codes import ReceiptForm
from privacy.forms import SafeFileField
from privacy.uploads.checks import CheckedUpload

FILES_AT_ONCE = 3


class StatusForm(ReceiptForm):
    """Both codes of an application's receipt."""

    example = _("It stands on your receipt, for example TS-7K3M-9Q2X.")


class ConfirmForm(forms.Form):
    """Nothing to enter: the button says it."""


class EvidenceForm(forms.Form):
    """The papers that the school asked for, and a word about them: one of both is needed."""

    file_1 = SafeFileField(
        label=_("File"),
        required=False,
        help_text=_("A file, or a note below, is needed. %(kinds)s; at most %(size)s."),
    )
    file_2 = SafeFileField(label=_("Second file"), required=False)
    file_3 = SafeFileField(label=_("Third file"), required=False)
    note = forms.CharField(
        label=_("What you want to tell the school"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Example: the paper is a photograph; I bring the original on Monday."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in ("file_1", "note"):
            self.fields[name].mark = _("a file or a note is needed")

    def clean(self) -> dict[str, Any]:
        found = super().clean()
        if not self.errors and not self.uploads() and not found["note"].strip():
            self.add_error("file_1", gettext("Choose a file, or write a note below."))
        return found

    def uploads(self) -> list[CheckedUpload]:
        found = (self.cleaned_data.get(f"file_{number}") for number in range(1, FILES_AT_ONCE + 1))
        return [upload for upload in found if isinstance(upload, CheckedUpload)]
