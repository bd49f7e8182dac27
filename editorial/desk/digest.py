"""What the weekly letter says of the chain: what waits, what came back, what the person's sites published."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.choices import PublicationKind
from editorial.models import BoardGroup, Publication
from editorial.selectors import ChainRow, returned_to, waiting_for
from network.digest import DigestPart, register_part

WEEK = timedelta(days=7)
SHOWN = 10


def register() -> None:
    register_part(
        DigestPart("editorial.waiting", 100, gettext_lazy("Waiting for you"), board_people, waiting_lines)
    )
    register_part(
        DigestPart("editorial.returned", 110, gettext_lazy("Returned to you"), board_people, returned_lines)
    )
    published = gettext_lazy("Published on your sites this week")
    register_part(DigestPart("editorial.published", 300, published, board_people, published_lines))


def board_people() -> set[int]:
    """Everybody on a board who can get letters."""
    groups = BoardGroup.objects.filter(group__user__is_active=True, group__user__is_superuser=False)
    return set(groups.order_by().values_list("group__user", flat=True).distinct())


def waiting_lines(user, now: datetime) -> list[str]:
    return [_line(row) for row in waiting_for(user)]


def returned_lines(user, now: datetime) -> list[str]:
    return [_line(row) for row in returned_to(user)]


def published_lines(user, now: datetime) -> list[str]:
    """The newest of the week, and how many there were."""
    rows = Publication.objects.filter(
        institution__board_groups__group__user=user,
        kind=PublicationKind.PUBLISH,
        published_at__gt=now - WEEK,
        published_at__lte=now,
    )
    found = list(rows.order_by("-published_at", "-pk").distinct().values_list("title", "institution__name"))
    lines = [f"{title} ({institution})" for title, institution in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(_("… and %(count)s more") % {"count": len(found) - SHOWN})
    return lines


def _line(row: ChainRow) -> str:
    return f"{row.title} ({row.institution.name})" if row.institution else row.title
