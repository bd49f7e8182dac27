"""Several values of one set of choices in one column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _

__all__ = ["ChoiceSet", "ChoiceSetField", "having"]


class ChoiceSet(tuple):
    """The values, in the order of their set; as text their names, with a comma between."""

    choices: type[models.TextChoices]

    def __new__(cls, values: Iterable[str], choices: type[models.TextChoices]):
        wanted = set(values)
        found = super().__new__(cls, (str(value) for value in choices.values if value in wanted))
        found.choices = choices
        return found

    def __getnewargs__(self):
        return tuple(self), self.choices

    @property
    def labels(self) -> list[str]:
        return [force_str(self.choices(value).label) for value in self]

    def __str__(self) -> str:
        return ", ".join(self.labels)


class ChoiceSetField(models.Field):
    """Stored as ``,first,second,`` in a text column, which every database compares alike; `having` asks for one value.

    No ``CharField``: what a translation or a comparison of versions does with text and with single choices does not
    fit a set.
    """

    description = _("Several of a set of choices")

    def __init__(self, *args, choice_class: type[models.TextChoices] | None = None, **kwargs):
        self.choice_class = choice_class
        kwargs.setdefault("default", ())
        kwargs.setdefault("max_length", 200)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        """Migrations need the column only: a new choice is no change of the table."""
        name, path, args, kwargs = super().deconstruct()
        if kwargs.get("default") == ():
            del kwargs["default"]
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value: Any):
        if self.choice_class is None:
            return value
        if isinstance(value, ChoiceSet):
            return value
        if isinstance(value, str):
            value = value.split(",")
        return ChoiceSet(value or (), self.choice_class)

    def get_default(self):
        return self.to_python(super().get_default())

    def pre_save(self, model_instance, add):
        value = self.to_python(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        """A text is the piece of a comparison and stays as it is."""
        value = super().get_prep_value(value)
        if value is None or isinstance(value, str):
            return value
        values = list(value)
        return f",{','.join(values)}," if values else ""

    def value_to_string(self, obj) -> str:
        return self.get_prep_value(self.to_python(self.value_from_object(obj)))

    def validate(self, value, model_instance):
        if not self.blank and not value:
            raise ValidationError(self.error_messages["blank"], code="blank")

    def formfield(self, **kwargs):
        return super().formfield(
            **{
                "form_class": ChoiceSetFormField,
                "choices": self.choice_class.choices,
                "widget": forms.CheckboxSelectMultiple,
            }
            | {name: value for name, value in kwargs.items() if name not in ("max_length", "widget")}
        )


class ChoiceSetFormField(forms.MultipleChoiceField):
    def __init__(self, *args, max_length=None, **kwargs):
        super().__init__(*args, **kwargs)


def having(name: str, value: str) -> models.Q:
    """Rows in whose set a value is."""
    return models.Q(**{f"{name}__contains": f",{value},"})
