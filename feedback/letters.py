"""The letter that says that something came."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.letters import LetterKind, Message, register_kind
from network.models import Letter
from network.site_roots import public_origin
from privacy.models import Submission


def register() -> None:
    register_kind(
        LetterKind("feedback.received", gettext_lazy("New feedback"), build=received, essential=True)
    )


def received(letter: Letter) -> Message | None:
    """To the institution's public address for complaints: the code and a link, and nothing else."""
    submissions = Submission.objects.select_related("institution__site")
    submission = submissions.filter(pk=letter.about["submission"]).first()
    if submission is None:
        return None
    institution = submission.institution
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
    context = {
        "reference": submission.reference,
        "institution": institution,
        "url": origin.rstrip("/") + reverse("feedback_case", args=[submission.uid]),
    }
    return Message(
        _("New feedback %(reference)s") % {"reference": submission.reference},
        render_to_string("emails/feedback_received.txt", context),
    )
