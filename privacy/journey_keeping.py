"""A form that waits: kept on request until another day, gone on with on any device, or opened again after it was sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy import question_walk, throttle
from privacy.forms import QuestionForm, SafeFileField
from privacy.journey_parts import JourneyParts
from privacy.models import FormDraft, Submission
from privacy.services import draft_keep, draft_open
from privacy.services.drafts import kept_secret
from privacy.services.replacing import submission_replace

KEEPS_AN_HOUR = 30
KEEP = "keep"
"""Name of the button that keeps a form for later."""
REPLACES = "replaces"
"""Key in a draft's data: uid of the submission whose answers it takes the place of."""


class Keeping(JourneyParts):
    """What `FormJourney` does with a form that waits."""

    @cached_property
    def kept_until(self) -> datetime | None:
        """Until when this form would be kept; None: it is not kept, or it changes something that was sent."""
        if self.is_preview or self.is_replacing:
            return None
        return self.page.drafts_until(timezone.now())

    @property
    def is_replacing(self) -> bool:
        return bool(self.data.get(REPLACES))

    @sensitive_variables()
    def take_keep(self, number: int, form: QuestionForm) -> HttpResponse:
        """Keep what is right so far; what has to be put right is left open."""
        if not throttle.allow(self.request, use=f"keep:{self.page.pk}", limit=KEEPS_AN_HOUR):
            return self.render("busy", status=429)
        faulty = set(form.errors)
        given = {name: value for name, value in form.answers().items() if name not in faulty and value}
        if form.is_valid():
            given = form.answers()
        answers = self.data["answers"] | given
        self.data["answers"] = question_walk.kept(self.question_types, answers)
        self.data["consents"] = None
        self.save(f"questions{number}")
        self.drop_files()
        draft_keep(draft=self.draft, until=self.kept_until)
        return self.render(
            "kept",
            title=_("Kept for later"),
            reference=self.draft.reference,
            secret=kept_secret(self.draft),
            until=self.draft.kept_until,
            has_gaps=bool(faulty),
        )

    @sensitive_variables()
    def resume(self, draft: FormDraft, token: str) -> HttpResponse:
        """Where the sender stopped, with what was entered."""
        self.token, self.draft = token, draft
        self.data = draft_open(draft=draft)
        self.data["answers"] = question_walk.kept(self.question_types, self.data["answers"])
        asked = question_walk.numbers(self.question_types, self.data["answers"])
        stopped = draft.step.removeprefix("questions")
        if self.is_replacing or not asked:
            return self.show_check()
        number = int(stopped) if stopped.isdigit() and int(stopped) in asked else self.open_number
        if number is None or (self.open_number is not None and number > self.open_number):
            number = self.open_number
        return self.show_check() if number is None else self.show_questions(number)

    @sensitive_variables()
    def reopen(self, submission: Submission, answers: dict[str, Any]) -> HttpResponse:
        """The form of a submission with its answers, to be changed and sent again."""
        self.data = {"answers": dict(answers), "consents": None, REPLACES: str(submission.uid)}
        for form in self.question_types:
            for name, field in form.base_fields.items():
                if not field.required:
                    # Not stored, because nothing was said or its purpose was not agreed to.
                    self.data["answers"].setdefault(name, None if isinstance(field, SafeFileField) else "")
        self.data["answers"] = question_walk.kept(self.question_types, self.data["answers"])
        self.save("check")
        return self.show_questions(self.open_number) if self.open_number is not None else self.show_check()

    @sensitive_variables()
    def replaced(self, decisions, granted: set[str], answers: dict[str, Any]) -> HttpResponse:
        """Put what was sent now in the place of what was sent before."""
        submission = submission_replace(
            uid=self.data[REPLACES],
            kind=self.page.kind_of_form,
            institution=self.institution,
            notice=self.notice,
            snapshot=self.snapshot(),
            answers=answers,
            lookups=[pair for form in self.question_types for pair in form.lookups(answers)],
            decisions=decisions,
            draft=self.draft,
        )
        return self.show_receipt(submission, is_change=True)
