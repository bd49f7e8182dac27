"""What the board counts of an answer to a consultation: taken from it when it comes, and again when its sender changes it."""

from __future__ import annotations

from typing import Any

from django.views.decorators.debug import sensitive_variables

from feedback.choices import AnswerSource, Whom
from feedback.models import ConsultationAnswer, ConsultationPage, Opinion
from privacy.models import Submission

TEXT, STANCE = "text-", "stance-"


@sensitive_variables()
def answer_open(submission: Submission, source: AnswerSource = AnswerSource.WEB) -> None:
    """Register a new answer and what it says to each point, inside the transaction that stores it."""
    answers = submission.unseal_field("sealed_answers")
    page = ConsultationPage.objects.get(pk=submission.page_id)
    answer = ConsultationAnswer.objects.create(
        submission=submission,
        institution=submission.institution,
        consultation=page.translation_key,
        source=source,
        **_counted(answers),
    )
    Opinion.objects.bulk_create(_opinions(answer, answers).values())


@sensitive_variables()
def answer_follow(submission: Submission) -> None:
    """The sender corrected, added or erased something: what is counted follows, inside that transaction. An opinion stays in its
    group as long as something of it is left."""
    answer = ConsultationAnswer.objects.filter(submission=submission).first()
    if answer is None:
        return
    answers = submission.unseal_field("sealed_answers")
    ConsultationAnswer.objects.filter(pk=answer.pk).update(**_counted(answers))
    wanted = _opinions(answer, answers)
    answer.opinions.exclude(point__in=wanted).delete()
    Opinion.objects.bulk_create(
        wanted.values(),
        update_conflicts=True,
        unique_fields=["answer", "point"],
        update_fields=["stance", "has_text"],
    )


def _counted(answers: dict[str, Any]) -> dict[str, Any]:
    whom = answers.get("whom")
    return {
        "is_named": whom in (Whom.SELF, Whom.ORGANISATION),
        "is_organisation": whom == Whom.ORGANISATION,
        "contributor": answers.get("contributor") or "",
    }


def _opinions(answer: ConsultationAnswer, answers: dict[str, Any]) -> dict[str, Opinion]:
    """By point, those on which something was said."""
    points = {name.split("-", 1)[1] for name, value in answers.items() if value and _is_opinion(name)}
    return {
        point: Opinion(
            answer=answer,
            point=point,
            stance=answers.get(STANCE + point) or "",
            has_text=bool(answers.get(TEXT + point)),
        )
        for point in sorted(points)
    }


def _is_opinion(name: str) -> bool:
    return name.startswith((TEXT, STANCE))
