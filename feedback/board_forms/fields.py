"""The fields of a built form: each names its question in every message, and its answer can be stored as JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from common.day_field import DayField
from privacy.forms import SafeFileField
from privacy.uploads.kinds import KIND_NAMES

LONGEST_NUMBER = 10**12
FEW = 8
"""Up to so many choices are shown side by side; more of them in a list."""
YES, NO = "yes", "no"


class YesNoField(forms.TypedChoiceField):
    """True, False or None: nothing is chosen in advance, and "no" is an answer."""

    def __init__(self, **kwargs):
        super().__init__(
            choices=[(YES, _("Yes")), (NO, _("No"))],
            coerce=lambda value: value == YES,
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: YES, False: NO}.get(value, value) if isinstance(value, bool) else value


class BoundedDayField(DayField):
    """A day that is not before the one, and not after the other."""

    def __init__(self, *, earliest: date | None = None, latest: date | None = None, **kwargs):
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            raise forms.ValidationError(
                _("“%(question)s”: the day is not before %(day)s.")
                % {"question": self.label, "day": f"{self.earliest:%d/%m/%Y}"},
                code="earliest",
            )
        if value and self.latest and value > self.latest:
            raise forms.ValidationError(
                _("“%(question)s”: the day is not after %(day)s.")
                % {"question": self.label, "day": f"{self.latest:%d/%m/%Y}"},
                code="latest",
            )


def _said(question: str | Promise, *, has_params: bool = False, **texts: str) -> dict[str, str]:
    """Messages that name their question. `has_params`: Django puts values of its own into these afterwards."""
    named = str(question).replace("%", "%%") if has_params else question
    return {code: text % {"question": named} for code, text in texts.items()}


def _common(block: Any, required: bool) -> dict[str, Any]:
    messages = _said(block["label"], required=_("Answer the question “%(question)s”."))
    return {"required": required, "help_text": block.get("hint") or "", "error_messages": messages}


def _attrs(block: Any, **attrs: str) -> dict[str, str]:
    return attrs | ({"autocomplete": block["autofill"]} if block.get("autofill") else {})


def text(block, options, common) -> forms.Field:
    return forms.CharField(max_length=200, widget=forms.TextInput(_attrs(block)), **common)


def long_text(block, options, common) -> forms.Field:
    return forms.CharField(max_length=5000, widget=forms.Textarea({"rows": 6}), **common)


def email(block, options, common) -> forms.Field:
    common["error_messages"] |= _said(
        block["label"],
        has_params=True,
        invalid=_("“%(question)s”: write a whole address, for example ten@example.vn."),
    )
    return forms.EmailField(widget=forms.EmailInput({"autocomplete": "email"}), **common)


def phone(block, options, common) -> forms.Field:
    common["error_messages"] |= _said(
        block["label"],
        has_params=True,
        invalid=_("“%(question)s”: write the number with digits, for example 0912 345 678."),
    )
    widget = forms.TextInput({"autocomplete": "tel", "inputmode": "tel"})
    return forms.RegexField(r"^\+?[0-9][0-9 .()-]{5,24}$", widget=widget, **common)


def day(block, options, common) -> forms.Field:
    common["error_messages"] |= _said(
        block["label"],
        invalid=_("“%(question)s”: write day, month and year with digits, for example 05/09/2026."),
    )
    common["help_text"] = common["help_text"] or _("Day/month/year, for example 05/09/2026")
    return BoundedDayField(
        earliest=block.get("earliest"),
        latest=block.get("latest"),
        widget=forms.TextInput(_attrs(block, inputmode="numeric")),
        **common,
    )


def number(block, options, common) -> forms.Field:
    common["error_messages"] |= _said(
        block["label"],
        invalid=_("“%(question)s”: write a whole number with digits."),
    ) | _said(
        block["label"],
        has_params=True,
        min_value=_("“%(question)s”: not less than %%(limit_value)s."),
        max_value=_("“%(question)s”: not more than %%(limit_value)s."),
    )
    smallest, largest = block.get("smallest"), block.get("largest")
    return forms.IntegerField(
        min_value=-LONGEST_NUMBER if smallest is None else smallest,
        max_value=LONGEST_NUMBER if largest is None else largest,
        widget=forms.TextInput({"inputmode": "numeric"}),
        **common,
    )


def _one_of_these(block) -> dict[str, str]:
    return _said(
        block["label"], has_params=True, invalid_choice=_("“%(question)s”: choose what the list offers.")
    )


def choice(block, options, common) -> forms.Field:
    common["error_messages"] |= _one_of_these(block)
    pairs = [(option, option) for option in options]
    if len(pairs) <= FEW:
        return forms.ChoiceField(choices=pairs, widget=forms.RadioSelect, **common)
    return forms.ChoiceField(choices=[("", _("Please choose")), *pairs], widget=forms.Select, **common)


def choices(block, options, common) -> forms.Field:
    common["error_messages"] |= _one_of_these(block)
    pairs = [(option, option) for option in options]
    return forms.MultipleChoiceField(choices=pairs, widget=forms.CheckboxSelectMultiple, **common)


def yes_no(block, options, common) -> forms.Field:
    common["error_messages"] |= _one_of_these(block)
    return YesNoField(**common)


def file(block, options, common) -> forms.Field:
    kinds = tuple(kind for kind in block.get("kinds") or () if kind in KIND_NAMES) or ("pdf",)
    common["error_messages"] = _said(block["label"], required=_("“%(question)s”: choose a file."))
    return SafeFileField(kinds=kinds, **common)


MAKERS = {
    "text": text,
    "long_text": long_text,
    "email": email,
    "phone": phone,
    "date": day,
    "number": number,
    "choice": choice,
    "choices": choices,
    "yes_no": yes_no,
    "file": file,
}


def make_field(kind: str, block: Any, options: list[str], *, required: bool) -> forms.Field:
    """The field of a question. A null character in a text is refused by Django's own validator."""
    field = MAKERS[kind](block, options, _common(block, required))
    field.label, field.answer_kind = block["label"], kind
    return field
