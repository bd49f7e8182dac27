"""The words of the reminders, and what the weekly letter says of reviews."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.choices import BoardRole
from editorial.desk.digest import board_people
from editorial.letters.boards import admin_link, rendered
from editorial.models import ReviewNotice, ReviewStage
from editorial.selectors.boards import board_roles, institutions_of, led_by
from editorial.selectors.page_reviews import ReviewRow, review_rows, reviews_due, sections_without_owner
from editorial.services.reminders import LETTER
from network.digest import DigestPart, register_part
from network.letters import LetterKind, Message, register_kind
from network.models import Letter

__all__ = ["register"]

SHOWN = 40
"""Pages that a letter names; the rest is counted."""


def register() -> None:
    register_kind(
        LetterKind(
            LETTER,
            gettext_lazy("A page is due for review"),
            build=reminder,
            help_text=gettext_lazy(
                "For pages that you keep; for a chief editor also those that are overdue, at the own site and below."
            ),
        )
    )
    due = gettext_lazy("Due for review")
    register_part(DigestPart("editorial.reviews", 200, due, board_people, review_lines))
    unowned = gettext_lazy("Sections for which nobody is responsible")
    register_part(DigestPart("editorial.unowned", 210, unowned, board_people, unowned_lines))


def reminder(letter: Letter) -> Message | None:
    """All that this person was reminded of that day, as far as it is still open."""
    on = date.fromisoformat(letter.about["on"])
    notices = ReviewNotice.objects.filter(
        user_id=letter.user_id, on=on, review__review_on=F("review_on")
    ).select_related("review__institution", "review__responsible", "review__second")
    stages: dict[int, str] = {}
    reviews = {}
    for notice in notices:
        stages[notice.review_id] = notice.stage
        reviews[notice.review_id] = notice.review
    rows = review_rows(sorted(reviews.values(), key=lambda r: (r.institution.path, r.review_on, r.pk)), on=on)
    if not rows:
        return None
    late = sum(row.is_overdue for row in rows)
    context = {
        "name": letter.user.get_full_name() or letter.user.get_username(),
        "groups": _groups(rows, stages),
        "link": admin_link(
            rows[0].institution if len({r.institution for r in rows}) == 1 else None, "editorial_reviews"
        ),
        "count": len(rows),
        "late": late,
    }
    message = rendered("editorial/reviews", context)
    digest = ngettext("%(count)s page to review", "%(count)s pages to review", len(rows)) % {
        "count": len(rows)
    }
    return Message(message.subject, message.body, digest)


def _groups(rows: list[ReviewRow], stages: dict[int, str]) -> list[tuple[str, list[str]]]:
    titles = {
        ReviewStage.SOON: _("Due soon"),
        ReviewStage.DUE: _("Due now"),
        ReviewStage.CHIEF: _("Overdue on your site"),
        ReviewStage.AUTHORITY: _("Overdue on the sites of your members"),
    }
    groups = []
    for stage, title in titles.items():
        found = [line(row) for row in rows if stages[row.review.pk] == stage]
        if len(found) > SHOWN:
            found = [*found[:SHOWN], _("… and %(count)s more") % {"count": len(found) - SHOWN}]
        if found:
            groups.append((title, found))
    return groups


def line(row: ReviewRow) -> str:
    day = formats.date_format(row.review.review_on, "SHORT_DATE_FORMAT")
    return _("%(day)s: %(title)s (%(institution)s)") % {
        "day": day,
        "title": row.title,
        "institution": row.institution.name,
    }


def review_lines(user, now: datetime) -> list[str]:
    """What the person keeps, and for a chief editor what falls to the chief, due within the next weeks."""
    ahead = settings.EDUSITE_REVIEW_REMIND_DAYS
    led = {pk for pk, role in board_roles(user) if role == BoardRole.CHIEF}
    rows = reviews_due(institutions_of(user), timezone.localdate(now), ahead=ahead)
    late = timedelta(days=settings.EDUSITE_REVIEW_CHIEF_DAYS).days
    return [
        line(row)
        for row in rows
        if user in (row.responsible, row.second)
        or (row.institution.pk in led and (row.responsible is None or row.days_overdue >= late))
    ]


def unowned_lines(user, now: datetime) -> list[str]:
    """For each site that the person leads, how many required sections nobody keeps."""
    counts: dict[str, int] = {}
    for row in sections_without_owner(led_by(user)):
        counts[row.institution.name] = counts.get(row.institution.name, 0) + 1
    return [
        ngettext("%(institution)s: %(count)s section", "%(institution)s: %(count)s sections", count)
        % {"count": count, "institution": name}
        for name, count in counts.items()
    ]
