"""The form of an act on a member's site."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole


class MandateForm(forms.Form):
    """Role, reason and time."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role.value, role.label) for role in (BoardRole.EDITOR, BoardRole.CHIEF)],
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The board of the site reads it in a letter and in its list."),
    )
    hours = forms.TypedChoiceField(
        label=_("For how many hours"), coerce=int, choices=[(n, str(n)) for n in (1, 2, 4, 8)], initial=2
    )
