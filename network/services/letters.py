"""Letters go out of the outbox: claimed, built, sent over one connection, recorded.

A letter is sent at least once: a worker that dies between the server's "accepted" and the record sends it
again. Addresses reach no log: of an error only the class is kept.
"""

from __future__ import annotations

import logging
import secrets
import smtplib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from wagtail.users.models import UserProfile

from network.letter_kinds import LetterKind, Message, kind_named
from network.models import Letter, LetterPreference
from network.models.letters import Delivery, LetterState

__all__ = ["DELAYS", "PART", "letter_send_again", "letters_purge", "letters_send", "preferences_save"]

logger = logging.getLogger(__name__)

BATCH = 20
PART = 500
"""Letters of one task: what else the worker has to do comes in between where thousands go out."""
DELAYS = (
    *(timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30)),
    *(timedelta(hours=2), timedelta(hours=6), timedelta(hours=12)),
    *(timedelta(days=1),) * 5,
)
"""Waits after the first, second … failed attempt; after one more a letter is given up, in the sixth day."""
STALE_AFTER = timedelta(minutes=15)
"""A letter that is being sent for so long has lost its worker; a connection times out much earlier."""
KEEP = timedelta(days=90)
KEEP_DROPPED = timedelta(days=7)
REFUSALS = (
    smtplib.SMTPRecipientsRefused,
    smtplib.SMTPSenderRefused,
    smtplib.SMTPDataError,
    smtplib.SMTPNotSupportedError,
)
"""The server works and does not want this letter; anything else means that the server is not to be had."""
SERVER = "server:"
"""Stands before the error of a letter that is not to blame for it."""


@dataclass
class Tally:
    sent: int = 0
    held: int = 0
    dropped: int = 0
    put_off: int = 0
    given_up: int = 0


class ServerDownError(Exception):
    """No connection to the mail server; carries no address."""


def letters_send(*, now: datetime | None = None, most: int | None = None) -> dict[str, int]:
    """Send all that is due, or the first of them, about `most`; answers counts. Stops when the mail server is not to be had."""
    fixed, tally = now, Tally()
    _release_lost(now or timezone.now())
    with _Post() as post:
        while (most is None or sum(asdict(tally).values()) < most) and (
            batch := _claim(fixed or timezone.now())
        ):
            choices, languages = _choices(batch), _languages(batch)
            for place, letter in enumerate(batch):
                at = fixed or timezone.now()
                try:
                    _deliver(letter, post, choices, languages, at, tally)
                except ServerDownError:
                    _unclaim(batch[place + 1 :])
                    return asdict(tally)
    return asdict(tally)


def letter_send_again(*, letter: Letter, now: datetime | None = None) -> bool:
    """Give a letter that was given up its attempts anew; False where it is no longer given up, or the same
    letter waits already."""
    if not letter.key or Letter.objects.filter(key=letter.key).exclude(pk=letter.pk).unsent().exists():
        return False
    given_up = Letter.objects.filter(pk=letter.pk, state=LetterState.FAILED)
    return bool(
        given_up.update(state=LetterState.WAITING, attempts=0, error="", not_before=now or timezone.now())
    )


def letters_purge(*, now: datetime | None = None) -> int:
    """Delete letters after 90 days, those with nothing to say after a week; answers how many."""
    now = now or timezone.now()
    old = Letter.objects.filter(created_at__lt=now - KEEP).delete()[0]
    dropped = Letter.objects.filter(state=LetterState.DROPPED, created_at__lt=now - KEEP_DROPPED)
    return old + dropped.delete()[0]


def preferences_save(*, user, deliveries: Mapping[str, Delivery]) -> None:
    """Keep what a person chose, kind → delivery. Raises ValueError for a choice that a kind does not have.

    What was kept for the weekly letter of a kind that is now wanted at once goes out at once."""
    for name, delivery in deliveries.items():
        kind = kind_named(name)
        if kind is None or kind.essential or delivery not in kind.choices:
            raise ValueError(f"{delivery!r} is no choice for letters of kind {name!r}.")
    rows = [LetterPreference(user=user, kind=name, delivery=value) for name, value in deliveries.items()]
    with transaction.atomic():
        LetterPreference.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["user", "kind"], update_fields=["delivery"]
        )
        at_once = [name for name, delivery in deliveries.items() if delivery == Delivery.AT_ONCE]
        held = Letter.objects.filter(user=user, state=LetterState.HELD, kind__in=at_once)
        held.update(state=LetterState.WAITING)


class _Post:
    """One connection for a whole run, opened when the first letter needs it."""

    def __init__(self) -> None:
        self.connection = None
        self.has_sent = False

    def __enter__(self) -> _Post:
        return self

    def __exit__(self, *exc_info) -> None:
        if self.connection is not None:
            self.connection.close()

    def send(self, message: EmailMessage, *, now: datetime) -> None:
        """Raises one of REFUSALS, or OSError (to which smtplib's other errors belong)."""
        if self.connection is None:
            connection = get_connection()
            connection.open()
            self.connection = connection
        self.connection.send_messages([message])
        if not self.has_sent:
            self.has_sent = True
            _server_is_back(now)


def _server_is_back(now: datetime) -> None:
    """What only waits because the server was down does not wait longer."""
    waiting = Letter.objects.filter(state=LetterState.WAITING, error__startswith=SERVER, not_before__gt=now)
    waiting.update(not_before=now)


