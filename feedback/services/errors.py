"""Storing a reported error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from network.models import Institution
from privacy import codes
from privacy.choices import Decision
from privacy.models import Notice, Purpose, Submission
from privacy.registry import FormKind
from privacy.services import form_snapshot, submission_create
from privacy.services.submissions import Decided


@sensitive_variables("answers", "secret")
def error_report(
    *,
    kind: FormKind,
    institution: Institution,
    page: Page,
    notice: Notice,
    purposes: Sequence[Purpose],
    fields: list[dict[str, Any]],
    answers: dict[str, Any],
    language: str,
) -> tuple[Submission, str]:
    """Store what a reader says is wrong with a page; answers the submission and its secret. The basis is the duty to keep
    information right, so there is nothing to agree to; each purpose is recorded as not asked."""
    secret = codes.secret_for(codes.new_token())
    submission, _is_new = submission_create(
        kind=kind,
        institution=institution,
        page=page,
        notice=notice,
        snapshot=form_snapshot(
            form=kind.code,
            title=page.title,
            language=language,
            institution=institution,
            notice=notice,
            fields=fields,
            purposes=purposes,
        ),
        answers=answers,
        decisions=[
            Decided(
                purpose=purpose, decision=Decision.NOT_ASKED, wording=purpose.local_text, step="questions"
            )
            for purpose in purposes
        ],
        retention_days=max(purpose.retention_days for purpose in purposes),
        secret=secret,
        language=language,
    )
    return submission, secret
