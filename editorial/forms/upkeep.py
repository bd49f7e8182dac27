"""Forms of the upkeep of pages."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from editorial.selectors import board_members
from network.models import Institution


class WideSelect(forms.Select):
    """As wide as its place: a select as wide as its longest choice leaves a small window."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"class": "w-w-full"} | (attrs or {}), choices)


class PersonField(forms.ModelChoiceField):
    widget = WideSelect

    def label_from_instance(self, user) -> str:
        return user.get_full_name() or user.get_username()


class UpkeepForm(forms.Form):
    """Who keeps a page. Only people of the site's own board can be chosen."""

    responsible = PersonField(
        label=_("Responsible"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label=_("Nobody: the chief editor"),
        help_text=_("Keeps the page up to date and gets the reminders."),
    )
    second = PersonField(
        label=_("Second person"),
        queryset=get_user_model().objects.none(),
        required=False,
        empty_label="–",
        help_text=_("Gets the same reminders, and stands in while the first is away."),
    )
    interval_days = forms.IntegerField(
        label=_("Days between reviews"),
        required=False,
        min_value=7,
        max_value=1095,
        help_text=_("Empty: what the catalogue of sections says, otherwise a year."),
    )
    review_on = forms.DateField(
        label=_("Next review on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: counted from today."),
    )

    def __init__(self, *args, review, **kwargs):
        names = ("responsible", "second", "interval_days", "review_on")
        kwargs.setdefault("initial", {name: getattr(review, name) for name in names})
        super().__init__(*args, **kwargs)
        people = board_members(review.institution).order_by("last_name", "first_name", "pk")
        self.fields["responsible"].queryset = self.fields["second"].queryset = people


class UpkeepFilterForm(forms.Form):
    """What the list of upkeep shows."""

    show = forms.ChoiceField(
        label=pgettext_lazy("filter", "Show"),
        required=False,
        widget=WideSelect,
        choices=[
            ("", _("All pages")),
            ("mine", _("The pages that I keep")),
            ("due", _("What is due")),
            ("unowned", _("What nobody keeps")),
        ],
    )
    institution = forms.ModelChoiceField(
        label=_("Institution"),
        queryset=Institution.objects.none(),
        required=False,
        empty_label=_("All"),
        widget=WideSelect,
    )

    def __init__(self, *args, institutions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["institution"].queryset = institutions
        if len(institutions[:2]) < 2:
            del self.fields["institution"]
