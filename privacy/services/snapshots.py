"""What a person saw when they sent a form (P4.3): kept with the submission, in one shape for every way in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from network.models import Institution
from privacy.models import Notice, Purpose, Recipient


def form_snapshot(
    *,
    form: str,
    title: str,
    language: str,
    institution: Institution,
    notice: Notice,
    fields: list[dict[str, Any]],
    purposes: Iterable[Purpose],
    recipients: Iterable[Recipient] = (),
    **more: Any,
) -> dict[str, Any]:
    """The form as it was shown: its fields (as `QuestionForm.described` gives them), the version of the notice, the purposes
    with basis and period, the recipients that were asked about. `more` names what only one way in has, such as ``source``.

    Plain values, for a JSON field; retention reads ``purposes``, certificates and the rights pages the whole.
    """
    return {
        "form": form,
        "title": title,
        "language": language,
        "notice": notice_shown(notice, institution),
        "fields": fields,
        "purposes": [_purpose(purpose) for purpose in purposes],
        "recipients": [{"id": recipient.pk, "name": recipient.local_name} for recipient in recipients],
    } | more


def notice_shown(notice: Notice, institution: Institution) -> dict[str, Any]:
    """The version that holds; with an addition also the text of the authority that it adds to (P11.2d)."""
    shown = {"number": notice.number, "sha256": notice.sha256}
    if base := Notice.objects.base_of(notice, institution):
        shown["base"] = {"number": base.number, "sha256": base.sha256}
    return shown


def _purpose(purpose: Purpose) -> dict[str, Any]:
    return {
        "code": purpose.code,
        "text": purpose.local_text,
        "basis": purpose.legal_basis,
        "citation": purpose.citation,
        "retention_days": purpose.retention_days,
        "starts": purpose.retention_starts,
        "at_end": purpose.at_end,
        "optional": purpose.is_optional,
        "sensitive": purpose.is_sensitive,
    }
