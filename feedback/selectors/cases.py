"""Reads of the feedback desk: always of the institutions that the user may open, never of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q, Sum
from django.utils import timezone
from wagtail.models import Page

from editorial.choices import BoardRole
from editorial.models import PageReview
from editorial.selectors import board_members, board_roles
from feedback.choices import OPEN_STATES, CaseState, FeedbackKind
from feedback.models import CASE_FORMS, PAGE_ERROR, FeedbackCase, FeedbackCount, FeedbackPage
from feedback.policies import desk_institutions
from network.models import Institution
from privacy.choices import Decision
from privacy.models import ConsentEvent, Recipient, Submission

SMALL = 5
"""Fewer than so many are not told apart in public."""


def boards_of(user) -> frozenset[int]:
    """Ids of the institutions on whose boards a person serves."""
    return frozenset(pk for pk, _role in board_roles(user))


def open_to(user) -> Q:
    """Which submissions a person may open: those of their desks, those that were passed on to these, and what was given to them
    as a member of the board."""
    desks = desk_institutions(user)
    given = Q(feedback_case__assigned_to=user, institution__in=boards_of(user))
    return Q(institution__in=desks) | Q(feedback_case__passed_to__in=desks) | given


def may_open_case(user, submission: Submission) -> bool:
    """Whether a person may open this submission because of its case (``privacy.readers``)."""
    return submission.form in CASE_FORMS and feedback_for(user, apart=None).filter(pk=submission.pk).exists()


def may_enter(user) -> bool:
    """Whether a person has a desk of feedback."""
    if not (user.is_authenticated and user.is_active):
        return False
    return bool(desk_institutions(user)) or (
        bool(boards_of(user))
        and FeedbackCase.objects.filter(
            assigned_to=user, submission__institution__in=boards_of(user)
        ).exists()
    )


def feedback_for(user, *, state: str = "", institution: int | None = None, apart: bool | None = False):
    """The feedback and reported errors that a user may open, newest first; the answers stay sealed. `apart`: only what is kept
    apart; None: both."""
    if not may_enter(user):
        return Submission.objects.none()
    found = (
        Submission.objects.filter(open_to(user), form__in=CASE_FORMS, feedback_case__isnull=False)
        .select_related("institution", "notice", "feedback_case__assigned_to", "feedback_case__passed_to")
        .select_related("feedback_case__about_page")
    )
    if apart is not None:
        found = (
            found.exclude(feedback_case__suspicion="") if apart else found.filter(feedback_case__suspicion="")
        )
    if state == "overdue":
        found = found.filter(
            feedback_case__state__in=OPEN_STATES, feedback_case__due_on__lt=timezone.localdate()
        )
    elif state:
        found = found.filter(feedback_case__state=state)
    if institution:
        found = found.filter(institution_id=institution)
    return found


def waiting_of(institution_ids: Iterable[int]) -> dict[int, tuple[int, datetime]]:
    """Institution id → how many pieces of feedback nobody has taken up yet, and since when the oldest waits; one query.

    Numbers only: who may know what was sent, ``feedback_for`` says.
    """
    rows = (
        FeedbackCase.objects.filter(
            submission__institution_id__in=list(institution_ids), state=CaseState.RECEIVED, suspicion=""
        )
        .order_by()
        .values_list("submission__institution_id")
        .annotate(number=Count("pk"), oldest=Min("submission__created_at"))
    )
    return {pk: (number, oldest) for pk, number, oldest in rows}


@dataclass(frozen=True)
class CaseNumbers:
    """Of one institution: cases that nobody has taken up, since when the oldest waits; past their day; kept apart; open ones
    that were given to a person."""

    waiting: int = 0
    oldest: datetime | None = None
    overdue: int = 0
    apart: int = 0
    given: int = 0


def desk_numbers(user, institution_ids: Iterable[int], today: date) -> dict[int, CaseNumbers]:
    """Institution id → numbers, of those that have cases; one query. Which of them a person may see, the caller says."""
    received = Q(state=CaseState.RECEIVED, suspicion="")
    is_open = Q(state__in=OPEN_STATES, suspicion="")
    rows = (
        FeedbackCase.objects.filter(submission__institution_id__in=list(institution_ids))
        .order_by()
        .values_list("submission__institution_id")
        .annotate(
            waiting=Count("pk", filter=received),
            oldest=Min("submission__created_at", filter=received),
            overdue=Count("pk", filter=is_open & Q(due_on__lt=today)),
            apart=Count("pk", filter=~Q(suspicion="")),
            given=Count("pk", filter=is_open & Q(assigned_to=user)),
        )
    )
    return {pk: CaseNumbers(*numbers) for pk, *numbers in rows}


def numbers_of(institution_ids: Iterable[int], today: date) -> dict[str, int]:
    """``overdue`` and ``apart`` of these institutions; one query."""
    rows = FeedbackCase.objects.filter(submission__institution_id__in=list(institution_ids))
    late = Q(state__in=OPEN_STATES, suspicion="", due_on__lt=today)
    return rows.aggregate(overdue=Count("pk", filter=late), apart=Count("pk", filter=~Q(suspicion="")))


def overdue_of(institution_ids: Iterable[int], today: date) -> dict[int, int]:
    """Institution id → how many pieces of feedback are past their day; one query, numbers only."""
    rows = FeedbackCase.objects.filter(
        submission__institution_id__in=list(institution_ids),
        submission__form=FeedbackPage.form_code,
        state__in=OPEN_STATES,
        suspicion="",
        due_on__lt=today,
    )
    return dict(rows.order_by().values_list("submission__institution_id").annotate(number=Count("pk")))


def board_of_case(case: FeedbackCase):
    """To whom a case can be given."""
    return list(board_members(case.submission.institution).order_by("last_name", "first_name", "pk"))


def recipients_for(case: FeedbackCase) -> list[Recipient]:
    """Institutions of this installation to which the sender accepted that it is passed on, by their last word; one query."""
    last: dict[int, ConsentEvent] = {}
    events = ConsentEvent.objects.filter(submission=case.submission_id, recipient__isnull=False)
    for event in events.select_related("recipient__target__site").order_by("number"):
        last[event.recipient_id] = event
    return [
        event.recipient
        for event in last.values()
        if event.decision == Decision.GIVEN and event.recipient.target_id
    ]


def letter_receivers(case: FeedbackCase) -> list:
    """Who is told about a case: to whom it was given; of a reported error who keeps the page; of feedback who keeps its page;
    else the chief editors. Members of the board only."""
    institution = case.submission.institution
    members = {user.pk: user for user in board_members(institution)}
    if case.assigned_to_id in members:
        return [members[case.assigned_to_id]]
    if person := members.get(keeper_of(_page_of(case))):
        return [person]
    return chiefs_of(institution)


def chiefs_of(institution: Institution) -> list:
    return [user for user in board_members(institution, BoardRole.CHIEF) if user.email]


def _page_of(case: FeedbackCase) -> Page | None:
    return case.about_page if case.submission.form == PAGE_ERROR else case.submission.page


def keeper_of(page: Page | None) -> int | None:
    """Id of the person responsible for a page, or for the nearest page above that somebody keeps; two queries."""
    if page is None:
        return None
    steps = range(Page.steplen, len(page.path) + 1, Page.steplen)
    above = dict(
        Page.objects.filter(path__in=[page.path[:end] for end in steps]).values_list(
            "translation_key", "depth"
        )
    )
    kept = PageReview.objects.filter(translation_key__in=above, responsible__is_active=True)
    rows = sorted(
        kept.values_list("translation_key", "responsible"), key=lambda row: above[row[0]], reverse=True
    )
    return rows[0][1] if rows else None


def same_words(case: FeedbackCase) -> int:
    """How many other cases of the institution have the same words."""
    if not case.words:
        return 0
    return FeedbackCase.objects.filter(words=case.words).exclude(pk=case.pk).count()


@dataclass(frozen=True)
class YearRow:
    """One kind in one year; None where fewer than five came."""

    label: str
    received: int | None
    answered: int | None
    in_time: int | None


def statistics_of(institution: Institution, years: Iterable[int]) -> dict[int, list[YearRow]]:
    """Year → a row for each kind, the whole last; one query. Small numbers are not told apart."""
    years = list(years)
    sums = {name: Sum(name) for name in ("received", "answered", "in_time")}
    rows = FeedbackCount.objects.filter(institution=institution, month__year__in=years)
    found: dict[int, dict[str, tuple[int, int, int]]] = {year: {} for year in years}
    for row in rows.order_by().values("month__year", "kind").annotate(**sums):
        found[row["month__year"]][row["kind"]] = (row["received"], row["answered"], row["in_time"])
    return {year: _year(kinds) for year, kinds in found.items() if kinds}


def _year(kinds: dict[str, tuple[int, int, int]]) -> list[YearRow]:
    rows, hidden = [], 0
    for kind in FeedbackKind:
        received, answered, in_time = kinds.get(kind, (0, 0, 0))
        if not received and not answered:
            continue
        is_small = received < SMALL
        hidden += is_small
        shown = (None, None, None) if is_small else (received, answered, in_time)
        rows.append(YearRow(str(kind.label), *shown))
    total = tuple(sum(values) for values in zip(*kinds.values(), strict=True))
    # With one hidden row the whole would tell its number.
    whole = (None, None, None) if total[0] < SMALL or hidden == 1 else total
    return [*rows, YearRow("", *whole)]
