"""One row of a list: what is wrong with it, or its key and its values.

Lists repeat a few hundred different cells a million times, so each is understood once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from common.spreadsheets.table import column_letters
from enrolment.choices import SubjectKind
from enrolment.results.codes import CodeMaker
from enrolment.results.keys import ABSENT, SEPARATOR, bare_birth, bare_code, bare_number
from enrolment.results.subjects import Subject

MEMORY = 50_000
"""Different cells of a column that are remembered."""
LONGEST_TEXT = 60
LONGEST_NUMBER = 40
CODE_LETTERS = (6, 40)


class WrongCellError(ValueError):
    """The sentence about a cell."""


class Remembered(dict):
    """Cell → what it means; raises WrongCellError for one that means nothing, which is not remembered."""

    def __init__(self, understand: Callable[[str], str]):
        super().__init__()
        self.understand = understand

    def __missing__(self, cell: str) -> str:
        value = self.understand(cell)
        if len(self) < MEMORY:
            self[cell] = value
        return value


@dataclass(frozen=True)
class Wording:
    """How a list writes that a subject was not taken, or that a candidate was absent."""

    not_taken: frozenset[str]
    absent: frozenset[str]
    empty_is_not_taken: bool

    @classmethod
    def of(cls, exam) -> Wording:
        return cls(_words(exam.not_taken), _words(exam.absent), exam.empty_is_not_taken)


def _words(text: str) -> frozenset[str]:
    return frozenset(found for part in text.split(";") if (found := _word(part)))


def _word(cell: str) -> str:
    """A cell as it is compared: the minus signs of typographers and word processors are one."""
    return cell.strip().casefold().replace("−", "-").replace("–", "-")


def score_reader(subject: Subject, wording: Wording) -> Callable[[str], str]:
    """What a cell of a subject means: a score without needless zeros, ABSENT, or nothing for “not taken”."""
    lowest, highest, step = Decimal(subject.minimum), Decimal(subject.maximum), Decimal(subject.step)

    def understand(cell: str) -> str:
        word = _word(cell)
        if not word:
            if wording.empty_is_not_taken:
                return ""
            raise WrongCellError(_("The cell is empty."))
        if word in wording.not_taken:
            return ""
        if word in wording.absent:
            return ABSENT
        if subject.kind == SubjectKind.TEXT:
            return " ".join(cell.replace(SEPARATOR, " ").split())[:LONGEST_TEXT]
        try:
            score = Decimal(word.replace(",", "."))
        except InvalidOperation:
            raise WrongCellError(
                _("“%(value)s” is no score, and not written as “not taken” or “absent”.")
                % {"value": cell.strip()[:20]}
            ) from None
        if not score.is_finite() or not lowest <= score <= highest:
            raise WrongCellError(
                _("%(value)s is not between %(lowest)s and %(highest)s.")
                % {"value": cell.strip()[:20], "lowest": subject.minimum, "highest": subject.maximum}
            )
        if score % step:
            raise WrongCellError(
                _("%(value)s is no multiple of %(step)s.")
                % {"value": cell.strip()[:20], "step": subject.step}
            )
        plain = f"{score.normalize():f}"
        return "0" if plain in ("-0", "0") else plain

    return understand


def _number(cell: str) -> str:
    found = bare_number(cell)
    if not found:
        raise WrongCellError(_("The candidate number is missing."))
    if len(found) > LONGEST_NUMBER:
        raise WrongCellError(_("The candidate number is too long."))
    return found


def _birth(cell: str) -> str:
    found = bare_birth(cell)
    if not found:
        raise WrongCellError(_("The date of birth is missing or cannot be read."))
    return found


def _code(cell: str) -> str:
    found = bare_code(cell)
    if not CODE_LETTERS[0] <= len(found) <= CODE_LETTERS[1]:
        raise WrongCellError(_("The printed code has fewer than six or more than forty letters and digits."))
    return found


@dataclass(frozen=True)
class Fault:
    """What is wrong where: ``{"cell": "C7", "text": sentence}`` as it is stored, and ``"column": heading`` where there is one."""

    row: int
    column: int
    text: str
    heading: str = ""

    def as_json(self) -> dict[str, str]:
        found = {"cell": f"{column_letters(self.column)}{self.row}", "text": self.text}
        return found | ({"column": self.heading} if self.heading else {})


@dataclass
class Reader:
    """Reads the rows of one list with one mapping. `totals` counts what was read: subject → score → how often. `draws` gives the
    codes where the list has none."""

    columns: dict[str, int]
    subjects: Sequence[Subject]
    wording: Wording
    draws: CodeMaker | None = None
    counts: list[dict[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.counts = [{} for _subject in self.subjects]
        self.width = max(self.columns.values()) + 1
        self.number_at = self.columns["number"]
        self.birth_at = self.columns.get("birth")
        self.code_at = self.columns.get("code")
        self.births = Remembered(_birth)
        self.scores = [
            (
                self.columns.get(subject.code, -1),
                Remembered(score_reader(subject, self.wording)),
                self.counts[place],
            )
            for place, subject in enumerate(self.subjects)
        ]
        self.empty = [""] * self.width

    def keys(self, cells: Sequence[str]) -> tuple[str, str, str]:
        """Number, date of birth, code. Raises WrongCellError."""
        number = _number(cells[self.number_at])
        birth = self.births[cells[self.birth_at]] if self.birth_at is not None else ""
        if self.draws:
            return number, birth, self.draws.bare(number)
        code = _code(cells[self.code_at]) if self.code_at is not None else ""
        return number, birth, code

    def values(self, cells: Sequence[str]) -> list[str]:
        """The values of the subjects, counted. Raises WrongCellError; nothing is counted twice."""
        found = []
        for place, meaning, _count in self.scores:
            found.append(meaning[cells[place]] if place >= 0 else "")
        for value, (_place, _meaning, count) in zip(found, self.scores, strict=True):
            if value:
                count[value] = count.get(value, 0) + 1
        return found

    def fitted(self, cells: Sequence[str]) -> Sequence[str]:
        """The row with as many cells as are read."""
        return cells if len(cells) >= self.width else [*cells, *self.empty][: self.width]

    def faults(self, row: int, cells: Sequence[str]) -> list[Fault]:
        """Everything that is wrong with a row; called for rows that have something."""
        found = []
        checks: list[tuple[int | None, Callable[[str], str]]] = [
            (self.number_at, _number),
            (self.birth_at, _birth),
            (self.code_at, _code),
            *((place, meaning.understand) for place, meaning, _count in self.scores if place >= 0),
        ]
        for place, understand in checks:
            if place is None:
                continue
            try:
                understand(cells[place])
            except WrongCellError as error:
                found.append(Fault(row, place, str(error)))
        return found

    def totals(self) -> dict[str, dict]:
        """Subject → how many took it, were absent, and had which score; texts are not counted."""
        found = {}
        for subject, count in zip(self.subjects, self.counts, strict=True):
            if subject.kind == SubjectKind.TEXT:
                continue
            scores = {score: number for score, number in count.items() if score != ABSENT}
            found[subject.code] = {
                "taken": sum(scores.values()),
                "absent": count.get(ABSENT, 0),
                "scores": dict(sorted(scores.items(), key=lambda pair: Decimal(pair[0]))),
            }
        return found
