from assessment.selectors.findings import (
    SiteSummary,
    findings_of,
    institutions_for,
    site_findings,
    site_summaries,
)
from assessment.selectors.overview import (
    addressees_of,
    authorities_of,
    board_of,
    last_letters,
    last_publications,
    may_write_for,
    member_states,
    waiting_pages,
)

__all__ = [
    "SiteSummary",
    "addressees_of",
    "authorities_of",
    "board_of",
    "findings_of",
    "institutions_for",
    "last_letters",
    "last_publications",
    "may_write_for",
    "member_states",
    "site_findings",
    "site_summaries",
    "waiting_pages",
]
