"""The criterion of English: introduction, contact, online services and procedures for foreigners (W8.15)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessment.choices import State
from assessment.criteria import Criterion, Finding, SiteFacts, register
from sections.catalogue import clause
from sections.english.choices import Standing

KEY = "W8.15"
ALL_THERE = _("All pages that foreigners need are there in English and up to date.")
NONE_THERE = _("Nothing that foreigners need was put into English yet.")
ON_SITE = (Standing.COMPLETE, Standing.OUTDATED)
"""Surely on the site; a machine draft, a draft and what is with the board may be."""


def assess_english(criterion: Criterion, facts: SiteFacts) -> Finding:
    """Met where all is there and up to date, missing where nothing is; otherwise partly, with the numbers."""
    total = sum(facts.english.values())
    complete = facts.english.get(Standing.COMPLETE, 0)
    if not any(facts.english.get(standing) for standing in ON_SITE):
        return Finding(criterion, State.MISSING, NONE_THERE)
    if complete == total:
        return Finding(criterion, State.MET, ALL_THERE)
    outdated = facts.english.get(Standing.OUTDATED, 0)
    reason = ngettext(
        "Of %(total)s page that foreigners need %(complete)s is up to date in English; %(outdated)s is outdated.",
        "Of %(total)s pages that foreigners need %(complete)s are up to date in English; %(outdated)s are outdated.",
        total,
    )
    return Finding(
        criterion, State.PARTLY, reason % {"total": total, "complete": complete, "outdated": outdated}
    )


def register_all() -> None:
    """Called by the app's ``ready()``."""
    register(Criterion(KEY, clause(KEY).binds, assess_english))
