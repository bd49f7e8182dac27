"""Letters about consultations and questions, and what the weekly letter says of them: titles, references and days, nothing of
what people wrote."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.desk.digest import board_people
from editorial.letters.boards import admin_link, rendered
from feedback.choices import ConsultationState, QuestionState, ResultStage
from feedback.models import ConsultationPage, QuestionCase, ResultNotice
from feedback.selectors.consultations import consultation_rows, consultations_for
from feedback.selectors.questions import questions_for
from feedback.services.questions import RECEIVED, ROUTED
from feedback.services.reminders import QUESTION_DUE, QUESTION_SOON, RESULT
from network.digest import DigestPart, register_part
from network.letters import LetterKind, Message, register_kind
from network.models import Letter

SHOWN = 40


def register() -> None:
    register_kind(LetterKind(RECEIVED, gettext_lazy("A question was asked"), build=received, essential=True))
    register_kind(LetterKind(ROUTED, gettext_lazy("A question waits for my answer"), build=routed))
    register_kind(LetterKind(QUESTION_DUE, gettext_lazy("Questions are due"), build=questions_due))
    register_kind(
        LetterKind(RESULT, gettext_lazy("The result of a consultation is to be published"), build=results_due)
    )
    register_part(
        DigestPart(
            "feedback.consultations", 220, gettext_lazy("Consultations"), board_people, consultation_lines
        )
    )
    register_part(
        DigestPart(
            "feedback.questions", 230, gettext_lazy("Questions to be answered"), board_people, question_lines
        )
    )


def _case(letter: Letter) -> QuestionCase | None:
    cases = QuestionCase.objects.select_related("submission", "institution__site")
    return cases.filter(pk=letter.about["case"]).exclude(state=QuestionState.ANSWERED).first()


def received(letter: Letter) -> Message | None:
    """To the public address of the institution: the code, the day and a link."""
    case = _case(letter)
    return _about(case, "feedback/question_received") if case else None


def routed(letter: Letter) -> Message | None:
    """To who answers it, as long as it is theirs."""
    case = _case(letter)
    if case is None or case.assigned_to_id != letter.user_id:
        return None
    return _about(case, "feedback/question_routed")


def _about(case: QuestionCase, name: str) -> Message:
    context = {
        "reference": case.submission.reference,
        "institution": case.institution,
        "due_on": case.due_on,
        "link": admin_link(case.institution, "question_case", case.uid),
    }
    return rendered(name, context)


def questions_due(letter: Letter) -> Message | None:
    """What this person has to answer or to have answered, as far as it still waits."""
    on = date.fromisoformat(letter.about["on"])
    lines = _question_lines(letter.user, on)
    if not lines:
        return None
    link = admin_link(None, "question_desk")
    return rendered("feedback/questions_due", {"lines": lines[:SHOWN], "count": len(lines), "link": link})


def _question_lines(user, on: date) -> list[str]:
    cases = questions_for(user).filter(due_on__lte=on + QUESTION_SOON).exclude(state=QuestionState.ANSWERED)
    return [
        _("%(reference)s: due %(day)s (%(institution)s)")
        % {
            "reference": case.submission.reference,
            "day": formats.date_format(case.due_on, "SHORT_DATE_FORMAT"),
            "institution": case.institution.name,
        }
        for case in cases
    ]


def results_due(letter: Letter) -> Message | None:
    """All results of which this person was reminded that day, as far as they are not published yet."""
    on = date.fromisoformat(letter.about["on"])
    notices = ResultNotice.objects.filter(user_id=letter.user_id, on=on).select_related("institution")
    stages = {notice.consultation: notice for notice in notices}
    pages = ConsultationPage.objects.live().filter(
        translation_key__in=stages, locale__language_code=settings.LANGUAGE_CODE
    )
    pages = pages.with_result().in_state(ConsultationState.CLOSED).order_by("closes_at", "path")
    lines = [
        _("%(day)s: %(title)s (%(institution)s) – %(stage)s")
        % {
            "day": formats.date_format(page.result_due, "SHORT_DATE_FORMAT"),
            "title": page.title,
            "institution": stages[page.translation_key].institution.name,
            "stage": ResultStage(stages[page.translation_key].stage).label,
        }
        for page in pages
    ]
    if not lines:
        return None
    context = {"lines": lines[:SHOWN], "count": len(lines), "link": admin_link(None, "consultation_desk")}
    return rendered("feedback/results_due", context)


def consultation_lines(user, now: datetime) -> list[str]:
    """What closes soon or waits for its result."""
    pages = consultations_for(user).with_result()
    rows = consultation_rows(pages.order_by("closes_at", "path"), now=now)
    lines = []
    for row in rows:
        if row.state == ConsultationState.CLOSED:
            text = _("%(title)s (%(institution)s): result due %(day)s")
            day = row.page.result_due
        elif row.state == ConsultationState.OPEN:
            text = _("%(title)s (%(institution)s): open until %(day)s, %(answers)s")
            day = timezone.localdate(row.page.closes_at)
        else:
            continue
        answers = ngettext("%(count)s answer", "%(count)s answers", row.numbers.answers)
        lines.append(
            text
            % {
                "title": row.page.title,
                "institution": row.institution.name,
                "day": formats.date_format(day, "SHORT_DATE_FORMAT"),
                "answers": answers % {"count": row.numbers.answers},
            }
        )
    return lines


def question_lines(user, now: datetime) -> list[str]:
    return _question_lines(user, timezone.localdate(now))
