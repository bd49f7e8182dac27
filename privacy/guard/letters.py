"""Letters of the guard: that something waits, that it was decided, that it was taken down. They hold a title and a link."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.letters import LetterKind, Message, register_kind
from network.models import Letter
from network.site_roots import public_origin
from privacy.guard.checking import WAITING, describe
from privacy.guard.deciding import DECIDED, ENDED
from privacy.models import GuardCheck, GuardState


def register() -> None:
    register_kind(
        LetterKind(WAITING, gettext_lazy("A list of people waits for your decision"), build=waiting)
    )
    register_kind(LetterKind(DECIDED, gettext_lazy("Decision about a list that you uploaded"), build=decided))
    register_kind(LetterKind(ENDED, gettext_lazy("A list was taken down"), build=ended))


def _check_of(letter: Letter) -> GuardCheck | None:
    rows = GuardCheck.objects.select_related("institution__site", "content_type")
    return rows.filter(pk=letter.about["check"]).first()


def _url(check: GuardCheck) -> str:
    origin = settings.WAGTAILADMIN_BASE_URL
    if not origin and check.institution and check.institution.site_id:
        origin = public_origin(check.institution.hostname)
    return origin.rstrip("/") + reverse("privacy_guard_check", args=[check.uid])


def _letter(check: GuardCheck, subject: str, template: str) -> Message:
    context = {"check": check, "url": _url(check), "found": describe(check.found)}
    return Message(subject % {"title": check.title}, render_to_string(template, context))


def waiting(letter: Letter) -> Message | None:
    """Dropped where somebody has decided meanwhile."""
    check = _check_of(letter)
    if check is None or check.state != GuardState.WAITING:
        return None
    return _letter(check, _("“%(title)s” waits for your decision"), "emails/privacy/guard_waiting.txt")


def decided(letter: Letter) -> Message | None:
    check = _check_of(letter)
    return check and _letter(check, _("Decision about “%(title)s”"), "emails/privacy/guard_decided.txt")


def ended(letter: Letter) -> Message | None:
    check = _check_of(letter)
    return check and _letter(check, _("“%(title)s” was taken down"), "emails/privacy/guard_ended.txt")
