"""Forms of the board: accepting an invitation, withdrawing a page."""

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
