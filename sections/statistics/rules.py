"""What has to be settled before figures are handed to the board, or go onto the site."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from network.selectors import institution_for_page
from sections.models import StatisticsYearPage
from sections.statistics.checks import Finding, findings, open_findings
from sections.statistics.choices import levels_of
from sections.statistics.figures import figures_of
from sections.statistics.years import previous_figures

NAMED = 3
"""How many findings a refusal names."""


def findings_for(page: StatisticsYearPage) -> list[Finding]:
    """All findings of a version of a page that has its place in the tree."""
    institution = institution_for_page(page)
    siblings = StatisticsYearPage.objects.sibling_of(page, inclusive=False)
    return findings(
        figures_of(page),
        school_year=page.school_year,
        previous=previous_figures(siblings, page.school_year),
        levels=levels_of(institution.type) if institution else (),
    )


def figures_refusal(page: Page) -> str | Promise | None:
    """Rule of publication (``editorial.publication_rules``): errors are mended, warnings have a reason."""
    if not isinstance(page, StatisticsYearPage):
        return None
    if not page.path or not page.school_year:
        return None
    if not any(value is not None for value in figures_of(page).values()):
        return _("There are no figures yet. Enter at least one.")
    confirmed = {(row.finding, row.values): row.reason for row in page.confirmations.all()}
    left = open_findings(findings_for(page), confirmed)
    if not left:
        return None
    sentences = " ".join(str(finding.message) for finding in left[:NAMED])
    more = len(left) - NAMED
    if more > 0:
        sentences += " " + ngettext("And %(count)s more.", "And %(count)s more.", more) % {"count": more}
    return _(
        "Mend the errors and give a reason for each warning below the figures, then save: %(findings)s"
    ) % {"findings": sentences}
