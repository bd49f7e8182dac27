"""Letters to boards whose notice of a campaign is missing, or of whose school the authority's list says something new: keys only,
the words are made at the moment of sending."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole
from editorial.letters.boards import admin_link, rendered
from enrolment.campaigns.listed import differs, listed_share, notices_said
from enrolment.models import AdmissionNoticePage, CampaignPage
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Institution, Letter
from network.selectors import home_pages, in_tree

KIND = "enrolment.notice_missing"
LISTED = "enrolment.listed"
BATCH = 500


def register() -> None:
    register_kind(
        LetterKind(
            KIND,
            _("The notice of a campaign of admission is missing"),
            build=missing_letter,
            help_text=_(
                "Fourteen and three days before applications open, and when the authority asks for it."
            ),
        )
    )
    register_kind(
        LetterKind(
            LISTED,
            _("The authority's list says something new of your school"),
            build=listed_letter,
            help_text=_(
                "When quotas or communes of the school change in the list of a campaign of admission."
            ),
        )
    )


def _leaders(school_ids: list[int]) -> list[tuple[int, int]]:
    """Pairs of school and its chief editors and heads; one query."""
    people = get_user_model().objects.filter(
        is_active=True,
        groups__board_group__institution__in=school_ids,
        groups__board_group__role__in=(BoardRole.CHIEF, BoardRole.HEAD),
    )
    return list(people.values_list("groups__board_group__institution", "pk").order_by("pk").distinct())


def remind(campaign: CampaignPage, school_ids: Iterable[int], *, now: datetime) -> None:
    """Queue a letter to the chief editor and the head of each school; inside the caller's transaction, two queries and one for
    500 letters."""
    day = f"{timezone.localdate(now):%Y-%m-%d}"
    letters_queue(
        kind=KIND,
        drafts=[
            LetterDraft(
                user_id=user,
                institution_id=school,
                about={"campaign": campaign.pk, "school": school, "day": day},
            )
            for school, user in _leaders(list(school_ids))
        ],
        now=now,
    )


def tell_listed(campaign: CampaignPage, school_ids: Iterable[int], *, now: datetime) -> int:
    """Queue a letter to the chief editor and the head of each school, one however often the list changes before it is sent;
    in the transaction of the caller, two queries for 500 schools. Answers how many."""
    ids, number = sorted(school_ids), 0
    for start in range(0, len(ids), BATCH):
        drafts = [
            LetterDraft(
                user_id=user,
                institution_id=school,
                about={"campaign": campaign.pk, "school": school},
            )
            for school, user in _leaders(ids[start : start + BATCH])
        ]
        letters_queue(kind=LISTED, drafts=drafts, now=now)
        number += len(drafts)
    return number


def _about(letter: Letter) -> tuple[CampaignPage | None, Institution | None]:
    """The published campaign and the school; one query where the outbox has brought the school along."""
    campaigns = CampaignPage.objects.live().select_related("locale").defer_streamfields()
    campaign = campaigns.filter(pk=letter.about["campaign"]).first()
    if letter.institution_id == letter.about["school"]:
        return campaign, letter.institution
    return campaign, Institution.objects.select_related("site").filter(pk=letter.about["school"]).first()


def listed_letter(letter: Letter) -> Message | None:
    """Nothing where the published notice says the same, or the school has left the list, or the campaign has gone or ended."""
    campaign, school = _about(letter)
    if campaign is None or school is None or campaign.closes_at <= timezone.now():
        return None
    share = listed_share(campaign, school)
    if share is None:
        return None
    said = notices_said(campaign, school).get(school.pk)
    if said and said.is_live and not differs(said.share, share):
        return None
    context = {
        "school": school.name,
        "campaign": campaign.title,
        "places": sum(one.quota for one in share.classes),
        "areas": len(share.areas),
        "has_notice": bool(said and said.is_live),
        "link": admin_link(school, "enrolment_own_share", campaign.pk, school.pk),
    }
    return rendered("enrolment/listed", context)


def missing_letter(letter: Letter) -> Message | None:
    """Nothing where the notice was published meanwhile, or the campaign has gone or ended."""
    campaign, school = _about(letter)
    if campaign is None or school is None or campaign.closes_at <= timezone.now():
        return None
    homes = home_pages(school)[:1]
    notices = AdmissionNoticePage.objects.live().filter(campaign=campaign)
    if not homes or notices.filter(**in_tree(homes[0])).exists():
        return None
    context = {
        "school": school.name,
        "campaign": campaign.title,
        "opens": f"{timezone.localtime(campaign.opens_at):%H:%M %d/%m/%Y}",
        "link": admin_link(school, "enrolment_campaigns"),
    }
    return rendered("enrolment/notice_missing", context)
