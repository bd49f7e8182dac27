"""What speaks against the figures of a school year: impossible ones (errors), unlikely ones (warnings that a reason confirms).

Nothing here reads the database. A finding is known by `key`; `values` are the figures that it is about, so that a reason given
for some figures does not hold for others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from common.text import Message
from sections.statistics.choices import PUPIL_LEVELS, Level, Severity
from sections.statistics.figures import Figures
from sections.statistics.indicators import CLASS_SIZES, INDICATORS, Cell, Indicator, by_code
from sections.statistics.numbers import figure_text, school_year_text

JUMP = Decimal("0.25")
"""A change against the year before by more than this share is asked about, where it is also more than `SMALL`."""
SMALL = {"classes": 3, "pupils": 60, "teachers": 5, "schools": 2, "classrooms": 5}
"""Changes up to this many are ordinary in a small school."""
UNIT_FACTOR = 300
"""Nobody grows or shrinks by this factor in a year: the one figure is in thousands, the other is not."""
UNIT_FROM = 5
MOST_IN_A_CLASS = 100
MOST_FOR_A_TEACHER, LEAST_FOR_A_TEACHER = 60, 2
MOST_TEACHERS_A_CLASS = 6


@dataclass(frozen=True)
class Finding:
    severity: Severity
    code: str
    cells: tuple[Cell, ...]
    values: str
    message: Message

    @property
    def key(self) -> str:
        return ":".join([self.code, *(f"{code}/{level}" for code, level in self.cells[:1])])

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR


def findings(
    figures: Figures,
    *,
    school_year: int,
    previous: Figures | None = None,
    levels: tuple[Level, ...] = PUPIL_LEVELS,
) -> list[Finding]:
    """All findings, errors first. `previous` are the figures of the year before, None where there are none; `levels` those at
    which the institution has classes."""
    found = [
        *_parts(figures),
        *_sums(figures),
        *_impossible(figures),
        *_class_sizes(figures, school_year),
        *_unlikely(figures),
        *_missing(figures, previous or {}, levels),
        *_foreign_levels(figures, levels),
        *_jumps(figures, previous or {}, school_year),
    ]
    return sorted(found, key=lambda finding: not finding.is_error)


def open_findings(found: list[Finding], confirmed: Mapping[tuple[str, str], str]) -> list[Finding]:
    """What is left: errors, and warnings whose (key, values) nobody gave a reason for."""
    return [f for f in found if f.is_error or not confirmed.get((f.key, f.values))]


def cell_name(cell: Cell) -> Message:
    """For example “Pupils, Primary”; a part names its whole: “Pupils – Girls, Primary”."""
    indicator = by_code()[cell[0]]
    if cell[1] == Level.WHOLE:
        return Message("%(indicator)s", {"indicator": _Name(indicator)})
    return Message(
        _("%(indicator)s, %(level)s"), {"indicator": _Name(indicator), "level": Level(cell[1]).label}
    )


class _Name:
    """The full name of an indicator in the language in which it is read."""

    def __init__(self, indicator: Indicator):
        self.indicator = indicator

    def __str__(self) -> str:
        whole = by_code().get(self.indicator.part_of)
        return f"{whole.name} – {self.indicator.name}" if whole else self.indicator.name


def full_name(indicator: Indicator) -> str:
    return str(_Name(indicator))


def _finding(severity: Severity, code: str, cells, values, text, **params) -> Finding:
    shown = "|".join(figure_plain(value) for value in values)
    return Finding(severity, code, tuple(cells), shown[:200], Message(text, params))


def figure_plain(value: Decimal | None) -> str:
    return ".." if value is None else f"{value.normalize():f}"


def _parts(figures: Figures) -> Iterator[Finding]:
    for indicator in INDICATORS:
        if not indicator.part_of:
            continue
        for level in indicator.levels:
            cell, whole = (indicator.code, level), (indicator.part_of, level)
            part_value, whole_value = figures.get(cell), figures.get(whole)
            if part_value is None or whole_value is None or part_value <= whole_value:
                continue
            yield _finding(
                Severity.ERROR, "part", (cell, whole), (part_value, whole_value),
                _("“%(part)s” is %(part_value)s, which is more than “%(whole)s” (%(whole_value)s)."),
                part=cell_name(cell), part_value=_Shown(part_value), whole=cell_name(whole), whole_value=_Shown(whole_value),
            )  # fmt: skip


class _Shown:
    """A figure in the spelling of the language in which it is read."""

    def __init__(self, value: Decimal | None):
        self.value = value

    def __str__(self) -> str:
        return figure_text(self.value)


def _sums(figures: Figures) -> Iterator[Finding]:
    wholes = dict.fromkeys(i.adds_up_to for i in INDICATORS if i.adds_up_to)
    for code in wholes:
        parts = [i for i in INDICATORS if i.adds_up_to == code]
        for level in by_code()[code].levels:
            whole = figures.get((code, level))
            values = [figures.get((part.code, level)) for part in parts]
            if whole is None or any(value is None for value in values) or sum(values, Decimal(0)) == whole:
                continue
            yield _finding(
                Severity.ERROR, "sum", ((code, level),), (whole, *values),
                _("“%(whole)s” is %(value)s, but its parts (%(parts)s) add up to %(sum)s."),
                whole=cell_name((code, level)), value=_Shown(whole), parts=_Names(parts),
                sum=_Shown(sum(values, Decimal(0))),
            )  # fmt: skip


class _Names:
    def __init__(self, indicators: list[Indicator]):
        self.indicators = indicators

    def __str__(self) -> str:
        return ", ".join(indicator.name for indicator in self.indicators)


def _impossible(figures: Figures) -> Iterator[Finding]:
    for level in PUPIL_LEVELS:
        pupils, classes = figures.get(("pupils", level)), figures.get(("classes", level))
        cells = (("pupils", level), ("classes", level))
        label = Level(level).label
        if not pupils or classes is None:
            if classes and pupils == 0:
                yield _finding(
                    Severity.ERROR, "no_pupils", cells, (pupils, classes),
                    _("%(level)s: %(classes)s classes, but no pupil."), level=label, classes=_Shown(classes),
                )  # fmt: skip
            continue
        if classes == 0:
            text = _("%(level)s: %(pupils)s pupils, but no class.")
        elif pupils < classes:
            text = _(
                "%(level)s: fewer pupils (%(pupils)s) than classes (%(classes)s). Are the pupils given in thousands?"
            )
        elif pupils > classes * MOST_IN_A_CLASS:
            text = _(
                "%(level)s: %(average)s pupils a class on average. One of the two figures must be wrong."
            )
        else:
            continue
        average = round(pupils / classes, 1) if classes else None
        yield _finding(
            Severity.ERROR, "class_ratio", cells, (pupils, classes),
            text, level=label, pupils=_Shown(pupils), classes=_Shown(classes), average=_Shown(average),
        )  # fmt: skip


def _class_sizes(figures: Figures, school_year: int) -> Iterator[Finding]:
    for size in CLASS_SIZES:
        pupils, classes = figures.get(("pupils", size.level)), figures.get(("classes", size.level))
        if not pupils or not classes or size.valid_from > date(school_year, 12, 31):
            continue
        average = pupils / classes
        if size.limit < average <= MOST_IN_A_CLASS:
            yield _finding(
                Severity.WARNING, "class_size", (("pupils", size.level), ("classes", size.level)), (pupils, classes),
                _("%(level)s: %(average)s pupils a class on average, more than the %(limit)s of %(source)s."),
                level=size.level.label, average=_Shown(round(average, 1)), limit=size.limit, source=size.source,
            )  # fmt: skip


def _unlikely(figures: Figures) -> Iterator[Finding]:
    for level in PUPIL_LEVELS:
        pupils, teachers = figures.get(("pupils", level)), figures.get(("teachers", level))
        classes = figures.get(("classes", level))
        label = Level(level).label
        if pupils and teachers is not None:
            average = pupils / teachers if teachers else None
            if average is None or not LEAST_FOR_A_TEACHER <= average <= MOST_FOR_A_TEACHER:
                text = (
                    _("%(level)s: %(average)s pupils to a teacher.")
                    if teachers
                    else _("%(level)s: %(pupils)s pupils, but no teacher.")
                )
                yield _finding(
                    Severity.WARNING, "teacher_ratio", (("teachers", level), ("pupils", level)), (teachers, pupils),
                    text, level=label, pupils=_Shown(pupils),
                    average=_Shown(None if average is None else round(average, 1)),
                )  # fmt: skip
        if classes and teachers and teachers > classes * MOST_TEACHERS_A_CLASS:
            yield _finding(
                Severity.WARNING, "teachers_class", (("teachers", level), ("classes", level)), (teachers, classes),
                _("%(level)s: %(average)s teachers to a class."),
                level=label, average=_Shown(round(teachers / classes, 1)),
            )  # fmt: skip


def _missing(figures: Figures, previous: Figures, levels: tuple[Level, ...]) -> Iterator[Finding]:
    """A main figure of a level that has any other one, and a figure that was given the year before."""
    for level in levels:
        used = {
            code for (code, name), value in figures.items() if name == level and value and code != "schools"
        }
        for indicator in INDICATORS:
            cell = (indicator.code, level)
            if not indicator.is_main or level not in indicator.levels or cell in figures:
                continue
            before = previous.get(cell)
            if used or before:
                yield _finding(
                    Severity.WARNING, "missing", (cell,), (before,),
                    _("“%(cell)s” is empty. Write .. where it is not available."), cell=cell_name(cell),
                )  # fmt: skip


def _foreign_levels(figures: Figures, levels: tuple[Level, ...]) -> Iterator[Finding]:
    for cell, value in figures.items():
        if value and cell[0] in ("classes", "pupils", "teachers") and cell[1] not in levels:
            yield _finding(
                Severity.WARNING, "level", (cell,), (value,),
                _("“%(cell)s” is %(value)s, but an institution of this type has no classes at that level."),
                cell=cell_name(cell), value=_Shown(value),
            )  # fmt: skip


def _jumps(figures: Figures, previous: Figures, school_year: int) -> Iterator[Finding]:
    for cell, value in figures.items():
        before = previous.get(cell)
        if value is None or before is None or value == before:
            continue
        params = {
            "cell": cell_name(cell),
            "value": _Shown(value),
            "before": _Shown(before),
            "year": school_year_text(school_year - 1),
        }
        low, high = sorted((value, before))
        if low and high >= low * UNIT_FACTOR and low >= UNIT_FROM:
            text = _(
                "“%(cell)s” is %(value)s, in %(year)s it was %(before)s. One of them seems to be in thousands."
            )
            yield _finding(Severity.ERROR, "unit", (cell,), (value, before), text, **params)
            continue
        small = SMALL.get(cell[0])
        if small is None or abs(value - before) <= small:
            continue
        if before == 0 or abs(value - before) / before > JUMP:
            text = _("“%(cell)s” is %(value)s, in %(year)s it was %(before)s. Is that right?")
            yield _finding(Severity.WARNING, "jump", (cell,), (value, before), text, **params)
