"""The last step of a form: the submission is stored, or acknowledged on the short road, and the receipt is shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from privacy import codes, flood, selectors, short_road, throttle
from privacy.journey_keeping import Keeping
from privacy.journey_parts import CONSENT, SHARING
from privacy.models import Notice, SentForm, Submission
from privacy.registry import SubmissionRefusedError
from privacy.sending import granted_answers, granted_codes, purpose_decisions, sharing_decisions
from privacy.services import submission_create
from privacy.services.sent import Decisions, form_acknowledge, form_file, form_ready, sent_decisions
from privacy.services.submissions import Decided


@dataclass(frozen=True)
class Acknowledged:
    """What a receipt shows of a form that is not filed yet; the names are those of a submission."""

    reference: str
    created_at: datetime
    expires_at: datetime
    notice: Notice


class Sending(Keeping):
    """What `FormJourney` does when everything is entered and decided."""

    # Ready

    @property
    def last_step(self) -> str:
        return SHARING if self.recipients else CONSENT

    @sensitive_variables()
    def not_ready(self) -> HttpResponse | None:
        """Make the draft of a form with a short road ready for its last step; an answer where it cannot be sent."""
        if not self.kind.is_rushed or self.is_preview or self.is_replacing:
            return None
        if not flood.may_take(self.institution, self.page.form_code):
            return self.calm(flood.break_of(self.institution, self.page.form_code))
        use = f"ready:{self.page.pk}"
        if not throttle.allow(self.request, use=use, limit=throttle.SUBMISSIONS_AN_HOUR * self.kind.networks):
            return self.render("busy", status=429)
        try:
            self.make_ready()
        except SubmissionRefusedError as refused:
            return self.closed(str(refused))
        return None

    def make_ready(self) -> None:
        consents = self.data["consents"]["decisions"] if self.recipients else None
        form_ready(
            draft=self.draft,
            ready=self.ready_name(),
            claim=self.claim(),
            content={
                "snapshot": self.snapshot(),
                "answers": self.data["answers"],
                "consents": consents,
                "notice": self.notice.pk,
                "purposes": [purpose.pk for purpose in self.purposes],
                "recipients": [recipient.pk for recipient in self.recipients],
            },
        )

    def claim(self) -> str:
        return self.kind.claim(self.page, self.data["answers"]) if self.kind.claim else ""

    def ready_name(self) -> str:
        """The words of the last step and, where that is not the consent, what was decided there."""
        last = self.sharing_form() if self.recipients else self.consent_form()
        before = self.data["consents"]["decisions"] if self.recipients else None
        text = json.dumps([self.last_step, last.fingerprint(), before, self.notice.pk], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    # Sending

    @sensitive_variables()
    def send(self, sharing: list[dict[str, Any]]) -> HttpResponse:
        use = f"send:{self.page.pk}"
        if not throttle.allow(self.request, use=use, limit=throttle.SUBMISSIONS_AN_HOUR * self.kind.networks):
            return self.render("busy", status=429)
        if not flood.may_take(self.institution, self.page.form_code):
            return self.calm(flood.break_of(self.institution, self.page.form_code))
        decisions = [
            *purpose_decisions(self.purposes, self.data["consents"]["decisions"], step=CONSENT),
            *sharing_decisions(self.recipients, sharing, step=SHARING),
        ]
        granted = granted_codes(decisions)
        if not granted:
            return self.closed(_("You agreed to no purpose, so nothing was stored."))
        try:
            if self.is_replacing:
                answers = granted_answers(self.question_types, self.data["answers"], granted)
                return self.replaced(decisions, granted, answers)
            if self.kind.is_rushed:
                return self.acknowledge(sharing)
            return self.show_receipt(self.stored(decisions, granted))
        except SubmissionRefusedError as refused:
            return self.closed(str(refused))

    @sensitive_variables()
    def stored(self, decisions: Sequence[Decided], granted: set[str]) -> Submission:
        answers = granted_answers(self.question_types, self.data["answers"], granted)
        submission, _is_new = submission_create(
            kind=self.kind,
            institution=self.institution,
            page=self.page,
            notice=self.notice,
            snapshot=self.snapshot(),
            answers=answers,
            lookups=[pair for form in self.question_types for pair in form.lookups(answers)],
            decisions=decisions,
            retention_days=max(p.retention_days for p in self.purposes if p.code in granted),
            secret=codes.secret_for(self.token),
            language=self.language,
            draft=self.draft,
            claim=self.claim(),
        )
        return submission

    @sensitive_variables()
    def acknowledge(self, sharing: list[dict[str, Any]]) -> HttpResponse:
        """Take the form in as the short road does, then file it at once: whoever is not in a rush waits for nothing."""
        self.make_ready()
        choices = {"sharing": sharing}
        if not self.recipients:
            choices["consents"] = self.data["consents"]["decisions"]
        receipt = form_acknowledge(
            token_hash=self.draft.token_hash,
            page_id=self.page.pk,
            kind=self.kind,
            ready=self.draft.ready,
            secret=codes.secret_for(self.token),
            choices=choices,
            language=self.language,
        )
        if receipt is None:
            return self.without_draft()
        form_file(pk=receipt.pk)
        short_road.remember(self)
        if submission := selectors.submission_for_token(token=self.token, page=self.page):
            return self.show_receipt(submission, repeated=not receipt.is_new)
        return self.show_waiting(SentForm.objects.get(pk=receipt.pk), repeated=not receipt.is_new)

    # The receipt

    @sensitive_variables("secret")
    def show_receipt(
        self, submission: Submission, *, repeated: bool = False, is_change: bool = False
    ) -> HttpResponse:
        """After a change the secret is the one of before, of which only the hash is known."""
        is_change = is_change or not submission.check_secret(codes.secret_for(self.token))
        context = self.receipt_context(submission, repeated=repeated)
        return self.render("receipt", **context | ({"secret": "", "is_change": True} if is_change else {}))

    def receipt_context(
        self,
        submission: Submission | Acknowledged,
        decisions: Sequence[Decided] | None = None,
        *,
        secret: str = "",
        repeated: bool = False,
    ) -> dict[str, Any]:
        return {
            "title": _("Your message has been received"),
            "submission": submission,
            "secret": secret or codes.secret_for(self.token),
            "consents": selectors.decisions_that_hold(submission) if decisions is None else decisions,
            "own_code": self.kind.code_of(submission.reference) if self.kind.code_of else "",
            "repeated": repeated,
            "is_change": False,
        }

    def show_waiting(self, sent: SentForm, *, repeated: bool = True) -> HttpResponse:
        """The receipt of a form that was acknowledged and is not filed yet."""
        found: Decisions = sent_decisions(sent)
        receipt = Acknowledged(sent.reference, sent.sent_at, found.expires_at, found.notice)
        return self.render("receipt", **self.receipt_context(receipt, found.decisions, repeated=repeated))
