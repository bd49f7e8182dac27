"""The letter of an authority to the board of a member, as ``network.letters`` sends it."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.models import BoardLetter
from assessment.services.letters import KIND
from network.letters import LetterKind, Message
from network.models import Letter
from network.site_roots import public_origin


def build(letter: Letter) -> Message | None:
    """None where the letter is gone or what it asks for is done already."""
    found = (
        BoardLetter.objects.select_related("sender__site", "institution__site")
        .filter(pk=letter.about.get("board_letter"), resolved_at=None)
        .first()
    )
    if found is None:
        return None
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(found.institution.hostname)
    subject = _("%(authority)s asks you to complete your site") % {"authority": found.sender.name}
    context = {"letter": found, "url": origin.rstrip("/") + reverse("wagtailadmin_home")}
    return Message(subject, render_to_string("emails/assessment/board_letter.txt", context))


BOARD_LETTER = LetterKind(
    KIND, gettext_lazy("Your authority asks you to complete your site"), build=build, essential=True
)
