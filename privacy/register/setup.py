"""What the register announces to the rest when the application starts."""

from __future__ import annotations

from datetime import time, timedelta

from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from privacy.models import Incident, Notice
from privacy.register import announcements, letters
from privacy.services import agreements_remind, register_purge


def install() -> None:
    """Called by the app's ``ready()``."""
    letters.register()
    post_save.connect(announcements.forget, sender=Notice, dispatch_uid="privacy.announcements")
    post_save.connect(announcements.forget_incident, sender=Incident, dispatch_uid="privacy.announcements")
    register(
        Timer(
            "privacy.agreements",
            _("Remind of agreements on personal information that run out"),
            timedelta(days=1),
            agreements_remind,
            at=time(6, 40),
        )
    )
    register(
        Timer(
            "privacy.register",
            _("Remove what the register of personal information no longer keeps"),
            timedelta(days=7),
            register_purge,
            at=time(2, 50),
        )
    )
