"""What must not change any more once children apply: the frame of an open campaign, and the classes that wishes name (W9.8)."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from common.page_rules import PageAction
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.choices import ApplicationState
from enrolment.models import (
    AdmissionNoticePage,
    AdmissionTrack,
    Application,
    CampaignPage,
    CampaignPhase,
    OnlineAdmissionPage,
    PriorityCategory,
    Wish,
)
from enrolment.models.campaigns import ADMISSION
from network.models import Institution
from network.selectors import in_tree, institution_for_page
from privacy.models import SentForm

NOT_YOURS = gettext_lazy(
    "This campaign does not exist. Choose one of your school or of an authority above it that is published."
)
HAS_APPLICATIONS = gettext_lazy(
    "Children have applied in this campaign, so it stays where it is. After the retention of the applications it can go."
)
FROZEN = ("school_year", "grade", "opens_at", "ranking", "uses_catchment")
"""What an open campaign keeps: children applied under it."""
KEPT_IN_PLACE = (PageAction.DELETE, PageAction.MOVE, PageAction.UNPUBLISH, PageAction.EXPIRE)


def campaign_check(page: CampaignPage) -> None:
    """Raises ValidationError: field → sentences, rows under no field. The rows are left to a form that has them in hand."""
    rows_known = not getattr(page, "rows_in_form", False)
    faults = campaign_faults(
        page,
        phases=page.phases.all() if rows_known else None,
        priorities=page.priorities.all() if rows_known else None,
    )
    if faults:
        raise ValidationError(faults)


def campaign_faults(
    page: CampaignPage,
    *,
    phases: Iterable[CampaignPhase] | None,
    priorities: Iterable[PriorityCategory] | None,
) -> dict[str, list[str]]:
    """What a version changes that it must not, compared with what is on the site. A translation takes dates and rows over, so
    only the page in the first language is looked at. None: the rows are not looked at."""
    if not page.pk or (page.locale_id and page.locale.language_code != "vi"):
        return {}
    live = CampaignPage.objects.filter(pk=page.pk, live=True).first()
    now = timezone.now()
    if live is None or live.opens_at > now:
        return {}
    faults: dict[str, list[str]] = {}
    for name in FROZEN:
        if getattr(page, name) != getattr(live, name):
            faults[name] = [_("The campaign is open: this stays as it was when the first child could apply.")]
    if live.draw_source and page.draw_source != live.draw_source:
        faults["draw_source"] = [_("The campaign is open: the public number was announced and stays.")]
    if page.wishes_most and page.wishes_most < live.wishes_most:
        faults["wishes_most"] = [_("The campaign is open: fewer wishes than before are not possible.")]
    if page.closes_at and page.closes_at < live.closes_at:
        faults["closes_at"] = [
            _("The campaign is open: the end (%(moment)s) can be moved later, not earlier.")
            % {"moment": f"{timezone.localtime(live.closes_at):%H:%M %d/%m/%Y}"}
        ]
    elif page.closes_at != live.closes_at and page.dates_note.strip() in ("", live.dates_note.strip()):
        faults["dates_note"] = [_("Say why the dates change: it stands on the page and in the record.")]
    rows = [*_phase_faults(live, phases), *_priority_faults(live, priorities)]
    if rows:
        faults["__all__"] = rows
    return faults


def _phase_faults(live: CampaignPage, phases: Iterable[CampaignPhase] | None) -> list[str]:
    if phases is None:
        return []
    now = timezone.now()
    kept = {phase.pk: phase for phase in phases if phase.pk}
    found = []
    for before in live.phases.all():
        after = kept.get(before.pk)
        if after is None:
            if before.starts_at <= now:
                found.append(_("The phase “%(phase)s” has begun and stays.") % {"phase": before})
        elif before.ends_at and (after.ends_at is None or after.ends_at < before.ends_at):
            found.append(
                _("The phase “%(phase)s” can be extended, not shortened: the campaign is open.")
                % {"phase": before}
            )
    return found


def _priority_faults(live: CampaignPage, priorities: Iterable[PriorityCategory] | None) -> list[str]:
    if priorities is None:
        return []
    kept = {each.code for each in priorities}
    return [
        _("The priority category “%(category)s” stays: children may have named it.") % {"category": each}
        for each in live.priorities.all()
        if each.code not in kept
    ]


def notice_check(page: AdmissionNoticePage) -> None:
    """Raises ValidationError for a campaign that is none of the school's, and for classes that wishes name."""
    school = _school_of(page)
    if school is None:
        return
    campaign = page.campaign if page.campaign_id else None
    if campaign is not None:
        page.grade, page.school_year = campaign.grade, campaign.school_year
        if not _was_named(page) and not campaigns_offered_to(school).filter(pk=campaign.pk).exists():
            raise ValidationError({"campaign": NOT_YOURS})
    if getattr(page, "rows_in_form", False):
        return
    if faults := notice_faults(page, tracks=page.tracks.all()):
        raise ValidationError(faults)


