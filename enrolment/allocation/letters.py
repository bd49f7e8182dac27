"""The letter to the second person: an assignment of places waits. A link and the name of the campaign, nothing of anybody."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from editorial.letters.boards import admin_link, rendered
from enrolment.choices import AllocationState
from enrolment.models import Allocation
from enrolment.policies import OFFICERS, campaign_institution
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Institution, Letter

WAITS = "enrolment.places_wait"


def register() -> None:
    register_kind(LetterKind(WAITS, _("An assignment of places waits for me"), build=places_wait))


def tell_second(allocation: Allocation) -> None:
    """To every other officer of the campaign's institution; inside the caller's transaction."""
    institution = campaign_institution(allocation.campaign)
    people = get_user_model().objects.filter(
        is_active=True,
        is_superuser=False,
        groups__board_group__institution=institution,
        groups__board_group__role__in=OFFICERS,
    )
    own = {allocation.made_by_id, allocation.proposed_by_id} - {None}
    drafts = [
        LetterDraft(user_id=pk, institution_id=institution.pk, about={"allocation": allocation.pk})
        for pk in people.exclude(pk__in=own).values_list("pk", flat=True).distinct().order_by("pk")
    ]
    letters_queue(kind=WAITS, drafts=drafts)


def places_wait(letter: Letter) -> Message | None:
    run = Allocation.objects.select_related("campaign").filter(pk=letter.about["allocation"]).first()
    if run is None or run.state != AllocationState.PROPOSED:
        return None
    institution = Institution.objects.select_related("site").filter(pk=letter.institution_id).first()
    return rendered(
        "enrolment/places_wait",
        {
            "campaign": run.campaign.title,
            "number": run.number,
            "link": admin_link(institution, "enrolment_places", run.campaign_id),
        },
    )
