"""Scores of entrance examinations: a list is tried, proposed and confirmed by a second person, whole or not at all; what is typed
is typed twice (W9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, BinaryIO

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from common.spreadsheets import read_table
from enrolment.choices import ApplicationState, Entry, ScoreListState
from enrolment.models import Application, ApplicationEntry, CampaignPage, ScoreList, Wish
from enrolment.policies import desk_institutions
from enrolment.processing.score_cells import (
    NUMBER,
    TOTAL,
    ScoreError,
    Trial,
    fault,
    guessed,
    headings,
    read_row,
    score_of,
)
from enrolment.processing.selectors import Office
from network.models import Institution
from privacy.choices import AuditAction
from privacy.services.access import audit_record

MOST_FAULTS = 500
KEPT = timedelta(days=30)
BATCH = 500
_L = ScoreListState
WAITING = (_L.UPLOADED, _L.WRONG, _L.READY, _L.PROPOSED)


def _check_office(score_list: ScoreList, user) -> None:
    if score_list.institution_id not in desk_institutions(user):
        raise PermissionDenied


def _scope(office: Office, school: Institution | None) -> Institution:
    """Whose list it is: the authority's own, or that of one of the person's schools."""
    if office.is_authority and (school is None or school.pk == office.owner.pk):
        return office.owner
    if school is None or not (office.is_authority or school.pk in office.offices):
        raise PermissionDenied
    return school


def candidates_for(score_list: ScoreList):
    """The applications to whose wishes the list may give scores."""
    rows = Application.objects.filter(campaign=score_list.campaign_id).exclude(candidate_number="")
    if score_list.institution_id != campaign_owner_id(score_list):
        rows = rows.filter(handler=score_list.institution_id)
    return rows.filter(room=score_list.room) if score_list.room else rows


def campaign_owner_id(score_list: ScoreList) -> int | None:
    row = Application.objects.filter(campaign=score_list.campaign_id).values_list("submission__institution")
    return row.first()[0] if row.exists() else None


@sensitive_variables("file")
def score_list_create(
    *, office: Office, user, file: BinaryIO, filename: str, school: Institution | None = None
) -> ScoreList:
    """Take in a list as CSV or XLSX; columns are guessed from the headings. Raises TableError for a file that cannot be read."""
    institution = _scope(office, school)
    places = office.places
    table = read_table(file, filename=filename, header_names=[*headings(places)])
    score_list = ScoreList(
        campaign=office.campaign,
        institution=institution,
        filename=filename[:200],
        made_by=user,
        columns=guessed(table.header, places),
        rows_count=len(table.rows),
    )
    rows = [[row.number, [str(cell) for cell in row.cells]] for row in table.rows]
    score_list.seal_field("sealed_table", {"header": table.header, "rows": rows})
    score_list.save(force_insert=True)
    return score_list


@sensitive_variables()
def header_of(score_list: ScoreList) -> list[str]:
    """The headings of a list, which are nobody's."""
    return (score_list.unseal_field("sealed_table") or {"header": []})["header"]


@sensitive_variables()
def score_list_try(*, score_list: ScoreList, user, columns: Mapping[str, int]) -> Trial:
    """Read every row with these columns and report everything that is wrong; nothing is entered anywhere."""
    _check_office(score_list, user)
    if NUMBER not in columns or len(columns) < 2:
        raise ValidationError(
            _("Name the column of the candidate number and at least one column of scores."), code="columns"
        )
    with transaction.atomic():
        found = _locked(score_list, (_L.UPLOADED, _L.WRONG, _L.READY))
        trial = _tried(found, columns)
        found.columns = dict(columns)
        found.faults = trial.faults[:MOST_FAULTS]
        found.state = _L.WRONG if trial.faults else _L.READY
        found.scores_count = 0 if trial.faults else len(trial.scores)
        if trial.faults:
            found.sealed_scores = ""
        else:
            found.seal_field("sealed_scores", trial.scores)
        found.save()
    return trial


