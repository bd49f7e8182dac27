"""The editor's forms of campaigns and notices: what is known is filled in, what may not change any more is said at its field."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enrolment.campaigns.rules import campaign_faults, notice_faults
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.models import CampaignPage
from network.selectors import institution_for_page
from sections.entry_forms import InstitutionEntryForm

NO_CAMPAIGN = _("— no campaign: children apply at the school itself —")
YEAR_MISSING = _("Write the school year, for example 2026-2027, or choose a campaign.")


def coming_year(day: date) -> str:
    """The school year for which children apply on a day: until August the one that begins in this year."""
    first = day.year if day.month < 9 else day.year + 1
    return f"{first}-{first + 1}"


class RowsForm(InstitutionEntryForm):
    """A form that judges its rows as they were sent, not as they are stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        page = kwargs.get("instance")
        if page is not None and page.pk is None and not page.school_year:
            page.school_year = coming_year(timezone.localdate())
        super().__init__(*args, **kwargs)

    def rows(self, name: str) -> list:
        """The rows of a relation as they will be once this form is saved; those that were left empty are none."""
        formset = self.formsets.get(name)
        if formset is None:
            return list(getattr(self.instance, name).all())
        deleted = formset.deleted_forms if formset.is_bound else []
        return [
            form.instance
            for form in formset.forms
            if form not in deleted and (form.instance.pk or form.has_changed())
        ]

    def row_faults(self) -> list[str]:
        raise NotImplementedError

    def _post_clean(self) -> None:
        self.instance.rows_in_form = True
        try:
            super()._post_clean()
        finally:
            del self.instance.rows_in_form

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_bound and all(formset.is_valid() for formset in self.formsets.values()):
            for text in self.row_faults():
                if text not in self.non_field_errors():
                    self.add_error(None, text)
        return valid and not self.errors


class CampaignForm(RowsForm):
    """A campaign that is open keeps its frame."""

    def row_faults(self) -> list[str]:
        found = campaign_faults(self.instance, phases=self.rows("phases"), priorities=self.rows("priorities"))
        return found.get("__all__", [])


class CampaignChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: CampaignPage) -> str:
        return f"{obj.title} ({obj.school_year})"


class NoticeForm(RowsForm):
    """A notice names a campaign of the school or of an authority above it; grade and school year are then the campaign's."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "campaign" in self.fields:
            self._offer_campaigns()
        if "school_year" in self.fields:
            self.fields["school_year"].required = False

    def _offer_campaigns(self) -> None:
        before = self.fields["campaign"]
        place = self.instance if self.instance.path else self.parent_page
        school = institution_for_page(place) if place is not None else None
        offered = campaigns_offered_to(school) if school else CampaignPage.objects.none()
        if self.instance.campaign_id:
            offered = CampaignPage.objects.filter(
                pk__in=[*offered.values_list("pk", flat=True), self.instance.campaign_id]
            )
        field = CampaignChoice(
            queryset=offered,
            required=False,
            label=before.label,
            help_text=before.help_text,
            empty_label=NO_CAMPAIGN,
        )
        self.fields["campaign"] = field
        self.initial.setdefault("campaign", self.instance.campaign_id)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        campaign = cleaned.get("campaign")
        if campaign is not None:
            cleaned["grade"], cleaned["school_year"] = campaign.grade, campaign.school_year
        elif not cleaned.get("school_year") and "school_year" not in self.errors and not self.is_draft:
            self.add_error("school_year", YEAR_MISSING)
        return cleaned

    def row_faults(self) -> list[str]:
        return notice_faults(self.instance, tracks=self.rows("tracks"))
