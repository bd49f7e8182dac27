"""What a form is made of when somebody fills it in: page, institution, notice, purposes, recipients, questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language

from network.selectors import institution_for_page, institution_for_request
from privacy import selectors
from privacy.forms import QuestionForm
from privacy.models import AbstractFormPage, FormDraft, Notice, Purpose, Recipient
from privacy.registry import FormKind
from privacy.sending import serves_answers
from privacy.services import form_snapshot

QUESTIONS, CHECK, CONSENT, SHARING = "questions", "check", "consent", "sharing"


class JourneyParts:
    """Read once a request, when first asked for. `data` holds the answers as far as they were given."""

    def __init__(self, page: AbstractFormPage, request: HttpRequest):
        self.page = page
        self.request = request
        self.post: Mapping[str, str] = request.POST
        self.institution = institution_for_request(request) or institution_for_page(page)
        self.language = get_language() or settings.LANGUAGE_CODE
        self.data: dict[str, Any] = {"answers": {}, "consents": None}
        self.draft: FormDraft | None = None
        self.token = ""

    @cached_property
    def kind(self) -> FormKind:
        return self.page.kind_of_form

    @cached_property
    def notice(self) -> Notice | None:
        return selectors.current_notice(self.institution) if self.institution else None

    @cached_property
    def closed_text(self) -> str:
        return self.page.closed_text(timezone.now())

    @cached_property
    def purposes(self) -> list[Purpose]:
        if self.institution is None:
            return []
        used = self.page.purpose_codes()
        found = selectors.purposes_of(self.institution, self.page.form_code)
        found = [purpose for purpose in found if used is None or purpose.code in used]
        return found or (self.page.preview_purposes() if self.is_preview else [])

    @cached_property
    def recipients(self) -> list[Recipient]:
        if any(purpose.pk is None for purpose in self.purposes):
            return []
        return selectors.recipients_of(self.purposes)

    @cached_property
    def question_types(self) -> tuple[type[QuestionForm], ...]:
        return self.page.question_forms()

    @property
    def is_preview(self) -> bool:
        return getattr(self.request, "is_preview", False)

    def question_form(self, number: int, data=None, files=None) -> QuestionForm:
        answers = self.data["answers"]
        return self.question_types[number](data, files, given=answers, initial=answers, auto_id="id_%s")

    @cached_property
    def asked_purposes(self) -> list[Purpose]:
        """All required purposes, and those optional ones for which there is something to use."""
        answers = self.data["answers"]
        return [
            p for p in self.purposes if not p.is_optional or serves_answers(p, self.question_types, answers)
        ]

    @cached_property
    def is_about_children(self) -> bool:
        """Whether something about a child may be published; asked only where something is published at all."""
        if not any(purpose.is_publication for purpose in self.asked_purposes):
            return False
        activity = selectors.activity_of(self.institution, self.page.form_code)
        return bool(activity and activity.includes_children)

    def snapshot(self) -> dict[str, Any]:
        return form_snapshot(
            form=self.page.form_code,
            title=self.page.title,
            language=self.language,
            institution=self.institution,
            notice=self.notice,
            fields=[
                field
                for number in range(len(self.question_types))
                for field in self.question_form(number).described()
            ],
            purposes=self.purposes,
            recipients=self.recipients,
        )
