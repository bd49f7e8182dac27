"""What a form that was filled in amounts to: the decisions that were made, and the answers that they cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from privacy.choices import Actor, Decision
from privacy.forms import QuestionForm
from privacy.models import Purpose, Recipient
from privacy.question_walk import is_given
from privacy.services.submissions import Decided


def serves_answers(
    purpose: Purpose, question_types: Iterable[type[QuestionForm]], answers: Mapping[str, Any]
) -> bool:
    """Whether a field was filled in that serves this purpose and no other. What would be published serves another purpose as
    well, and the person is asked all the same."""
    code = purpose.code
    return any(
        is_given(answers.get(name))
        for form in question_types
        for name, statement in form.statements.items()
        if statement.purposes == (code,) or (purpose.is_publication and code in statement.purposes)
    )


def purpose_decisions(
    purposes: Iterable[Purpose], rows: Iterable[Mapping[str, Any]], *, step: str
) -> list[Decided]:
    """A decision for each purpose of the form; one that was not put to the person says so (P4.3). `rows` are what the step of
    consent kept: purpose, decision, wording, actor."""
    made: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        made.setdefault(row["purpose"], []).append(row)
    return [
        Decided(
            purpose=purpose,
            decision=Decision(row["decision"]),
            wording=row["wording"],
            actor=Actor(row["actor"]),
            step=step,
        )
        for purpose in purposes
        for row in made.get(purpose.pk)
        or [{"decision": Decision.NOT_ASKED, "wording": purpose.local_text, "actor": Actor.SELF}]
    ]


def sharing_decisions(
    recipients: Sequence[Recipient], rows: Iterable[Mapping[str, Any]], *, step: str
) -> list[Decided]:
    """A decision for each recipient (P8.1); without recipients it is on record that nobody was asked."""
    if not recipients:
        return [Decided(decision=Decision.NOT_ASKED, wording="", step=step)]
    by_pk = {recipient.pk: recipient for recipient in recipients}
    return [
        Decided(
            recipient=by_pk[row["recipient"]],
            decision=Decision(row["decision"]),
            wording=row["wording"],
            step=step,
        )
        for row in rows
    ]


def granted_codes(decisions: Iterable[Decided]) -> set[str]:
    """Codes of the purposes for which something may be stored: given, or resting on another basis, and not refused by one of
    those who were asked."""
    about = [d for d in decisions if d.purpose]
    refused = {d.purpose.code for d in about if d.decision == Decision.REFUSED}
    agreed = {d.purpose.code for d in about if d.decision == Decision.GIVEN or not d.purpose.needs_consent}
    return agreed - refused


def granted_answers(
    question_types: Iterable[type[QuestionForm]], answers: Mapping[str, Any], granted: set[str]
) -> dict[str, Any]:
    """The answers less those that serve only purposes which were refused: what is not needed is not stored (P6.2)."""
    return {
        name: answers[name]
        for form in question_types
        for name, statement in form.statements.items()
        if name in answers and name not in form.passing and granted.intersection(statement.purposes)
    }
