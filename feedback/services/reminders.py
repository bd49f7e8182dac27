"""Reminders of results that are not published and of questions that wait (W8.6, W9.5, W10.5): one letter for each person and
day. Besides, what follows by itself from a result and from a withdrawal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from common.models import site_path
from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors.page_reviews import board_of
from editorial.services.guard import system_publication
from editorial.services.reminders import chiefs_above
from feedback.choices import QuestionStage, ResultStage
from feedback.models import (
    ConsultationAnswer,
    ConsultationPage,
    ConsultationResultPage,
    QuestionCase,
    ResultNotice,
)
from feedback.selectors.consultations import awaiting_result
from feedback.selectors.questions import questions_due, withdrawn_pages
from network.letters import LetterDraft, letters_queue
from network.models import Institution
from network.models.institutions import InstitutionStatus
from network.selectors import institutions_for_paths
from privacy.models import Submission
from privacy.services.retention import submission_close

RESULT, QUESTION_DUE = "feedback.result_due", "feedback.question_due"
BATCH = 500
SOON_DAYS, CHIEF_DAYS, AUTHORITY_DAYS = 7, 7, 30
QUESTION_SOON = timedelta(days=2)
KEEP_NOTICES = timedelta(days=365)


def stages_of(page: ConsultationPage, on: date) -> list[ResultStage]:
    """The stages that a closed consultation without a result has reached by a day."""
    due = page.result_due
    begins = {
        ResultStage.CLOSED: timezone.localdate(page.closes_at),
        ResultStage.SOON: due - timedelta(days=SOON_DAYS),
        ResultStage.DUE: due,
        ResultStage.CHIEF: due + timedelta(days=CHIEF_DAYS),
        ResultStage.AUTHORITY: due + timedelta(days=AUTHORITY_DAYS),
    }
    return [stage for stage, first in begins.items() if first <= on]


def result_reminders_queue(*, now: datetime | None = None) -> int:
    """Queue what is to be reminded of and was not yet, the furthest stage of each consultation; answers how many. A fixed
    number of queries for each 500 consultations; a second run finds nothing."""
    now = now or timezone.now()
    on, count = timezone.localdate(now), 0
    pages = list(awaiting_result(now=now))
    for start in range(0, len(pages), BATCH):
        with transaction.atomic():
            count += _remind(pages[start : start + BATCH], on, now)
    ResultNotice.objects.filter(on__lt=on - KEEP_NOTICES).delete()
    return count


def _remind(pages: list[ConsultationPage], on: date, now: datetime) -> int:
    homes = institutions_for_paths([page.path for page in pages])
    told = set(
        ResultNotice.objects.filter(consultation__in=[p.translation_key for p in pages]).values_list(
            "consultation", "due_on", "stage"
        )
    )
    people = _People(pages, homes)
    notices = []
    for page in pages:
        institution = homes.get(site_path(page.path))
        stage = stages_of(page, on)[-1]
        if institution is None or institution.status != InstitutionStatus.ACTIVE:
            continue
        if (page.translation_key, page.result_due, stage) in told:
            continue
        notices += [
            ResultNotice(
                institution=institution,
                consultation=page.translation_key,
                due_on=page.result_due,
                stage=stage,
                user_id=pk,
                on=on,
            )
            for pk in sorted(people.of(page, institution, stage)) or [None]
        ]
    ResultNotice.objects.bulk_create(notices, ignore_conflicts=True)
    users = sorted({notice.user_id for notice in notices} - {None})
    letters_queue(
        kind=RESULT, drafts=[LetterDraft(user_id=pk, about={"on": on.isoformat()}) for pk in users], now=now
    )
    return len(notices)


class _People:
    """Who is told of a batch of consultations: who keeps the page, else the section, else the chief editor; later the chief,
    then the chief of the authority above. Five queries for any number."""

    def __init__(self, pages: Iterable[ConsultationPage], homes: dict[str, Institution]) -> None:
        pages = list(pages)
        institutions = {i.pk: i for i in homes.values()}
        self.board = board_of(institutions)
        self.above = chiefs_above(institutions.values())
        sections = dict(
            Page.objects.filter(path__in={p.path[: -p.steplen] for p in pages}).values_list(
                "path", "translation_key"
            )
        )
        self.section_of = {p.translation_key: sections.get(p.path[: -p.steplen]) for p in pages}
        keys = {*self.section_of, *self.section_of.values()}
        reviews = PageReview.objects.filter(translation_key__in=keys)
        self.kept = {r.translation_key: (r.responsible_id, r.second_id) for r in reviews}

    def of(self, page: ConsultationPage, institution: Institution, stage: ResultStage) -> set[int]:
        chiefs = {
            user
            for (pk, user), roles in self.board.items()
            if pk == institution.pk and BoardRole.CHIEF in roles
        }
        above = self.above.get(institution.pk, set())
        if stage == ResultStage.AUTHORITY:
            return above
        if stage == ResultStage.CHIEF:
            return chiefs or above
        for key in (page.translation_key, self.section_of.get(page.translation_key)):
            named = {pk for pk in self.kept.get(key, ()) if (institution.pk, pk) in self.board}
            if named:
                return named
        return chiefs or above


def question_reminders_queue(*, now: datetime | None = None) -> int:
    """Remind of questions that are due: two days before and on the day who answers, or the chief editor where nobody was
    named; when late, the chief editor. Three queries and one for each stage."""
    now = now or timezone.now()
    on = timezone.localdate(now)
    found = questions_due(on + QUESTION_SOON).select_related("institution")
    found = found.filter(institution__status=InstitutionStatus.ACTIVE)
    cases = [case for case in found if case.told != stage_of_question(case, on)]
    board = board_of({case.institution_id for case in cases})
    people: set[int] = set()
    by_stage: dict[QuestionStage, list[int]] = {}
    for case in cases:
        stage = stage_of_question(case, on)
        chiefs = {
            user
            for (pk, user), roles in board.items()
            if pk == case.institution_id and BoardRole.CHIEF in roles
        }
        has_person = (case.institution_id, case.assigned_to_id) in board
        people |= {case.assigned_to_id} if has_person and stage != QuestionStage.CHIEF else chiefs
        by_stage.setdefault(stage, []).append(case.pk)
    with transaction.atomic():
        for stage, pks in by_stage.items():
            QuestionCase.objects.filter(pk__in=pks).update(told=stage)
        drafts = [LetterDraft(user_id=pk, about={"on": on.isoformat()}) for pk in sorted(people)]
        letters_queue(kind=QUESTION_DUE, drafts=drafts, now=now)
    return len(cases)


def stage_of_question(case: QuestionCase, on: date) -> QuestionStage:
    if case.due_on > on:
        return QuestionStage.SOON
    return QuestionStage.DUE if case.due_on == on else QuestionStage.CHIEF


def results_follow(*, now: datetime | None = None) -> int:
    """Where the result of a consultation is published, the period of its answers begins; answers how many."""
    on = timezone.localdate(now)
    published = ConsultationResultPage.objects.filter(live=True).values("consultation")
    keys = ConsultationAnswer.objects.filter(consultation__in=published)
    waiting = Submission.objects.filter(
        pk__in=keys.values("submission"), closed_on=None, consultation_answer__isnull=False
    )
    submissions = list(waiting.order_by("pk")[:BATCH])
    for submission in submissions:
        submission_close(submission=submission, on=on)
    return len(submissions)


def withdrawals_follow(*, now: datetime | None = None) -> int:
    """Take pages off the site whose asker has withdrawn the consent to publication (law 91/2025, article 12); answers how
    many."""
    cases = withdrawn_pages(now or timezone.now())
    for case in cases:
        with system_publication(reason=WITHDRAWN_REASON):
            case.page.specific.unpublish(log_action=True)
    return len(cases)


WITHDRAWN_REASON = "consent to publication withdrawn"


def consultation_timers_run(now: datetime) -> str:
    """What the hourly timer does; a note of numbers."""
    counts = (
        result_reminders_queue(now=now),
        question_reminders_queue(now=now),
        results_follow(now=now),
        withdrawals_follow(now=now),
    )
    return " ".join(map(str, counts)) if any(counts) else ""


__all__ = [
    "QUESTION_DUE",
    "RESULT",
    "consultation_timers_run",
    "question_reminders_queue",
    "result_reminders_queue",
    "results_follow",
    "stage_of_question",
    "stages_of",
    "withdrawals_follow",
]
