"""Forms of the regulations: the board's own provisions, the head's decision, who keeps the site running."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from editorial.models import Regulation, Upkeep
from editorial.regulations.composing import articles_from_json, articles_html
from editorial.services.regulations import REVIEW_AFTER

OWN_HELP = _("Each line becomes a numbered clause; a line that begins with a dash is a point below it.")
OWN_LENGTH = 6000


class OwnProvisionsForm(forms.Form):
    """One field for each chapter, and for its English text where there is one; then what is new in this version."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, regulation: Regulation, asks_changes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regulation = regulation
        self.languages = ("", "_en") if regulation.has_english else ("",)
        parts = {part["key"]: part for part in regulation.parts}
        for category in regulation.spec.categories:
            for suffix in self.languages:
                self.fields[f"own{suffix}-{category.key}"] = forms.CharField(
                    label=_("Own provisions in English") if suffix else _("Own provisions"),
                    required=False,
                    max_length=OWN_LENGTH,
                    initial=parts[category.key][f"own{suffix}"],
                    widget=forms.Textarea({"rows": 3, "lang": "en" if suffix else "vi"}),
                    help_text="" if suffix else OWN_HELP,
                )
        if asks_changes:
            self._add_changes()
        self.fields["seen"].initial = regulation.text_hash()

    def _add_changes(self) -> None:
        for suffix in self.languages:
            self.fields[f"changes{suffix}"] = forms.CharField(
                label=_("What is new, in English") if suffix else _("What is new in this version"),
                required=False,
                max_length=2000,
                initial=getattr(self.regulation, f"changes{suffix}"),
                widget=forms.Textarea({"rows": 3}),
                help_text="" if suffix else _("It is published beside the version."),
            )

    def own(self) -> dict[str, dict[str, str]]:
        """Key of the chapter → what was typed."""
        return {
            category.key: {
                f"own{suffix}": self.cleaned_data[f"own{suffix}-{category.key}"] for suffix in self.languages
            }
            for category in self.regulation.spec.categories
        }

    def chapters(self) -> list[dict[str, Any]]:
        """Each chapter with its drafted articles and its fields."""
        parts = {part["key"]: part for part in self.regulation.parts}
        return [
            {
                "category": category,
                "articles": articles_html(articles_from_json(parts[category.key]["articles"])),
                "fields": [self[f"own{suffix}-{category.key}"] for suffix in self.languages],
            }
            for category in self.regulation.spec.categories
        ]

    def change_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("changes", "changes_en") if name in self.fields]


class DecisionForm(forms.Form):
    """What stands on a regulation that the head issues."""

    seen = forms.CharField(widget=forms.HiddenInput)
    symbol = forms.CharField(
        label=_("Number and symbol of the decision"),
        max_length=80,
        help_text=_("For example 15/QĐ-THPTĐC."),
    )
    issued_on = forms.DateField(label=_("Issued on"), widget=AdminDateInput)
    effective_on = forms.DateField(label=_("Effective from"), widget=AdminDateInput)
    review_on = forms.DateField(
        label=_("Review on"),
        widget=AdminDateInput,
        help_text=_("When the board has to read it again; a year later at the latest is usual."),
    )

    def __init__(self, *args: Any, regulation: Regulation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.initial |= {
            "seen": regulation.text_hash(),
            "issued_on": today,
            "effective_on": today,
            "review_on": today + REVIEW_AFTER,
        }


class ReturnForm(forms.Form):
    """Nobody learns from a return without a reason."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea({"rows": 3}))


class ReviewedForm(forms.Form):
    """The next date on which the board reads the regulation."""

    review_on = forms.DateField(label=_("Next review on"), widget=AdminDateInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["review_on"] = timezone.localdate() + REVIEW_AFTER


class UpkeepForm(forms.ModelForm):
    """Who keeps the site and the e-mail running, the plan, the board's own deadlines."""

    class Meta:
        model = Upkeep
        fields = (
            "department",
            "contact",
            "mail_contact",
            "mail_domain",
            "mail_service",
            "meetings",
            "news_days",
            "answer_days",
            "plan",
            "plan_review_on",
            "place",
            "symbol",
        )
        widgets = {"plan": forms.Textarea({"rows": 4}), "plan_review_on": AdminDateInput}
