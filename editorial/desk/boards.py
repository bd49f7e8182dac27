"""The parts of the desk that come from the approval chain and the record of publications."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole, PublicationKind
from editorial.desk import SHOWN, Desk
from editorial.models import BoardEvent, Publication
from editorial.selectors import ChainRow, in_progress_of, returned_to, waiting_for

WEEK = timedelta(days=7)


def _in_scope(rows: list[ChainRow], desk: Desk) -> list[ChainRow]:
    if desk.selected is None:
        return rows
    return [row for row in rows if desk.selected in (row.institution, row.board)]


class _ChainPart:
    """Rows of the chain; the count is of all, the list ends after `SHOWN` and says how many are left."""

    template_name = "editorial/desk/chain.html"
    is_shown_empty = False

    def rows(self, user) -> list[ChainRow]:
        raise NotImplementedError

    def context(self, desk: Desk) -> dict[str, Any] | None:
        rows = _in_scope(self.rows(desk.user), desk)
        if not rows and not (self.is_shown_empty and desk.roles):
            return None
        return {
            "count": len(rows),
            "rows": rows[:SHOWN],
            "rest": rows[SHOWN:],
            "shows_reason": self.name == "returned",
            "is_own": self.name == "in_progress",
        }


class WaitingPart(_ChainPart):
    """What the person has to decide on, the oldest first; shown empty too, because that is an answer."""

    name, order, title = "waiting", 100, _("Waiting for you")
    is_shown_empty = True

    def rows(self, user):
        return waiting_for(user)


class ReturnedPart(_ChainPart):
    """What came back, with the reason."""

    name, order, title = "returned", 110, _("Returned to you")

    def rows(self, user):
        return returned_to(user)


class InProgressPart(_ChainPart):
    """Own pages in the chain, and own drafts."""

    name, order, title = "in_progress", 120, _("Your work in progress")

    def rows(self, user):
        return in_progress_of(user)


class WeekPart:
    """What went onto the sites of the person's boards, and off them, in the last seven days; for who leads a board also who
    came and went. Three queries."""

    name, order, title = "week", 400, _("This week")
    template_name = "editorial/desk/week.html"
    is_aside = True

    def context(self, desk: Desk) -> dict[str, Any] | None:
        found = Publication.objects.filter(
            institution_id__in=desk.scope_ids,
            created_at__gte=desk.now - WEEK,
            kind__in=(PublicationKind.PUBLISH, PublicationKind.UNPUBLISH),
        )
        led = desk.held(BoardRole.CHIEF, BoardRole.HEAD)
        acts = BoardEvent.objects.filter(institution_id__in=led, at__gte=desk.now - WEEK)
        counts = dict(found.order_by().values_list("kind").annotate(number=Count("pk")))
        return {
            "published": counts.get(PublicationKind.PUBLISH, 0),
            "withdrawn": counts.get(PublicationKind.UNPUBLISH, 0),
            "rows": list(found.select_related("institution")[:SHOWN]) if counts else [],
            "acts": list(acts.select_related("institution")[:SHOWN]) if led else [],
            "people_url": reverse("editorial_people"),
            "url": reverse("editorial_publications"),
        }


PARTS = (WaitingPart(), ReturnedPart(), InProgressPart(), WeekPart())
