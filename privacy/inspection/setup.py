"""What inspection and retention tell the packages below when the application starts."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from network.health import Level, register_check
from network.timers import Timer, register
from privacy.inspection import letters
from privacy.models import DeletionRecord
from privacy.retention.selectors import overdue_everywhere
from privacy.services.activities import on_activity_change
from privacy.services.assessments import acknowledgements_purge, activity_changed, assessments_due
from privacy.services.incidents import incidents_purge
from privacy.services.retention.replay import is_behind


def install() -> None:
    """Called once, by the app's ``ready()``."""
    letters.register()
    on_activity_change(activity_changed)
    register_check("retention", pgettext_lazy("health", "End of personal information"), retention_check)
    register(
        Timer(
            "privacy.inspection",
            gettext_lazy("Make assessments due, forget old incidents"),
            timedelta(days=1),
            inspect,
            at=time(3, 10),
        )
    )


def inspect(now: datetime) -> str:
    """Timer: counts only."""
    return json.dumps(
        {
            "due": assessments_due(now=now),
            "incidents": incidents_purge(now=now),
            "acknowledgements": acknowledgements_purge(now=now),
        }
    )


def retention_check(now: datetime) -> tuple:
    """Nothing is overdue, every deletion stands outside the database, and no older copy came back."""
    overdue = overdue_everywhere(now)
    unlogged = DeletionRecord.objects.filter(logged_at=None).count()
    behind = is_behind()
    numbers = {"overdue": overdue, "not_logged": unlogged, "behind": int(behind)}
    if behind:
        return Level.FAIL, _("An older copy was restored: run `manage.py replay_deletions`."), numbers
    if overdue:
        words = ngettext("%(count)s submission is overdue.", "%(count)s submissions are overdue.", overdue)
        return Level.FAIL, words % {"count": overdue}, numbers
    if unlogged:
        words = ngettext(
            "%(count)s deletion is not in the log outside the database yet (%(setting)s).",
            "%(count)s deletions are not in the log outside the database yet (%(setting)s).",
            unlogged,
        )
        return (
            Level.WARN,
            words % {"count": unlogged, "setting": "EDUSITE_DELETION_LOG"},
            numbers,
        )
    return Level.OK, _("Nothing is overdue."), numbers
