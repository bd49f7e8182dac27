"""Forms of the board: accepting an invitation, withdrawing a page, setting the chain."""

from __future__ import annotations

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.utils.translation import gettext_lazy as _

PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class YesForm(forms.Form):
    """Nothing to ask: the person only says yes."""


class NewAccountForm(forms.Form):
    """Name and password of a new member of the board. A Vietnamese name is written family name first."""

    first_name = forms.CharField(
        label=_("Family and middle names"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    last_name = forms.CharField(
        label=_("Given name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    password = forms.CharField(label=_("Password"), strip=False, widget=PASSWORD)
    password_again = forms.CharField(label=_("Password again"), strip=False, widget=PASSWORD)

    def __init__(self, data=None, *, email: str):
        super().__init__(data)
        self.email = email
        self.fields["password"].help_text = " ".join(password_validation.password_validators_help_texts())

    def clean(self):
        cleaned = super().clean()
        password, again = cleaned.get("password"), cleaned.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", _("The two passwords are not the same."))
        if password:
            user = get_user_model()(
                username=self.email,
                email=self.email,
                first_name=cleaned.get("first_name", ""),
                last_name=cleaned.get("last_name", ""),
            )
            try:
                password_validation.validate_password(password, user)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return cleaned


class WithdrawForm(forms.Form):
    """The reason stands in the record that inspectors read."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is kept in the record of publications."),
    )


class AtOnceForm(forms.Form):
    """Why it could not wait; it stands in the record that inspectors read."""

    reason = forms.CharField(
        label=_("Why it cannot wait"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For example “Nước lũ tràn đường đến trường lúc 5 giờ sáng; học sinh phải nghỉ ngay hôm nay”."
        ),
    )


class ProposeForm(forms.Form):
    """The reason is read by the chief editor, who decides."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The chief editor reads it and decides. It is kept in the record of publications."),
    )


class AnswerForm(forms.Form):
    """The chief editor's decision on a proposal."""

    ACCEPT, REFUSE = "accept", "refuse"

    decision = forms.ChoiceField(
        label=_("Decision"),
        choices=[
            (ACCEPT, _("Withdraw the page for this reason")),
            (REFUSE, _("Leave the page on the site")),
        ],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Why it stays"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Required where the page stays on the site."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("decision") == self.REFUSE and not cleaned.get("answer", "").strip():
            self.add_error("answer", _("Give the reason for which the proposal is refused."))
        return cleaned


class ChainSettingsForm(forms.Form):
    """How the chain runs on one site. What the law asks cannot be switched off, so it is no field."""

    with_editor = forms.TypedChoiceField(
        label=_("Steps before the chief editor"),
        choices=[
            ("yes", _("An editor appraises, then the chief editor approves")),
            ("no", _("The chief editor approves at once")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    head_sections = forms.MultipleChoiceField(
        label=_("Sections that the head approves as well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "After the chief editor, the head of the institution approves each page of these sections."
        ),
    )

    def __init__(self, *args, sections, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["head_sections"].choices = sections
