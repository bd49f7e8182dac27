"""Forms of the screens of retention."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from network.models import Institution
from privacy.choices import AccessPurpose
from privacy.models import ProcessingActivity, Submission
from privacy.services.retention.surveys import COMPLETE_AFTER_DAYS, LONGEST_DAYS

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class HoldForm(forms.Form):
    """One submission by its code, one form, or with neither everything."""

    reference = forms.CharField(
        label=_("Reference code"),
        max_length=24,
        required=False,
        help_text=_("Of one submission. Leave it empty to hold all that came through the form below."),
    )
    form = forms.ChoiceField(label=_("Form"), required=False)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What it is needed for. Name no person."),
    )
    citation = forms.CharField(
        label=_("Ordered by"),
        max_length=255,
        help_text=_("Number, date and issuer of the document or article."),
    )
    ends_on = forms.DateField(label=_("Until"), widget=DAY, help_text=_("A year at the most."))

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.institution = institution
        rows = ProcessingActivity.objects.filter(institution=institution).order_by("name")
        self.fields["form"].choices = [("", _("All forms")), *rows.values_list("code", "name")]

    def clean_reference(self) -> Submission | None:
        code = self.cleaned_data["reference"].strip().upper()
        if not code:
            return None
        found = Submission.objects.of([self.institution]).filter(reference=code).first()
        if found is None:
            raise forms.ValidationError(_("There is no submission with this code here."), code="unknown")
        return found


class CloseForm(forms.Form):
    """A survey is closed today and completed some days later."""

    days = forms.IntegerField(
        label=_("Days until it is completed by itself"),
        min_value=0,
        max_value=LONGEST_DAYS,
        initial=COMPLETE_AFTER_DAYS,
    )


class PackageForm(forms.Form):
    purpose = forms.ChoiceField(
        label=_("For what do you open this?"), choices=AccessPurpose.choices, widget=forms.RadioSelect
    )


class HandOverForm(forms.Form):
    receipt = forms.CharField(
        label=_("Record of delivery to the archive"), max_length=255, help_text=_("Number and date.")
    )
