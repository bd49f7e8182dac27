"""The questions of the feedback form, and the forms of its desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass
from feedback.choices import CHOSEN_STATES, TRANSITIONS, CaseState, FeedbackKind
from privacy.choices import LookupKind, Necessity
from privacy.exports import ExportFormat
from privacy.forms import FieldStatement, PurposeForm, QuestionForm, SafeFileField

HANDLE, CONTACT = "handle", "contact"


class FeedbackForm(QuestionForm):
    """Only the message is required: people may write without a name (W4.2)."""

    title = _("Your message")
    statements = {
        "kind": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.SERVICE, purposes=(HANDLE,)
        ),
        "subject": FieldStatement(
            data_class=DataClass.PRIVATE, necessity=Necessity.SERVICE, purposes=(HANDLE,)
        ),
        "message": FieldStatement(
            data_class=DataClass.PRIVATE, necessity=Necessity.SERVICE, purposes=(HANDLE,)
        ),
        "name": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(HANDLE, CONTACT)
        ),
        "attachment": FieldStatement(
            data_class=DataClass.PRIVATE, necessity=Necessity.OPTIONAL, purposes=(HANDLE,)
        ),
        "wants_answer": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.OPTIONAL, purposes=(HANDLE, CONTACT)
        ),
        "email": FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.OPTIONAL,
            purposes=(CONTACT,),
            lookup=LookupKind.EMAIL,
        ),
        "phone": FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.OPTIONAL,
            purposes=(CONTACT,),
            lookup=LookupKind.PHONE,
        ),
    }

    kind = forms.ChoiceField(
        label=_("What is it about?"), choices=FeedbackKind.choices, widget=forms.RadioSelect
    )
    subject = forms.CharField(
        label=_("Subject"),
        max_length=200,
        help_text=_("In a few words, for example: the school gate in the rain"),
    )
    message = forms.CharField(
        label=_("Message"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Please name no other people unless it is necessary."),
    )
    attachment = SafeFileField(label=_("Photo or PDF"), kinds=("pdf", "image"), required=False)
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    wants_answer = forms.BooleanField(
        label=_("I would like an answer by e-mail or telephone (optional)"), required=False
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = forms.RegexField(
        r"^\+?[0-9][0-9 .()-]{5,24}$",
        label=_("Telephone"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _("Write the number with digits, for example 0912 345 678.")},
    )

    def clean(self):
        cleaned = super().clean()
        silent = not cleaned.get("email") and not cleaned.get("phone")
        if cleaned.get("wants_answer") and silent and not {"email", "phone"} & set(self.errors):
            self.add_error(
                "email", _("Write an e-mail address or a telephone number so that we can answer you.")
            )
        return cleaned


class ExportForm(PurposeForm):
    """For what the feedback of an institution is exported, and as what."""

    fmt = forms.ChoiceField(label=_("Format"), choices=ExportFormat.choices, required=False)

    def clean_fmt(self) -> str:
        return self.cleaned_data["fmt"] or ExportFormat.XLSX


class CaseForm(PurposeForm):
    """The next state and the board's own note."""

    state = forms.ChoiceField(label=_("State"), choices=())
    note = forms.CharField(
        label=_("Internal note"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stored encrypted; the public does not see it."),
    )

    def __init__(self, *args, state: str, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = {state, *(TRANSITIONS[state] & CHOSEN_STATES)}
        self.fields["state"].choices = [c for c in CaseState.choices if c[0] in allowed]
        self.fields["purpose"].widget = forms.HiddenInput()
