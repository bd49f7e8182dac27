"""The criterion of public disclosure: what is asked for is on the site by its day (W8.5, W9.7)."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import ngettext

from assessment.choices import State
from assessment.criteria import Criterion, Finding, SiteFacts, assess_section, hidden, register
from sections.catalogue import clause, section

KEYS = ("W8.5", "W9.7")
NAMED = 3
"""How many reports a reason names."""


def assess_reports(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other; partly met where reports are missing whose day is over, whatever the age of the page."""
    finding = assess_section(criterion, facts)
    found = facts.sections.get(criterion.key)
    if found is None or hidden(found) or not facts.reports_missing:
        return finding
    if finding.state == State.MISSING and len(facts.reports_missing) == facts.reports_asked:
        return finding
    count = len(facts.reports_missing)
    names = "; ".join(facts.reports_missing[:NAMED])
    reason = ngettext(
        "%(count)s report of public disclosure is missing: %(names)s",
        "%(count)s reports of public disclosure are missing, among them: %(names)s",
        count,
    ) % {"count": count, "names": names}
    return replace(finding, state=State.PARTLY, reason=reason)


def register_all() -> None:
    """Called by the app's ``ready()``."""
    for key in KEYS:
        register(Criterion(key, clause(key).binds, assess_reports, section(key)))
