"""The questions of an application (W9.4): the child, its representative, wishes, priority, evidence.

Made for each campaign from its frame (``enrolment.applications.frames``); as little is asked as the campaign needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from common.day_field import DayField
from common.personal_data import DataClass
from enrolment.applications.frames import ELSEWHERE, Frame, frame_of, part_field
from enrolment.applications.identity import bare_identity, identity_of
from enrolment.applications.wishes import SearchForm, wish_form
from enrolment.choices import Grade
from enrolment.models import CampaignPage
from privacy.choices import LookupKind, Necessity
from privacy.forms import Condition, FieldStatement, QuestionForm, SafeFileField

HANDLE, CONTACT = "handle", "contact"
MANY_PLACES = 40
"""With more places than these the form helps to find schools first."""
OLDEST_YEARS = 80
EXAMPLE_YEAR, EXAMPLE_AGE = 2020, 15
AGES = {Grade.GRADE_1: (6, 6), Grade.GRADE_6: (11, 11), Grade.GRADE_10: (15, 15), Grade.NURSERY: (0, 5)}
"""Years of age in the calendar year in which the school year begins (circular 28/2020/TT-BGDĐT, article 33; circular
32/2020/TT-BGDĐT, article 33); other ages are allowed in cases that the school checks."""


def needed(data_class: DataClass = DataClass.PERSONAL, **more: Any) -> FieldStatement:
    return FieldStatement(data_class=data_class, necessity=Necessity.SERVICE, purposes=(HANDLE,), **more)


def optional(data_class: DataClass = DataClass.PERSONAL, **more: Any) -> FieldStatement:
    return FieldStatement(data_class=data_class, necessity=Necessity.OPTIONAL, purposes=(HANDLE,), **more)


def day_of(answers: Mapping[str, Any], name: str) -> date | None:
    value = answers.get(name)
    return value if isinstance(value, date) else parse_date(str(value)) if value else None


class ChildForm(QuestionForm):
    """The child for whom is applied."""

    title = pgettext_lazy("application", "The child")
    frame: ClassVar[Frame | None] = None
    statements = {
        "child_name": needed(),
        "child_birth": needed(),
        "child_sex": needed(),
        "child_identity": needed(DataClass.PRIVATE),
    }

    child_name = forms.CharField(
        label=_("Name of the child"),
        max_length=120,
        help_text=_("As on the birth certificate, for example Nguyễn Văn An."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    child_birth = DayField(label=_("Date of birth of the child"))
    child_identity = forms.CharField(
        label=_("Personal identification number of the child"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        year = self.example_year()
        birth, identity = self.fields["child_birth"], self.fields["child_identity"]
        birth.help_text = _("Day, month, year, for example 25/09/%(year)d or 2509%(year)d.") % {"year": year}
        birth.error_messages["invalid"] = _(
            "Enter the date of birth as day, month, year with digits: 25/09/%(year)d."
        ) % {"year": year}
        identity.help_text = _(
            "Twelve digits on the birth certificate or identity card, for example %(number)s."
        ) % {"number": f"0012{year % 100:02d}000001"}

    @classmethod
    def example_year(cls) -> int:
        """A year in which most children of this campaign could be born."""
        if cls.frame is None:
            return EXAMPLE_YEAR
        youngest, oldest = AGES.get(cls.frame.grade, (EXAMPLE_AGE, EXAMPLE_AGE))
        return cls.frame.first_year - (youngest + oldest + 1) // 2

    def clean_child_birth(self) -> date:
        day, today = self.cleaned_data["child_birth"], timezone.localdate()
        if day > today or day.year < today.year - OLDEST_YEARS:
            raise forms.ValidationError(gettext("Nobody who applies now was born on that day."))
        return day

    def clean_child_identity(self) -> str:
        number = bare_identity(self.cleaned_data["child_identity"])
        if identity_of(number, today=timezone.localdate()) is None:
            raise forms.ValidationError(
                gettext("That cannot be a personal identification number: it has twelve digits.")
                if len(number) != 12
                else gettext("No child can have this number. Please compare it with the paper.")
            )
        return number

    @classmethod
    def remarks(cls, answers: Mapping[str, Any]) -> list[str]:
        found, birth = [], day_of(answers, "child_birth")
        identity = identity_of(str(answers.get("child_identity") or ""), today=timezone.localdate())
        if identity and birth and identity.birth_year != birth.year:
            found.append(
                gettext("The identification number is that of a child born in %(number)d, not in %(year)d.")
                % {"number": identity.birth_year, "year": birth.year}
            )
        if identity and not identity.has_known_province:
            found.append(gettext("The first three digits of the identification number name no province."))
        if identity and answers.get("child_sex") not in (None, "", identity.sex):
            found.append(gettext("The identification number and the child's sex do not go together."))
        return found + cls._age_remarks(birth)

    @classmethod
    def _age_remarks(cls, birth: date | None) -> list[str]:
        if birth is None or cls.frame is None or cls.frame.grade not in AGES:
            return []
        youngest, oldest = AGES[cls.frame.grade]
        first, last = cls.frame.first_year - oldest, cls.frame.first_year - youngest
        if first <= birth.year <= last:
            return []
        years = str(first) if first == last else f"{first}–{last}"
        return [
            gettext("Children of this campaign are mostly born in %(years)s; the school checks other ages.")
            % {"years": years}
        ]


class SexedChildForm(ChildForm):
    """Where the campaign asks for the sex as well."""

    child_sex = forms.ChoiceField(
        label=_("Sex of the child"),
        choices=[("female", pgettext_lazy("sex", "Female")), ("male", pgettext_lazy("sex", "Male"))],
        widget=forms.RadioSelect,
    )
    field_order = ("child_name", "child_birth", "child_sex", "child_identity")


class RepresentativeForm(QuestionForm):
    """Who applies for the child."""

    title = _("The representative")
    statements = {
        "rep_name": needed(),
        "rep_relation": needed(),
        "rep_phone": needed(lookup=LookupKind.PHONE),
        "rep_email": FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.OPTIONAL,
            purposes=(CONTACT,),
            lookup=LookupKind.EMAIL,
        ),
    }

    rep_name = forms.CharField(
        label=_("Name of the representative"),
        max_length=120,
        help_text=_("Father, mother or guardian, for example Trần Thị Bình."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    rep_relation = forms.ChoiceField(
        label=_("What are you to the child?"),
        choices=[
            ("mother", pgettext_lazy("relation", "Mother")),
            ("father", pgettext_lazy("relation", "Father")),
            ("guardian", pgettext_lazy("relation", "Guardian")),
            ("self", pgettext_lazy("relation", "I apply for myself and am of age")),
        ],
        widget=forms.RadioSelect,
    )
    rep_phone = forms.RegexField(
        r"^\+?[0-9][0-9 .()-]{5,24}$",
        label=_("Telephone"),
        help_text=_("For questions about the application, for example 0912 345 678."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _("Write the number with digits, for example 0912 345 678.")},
    )
    rep_email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Only if you want to be told that there is news, for example binh@example.org."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


def _made(name: str, base: type[QuestionForm], **members: Any) -> type[QuestionForm]:
    return type(name, (base,), members | {"__module__": __name__})


def residence_forms(frame: Frame) -> list[type[QuestionForm]]:
    """Where the child lives: a commune of the catchment areas or another one, and its part."""
    other = forms.CharField(
        label=_("Commune or ward where the child lives"),
        max_length=120,
        help_text=_("With its province, for example Phường Bến Đò, tỉnh Hòa Sơn."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    title = _("Where the child lives")
    if not frame.communes:
        statements = {"commune_other": needed()}
        return [_made("ResidenceForm", QuestionForm, title=title, statements=statements, commune_other=other)]
    choices = [("", "–"), *frame.communes.items(), (ELSEWHERE, _("Another commune"))]
    commune = forms.ChoiceField(
        label=_("Commune or ward where the child lives"),
        choices=choices,
        help_text=_("The place of residence that is registered, for example Phường Bến Đò."),
    )
    first = _made("CommuneForm", QuestionForm, title=title, statements={"commune": needed()}, commune=commune)
    fields: dict[str, forms.Field] = {"commune_other": other}
    conditions = {"commune_other": (Condition(field="commune", answers=(ELSEWHERE,)),)}
    for key, parts in frame.parts.items():
        fields[part_field(key)] = forms.ChoiceField(
            label=_("Part of %(commune)s") % {"commune": frame.communes[key]},
            choices=[(part, part) for part in parts] + [(ELSEWHERE, _("Another part, or I do not know"))],
            widget=forms.RadioSelect,
        )
        conditions[part_field(key)] = (Condition(field="commune", answers=(key,)),)
    statements = dict.fromkeys(fields, needed())
    second = _made(
        "PartForm", QuestionForm, title=title, statements=statements, conditions=conditions, **fields
    )
    return [first, second]


def evidence_forms(frame: Frame) -> list[type[QuestionForm]]:
    """Priority categories with their evidence, and the files that every application has."""
    found = []
    if frame.categories:
        categories = forms.MultipleChoiceField(
            label=_("Priority categories of the child"),
            choices=[(c.code, c.label) for c in frame.categories],
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_(
                "None is needed. What you choose here is proved by a paper and checked by the school."
            ),
        )
        found.append(
            _made(
                "PriorityForm",
                QuestionForm,
                title=_("Priority"),
                statements={"priorities": optional(DataClass.PRIVATE)},
                priorities=categories,
            )
        )
    fields, conditions = {}, {}
    for part in frame.files:
        fields[f"file_{part.code}"] = SafeFileField(label=part.label, required=part.is_needed)
    for category in frame.categories:
        if category.evidence:
            label = _("%(category)s: %(evidence)s") % {
                "category": category.label,
                "evidence": category.evidence,
            }
            fields[f"proof_{category.code}"] = SafeFileField(label=label)
            condition = Condition(field="priorities", answers=(category.code,))
            conditions[f"proof_{category.code}"] = (condition,)
    if fields:
        statements = {
            name: needed(DataClass.PRIVATE) if field.required else optional(DataClass.PRIVATE)
            for name, field in fields.items()
        }
        found.append(
            _made(
                "EvidenceForm",
                QuestionForm,
                title=_("Papers"),
                statements=statements,
                conditions=conditions,
                **fields,
            )
        )
    return found


def forms_for(page: CampaignPage) -> tuple[type[QuestionForm], ...]:
    """The steps of one campaign's form."""
    frame = frame_of(page)
    steps: list[type[QuestionForm]] = [
        _made("CampaignChildForm", SexedChildForm if frame.asks_sex else ChildForm, frame=frame),
        RepresentativeForm,
        *residence_forms(frame),
    ]
    if len(frame.places) > MANY_PLACES:
        steps.append(_made("CampaignSearchForm", SearchForm, frame=frame))
    steps.append(wish_form(frame))
    return (*steps, *evidence_forms(frame))
