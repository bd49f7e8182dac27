"""Purposes and earlier questions are named by what stays: the id of their block. A board chooses them by their words.

A form that was stored before names purposes by number and questions by their words; both are still understood, and are put in
place of ids when the form is edited. What was added in the editor and not saved yet is chosen by its number.
"""

from __future__ import annotations

import copy
import re
import uuid
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import Truncator, format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

MAX_PURPOSES = 6
NUMBERS = [(str(n), format_lazy("{} {}", _("Purpose"), n)) for n in range(1, MAX_PURPOSES + 1)]
CHOOSING = frozenset({"choice", "choices", "yes_no"})
"""Kinds of question on which another may depend."""
LONGEST = 90
LONGEST_ANSWER = 400
KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""The id of a block."""
YES, NO = "yes", "no"
YES_WORDS = {"có", "yes", "đúng", "true"}
NO_WORDS = {"không", "no", "sai", "false"}


class AnyKey(forms.MultipleChoiceField):
    """What a key names is judged with the whole form (``feedback.board_forms.faults``): a draft may be wrong."""

    def valid_value(self, value: str) -> bool:
        return len(value) <= LONGEST


class AnyName(forms.ChoiceField):
    def valid_value(self, value: str) -> bool:
        return True


class PurposesChosenBlock(blocks.MultipleChoiceBlock):
    """Purposes of the form, by the ids of their blocks."""

    def get_field(self, **kwargs: Any) -> forms.Field:
        return AnyKey(**kwargs)


class AnyAnswer(forms.MultipleChoiceField):
    def valid_value(self, value: str) -> bool:
        return len(value) <= LONGEST_ANSWER


class AnswersChosenBlock(blocks.MultipleChoiceBlock):
    """Answers of earlier questions, each by the id of the question's block and its own words: ``id|answer``; ``yes`` and ``no``
    where the question has no others. Forms from before name answers by their words, one to a line."""

    def get_field(self, **kwargs: Any) -> forms.Field:
        return AnyAnswer(**kwargs)

    def to_python(self, value: Any) -> list[str]:
        return lines(value) if isinstance(value, str) else list(value or ())

    def normalize(self, value: Any) -> list[str]:
        return self.to_python(value)


class EarlierQuestionBlock(blocks.ChoiceBlock):
    """An earlier question with choices, by the id of its block."""

    def get_field(self, **kwargs: Any) -> forms.Field:
        return AnyName(**kwargs)


def words(text: str | None) -> str:
    """A text as it is compared: without the differences that nobody sees."""
    return " ".join((text or "").split()).rstrip("?:.! ").casefold()


def lines(text: str | None) -> list[str]:
    """The lines of a text that say something, each once."""
    found = (" ".join(line.split()) for line in (text or "").splitlines())
    return list(dict.fromkeys(line for line in found if line))


def name_of(prefix: str, child: Any, place: int) -> str:
    """A name that stays when the block is moved or reworded; a block that was never saved is named by its place."""
    return named_by(prefix, str(child.id or f"{place:08d}"))


def named_by(prefix: str, key: str) -> str:
    return f"{prefix}{key.replace('-', '')[:12]}"


def keys_put(page) -> None:
    """Put ids in place of numbers and words, in the page as it is in memory."""
    for child in [*page.purposes, *page.steps, *_questions(page)]:
        child.id = child.id or str(uuid.uuid4())
    ids = [str(child.id) for child in page.purposes]
    before: list[Any] = []
    for step in page.steps:
        _name_question(step.value, before)
        for child in step.value.get("questions") or ():
            block = child.value
            if "purposes" in block:
                block["purposes"] = [_purpose_id(chosen, ids) for chosen in block.get("purposes") or ()]
            _name_question(block, before)
            before.append(child)


def _questions(page) -> Iterator[Any]:
    for step in page.steps:
        yield from step.value.get("questions") or ()


def _purpose_id(chosen: Any, ids: list[str]) -> str:
    place = int(chosen) if str(chosen).isdecimal() else 0
    return ids[place - 1] if 1 <= place <= len(ids) else str(chosen)


def _name_question(block: Any, before: list[Any]) -> None:
    answers = block.get("only_if_answer") or ()
    asked = block.get("only_if_question") or next(
        (key for key in map(question_of_answer, answers) if key), ""
    )
    if not asked:
        return
    for child in reversed(before):
        if child.block_type in CHOOSING and asked_for(child, asked):
            block["only_if_question"] = str(child.id)
            block["only_if_answer"] = [_answer_id(answer, child) for answer in answers]
            return


def asked_for(child: Any, asked: str) -> bool:
    return str(child.id) == asked or words(child.value.get("label")) == words(asked)


def question_of_answer(answer: str) -> str:
    """The id of the question that a chosen answer belongs to; empty for one that only stands in words."""
    key, bar, _text = answer.partition("|")
    return key if bar and KEY.fullmatch(key) else ""


def words_of_answer(answer: str) -> str:
    return answer.partition("|")[2] if question_of_answer(answer) else answer


def _answer_id(answer: str, child: Any) -> str:
    if question_of_answer(answer):
        return answer
    return f"{child.id}|{answer_in(answer, child.block_type, lines(child.value.get('options'))) or answer}"


def answer_in(answer: str, kind: str, options: list[str]) -> str | None:
    """The answer of a question that is meant by these words, as it is kept; None for one that it does not have."""
    text = words(answer)
    if kind == "yes_no":
        return YES if text in YES_WORDS else NO if text in NO_WORDS else None
    return next((option for option in options if words(option) == text), None)


def choices_put(form: forms.BaseForm, page) -> None:
    """Give the fields of one form the purposes and questions of its page to choose from, by their words."""
    field = form.fields.get("steps")
    if field is None:
        return
    purposes = [
        (str(child.id), f"{number}. {Truncator(child.value.get('text') or '–').chars(LONGEST)}")
        for number, child in enumerate(page.purposes, start=1)
    ]
    unsaved = [
        (number, format_lazy("{} {}", label, _("(not saved yet)")))
        for number, label in NUMBERS[len(purposes) :]
    ]
    earlier = list(_choosable(page))
    questions = [
        ("", _("– always asked –")),
        *((key, f"{label} ({_shown(each)})") for key, label, each in earlier),
    ]
    answers = [(label, [(f"{key}|{kept}", text) for kept, text in each]) for key, label, each in earlier]
    block = copy.deepcopy(field.block)
    for one in _conditional_blocks(block):
        if "purposes" in one.child_blocks:
            one.child_blocks["purposes"].field.choices = [*purposes, *unsaved]
        one.child_blocks["only_if_question"].field.choices = questions
        one.child_blocks["only_if_answer"].field.choices = answers
    field.block = block
    field.widget.block_def = block


def _choosable(page) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Questions on which others may depend: id, words, answers as they are kept and as they are shown."""
    for child in _questions(page):
        if child.block_type in CHOOSING:
            options = [(option, option) for option in lines(child.value.get("options"))]
            own = [(YES, str(_("Yes"))), (NO, str(_("No")))] if child.block_type == "yes_no" else options
            yield str(child.id), child.value.get("label") or "–", own


def _shown(answers: list[tuple[str, str]]) -> str:
    return Truncator(" / ".join(text for _kept, text in answers)).chars(LONGEST)


def _conditional_blocks(stream: Any) -> Iterator[Any]:
    """The block of a step, and the block of each kind of question in it."""
    step = stream.child_blocks["step"]
    yield step
    yield from step.child_blocks["questions"].child_blocks.values()
