"""The letter to a person whom an incident concerns."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from network.letters import LetterKind, Message, register_kind
from network.models import Letter
from privacy.models import Incident, Submission
from privacy.services.incidents import TOLD_LETTER


def register() -> None:
    register_kind(
        LetterKind(
            TOLD_LETTER, gettext_lazy("Incident with personal information"), build=told, essential=True
        )
    )


def told(letter: Letter) -> Message | None:
    """What happened and what to do; nothing of what the person sent. None where the submission is gone."""
    submission = Submission.objects.filter(pk=letter.about["submission"]).first()
    incident = Incident.objects.select_related("institution").filter(pk=letter.about["incident"]).first()
    if submission is None or incident is None:
        return None
    with override(submission.language):
        body = render_to_string(
            "emails/privacy_incident.txt",
            {"incident": incident, "institution": incident.institution, "submission": submission},
        )
        return Message(_("An incident with information that you gave us"), body)
