"""What is known of an account beside Django's own record: its open sessions, and why it is disabled."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass, PersonalData


class DisabledReason(models.TextChoices):
    """Why an account cannot sign in."""

    IDLE = "idle", _("Not used for a long time")
    NO_BOARD = "no_board", _("On no board any more")


class AccountSession(models.Model):
    """One browser in which a person is signed in. It names no network address; the sign-in log does."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "browser": DataClass.PERSONAL},
        purpose=_("To show people where they are signed in, and to end sessions that are not theirs."),
        retention=_("Until the session ends: 12 hours at the most."),
    )

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(_("browser"), max_length=80, blank=True)
    created_at = models.DateTimeField(_("signed in"), default=timezone.now)
    seen_at = models.DateTimeField(_("last used"), default=timezone.now)

    class Meta:
        verbose_name = _("open session")
        verbose_name_plural = _("open sessions")
        ordering = ["-seen_at"]

    def __str__(self) -> str:
        return f"{self.browser} {timezone.localtime(self.created_at):%Y-%m-%d %H:%M}"


class AccountState(models.Model):
    """Why an account was disabled, and the letter that came before. Enabled again, the clock starts anew."""

    personal_data = PersonalData(
        fields={"user": DataClass.PERSONAL, "disabled_reason": DataClass.PERSONAL},
        purpose=_("To disable accounts that nobody uses, after a letter."),
        retention=_("As long as the account exists."),
    )

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="account_state"
    )
    disabled_at = models.DateTimeField(_("disabled"), null=True)
    disabled_reason = models.CharField(
        _("reason"), max_length=8, choices=DisabledReason.choices, blank=True, default=""
    )
    warned_at = models.DateTimeField(null=True)
    enabled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("state of an account")
        verbose_name_plural = _("states of accounts")

    def __str__(self) -> str:
        return self.get_disabled_reason_display() or "–"
