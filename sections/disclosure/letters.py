"""Reminders: a letter a board and day, not one an item. Thirty and seven days before the day, and when it is over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.choices import BoardRole
from editorial.letters.boards import admin_link, rendered
from network.letters import LetterDraft, LetterKind, Message, letters_queue, register_kind
from network.models import Institution, Letter
from network.timers import Timer
from network.timers import register as register_timer
from sections.disclosure.choices import LACKING, Status
from sections.disclosure.desk import KEYS
from sections.disclosure.selectors import states_by_institution
from sections.disclosure.states import State
from sections.models import DisclosureReminder, SectionSlot

KIND = "sections.disclosure_due"
STAGES = (30, 7, 0)
"""Days before the first late day; 0: it is over."""
BATCH = 500
OPEN = (*LACKING, Status.DUE, Status.SOON)
GRACE = timedelta(days=60)
"""What has been over for longer stands on the desk and in the authority's overview; nobody is written to about it any more."""


def register() -> None:
    register_kind(
        LetterKind(
            KIND,
            _("Reports of public disclosure are due or missing"),
            build=due,
            help_text=_("Thirty and seven days before the day, and when it is over."),
        )
    )
    register_timer(
        Timer(
            "sections.disclosure", _("Remind of public disclosure"), timedelta(days=1), _run, at=time(6, 10)
        )
    )


def stage_of(late_from: date, day: date) -> int | None:
    """The reminder that is due on a day for a date, or None: too early, or too long over."""
    left = (late_from - day).days
    if left <= 0:
        return 0 if day - late_from <= GRACE else None
    return next((stage for stage in reversed(STAGES) if stage and left <= stage), None)


def _run(now: datetime) -> str:
    return str(reminders_send(now=now) or "")


def reminders_send(*, now: datetime) -> int:
    """Write to chief editors and heads about what is due or missing, once a stage; answers to how many institutions. A second run
    writes to nobody. A fixed number of queries for 500 institutions."""
    day = timezone.localdate(now)
    having = SectionSlot.objects.filter(key__in=KEYS).values("institution")
    institutions = Institution.objects.active().filter(pk__in=having).exclude(site=None).order_by("pk")
    count, last = 0, 0
    while batch := list(institutions.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        count += _send(batch, day, now)
    return count


def _send(batch: list[Institution], day: date, now: datetime) -> int:
    wanted: dict[tuple[int, date, int], DisclosureReminder] = {}
    for pk, states in states_by_institution(batch, on=day).items():
        for state in states:
            stage = stage_of(state.late_from, day) if state.status in OPEN and state.late_from else None
            if stage is not None:
                key = (pk, state.late_from, stage)
                wanted[key] = DisclosureReminder(
                    institution_id=pk, late_from=state.late_from, stage=stage, sent_at=now
                )
    if not wanted:
        return 0
    with transaction.atomic():
        sent = DisclosureReminder.objects.filter(institution__in=batch, late_from__gte=day - GRACE)
        for key in sent.values_list("institution_id", "late_from", "stage"):
            wanted.pop(key, None)
        if not wanted:
            return 0
        DisclosureReminder.objects.bulk_create(wanted.values(), ignore_conflicts=True)
        people = get_user_model().objects.filter(
            is_active=True,
            groups__board_group__institution__in={pk for pk, _day, _stage in wanted},
            groups__board_group__role__in=(BoardRole.CHIEF, BoardRole.HEAD),
        )
        boards: dict[int, set[int]] = {}
        for board, user in people.values_list("groups__board_group__institution", "pk"):
            boards.setdefault(board, set()).add(user)
        drafts = [
            LetterDraft(
                user_id=user,
                institution_id=pk,
                about={"board": pk, "late_from": f"{late:%Y-%m-%d}", "stage": stage},
            )
            for pk, late, stage in wanted
            for user in sorted(boards.get(pk, ()))
        ]
        letters_queue(kind=KIND, drafts=drafts, now=now)
    return len({pk for pk, _day, _stage in wanted})


def due(letter: Letter) -> Message | None:
    """The words at the moment of sending; nothing where everything has been posted meanwhile."""
    board = Institution.objects.select_related("site").filter(pk=letter.about["board"]).first()
    if board is None:
        return None
    late_from = date.fromisoformat(letter.about["late_from"])
    states = states_by_institution([board], on=timezone.localdate())[board.pk]
    left: list[State] = [s for s in states if s.late_from == late_from and s.status in OPEN]
    section = SectionSlot.objects.filter(institution=board, key__in=KEYS).first()
    if not left or section is None:
        return None
    context = {
        "home": board.name,
        "count": len(left),
        "titles": [state.title for state in left],
        "day": f"{late_from - timedelta(days=1):%d/%m/%Y}",
        "is_over": letter.about["stage"] == 0,
        "link": admin_link(board, "wagtailadmin_home"),
    }
    return rendered("sections/disclosure_due", context)
