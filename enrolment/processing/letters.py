"""Letters to officers: decisions wait for a second person, days have passed. Numbers and links, nothing of any application."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from enrolment.models import Application, CampaignPage
from enrolment.policies import OFFICERS
from enrolment.processing.selectors import LATE, OVERDUE, PROPOSED
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Institution, Letter
from network.site_roots import public_origin

PROPOSED_LETTER, OVERDUE_LETTER = "enrolment.proposed", "enrolment.overdue"


def register() -> None:
    register_kind(
        LetterKind(
            PROPOSED_LETTER, gettext_lazy("Decisions on applications wait for you"), build=proposed_letter
        )
    )
    register_kind(
        LetterKind(OVERDUE_LETTER, gettext_lazy("Applicants' days have passed"), build=overdue_letter)
    )


def officers_of(institution_ids) -> dict[int, list[int]]:
    """Id of an institution → ids of its officers; one query."""
    rows = get_user_model().objects.filter(
        is_active=True,
        groups__board_group__institution__in=institution_ids,
        groups__board_group__role__in=OFFICERS,
    )
    found: dict[int, list[int]] = {}
    for pk, institution in rows.values_list("pk", "groups__board_group__institution").distinct():
        found.setdefault(institution, []).append(pk)
    return found


def tell_of_proposal(application: Application, user) -> None:
    """To the other officers of the school that checks it, to those of the campaign where there are none; inside the caller's
    transaction. One letter for as many proposals as wait until it goes."""
    owner = application.submission.institution_id
    people = officers_of({application.handler_id, owner})
    chosen = set(people.get(application.handler_id, ())) - {user.pk} or set(people.get(owner, ())) - {user.pk}
    about = {"campaign": application.campaign_id, "institution": application.handler_id}
    letters_queue(
        kind=PROPOSED_LETTER,
        drafts=[
            LetterDraft(user_id=pk, institution_id=application.handler_id, about=about)
            for pk in sorted(chosen)
        ],
    )


def overdue_tell(*, now: datetime) -> int:
    """Tell the officers of schools where the day of an applicant passed yesterday; answers how many. Nothing is decided."""
    today = timezone.localdate(now)
    rows = (
        Application.objects.filter(state__in=LATE, due_on=today - timedelta(days=1))
        .values("campaign", "handler")
        .annotate(n=Count("pk"))
        .order_by("campaign", "handler")
    )
    lines = list(rows)
    people = officers_of({line["handler"] for line in lines})
    drafts = [
        LetterDraft(
            user_id=pk,
            institution_id=line["handler"],
            about={
                "campaign": line["campaign"],
                "institution": line["handler"],
                "day": today.isoformat(),
            },
        )
        for line in lines
        for pk in people.get(line["handler"], ())
    ]
    letters_queue(kind=OVERDUE_LETTER, drafts=drafts, now=now)
    return len(drafts)


def _about(letter: Letter) -> tuple[CampaignPage | None, Institution | None]:
    campaign = CampaignPage.objects.filter(pk=letter.about["campaign"]).first()
    institution = Institution.objects.select_related("site").filter(pk=letter.about["institution"]).first()
    return campaign, institution


def _written(campaign: CampaignPage, institution: Institution, state: str, sentence: str) -> str:
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
    address = reverse("enrolment_queue", args=[campaign.pk])
    context = {
        "sentence": sentence,
        "campaign": campaign.title,
        "institution": institution.name,
        "url": f"{origin.rstrip('/')}{address}?state={state}",
    }
    return render_to_string("emails/applications_waiting.txt", context)


def proposed_letter(letter: Letter) -> Message | None:
    campaign, institution = _about(letter)
    if campaign is None or institution is None:
        return None
    rows = Application.objects.filter(campaign=campaign, handler=institution).exclude(proposed_state="")
    number = rows.exclude(proposed_by=letter.user_id).count()
    if not number:
        return None
    sentence = ngettext(
        "%(number)s decision on an application waits for a second person.",
        "%(number)s decisions on applications wait for a second person.",
        number,
    ) % {"number": number}
    return Message(
        _("Decisions on applications wait for you"), _written(campaign, institution, PROPOSED, sentence)
    )


def overdue_letter(letter: Letter) -> Message | None:
    campaign, institution = _about(letter)
    if campaign is None or institution is None:
        return None
    day = date.fromisoformat(str(letter.about["day"]))
    number = Application.objects.filter(
        campaign=campaign, handler=institution, state__in=LATE, due_on__lt=day
    ).count()
    if not number:
        return None
    sentence = ngettext(
        "The day of %(number)s applicant has passed. Nothing is decided by that: please look at it.",
        "The days of %(number)s applicants have passed. Nothing is decided by that: please look at them.",
        number,
    ) % {"number": number}
    return Message(_("Applicants' days have passed"), _written(campaign, institution, OVERDUE, sentence))
