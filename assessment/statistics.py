"""The criterion of figures: at least the latest five school years are on the site (W8.8, W9.9)."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import ngettext

from assessment.choices import State
from assessment.criteria import UP_TO_DATE, Criterion, Finding, SiteFacts, assess_section, hidden, register
from sections.catalogue import clause, section
from sections.statistics.numbers import school_year_text

KEYS = ("W8.8", "W9.9")


def assess_figures(criterion: Criterion, facts: SiteFacts) -> Finding:
    """Met with all years that are asked for, whatever the age of the page; partly met with some of them or with a text alone;
    an authority's years are its own or those added up from its members."""
    finding = assess_section(criterion, facts)
    found = facts.sections.get(criterion.key)
    if found is None or hidden(found) or facts.figures_asked is None:
        return finding
    missing = facts.figures_missing
    if not missing:
        return replace(finding, state=State.MET, reason=UP_TO_DATE)
    if finding.state == State.MISSING and len(missing) == facts.figures_asked:
        return finding
    reason = ngettext(
        "The figures of %(count)s school year are missing: %(years)s.",
        "The figures of %(count)s school years are missing: %(years)s.",
        len(missing),
    ) % {"count": len(missing), "years": ", ".join(school_year_text(year) for year in missing)}
    return replace(finding, state=State.PARTLY, reason=reason)


def register_all() -> None:
    """Called by the app's ``ready()``."""
    for key in KEYS:
        register(Criterion(key, clause(key).binds, assess_figures, section(key)))
