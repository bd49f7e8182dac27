"""What officers enter when they act for a family that came to the school."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.day_field import DayField
from enrolment.applications.status_forms import EvidenceForm
from enrolment.processing.counter import RELATIONS, Proof
from privacy.forms import SafeFileField

LONG_NUMBER = re.compile(r"\d[\d\s.\-]{6,}\d")


class ProofForm(forms.Form):
    """Who came, what was shown, the day, and a scan of what was signed."""

    name = forms.CharField(
        label=_("Who came"),
        max_length=120,
        help_text=_("Full name as on the paper that was shown, for example Trần Thị Bình."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    relation = forms.ChoiceField(
        label=_("What they are to the child"), choices=[("", "–"), *RELATIONS.items()]
    )
    shown = forms.CharField(
        label=_("What was shown"),
        max_length=200,
        help_text=_("The kind of paper, without its number, for example: identity card and the receipt."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    came_on = DayField(
        label=_("Day on which they came"), help_text=_("Day, month, year, for example 25/06/2026.")
    )
    scan = SafeFileField(label=_("Scan of the signed paper"))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["came_on"].initial = timezone.localdate

    def clean_shown(self) -> str:
        text = self.cleaned_data["shown"]
        if LONG_NUMBER.search(text):
            raise ValidationError(gettext("Name the kind of paper only, without its number."))
        return text

    def clean_came_on(self) -> date:
        day = self.cleaned_data["came_on"]
        if day > timezone.localdate():
            raise ValidationError(gettext("This day has not come yet."))
        return day

    @property
    def proof(self) -> Proof:
        return Proof(**{name: self.cleaned_data[name] for name in self.base_fields})


class BroughtForm(EvidenceForm):
    """The papers that were brought, and a word about them."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["note"].label = _("Note on what was brought")
        self.fields["note"].help_text = _("The family reads it. Example: copy of the household confirmation.")
