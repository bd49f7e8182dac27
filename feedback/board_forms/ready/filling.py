"""A ready form, as the fields of a new page."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from feedback.board_forms.ready.shape import ReadyForm, ReadyPurpose, ReadyQuestion

SURVEY_OPEN = timedelta(days=30)
"""How long a new survey is open, unless its board says otherwise."""
_SPACE = uuid.UUID("5a0e7c52-3e0c-4a0b-9d54-6f0f5b8f9a11")


def fields_for(form: ReadyForm, language: str) -> dict[str, Any]:
    """What a new page of that form is filled with, in one language; streams in their raw shape."""

    def key(*parts: object) -> str:
        return str(uuid.uuid5(_SPACE, "/".join(str(part) for part in (form.code, *parts))))

    return {
        "title": form.title.said(language),
        "summary": form.summary.said(language),
        "subjects": form.subjects.said(language),
        "receipt_text": form.receipt.said(language),
        "includes_children": form.includes_children,
        "is_survey": form.is_survey,
        "closes_at": _evening() if form.is_survey else None,
        "purposes": [
            {"type": "purpose", "id": key("purpose", number), "value": _purpose(purpose, language)}
            for number, purpose in enumerate(form.purposes)
        ],
        "steps": [
            {
                "type": "step",
                "id": key("step", number),
                "value": {
                    "title": step.title.said(language),
                    "text": step.text.said(language) if step.text else "",
                    "questions": [
                        {
                            "type": question.kind,
                            "id": key("step", number, place),
                            "value": _question(question, language),
                        }
                        for place, question in enumerate(step.questions)
                    ],
                },
            }
            for number, step in enumerate(form.steps)
        ],
    }


def _evening():
    return timezone.localtime(timezone.now() + SURVEY_OPEN).replace(
        hour=17, minute=0, second=0, microsecond=0
    )


def _purpose(purpose: ReadyPurpose, language: str) -> dict[str, Any]:
    return {
        "text": purpose.text.vi if language != "en" else purpose.text.en,
        "text_en": purpose.text.en,
        "retention_days": purpose.days,
        "retention_starts": purpose.starts,
        "at_end": purpose.at_end,
        "is_optional": purpose.is_optional,
        "is_publication": False,
        "legal_basis": "consent",
        "citation": "",
    }


def _question(question: ReadyQuestion, language: str) -> dict[str, Any]:
    value: dict[str, Any] = {
        "label": question.label.said(language),
        "hint": question.hint.said(language) if question.hint else "",
        "data_class": question.data_class,
        "necessity": question.necessity,
        "citation": "",
        "purposes": [str(number) for number in question.purposes],
        "only_if_question": question.only_if[0].said(language) if question.only_if else "",
        "only_if_answer": question.only_if[1].said(language) if question.only_if else "",
    }
    if question.options:
        value["options"] = question.options.said(language)
    return value | dict(question.more)
