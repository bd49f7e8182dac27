"""The curricula: which subjects are taught in which grades. Data with source and validity; a new curriculum is a new row.

Grade 0 is early childhood education, 1 to 12 are the grades of general education.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

EARLY = 0
LAST = 12
GENERAL = "general"


@dataclass(frozen=True, kw_only=True)
class Curriculum:
    """`valid_to`: the first day on which it no longer holds; None while it does."""

    code: str
    title_vi: str
    title_en: str
    source: str
    grades: range
    valid_from: date
    valid_to: date | None = None


CURRICULA = (
    Curriculum(
        code="ctgdpt-2018",
        title_vi="Chương trình giáo dục phổ thông 2018",
        title_en="General education curriculum of 2018",
        source="Thông tư 32/2018/TT-BGDĐT",
        grades=range(1, LAST + 1),
        valid_from=date(2019, 2, 15),
    ),
    Curriculum(
        code="ctgdmn-2009",
        title_vi="Chương trình giáo dục mầm non",
        title_en="Early childhood education curriculum",
        source="Thông tư 17/2009/TT-BGDĐT",
        grades=range(EARLY, EARLY + 1),
        valid_from=date(2009, 9, 8),
    ),
)


@dataclass(frozen=True)
class Subject:
    """`grades`: those in which the curriculum in force teaches it; empty for what belongs to no grade."""

    code: str
    label: str | Promise
    grades: range = range(0)


def _s(code: str, label: Promise, first: int = 1, last: int = LAST) -> Subject:
    return Subject(code, label, range(first, last + 1))


_ALL = (
    Subject(GENERAL, _("All subjects, interdisciplinary")),
    _s("early", _("Early childhood education"), EARLY, EARLY),
    _s("vietnamese", _("Vietnamese language"), 1, 5),
    _s("literature", _("Literature"), 6),
    _s("maths", _("Mathematics")),
    _s("english", pgettext_lazy("subject", "English")),
    _s("foreign", _("Other foreign languages")),
    _s("minority", _("Languages of ethnic minorities")),
    _s("ethics", _("Ethics"), 1, 5),
    _s("civics", _("Civic education"), 6, 9),
    _s("economics-law", _("Economic and legal education"), 10),
    _s("nature-society", _("Nature and society"), 1, 3),
    _s("history-geography", _("History and geography"), 4, 9),
    _s("history", pgettext_lazy("subject", "History"), 10),
    _s("geography", _("Geography"), 10),
    _s("science", _("Science"), 4, 5),
    _s("natural-science", _("Natural science"), 6, 9),
    _s("physics", _("Physics"), 10),
    _s("chemistry", _("Chemistry"), 10),
    _s("biology", _("Biology"), 10),
    _s("informatics-technology", _("Informatics and technology"), 3, 5),
    _s("informatics", _("Informatics"), 3),
    _s("technology", pgettext_lazy("subject", "Technology"), 3),
    _s("physical", _("Physical education")),
    _s("defence", _("National defence and security education"), 10),
    _s("music", _("Music")),
    _s("art", _("Fine arts")),
    _s("experience", _("Experiential and career activities")),
    _s("local", _("Local education"), 6),
    Subject("digital", _("Digital competence")),
    Subject("management", _("Management and professional training")),
)
SUBJECTS = {subject.code: subject for subject in _ALL}
SUBJECT_CHOICES = [(subject.code, subject.label) for subject in _ALL]
GRADE_CHOICES = [(EARLY, _("Early childhood")), *((n, str(n)) for n in range(1, LAST + 1))]


def is_taught(subject: str, first: int, last: int) -> bool:
    """Whether a subject is taught in any of the grades from `first` to `last`; what belongs to no grade fits everywhere."""
    grades = SUBJECTS[subject].grades if subject in SUBJECTS else ()
    return not grades or any(grade in grades for grade in range(first, last + 1))


def curriculum_of(grade: int | None, on: date) -> Curriculum | None:
    """The curriculum in force for a grade on a day."""
    return next(
        (
            c
            for c in CURRICULA
            if grade is not None
            and grade in c.grades
            and c.valid_from <= on
            and (c.valid_to is None or on < c.valid_to)
        ),
        None,
    )


def grades_text(first: int | None, last: int | None) -> str | Promise:
    """The grades in words, without the word “grade”: “6”, “6–9”, “Early childhood”; empty where none is named."""
    names = dict(GRADE_CHOICES)
    if first is None and last is None:
        return ""
    first, last = (last if first is None else first), (first if last is None else last)
    return names[first] if first == last else f"{names[first]}–{names[last]}"
