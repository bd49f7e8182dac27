"""Criteria of feedback, of consultations and of questions: what is sent in has its answer in time, what is closed its result
(W4.2, W8.6, W9.5, W10.5)."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assessment.choices import State
from assessment.criteria import Criterion, Finding, SiteFacts, assess_section, register
from sections.catalogue import clause, section

IN_TIME = _("Every question was answered in time, or its day is still to come.")


def assess_consultations(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other, and no result of a closed consultation is overdue."""
    finding = assess_section(criterion, facts)
    if finding.state == State.MISSING or not facts.late_results:
        return finding
    reason = ngettext(
        "The result of %(count)s consultation is overdue.",
        "The results of %(count)s consultations are overdue.",
        facts.late_results,
    )
    return replace(finding, state=State.PARTLY, reason=reason % {"count": facts.late_results})


def assess_feedback(criterion: Criterion, facts: SiteFacts) -> Finding:
    """The section as any other, and no feedback is past its day."""
    finding = assess_section(criterion, facts)
    if finding.state == State.MISSING or not facts.late_feedback:
        return finding
    reason = ngettext(
        "%(count)s piece of feedback is past its day.",
        "%(count)s pieces of feedback are past their day.",
        facts.late_feedback,
    )
    return replace(finding, state=State.PARTLY, reason=reason % {"count": facts.late_feedback})


def assess_questions(criterion: Criterion, facts: SiteFacts) -> Finding:
    """No answer is overdue. Asked only of sites that take questions."""
    found = facts.sections.get(criterion.key)
    page = found.page if found else None
    if not facts.late_questions:
        return Finding(criterion, State.MET, IN_TIME, page)
    reason = ngettext(
        "The answer to %(count)s question is overdue.",
        "The answers to %(count)s questions are overdue.",
        facts.late_questions,
    )
    return Finding(criterion, State.PARTLY, reason % {"count": facts.late_questions}, page)


def takes_questions(facts: SiteFacts) -> bool:
    return facts.late_questions is not None


def register_all() -> None:
    """Called by the app's ``ready()``."""
    register(Criterion("W4.2", clause("W4.2").binds, assess_feedback, section("W4.2")))
    for key in ("W8.6", "W9.5"):
        register(Criterion(key, clause(key).binds, assess_consultations, section(key)))
    register(Criterion("W10.5", clause("W10.5").binds, assess_questions, section("W10.5"), takes_questions))
