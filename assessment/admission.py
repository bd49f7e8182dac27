"""The criteria of enrolment: the notice says everything that W9.8 names, and nothing that families or candidates sent is past its
day (W8.11, W9.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db.models.functions import Substr
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from assessment.choices import State
from assessment.criteria import Criterion, Finding, SiteFacts, assess_section, hidden, register
from common.models import SITE_ROOT_DEPTH
from enrolment.choices import Method, NoticeKind
from enrolment.models import AdmissionNoticePage
from sections.catalogue import clause, section

KEY, ONLINE, RESULTS = "W9.8", "W9.4", "W8.11"
WORDS = {
    "quota": _("classes with quotas"),
    "method": _("the method"),
    "who": _("who may apply"),
    "components": _("what an application is made of"),
    "exam": _("day and place of the examination"),
    "apply": _("when and where to apply"),
}


def notice_lacks(roots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Site path → what the latest published notice of that site lacks of what W9.8 names; sites whose entries have no type of
    their own are left out. Two queries at any number of sites."""
    wanted = set(roots)
    notices = (
        AdmissionNoticePage.objects.live()
        .annotate(root=Substr("path", 1, Page.steplen * SITE_ROOT_DEPTH))
        .filter(root__in=wanted)
        .exclude(kind=NoticeKind.PLAN)
        .select_related("campaign")
        .defer("body", "campaign__body")
        .prefetch_related("tracks")
        .order_by("school_year", "first_published_at", "path")
    )
    return {notice.root: tuple(_lacks(notice)) for notice in notices}


def _lacks(notice: AdmissionNoticePage) -> Iterable[str]:
    campaign = notice.campaign if notice.campaign_id else None
    tracks = list(notice.tracks.all())
    if not tracks or not all(track.quota for track in tracks):
        yield "quota"
    if not notice.method_text:
        yield "method"
    if not (notice.audience_lines or (campaign and campaign.eligibility)):
        yield "who"
    if not (notice.components or (campaign and campaign.components)):
        yield "components"
    if notice.method in (Method.EXAM, Method.BOTH) and not (notice.exam_at and notice.exam_place):
        yield "exam"
    if campaign is None and not (notice.apply_from and notice.apply_until and notice.apply_where):
        yield "apply"


def assess_notice(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other; partly met where the latest notice lacks something that the clause names."""
    finding = assess_section(criterion, facts)
    found = facts.sections.get(criterion.key)
    if found is None or hidden(found) or not facts.notice_lacks:
        return finding
    names = "; ".join(str(WORDS[code]) for code in facts.notice_lacks)
    reason = gettext("The latest notice of admission does not say: %(names)s.") % {"names": names}
    return replace(finding, state=State.PARTLY, reason=reason)


def _with_late(finding: Finding, reason: str) -> Finding:
    """The sentence beside what else is said; a section that is missing stays missing."""
    if finding.state == State.MET:
        return replace(finding, state=State.PARTLY, reason=reason)
    return replace(finding, reason=f"{finding.reason} {reason}")


def assess_applications(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other, and no application that the school checks is past its day."""
    finding = assess_section(criterion, facts)
    if not facts.late_applications:
        return finding
    reason = ngettext(
        "%(count)s application for admission is past its day.",
        "%(count)s applications for admission are past their day.",
        facts.late_applications,
    )
    return _with_late(finding, reason % {"count": facts.late_applications})


def assess_appeals(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other, and every appeal has its outcome in time."""
    finding = assess_section(criterion, facts)
    if not facts.late_appeals:
        return finding
    reason = ngettext(
        "%(count)s appeal against examination results is past its day.",
        "%(count)s appeals against examination results are past their day.",
        facts.late_appeals,
    )
    return _with_late(finding, reason % {"count": facts.late_appeals})


def register_all() -> None:
    """Called by the app's ``ready()``."""
    register(Criterion(RESULTS, clause(RESULTS).binds, assess_appeals, section(RESULTS)))
    register(Criterion(ONLINE, clause(ONLINE).binds, assess_applications, section(ONLINE)))
    register(Criterion(KEY, clause(KEY).binds, assess_notice, section(KEY)))
