"""Wishes in order: schools narrowed by words first where there are many, then one list for each wish, without script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.personal_data import DataClass
from common.text import fold
from enrolment.applications.frames import Frame, PlaceChoice
from enrolment.choices import Grade
from privacy.choices import Necessity
from privacy.forms import FieldStatement, QuestionForm

PURPOSES = ("handle",)
MOST_TERMS = 10
EXAMPLES = {
    Grade.NURSERY: _("Đồi Chè Kindergarten – kindergarten, age 3"),
    Grade.GRADE_1: _("Đồi Chè Primary School – Grade 1"),
    Grade.GRADE_6: _("Đồi Chè Lower Secondary School – Grade 6"),
    Grade.GRADE_10: _("Đồi Chè Upper Secondary School – Grade 10"),
    Grade.CONTINUING: _("Đồi Chè Continuing Education Centre – Grade 10"),
}
"""A place as the lists of wishes name it, by what the campaign is for; of other classes none."""


def wish_field(number: int) -> str:
    return f"wish_{number}"


def wished(answers: Mapping[str, Any], most: int = 10) -> list[str]:
    """The keys of the places that are wished for, in order, each once, without gaps."""
    found = (answers.get(wish_field(number)) for number in range(1, most + 1))
    return list(dict.fromkeys(str(key) for key in found if key))


def places_matching(frame: Frame, text: str) -> list[PlaceChoice]:
    """The places in whose names, or in whose communes, one of the terms stands; terms are parted by commas. All of them without a
    term."""
    terms = [" ".join(fold(term).split()) for term in str(text or "").split(",")][:MOST_TERMS]
    terms = [term for term in terms if term]
    if not terms:
        return list(frame.places)

    def names(place: PlaceChoice) -> str:
        communes = {frame.communes.get(key, "") for key, _part, _group in place.areas}
        return fold(" | ".join((place.label, *sorted(communes))))

    return [place for place in frame.places if any(term in names(place) for term in terms)]


class SearchForm(QuestionForm):
    """Which schools the lists of the next step show."""

    title = _("Find schools")
    frame: ClassVar[Frame]
    passing = frozenset({"school_search"})
    statements = {
        "school_search": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.OPTIONAL, purposes=PURPOSES
        )
    }

    school_search = forms.CharField(
        label=_("Part of a school's name or of a commune"),
        max_length=200,
        required=False,
        help_text=_("Several with commas, for example: Bến Đò, Đồi Chè. Empty: all schools are listed."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_school_search(self) -> str:
        text = self.cleaned_data["school_search"]
        if not places_matching(self.frame, text):
            raise forms.ValidationError(
                gettext("No school of this campaign has that in its name. Try fewer letters.")
            )
        return text


class WishForm(QuestionForm):
    """One list for each wish; what was chosen before stays in it however the lists are narrowed."""

    title = _("Your wishes in order")
    frame: ClassVar[Frame]

    def __init__(self, *args, given: Mapping[str, Any] | None = None, **kwargs):
        super().__init__(*args, given=given, **kwargs)
        given = given or {}
        shown = {place.key for place in places_matching(self.frame, given.get("school_search", ""))}
        shown |= set(wished(given)) | {self.data.get(self.add_prefix(name)) for name in self.fields}
        choices = [("", "–"), *((p.key, p.label) for p in self.frame.places if p.key in shown)]
        self.known = {place.key for place in self.frame.places}
        for field in self.fields.values():
            field.choices = choices
            field.valid_value = lambda value: str(value) in self.known

    def clean(self):
        cleaned = super().clean()
        names = list(self.fields)
        values = [cleaned.get(name) for name in names]
        for name, value in zip(names, values, strict=True):
            if value and values.index(value) < names.index(name):
                self.add_error(name, gettext("This is one of your wishes already. Choose another one."))
        if not self.errors:
            kept = [value for value in values if value]
            cleaned |= {name: kept[at] if at < len(kept) else "" for at, name in enumerate(names)}
        return cleaned

    def described(self) -> list[dict[str, Any]]:
        """Of hundreds of places only the chosen ones stay with what is stored."""
        rows = super().described()
        for row in rows:
            chosen = str(self.initial.get(row["name"]) or "")
            row["options"] = [pair for pair in row["options"] if pair[0] == chosen]
        return rows


def wish_form(frame: Frame) -> type[QuestionForm]:
    """The step of one campaign, with as many lists as it allows wishes."""
    fields, statements = {}, {}
    example = EXAMPLES.get(frame.grade)
    first = (
        _("School and class, for example “%(place)s”.") % {"place": example}
        if example
        else _("School and class.")
    )
    for number in range(1, frame.wishes_most + 1):
        fields[wish_field(number)] = forms.ChoiceField(
            label=_("Wish %(number)d") % {"number": number},
            required=number == 1,
            choices=[("", "–"), *((p.key, p.label) for p in frame.places)],
            help_text=first if number == 1 else _("Leave it empty if you have no further wish."),
            error_messages={"required": _("Choose where you want to apply first.")},
        )
        statements[wish_field(number)] = FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.SERVICE if number == 1 else Necessity.OPTIONAL,
            purposes=PURPOSES,
        )
    members: dict[str, Any] = {"frame": frame, "statements": statements, "__module__": __name__}
    if frame.wishes_most > 1:
        members["intro"] = _(
            "Put the place that you want most first. You get one place at most: the first in this order that can be given to "
            "you. A later wish never harms an earlier one."
        )
    return type("CampaignWishForm", (WishForm,), members | fields)
