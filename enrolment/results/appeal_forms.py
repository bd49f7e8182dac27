"""The questions of an appeal, and the forms of its desk."""

from __future__ import annotations

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from common.day_field import DayField
from common.personal_data import DataClass
from enrolment.choices import APPEAL_OUTCOMES, AppealState, SubjectKind
from enrolment.models import ExaminationPage
from enrolment.two_codes import ReceiptForm
from privacy.choices import LookupKind, Necessity
from privacy.forms import FieldStatement, QuestionForm

REVIEW, CONTACT = "review", "contact"


def _needed(data_class: DataClass = DataClass.PERSONAL) -> FieldStatement:
    return FieldStatement(data_class=data_class, necessity=Necessity.SERVICE, purposes=(REVIEW,))


class AppealForm(QuestionForm):
    """Who asks, and which papers are to be marked again."""

    title = _("Your appeal")
    statements = {
        "number": _needed(),
        "name": _needed(),
        "birth": _needed(),
        "subjects": _needed(DataClass.PRIVATE),
        "reason": FieldStatement(
            data_class=DataClass.PRIVATE, necessity=Necessity.OPTIONAL, purposes=(REVIEW,)
        ),
        "email": FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.OPTIONAL,
            purposes=(CONTACT,),
            lookup=LookupKind.EMAIL,
        ),
        "phone": FieldStatement(
            data_class=DataClass.PERSONAL,
            necessity=Necessity.OPTIONAL,
            purposes=(CONTACT,),
            lookup=LookupKind.PHONE,
        ),
    }

    number = forms.CharField(
        label=_("Candidate number"),
        max_length=40,
        help_text=_("As on your examination card, for example 28000123."),
    )
    name = forms.CharField(
        label=_("Name of the candidate"),
        max_length=120,
        help_text=_("Example: Nguyễn Văn An."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    birth = DayField(
        label=_("Date of birth"),
        help_text=_("Day, month, year, for example 25/09/2008 or 25092008."),
        widget=forms.TextInput({"autocomplete": "bday", "inputmode": "numeric"}),
    )
    subjects = forms.MultipleChoiceField(
        label=_("Papers to be marked again"), choices=(), widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For example: I solved all exercises and expected more."),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Only if you agree to be written to, for example an@example.org."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.RegexField(
        r"^\+?[0-9][0-9 .()-]{5,24}$",
        label=_("Telephone"),
        required=False,
        help_text=_("Only if you agree to be called, for example 0912 345 678."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _("Write the number with digits, for example 0912 345 678.")},
    )


def forms_for(page: ExaminationPage) -> tuple[type[QuestionForm], ...]:
    """The form with the subjects of one examination."""
    language = get_language() or "vi"
    choices = [(s.code, s.label(language)) for s in page.subjects_used() if s.kind == SubjectKind.SCORE]
    field = forms.MultipleChoiceField(
        label=_("Papers to be marked again"),
        choices=choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick one or several, for example Mathematics."),
    )
    return (type("ExamAppealForm", (AppealForm,), {"subjects": field, "__module__": __name__}),)


class OutcomeForm(forms.Form):
    """What the candidate is to be told."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[
            ("", _("Please choose")),
            *((s.value, s.label) for s in AppealState if s in APPEAL_OUTCOMES),
        ],
    )
    text = forms.CharField(
        label=_("What the candidate reads"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Example: Mathematics was marked again: 7.25 instead of 6.75. The new results are published on 10/08/2026."
        ),
    )


class StatusForm(ReceiptForm):
    """Both codes of an appeal's receipt."""

    example = _("It stands on your receipt, for example PK-7K3M-9Q2X.")
