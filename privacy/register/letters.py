"""Letters of the register: something waits for approval, it was decided, an agreement runs out. Ids only; no names."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.letters import LetterKind, Message, register_kind
from network.models import Institution, Letter
from network.site_roots import public_origin
from privacy.choices import ActivityStatus, RegisterAct
from privacy.models import Notice, ProcessingActivity, Processor, TransferAgreement
from privacy.services.approval import DECIDED_LETTER, EXPIRING_LETTER, SUBMITTED_LETTER


def register() -> None:
    """Called by the app's ``ready()``."""
    register_kind(
        LetterKind(
            SUBMITTED_LETTER,
            gettext_lazy("Something about personal information waits for your approval"),
            build=submitted,
        )
    )
    register_kind(
        LetterKind(
            DECIDED_LETTER,
            gettext_lazy("What you handed in about personal information was decided"),
            build=decided,
        )
    )
    register_kind(
        LetterKind(
            EXPIRING_LETTER,
            gettext_lazy("An agreement about personal information runs out"),
            build=expiring,
        )
    )


def submitted(letter: Letter) -> Message | None:
    entry = entry_of(letter)
    if entry is None or not entry.is_waiting:
        return None
    subject = _("Waiting for your approval: %(title)s") % {"title": entry_title(entry)}
    return Message(subject, _body("submitted", entry.institution, entry_title(entry), url_of(entry)))


def decided(letter: Letter) -> Message | None:
    entry = entry_of(letter)
    if entry is None or entry.is_waiting:
        return None
    last = entry.events.first()
    if last is None or last.act not in (RegisterAct.APPROVED, RegisterAct.RETURNED):
        return None
    words = _("Approved: %(title)s") if last.act == RegisterAct.APPROVED else _("Returned: %(title)s")
    title = entry_title(entry)
    return Message(words % {"title": title}, _body("decided", entry.institution, title, url_of(entry)))


def expiring(letter: Letter) -> Message | None:
    agreement = agreement_of(letter)
    today = timezone.localdate()
    if agreement is None or (agreement.ended_on and agreement.ended_on <= today):
        return None
    values = {"title": agreement.number, "date": f"{agreement.valid_to:%d/%m/%Y}"}
    if agreement.valid_to < today:
        subject = _("Agreement %(title)s ran out on %(date)s") % values
    else:
        subject = _("Agreement %(title)s runs out on %(date)s") % values
    url = reverse("privacy_register_site", args=[agreement.institution_id])
    return Message(subject, _body("expiring", agreement.institution, f"{agreement}", url))


def entry_of(letter: Letter) -> ProcessingActivity | Notice | None:
    if pk := letter.about.get("activity"):
        rows = ProcessingActivity.objects.exclude(status=ActivityStatus.CLOSED)
        return rows.select_related("institution__site").filter(pk=pk).first()
    return Notice.objects.select_related("institution__site").filter(pk=letter.about.get("notice")).first()


def agreement_of(letter: Letter) -> TransferAgreement | Processor | None:
    if pk := letter.about.get("processor"):
        return Processor.objects.select_related("institution__site").filter(pk=pk).first()
    rows = TransferAgreement.objects.select_related("institution__site", "recipient")
    return rows.filter(pk=letter.about.get("transfer")).first()


def entry_title(entry: ProcessingActivity | Notice) -> str:
    return entry.name if isinstance(entry, ProcessingActivity) else entry.title


def url_of(entry: ProcessingActivity | Notice) -> str:
    name = "privacy_activity" if isinstance(entry, ProcessingActivity) else "privacy_notice_edit"
    return reverse(name, args=[entry.pk])


def _body(name: str, institution: Institution, title: str, path: str) -> str:
    origin = settings.WAGTAILADMIN_BASE_URL or public_origin(institution.hostname)
    context = {"institution": institution, "title": title, "link": origin.rstrip("/") + path}
    return render_to_string(f"emails/privacy/{name}.txt", context)
