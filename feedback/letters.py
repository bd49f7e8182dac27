"""The letters about feedback: codes and links, and nothing of what people wrote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from feedback.choices import OPEN_STATES
from feedback.selectors.cases import chiefs_of
from feedback.services.cases import case_told
from network.letters import LetterKind, Message, letter_queue, register_kind
from network.models import Letter
from network.site_roots import public_origin
from privacy.models import FloodBreak, Submission
from privacy.registry import form_kind
from privacy.services import submission_decrypt


def register() -> None:
    kinds = (
        ("feedback.received", gettext_lazy("New feedback"), received),
        ("feedback.passed", gettext_lazy("Feedback was passed on to you"), passed),
        ("feedback.error", gettext_lazy("An error was reported"), error),
        ("feedback.assigned", gettext_lazy("Feedback was given to you"), assigned),
        ("feedback.due", gettext_lazy("Feedback is due"), due),
        ("feedback.flood", gettext_lazy("A form is taking a break"), flood),
    )
    for name, label, build in kinds:
        register_kind(LetterKind(name, label, build=build, essential=True))
    register_kind(
        LetterKind(
            "feedback.answered",
            gettext_lazy("Answer to feedback"),
            build=answered,
            essential=True,
            listed=False,
            sent=answer_sent,
            recipient=sender_address,
        )
    )


def tell_of_flood(found: FloodBreak) -> None:
    """To the chief editors, once a break."""
    for user in chiefs_of(found.institution):
        letter_queue(
            kind="feedback.flood", user=user, institution=found.institution, about={"flood": found.pk}
        )


def _submission(letter: Letter) -> Submission | None:
    rows = Submission.objects.select_related("institution__site", "feedback_case__passed_to__site")
    return rows.filter(pk=letter.about["submission"]).first()


def _admin(path: str, institution) -> str:
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
    return origin.rstrip("/") + path


def _to_board(letter: Letter, subject: str, sentence: Callable[[str], str]) -> Message | None:
    submission = _submission(letter)
    if submission is None:
        return None
    institution = submission.institution
    context = {
        "reference": submission.reference,
        "sentence": sentence(institution.name),
        "due_on": submission.feedback_case.due_on,
        "url": _admin(reverse("feedback_case", args=[submission.uid]), institution),
    }
    return Message(
        subject % {"reference": submission.reference},
        render_to_string("emails/feedback_received.txt", context),
    )


def received(letter: Letter) -> Message | None:
    """To the institution's public address for complaints."""
    return _to_board(
        letter,
        _("New feedback %(reference)s"),
        lambda name: _("New feedback has been sent to %(name)s.") % {"name": name},
    )


def passed(letter: Letter) -> Message | None:
    """To the public address of the institution that it was passed on to."""
    return _to_board(
        letter,
        _("Feedback passed on to you: %(reference)s"),
        lambda name: _("%(name)s has passed on feedback to you; its sender accepted that.") % {"name": name},
    )


def error(letter: Letter) -> Message | None:
    return _to_board(
        letter,
        _("Error reported: %(reference)s"),
        lambda name: (
            _("A reader has reported an error in a page of %(name)s that you keep.") % {"name": name}
        ),
    )


def assigned(letter: Letter) -> Message | None:
    return _to_board(
        letter,
        _("Feedback given to you: %(reference)s"),
        lambda name: (
            _("A member of the board of %(name)s has given you feedback to handle.") % {"name": name}
        ),
    )


def due(letter: Letter) -> Message | None:
    submission = _submission(letter)
    if submission is None or submission.feedback_case.state not in OPEN_STATES:
        return None
    return _to_board(
        letter,
        _("Feedback is due: %(reference)s"),
        lambda name: (
            _("Feedback to %(name)s has no answer yet, and its day has come or comes soon.") % {"name": name}
        ),
    )


def flood(letter: Letter) -> Message | None:
    found = FloodBreak.objects.filter(pk=letter.about["flood"]).select_related("institution__site").first()
    if found is None:
        return None
    institution = found.institution
    context = {
        "form": form_kind(found.form).label,
        "institution": institution,
        "until": timezone.localtime(found.until),
        "url": _admin(reverse("feedback_desk"), institution),
    }
    return Message(_("A form is taking a break"), render_to_string("emails/feedback_flood.txt", context))


@sensitive_variables()
def sender_address(letter: Letter) -> str:
    """The address that the submission itself holds; it stands in no letter that waits."""
    submission = Submission.objects.filter(pk=letter.about["submission"]).first()
    if submission is None:
        return ""
    return str(submission_decrypt(submission=submission, what_for="letter").get("email") or "")


def answered(letter: Letter) -> Message | None:
    """To the sender: that there is an answer, and where; nothing of it."""
    submission = _submission(letter)
    if submission is None or not submission.feedback_case.sealed_answer:
        return None
    with translation.override(submission.language):
        institution = submission.institution
        context = {
            "reference": submission.reference,
            "institution": institution,
            "url": public_origin(institution.hostname) + reverse("feedback_status"),
        }
        return Message(
            _("Your feedback %(reference)s has been answered") % {"reference": submission.reference},
            render_to_string("emails/feedback_answered.txt", context),
        )


def answer_sent(letter: Letter, at: datetime) -> None:
    case_told(letter.about["submission"], at)