def _release_lost(now: datetime) -> None:
    lost = Letter.objects.filter(state=LetterState.SENDING, claimed_at__lt=now - STALE_AFTER)
    lost.update(state=LetterState.WAITING, claim="")


def _claim(now: datetime) -> list[Letter]:
    """The next letters, taken by a conditional update so that two workers never have the same one."""
    due = Letter.objects.filter(state=LetterState.WAITING, not_before__lte=now)
    found = list(due.order_by("not_before", "pk").values_list("pk", flat=True)[:BATCH])
    if not found:
        return []
    claim = secrets.token_hex(16)
    taken = Letter.objects.filter(pk__in=found, state=LetterState.WAITING)
    taken.update(state=LetterState.SENDING, claim=claim, claimed_at=now)
    mine = Letter.objects.filter(claim=claim, state=LetterState.SENDING)
    return list(mine.select_related("user", "institution__site").order_by("not_before", "pk"))


def _unclaim(letters: Sequence[Letter]) -> None:
    mine = Letter.objects.filter(pk__in=[letter.pk for letter in letters], state=LetterState.SENDING)
    mine.update(state=LetterState.WAITING, claim="")


def _choices(letters: Iterable[Letter]) -> dict[tuple[int, str], str]:
    people = {letter.user_id for letter in letters if letter.user_id}
    rows = LetterPreference.objects.filter(user_id__in=people)
    return {
        (user, kind): delivery for user, kind, delivery in rows.values_list("user_id", "kind", "delivery")
    }


def _languages(letters: Iterable[Letter]) -> dict[int, str]:
    people = {letter.user_id for letter in letters if letter.user_id}
    profiles = UserProfile.objects.filter(user_id__in=people).exclude(preferred_language="")
    return dict(profiles.values_list("user_id", "preferred_language"))


def _deliver(
    letter: Letter, post: _Post, choices: dict, languages: dict, now: datetime, tally: Tally
) -> None:
    kind = kind_named(letter.kind)
    try:
        to = _address(letter, kind)
    except Exception as error:
        _put_off(letter, error, now, tally)
        return
    if kind is None or not to:
        tally.dropped += _close(letter, LetterState.DROPPED, now)
        return
    delivery = kind.delivery_for(choices.get((letter.user_id, letter.kind)))
    if delivery != Delivery.AT_ONCE:
        is_weekly = delivery == Delivery.WEEKLY
        _close(letter, LetterState.HELD if is_weekly else LetterState.DROPPED, now)
        tally.held += is_weekly
        tally.dropped += not is_weekly
        return
    try:
        with translation.override(languages.get(letter.user_id, settings.LANGUAGE_CODE)):
            message = kind.build(letter)
            mail = message and _mail(message, to, letter)
    except Exception as error:
        _put_off(letter, error, now, tally)
        return
    if mail is None:
        tally.dropped += _close(letter, LetterState.DROPPED, now)
        return
    try:
        post.send(mail, now=now)
    except REFUSALS as error:
        _put_off(letter, error, now, tally)
    except OSError as error:
        _put_off(letter, error, now, tally, cause=SERVER)
        raise ServerDownError from None
    else:
        tally.sent += _close(letter, LetterState.SENT, now)
        _tell(kind, letter, now)


def _address(letter: Letter, kind: LetterKind | None) -> str:
    if letter.user is not None:
        return letter.user.email if letter.user.is_active else ""
    if kind is not None and kind.recipient is not None:
        return kind.recipient(letter)
    return letter.address


def _mail(message: Message, to: str, letter: Letter) -> EmailMessage:
    institution = letter.institution
    return EmailMessage(
        " ".join(message.subject.split()),
        message.body.strip() + "\n",
        to=[to],
        reply_to=[institution.email] if institution and institution.email else None,
        headers={"Auto-Submitted": "auto-generated"},
    )


def _close(letter: Letter, state: LetterState, now: datetime) -> int:
    values: dict = {"state": state, "claim": "", "error": ""}
    if state == LetterState.SENT:
        values |= {"sent_at": now, "attempts": F("attempts") + 1}
    if state in (LetterState.SENT, LetterState.DROPPED) and letter.user_id is None:
        values |= {"address": "", "key": ""}
    mine = Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING, claim=letter.claim)
    return mine.update(**values)


def _put_off(letter: Letter, error: Exception, now: datetime, tally: Tally, *, cause: str = "") -> None:
    name = cause + type(error).__name__
    logger.error("network.letter_not_sent", extra={"kind": letter.kind, "error": name})
    is_over = letter.attempts >= len(DELAYS)
    values = {"state": LetterState.FAILED} if is_over else {"state": LetterState.WAITING}
    if not is_over:
        values["not_before"] = now + DELAYS[letter.attempts]
    mine = Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING, claim=letter.claim)
    mine.update(**values, claim="", error=name[:120], attempts=F("attempts") + 1)
    tally.given_up += is_over
    tally.put_off += not is_over


def _tell(kind: LetterKind, letter: Letter, now: datetime) -> None:
    if kind.sent is None:
        return
    try:
        kind.sent(letter, now)
    except Exception as error:
        logger.error("network.letter_sent_untold", extra={"kind": letter.kind, "error": type(error).__name__})
