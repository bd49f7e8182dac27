"""Figures over the years and over the tree, each in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, Subquery

from network.models import Institution
from network.selectors import in_tree
from sections.models import SectionSlot, StatisticsPage, StatisticsRecord, StatisticsRollUp
from sections.statistics.years import years_asked


def first_years(institutions: Iterable[Institution] | None = None) -> dict[int, int]:
    """Institution → first school year, of those (of all) whose section says that they are young; one query."""
    young = StatisticsPage.objects.filter(first_school_year__isnull=False, live=True)
    page = young.filter(translation_key=OuterRef("translation_key")).values("first_school_year")[:1]
    slots = SectionSlot.objects.filter(translation_key__in=young.order_by().values("translation_key"))
    if institutions is not None:
        slots = slots.filter(institution__in=institutions)
    return dict(slots.annotate(first=Subquery(page)).values_list("institution_id", "first"))


def facilities_below(authority: Institution):
    """The active facilities that an authority adds up, in the order of the tree; the authority itself is none."""
    return Institution.objects.filter(**in_tree(authority)).active().facilities()


@dataclass(frozen=True)
class MemberYears:
    """Which of the years asked for a member has published. A year before its first school year is not asked for."""

    institution: Institution
    published: frozenset[int]
    missing: tuple[int, ...]


@dataclass(frozen=True)
class Completeness:
    """All facilities below an authority, with the years that each lacks."""

    years: list[int]
    members: list[MemberYears] = field(default_factory=list)

    @property
    def incomplete(self) -> list[MemberYears]:
        return [member for member in self.members if member.missing]

    def missing_in(self, year: int) -> int:
        return sum(1 for member in self.members if year in member.missing)


def completeness(authority: Institution, *, on: date, years: Iterable[int] | None = None) -> Completeness:
    """Three queries for any number of members."""
    asked = list(years) if years is not None else years_asked(on)
    rows = StatisticsRecord.objects.filter(
        school_year__in=asked, **{f"institution__{name}": value for name, value in in_tree(authority).items()}
    ).values_list("institution_id", "school_year")
    have: dict[int, set[int]] = {}
    for institution_id, year in rows:
        have.setdefault(institution_id, set()).add(year)
    first = first_years()
    members = []
    for institution in facilities_below(authority).select_related("site").defer("listed", "folded"):
        published = have.get(institution.pk, set())
        begins = first.get(institution.pk, 0)
        missing = tuple(year for year in asked if year >= begins and year not in published)
        members.append(MemberYears(institution, frozenset(published), missing))
    return Completeness(asked, members)


@dataclass(frozen=True)
class FiguresState:
    """The years asked of an institution, and those of which its site shows no figures."""

    asked: tuple[int, ...]
    missing: tuple[int, ...]


def figures_state(
    institutions: Iterable[Institution], *, on: date, first: Mapping[int, int] | None = None
) -> dict[int, FiguresState]:
    """Institution → its years; two queries for any number, one where `first` has what ``first_years`` answered. The years of an
    authority may be sums of its members."""
    years = years_asked(on)
    wanted = list(institutions)
    rows = StatisticsRecord.objects.filter(institution__in=wanted, school_year__in=years)
    sums = StatisticsRollUp.objects.filter(institution__in=wanted, school_year__in=years, reported__gt=0)
    places = ("institution_id", "school_year")
    have = set(rows.order_by().values_list(*places).union(sums.order_by().values_list(*places)))
    first = first_years(wanted) if first is None else first
    found = {}
    for one in wanted:
        asked = tuple(year for year in years if year >= first.get(one.pk, 0))
        found[one.pk] = FiguresState(asked, tuple(year for year in asked if (one.pk, year) not in have))
    return found
