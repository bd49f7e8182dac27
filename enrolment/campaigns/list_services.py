"""Lists of an authority's schools: taken in, put in, thrown away; and a school that takes its share into its notice (W9.4)."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from common.jobs import queue, resume_stale
from common.spreadsheets import unpacked_size
from enrolment.campaigns.list_loading import list_owner, list_run
from enrolment.campaigns.listed import fill, listed_share, seen_mark
from enrolment.campaigns.rules import notice_faults
from enrolment.campaigns.school_list import LIMITS, Share
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.campaigns.services import NO_SECTION, NOT_FOR_THIS, enrolment_section, notice_begin
from enrolment.choices import SchoolListWork
from enrolment.list_files import file_forget, file_keep, idle_since, old_files
from enrolment.models import AdmissionNoticePage, CampaignPage, SchoolList
from enrolment.tasks import run_school_list
from network.models import Institution

KEPT = timedelta(days=30)
SMALL_BYTES, SMALL_SCHOOLS = 512 * 1024, 500
"""Up to here a list is read (bytes, unpacked), or put in (schools), while the officer waits: less than a second of work."""
NOT_OPEN = gettext_lazy("This list is being worked on, or was put in or thrown away already.")
NOT_YOURS_TO_WRITE = gettext_lazy(
    "An editor, the chief editor or whoever began the notice writes it into the draft."
)
NOT_LISTED = gettext_lazy("The authority's list says nothing of your school.")


def list_create(*, campaign: CampaignPage, file: File, user, language: str = "vi") -> SchoolList:
    """Store a list privately and have it read; nothing is put in. Raises ValidationError for a file that is too large,
    PermissionDenied for whoever is no officer of the authority; nothing is stored then."""
    list_owner(campaign, user)
    if file.size > LIMITS.bytes:
        raise ValidationError(
            _("The file is larger than %(limit)s MB.") % {"limit": LIMITS.bytes // 1_048_576}
        )
    job = SchoolList(campaign=campaign, filename=file.name[-200:], created_by=user, language=language)
    is_small = unpacked_size(file) <= SMALL_BYTES
    file_keep(job, file)
    try:
        with transaction.atomic():
            _queue(job, SchoolListWork.READ, user, is_small=is_small)
    except Exception:
        job.file.delete(save=False)
        raise
    return _run_small(job, is_small=is_small)


def list_read_again(*, school_list: SchoolList, user) -> SchoolList:
    """Read a list once more: a school that it names was added meanwhile, or the work was interrupted too often."""
    with transaction.atomic():
        found = _locked(school_list, user)
        if not found.file:
            raise ValidationError(_("The list is loaded already, or its file is gone."))
        with found.file.storage.open(found.file.name, "rb") as stored:
            is_small = unpacked_size(stored.file) <= SMALL_BYTES
        cleared = {"shares": [], "faults": [], "wrong": 0, "rows_count": 0, "schools_count": 0}
        _queue(found, SchoolListWork.READ, user, is_small=is_small, **cleared)
    return _run_small(found, is_small=is_small)


def list_apply(*, school_list: SchoolList, user, is_whole: bool = False) -> SchoolList:
    """Have a list put into its campaign, all of it; the boards of the schools of which it says something new are told. No notice
    is touched. Raises ValidationError where it has mistakes, is being worked on or was put in before."""
    with transaction.atomic():
        found = _locked(school_list, user)
        if not found.may_be_put_in:
            raise ValidationError(_("A list with mistakes is not put in: correct it and take it in again."))
        is_small = found.schools_count <= SMALL_SCHOOLS
        _queue(found, SchoolListWork.APPLY, user, is_small=is_small, is_whole=is_whole)
    return _run_small(found, is_small=is_small)


def _queue(job: SchoolList, work: SchoolListWork, user, *, is_small: bool, **values) -> None:
    queue(job, run_school_list, is_small=is_small, work=work, acting=user, **values)


def _run_small(job: SchoolList, *, is_small: bool) -> SchoolList:
    if is_small:
        list_run(list_id=job.pk)
        job.refresh_from_db()
    return job


@transaction.atomic
def list_drop(*, school_list: SchoolList, user, now: datetime | None = None) -> None:
    """Throw away a list that was not put in."""
    found = _locked(school_list, user)
    SchoolList.objects.filter(pk=found.pk).update(dropped_at=now or timezone.now(), shares=[], faults=[])
    transaction.on_commit(partial(file_forget, found))


def _locked(school_list: SchoolList, user) -> SchoolList:
    found = (
        SchoolList.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=school_list.pk)
    )
    list_owner(found.campaign, user)
    if not found.is_open:
        raise ValidationError(NOT_OPEN)
    return found


def lists_resume(*, job: SchoolList | None = None) -> list[SchoolList]:
    """Put to work again what has lost its worker, or its place in the queue."""
    return resume_stale(SchoolList, run_school_list, job)


def school_lists_purge(*, now: datetime) -> int:
    """Delete files that have had their time, and forget lists that nobody put in for 30 days; answers how many."""
    files = list(old_files(SchoolList, now=now))
    for job in files:
        file_forget(job)
    rows = idle_since(SchoolList, now - KEPT).filter(applied_at=None)
    touched = {job.pk for job in files} | set(rows.values_list("pk", flat=True))
    rows.delete()
    return len(touched)


def own_notice(campaign: CampaignPage, school: Institution) -> AdmissionNoticePage | None:
    """The latest version of the school's notice of a campaign, the published one before others."""
    section = enrolment_section(school)
    if section is None:
        return None
    rows = AdmissionNoticePage.objects.child_of(section).filter(campaign=campaign)
    found = rows.order_by("-live", "path").first()
    return found and found.get_latest_revision_as_object()


