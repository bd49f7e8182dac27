"""Forms of the screens of inspection and incidents."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.choices import Fulfilment, RiskLevel
from privacy.models import CompetentBody, Incident, ProcessingActivity
from privacy.services.incidents import DETAILS

MOMENT = "%Y-%m-%dT%H:%M"


class AnswerForm(forms.Form):
    """The finding on one point; nothing is chosen in advance."""

    fulfilment = forms.ChoiceField(
        label=_("Fulfilled?"), choices=Fulfilment.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label=_("Finding"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5}))
    remedy = forms.CharField(
        label=_("What is to be done, and until when"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Where something is not fulfilled."),
    )


class FinishForm(forms.Form):
    risk = forms.ChoiceField(label=_("Remaining risk"), choices=RiskLevel.choices, widget=forms.RadioSelect)


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("What was done"), max_length=5000, widget=forms.Textarea(attrs={"rows": 3})
    )


class IncidentForm(forms.ModelForm):
    """All that is known; more is added later."""

    forms_concerned = forms.MultipleChoiceField(
        label=_("Forms concerned"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: all of them. With the days below, the people affected are counted by query."),
    )

    class Meta:
        model = Incident
        fields = [name for name in DETAILS if name != "forms"]
        widgets = {
            "happened_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            "detected_at": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
            "since": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            **{
                name: forms.Textarea(attrs={"rows": 3})
                for name in ("summary", "consequences", "measures", "advice", "cause", "lessons")
            },
        }

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        activities = ProcessingActivity.objects.filter(institution=institution).order_by("name")
        self.fields["forms_concerned"].choices = list(activities.values_list("code", "name"))
        self.fields["forms_concerned"].initial = self.instance.forms

    def details(self) -> dict:
        """What the services take."""
        found = {name: self.cleaned_data[name] for name in self._meta.fields}
        return found | {"forms": self.cleaned_data["forms_concerned"]}

    def _post_clean(self):
        """The service validates and writes; the instance stays as it is stored."""


class BodyForm(forms.ModelForm):
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")

    class Meta:
        model = CompetentBody
        fields = [
            "name",
            "name_en",
            "competent_for",
            "address",
            "phone",
            "email",
            "website",
            "citation",
            "valid_from",
            "valid_to",
        ]
        widgets = {
            name: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            for name in ("valid_from", "valid_to")
        }
