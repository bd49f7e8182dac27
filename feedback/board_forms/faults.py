"""What is wrong with a form that a board is building. A draft may have faults; it is not handed to the board with one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from feedback.board_forms.building import (
    CHOOSING,
    Question,
    answers_named,
    purpose_codes_of,
    questions_of,
    source_of,
    words,
)
from feedback.board_forms.keys import KEY, named_by
from privacy.choices import LegalBasis, Necessity

MOST_QUESTIONS, MOST_STEPS, MOST_OPTIONS = 80, 12, 60
SHOWN = 6
"""How many names a sentence lists at the most."""


def faults_of(page) -> dict[str, list[str]]:
    """Field of the page → sentences, each with the name of the question it is about. Empty: the form can be used."""
    questions = questions_of(page)
    steps = [
        *_step_faults(page, questions),
        *(text for question in questions for text in _question_faults(question, questions)),
        *_optional_faults(page, questions),
        *_condition_faults(page, questions),
    ]
    found = {
        "purposes": list(_purpose_faults(page, questions)),
        "steps": steps,
        "recipients": list(_recipient_faults(page)),
        "closes_at": list(_time_faults(page)),
    }
    return {name: texts for name, texts in found.items() if texts}


def _purpose_faults(page, questions: Sequence[Question]) -> Iterator[str]:
    blocks = [child.value for child in page.purposes]
    if not blocks:
        yield _("A form needs a purpose: say for what the answers are used.")
        return
    if all(block.get("is_optional") for block in blocks):
        yield _("At least one purpose has to be one that the sender must agree to.")
    used = {code for question in questions for code in question.purposes}
    for number, (code, block) in enumerate(zip(purpose_codes_of(page), blocks, strict=True), start=1):
        values = {"number": number}
        if not words(block.get("text")):
            yield _("Purpose %(number)s says nothing.") % values
        if block.get("legal_basis") == LegalBasis.LAW and not words(block.get("citation")):
            yield _("Purpose %(number)s rests on a law: name the article.") % values
        if not block.get("retention_days"):
            yield _("Purpose %(number)s does not say for how many days the answers are kept.") % values
        if questions and code not in used:
            yield _("Purpose %(number)s is served by no question: take it out.") % values


def _recipient_faults(page) -> Iterator[str]:
    for number, child in enumerate(page.recipients, start=1):
        if not all(words(child.value.get(name)) for name in ("name", "kind", "what_for")):
            yield _("Recipient %(number)s: give the name, the kind and what for.") % {"number": number}


def _step_faults(page, questions: Sequence[Question]) -> Iterator[str]:
    if not questions:
        yield _("A form needs a question.")
    if len(questions) > MOST_QUESTIONS or len(page.steps) > MOST_STEPS:
        most = {"questions": MOST_QUESTIONS, "steps": MOST_STEPS}
        yield _("A form has %(questions)s questions in %(steps)s steps at the most.") % most
    if len(page.steps) > 1:
        for number, child in enumerate(page.steps, start=1):
            if not words(child.value.get("title")):
                yield _("Step %(number)s has no title.") % {"number": number}
            if not child.value.get("questions"):
                yield _("Step %(number)s has no question.") % {"number": number}


def _question_faults(question: Question, questions: Sequence[Question]) -> Iterator[str]:
    if not words(question.label):
        yield _("Question %(number)s has no words.") % {"number": question.number}
        return
    label = {"question": question.label}
    times = Counter(words(other.label) for other in questions)
    if times[words(question.label)] > 1:
        yield _("“%(question)s”: two questions have the same words.") % label
    if not question.purposes:
        yield _("“%(question)s”: say for which purpose it is asked.") % label
    if not question.block.get("data_class"):
        yield _("“%(question)s”: say whether it asks for something personal.") % label
    if question.necessity == Necessity.LEGAL and not words(question.block.get("citation")):
        yield _("“%(question)s”: name the article of the law that requires it.") % label
    if question.kind in ("choice", "choices") and not 2 <= len(question.options) <= MOST_OPTIONS:
        count = len(question.options)
        yield ngettext(
            "“%(question)s” has %(count)s choice; give two to %(most)s.",
            "“%(question)s” has %(count)s choices; give two to %(most)s.",
            count,
        ) % (label | {"count": count, "most": MOST_OPTIONS})
    for low, high in (("smallest", "largest"), ("earliest", "latest")):
        first, last = question.block.get(low), question.block.get(high)
        if first is not None and last is not None and first > last:
            yield _("“%(question)s”: the lower limit is above the upper one.") % label


def _optional_faults(page, questions: Sequence[Question]) -> Iterator[str]:
    """A question that serves only what the sender may refuse is optional itself (P6.2)."""
    codes = purpose_codes_of(page)
    optional = {
        code for code, child in zip(codes, page.purposes, strict=True) if child.value.get("is_optional")
    }
    for question in questions:
        if question.is_required and question.purposes and optional.issuperset(question.purposes):
            yield _("“%(question)s” serves only what the sender may refuse, so it has to be optional.") % {
                "question": question.label
            }


def _condition_faults(page, questions: Sequence[Question]) -> Iterator[str]:
    for number, child in enumerate(page.steps, start=1):
        before = [q for q in questions if q.step < number]
        name = child.value.get("title") or _("Step %(number)s") % {"number": number}
        yield from _condition_of(name, child.value, before, questions)
    for question in questions:
        before = questions[: question.number - 1]
        yield from _condition_of(question.label, question.block, before, questions)


def _in_words(asked: str, questions: Sequence[Question]) -> str:
    """How a question is called that a condition names by its key."""
    name = named_by("q", asked)
    label = next((q.label for q in questions if q.name == name), "")
    return label or (_("a question that was taken out") if KEY.fullmatch(asked) else asked)


def _condition_of(
    name: str, block: Any, before: Sequence[Question], questions: Sequence[Question]
) -> Iterator[str]:
    asked, answer = block.get("only_if_question"), block.get("only_if_answer")
    if not words(asked):
        if answer:
            yield _("“%(question)s”: the condition names an answer and no question.") % {"question": name}
        return
    source = source_of(block, before)
    if source is None:
        possible = [f"“{q.label}”" for q in before if q.kind in CHOOSING]
        asked = _in_words(asked, questions)
        values = {"question": name, "asked": asked, "possible": ", ".join(possible[:SHOWN])}
        if possible:
            yield (
                _(
                    "“%(question)s” depends on “%(asked)s”, which is no earlier question with choices. There are: %(possible)s."
                )
                % values
            )
        else:
            yield (
                _("“%(question)s” depends on “%(asked)s”, and no question with choices stands before it.")
                % values
            )
        return
    named = answers_named(block, source)
    if not named or None in named:
        options = source.options or [_("Yes"), _("No")]
        yield _(
            "“%(question)s” depends on an answer that “%(asked)s” does not have. It has: %(possible)s."
        ) % {
            "question": name,
            "asked": source.label,
            "possible": ", ".join(options[:SHOWN]),
        }


def _time_faults(page) -> Iterator[str]:
    if page.opens_at and page.closes_at and page.opens_at >= page.closes_at:
        yield _("The form closes before it opens.")
    if page.is_survey and not page.closes_at:
        yield _("A survey ends: say when it closes. Then only totals stay.")
