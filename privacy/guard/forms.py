"""The forms of the reviewer."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from privacy.models import GuardGround, LookupKeyKind

__all__ = ["LookupForm", "RefuseForm", "ReleaseForm"]


class ReleaseForm(forms.Form):
    """Ground, end date and reason; nothing is chosen in advance."""

    ground = forms.ModelChoiceField(
        label=_("Ground in law"), queryset=GuardGround.objects.none(), empty_label=_("– choose –")
    )
    ends_on = forms.DateField(
        label=_("On the site until"),
        widget=AdminDateInput,
        help_text=_(
            "After this day it is taken down by itself: a page through the approval chain, a file by closing it."
        ),
    )
    note = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Why the ground holds for this list; where a law demands it, its article. Name nobody."),
    )

    def __init__(self, *args, on: date | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        valid = GuardGround.objects.valid(on or timezone.localdate())
        self.fields["ground"].queryset = valid
        self.fields["ground"].label_from_instance = lambda ground: f"{ground} ({ground.citation})"


class RefuseForm(forms.Form):
    note = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It is shown to whoever uploaded it. Name nobody of the list."),
    )


class LookupForm(forms.Form):
    """Which columns lead to a row, which of them are shown, and until when."""

    title = forms.CharField(label=_("Title"), max_length=200)
    reference = forms.ChoiceField(
        label=_("Column with the reference"),
        help_text=_("What each person was given: candidate or file number."),
    )
    key_kind = forms.ChoiceField(
        label=_("Second key"),
        choices=LookupKeyKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "A code is safer: candidate numbers follow each other, and a year has few birthdays. Codes are made here and given "
            "to you once, as a list to print."
        ),
    )
    birth = forms.ChoiceField(label=_("Column with the date of birth"), required=False)
    shown = forms.MultipleChoiceField(
        label=_("Columns that the person sees"), widget=forms.CheckboxSelectMultiple
    )
    ends_on = forms.DateField(label=_("Open until"), widget=AdminDateInput)

    def __init__(self, *args, columns: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reference"].choices = [("", _("– choose –")), *columns]
        self.fields["birth"].choices = [("", _("– none –")), *columns]
        self.fields["shown"].choices = columns

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("key_kind") == LookupKeyKind.BIRTH and not cleaned.get("birth"):
            self.add_error("birth", _("Choose the column with the date of birth."))
        return cleaned
