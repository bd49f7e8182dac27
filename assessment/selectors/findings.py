"""The state of sites, for one and for many in the same number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Max, Q, TextField
from django.db.models.functions import Cast, Substr
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from assessment.admission import notice_lacks
from assessment.choices import State
from assessment.criteria import Finding, SectionFacts, SiteFacts, criteria_for
from common.models import site_path
from editorial.models import PageReview, Upkeep
from editorial.selectors import board_roles
from editorial.selectors.regulations import RegulationState, regulation_states
from enrolment.overdue import appeals_overdue, applications_overdue
from feedback.selectors.cases import overdue_of
from feedback.selectors.consultations import late_results
from feedback.selectors.questions import late_questions
from network.models import Institution
from privacy.evidence import evidence_of
from privacy.inspection.staff import who_has_read
from sections.disclosure.selectors import reports_over, states_by_institution
from sections.disclosure.states import State as Report
from sections.english.selectors import EnglishRow, english_counts, english_rows
from sections.section_pages import section_pages
from sections.statistics.selectors import FiguresState, figures_state, first_years

SECTION_DEPTH = 3


def _has_address(institution: Institution) -> bool:
    return bool(institution.address and (institution.email or institution.phone))


CONTENT: dict[str, Callable[[Institution], bool]] = {
    "W8.1b": _has_address,
    "W9.1b": _has_address,
    "W4.2": lambda institution: True,
}
"""How the page of a section shows content that is neither a text nor entries below it: the record of the institution, a form."""


@dataclass(frozen=True)
class SiteSummary:
    """How many criteria of a site are in each state."""

    institution: Institution
    counts: Mapping[State, int]
    total: int

    @property
    def met(self) -> int:
        return self.counts.get(State.MET, 0)

    @property
    def partly(self) -> int:
        return self.counts.get(State.PARTLY, 0)

    @property
    def missing(self) -> int:
        return self.counts.get(State.MISSING, 0)


def institutions_for(user):
    """Whose state a person may see: the institutions on whose boards they serve, and all below those; all for a
    superuser."""
    if user.is_superuser:
        return Institution.objects.all()
    own = Institution.objects.filter(pk__in={pk for pk, _role in board_roles(user)}).values_list(
        "path", flat=True
    )
    reach = Q(path__in=own)
    for path in own:
        reach |= Q(path__range=Institution._get_children_path_interval(path))
    return Institution.objects.filter(reach)


def site_findings(institution: Institution, *, on: date | None = None) -> list[Finding]:
    """What each criterion says of one site."""
    return findings_of([institution], on=on)[institution.pk]


def site_summaries(institutions: Iterable[Institution], *, on: date | None = None) -> list[SiteSummary]:
    """The counts of each site, in the order given."""
    institutions = list(institutions)
    findings = findings_of(institutions, on=on)
    return [
        SiteSummary(i, Counter(f.state for f in findings[i.pk]), len(findings[i.pk])) for i in institutions
    ]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What other parts of a desk ask of sites too: ``section_pages``, ``regulation_states``, ``figures_state``,
    ``states_by_institution`` of their reports, ``staff.who_has_read``, ``english_rows``."""

    pages: Mapping[tuple[int, str], Page]
    regulations: Mapping[int, list[RegulationState]]
    figures: Mapping[int, FiguresState]
    reports: Mapping[int, list[Report]]
    read: Mapping[tuple[int, int], bool]
    english: list[EnglishRow]


def _known(institutions: list[Institution], day: date) -> Known:
    first = first_years(institutions)
    return Known(
        pages=section_pages(institutions),
        regulations=regulation_states(institutions, on=day),
        figures=figures_state(institutions, on=day, first=first),
        reports=states_by_institution(institutions, on=day, first=first),
        read=who_has_read([institution.pk for institution in institutions], _moment(day)),
        english=english_rows(institutions, only_wanted=True),
    )


def findings_of(
    institutions: Iterable[Institution], *, on: date | None = None, known: Known | None = None
) -> dict[int, list[Finding]]:
    """Institution id → findings. A fixed number of queries at any number of sites, pages and page types, fewer where the caller
    knows something of these institutions on that day."""
    day, institutions = on or timezone.localdate(), list(institutions)
    facts = _facts(institutions, day, known or _known(institutions, day))
    return {
        pk: [
            criterion.assess(criterion, site)
            for criterion in criteria_for(site.institution.kind, on=day)
            if criterion.applies(site)
        ]
        for pk, site in facts.items()
    }


