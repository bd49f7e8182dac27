"""Reads of questions: what is published, and for the desk only what the user may open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Count, Min, Q, QuerySet
from django.views.decorators.debug import sensitive_variables

from common.text import fold
from editorial.models import BoardGroup
from editorial.selectors import board_roles
from feedback.choices import QuestionState
from feedback.models import QuestionCase, QuestionPage, QuestionsPage
from feedback.policies import question_desks
from network.models import Institution
from network.selectors import home_pages, in_tree
from privacy.choices import Decision
from privacy.models import ConsentEvent, Submission

PUBLISH = "publish"
LOOKED_THROUGH, SUGGESTED = 600, 3
LIKE = 0.3
COMMON = frozenset(
    re.findall(
        r"\w+", "la co the cua cho va khi nao thi duoc bao nhieu o voi cac nhung mot con toi em chau xin hoi"
    )
)
"""Words that most questions have."""


def questions_for(user, *, state: str = "", institution: int | None = None) -> QuerySet[QuestionCase]:
    """The questions that a user may open: all of an institution for who leads its desk, else those that were given to the
    person, as long as they serve on that board. The soonest due first; the words stay sealed."""
    members = {pk for pk, _role in board_roles(user)} if user.is_authenticated else set()
    reach = Q(institution__in=question_desks(user)) | Q(assigned_to=user, institution__in=members)
    found = QuestionCase.objects.filter(reach).select_related(
        "submission__institution", "institution__site", "assigned_to", "page"
    )
    if state:
        found = found.filter(state=state)
    if institution:
        found = found.filter(institution_id=institution)
    return found.order_by("due_on", "pk")


def has_questions(user) -> bool:
    """Whether there is a desk of questions for a person; at most three queries."""
    if not (user.is_authenticated and user.is_active):
        return False
    return bool(question_desks(user)) or questions_for(user).exists()


def leads_questions(user, institution_id: int) -> bool:
    """Whether a person routes and publishes the questions of an institution."""
    return institution_id in question_desks(user)


def wants_publication(submission: Submission) -> bool:
    """Whether the last word of the one who asked about publication is yes; one query."""
    last = (
        ConsentEvent.objects.filter(submission=submission, purpose__code=PUBLISH).order_by("-number").first()
    )
    return last is not None and last.decision == Decision.GIVEN


def may_publish(case: QuestionCase, user) -> bool:
    """Whether a person may redact: on the desk of the institution or any editor of its board, and not the one who answered."""
    if case.answered_by_id is None or case.answered_by_id == user.pk:
        return False
    return (case.institution_id in question_desks(user)) or case.assigned_to_id == user.pk


def waiting_questions(institution_ids: Iterable[int], *, on: date) -> dict[int, tuple[int, date, int]]:
    """Institution id → questions that wait for an answer, the first day due, how many are late; one query."""
    rows = (
        QuestionCase.objects.filter(institution_id__in=list(institution_ids))
        .exclude(state=QuestionState.ANSWERED)
        .order_by()
        .values_list("institution_id")
        .annotate(number=Count("pk"), first=Min("due_on"), late=Count("pk", filter=Q(due_on__lt=on)))
    )
    return {pk: (number, first, late) for pk, number, first, late in rows}


def late_questions(institution_ids: Iterable[int], on: date) -> dict[int, int]:
    """Institution id → questions whose answer is overdue, for those that were ever asked one; one query."""
    late = Q(due_on__lt=on) & ~Q(state=QuestionState.ANSWERED)
    rows = (
        QuestionCase.objects.filter(institution_id__in=list(institution_ids))
        .order_by()
        .values_list("institution_id")
        .annotate(number=Count("pk", filter=late))
    )
    return dict(rows)


def unpublished_consents(institution_ids: Iterable[int]) -> QuerySet[QuestionCase]:
    """Answered questions of these institutions that have no page yet."""
    return QuestionCase.objects.filter(
        institution_id__in=list(institution_ids), state=QuestionState.ANSWERED, page=None
    )


def people_of(institution: Institution) -> QuerySet:
    """The active members of a board, each once."""
    groups = BoardGroup.objects.filter(institution=institution).values("group")
    users = get_user_model().objects.filter(is_active=True, groups__in=groups)
    return users.distinct().order_by("last_name", "first_name", "pk")


def questions_page_of(institution: Institution) -> QuestionsPage | None:
    """The section of the institution in the leading language."""
    for home in home_pages(institution):
        if home.locale.language_code == settings.LANGUAGE_CODE:
            return QuestionsPage.objects.filter(**in_tree(home)).first()
    return None


def words_in(text: str) -> frozenset[str]:
    """The words that tell questions apart, without accents."""
    return frozenset(word for word in fold(text).split() if len(word) > 1 and word not in COMMON)


@sensitive_variables("text", "asked")
def similar_questions(page: QuestionsPage, text: str) -> list[QuestionPage]:
    """Published questions of the same section that share many words with `text`, the most alike first; one query."""
    asked = words_in(text)
    if not asked:
        return []
    found = QuestionPage.objects.child_of(page).live().order_by("-date", "-path")
    scored = []
    for row in found.defer("body")[:LOOKED_THROUGH]:
        words = words_in(f"{row.title} {row.question}")
        share = len(asked & words) / (min(len(asked), len(words)) or 1)
        if share >= LIKE and len(asked & words) > 1:
            scored.append((share, row))
    scored.sort(key=lambda pair: -pair[0])
    return [row for _share, row in scored[:SUGGESTED]]


def questions_due(until: date) -> QuerySet[QuestionCase]:
    """Those of all sites that wait and are due by then."""
    return QuestionCase.objects.filter(due_on__lte=until).exclude(state=QuestionState.ANSWERED)


def withdrawn_pages(now: datetime) -> list[QuestionCase]:
    """Cases whose page is published although the one who asked said no afterwards; two queries."""
    cases = list(QuestionCase.objects.filter(page__live=True).select_related("page", "institution"))
    events = (
        ConsentEvent.objects.filter(
            submission__in=[case.submission_id for case in cases], purpose__code=PUBLISH, occurred_at__lte=now
        )
        .order_by("number")
        .values_list("submission_id", "decision")
    )
    last = dict(events)
    return [case for case in cases if last.get(case.submission_id) != Decision.GIVEN]
