"""What the desk says of the people of a board: invitations that wait or have expired, reviews of access that are due."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole
from editorial.desk import SHOWN, Desk
from editorial.models import Invitation
from editorial.selectors.people import access_reviews_due
from network.models import Institution


class InvitationsPart:
    """For chief editors and heads; one query."""

    name, order, title = "invitations", 310, _("Invitations to your board")
    template_name = "editorial/desk/invitations.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        led = desk.held(BoardRole.CHIEF, BoardRole.HEAD)
        if not led:
            return None
        rows = Invitation.objects.filter(institution__in=led, accepted_at__isnull=True)
        found = rows.aggregate(
            open=Count("pk", filter=Q(expires_at__gt=desk.now)),
            expired=Count("pk", filter=Q(expires_at__lte=desk.now)),
            asked=Count("pk", filter=Q(asked_at__isnull=False)),
        )
        if not (found["open"] or found["expired"]):
            return None
        return found | {"url": reverse("editorial_people")}


class AccessReviewPart:
    """For the head, when a review is overdue or begun; two queries."""

    name, order, title = "access_review", 320, _("Review of access")
    template_name = "editorial/desk/access_review.html"

    def context(self, desk: Desk) -> dict[str, Any] | None:
        headed = desk.held(BoardRole.HEAD)
        if not headed:
            return None
        due = access_reviews_due(Institution.objects.filter(pk__in=headed), desk.now)
        rows = [
            {"institution": one, "due": due[one.pk], "url": reverse("editorial_access_review", args=[one.pk])}
            for one in desk.scope
            if one.pk in due and (due[one.pk].is_overdue or due[one.pk].is_open)
        ]
        return {"rows": rows[:SHOWN], "names": desk.names_institutions} if rows else None


PARTS = (InvitationsPart(), AccessReviewPart())
