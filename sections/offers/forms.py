"""The forms of offers: what the members have to do, and by when; why a board does not take an article over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from network.choices import InstitutionType
from network.models import Institution
from sections.models.offers import Direction, Duty
from sections.offers.services import directions_of

AUTHORITIES = (InstitutionType.DEPARTMENT,)


class OfferForm(forms.Form):
    """Where to, with what duty. A member that proposes to its authority is asked for a message only."""

    direction = forms.ChoiceField(
        label=_("Offer it"),
        choices=Direction.choices,
        widget=forms.RadioSelect,
        help_text=_("For example to the members."),
    )
    duty = forms.ChoiceField(
        label=_("What the members have to do"),
        choices=Duty.choices,
        required=False,
        help_text=_("For example read the rules of an examination before it begins."),
    )
    due_on = forms.DateField(
        label=_("Until"), required=False, widget=AdminDateInput, help_text=_("For example 05/09/2026.")
    )
    types = forms.MultipleChoiceField(
        label=_("Only for these kinds of institution"),
        required=False,
        choices=[choice for choice in InstitutionType.choices if choice[0] not in AUTHORITIES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Left empty: for all members, for example only primary schools."),
    )
    note = forms.CharField(
        label=_("Message to the boards"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example “Đề nghị các trường đăng lại trước ngày khai giảng”."),
    )

    def __init__(self, *args: Any, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ = directions_of(institution)
        labels = dict(Direction.choices)
        self.fields["direction"].choices = [(value, labels[value]) for value in open_]
        self.fields["direction"].initial = open_[0] if open_ else None
        if len(open_) == 1:
            self.fields["direction"].widget = forms.HiddenInput()
        if Direction.DOWN not in open_:
            for name in ("duty", "due_on", "types"):
                del self.fields[name]


class DeclineForm(forms.Form):
    """The board that offered the article reads the reason."""

    reason = forms.CharField(
        label=_("Why not"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example “Trường không có cấp học này”."),
    )