@transaction.atomic
def notice_take_over(
    *, campaign: CampaignPage, school: Institution, user, seen: str | None = None
) -> AdmissionNoticePage:
    """Write what the list says of a school into the draft of its notice, which is begun where there is none. What is published
    stays: the draft goes through the school's own board. `seen`: `seen_mark` of what the person was shown; what changed since is
    not written over. Raises PermissionDenied, or ValidationError with a sentence."""
    share = listed_share(campaign, school)
    if share is None:
        raise ValidationError(NOT_LISTED)
    if not campaigns_offered_to(school).filter(pk=campaign.pk).exists():
        raise ValidationError(NOT_FOR_THIS)
    latest = own_notice(campaign, school)
    if latest is None:
        _refuse_unseen(None, share, seen)
        section = enrolment_section(school)
        if section is not None and not section.permissions_for_user(user).can_add_subpage():
            raise PermissionDenied
        return notice_begin(campaign=campaign, school=school, user=user)[0]
    page = Page.objects.select_for_update().get(pk=latest.pk).specific
    _refuse_page(page, user)
    if page.latest_revision_id is None:
        page.save_revision(changed=False, clean=False)
    latest = page.get_latest_revision_as_object()
    _refuse_unseen(latest, share, seen)
    fill(latest, share)
    if faults := notice_faults(latest, tracks=latest.tracks.all()):
        raise ValidationError(faults)
    if not page.live:
        latest.save(clean=False)
    latest.save_revision(user=user, log_action=True, clean=False)
    return latest


def _refuse_unseen(latest: AdmissionNoticePage | None, share: Share, seen: str | None) -> None:
    if seen is not None and seen != seen_mark(latest, share):
        raise ValidationError(
            _(
                "The list or your notice has changed meanwhile. Look at what would change now, then press again."
            )
        )


def _refuse_page(page: AdmissionNoticePage, user) -> None:
    if said := _lies_still(page):
        raise ValidationError(said)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied


def _lies_still(page: AdmissionNoticePage) -> str:
    if page.workflow_in_progress:
        return _("The page lies with the board. Wait for its decision, or take it back.")
    return _("The page is locked.") if page.locked else ""


def take_over_hindrance(*, notice: AdmissionNoticePage | None, school: Institution, user) -> str:
    """Why this person cannot write the list's share into the draft, as a sentence; empty where nothing hinders."""
    if notice is None:
        section = enrolment_section(school)
        if section is None:
            return str(NO_SECTION)
        return "" if section.permissions_for_user(user).can_add_subpage() else str(NOT_YOURS_TO_WRITE)
    page = notice.specific
    if not page.permissions_for_user(user).can_edit() and not page.workflow_in_progress:
        return str(NOT_YOURS_TO_WRITE)
    return _lies_still(page)
