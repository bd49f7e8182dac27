"""The forms of sign-in in our own words; codes are compared here, so that one works once."""

from __future__ import annotations

from allauth.account import forms as account_forms
from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as code_forms
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from edusite.sign_in import letters, secrets
from edusite.sign_in.backend import account_of
from edusite.sign_in.lockout import code_failed, is_locked

NOT_THE_SAME = _("The two passwords are not the same.")
LOCKED = _("Too many failed attempts. Try again later.")


class LoginForm(account_forms.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or e-mail")
        self.fields["login"].max_length = 254
        self.fields["login"].widget = forms.TextInput(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "maxlength": 254}
        )
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["password"].widget.attrs["maxlength"] = 1000

    def clean_password(self):
        password = self.cleaned_data["password"]
        if len(password) > 1000:
            # The hasher takes its time for each byte of what is typed.
            raise ValidationError(_("This is too long for a password."))
        return password


class _NewPasswordMixin:
    """Two fields for a new password, in our own words."""

    def _arrange(self) -> None:
        first, second = self.fields["password1"], self.fields["password2"]
        first.label, second.label = _("New password"), _("New password again")
        first.help_text = " ".join(password_validation.password_validators_help_texts())
        for field in (first, second):
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["autocomplete"] = "new-password"

    def clean(self):
        cleaned = forms.Form.clean(self)
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", NOT_THE_SAME)
        return cleaned


class ChangePasswordForm(_NewPasswordMixin, account_forms.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Password that you have now")
        self.fields["oldpassword"].widget.attrs.pop("placeholder", None)
        self._arrange()

    def clean_oldpassword(self):
        if is_locked(context.request, self.user):
            raise ValidationError(LOCKED)
        try:
            return super().clean_oldpassword()
        except ValidationError:
            code_failed(context.request, self.user)
            raise


class NewPasswordForm(_NewPasswordMixin, account_forms.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._arrange()


class PasswordAgainForm(account_forms.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)


class ResetPasswordForm(forms.Form):
    """Asks for a letter with a link. One row goes into the queue whether the account exists or not."""

    email = forms.CharField(
        label=_("User name or e-mail"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def save(self, request, **kwargs) -> str:
        account = account_of(self.cleaned_data["email"])
        letters.password_reset_queue(
            user=account if account and account.is_active else None, host=request.get_host()
        )
        return self.cleaned_data["email"]


def _code_field() -> forms.CharField:
    return forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false", "maxlength": 20}
        ),
    )


class _OneTimeCodeMixin:
    """A code from the app counts once: the row keeps the last time step that was used, because the cache in
    which allauth keeps it may forget. A recovery code counts once as allauth has it."""

    def clean_code(self) -> str:
        if is_locked(context.request, self.user):
            raise ValidationError(LOCKED)
        code = "".join(self.cleaned_data["code"].split())
        with secrets.secrets_of(self.user.pk), transaction.atomic():
            rows = Authenticator.objects.select_for_update().filter(user=self.user)
            for row in rows.exclude(type=Authenticator.Type.WEBAUTHN).order_by("-type"):
                is_totp = row.type == Authenticator.Type.TOTP
                if _use_totp(row, code) if is_totp else row.wrap().validate_code(code):
                    row.refresh_from_db()
                    row.user = self.user
                    self.authenticator = row
                    return code
        code_failed(context.request, self.user)
        raise get_adapter().validation_error("incorrect_code")


def _use_totp(row: Authenticator, code: str) -> bool:
    """Whether the code is right and of a later time step than any that was used; if so it is used now."""
    step = totp_step(secrets.unseal(row.data["secret"]), code)
    if step is None or step <= row.data.get("last_step", 0):
        return False
    row.data["last_step"] = step
    row.save(update_fields=["data"])
    return True


def totp_step(secret: str, code: str) -> int | None:
    """The time step of 30 seconds to which a code belongs, of those that are accepted now."""
    for step in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, step))
        if compare_user_code(actual=code, expected=expected):
            return step
    return None


class CodeForm(_OneTimeCodeMixin, code_forms.AuthenticateForm):
    code = _code_field()


class CodeAgainForm(_OneTimeCodeMixin, code_forms.ReauthenticateForm):
    code = _code_field()


class EnrolForm(totp_forms.ActivateTOTPForm):
    """The secret waits sealed in the session until its first code is typed."""

    code = _code_field()

    def __init__(self, *args, **kwargs):
        self.user = kwargs.pop("user")
        forms.Form.__init__(self, *args, **kwargs)
        session = context.request.session
        with secrets.secrets_of(self.user.pk):
            waiting = session.get(totp.SECRET_SESSION_KEY)
            if waiting is None:
                waiting = session[totp.SECRET_SESSION_KEY] = secrets.seal(totp.generate_totp_secret())
            self.secret = secrets.unseal(waiting)

    def clean_code(self) -> str:
        if is_locked(context.request, self.user):
            raise ValidationError(LOCKED)
        code = "".join(self.cleaned_data["code"].split())
        self.step = totp_step(self.secret, code)
        if self.step is None:
            code_failed(context.request, self.user)
            raise get_adapter().validation_error("incorrect_code")
        return code

    @property
    def spaced_secret(self) -> str:
        """The secret in groups of four, for typing."""
        return " ".join(self.secret[i : i + 4] for i in range(0, len(self.secret), 4))


class AddPasskeyForm(webauthn_forms.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
        self.fields["name"].max_length = 60
        self.fields["name"].help_text = _("By which you recognise it, for example “Điện thoại của tôi”.")
        self.initial["name"] = ""


class EditPasskeyForm(webauthn_forms.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the key")
