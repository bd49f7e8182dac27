"""What a form says in the register of processing activities (P5.1): its questions, purposes and recipients as data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from common.personal_data import DataClass
from feedback.board_forms.building import Question, purpose_codes_of, questions_of
from privacy.choices import EndAction, LegalBasis, RetentionStart

OWN = ("name", "name_en", "subjects", "includes_children", "fields", "purposes")
"""What the form decides of its activity; unit, contact, measures and the like are kept in the register."""

APPROVED = ("includes_children", "fields", "purposes")
"""What has to be approved again when it changes; the title of the page may be mended without."""


def fields_of(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The questions as they are approved: words, kind, class, necessity, purposes, choices, conditions."""
    return [
        {
            "name": q.name,
            "label": q.label,
            "kind": q.kind,
            "class": str(q.data_class),
            "necessity": str(q.necessity),
            "citation": q.block.get("citation") or "",
            "purposes": list(q.purposes),
            "options": q.options,
            "conditions": [{"field": c.field, "answers": list(c.answers)} for c in q.conditions],
        }
        for q in questions
    ]


def sensitive_codes(questions: Iterable[Question]) -> set[str]:
    """The purposes that use something of personal privacy: the sender is told so before consenting."""
    return {code for q in questions if q.data_class == DataClass.PRIVATE for code in q.purposes}


def purposes_of(page, questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The purposes in the shape of ``Purpose.described``, without recipients."""
    sensitive = sensitive_codes(questions)
    rows = []
    for position, (code, child) in enumerate(zip(purpose_codes_of(page), page.purposes, strict=True)):
        block = child.value
        rows.append(
            {
                "code": code,
                "text": block.get("text") or "",
                "text_en": block.get("text_en") or "",
                "legal_basis": block.get("legal_basis") or str(LegalBasis.CONSENT),
                "citation": block.get("citation") or "",
                "retention_days": block.get("retention_days") or 1,
                "retention_starts": block.get("retention_starts") or str(RetentionStart.SUBMIT),
                "at_end": block.get("at_end") or str(EndAction.ERASE),
                "is_optional": bool(block.get("is_optional")),
                "is_sensitive": code in sensitive,
                "is_publication": bool(block.get("is_publication")),
                "position": position,
            }
        )
    return rows


def recipient_rows(page, prefix: str) -> list[dict[str, Any]]:
    """The recipients as fields of ``Recipient``. What a recipient is called and gets is part of its code, so that one in force
    is never reworded under a form that was approved with it."""
    rows = []
    for child in page.recipients:
        words = {
            name: child.value.get(name) or ""
            for name in ("name", "name_en", "kind", "what_for", "what_for_en")
        }
        if words["name"] and words["kind"]:
            digest = hashlib.sha256(canonical(words).encode()).hexdigest()[:12]
            rows.append(words | {"code": f"{prefix}-{digest}"})
    return rows


def content_of(page, *, recipients: list[int]) -> dict[str, Any]:
    """What the form says of its activity, in the shape of ``ProcessingActivity.described``. `recipients`: their keys."""
    questions = questions_of(page)
    return {
        "name": page.title,
        "name_en": page.title if page.locale.language_code == "en" else "",
        "subjects": page.subjects,
        "includes_children": page.includes_children,
        "fields": fields_of(questions),
        "purposes": [row | {"recipients": sorted(recipients)} for row in purposes_of(page, questions)],
    }


def canonical(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)


def same(first: dict[str, Any], second: dict[str, Any], names: Iterable[str] = APPROVED) -> bool:
    """Whether two contents say the same of what the form decides."""
    return all(canonical(first.get(name)) == canonical(second.get(name)) for name in names)


def bare(content: dict[str, Any]) -> dict[str, Any]:
    """A content without its words, to compare a translation with its original."""
    kept = ("name", "kind", "class", "necessity", "purposes")
    return {
        "fields": [{name: row[name] for name in kept} for row in content.get("fields") or ()],
        "purposes": [row["code"] for row in content.get("purposes") or ()],
    }
