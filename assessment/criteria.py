"""Registry of criteria: one a clause, or one a page where a clause asks for several (W6.2, W16).

A criterion says how far one site answers a clause, with the page that shows it and the reason. It reads facts that
``assessment.selectors`` gathers for any number of sites in a fixed number of queries, and makes none itself. Criteria
for the section clauses are made from the catalogue; further ones are added with ``register()``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from assessment.choices import State
from editorial.selectors.regulations import RegulationState
from network.choices import InstitutionKind
from network.models import Institution
from privacy.evidence import Evidence
from sections.catalogue import Clause, Section, clause, sections_for

NO_PAGE = _("The site has no page for this.")
NOT_PUBLISHED = _("The page is not published.")
NOT_PUBLIC = _("The page is private.")
NO_CONTENT = _("The page has neither a text nor a published entry.")
UP_TO_DATE = _("Published and up to date.")


@dataclass(frozen=True)
class SectionFacts:
    """What is known of one section of a site: its page of the leading language, and the published entries below it.

    `changed_at` is the last publication of the page or of one of its entries.
    """

    page: Page
    is_public: bool
    has_text: bool
    items: int
    changed_at: datetime | None


@dataclass(frozen=True)
class SiteFacts:
    """What is known of one site on a day. `sections` goes by the key of the section, `regulations` by the code of the kind;
    `plan_review_on` is the review date of a recorded upgrade and maintenance plan; `late_results` counts consultations whose
    result is overdue, `late_questions` questions whose answer is (None: nobody has asked any), `late_feedback` feedback past its
    day; `evidence` is what it shows on personal information; `english` counts the pages that
    foreigners need by how their English stands (empty for a facility); `figures_missing` are those of the
    `figures_asked` school years of which it shows no figures; `reports_missing` are the titles of reports of public disclosure
    whose day is over, of the `reports_asked` that count (None: nobody asks for any)."""

    institution: Institution
    day: date
    sections: dict[str, SectionFacts] = field(default_factory=dict)
    regulations: dict[str, RegulationState] = field(default_factory=dict)
    plan_review_on: date | None = None
    late_results: int = 0
    late_questions: int | None = None
    late_feedback: int = 0
    evidence: Evidence = field(default_factory=Evidence)
    english: Mapping[str, int] = field(default_factory=dict)
    figures_asked: int | None = None
    figures_missing: tuple[int, ...] = ()
    reports_asked: int | None = None
    reports_missing: tuple[str, ...] = ()
    late_applications: int = 0
    """Applications for admission that the site checks and that are past their day."""
    late_appeals: int = 0
    """Appeals to the site that have no outcome and are past their day."""
    notice_lacks: tuple[str, ...] = ()
    """What the latest notice of admission does not say, as codes of ``assessment.admission.WORDS``."""


@dataclass(frozen=True)
class Finding:
    """What a criterion says of a site: the state, the sentence that explains it and the page that shows it."""

    criterion: Criterion
    state: State
    reason: str | Promise
    page: Page | None = None
    changed_at: datetime | None = None

    @property
    def responsible(self) -> str:
        person = getattr(self.page, "responsible", None)
        return (person.get_full_name() or person.get_username()) if person else ""


@dataclass(frozen=True)
class Criterion:
    """One question to a site. `key` is unique: the id of the clause, or of the section that the question is about."""

    key: str
    binds: frozenset[InstitutionKind]
    assess: Callable[[Criterion, SiteFacts], Finding]
    section: Section | None = None
    applies: Callable[[SiteFacts], bool] = lambda facts: True
    """Whether the question is put to this site: a section that is optional is assessed where it is used."""

    @property
    def clause(self) -> Clause:
        return clause(self.key)

    def title(self) -> str:
        return self.section.title() if self.section else self.clause.summary()


_criteria: dict[str, Criterion] = {}


def register(criterion: Criterion) -> None:
    """Add a criterion; a second one of its key is a programming error, an unknown clause a KeyError."""
    clause(criterion.key)
    if _criteria.setdefault(criterion.key, criterion) is not criterion:
        raise ValueError(f"A criterion for {criterion.key} is registered already.")


def criteria_for(kind: InstitutionKind | str, *, on: date | None = None) -> list[Criterion]:
    """The questions to an institution of a kind on a day (today): required sections first, in catalogue order."""
    kind = InstitutionKind(kind)
    day = on or timezone.localdate()
    built_in = [section_criterion(s, kind) for s in sections_for(kind, required=True, on=day)]
    added = {c.key: c for c in _criteria.values() if kind in c.binds and c.clause.in_force(day)}
    return [*(added.pop(c.key, c) for c in built_in), *added.values()]


def section_criterion(section: Section, kind: InstitutionKind) -> Criterion:
    return Criterion(key=section.key, binds=frozenset({kind}), assess=assess_section, section=section)


def assess_section(criterion: Criterion, facts: SiteFacts) -> Finding:
    """Present and public, with content, and fresh by the section's rule (W6.2)."""
    found = facts.sections.get(criterion.key)
    if found is None:
        return Finding(criterion, State.MISSING, NO_PAGE)
    state, reason = _state_of(criterion.section, found, facts.day)
    return Finding(criterion, state, reason, found.page, found.changed_at)


def hidden(found: SectionFacts) -> str | Promise | None:
    """Why readers do not see the page of a section; None where they do."""
    if not found.page.live:
        return NOT_PUBLISHED
    return None if found.is_public else NOT_PUBLIC


def _state_of(section: Section, found: SectionFacts, day: date) -> tuple[State, str | Promise]:
    if reason := hidden(found):
        return State.MISSING, reason
    if not (found.has_text or found.items):
        return State.MISSING, NO_CONTENT
    limit = section.freshness.days
    if limit is None or found.changed_at is None:
        return State.MET, UP_TO_DATE
    age = (day - timezone.localdate(found.changed_at)).days
    if age <= limit:
        return State.MET, UP_TO_DATE
    return State.PARTLY, ngettext(
        "Unchanged for %(age)s day; at most %(limit)s are expected.",
        "Unchanged for %(age)s days; at most %(limit)s are expected.",
        age,
    ) % {"age": age, "limit": limit}
