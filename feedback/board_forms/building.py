"""From the blocks of a page to its steps of questions.

A condition works without script because it is decided on the server: a question stands on a later page than the one it
depends on, so a step in which a question depends on another of the same step becomes two pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from common.personal_data import DataClass
from feedback.board_forms.fields import make_field
from feedback.board_forms.keys import (
    CHOOSING,
    YES,
    answer_in,
    lines,
    name_of,
    named_by,
    question_of_answer,
    words,
    words_of_answer,
)
from privacy.choices import LookupKind, Necessity
from privacy.forms import Condition, FieldStatement, QuestionForm

__all__ = [
    "CHOOSING",
    "Question",
    "pages_of",
    "purpose_codes_of",
    "question_forms_of",
    "questions_of",
    "words",
]
LOOKUPS = {"email": LookupKind.EMAIL, "phone": LookupKind.PHONE}
"""By what a person is found who has lost the code."""


@dataclass
class Question:
    """One question as it stands in the form. `number` and `step` are counted from 1."""

    name: str
    kind: str
    block: Any
    number: int
    step: int
    options: list[str] = field(default_factory=list)
    purposes: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()

    @property
    def label(self) -> str:
        return self.block.get("label") or ""

    @property
    def data_class(self) -> DataClass:
        value = self.block.get("data_class")
        return DataClass(value) if value in DataClass.values else DataClass.PERSONAL

    @property
    def necessity(self) -> Necessity:
        value = self.block.get("necessity")
        return Necessity(value) if value in Necessity.values else Necessity.SERVICE

    @property
    def is_required(self) -> bool:
        return self.necessity != Necessity.OPTIONAL


def purpose_codes_of(page) -> list[str]:
    """The codes of the purposes of a form, in their order."""
    return [name_of("p-", child, place) for place, child in enumerate(page.purposes)]


def questions_of(page) -> list[Question]:
    """All questions of a form in order, as far as they can be asked: one whose condition names nothing is always asked."""
    codes = purpose_codes_of(page)
    found: list[Question] = []
    for step_number, step in enumerate(page.steps, start=1):
        outer = condition_of(step.value, found)
        before_step = list(found)
        for place, child in enumerate(step.value.get("questions") or ()):
            block = child.value
            own = condition_of(block, found)
            number = len(found) + 1
            found.append(
                Question(
                    name=name_of("q", child, step_number * 1000 + place),
                    kind=child.block_type,
                    block=block,
                    number=number,
                    step=step_number,
                    options=lines(block.get("options")),
                    purposes=tuple(_purposes(block, codes)),
                    conditions=tuple(c for c in (_within(outer, before_step), own) if c),
                )
            )
    return found


def _within(condition: Condition | None, before: Sequence[Question]) -> Condition | None:
    return condition if condition and any(q.name == condition.field for q in before) else None


def _purposes(block: Any, codes: Sequence[str]) -> Iterator[str]:
    """In the order of the form; a number is the place of a purpose."""
    chosen = {str(value) for value in block.get("purposes") or ()}
    named = {named_by("p-", value) for value in chosen if not _is_place(value)}
    places = {int(value) for value in chosen if _is_place(value)}
    for place, code in enumerate(codes, start=1):
        if code in named or place in places:
            yield code


def _is_place(value: str) -> bool:
    return value.isdecimal() and len(value) < 3


def source_of(block: Any, before: Sequence[Question]) -> Question | None:
    """The earlier question that a condition names."""
    asked = block.get("only_if_question") or ""
    if not words(asked):
        return None
    possible = [q for q in reversed(before) if q.kind in CHOOSING]
    by_key = next((q for q in possible if q.name == named_by("q", asked)), None)
    return by_key or next((q for q in possible if words(q.label) == words(asked)), None)


def condition_of(block: Any, before: Sequence[Question]) -> Condition | None:
    source = source_of(block, before)
    if source is None:
        return None
    answers = tuple(answer for answer in answers_named(block, source) if answer is not None)
    return Condition(field=source.name, answers=answers) if answers else None


def answers_named(block: Any, source: Question) -> list[Any]:
    """The answers that a condition names, as the sender's are stored; None for one that the question does not have."""
    found: list[Any] = []
    for chosen in block.get("only_if_answer") or ():
        key = question_of_answer(chosen)
        is_its_own = not key or named_by("q", key) == source.name
        kept = answer_in(words_of_answer(chosen), source.kind, source.options) if is_its_own else None
        found.append(kept == YES if kept and source.kind == "yes_no" else kept)
    return found


def pages_of(found: Sequence[Question]) -> list[list[Question]]:
    """The questions by page: a step, cut before a question that depends on one of the same page."""
    pages: list[list[Question]] = []
    step = 0
    for question in found:
        here = {q.name for q in pages[-1]} if pages else set()
        depends = any(condition.field in here for condition in question.conditions)
        if question.step != step or depends:
            pages.append([])
            step = question.step
        pages[-1].append(question)
    return pages


def question_forms_of(page) -> tuple[type[QuestionForm], ...]:
    """The steps of a form. A question without words, choices or purpose is left out: the draft is not ready."""
    steps = [child.value for child in page.steps]
    made = []
    shown: set[int] = set()
    for questions in pages_of([q for q in questions_of(page) if _can_be_asked(q)]):
        step = questions[0].step
        block = steps[step - 1]
        made.append(_form(questions, block.get("title") or "", "" if step in shown else block.get("text")))
        shown.add(step)
    return tuple(made)


def _can_be_asked(question: Question) -> bool:
    needs_options = question.kind in ("choice", "choices")
    return bool(question.label and question.purposes and (question.options or not needs_options))


def _form(questions: Sequence[Question], title: str, intro: str | None) -> type[QuestionForm]:
    fields = {q.name: make_field(q.kind, q.block, q.options, required=q.is_required) for q in questions}
    statements = {
        q.name: FieldStatement(
            data_class=q.data_class,
            necessity=q.necessity,
            purposes=q.purposes,
            lookup=LOOKUPS.get(q.kind, ""),
        )
        for q in questions
    }
    conditions = {q.name: q.conditions for q in questions if q.conditions}
    body = fields | {
        "title": title,
        "intro": intro or "",
        "statements": statements,
        "conditions": conditions,
    }
    return type("BuiltQuestions", (QuestionForm,), body)
