"""How django-allauth behaves here: nobody signs up, no e-mail says who has an account, secrets are sealed."""

from __future__ import annotations

import time

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from edusite.sign_in import secrets
from edusite.sign_in.required import second_factor_required
from privacy.throttle import client_address

WRONG = _("The user name or the password is not right.")
WRONG_CODE = _("The code is not right, has been used, or has expired. Type the one that is shown now.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "email_password_mismatch": WRONG,
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "enter_current_password": _("Type the password that you have now."),
        "incorrect_password": _("The password is not right."),
        "incorrect_code": WRONG_CODE,
        "invalid_password_reset": _("This link does not work any more."),
        "too_many_login_attempts": _("Too many failed attempts. Try again later."),
        "rate_limited": _("Too many attempts in a short time. Wait a minute."),
    }

    def is_open_for_signup(self, request) -> bool:
        """Accounts are made by invitations only."""
        return False

    def get_client_ip(self, request) -> str:
        return client_address(request) or "0.0.0.0"  # noqa: S104 the unknown address, nothing is bound

    def is_safe_url(self, url: str) -> bool:
        """Back to this host only: an address of another institution's site is another origin."""
        return url_has_allowed_host_and_scheme(
            url, {self.request.get_host()}, require_https=self.request.is_secure()
        )

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who signed in within the last minutes is not asked for the password again."""
        began = self.request.session.get("edusite_began", 0)
        if time.time() - began < account_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return super().is_reauthentication_required(app=app)

    def get_password_change_redirect_url(self, request) -> str:
        return "/tai-khoan/"

    def add_message(self, request, level, message_template=None, *args, message=None, **kwargs) -> None:
        """allauth has no Vietnamese; what is worth saying is said by our own signals and pages."""
        if message:
            super().add_message(request, level, message=message)

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Nothing is sent from here: letters leave through the queue (``edusite.sign_in.letters``)."""

    def send_notification_mail(self, *args, **kwargs) -> None:
        """As ``send_mail``."""


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_delete_authenticator": _("Your role needs a second factor: it cannot be switched off."),
        "cannot_generate_recovery_codes": _("Recovery codes go with a second factor: set one up first."),
    }

    def encrypt(self, text: str) -> str:
        return secrets.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return secrets.unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def get_totp_label(self, user) -> str:
        return user.get_username()

    def can_delete_authenticator(self, authenticator) -> bool:
        return authenticator.type != authenticator.Type.TOTP or not second_factor_required(authenticator.user)

    def send_notification_mail(self, *args, **kwargs) -> None:
        """Letters leave through the queue (``edusite.sign_in.letters``)."""
