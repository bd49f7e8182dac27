"""Questions, with what is personal about each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from common.personal_data import DataClass
from privacy.choices import LookupKind, Necessity
from privacy.forms.fields import SafeFileField, described_file
from privacy.uploads.checks import CheckedUpload


@dataclass(frozen=True, kw_only=True)
class FieldStatement:
    """What a field asks for (P3.3), why it must (P6.2), and which purposes use it; the codes are those of the
    form."""

    data_class: DataClass
    necessity: Necessity
    purposes: tuple[str, ...]
    lookup: LookupKind | str = ""
    """Found again by this answer (``privacy.services.lookups``); its form is told to the sender."""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A field is asked only where an earlier one, of this step of questions or one before, was answered in one of these ways."""

    field: str
    answers: tuple[str, ...]

    def holds(self, given: Mapping[str, Any]) -> bool:
        found = given.get(self.field)
        return any(value in self.answers for value in (found if isinstance(found, list) else [found]))


class QuestionForm(forms.Form):
    """One step of questions. Each field has its statement; a form that lacks one does not start.

    `given`: the answers so far. A field whose condition does not hold with them is not part of the form. Conditions are
    decided on the server, so they work without script: a field stands in a later step than the one it depends on.
    """

    title: ClassVar[str | Promise] = ""
    intro: ClassVar[str | Promise] = ""
    statements: ClassVar[Mapping[str, FieldStatement]] = {}
    conditions: ClassVar[Mapping[str, tuple[Condition, ...]]] = {}
    """By field: all of them must hold."""
    passing: ClassVar[frozenset[str]] = frozenset()
    """Names of fields that only help to fill in the form: nothing of them is stored with what is sent."""

    required_css_class = "required"

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        missing = set(cls.base_fields) - set(cls.statements)
        if missing:
            raise TypeError(f"{cls.__name__} states nothing about {', '.join(sorted(missing))}.")

    def __init__(self, *args, given: Mapping[str, Any] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if given is not None:
            asked = self.asked(given)
            for name in [name for name in self.fields if name not in asked]:
                del self.fields[name]

    @classmethod
    def asked(cls, given: Mapping[str, Any]) -> list[str]:
        """The names of the fields whose condition holds with these answers, in order."""
        return [
            name
            for name in cls.base_fields
            if all(condition.holds(given) for condition in cls.conditions.get(name, ()))
        ]

    @classmethod
    def personal_labels(cls) -> list[str]:
        """The names of the fields that ask for something personal, as a notice lists them."""
        return [
            str(field.label)
            for name, field in cls.base_fields.items()
            if cls.statements[name].data_class != DataClass.NOT_PERSONAL
        ]

    def answers(self) -> dict[str, Any]:
        """The cleaned answers, by field; of a file what `uploads` does not hold: one kept from before, or none."""
        return {
            name: (value or None) if isinstance(self.fields[name], SafeFileField) else value
            for name in self.fields
            if not isinstance(value := self.cleaned_data.get(name), CheckedUpload)
        }

    def uploads(self) -> dict[str, CheckedUpload]:
        """The files that came with this request and passed their checks, by field."""
        found = getattr(self, "cleaned_data", {})
        return {name: value for name, value in found.items() if isinstance(value, CheckedUpload)}

    @classmethod
    def lookups(cls, answers: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Kind and value of the answers by which a submission is found again."""
        return [
            (str(statement.lookup), str(answers[name]))
            for name, statement in cls.statements.items()
            if statement.lookup and answers.get(name)
        ]

    @classmethod
    def remarks(cls, answers: Mapping[str, Any]) -> list[str]:
        """What looks like a slip and is none of necessity, to be read where the answers are checked."""
        return []

    def rows(self, answers: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Label and answer of each field in words, to be checked: ``{name, label, value}``."""
        return [
            {"name": name, "label": field.label, "value": shown_value(field, answers.get(name))}
            for name, field in self.fields.items()
        ]

    def described(self) -> list[dict[str, Any]]:
        """The fields as they stand, for the snapshot that is stored with each submission."""
        return [
            {
                "name": name,
                "label": str(field.label),
                "kind": kind_of_field(field),
                "required": field.required,
                "class": str(self.statements[name].data_class),
                "necessity": str(self.statements[name].necessity),
                "purposes": list(self.statements[name].purposes),
                "options": options_of_field(field),
                **({"lookup": str(self.statements[name].lookup)} if self.statements[name].lookup else {}),
            }
            for name, field in self.fields.items()
            if name not in self.passing
        ]


KINDS: tuple[tuple[type[forms.Field], str], ...] = (
    (forms.BooleanField, "yes_no"),
    (forms.MultipleChoiceField, "choices"),
    (forms.ChoiceField, "choice"),
    (forms.DateField, "date"),
    (forms.FileField, "file"),
    (forms.EmailField, "email"),
    (forms.IntegerField, "number"),
)


def kind_of_field(field: forms.Field) -> str:
    """How an answer is to be read later, when the form may be gone: a word of ours, not of Django."""
    if word := getattr(field, "answer_kind", ""):
        return word
    return next((word for field_type, word in KINDS if isinstance(field, field_type)), "text")


def options_of_field(field: forms.Field) -> list[list[str]]:
    """What can be chosen, as ``[value, words]``: what totals are counted of when the answers go."""
    if isinstance(field, forms.BooleanField):
        return [["yes", _("Yes")], ["no", _("No")]]
    choices = getattr(field, "choices", None) if isinstance(field, forms.ChoiceField) else None
    if not choices or isinstance(field, forms.ModelChoiceField):
        return []
    return [[str(value), str(words)] for value, words in choices if value not in (None, "")]


def shown_answer(entry: Mapping[str, Any], value: Any) -> str:
    """An answer in words, from the description of its field in the snapshot alone (`QuestionForm.described`)."""
    if value is None or value == "":
        return ""
    kind, options = entry.get("kind"), dict(entry.get("options") or ())
    if kind == "yes_no":
        return _("Yes") if value else _("No")
    if kind == "file":
        return described_file(value)
    if isinstance(value, list):
        return ", ".join(options.get(str(each), str(each)) for each in value)
    if kind == "date":
        day = parse_date(str(value))
        return f"{day:%d/%m/%Y}" if day else str(value)
    return options.get(str(value), str(value))


def shown_value(field: forms.Field, value: Any) -> str:
    """An answer in words."""
    kind = kind_of_field(field)
    if kind == "yes_no" and isinstance(field, forms.BooleanField):
        value = bool(value)
    return shown_answer({"kind": kind, "options": options_of_field(field)}, value)
