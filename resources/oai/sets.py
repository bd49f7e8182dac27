"""The sets of a repository: kinds, subjects, grades, and the institutions whose resources it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from network.models import Institution
from resources.choices import ResourceKind
from resources.curriculum import EARLY, GRADE_CHOICES, LAST, SUBJECTS
from resources.models import ResourceRecord
from resources.models.library import with_grade
from resources.selectors.search import scope_of

KIND, SUBJECT, GRADE, OWNER = "kind", "subject", "grade", "institution"


def code_spec(code: str) -> str:
    """The code of an institution as a part of a setSpec, which takes no other signs; another sign becomes ``~`` and its
    number, so that two codes never share a set."""
    return re.sub(r"[^A-Za-z0-9\-_.]", lambda sign: f"~{ord(sign[0]):x}~", code)


def code_of(spec: str) -> str:
    try:
        return re.sub(r"~([0-9a-f]{1,6})~", lambda sign: chr(int(sign[1], 16)), spec)
    except (ValueError, OverflowError):
        return ""


def narrowed(records: QuerySet[ResourceRecord], spec: str) -> QuerySet[ResourceRecord]:
    """The records of a set; none for a set that does not exist."""
    name, _colon, value = spec.partition(":")
    if name == KIND and value in ResourceKind.values:
        return records.filter(kind=value)
    if name == SUBJECT and value in SUBJECTS:
        return records.filter(subject=value)
    if name == GRADE and value.isascii() and value.isdecimal() and len(value) < 3 and int(value) <= LAST:
        none = Q(grade_from__isnull=True, grade_to__isnull=True)
        return records.filter(with_grade(int(value), int(value))).exclude(none)
    code = code_of(value).replace("\x00", "")
    return records.filter(institution__code=code) if name == OWNER and code else records.none()


def sets_of(record: ResourceRecord) -> Iterable[str]:
    """The sets to which a record belongs; its institution has to be known."""
    yield f"{KIND}:{record.kind}"
    yield f"{SUBJECT}:{record.subject}"
    first = record.grade_to if record.grade_from is None else record.grade_from
    last = first if record.grade_to is None else record.grade_to
    if first is not None:
        for grade in range(first, last + 1):
            yield f"{GRADE}:{grade}"
    yield f"{OWNER}:{code_spec(record.institution.code)}"


def sets_listed(institution: Institution) -> list[tuple[str, str]]:
    """setSpec and name of every set of a repository; four queries."""
    records = scope_of(institution).order_by()
    kinds = set(records.values_list("kind", flat=True).distinct())
    subjects = set(records.values_list("subject", flat=True).distinct())
    found = [(f"{KIND}:{code}", str(label)) for code, label in ResourceKind.choices if code in kinds]
    found += [(f"{SUBJECT}:{s.code}", str(s.label)) for s in SUBJECTS.values() if s.code in subjects]
    spans = set(records.values_list("grade_from", "grade_to").distinct())
    grades = {grade for span in spans for grade in _span(*span)}
    names = dict(GRADE_CHOICES)
    found += [
        (f"{GRADE}:{grade}", str(names[grade]) if grade == EARLY else _("Grade %(grade)s") % {"grade": grade})
        for grade in sorted(grades)
    ]
    owners = Institution.objects.filter(pk__in=records.values("institution_id")).values_list("code", "name")
    return found + [(f"{OWNER}:{code_spec(code)}", name) for code, name in owners]


def _span(first: int | None, last: int | None) -> range:
    if first is None and last is None:
        return range(0)
    first = last if first is None else first
    return range(first, (first if last is None else last) + 1)
