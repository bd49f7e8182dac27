"""What assignments of places add to the registries: seeds, timers, letters, the desk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published

from editorial import desk
from editorial.desk import SHOWN, Desk
from enrolment.allocation import letters
from enrolment.allocation.explaining import explain
from enrolment.allocation.lots import seed_draw, seeds_draw_missing
from enrolment.allocation.public import campaign_part
from enrolment.allocation.runs import jobs_resume
from enrolment.allocation.waiting import lists_run
from enrolment.applications.registries import FreePlace, on_place_free, register_explainer
from enrolment.choices import AllocationState
from enrolment.models import Allocation, CampaignPage, LotSeed
from enrolment.policies import campaign_institutions, offices_of
from enrolment.tasks import move_waiting_lists
from network.timers import Timer
from network.timers import register as register_timer
from privacy.registry import opens_sealed


def campaign_published(sender, instance: CampaignPage, **kwargs) -> None:
    """``page_published``: the seed is drawn with the first publication."""
    seed_draw(campaign=instance)


def place_free(place: FreePlace) -> None:
    """The worker offers it, once the giving up is committed: it locks more than the giving up does."""
    transaction.on_commit(lambda: move_waiting_lists.enqueue(place.campaign_id))


class PlacesPart:
    """Assignments and public numbers that wait for a second person; a fixed number of queries at any number of campaigns."""

    name, order, title = "enrolment_places", 112, _("Assignment of places")
    template_name = "enrolment/admin/places_desk.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        mine = {one.pk for one in desk.scope} & offices_of(desk.user)
        if not mine:
            return None
        runs = (
            Allocation.objects.filter(state=AllocationState.PROPOSED)
            .exclude(proposed_by=desk.user)
            .exclude(made_by=desk.user)
            .select_related("campaign")
        )
        seeds = (
            LotSeed.objects.filter(confirmed_at=None)
            .exclude(public_number="")
            .exclude(revealed_by=desk.user)
            .select_related("campaign")
        )
        waiting = [(seed.campaign, _("%(campaign)s: public number to be confirmed")) for seed in seeds]
        waiting += [(run.campaign, "%(campaign)s") for run in runs]
        owners = campaign_institutions([campaign for campaign, _words in waiting])
        rows = [
            {
                "text": words % {"campaign": campaign.title},
                "url": reverse("enrolment_places", args=[campaign.pk]),
            }
            for campaign, words in waiting
            if owners.get(campaign.pk) in mine
        ]
        return {"count": len(rows), "rows": rows[:SHOWN]} if rows else None


def register() -> None:
    page_published.connect(campaign_published, sender=CampaignPage, dispatch_uid="enrolment.allocation")
    on_place_free("enrolment.allocation", place_free)
    register_explainer("enrolment.allocation", explain)
    CampaignPage.add_part(campaign_part)
    letters.register()
    desk.register(PlacesPart())
    register_timer(
        Timer(
            "enrolment.seeds",
            _("Draw missing seeds of lots"),
            timedelta(minutes=10),
            lambda now: str(seeds_draw_missing(now=now) or ""),
        )
    )
    register_timer(
        Timer(
            "enrolment.places",
            _("Take up interrupted assignments of places"),
            timedelta(minutes=5),
            lambda now: str(len(jobs_resume()) or ""),
        )
    )
    register_timer(
        Timer("enrolment.waiting", _("Move and close waiting lists"), timedelta(minutes=15), lists_run)
    )
    opens_sealed(
        "enrolment.allocation",
        _("The seed of the lots is opened to compute places, and for everybody once they are published."),
    )
