"""The findings of a desk's sites, read once for all parts that need them."""

from __future__ import annotations

from django.utils import timezone

from assessment.criteria import Finding
from assessment.selectors.findings import Known, findings_of
from editorial.desk import Desk
from editorial.desk.regulations import regulations_on
from editorial.privacy_work import read_on
from sections.disclosure.desk import reports_on
from sections.english.desk import english_on
from sections.section_pages import section_pages_on
from sections.statistics.desk import figures_on

SHARED = "assessment.findings"


def findings_on(desk: Desk) -> dict[int, list[Finding]]:
    """Institution id → findings, for the institutions in the desk's scope."""

    def read() -> dict[int, list[Finding]]:
        known = Known(
            pages=section_pages_on(desk),
            regulations=regulations_on(desk),
            figures=figures_on(desk),
            reports=reports_on(desk),
            read=read_on(desk),
            english=english_on(desk),
        )
        return findings_of(desk.scope, on=timezone.localdate(desk.now), known=known)

    return desk.once(SHARED, read)
