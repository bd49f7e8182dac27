"""Consultations and questions on the desk: numbers and titles, for those who may open them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.desk import SHOWN, Desk
from feedback.choices import ConsultationState, QuestionState
from feedback.policies import consultation_desks, own_consultations
from feedback.selectors.consultations import consultation_rows, consultations_for
from feedback.selectors.questions import questions_for


class ConsultationPart:
    """What is open, and what is closed and waits for its result; the latest result first."""

    name, order, title = "consultations", 310, _("Consultations")
    template_name = "feedback/desk/consultations.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        if not (consultation_desks(desk.user) or own_consultations(desk.user)):
            return None
        pages = consultations_for(desk.user).with_result()
        rows = [
            row
            for row in consultation_rows(pages.order_by("closes_at", "path"), now=desk.now)
            if row.institution.pk in desk.scope_ids
            and row.state in (ConsultationState.OPEN, ConsultationState.CLOSED)
        ]
        if not rows:
            return None
        rows.sort(key=lambda row: (-row.days_late, row.page.pk))
        late = sum(row.is_late for row in rows)
        url = reverse("consultation_desk")
        return {"count": len(rows), "rows": rows[:SHOWN], "late": late, "url": url}


class QuestionPart:
    """Questions that wait for an answer, the soonest due first: reference and day."""

    name, order, title = "questions", 320, _("Questions to be answered")
    template_name = "feedback/desk/questions.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        waiting = questions_for(desk.user).filter(institution__in=desk.scope_ids)
        rows = list(waiting.exclude(state=QuestionState.ANSWERED)[: SHOWN + 1])
        if not rows:
            return None
        today = timezone.localdate(desk.now)
        for case in rows:
            case.is_late = case.due_on < today
        shown = rows[:SHOWN]
        return {"rows": shown, "has_more": len(rows) > SHOWN, "url": reverse("question_desk")}