@sensitive_variables()
def _tried(score_list: ScoreList, columns: Mapping[str, int]) -> Trial:
    table, trial = score_list.unseal_field("sealed_table"), Trial()
    known = {
        row.candidate_number: row for row in candidates_for(score_list).only("candidate_number", "state")
    }
    wishes: dict[int, list[Wish]] = {}
    for wish in Wish.objects.filter(application__in=candidates_for(score_list)).only(
        "application", "school", "track"
    ):
        wishes.setdefault(wish.application_id, []).append(wish)
    seen: set[str] = set()
    for number, cells in table["rows"]:
        cell = cells[columns[NUMBER]].strip() if columns[NUMBER] < len(cells) else ""
        row = known.get(cell)
        if row is None or cell in seen:
            text = (
                _("Nobody has this candidate number.")
                if row is None
                else _("This candidate number stands twice.")
            )
            trial.faults.append(fault(number, columns[NUMBER], text))
            continue
        seen.add(cell)
        if row.state == ApplicationState.WITHDRAWN:
            continue
        if row.state != ApplicationState.VALID:
            text = _("The application is “%(state)s”: no score can be entered.")
            trial.faults.append(fault(number, columns[NUMBER], text % {"state": row.get_state_display()}))
            continue
        read_row(trial, number, cells, columns, wishes.get(row.pk, []))
    trial.candidates = len(seen)
    trial.missing = sum(row.state == ApplicationState.VALID for key, row in known.items() if key not in seen)
    return trial


def _locked(score_list: ScoreList, states) -> ScoreList:
    rows = ScoreList.objects.select_for_update(of=("self",)).select_related("campaign", "institution")
    found = rows.get(pk=score_list.pk)
    if found.state not in states:
        raise ValidationError(
            _("This list is “%(state)s”.") % {"state": found.get_state_display()}, code="state"
        )
    return found


def score_list_propose(*, score_list: ScoreList, user) -> None:
    """Hand a list without mistakes to a second person."""
    _check_office(score_list, user)
    with transaction.atomic():
        found = _locked(score_list, (_L.READY,))
        found.state, found.made_by = _L.PROPOSED, user
        found.save(update_fields=["state", "made_by"])


@sensitive_variables("typed")
def scores_type(
    *,
    office: Office,
    user,
    room: str,
    typed: Mapping[int, str],
    key: str = TOTAL,
    school: Institution | None = None,
) -> ScoreList:
    """Scores of one room, typed for the first time: id of the application → cell. They wait for a second reading.

    Raises ValidationError with a sentence for each number that cannot be read.
    """
    score_list = ScoreList(
        campaign=office.campaign,
        institution=_scope(office, school),
        is_typed=True,
        room=room[:40],
        made_by=user,
        columns={key: 0},
        state=_L.PROPOSED,
    )
    scores = _typed(score_list, typed)
    if not scores:
        raise ValidationError(_("Type at least one score."), code="empty")
    score_list.rows_count, score_list.scores_count = len(scores), len(scores)
    score_list.seal_field("sealed_scores", scores)
    score_list.save(force_insert=True)
    return score_list


@sensitive_variables()
def _typed(score_list: ScoreList, typed: Mapping[int, str]) -> list[list[Any]]:
    """``[[id of the application, score]]`` of the cells that are not empty."""
    rows = {row.pk: row for row in candidates_for(score_list).filter(state=ApplicationState.VALID)}
    found, wrong = [], []
    for pk in sorted(typed):
        if pk not in rows or not typed[pk].strip():
            continue
        try:
            found.append([pk, score_of(typed[pk])])
        except ScoreError as error:
            wrong.append(f"{rows[pk].candidate_number}: {error}")
    if wrong:
        raise ValidationError(wrong)
    return found


@sensitive_variables()
def typed_candidates(score_list: ScoreList) -> list[Application]:
    """Whose scores were typed for the first time, by candidate number; not what was typed."""
    ids = [pk for pk, _score in score_list.unseal_field("sealed_scores") or []]
    return list(Application.objects.filter(pk__in=ids).order_by("candidate_number"))


@sensitive_variables()
def score_list_confirm(
    *, score_list: ScoreList, user, typed: Mapping[int, str] | None = None, now: datetime | None = None
) -> int:
    """Enter the scores; answers how many wishes have one now. `typed`: the second reading of a list that was typed.

    Raises ValidationError for whoever took the list in, whatever rights they have, and where the second reading differs.
    """
    _check_office(score_list, user)
    with transaction.atomic():
        found = _locked(score_list, (_L.PROPOSED,))
        if found.made_by_id in (None, user.pk):
            raise ValidationError(
                _("A second person confirms: you took this list in or proposed it."), code="second-person"
            )
        scores = found.unseal_field("sealed_scores")
        if found.is_typed:
            _compare(found, scores, _typed(found, typed or {}))
            scores = _wishes_of(found, scores)
        number = _enter(found, scores, user, now or timezone.now())
        _end(found, _L.CONFIRMED, user, now)
    return number