def _facts(institutions: list[Institution], day: date, known: Known) -> dict[int, SiteFacts]:
    by_id = {i.pk: i for i in institutions}
    pages = list(known.pages.values())
    texts = _with_text(pages)
    _attach_upkeep(pages)
    roots = {site_path(page.path): pk for (pk, _key), page in known.pages.items()}
    entries = _entries_below(set(roots))
    late = {roots[root]: number for root, number in late_results(roots, day).items()}
    questions = late_questions(by_id, day)
    private = _private_paths()
    plans = dict(
        Upkeep.objects.filter(institution__in=by_id)
        .exclude(plan="")
        .values_list("institution_id", "plan_review_on")
    )
    feedback = overdue_of(by_id, day)
    applications, appeals = applications_overdue(by_id, day), appeals_overdue(by_id, day)
    evidence = evidence_of(institutions, _moment(day), read=known.read)
    english = english_counts(known.english)
    reports = reports_over(known.reports, on=day)
    lacks = {roots[root]: codes for root, codes in notice_lacks(roots).items()}
    facts = {
        pk: SiteFacts(
            institution,
            day,
            regulations={state.kind.code: state for state in known.regulations[pk]},
            plan_review_on=plans.get(pk),
            late_results=late.get(pk, 0),
            late_questions=questions.get(pk),
            late_feedback=feedback.get(pk, 0),
            late_applications=applications.get(pk, 0),
            late_appeals=appeals.get(pk, 0),
            evidence=evidence[pk],
            english=english.get(pk, {}),
            figures_asked=len(known.figures[pk].asked),
            figures_missing=known.figures[pk].missing,
            reports_asked=reports[pk].asked,
            reports_missing=reports[pk].missing,
            notice_lacks=lacks.get(pk, ()),
        )
        for pk, institution in by_id.items()
    }
    for (pk, key), page in known.pages.items():
        is_public = not any(page.path.startswith(path) for path in private)
        below = entries.get(page.path, (0, None))
        has_text = page.pk in texts or (key in CONTENT and CONTENT[key](by_id[pk]))
        facts[pk].sections[key] = _section_facts(page, below, is_public=is_public, has_text=has_text)
    return facts


def _section_facts(
    page: Page, entries: tuple[int, datetime | None], *, is_public: bool, has_text: bool
) -> SectionFacts:
    """`entries`: how many stand below, and when the last of them changed."""
    number, last = entries
    moments = [moment for moment in (page.last_published_at, last) if moment]
    return SectionFacts(
        page=page,
        is_public=is_public,
        has_text=has_text,
        items=number,
        changed_at=max(moments, default=None),
    )


def _with_text(pages: list[Page]) -> set[int]:
    """Ids of the pages that have a text of their own; one query for the pages of all types."""
    fields = {page.pk: type(page)._meta.get_field("body") for page in pages if hasattr(type(page), "body")}
    rows = [
        field.model.objects.filter(pk__in=[pk for pk, own in fields.items() if own is field])
        .order_by()
        .values_list("pk", Cast("body", TextField()))
        for field in dict.fromkeys(fields.values())
    ]
    texts = rows[0].union(*rows[1:], all=True) if rows else ()
    return {pk for pk, text in texts if fields[pk].to_python(text)}


def _moment(day: date) -> datetime:
    """Now for today, the end of the day for any other."""
    now = timezone.now()
    if day == timezone.localdate(now):
        return now
    return timezone.make_aware(datetime.combine(day, time.max))


def _entries_below(roots: set[str]) -> dict[str, tuple[int, datetime | None]]:
    """Path of a section → number of published entries below it and when the last was published; one query."""
    if not roots:
        return {}
    below = Q(pk__in=())
    for root in roots:
        # A range reads the index of the paths on both databases; LIKE does not on SQLite.
        below |= Q(path__range=Page._get_children_path_interval(root))
    rows = (
        Page.objects.filter(below, live=True, depth__gt=SECTION_DEPTH)
        .annotate(section=Substr("path", 1, Page.steplen * SECTION_DEPTH))
        .order_by()
        .values("section")
        .annotate(number=Count("pk"), last=Max("last_published_at"))
    )
    return {row["section"]: (row["number"], row["last"]) for row in rows}


def _private_paths() -> list[str]:
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


def _attach_upkeep(pages: list[Page]) -> None:
    """Who answers for the pages and when they come back to the board, as plain attributes; one query."""
    reviews = PageReview.objects.filter(translation_key__in=[page.translation_key for page in pages])
    by_key = {review.translation_key: review for review in reviews.select_related("responsible")}
    for page in pages:
        review = by_key.get(page.translation_key)
        page.responsible = review.responsible if review else None
        page.responsible_id = review.responsible_id if review else None
        page.review_on = review.review_on if review else None
