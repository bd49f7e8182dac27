"""Purposes and earlier questions are named by what stays: the id of their block. A board chooses them by their words.

A form that was stored before names purposes by number and questions by their words; both are still understood, and are put in
place of ids when the form is edited. What was added in the editor and not saved yet is chosen by its number.
"""

from __future__ import annotations

import copy
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
    asked = block.get("only_if_question") or ""
    if not asked:
        return
    for child in reversed(before):
        if child.block_type in CHOOSING and words(child.value.get("label")) == words(asked):
            block["only_if_question"] = str(child.id)
            return


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
    questions = [("", _("– always asked –")), *_choosable(page)]
    block = copy.deepcopy(field.block)
    for one in _conditional_blocks(block):
        if "purposes" in one.child_blocks:
            one.child_blocks["purposes"].field.choices = [*purposes, *unsaved]
        one.child_blocks["only_if_question"].field.choices = questions
    field.block = block
    field.widget.block_def = block


def _choosable(page) -> list[tuple[str, str]]:
    found = []
    for child in _questions(page):
        if child.block_type in CHOOSING:
            options = lines(child.value.get("options")) or [str(_("Yes")), str(_("No"))]
            shown = Truncator(" / ".join(options)).chars(LONGEST)
            found.append((str(child.id), f"{child.value.get('label') or '–'} ({shown})"))
    return found


def _conditional_blocks(stream: Any) -> Iterator[Any]:
    """The block of a step, and the block of each kind of question in it."""
    step = stream.child_blocks["step"]
    yield step
    yield from step.child_blocks["questions"].child_blocks.values()
