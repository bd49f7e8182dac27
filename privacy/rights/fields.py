"""The fields of a submission as its sender saw them, and how single ones are corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.views.decorators.debug import sensitive_variables

from privacy.choices import Necessity
from privacy.forms import QuestionForm, shown_value
from privacy.models import AbstractFormPage, Submission
from privacy.registry import form_kind
from privacy.services.retention.terms import granted_of


@dataclass(frozen=True)
class Entry:
    """One field: its statement of then, its value in words, and what may be done with it."""

    name: str
    label: str
    value: str
    is_empty: bool
    is_optional: bool
    can_change: bool
    is_file: bool = False


def question_types(submission: Submission) -> tuple[type[QuestionForm], ...]:
    """The forms that asked for the answers: those of the page, else those of the kind; none where the kind is gone."""
    page = submission.page.specific if submission.page_id else None
    if isinstance(page, AbstractFormPage):
        return page.question_forms()
    try:
        return form_kind(submission.form).questions
    except KeyError:
        return ()


@sensitive_variables("answers")
def entries_of(submission: Submission, answers: Mapping[str, Any]) -> list[Entry]:
    """The fields of the snapshot, in order, that serve a purpose which holds; with the present value in words."""
    granted = granted_of([submission])[submission.pk]
    fields = {name: field for form in question_types(submission) for name, field in form.base_fields.items()}
    entries = []
    for stated in submission.snapshot.get("fields", []):
        name = stated["name"]
        if not granted.intersection(stated.get("purposes", [])):
            continue
        field, value = fields.get(name), answers.get(name)
        is_file = isinstance(field, forms.FileField)
        entries.append(
            Entry(
                name=name,
                label=stated["label"],
                value=shown_value(field, value) if field is not None else _plain(value),
                is_empty=value in (None, "", [], {}),
                is_optional=not stated["required"] and stated["necessity"] == Necessity.OPTIONAL,
                can_change=field is not None and not is_file and not field.disabled,
                is_file=is_file,
            )
        )
    return entries


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


class SingleAnswer:
    """One field of a form that was sent, to be entered anew. The others stand as they were: a rule that ties fields together
    holds for the new value as well."""

    def __init__(self, submission: Submission, answers: Mapping[str, Any], name: str):
        self.name = name
        self.answers = answers
        self.type = next((t for t in question_types(submission) if name in t.base_fields), None)

    @property
    def exists(self) -> bool:
        return self.type is not None

    @sensitive_variables()
    def form(self, data=None) -> QuestionForm:
        """The form with only this field on it; bound where `data` is given."""
        if data is None:
            form = self._made()
        else:
            form = self._made(self._merged(data))
            known = self._made(self._merged(None)).errors
            for field, messages in list(form.errors.items()):
                if field not in (self.name, forms.forms.NON_FIELD_ERRORS):
                    del form.errors[field]
                    if field not in known:
                        form.add_error(None, messages)
        for other in set(form.fields) - {self.name}:
            del form.fields[other]
        return form

    def _made(self, data: QueryDict | None = None) -> QuestionForm:
        return self.type(data, given=self.answers, initial=dict(self.answers), auto_id="id_%s")

    @sensitive_variables()
    def _merged(self, data) -> QueryDict:
        """What a browser would send for the stored answers, with the new value of this field."""
        merged = QueryDict(mutable=True)
        shown = self._made()
        for bound in shown:
            if bound.name == self.name and data is not None:
                if bound.html_name in data:
                    merged.setlist(bound.html_name, data.getlist(bound.html_name))
                continue
            merged.setlist(bound.html_name, _as_sent(bound))
        return merged


def _as_sent(bound: forms.BoundField) -> list[str]:
    value = bound.value()
    if isinstance(bound.field, forms.BooleanField):
        return ["on"] if value else []
    shown = bound.field.widget.format_value(value)
    if shown is None:
        return []
    return [str(part) for part in shown] if isinstance(shown, list | tuple) else [str(shown)]


@sensitive_variables()
def answered_emails(submission: Submission) -> list[str]:
    """The addresses that were given in fields for e-mail."""
    answers = submission.unseal_field("sealed_answers") or {}
    names = [
        name
        for form in question_types(submission)
        for name, field in form.base_fields.items()
        if isinstance(field, forms.EmailField)
    ]
    return [answers[name] for name in names if answers.get(name)]
