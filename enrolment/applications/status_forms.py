"""What is entered on the status page of an application."""

from __future__ import annotations

from django import forms
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
    """The papers that the school asked for, and a word about them."""

    file_1 = SafeFileField(label=_("File"), required=False)
    file_2 = SafeFileField(label=_("Second file"), required=False)
    file_3 = SafeFileField(label=_("Third file"), required=False)
    note = forms.CharField(
        label=_("What you want to tell the school"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Example: the paper is a photograph; I bring the original on Monday."),
    )

    def uploads(self) -> list[CheckedUpload]:
        found = (self.cleaned_data.get(f"file_{number}") for number in range(1, FILES_AT_ONCE + 1))
        return [upload for upload in found if isinstance(upload, CheckedUpload)]
