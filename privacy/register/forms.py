"""The forms of the register's screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from common.text import slug
from network.models import Institution
from privacy.choices import LegalBasis
from privacy.duties import candidates_of
from privacy.forms.fields import SafeFileField
from privacy.models import Notice, ProcessingActivity, Processor, Purpose, Recipient, TransferAgreement
from privacy.models.purposes import LONGEST_DAYS
from privacy.services.notices import ANNOUNCED_DAYS, LONGEST_ANNOUNCEMENT

EMPTY_PURPOSES = 1
MOST_PURPOSES = 30


WRITTEN_ELSEWHERE = frozenset({"code", "fields"})
"""Parts of an activity that come from its form."""


def say_english(form: forms.BaseForm) -> None:
    """What is written in English says so to screen readers and spell checkers."""
    for name, field in form.fields.items():
        if name.endswith("_en"):
            field.widget.attrs["lang"] = "en"


class ActivityForm(forms.ModelForm):
    """What an activity says beside its purposes."""

    class Meta:
        model = ProcessingActivity
        fields = [name for name in ProcessingActivity.DESCRIBED if name not in WRITTEN_ELSEWHERE]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "description_en": forms.Textarea(attrs={"rows": 3}),
            "measures": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_english(self)

    def _post_clean(self):
        """The service writes; the row in hand stays as it was read."""

    def content(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


class PurposeRowForm(forms.ModelForm):
    """One purpose of an activity; a row without words is left out."""

    code = forms.SlugField(required=False, widget=forms.HiddenInput, max_length=40)
    remove = forms.BooleanField(label=_("Take this purpose out of use"), required=False)

    class Meta:
        model = Purpose
        fields = [
            "text",
            "text_en",
            "legal_basis",
            "citation",
            "retention_days",
            "retention_starts",
            "at_end",
            "is_optional",
            "is_sensitive",
            "is_publication",
            "recipients",
        ]
        widgets = {"recipients": forms.CheckboxSelectMultiple}

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        say_english(self)
        self.fields["recipients"].queryset = Recipient.objects.filter(institution=institution, is_active=True)
        self.fields["recipients"].help_text = _("Each person decides for each of them, on a page of its own.")
        self.fields["retention_days"].widget.attrs |= {"min": 1, "max": LONGEST_DAYS}
        if not self.initial.get("code"):
            del self.fields["remove"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("legal_basis") == LegalBasis.LAW and not cleaned.get("citation"):
            self.add_error("citation", _("A duty under the law names its article."))
        return cleaned

    def _post_clean(self):
        """A row is data for the service, which builds and checks the purpose."""

    def row(self) -> dict[str, Any]:
        values = {name: self.cleaned_data[name] for name in self._meta.fields if name != "recipients"}
        chosen = sorted(recipient.pk for recipient in self.cleaned_data["recipients"])
        return values | {"code": self.cleaned_data.get("code") or "", "recipients": chosen}


class BasePurposeFormSet(BaseFormSet):
    def rows(self, known: set[str]) -> list[dict[str, Any]]:
        """The purposes that stay, each with a code of its own."""
        rows: list[dict[str, Any]] = []
        for form in self.forms:
            if form.has_changed() or form.initial.get("code"):
                if form.cleaned_data.get("remove"):
                    continue
                row = form.row()
                row["code"] = (
                    row["code"]
                    if row["code"] in known
                    else free_code(row["text"], {r["code"] for r in rows} | known)
                )
                rows.append(row)
        return rows


def free_code(text: str, taken: set[str], length: int = 40) -> str:
    """A code from words that is not taken."""
    base = slug(text, max_length=length - 4, fallback="muc-dich")
    code, number = base, 2
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    return code


def purpose_formset(institution: Institution, content: Mapping[str, Any], data=None, *, more: int = 0):
    """The purposes of a content as a formset, with an empty row behind them."""
    rows = [dict(row) for row in content.get("purposes", ())]
    extra = max(EMPTY_PURPOSES + more, 0 if rows else 1)
    made = formset_factory(
        PurposeRowForm, formset=BasePurposeFormSet, extra=extra, max_num=MOST_PURPOSES, absolute_max=40
    )
    return made(data, initial=rows, prefix="purpose", form_kwargs={"institution": institution})


class RecipientForm(forms.ModelForm):
    class Meta:
        model = Recipient
        fields = ["name", "name_en", "kind", "what_for", "what_for_en"]


class _AgreementForm(forms.ModelForm):
    paper = SafeFileField(
        label=_("scan of the signed paper"),
        required=False,
        help_text=_(
            "PDF or picture, at most 10 MB, for example hop-dong-05.pdf. It is kept sealed and is never public; a further "
            "one is added to those that are there."
        ),
    )

    def clean(self):
        cleaned = super().clean()
        signed, until = cleaned.get("signed_on"), cleaned.get("valid_to")
        if signed and until and until < signed:
            self.add_error("valid_to", _("The last day lies before the day of signing."))
        return cleaned


class TransferForm(_AgreementForm):
    """An agreement with its seven contents; none may be left out."""

    class Meta:
        model = TransferAgreement
        fields = [
            "recipient",
            "number",
            "signed_on",
            "valid_to",
            *TransferAgreement.CONTENTS,
            "is_sensitive",
            "is_encrypted",
            "kept_at",
        ]
        widgets = {
            "signed_on": AdminDateInput,
            "valid_to": AdminDateInput,
            **{name: forms.Textarea(attrs={"rows": 3}) for name in TransferAgreement.CONTENTS},
        }

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["recipient"].queryset = Recipient.objects.filter(institution=institution)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("is_sensitive") and not cleaned.get("is_encrypted"):
            self.add_error(
                "is_encrypted",
                _("Sensitive information is encrypted or made anonymous before it is transferred."),
            )
        return cleaned


class ProcessorForm(_AgreementForm):
    class Meta:
        model = Processor
        fields = [
            "name",
            "name_en",
            "what_for",
            "what_for_en",
            "contact",
            "number",
            "signed_on",
            "valid_to",
            "commitments",
            "subprocessors",
            "leaves_country",
            "activities",
            "kept_at",
        ]
        widgets = {
            "signed_on": AdminDateInput,
            "valid_to": AdminDateInput,
            "activities": forms.CheckboxSelectMultiple,
            "commitments": forms.Textarea(attrs={"rows": 4}),
            "subprocessors": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["activities"].queryset = ProcessingActivity.objects.filter(institution=institution)


class OfficerForm(forms.Form):
    person = forms.ModelChoiceField(queryset=None, label=_("person"), empty_label=None)
    decision = forms.CharField(
        label=_("decision of appointment"), max_length=255, help_text=_("Number and date of the decision.")
    )
    appointed_on = forms.DateField(label=_("appointed on"), widget=AdminDateInput)
    ends_on = forms.DateField(label=_("until"), required=False, widget=AdminDateInput)
    is_qualified = forms.BooleanField(
        label=_("The person meets the conditions of decree 356/2025, article 13"),
        help_text=_("College degree or higher, two years of experience in the field, trained."),
    )

    def __init__(self, *args, institution: Institution, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = candidates_of(institution)
        self.fields["person"].label_from_instance = lambda user: user.get_full_name() or user.get_username()

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("appointed_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The last day lies before the appointment."))
        return cleaned


class OfficerEndForm(forms.Form):
    ends_on = forms.DateField(label=_("last day"), widget=AdminDateInput)


class NoticeForm(forms.ModelForm):
    """A draft of the notice."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Notice
        fields = [
            "title",
            "summary",
            "body",
            "changes",
            "title_en",
            "summary_en",
            "body_en",
            "changes_en",
            "covers_members",
        ]
        widgets = {
            "changes": forms.Textarea(attrs={"rows": 3}),
            "changes_en": forms.Textarea(attrs={"rows": 3}),
            "summary": forms.Textarea(attrs={"rows": 3}),
            "summary_en": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, asks_changes: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        say_english(self)
        if not asks_changes:
            del self.fields["changes"], self.fields["changes_en"]
        if not self.instance.institution.is_authority or self.instance.is_addition:
            del self.fields["covers_members"]
        self.initial["seen"] = self.instance.sha256

    def _post_clean(self):
        """The service writes; the row in hand stays as it was read."""

    def values(self) -> dict[str, str | bool]:
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @property
    def vietnamese_fields(self):
        return [self[name] for name in self.fields if not name.endswith("_en") and name != "seen"]

    @property
    def english_fields(self):
        return [self[name] for name in self.fields if name.endswith("_en")]


class NoticeDecisionForm(forms.Form):
    """The approver's decision on a notice."""

    seen = forms.CharField(widget=forms.HiddenInput)
    in_force_from = forms.DateField(label=_("in force from"), widget=AdminDateInput)
    announced_days = forms.IntegerField(
        label=_("announce the change on the site for days"),
        initial=ANNOUNCED_DAYS,
        min_value=0,
        max_value=LONGEST_ANNOUNCEMENT,
        help_text=_("Counted from the day it comes into force; each page says so until then."),
    )

    def __init__(self, *args, notice: Notice, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen", notice.sha256)
        self.initial.setdefault("in_force_from", timezone.localdate())


class ReturnForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


def add_errors(form: forms.Form, error: ValidationError) -> None:
    """Put what a service refused beside its fields, what has no field above the form."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {"__all__": error.messages}
    for name, words in by_field.items():
        form.add_error(name if name in form.fields else None, words)
