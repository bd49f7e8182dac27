"""How the person who sent something, or who received it, is reached, and the keys that letters carry."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from privacy import codes
from privacy.models import RevisionNotice, SubjectRequest, Submission
from privacy.rights.fields import answered_emails


@sensitive_variables()
def email_of(submission: Submission) -> str:
    """The first e-mail address that the submission itself holds; "" where there is none."""
    return next(iter(answered_emails(submission)), "")


@sensitive_variables()
def granted_secret(request: SubjectRequest) -> str:
    """The new secret that a request for one leads to: made from the request, so that the letter can carry what only the hash is
    stored of."""
    return codes.secret_for(f"regrant|{request.uid}")


def acknowledge_token(notice: RevisionNotice) -> str:
    """What the link in a recipient's letter carries: it acknowledges this notice and opens nothing."""
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"revision|{notice.uid}".encode(), hashlib.sha256).hexdigest()[:40]
