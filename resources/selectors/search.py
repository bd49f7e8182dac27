"""Search over the resources of an institution and of all below it (W8.9), on the index of records: the same few queries at any
number of members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from common.text import clean_line, fold
from network.models import Institution
from network.models.institutions import InstitutionStatus
from resources.choices import Language, ResourceKind
from resources.curriculum import LAST, SUBJECTS
from resources.licences import LICENCES
from resources.models import ResourceRecord
from resources.models.library import with_grade

MAX_QUERY = 100
MAX_WORDS = 8
MOST_CHOICES = 60


@dataclass(frozen=True)
class Asked:
    """What a reader asks for. Wrong and unknown values are as if they were not there."""

    words: str = ""
    kind: str = ""
    subject: str = ""
    grade: int | None = None
    licence: str = ""
    language: str = ""
    institution: str = ""

    @classmethod
    def read(cls, given: Mapping[str, str]) -> Asked:
        def one_of(name: str, values) -> str:
            value = given.get(name, "")
            return value if value in values else ""

        grade = given.get("grade", "")
        is_grade = len(grade) < 3 and grade.isascii() and grade.isdecimal() and int(grade) <= LAST
        return cls(
            words=clean_line(given.get("q", ""))[:MAX_QUERY].strip(),
            kind=one_of("kind", ResourceKind.values),
            subject=one_of("subject", SUBJECTS),
            grade=int(grade) if is_grade else None,
            licence=one_of("licence", LICENCES),
            language=one_of("language", Language.values),
            institution=clean_line(given.get("of", ""))[:64],
        )

    @property
    def is_empty(self) -> bool:
        return self == Asked()


def scope_of(institution: Institution) -> QuerySet[ResourceRecord]:
    """The records of an institution and of all below it, deleted ones included, in one language each."""
    # Both ends of a range: see network.selectors.in_tree.
    return ResourceRecord.objects.filter(
        institution__path__gte=institution.path, institution__path__lt=institution._inc_path()
    )


def records_found(institution: Institution, asked: Asked, *, locale: str) -> QuerySet[ResourceRecord]:
    """The published resources that fit, those with the words in their titles first, then the newest. Each word is looked for
    with and without diacritics alike, whole or in part, in the resource or in the name of the institution."""
    found = scope_of(institution).filter(
        is_deleted=False,
        locale=locale,
        institution__status=InstitutionStatus.ACTIVE,
        institution__site__isnull=False,
    )
    words = fold(asked.words).split()[:MAX_WORDS]
    for word in words:
        found = found.filter(Q(folded__contains=word) | Q(institution__folded__contains=word))
    for name in ("kind", "subject", "licence", "language"):
        if value := getattr(asked, name):
            found = found.filter(**{name: value})
    if asked.grade is not None:
        found = found.filter(with_grade(asked.grade, asked.grade))
    if asked.institution:
        found = found.filter(institution__code=asked.institution)
    return _ordered(found, words).select_related("institution__site")


def _ordered(found: QuerySet[ResourceRecord], words: list[str]) -> QuerySet[ResourceRecord]:
    order = ("-issued_on", "-id")
    if not words:
        return found.order_by(*order)
    # The folded text begins with the title and a line end; what has the words in a row comes before what has them apart.
    phrase = " ".join(words)
    rank = Case(
        When(folded__startswith=phrase, then=Value(0)),
        When(folded__contains=phrase, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return found.annotate(rank=rank).order_by("rank", *order)


def members_with_resources(institution: Institution, *, locale: str) -> list[tuple[str, str]]:
    """Code and name of the institutions that have resources, by their place in the tree; one query. None where there are more
    than a list to choose from can hold: names are then found by the words of the search."""
    rows = (
        scope_of(institution)
        .filter(
            is_deleted=False,
            locale=locale,
            institution__status=InstitutionStatus.ACTIVE,
            institution__site__isnull=False,
        )
        .order_by("institution__path")
        .values_list("institution__code", "institution__name", "institution__path")
        .distinct()[: MOST_CHOICES + 1]
    )
    found = [(code, name) for code, name, _path in rows]
    return found if len(found) <= MOST_CHOICES else []