@sensitive_variables()
def _compare(score_list: ScoreList, first: list, second: list) -> None:
    before, after = dict(first), dict(second)
    missing = object()
    differing = [pk for pk in before if after.get(pk, missing) != before[pk]]
    if differing:
        numbers = Application.objects.filter(pk__in=differing).order_by("candidate_number")
        raise ValidationError(
            _("The second reading differs for %(numbers)s. Look at the papers; nothing was entered.")
            % {"numbers": ", ".join(numbers.values_list("candidate_number", flat=True)[:20])},
            code="differs",
        )


def _wishes_of(score_list: ScoreList, scores: list) -> list[list[Any]]:
    by_application = dict(scores)
    key = next(iter(score_list.columns), TOTAL)
    wishes = Wish.objects.filter(application__in=list(by_application))
    if key != TOTAL:
        school, _slash, track = key.partition("/")
        wishes = wishes.filter(school=int(school), track=track)
    return [[wish.pk, by_application[wish.application_id]] for wish in wishes]


@sensitive_variables("scores")
def _enter(score_list: ScoreList, scores: list, user, now: datetime) -> int:
    """Write the scores and the records; all applications are still valid, or nothing is written."""
    by_wish = dict(scores)
    wishes = list(
        Wish.objects.filter(pk__in=by_wish, application__campaign=score_list.campaign_id)
        .select_related("application__submission")
        .order_by("pk")
    )
    applications = {wish.application_id: wish.application for wish in wishes}
    states = dict(
        Application.objects.select_for_update()
        .filter(pk__in=applications)
        .order_by("pk")
        .values_list("pk", "state")
    )
    if any(state not in (ApplicationState.VALID, ApplicationState.WITHDRAWN) for state in states.values()):
        raise ValidationError(
            _("Some of these applications are not “valid” any more: try the list again."), code="state"
        )
    written = [wish for wish in wishes if states[wish.application_id] == ApplicationState.VALID]
    for wish in written:
        score = by_wish[wish.pk]
        wish.score = None if score is None else Decimal(score)
    Wish.objects.bulk_update(written, ["score"], batch_size=BATCH)
    ApplicationEntry.objects.bulk_create(
        [
            ApplicationEntry(application_id=pk, kind=Entry.SCORED, user=user, at=now)
            for pk in dict.fromkeys(wish.application_id for wish in written)
        ],
        batch_size=BATCH,
    )
    if written:
        audit_record(
            institution=written[0].application.submission.institution,
            action=AuditAction.CHANGE,
            object_ref=f"enrolment.scorelist:{score_list.uid}",
            user=user,
            count=len(written),
        )
    return len(written)


def _end(score_list: ScoreList, state: ScoreListState, user=None, now: datetime | None = None) -> None:
    """Cells and scores go."""
    score_list.state, score_list.decided_by, score_list.decided_at = state, user, now or timezone.now()
    score_list.sealed_table = score_list.sealed_scores = ""
    score_list.save()


def score_list_return(*, score_list: ScoreList, user, reason: str, now: datetime | None = None) -> None:
    """The list is not entered; what was in it is erased."""
    _check_office(score_list, user)
    if not reason.strip():
        raise ValidationError(_("Write why the list is returned."), code="reason")
    with transaction.atomic():
        found = _locked(score_list, WAITING)
        found.reason = reason.strip()[:300]
        _end(found, _L.RETURNED, user, now)


def scores_waiting(campaign: CampaignPage) -> list[str]:
    """Why places are not given yet: lists of scores that a second person has not looked at. One query."""
    number = ScoreList.objects.filter(campaign=campaign, state=_L.PROPOSED).count()
    if not number:
        return []
    text = ngettext(
        "%(number)s list of scores waits for a second person.",
        "%(number)s lists of scores wait for a second person.",
        number,
    )
    return [text % {"number": number}]


def score_lists_purge(*, now: datetime) -> int:
    """Erase what stands in lists that nobody decided for 30 days; answers how many."""
    rows = ScoreList.objects.filter(state__in=WAITING, made_at__lt=now - KEPT)
    return rows.update(state=_L.DROPPED, sealed_table="", sealed_scores="", decided_at=now)
