"""A lost code is given again (circular 25/2010, article 7(2)): staff approve with proof and never see the new secret, which goes
by letter to the address that the submission itself holds. The old one dies."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.models import Institution
from privacy import codes
from privacy.choices import Actor, LookupKind, Method, RequestKind
from privacy.models import SubjectRequest, Submission
from privacy.rights import letters
from privacy.rights.reach import email_of, granted_secret
from privacy.rights.requests import history_add, request_carry_out, request_open
from privacy.services.access import submission_change
from privacy.services.lookups import lookup_find

SHOWN = 20


@sensitive_variables("contact", "explanation")
def regrant_request(
    *,
    institution: Institution,
    contact: str,
    explanation: str,
    secret: str,
    language: str,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> SubjectRequest:
    """Take in that somebody lost a code. `contact`: e-mail or telephone as given in the submission; `secret`: by which the state
    of this request is looked up."""
    return request_open(
        institution=institution,
        kind=RequestKind.REGRANT,
        detail={"contact": contact, "explanation": explanation},
        actor=actor,
        method=method,
        secret=secret,
        language=language,
        user=user,
        now=now,
    )


@sensitive_variables()
def regrant_candidates(request: SubjectRequest) -> QuerySet[Submission]:
    """The submissions to the same institution that hold the contact of the request, newest first."""
    detail: dict[str, Any] = request.unseal_field("sealed_detail") or {}
    contact = detail.get("contact", "")
    kind = LookupKind.EMAIL if "@" in contact else LookupKind.PHONE
    found = lookup_find(institution=request.institution, kind=kind, value=contact)
    return found.order_by("-created_at")[:SHOWN]


@sensitive_variables("secret")
def regrant_approve(
    *,
    request: SubjectRequest,
    submission_uid: str,
    user,
    proof: str,
    text: str,
    now: datetime | None = None,
) -> None:
    """Give a new secret to one of the candidates. `proof`: how the person showed who they are, kept in the history.

    Raises ValidationError without proof, for a submission that does not hold the contact, and where it holds no e-mail address;
    PermissionDenied for staff without the duty.
    """
    now = now or timezone.now()
    proof = proof.strip()
    if not proof:
        raise ValidationError(_("Write down how the person showed who they are."), code="proof")
    submission = next((s for s in regrant_candidates(request) if str(s.uid) == submission_uid), None)
    if submission is None:
        raise ValidationError(_("This submission does not hold the contact that was given."), code="match")
    if not email_of(submission):
        raise ValidationError(
            _("The submission holds no e-mail address: refuse, and take the request in on paper."),
            code="no-address",
        )
    secret = granted_secret(request)
    new_hash = codes.hashed_secret(secret)
    with transaction.atomic():
        request_carry_out(request=request, user=user, text=text, now=now)
        locked = Submission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
        locked.secret_hash = new_hash
        # The receipt of a form that is sent again shows the old secret, so its token opens nothing any more.
        locked.draft_hash = None
        locked.save(update_fields=["secret_hash", "draft_hash"])
        SubjectRequest.objects.filter(submission=locked).exclude(secret_hash="").update(secret_hash=new_hash)
        submission_change(submission=locked, user=user, purpose="request")
        history_add(request, "secret_given", user=user, note=proof, now=now)
        letters.send_secret(request, locked)


def ticket() -> str:
    """A secret for a request that has no submission."""
    return codes.secret_for(codes.new_token())
