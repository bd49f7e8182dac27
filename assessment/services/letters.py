"""An authority writes to the board of a member, and the record of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from assessment.models import BoardLetter
from assessment.selectors import addressees_of
from network.letters import LetterDraft, letters_queue
from network.models import Institution

KIND = "assessment.board_letter"
WROTE, SETTLED = "assessment.letter", "assessment.letter_settled"
PAUSE = timedelta(days=1)
"""Between two letters of one authority to one board."""
KEEP = timedelta(days=730)


def board_letter_send(
    *,
    sender: Institution,
    institution: Institution,
    user,
    text: str,
    keys: Iterable[str],
    complete_by: date | None,
    now: datetime,
) -> BoardLetter:
    """Write to the chief editors and the head of a member; to its public address where there are none.

    Raises ValidationError for a second letter within a day, for a date that has passed, for an institution that is not
    below the sender, and where nobody can be written to.
    """
    if not institution.path.startswith(sender.path) or institution.pk == sender.pk:
        raise ValidationError(_("The institution does not belong to this authority."), code="foreign")
    if complete_by and complete_by <= timezone.localdate(now):
        raise ValidationError({"complete_by": _("Choose a day that is still to come.")})
    with transaction.atomic():
        # The lock on the member makes two people who press the button at once take turns.
        Institution.objects.select_for_update().get(pk=institution.pk)
        _check_pause(sender, institution, now)
        people = addressees_of(institution)
        address = institution.email or institution.complaints_email
        if not people and not address:
            raise ValidationError(
                _("The site has neither a chief editor nor a head with an account, and no e-mail address."),
                code="nobody",
            )
        letter = BoardLetter.objects.create(
            sender=sender,
            institution=institution,
            sent_by=user,
            text=text,
            keys=list(keys),
            complete_by=complete_by,
            recipients=len(people) or 1,
            created_at=now,
        )
        about = {"board_letter": letter.pk}
        if people:
            drafts = [LetterDraft(user_id=p.pk, institution_id=institution.pk, about=about) for p in people]
        else:
            drafts = [LetterDraft(address=address, institution_id=institution.pk, about=about)]
        letters_queue(kind=KIND, drafts=drafts)
        log(institution, WROTE, user=user, data={"from": sender.code, "letter": letter.pk})
    return letter


def _check_pause(sender: Institution, institution: Institution, now: datetime) -> None:
    last = (
        BoardLetter.objects.filter(sender=sender, institution=institution, created_at__gt=now - PAUSE)
        .order_by("-created_at")
        .first()
    )
    if last is not None:
        raise ValidationError(
            _("This board was written to on %(moment)s. The next letter is possible a day later."),
            params={"moment": date_format(timezone.localtime(last.created_at), "SHORT_DATETIME_FORMAT")},
            code="pause",
        )


def board_letter_settle(*, letter: BoardLetter, user, now: datetime) -> None:
    """Settle a letter by hand: what it asks for was answered in another way. A second time changes nothing."""
    with transaction.atomic():
        open_ = BoardLetter.objects.filter(pk=letter.pk, resolved_at=None)
        if open_.update(resolved_at=now):
            log(
                letter.institution,
                SETTLED,
                user=user,
                data={"from": letter.sender.code, "letter": letter.pk},
            )


def board_letters_purge(now: datetime) -> str | None:
    """Delete letters after `KEEP`; for the timer."""
    number, _rows = BoardLetter.objects.filter(created_at__lt=now - KEEP).delete()
    return f"{number} letters" if number else None


def letter_text(*, sender: Institution, institution: Institution, titles: Iterable[tuple[str, str]]) -> str:
    """The words with which the form of a letter begins. `titles` are (section, legal reference)."""
    lines = "\n".join(f"– {title} ({reference})" for title, reference in titles)
    return _(
        "To the board of editors of %(institution)s\n\n"
        "%(authority)s has looked at the required sections of your site. The following are empty or out of date:\n\n"
        "%(sections)s\n\n"
        "Please complete them, and write back if something keeps you from doing so."
    ) % {"institution": institution.name, "authority": sender.name, "sections": lines or "–"}


def answer_address(sender: Institution) -> str:
    return sender.email or settings.DEFAULT_FROM_EMAIL
