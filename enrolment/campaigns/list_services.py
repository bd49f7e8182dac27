"""Lists of an authority's schools: taken in, put in, thrown away; and a school that takes its share into its notice (W9.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from enrolment.campaigns.listed import fill, listed_share, shares_in, shares_of
from enrolment.campaigns.rules import notice_faults
from enrolment.campaigns.school_list import Reader, Share, table_of
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.campaigns.services import NO_SECTION, NOT_FOR_THIS, enrolment_section, notice_begin
from enrolment.campaigns.tasks import tell_listed_schools
from enrolment.models import AdmissionNoticePage, CampaignPage, ListedSchool, SchoolList
from enrolment.policies import campaign_institution, is_officer
from network.models import Institution

SHOWN_FAULTS, BATCH = 500, 500
KEPT = timedelta(days=30)
NOT_OPEN = gettext_lazy("This list was put in or thrown away already.")
NOT_YOURS_TO_WRITE = gettext_lazy(
    "An editor, the chief editor or whoever began the notice writes it into the draft."
)
NOT_LISTED = gettext_lazy("The authority's list says nothing of your school.")


def listable(owner: Institution):
    """The schools that a list of this authority may name."""
    return Institution.objects.below(owner).active().facilities().order_by("path")


def _refuse(campaign: CampaignPage, user) -> Institution:
    owner = campaign_institution(campaign)
    if owner is None or not owner.is_authority or not is_officer(user, owner.pk):
        raise PermissionDenied
    return owner


def list_create(*, campaign: CampaignPage, file: File, user) -> SchoolList:
    """Read a list and try it; nothing is put in. Raises TableError or ValidationError where it cannot be read, PermissionDenied
    for whoever is no officer of the authority."""
    owner = _refuse(campaign, user)
    schools = {code.lower(): pk for pk, code in listable(owner).values_list("pk", "code")}
    reader = Reader(table_of(file, file.name), schools)
    reader.read()
    shares = reader.shares
    return SchoolList.objects.create(
        campaign=campaign,
        filename=file.name[-200:],
        rows_count=len(reader.table.rows),
        schools_count=len(shares),
        wrong=reader.wrong,
        faults=[fault.as_json() for fault in reader.faults[:SHOWN_FAULTS]],
        shares=[]
        if reader.faults
        else [[pk, share.classes, share.areas] for pk, share in sorted(shares.items())],
        made_by=user,
    )


@transaction.atomic
def list_apply(*, school_list: SchoolList, user, is_whole: bool = False, now: datetime | None = None) -> int:
    """Put a list into its campaign, all of it; answers for how many schools something changed, whose boards the worker tells. No
    notice is touched. Raises ValidationError where it has mistakes or was put in before."""
    now = now or timezone.now()
    found = _locked(school_list, user)
    if found.wrong or not found.shares:
        raise ValidationError(_("A list with mistakes is not put in: correct it and take it in again."))
    owner, shares = _refuse(found.campaign, user), shares_of(found)
    # The campaign's row keeps two lists from being put in at once.
    CampaignPage.objects.select_for_update(of=("self",)).get(pk=found.campaign_id)
    if shares.keys() - set(listable(owner).values_list("pk", flat=True)):
        raise ValidationError(
            _("A school of the list has closed or moved meanwhile: take the list in again.")
        )
    before = shares_in(found.campaign)
    changed = {pk: share for pk, share in shares.items() if before.get(pk) != share}
    _write(found.campaign, changed, now)
    gone = sorted(set(before) - shares.keys()) if is_whole else []
    for start in range(0, len(gone), BATCH):
        rows = ListedSchool.objects.filter(campaign=found.campaign, school__in=gone[start : start + BATCH])
        rows.delete()
    SchoolList.objects.filter(pk=found.pk).update(applied_by=user, applied_at=now, shares=[])
    if changed:
        told = partial(tell_listed_schools.enqueue, found.campaign_id, sorted(changed))
        transaction.on_commit(told)
    return len(changed) + len(gone)


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


@transaction.atomic
def list_drop(*, school_list: SchoolList, user, now: datetime | None = None) -> None:
    """Throw away a list that was not put in."""
    found = _locked(school_list, user)
    SchoolList.objects.filter(pk=found.pk).update(dropped_at=now or timezone.now(), shares=[], faults=[])


def _locked(school_list: SchoolList, user) -> SchoolList:
    found = (
        SchoolList.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=school_list.pk)
    )
    _refuse(found.campaign, user)
    if not found.is_open:
        raise ValidationError(NOT_OPEN)
    return found


def school_lists_purge(*, now: datetime) -> int:
    """Forget lists that nobody put in for 30 days; answers how many."""
    rows = SchoolList.objects.filter(made_at__lt=now - KEPT, applied_at=None)
    return rows.delete()[0]


def own_notice(campaign: CampaignPage, school: Institution) -> AdmissionNoticePage | None:
    """The latest version of the school's notice of a campaign, the published one before others."""
    section = enrolment_section(school)
    if section is None:
        return None
    rows = AdmissionNoticePage.objects.child_of(section).filter(campaign=campaign)
    found = rows.order_by("-live", "path").first()
    return found and found.get_latest_revision_as_object()


@transaction.atomic
def notice_take_over(*, campaign: CampaignPage, school: Institution, user) -> AdmissionNoticePage:
    """Write what the list says of a school into the draft of its notice, which is begun where there is none. What is published
    stays: the draft goes through the school's own board. Raises PermissionDenied, or ValidationError with a sentence."""
    share = listed_share(campaign, school)
    if share is None:
        raise ValidationError(NOT_LISTED)
    if not campaigns_offered_to(school).filter(pk=campaign.pk).exists():
        raise ValidationError(NOT_FOR_THIS)
    latest = own_notice(campaign, school)
    if latest is None:
        section = enrolment_section(school)
        if section is not None and not section.permissions_for_user(user).can_add_subpage():
            raise PermissionDenied
        return notice_begin(campaign=campaign, school=school, user=user)[0]
    page = Page.objects.select_for_update().get(pk=latest.pk).specific
    _refuse_page(page, user)
    if page.latest_revision_id is None:
        page.save_revision(changed=False, clean=False)
    latest = page.get_latest_revision_as_object()
    fill(latest, share)
    if faults := notice_faults(latest, tracks=latest.tracks.all()):
        raise ValidationError(faults)
    if not page.live:
        latest.save(clean=False)
    latest.save_revision(user=user, log_action=True, clean=False)
    return latest


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
