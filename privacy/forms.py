"""The forms of a journey: questions with what is personal about them, consent for each purpose, sharing for
each recipient."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.personal_data import DataClass
from privacy.choices import Decision, Necessity
from privacy.models import Notice, Purpose, Recipient

CONSENT_PREFIX = "consent-"
SHARE_PREFIX = "share-"
TRAP = "website"
STAMP = "stamp"
MIN_SECONDS = 3
STAMP_HOURS = 24
_SALT = "privacy.form.stamp"


@dataclass(frozen=True, kw_only=True)
class FieldStatement:
    """What a field asks for (P3.3), why it must (P6.2), and which purposes use it; the codes are those of the
    form."""

    data_class: DataClass
    necessity: Necessity
    purposes: tuple[str, ...]


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
    conditions: ClassVar[Mapping[str, Condition]] = {}

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
            if name not in cls.conditions or cls.conditions[name].holds(given)
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
        """The cleaned answers, by field."""
        return {name: self.cleaned_data.get(name) for name in self.fields}

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
            }
            for name, field in self.fields.items()
        ]


def kind_of_field(field: forms.Field) -> str:
    """How an answer is to be read later, when the form may be gone: a word of ours, not of Django."""
    kinds = ((forms.BooleanField, "yes_no"), (forms.DateField, "date"), (forms.FileField, "file"))
    return next((word for field_type, word in kinds if isinstance(field, field_type)), "text")


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
    if entry.get("kind") == "yes_no":
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    if entry.get("kind") == "date" and value:
        day = parse_date(str(value))
        return f"{day:%d/%m/%Y}" if day else str(value)
    return "" if value is None else str(value)


def shown_value(field: forms.Field, value: Any) -> str:
    """An answer in words."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        words = dict(getattr(field, "choices", ()))
        return ", ".join(str(words.get(each, each)) for each in value)
    if isinstance(field, forms.DateField):
        return shown_answer({"kind": "date"}, value)
    if isinstance(field, forms.ChoiceField) and value not in (None, ""):
        return str(dict(field.choices).get(value, value))
    return "" if value is None else str(value)


def wording_sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class DecisionForm(forms.Form):
    """Decisions with the words that were shown. `shown` ties the answer to exactly these words and this
    notice: where they have changed meanwhile, the step is shown again."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, notice: Notice, **kwargs):
        self.notice = notice
        super().__init__(data, **kwargs)

    def fingerprint(self) -> str:
        words = "\x00".join(text for text in self.wordings().values())
        return wording_sha256(f"{self.notice.sha256}\x00{words}")

    def wordings(self) -> dict[str, str]:
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("shown") != self.fingerprint():
            raise forms.ValidationError(
                _("The text of this step has changed meanwhile. Please read it and decide again.")
            )
        return cleaned

    def question_fields(self):
        """The bound fields that the person sees."""
        return [self[name] for name in self.fields if name != "shown"]


class ConsentForm(DecisionForm):
    """One box for each purpose, none ticked. A purpose whose basis is a law has no box: it is stated."""

    def __init__(self, data=None, *, purposes: Sequence[Purpose], institution_name: str, **kwargs):
        self.purposes = [purpose for purpose in purposes if purpose.needs_consent]
        self.institution_name = institution_name
        super().__init__(data, **kwargs)
        for purpose in self.purposes:
            self.fields[f"{CONSENT_PREFIX}{purpose.code}"] = forms.BooleanField(
                label=self._wording(purpose),
                required=not purpose.is_optional,
                initial=False,
                error_messages={
                    "required": _(
                        "Without this consent the form cannot be sent; nothing has been stored yet."
                    )
                },
            )
        self.initial["shown"] = self.fingerprint()

    def wordings(self) -> dict[str, str]:
        return {purpose.code: self._wording(purpose) for purpose in self.purposes}

    def _wording(self, purpose: Purpose) -> str:
        values = {"institution": self.institution_name, "purpose": purpose.local_text}
        if purpose.is_sensitive:
            text = _(
                "This is sensitive personal information. I agree that %(institution)s uses it for: "
                "%(purpose)s"
            )
        else:
            text = _("I agree that %(institution)s uses my information for: %(purpose)s")
        if purpose.is_optional:
            text += " " + _("(optional)")
        return text % values

    def decisions(self) -> list[dict[str, Any]]:
        """One row for each purpose asked: ``{purpose, decision, wording}``."""
        return [
            {
                "purpose": purpose.pk,
                "decision": str(
                    Decision.GIVEN
                    if self.cleaned_data[f"{CONSENT_PREFIX}{purpose.code}"]
                    else Decision.REFUSED
                ),
                "wording": self._wording(purpose),
            }
            for purpose in self.purposes
        ]


class SharingForm(DecisionForm):
    """Accept or refuse for each recipient, nothing chosen; both are equally good, none is missing an answer
    (P8.1)."""

    def __init__(self, data=None, *, recipients: Sequence[Recipient], institution_name: str, **kwargs):
        self.recipients = recipients
        self.institution_name = institution_name
        super().__init__(data, **kwargs)
        for recipient in recipients:
            self.fields[f"{SHARE_PREFIX}{recipient.pk}"] = forms.ChoiceField(
                label=self._wording(recipient),
                help_text=recipient.local_what_for,
                choices=[("yes", _("I accept")), ("no", _("I refuse"))],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one: accept or refuse. Both are fine.")},
            )
        self.initial["shown"] = self.fingerprint()

    def wordings(self) -> dict[str, str]:
        return {str(r.pk): f"{self._wording(r)} {r.local_what_for}".strip() for r in self.recipients}

    def _wording(self, recipient: Recipient) -> str:
        return _("May %(institution)s pass on your information to %(recipient)s?") % {
            "institution": self.institution_name,
            "recipient": recipient.local_name,
        }

    def decisions(self) -> list[dict[str, Any]]:
        """One row for each recipient: ``{recipient, decision, wording}``."""
        words = self.wordings()
        return [
            {
                "recipient": recipient.pk,
                "decision": str(
                    Decision.GIVEN
                    if self.cleaned_data[f"{SHARE_PREFIX}{recipient.pk}"] == "yes"
                    else Decision.REFUSED
                ),
                "wording": words[str(recipient.pk)],
            }
            for recipient in self.recipients
        ]


class GuardForm(forms.Form):
    """Against machines, without a puzzle for people: a field that nobody sees, and a signed time before which
    nobody types."""

    website = forms.CharField(
        label=gettext_lazy("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, page_id: int, **kwargs):
        self.page_id = page_id
        super().__init__(data, **kwargs)

    @property
    def fresh_stamp(self) -> str:
        return signing.dumps({"page": self.page_id, "at": timezone.now().timestamp()}, salt=_SALT)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("One field must stay empty. Please send the form again."))
        return ""

    def clean_stamp(self) -> str:
        stamp = self.cleaned_data["stamp"]
        try:
            signed = signing.loads(stamp, salt=_SALT)
            age = timezone.now().timestamp() - signed["at"]
        except (signing.BadSignature, KeyError, TypeError):
            signed, age = {}, 0
        if signed.get("page") != self.page_id or age > timedelta(hours=STAMP_HOURS).total_seconds():
            raise forms.ValidationError(
                _("The form had been open for too long. Your answers are still here: please send it again."),
                code="stale",
            )
        if age < MIN_SECONDS:
            raise forms.ValidationError(
                _("That was very quick. Please check your answers and send the form again."), code="quick"
            )
        return stamp
