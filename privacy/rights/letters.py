"""Letters about requests: to who reviews them, to the person, to recipients, to head and authority. They say that there is
something and where; never what, nor who."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from network.letters import LetterDraft, LetterKind, Message, letter_queue, letters_queue, register_kind
from network.models import Institution, Letter
from network.site_roots import public_origin
from privacy.choices import RequestState, RevisionState
from privacy.duties import Duty, people_with
from privacy.models import RevisionNotice, SubjectRequest, Submission
from privacy.rights.reach import acknowledge_token, email_of, granted_secret

RECEIVED, DUE, OVERDUE = "privacy.request_received", "privacy.request_due", "privacy.requests_overdue"
MEMBERS, SENDER, SECRET = "privacy.member_requests", "privacy.request_answer", "privacy.new_secret"
REVISION, REVISION_LATE = "privacy.revision", "privacy.revision_late"


def register() -> None:
    staff = (
        (RECEIVED, gettext_lazy("A request about personal information"), received),
        (DUE, gettext_lazy("A request about personal information is due"), due),
        (OVERDUE, gettext_lazy("Requests about personal information are overdue"), overdue),
        (MEMBERS, gettext_lazy("Overdue requests at a member institution"), members),
        (REVISION_LATE, gettext_lazy("A recipient has not acknowledged a revision"), revision_late),
    )
    for name, label, build in staff:
        register_kind(LetterKind(name, label, build=build, essential=True))
    register_kind(
        LetterKind(
            SENDER,
            gettext_lazy("Answer to a request about personal information"),
            build=answer,
            essential=True,
            listed=False,
            recipient=sender_address,
        )
    )
    register_kind(
        LetterKind(
            SECRET,
            gettext_lazy("New secret code"),
            build=new_secret,
            essential=True,
            listed=False,
            recipient=sender_address,
        )
    )
    register_kind(
        LetterKind(
            REVISION,
            gettext_lazy("Notice of revision"),
            build=revision,
            essential=True,
            listed=False,
            recipient=recipient_address,
            sent=revision_sent,
        )
    )


# Queueing


def tell_reviewers(request: SubjectRequest, kind: str = RECEIVED) -> None:
    people = people_with(Duty.REVIEW, request.institution)
    _to_people(kind, people, request.institution, {"request": request.pk})


def tell_sender(request: SubjectRequest) -> None:
    """Where the submission holds an e-mail address; otherwise the answer waits under the codes."""
    if request.submission_id:
        letter_queue(
            kind=SENDER,
            institution=request.institution,
            about={
                "submission": request.submission_id,
                "request": request.pk,
                "step": request.events.count(),
            },
        )


def send_secret(request: SubjectRequest, submission: Submission) -> None:
    letter_queue(
        kind=SECRET,
        institution=request.institution,
        about={"submission": submission.pk, "request": request.pk},
    )


def tell_recipient(notice: RevisionNotice, *, number: int = 0) -> None:
    """`number` tells a reminder from the first letter."""
    recipient = notice.disclosure.recipient
    if recipient and recipient.target and recipient.target.email:
        about = {"revision": notice.pk, "number": number}
        letter_queue(kind=REVISION, institution=notice.institution, about=about)


def tell_late_revision(notice: RevisionNotice) -> None:
    people = people_with(Duty.REVIEW, notice.institution)
    _to_people(REVISION_LATE, people, notice.institution, {"revision": notice.pk})


def tell_head(institution: Institution, day: str) -> None:
    _to_people(OVERDUE, people_with(Duty.APPROVE, institution), institution, {"day": day})


def tell_authority(authority: Institution, member: Institution, day: str) -> None:
    """To those who answer for personal information at the authority above, numbers only."""
    people = people_with(Duty.REVIEW, authority) | people_with(Duty.APPROVE, authority)
    _to_people(MEMBERS, people.distinct(), authority, {"member": member.pk, "day": day})


def _to_people(kind: str, people, institution: Institution, about: dict[str, int | str]) -> None:
    drafts = [
        LetterDraft(user_id=user.pk, institution_id=institution.pk, about=about)
        for user in people
        if user.email
    ]
    if drafts:
        letters_queue(kind=kind, drafts=drafts)


# Where letters go that no account gets


@sensitive_variables()
def sender_address(letter: Letter) -> str:
    """The address that the submission itself holds."""
    submission = Submission.objects.filter(pk=letter.about["submission"]).first()
    return email_of(submission) if submission else ""


def recipient_address(letter: Letter) -> str:
    notice = _notice(letter)
    recipient = notice.disclosure.recipient if notice else None
    return recipient.target.email if recipient and recipient.target else ""


# Words


def received(letter: Letter) -> Message | None:
    return _about_request(letter, "emails/privacy/request_received.txt", _("New request %(reference)s"))


def due(letter: Letter) -> Message | None:
    return _about_request(letter, "emails/privacy/request_due.txt", _("Request %(reference)s is due"))


def _about_request(letter: Letter, template: str, subject: str) -> Message | None:
    request = (
        SubjectRequest.objects.filter(pk=letter.about["request"]).select_related("institution__site").first()
    )
    if request is None or not request.is_open:
        return None
    url = _admin_url(request.institution, "privacy_request", request.uid)
    context = {"request": request, "institution": request.institution, "url": url}
    return Message(subject % {"reference": request.reference}, render_to_string(template, context))


def overdue(letter: Letter) -> Message | None:
    institution = letter.institution
    number = SubjectRequest.objects.of([institution]).overdue(timezone.localdate()).count()
    if not number:
        return None
    context = {
        "institution": institution,
        "number": number,
        "url": _admin_url(institution, "privacy_requests"),
    }
    return Message(
        _("Overdue requests about personal information: %(number)d") % {"number": number},
        render_to_string("emails/privacy/requests_overdue.txt", context),
    )


def members(letter: Letter) -> Message | None:
    member = Institution.objects.filter(pk=letter.about["member"]).first()
    number = SubjectRequest.objects.of([member]).overdue(timezone.localdate()).count() if member else 0
    if not number:
        return None
    url = _admin_url(letter.institution, "privacy_requests_members")
    context = {"institution": member, "number": number, "url": url}
    return Message(
        _("Overdue requests at %(name)s: %(number)d") % {"name": member.name, "number": number},
        render_to_string("emails/privacy/requests_overdue.txt", context),
    )


def answer(letter: Letter) -> Message | None:
    request = (
        SubjectRequest.objects.filter(pk=letter.about["request"]).select_related("institution__site").first()
    )
    if request is None:
        return None
    with translation.override(request.language):
        context = {
            "request": request,
            "institution": request.institution,
            "is_closed": request.state in (RequestState.DONE, RequestState.REFUSED),
            "url": _public(request.institution),
        }
        return Message(
            _("Your request %(reference)s") % {"reference": request.reference},
            render_to_string("emails/privacy/request_answer.txt", context),
        )


@sensitive_variables()
def new_secret(letter: Letter) -> Message | None:
    request = (
        SubjectRequest.objects.filter(pk=letter.about["request"]).select_related("institution__site").first()
    )
    submission = Submission.objects.filter(pk=letter.about["submission"]).first()
    if request is None or submission is None:
        return None
    secret = granted_secret(request)
    if not submission.check_secret(secret):
        return None  # A later one was given: this one opens nothing.
    with translation.override(submission.language):
        context = {
            "reference": submission.reference,
            "secret": secret,
            "institution": request.institution,
            "url": _public(request.institution),
        }
        return Message(_("Your new secret code"), render_to_string("emails/privacy/new_secret.txt", context))


def revision(letter: Letter) -> Message | None:
    notice = _notice(letter)
    if notice is None or notice.state == RevisionState.ACKNOWLEDGED:
        return None
    path = reverse("privacy_revision", args=[notice.uid, acknowledge_token(notice)])
    context = {
        "notice": notice,
        "institution": notice.institution,
        "url": public_origin(notice.institution.hostname) + path,
        "admin_url": _admin_url(_receiver(notice), "privacy_revision_received", notice.uid),
    }
    return Message(
        _("Information that you received was revised: %(reference)s") % {"reference": notice.reference},
        render_to_string("emails/privacy/revision.txt", context),
    )


def revision_sent(letter: Letter, at: datetime) -> None:
    due_ones = RevisionNotice.objects.filter(pk=letter.about["revision"], state=RevisionState.DUE)
    due_ones.update(state=RevisionState.SENT, sent_at=at)


def revision_late(letter: Letter) -> Message | None:
    notice = _notice(letter)
    if notice is None or notice.state == RevisionState.ACKNOWLEDGED:
        return None
    context = {"notice": notice, "url": _admin_url(notice.institution, "privacy_revisions")}
    return Message(
        _("%(recipient)s has not acknowledged a revision") % {"recipient": notice.disclosure.recipient_name},
        render_to_string("emails/privacy/revision_late.txt", context),
    )


def _receiver(notice: RevisionNotice) -> Institution:
    recipient = notice.disclosure.recipient
    return recipient.target if recipient and recipient.target else notice.institution


def _notice(letter: Letter) -> RevisionNotice | None:
    rows = RevisionNotice.objects.select_related("institution__site", "disclosure__recipient__target__site")
    return rows.filter(pk=letter.about["revision"]).first()


def _admin_url(institution: Institution, name: str, *args) -> str:
    """Address of a screen: under the admin's own host name where there is one, else under that of the institution."""
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
    return origin.rstrip("/") + reverse(name, args=args)


def _public(institution: Institution) -> str:
    return public_origin(institution.hostname) + reverse("privacy_rights")
