"""A school's notice begun from a campaign, and reminders to boards whose notice is missing (W9.8)."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from enrolment.campaigns.letters import remind
from enrolment.campaigns.listed import fill, listed_share, preset_class
from enrolment.campaigns.overview import DRAFT, NO_NOTICE, members_of_campaign
from enrolment.campaigns.selectors import campaigns_offered_to
from enrolment.choices import Method, NoticeKind, Ranking
from enrolment.models import AdmissionNoticePage, AdmissionTrack, CampaignPage, EnrolmentPage
from network.models import Institution
from network.selectors import home_pages, in_tree, institution_for_page

NOT_FOR_THIS = _("This campaign is none of your school and of no authority above it, or it is not published.")
NO_SECTION = _("Your site has no section for enrolment.")
TOO_LATE = _("Applications have ended: nobody is reminded any more.")
METHODS = {Ranking.SCORE: Method.EXAM, Ranking.LOT: Method.REVIEW}


def enrolment_section(school: Institution) -> EnrolmentPage | None:
    """The section in which a school's notices stand, in its first language; two queries."""
    homes = home_pages(school)[:1]
    return EnrolmentPage.objects.filter(**in_tree(homes[0])).first() if homes else None


@transaction.atomic
def notice_begin(*, campaign: CampaignPage, school: Institution, user) -> tuple[AdmissionNoticePage, bool]:
    """A draft of the school's notice with what the campaign and the authority's list say; the one that is there already, and
    False. Whoever calls has checked that the person may add pages in the section. Raises ValidationError with a sentence."""
    if not campaigns_offered_to(school).filter(pk=campaign.pk).exists():
        raise ValidationError(NOT_FOR_THIS)
    section = enrolment_section(school)
    if section is None:
        raise ValidationError(NO_SECTION)
    section = Page.objects.select_for_update().get(pk=section.pk).specific
    if found := AdmissionNoticePage.objects.child_of(section).filter(campaign=campaign).first():
        return found, False
    with translation.override(section.locale.language_code):
        page = AdmissionNoticePage(
            title=gettext("Notice: %(campaign)s") % {"campaign": campaign.title},
            kind=NoticeKind.NOTICE,
            campaign=campaign,
            grade=campaign.grade,
            school_year=campaign.school_year,
            method=METHODS.get(campaign.ranking, Method.REVIEW),
            apply_where=gettext("Online, on the page of the campaign."),
            author_name=((user and user.get_full_name()) or school.name)[:160],
            source_name=school.name[:200],
            locale_id=section.locale_id,
            live=False,
            owner=user,
        )
        page.tracks = [AdmissionTrack(**preset_class(campaign), quota=0, sort_order=0)]
        if share := listed_share(campaign, school):
            fill(page, share)
        section.add_child(instance=page)
    page.save_revision(user=user, log_action=False, clean=False)
    return page, True


@transaction.atomic
def reminders_queue(*, campaign: CampaignPage, now: datetime | None = None) -> int:
    """Write to the boards whose notice is missing or not published; answers to how many schools. The same letter is queued once
    a day. Raises ValidationError once applications have ended."""
    now = now or timezone.now()
    if campaign.closes_at <= now:
        raise ValidationError(TOO_LATE)
    owner = institution_for_page(campaign)
    missing = [
        member.institution.pk
        for member in members_of_campaign(campaign, owner)
        if member.is_expected and {NO_NOTICE, DRAFT} & set(member.lacks)
    ]
    remind(campaign, missing, now=now)
    return len(missing)


def reminders_due(*, now: datetime, days: tuple[int, ...] = (14, 3)) -> int:
    """Remind so many days before a campaign opens; answers how many schools."""
    today = timezone.localdate(now)
    coming = CampaignPage.objects.live().filter(opens_at__gt=now, locale__language_code="vi")
    return sum(
        reminders_queue(campaign=campaign, now=now)
        for campaign in coming.defer_streamfields()
        if (timezone.localdate(campaign.opens_at) - today).days in days
    )
