"""Letters about an account. The outbox holds ids only; a link's secret is made when its letter is sent."""

from __future__ import annotations

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from network.letters import LetterKind, Message, letter_queue, register_kind
from network.models import Letter
from network.site_roots import public_origin

RESET, CHANGED = "account.password_reset", "account.changed"
NOBODY = "nobody@localhost.invalid"
"""Stands for an account that does not exist: its letter is dropped when its turn comes."""


def register() -> None:
    register_kind(
        LetterKind(RESET, _("A link for a new password"), build=password_reset_build, essential=True)
    )
    register_kind(
        LetterKind(
            CHANGED, _("Changes of my password and second factor"), build=changed_build, essential=True
        )
    )


def password_reset_queue(*, user, host: str) -> None:
    """Send the link for a new password. For None, an unknown account, the outbox gets a row all the same, so
    that neither the answer nor its time says which it was."""
    about = {"host": host.partition(":")[0]}
    if user is None:
        letter_queue(kind=RESET, address=NOBODY, about=about)
    else:
        letter_queue(kind=RESET, user=user, about=about)


def account_changed_queue(*, user, what: str, host: str = "") -> None:
    """Tell a person that what protects the account was changed: ``password``, ``second_factor``."""
    if user.email:
        letter_queue(kind=CHANGED, user=user, about={"what": what, "host": host.partition(":")[0]})


def password_reset_build(letter: Letter) -> Message | None:
    user = get_user_model().objects.filter(pk=letter.user_id, is_active=True).exclude(email="").first()
    if user is None:
        return None
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    return _rendered("password_reset", {"link": _origin(letter) + path})


def changed_build(letter: Letter) -> Message:
    link = _origin(letter) + reverse("account_reset_password")
    return _rendered("account_changed", {"what": letter.about["what"], "link": link})


def _rendered(name: str, context: dict) -> Message:
    subject = " ".join(render_to_string(f"emails/account/{name}.subject.txt", context).split())
    return Message(subject, render_to_string(f"emails/account/{name}.txt", context).strip() + "\n")


def _origin(letter: Letter) -> str:
    """Where the person asked; the address of the admin where that host is no site of ours."""
    host = letter.about.get("host", "")
    if host and Site.objects.filter(hostname=host).exists():
        return public_origin(host)
    return settings.WAGTAILADMIN_BASE_URL
