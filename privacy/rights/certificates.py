"""The certificate of what is stored (circular 25/2010, article 8, clause 3): a PDF/A with serial number, hash of its content and
a code that leads to a public page which says whether it still holds, and no more."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables

from network.site_roots import public_origin
from privacy import codes, pdf
from privacy.choices import Actor, Method, RequestKind
from privacy.models import Certificate, Submission
from privacy.qr import qr_data
from privacy.rights.requests import request_done_at_once
from privacy.rights.selectors import decisions_of, file_contents

PLACES = 12


@dataclass(frozen=True)
class Issued:
    """The file, which is kept nowhere, and its entry."""

    certificate: Certificate
    content: bytes

    @property
    def filename(self) -> str:
        return f"xac-nhan-{self.certificate.serial}.pdf"


def new_serial() -> str:
    """``XN-XXXX-XXXX-XXXX``: 58 random bits, so that none is found by trying."""
    while True:
        code = "".join(secrets.choice(codes.ALPHABET) for _place in range(PLACES))
        serial = f"XN-{code[:4]}-{code[4:8]}-{code[8:]}"
        if not Certificate.objects.filter(serial=serial).exists():
            return serial


@sensitive_variables()
def certificate_issue(
    *,
    submission: Submission,
    actor: Actor = Actor.SELF,
    method: Method = Method.WEB,
    user=None,
    now: datetime | None = None,
) -> Issued:
    """Make the certificate of a submission. Raises ``pdf.PdfError`` where the system cannot make PDF files."""
    now = now or timezone.now()
    contents = file_contents(submission)
    content_sha256 = contents_sha256(contents)
    serial = new_serial()
    url = public_origin(submission.institution.hostname) + reverse("privacy_certificate", args=[serial])
    rendered = pdf.render_pdf(
        "privacy/rights/certificate.html",
        {
            "serial": serial,
            "contents": contents,
            "decisions": decisions_of(submission),
            "passed_on": submission.disclosures.order_by("sent_at"),
            "submission": submission,
            "language": get_language(),
            "institution": submission.institution,
            "issued_at": now,
            "sha256": content_sha256,
            "url": url,
            "qr": qr_data(url),
        },
    )
    with transaction.atomic():
        certificate = Certificate.objects.create(
            serial=serial,
            institution=submission.institution,
            submission=submission,
            sha256=hashlib.sha256(rendered).hexdigest(),
            content_sha256=content_sha256,
            issued_at=now,
        )
        request_done_at_once(
            submission=submission,
            kind=RequestKind.CERTIFY,
            detail={"serial": serial},
            actor=actor,
            method=method,
            user=user,
            now=now,
        )
    return Issued(certificate, rendered)


def contents_sha256(contents: dict[str, Any]) -> str:
    """SHA-256 of what a certificate states, as canonical JSON."""
    text = json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
