"""Looking through the members of an authority, and writing to one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from assessment.choices import Lack, Order
from network.choices import InstitutionType
from network.models import Institution

ALL = pgettext_lazy("filter", "All")


class OverviewForm(forms.Form):
    """Every field may be left out; what is not known counts as left out."""

    q = forms.CharField(label=_("Name or place"), required=False, max_length=100, widget=forms.SearchInput())
    lack = forms.ChoiceField(label=_("What is wrong"), required=False)
    type = forms.ChoiceField(label=pgettext_lazy("of institution", "Type"), required=False)
    under = forms.TypedChoiceField(label=_("Under"), required=False, coerce=int, empty_value=None)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=Order.choices)

    def __init__(self, data, *, authority: Institution):
        super().__init__(data)
        between = (
            Institution.objects.active()
            .authorities()
            .filter(path__range=Institution._get_children_path_interval(authority.path))
            .values_list("pk", "name")
        )
        self.fields["lack"].choices = [("", ALL), *Lack.choices]
        self.fields["type"].choices = [("", ALL), *InstitutionType.choices]
        self.fields["under"].choices = [("", ALL), *between]
        if not between:
            del self.fields["under"]

    @property
    def wanted(self) -> dict[str, object]:
        """What was asked for and is right."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}


class LetterForm(forms.Form):
    """A letter to the board of one member. The sections it asks for are those that are not met when it is sent."""

    text = forms.CharField(
        label=pgettext_lazy("of a letter", "Text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("It goes by e-mail to the chief editor and the head, and stands on the board's desk."),
    )
    complete_by = forms.DateField(label=_("To be completed by"), required=False, widget=AdminDateInput())
