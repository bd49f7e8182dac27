"""What officers enter about an application."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.day_field import DayField
from enrolment.choices import ApplicationState
from enrolment.models import Wish
from enrolment.processing.checking import Facts

LONGEST = 3000


def text_field(label, help_text, *, rows: int = 4, required: bool = True, most: int = LONGEST):
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=required,
        widget=forms.Textarea({"rows": rows}),
    )


class EvidenceForm(forms.Form):
    """What is missing, and until when."""

    text = text_field(
        _("What the applicant is to send"),
        _(
            "Example: the copy of the household confirmation cannot be read. Please send a clear picture of both pages."
        ),
    )
    due_on = DayField(
        label=pgettext_lazy("evidence", "Until"),
        help_text=_("Day, month, year, for example 25/06/2026. Five working days are proposed."),
    )


class AcceptForm(forms.Form):
    """Something to say beside “valid”."""

    text = text_field(
        _("Note for the applicant"),
        _("May stay empty. Example: please bring the original of the birth certificate on the first day."),
        required=False,
        rows=2,
    )


class ReopenForm(forms.Form):
    text = text_field(
        _("Why it is checked again"),
        _("The applicant reads it. Example: your new evidence came by post."),
        rows=2,
    )


class ReadmitForm(forms.Form):
    """Why a place that lapsed is given back."""

    text = text_field(
        _("Reason, as the applicant reads it"),
        _("Example: your paper with the confirmation lay at the school in time and was not entered."),
        rows=3,
    )


class ReturnForm(forms.Form):
    reason = text_field(
        pgettext_lazy("decision", "Why it is returned"),
        _("For the officers only. Example: the second page of the evidence was not looked at."),
        rows=2,
    )


class ProposalForm(forms.Form):
    """A decision for a second person."""

    to = forms.ChoiceField(label=pgettext_lazy("application", "Decision"), widget=forms.RadioSelect)
    position = forms.TypedChoiceField(
        label=_("Admitted directly to"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Only wishes for which the rules admit before all others."),
    )
    text = text_field(
        _("Reason, as the applicant reads it"),
        _("Example: the child was born in 2021, and this campaign is for children born in 2020."),
    )

    def __init__(
        self, *args: Any, proposals: Sequence[str], wishes: Sequence[tuple[Wish, str]], **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(one, ApplicationState(one).label) for one in proposals]
        if len(proposals) == 1:
            self.fields["to"].initial = proposals[0]
        if ApplicationState.ADMITTED in proposals:
            self.fields["position"].choices = [("", "–"), *((w.position, label) for w, label in wishes)]
        else:
            del self.fields["position"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("to") == ApplicationState.ADMITTED and not data.get("position"):
            self.add_error("position", gettext("Choose the wish to which the child is admitted."))
        return data


class FactsForm(forms.Form):
    """The facts of each wish, as the evidence shows them."""

    reason = text_field(
        _("Why it is changed"),
        _("The applicant reads it. Example: the address lies in commune Đồi Chè, which is in group 2."),
        rows=2,
        required=False,
    )

    def __init__(self, *args: Any, wishes: Sequence[Wish], labels: dict[int, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.wishes, self.labels = list(wishes), labels
        for wish in self.wishes:
            n = wish.position
            self.fields[f"catchment_{n}"] = forms.IntegerField(
                label=_("Catchment group"),
                initial=wish.catchment,
                min_value=0,
                max_value=9,
                help_text=_("0: outside of the catchment area."),
            )
            self.fields[f"points_{n}"] = forms.DecimalField(
                label=_("Points added"),
                initial=wish.points,
                min_value=0,
                max_digits=4,
                decimal_places=2,
                localize=True,
                help_text=_("For example 1.50."),
            )
            self.fields[f"first_{n}"] = forms.BooleanField(
                label=_("Admitted before all others"),
                initial=wish.is_first,
                required=False,
                help_text=_("Direct admission, with the evidence that the rules name."),
            )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """A wish each, with its fields."""
        return [
            {
                "wish": wish,
                "label": self.labels.get(wish.position, wish.track),
                "fields": [self[f"{name}_{wish.position}"] for name in ("catchment", "points", "first")],
            }
            for wish in self.wishes
        ]

    @property
    def facts(self) -> dict[int, Facts]:
        data = self.cleaned_data
        return {
            wish.position: Facts(
                data[f"catchment_{wish.position}"],
                data[f"first_{wish.position}"],
                Decimal(data[f"points_{wish.position}"]),
            )
            for wish in self.wishes
        }


class HandOnForm(forms.Form):
    person = forms.ChoiceField(
        label=_("Give to"),
        required=False,
        help_text=_("Empty: nobody has it in hand, whoever asks for the next one gets it."),
    )

    def __init__(self, *args: Any, people: Sequence[Any], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.people = {str(one.pk): one for one in people}
        names = [(key, one.get_full_name() or one.username) for key, one in self.people.items()]
        self.fields["person"].choices = [("", "–"), *names]

    @property
    def chosen(self):
        return self.people.get(self.cleaned_data["person"])
