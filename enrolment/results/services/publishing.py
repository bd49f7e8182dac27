"""From a loaded version to one that answers, and to its end. Whoever took it in or proposed it does not publish it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from enrolment.choices import VersionState
from enrolment.letters import officers_told
from enrolment.models import ExaminationPage, LookupTry, ResultRow, ResultVersion
from enrolment.policies import is_officer
from enrolment.refreshed import announce
from privacy.choices import EraseReason
from privacy.services.retention import deletion_record

__all__ = [
    "KEPT_AFTER",
    "ROWS",
    "results_end_due",
    "tries_purge",
    "version_propose",
    "version_publish",
    "version_return",
    "version_withdraw",
    "versions_erase_again",
    "versions_with_rows",
]

KEPT_AFTER = timedelta(days=7)
"""How long a version that was replaced or withdrawn can be taken back."""
ROWS = "enrolment.results"
"""Name of rows of results in the records of erasure."""
BATCH = 100_000


def _locked(version: ResultVersion, user, *states: VersionState) -> ResultVersion:
    found = (
        ResultVersion.objects.select_for_update(of=("self",))
        .select_related("exam", "institution")
        .get(pk=version.pk)
    )
    if not is_officer(user, found.institution_id):
        raise PermissionDenied
    if found.state not in states:
        raise ValidationError(
            _("This version is “%(state)s”.") % {"state": found.get_state_display()}, code="state"
        )
    return found


@transaction.atomic
def version_propose(*, version: ResultVersion, user, now: datetime | None = None) -> None:
    """Hand a loaded version to a second person; one that was replaced or withdrawn may come back while its rows are there."""
    found = _locked(version, user, VersionState.READY, VersionState.REPLACED, VersionState.WITHDRAWN)
    found.state, found.proposed_by, found.proposed_at = VersionState.PROPOSED, user, now or timezone.now()
    found.save(update_fields=["state", "proposed_by", "proposed_at"])
    _log(found, "propose", user)
    officers_told(
        institution_id=found.institution_id, what="version", pk=found.pk, without=(user.pk, found.made_by_id)
    )


@transaction.atomic
def version_return(*, version: ResultVersion, user, reason: str) -> None:
    """The second person does not agree."""
    found = _locked(version, user, VersionState.PROPOSED)
    if not reason.strip():
        raise ValidationError(_("Say why."), code="reason")
    found.state, found.reason = VersionState.READY, reason.strip()[:300]
    found.save(update_fields=["state", "reason"])
    _log(found, "return", user)


@transaction.atomic
def version_publish(*, version: ResultVersion, user, now: datetime | None = None) -> None:
    """Make a version the one that answers, in place of the present one. Raises ValidationError for whoever took it in or
    proposed it, and where the look-up is over."""
    now = now or timezone.now()
    ExaminationPage.objects.select_for_update(of=("self",)).get(pk=version.exam_id)
    found = _locked(version, user, VersionState.PROPOSED)
    if user.pk in (found.proposed_by_id, found.made_by_id):
        raise ValidationError(
            _("A second person publishes: you took this version in or proposed it."), code="second-person"
        )
    if timezone.localdate(now) > found.exam.closes_on:
        raise ValidationError(_("The look-up of this examination is over."), code="over")
    ResultVersion.objects.filter(exam=found.exam, state=VersionState.PUBLISHED).update(
        state=VersionState.REPLACED, ended_at=now
    )
    found.state, found.published_by, found.published_at, found.ended_at = (
        VersionState.PUBLISHED,
        user,
        now,
        None,
    )
    found.save(update_fields=["state", "published_by", "published_at", "ended_at"])
    _log(found, "publish", user)
    announce(found.institution)


@transaction.atomic
def version_withdraw(*, version: ResultVersion, user, reason: str, now: datetime | None = None) -> None:
    """Stop a published version at once; one officer is enough to stop what is wrong."""
    found = _locked(version, user, VersionState.PUBLISHED)
    if not reason.strip():
        raise ValidationError(_("Say why."), code="reason")
    found.state, found.reason, found.ended_at = (
        VersionState.WITHDRAWN,
        reason.strip()[:300],
        now or timezone.now(),
    )
    found.save(update_fields=["state", "reason", "ended_at"])
    _log(found, "withdraw", user)
    announce(found.institution)


def _log(version: ResultVersion, what: str, user) -> None:
    data = {"version": version.number, "institution": version.institution_id}
    log(version.exam, f"enrolment.results_{what}", user=user, data=data)


def results_end_due(*, now: datetime | None = None) -> int:
    """Erase the rows of what is over: everything of an examination whose look-up has closed, and versions that ended more than
    KEPT_AFTER ago. Totals of a published version stay. What an interrupted erasure has left goes as well. Answers of how many
    versions rows went."""
    now = now or timezone.now()
    living = ResultVersion.objects.exclude(state__in=[VersionState.ERASED, VersionState.LOADING])
    over = living.filter(exam__closes_on__lt=timezone.localdate(now))
    old = living.filter(
        state__in=[VersionState.REPLACED, VersionState.WITHDRAWN], ended_at__lt=now - KEPT_AFTER
    )
    count = 0
    for version in (over | old).select_related("exam", "institution"):
        _erase(version, now)
        count += 1
    return count + _erase_rest()


def _erase(version: ResultVersion, now: datetime) -> None:
    """The keys go first and with them what the rows say, even in a copy of the table; then the rows, in parts."""
    was_shown = version.state == VersionState.PUBLISHED
    with transaction.atomic():
        version.state, version.sealed_keys, version.ended_at = VersionState.ERASED, "", now
        if not was_shown:
            version.totals = {}
        version.save(update_fields=["state", "sealed_keys", "ended_at", "totals"])
        deletion_record(
            institution=version.institution,
            what=ROWS,
            reason=EraseReason.EXPIRED,
            uids=[version.uid],
            counts={"rows": version.rows_count},
            rule="results closed: rows erased, totals kept" if was_shown else "version ended: rows erased",
            now=now,
        )
        announce(version.institution)
    rows_erase(version.pk)


def _erase_rest() -> int:
    """Rows of versions whose erasure was interrupted: without keys nobody reads them, but they are there."""
    rows = ResultRow.objects.filter(version=OuterRef("pk"))
    left = list(
        ResultVersion.objects.filter(Exists(rows), state=VersionState.ERASED).values_list("pk", flat=True)
    )
    for pk in left:
        rows_erase(pk)
    return len(left)


def rows_erase(version_id: int) -> None:
    """Delete the rows of a version, BATCH at a time."""
    table, key = connection.ops.quote_name(ResultRow._meta.db_table), "digest"
    sql = (
        f"DELETE FROM {table} WHERE {key} IN "  # noqa: S608
        f"(SELECT {key} FROM {table} WHERE version_id = %s LIMIT {BATCH})"
    )
    while True:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, [version_id])
            if cursor.rowcount < BATCH:
                return


def versions_with_rows() -> list[tuple[int, UUID]]:
    """Ids and random numbers of the versions that have not been erased: for the replay after a restore."""
    return list(ResultVersion.objects.exclude(state=VersionState.ERASED).values_list("pk", "uid"))


def versions_erase_again(pks: Sequence[int]) -> int:
    """Erase versions that had been erased before the database was restored; answers how many."""
    for pk in pks:
        ResultVersion.objects.filter(pk=pk).update(state=VersionState.ERASED, sealed_keys="")
        rows_erase(pk)
    return len(pks)


def tries_purge(*, now: datetime | None = None) -> int:
    """Forget counters of past hours."""
    return LookupTry.objects.filter(until__lt=now or timezone.now()).delete()[0]
