"""The weekly letter: one for each person, with all that was kept for it and what each package adds.

A package registers a part in ``AppConfig.ready()``. ``people()`` are the ids of those for whom the part may have
something, asked once a week; ``lines(user, now)`` runs in the person's language when their letter is built, in a
fixed number of queries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from network.letter_kinds import LetterKind, Message, kind_named, register_kind
from network.letters import LetterDraft, letters_queue
from network.models import Letter, LetterPreference
from network.models.letters import Delivery, LetterState
from network.timers import Timer, register

__all__ = ["DigestPart", "digests_queue", "register_digest", "register_part"]

DIGEST, OVERVIEW = "network.digest", "network.overview"
NOT_TWICE = timedelta(days=6)
SHOWN = 20
"""Lines of one part at the most; the rest is counted."""


@dataclass(frozen=True)
class DigestPart:
    name: str
    order: int
    title: Promise | str
    people: Callable[[], Iterable[int]]
    lines: Callable[[object, datetime], list[str]]


_parts: dict[str, DigestPart] = {}


def register_part(part: DigestPart) -> None:
    """Add a part. Raises ValueError for another one of the same name."""
    if _parts.get(part.name, part) != part:
        raise ValueError(f"A part of the weekly letter named {part.name!r} is registered already.")
    _parts[part.name] = part


def register_digest() -> None:
    """The letter itself, what people choose of it, and its timer: Monday at seven, local time."""
    register_kind(
        LetterKind(
            DIGEST, gettext_lazy("Weekly letter"), build=_build, essential=True, sent=_sent, listed=False
        )
    )
    register_kind(
        LetterKind(
            OVERVIEW,
            gettext_lazy("Overview of my week"),
            build=lambda letter: None,
            delivery=Delivery.WEEKLY,
            choices=(Delivery.WEEKLY, Delivery.NEVER),
            help_text=gettext_lazy("What waits for me, what is due for review, what my sites published."),
        )
    )
    label = pgettext_lazy("timer", "Weekly letters")
    week = timedelta(days=7)
    register(Timer(DIGEST, label, week, lambda now: str(digests_queue(now=now)), at=time(7, 0), weekday=0))


def digests_queue(*, now: datetime | None = None) -> int:
    """Queue the letter of this week for all who may have something in it, and who have not got it yet; answers
    how many."""
    now = now or timezone.now()
    held = Letter.objects.filter(state=LetterState.HELD, user__isnull=False)
    people = set(held.order_by().values_list("user_id", flat=True).distinct())
    curious = {pk for part in _parts.values() for pk in part.people()}
    refused = LetterPreference.objects.filter(kind=OVERVIEW, delivery=Delivery.NEVER)
    people |= curious - set(refused.values_list("user_id", flat=True))
    served = Letter.objects.filter(kind=DIGEST, created_at__gt=now - NOT_TWICE)
    people -= set(served.values_list("user_id", flat=True))
    about = {"week": timezone.localtime(now).strftime("%G-W%V")}
    letters_queue(
        kind=DIGEST, drafts=[LetterDraft(user_id=pk, about=about) for pk in sorted(people)], now=now
    )
    return len(people)


def _build(letter: Letter) -> Message | None:
    """None, and so no letter, where there is nothing in it."""
    kept = Letter.objects.filter(user_id=letter.user_id, state=LetterState.HELD).select_related(
        "user", "institution__site"
    )
    letter.kept = list(kept.order_by("created_at", "pk"))
    groups = [(_("Letters kept for you"), _shortened(_kept_lines(letter.kept)))] if letter.kept else []
    if not _refuses_overview(letter.user_id):
        for part in sorted(_parts.values(), key=lambda part: (part.order, part.name)):
            groups.append((part.title, _shortened(part.lines(letter.user, letter.created_at))))
    groups = [(title, lines) for title, lines in groups if lines]
    if not groups:
        return None
    context = {
        "name": letter.user.get_full_name() or letter.user.get_username(),
        "groups": groups,
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
        "account": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_account"),
    }
    return Message(_("Your week on the website"), render_to_string("emails/network/digest.txt", context))


def _kept_lines(letters: list[Letter]) -> list[str]:
    """What each kept letter would say now; one that has nothing to say any more is left out."""
    lines = []
    for letter in letters:
        kind = kind_named(letter.kind)
        message = kind.build(letter) if kind else None
        if message is not None:
            lines.append(message.digest or message.subject)
    return lines


def _shortened(lines: list[str]) -> list[str]:
    if len(lines) <= SHOWN:
        return lines
    return [*lines[:SHOWN], _("… and %(count)s more") % {"count": len(lines) - SHOWN}]


def _refuses_overview(user_id: int) -> bool:
    rows = LetterPreference.objects.filter(user_id=user_id, kind=OVERVIEW, delivery=Delivery.NEVER)
    return rows.exists()


def _sent(letter: Letter, at: datetime) -> None:
    kept = Letter.objects.filter(pk__in=[one.pk for one in letter.kept], state=LetterState.HELD)
    kept.update(state=LetterState.SENT, sent_at=at)
