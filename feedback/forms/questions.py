"""The form in which a question is asked, and the forms of its desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from common.personal_data import DataClass
from feedback.choices import QuestionOutcome, Topic
from feedback.forms.feedback import PurposeForm
from feedback.models import QuestionTopic, topics_of
from network.selectors import institution_for_page
from privacy.choices import Necessity
from privacy.forms import FieldStatement, QuestionForm

if TYPE_CHECKING:
    from feedback.models import QuestionsPage

ANSWER, PUBLISH, CALL = "answer", "publish", "contact"
FOR_TOPICS = "–"

_asked = FieldStatement(data_class=DataClass.PRIVATE, necessity=Necessity.SERVICE, purposes=(ANSWER, PUBLISH))


class AskForm(QuestionForm):
    """Topic, question, and what helps to answer it; a name is not asked for unless the sender wants to give one."""

    title = _("Your question")
    statements = {
        "topic": FieldStatement(
            data_class=DataClass.NOT_PERSONAL, necessity=Necessity.SERVICE, purposes=(ANSWER, PUBLISH)
        ),
        "subject": _asked,
        "question": _asked,
        "name": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(ANSWER,)
        ),
        "email": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(CALL,)
        ),
        "phone": FieldStatement(
            data_class=DataClass.PERSONAL, necessity=Necessity.OPTIONAL, purposes=(CALL,)
        ),
    }

    topic = forms.ChoiceField(label=pgettext_lazy("question", "What is it about?"), choices=Topic.choices)
    subject = forms.CharField(
        label=_("Your question in one sentence"),
        max_length=200,
        help_text=_("For example: When does the enrolment of first-graders begin?"),
    )
    question = forms.CharField(
        label=_("Details"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("What should we know to answer? Please name no other people unless it is necessary."),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Not needed, and never published."),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("Only if we may ask you something. The answer waits for you on this website."),
    )
    phone = forms.RegexField(
        r"^\+?[0-9][0-9 .()-]{5,24}$",
        label=_("Telephone"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": _("Write the number with digits, for example 0912 345 678.")},
    )


def question_forms(page: QuestionsPage) -> tuple[type[QuestionForm], ...]:
    """The step of questions with the topics of the institution."""
    choices = [(topic.code, topic.local_name) for topic in topics_of(institution_for_page(page))]
    field = forms.ChoiceField(
        label=AskForm.base_fields["topic"].label, choices=[("", pgettext_lazy("choice", "Choose")), *choices]
    )
    own = {"topic": field, "statements": AskForm.statements, "field_order": list(AskForm.base_fields)}
    return (type("PageAskForm", (AskForm,), own),)


class ReplyForm(forms.Form):
    """What opens the answer: the two codes of the receipt."""

    UNKNOWN = _("These two codes do not belong together. Look at the receipt and write both again.")
    TOO_MANY = _("Too many codes have been tried from your network within an hour. Please try again later.")

    reference = forms.CharField(
        label=_("Reference code"),
        max_length=24,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        validators=[RegexValidator(r"^[A-Za-z0-9 -]+$", _("Write the code as it stands on the receipt."))],
    )
    secret = forms.CharField(
        label=_("Secret code"),
        max_length=24,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class RouteForm(PurposeForm):
    """Who answers, and in which unit."""

    topic = forms.ChoiceField(label=_("Topic"))
    person = forms.ChoiceField(label=_("Person who answers"), required=False)
    unit = forms.CharField(label=_("Unit that answers"), max_length=200, required=False)

    def __init__(self, *args, topics, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].widget = forms.HiddenInput()
        self.fields["topic"].choices = [(t.code, t.local_name) for t in topics]
        self.people = {str(p.pk): p for p in people}
        named = [(pk, p.get_full_name() or p.get_username()) for pk, p in self.people.items()]
        self.fields["person"].choices = [("", FOR_TOPICS), *named]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("person") and not (cleaned.get("unit") or "").strip():
            self.add_error("person", _("Say who answers: a person of the board, or a unit."))
        return cleaned

    @property
    def chosen_person(self):
        return self.people.get(self.cleaned_data.get("person") or "")


class AnswerForm(PurposeForm):
    """The answer to the one who asked."""

    outcome = forms.ChoiceField(label=_("This is"), choices=QuestionOutcome.choices, widget=forms.RadioSelect)
    same = forms.ChoiceField(label=_("Answered on this page"), required=False)
    answer = forms.CharField(
        label=_("Answer"),
        max_length=10000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Read by the one who asked, with the two codes; it is not published."),
    )

    def __init__(self, *args, similar=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].widget = forms.HiddenInput()
        self.similar = {str(page.pk): page for page in similar}
        self.fields["same"].choices = [
            ("", FOR_TOPICS),
            *((pk, page.title) for pk, page in self.similar.items()),
        ]

    def clean(self):
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        if outcome == QuestionOutcome.DUPLICATE and not cleaned.get("same"):
            self.add_error("same", _("Choose the published question that answers it."))
        elif outcome and outcome != QuestionOutcome.DUPLICATE and not (cleaned.get("answer") or "").strip():
            self.add_error("answer", _("Write the answer, or say who can give it."))
        return cleaned

    @property
    def same_page(self):
        return self.similar.get(self.cleaned_data.get("same") or "")


class RedactForm(PurposeForm):
    """Question and answer as the public will read them, written by a second person."""

    title = forms.CharField(label=_("Title"), max_length=200)
    question = forms.CharField(label=_("Question"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5}))
    answer = forms.CharField(label=_("Answer"), max_length=10000, widget=forms.Textarea(attrs={"rows": 8}))
    checked = forms.BooleanField(
        label=_(
            "I have read it: nothing in it tells who asked, or names anybody who does not act in an office."
        )
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["purpose"].widget = forms.HiddenInput()


class TopicForm(forms.ModelForm):
    """A topic of questions and who answers it."""

    class Meta:
        model = QuestionTopic
        fields = ["name", "name_en", "unit", "responsible", "days", "is_active", "position"]

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = people
        self.fields["position"].label = _("Place in the list")
