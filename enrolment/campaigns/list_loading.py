"""What the worker does with an authority's list: read and try it, or put it in whole in one transaction (W9.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from common.jobs import Progress, TakenOverError, carry_out
from common.spreadsheets import TableError
from enrolment.campaigns.listed import shares_in, shares_of
from enrolment.campaigns.school_list import Reader, Share, table_of
from enrolment.campaigns.tasks import tell_listed_schools
from enrolment.choices import SchoolListWork
from enrolment.list_files import file_forget
from enrolment.models import CampaignPage, ListedSchool, SchoolList
from enrolment.policies import campaign_institution, is_officer
from network.models import Institution

SHOWN_FAULTS, BATCH = 500, 500


def listable(owner: Institution):
    """The schools that a list of this authority may name."""
    return Institution.objects.below(owner).active().facilities().order_by("path")


def list_owner(campaign: CampaignPage, user) -> Institution:
    """The authority whose list it is. Raises PermissionDenied for whoever is no officer of it."""
    owner = campaign_institution(campaign)
    if owner is None or not owner.is_authority or not is_officer(user, owner.pk):
        raise PermissionDenied
    return owner


def list_run(*, list_id: int) -> bool:
    """Work on a list that waits, or that has lost its worker; False where there is nothing to do."""
    failures = {
        TableError: "",
        OSError: _("The stored list cannot be read. Upload it again."),
        PermissionDenied: _("Whoever asked for it is no officer of the authority any more."),
    }
    works = {SchoolListWork.READ: _read, SchoolListWork.APPLY: _apply}
    return carry_out(
        SchoolList,
        list_id,
        lambda job: works[SchoolListWork(job.work)](job, Progress(job)),
        related=("campaign", "acting"),
        failures=failures,
    )


def _read(job: SchoolList, progress: Progress) -> None:
    """Opening the file is half of the way, its rows are the other half."""
    owner = list_owner(job.campaign, job.acting)
    schools = {code.lower(): pk for pk, code in listable(owner).values_list("pk", "code")}

    def opened(number: int, expected: int) -> None:
        # The reader of workbooks takes every error for a damaged file; who has lost the job learns it from the next call.
        with suppress(TakenOverError):
            progress(number // 2, expected)

    with job.file.storage.open(job.file.name, "rb") as stored:
        reader = Reader(table_of(stored.file, job.filename, watch=opened), schools)
    total = len(reader.table.rows)
    reader.read(watch=lambda number: progress((total + number) // 2, total))
    shares = {} if reader.faults else reader.shares
    _store(
        job,
        rows_count=total,
        schools_count=len(reader.entries),
        wrong=reader.wrong,
        faults=[fault.as_json() for fault in reader.faults[:SHOWN_FAULTS]],
        shares=[[pk, share.classes, share.areas] for pk, share in sorted(shares.items())],
    )


def _store(job: SchoolList, **values) -> None:
    if not SchoolList.objects.filter(pk=job.pk, runner=job.runner).update(**values):
        raise TakenOverError


def _apply(job: SchoolList, progress: Progress) -> None:
    """All of it in one transaction, together with the tasks that tell the boards: whoever is killed leaves either nothing or a
    list that is in, of which only the file is still to go."""
    if job.applied_at is None:
        with transaction.atomic():
            _put_in(job, timezone.now())
    progress(job.schools_count, job.schools_count)
    file_forget(job)


def _put_in(job: SchoolList, now: datetime) -> None:
    owner, shares = list_owner(job.campaign, job.acting), shares_of(job)
    # The campaign's row keeps two lists from being put in at once.
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=job.campaign_id)
    if shares.keys() - set(listable(owner).values_list("pk", flat=True)):
        raise ValidationError(_("A school of the list has closed or moved meanwhile: read the list again."))
    before = shares_in(job.campaign)
    changed = {pk: share for pk, share in shares.items() if before.get(pk) != share}
    _write(job.campaign, changed, now)
    gone = sorted(set(before) - shares.keys()) if job.is_whole else []
    for part in _parts(gone):
        ListedSchool.objects.filter(campaign=job.campaign, school__in=part).delete()
    _store(job, applied_by=job.acting, applied_at=now, shares=[], changed=len(changed) + len(gone))
    for part in _parts(sorted(changed)):
        tell_listed_schools.enqueue(job.campaign_id, part)


def _parts(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def _write(campaign: CampaignPage, shares: Mapping[int, Share], now: datetime) -> None:
    ListedSchool.objects.bulk_create(
        (
            ListedSchool(
                campaign=campaign, school_id=pk, classes=share.classes, areas=share.areas, changed_at=now
            )
            for pk, share in shares.items()
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["campaign", "school"],
        update_fields=["classes", "areas", "changed_at"],
    )
