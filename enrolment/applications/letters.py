"""The letter to an applicant: that there is news about an application and where to read it; never what, nor about whom."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from enrolment.choices import ApplicationState, Entry
from enrolment.models import Application, ApplicationEntry
from network.letters import LetterKind, Message, letter_queue, register_kind
from network.models import Letter
from network.site_roots import public_origin
from privacy.choices import LookupKind
from privacy.models import Submission
from privacy.rights.reach import email_of

NEWS = "enrolment.application_news"
S = ApplicationState
NEWS_STATES = frozenset({S.MORE, S.VALID, S.INVALID, S.ADMITTED, S.WAITING, S.NOT_ADMITTED, S.LAPSED})
"""What others than the applicant bring an application to; besides, whatever was done at the school for the family is told."""


def register() -> None:
    register_kind(
        LetterKind(
            NEWS,
            gettext_lazy("News about an application for admission"),
            build=news,
            essential=True,
            listed=False,
            recipient=applicant_address,
        )
    )


def tell_applicant(application: Application, entry: ApplicationEntry) -> None:
    """Where an address was given, which is kept with the consent to being told only; otherwise the news waits under the codes."""
    if entry.to_state not in NEWS_STATES and entry.kind != Entry.COUNTER:
        return
    if not application.submission.lookup_keys.filter(kind=LookupKind.EMAIL).exists():
        return
    letter_queue(
        kind=NEWS,
        institution=application.submission.institution,
        about={"submission": application.submission_id, "entry": entry.pk},
    )


@sensitive_variables()
def applicant_address(letter: Letter) -> str:
    submission = Submission.objects.filter(pk=letter.about["submission"]).first()
    return email_of(submission) if submission else ""


def news(letter: Letter) -> Message | None:
    submission = (
        Submission.objects.filter(pk=letter.about["submission"]).select_related("institution__site").first()
    )
    if submission is None:
        return None
    with translation.override(submission.language):
        context = {
            "reference": submission.reference,
            "institution": submission.institution,
            "url": public_origin(submission.institution.hostname) + reverse("admission_status"),
        }
        return Message(
            _("News about your application %(reference)s") % {"reference": submission.reference},
            render_to_string("emails/enrolment/application_news.txt", context),
        )
