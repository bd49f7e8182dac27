"""The timers of this package."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

from django.utils.translation import gettext_lazy as _

from network.timers import Timer, register
from privacy.flood import breaks_purge
from privacy.guard.checking import files_read_missing
from privacy.guard.deciding import checks_end_due
from privacy.guard.lookup import lookups_end_due
from privacy.services import purge_expired
from privacy.services.sent import forms_file

FILING_SECONDS = 20.0
"""Other timers of the same worker wait so long."""


def register_all() -> None:
    register(
        Timer(
            "privacy.end_published_lists",
            _("Take down lists whose time on the site is over"),
            timedelta(days=1),
            end_published_lists,
            at=time(0, 20),
        )
    )
    register(
        Timer(
            "privacy.read_files",
            _("Read the files that nobody has read for lists of people yet"),
            timedelta(minutes=10),
            read_files,
        )
    )
    register(
        Timer(
            "privacy.file_sent",
            _("File acknowledged forms"),
            timedelta(seconds=5),
            file_sent,
        )
    )
    register(
        Timer(
            "privacy.purge_expired",
            _("Erase submissions and forms whose time is over"),
            timedelta(days=1),
            purge,
            at=time(2, 20),
        )
    )
    register(
        Timer(
            "privacy.flood_breaks",
            _("Delete old breaks of forms"),
            timedelta(days=1),
            purge_breaks,
            at=time(2, 25),
        )
    )


def file_sent(now: datetime) -> str:
    return str(forms_file(seconds=FILING_SECONDS) or "")


def purge_breaks(now: datetime) -> str:
    return str(breaks_purge(now=now) or "")


def purge(now: datetime) -> str:
    return json.dumps(purge_expired(now=now).as_dict())


def end_published_lists(now: datetime) -> str:
    return json.dumps(checks_end_due(now=now) | {"lookups": lookups_end_due(now=now)})


def read_files(now: datetime) -> str:
    return json.dumps({"read": files_read_missing()})