def _school_of(page: Page) -> Institution | None:
    if page.path:
        return institution_for_page(page)
    parent = getattr(page, "_cached_parent_obj", None)
    return institution_for_page(parent) if parent is not None else None


def _was_named(page: AdmissionNoticePage) -> bool:
    """Whether the notice on the site names the campaign already; it may have gone off its site meanwhile."""
    return bool(
        page.pk
        and AdmissionNoticePage.objects.filter(pk=page.pk, live=True, campaign=page.campaign_id).exists()
    )


def notice_faults(page: AdmissionNoticePage, *, tracks: Iterable[AdmissionTrack]) -> list[str]:
    """A sentence for each class that a wish names and that this version would take away; two queries at the most."""
    if not page.pk:
        return []
    live = AdmissionNoticePage.objects.filter(pk=page.pk, live=True).select_related("campaign").first()
    if live is None or live.campaign_id is None:
        return []
    kept = {track.code for track in tracks if track.quota} if page.campaign_id == live.campaign_id else set()
    missing = [track for track in live.tracks.all() if track.code not in kept]
    school = institution_for_page(live)
    if not missing or school is None:
        return []
    named = tracks_named(school, live.campaign_id)
    elsewhere = _offered_elsewhere(live)
    return [
        _("Children have applied for the class “%(track)s”: it stays, with its code and a quota.")
        % {"track": track}
        for track in missing
        if track.code in named and track.code not in elsewhere
    ]


def tracks_named(school: Institution, campaign_id: int) -> set[str]:
    """Codes of the classes of a school that the wishes of a campaign name; one query."""
    wishes = Wish.objects.filter(school=school, application__campaign=campaign_id)
    wishes = wishes.exclude(application__state=ApplicationState.WITHDRAWN)
    return set(wishes.order_by().values_list("track", flat=True).distinct())


def _offered_elsewhere(page: AdmissionNoticePage) -> set[str]:
    """Codes of classes that another published notice of the same section offers in the same campaign."""
    others = AdmissionNoticePage.objects.filter(
        live=True, campaign=page.campaign_id, path__startswith=page.path[: -page.steplen]
    )
    rows = AdmissionTrack.objects.filter(page__in=others.exclude(pk=page.pk), quota__gt=0)
    return set(rows.values_list("code", flat=True))


def admission_rule(*, page: Page, action: PageAction, user=None) -> str | Promise | None:
    """Page rule: what children applied under stays on the site until their applications are gone."""
    if action not in KEPT_IN_PLACE:
        return None
    kind = page.specific_class
    if kind is CampaignPage:
        return HAS_APPLICATIONS if page.pk in _campaigns_applied_in(user) else None
    if kind is OnlineAdmissionPage and page.numchild and action in (PageAction.DELETE, PageAction.MOVE):
        applied = Application.objects.filter(
            campaign__in=CampaignPage.objects.filter(**in_tree(page)).order_by()
        )
        return HAS_APPLICATIONS if applied.exists() else None
    if kind is AdmissionNoticePage and page.live and _campaigns_applied_in(user):
        faults = notice_faults(page.specific, tracks=())
        return faults[0] if faults else None
    return None


def _campaigns_applied_in(user) -> set[int]:
    """Keys of the campaigns in which children have applied, also where the application was acknowledged and is not filed yet; two
    queries, kept on the user for the request."""
    store = user.__dict__ if user is not None else {}
    if "_enrolment_applied_in" not in store:
        rows = Application.objects.order_by().values_list("campaign", flat=True).distinct()
        store["_enrolment_applied_in"] = {*rows, *_waited_for()}
    return store["_enrolment_applied_in"]


def _waited_for():
    """Campaigns, with their translations, in which something is not filed yet that was acknowledged."""
    pages = SentForm.objects.filter(form=ADMISSION, filed_at=None, refused_at=None).values("page")
    keys = CampaignPage.objects.filter(pk__in=pages).order_by().values("translation_key")
    return CampaignPage.objects.filter(translation_key__in=keys).order_by().values_list("pk", flat=True)


def publication_refusal(page: Page) -> str | None:
    """Why a version may not be handed in or go onto the site any more: it was written before children applied."""
    if not isinstance(page, CampaignPage | AdmissionNoticePage):
        return None
    try:
        page.clean()
    except ValidationError as error:
        return " ".join(error.messages)
    return None
