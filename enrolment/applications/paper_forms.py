"""What staff enter of the signed paper itself."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.day_field import DayField
from enrolment.models import CampaignPage
from privacy.forms import SafeFileField


class PaperForm(forms.Form):
    """When it came, and a scan with the signature under each consent."""

    received_on = DayField(
        label=_("Handed in on"),
        help_text=_("The day on the stamp as day, month, year, for example 25/06/2026."),
    )
    scan = SafeFileField(label=_("Scan of the signed paper"))

    def __init__(self, *args, campaign: CampaignPage, **kwargs):
        self.campaign = campaign
        super().__init__(*args, **kwargs)

    def clean_received_on(self) -> date:
        day = self.cleaned_data["received_on"]
        first = timezone.localdate(self.campaign.opens_at)
        last = min(timezone.localdate(self.campaign.closes_at), timezone.localdate())
        if not first <= day <= last:
            raise forms.ValidationError(
                gettext("Applications of this campaign are handed in from %(first)s until %(last)s.")
                % {"first": f"{first:%d/%m/%Y}", "last": f"{last:%d/%m/%Y}"}
            )
        return day
