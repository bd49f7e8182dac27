"""The way through the questions of a form: which steps a person comes to, with the answers given so far.

Steps of questions are numbered as the form has them. One in which nothing applies is left out; an answer to a question that
no longer applies is dropped, so that nothing is stored that was not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from privacy.forms import QuestionForm

Steps = Sequence[type[QuestionForm]]


def kept(steps: Steps, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to questions that apply; a condition on an answer that was dropped does not hold."""
    found: dict[str, Any] = {}
    for step in steps:
        # Within a step a field may depend on one above it.
        for name in step.base_fields:
            if name in answers and name in step.asked(found):
                found[name] = answers[name]
    return found


def numbers(steps: Steps, answers: Mapping[str, Any]) -> list[int]:
    """The numbers of the steps in which something applies."""
    return [number for number, step in enumerate(steps) if step.asked(answers)]


def first_open(steps: Steps, answers: Mapping[str, Any]) -> int | None:
    """The first step with a question that was not put yet; None: all were."""
    for number, step in enumerate(steps):
        if any(name not in answers for name in step.asked(answers)):
            return number
    return None


def is_given(value: Any) -> bool:
    """Whether a question was answered with something."""
    return value not in (None, "", False, [])
