"""The register of incidents: entered, contained, counted, reported, told, closed; each step is added and none is changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from network.letters import LetterDraft, letters_queue
from network.models import Institution
from privacy.choices import AssessmentTrigger, AuditAction, IncidentAct
from privacy.inspection.clocks import bodies_for, clocks_of
from privacy.models import CompetentBody, Incident, IncidentEvent, IncidentRule, Submission
from privacy.pdf import render_pdf
from privacy.selectors import current_notice
from privacy.services.access import audit_record
from privacy.services.assessments import assessment_open
from privacy.services.chain import chain_append
from privacy.services.retention.holds import refuse_without_duty

TOLD_LETTER = "privacy.incident"
KEPT = timedelta(days=5 * 366)
BATCH = 500
DETAILS = (
    "kind",
    "summary",
    "happened_at",
    "detected_at",
    "touches_data",
    "is_cyber",
    "is_serious",
    "stops_service",
    "has_location",
    "systems",
    "data_types",
    "forms",
    "since",
    "until",
    "affected",
    "consequences",
    "measures",
    "advice",
    "cause",
    "lessons",
    "risk",
)


def incident_open(
    *,
    institution: Institution,
    details: Mapping[str, Any],
    user: AbstractBaseUser | None,
    is_drill: bool = False,
    now: datetime | None = None,
) -> Incident:
    """Enter an incident; the clocks run from its discovery. Raises ValidationError for a discovery in the future, or before it
    happened, and for a person without the duty."""
    now = now or timezone.now()
    if user is not None:
        refuse_without_duty(user, institution)
    incident = Incident(institution=institution, opened_by=user, is_drill=is_drill)
    _fill(incident, details, now)
    with transaction.atomic():
        Institution.objects.select_for_update(no_key=True).filter(pk=institution.pk).values_list("pk").get()
        last = Incident.objects.filter(institution=institution).aggregate(last=Max("number"))["last"]
        incident.number = (last or 0) + 1
        incident.save(force_insert=True)
        event_add(incident=incident, act=IncidentAct.OPENED, user=user, now=now)
    return incident


def incident_change(
    *, incident: Incident, details: Mapping[str, Any], user: AbstractBaseUser, now: datetime | None = None
) -> Incident:
    """More is known. What changed is a step of the register, with the names of the details."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(incident, user)
        changed = sorted(name for name in details if getattr(locked, name) != details[name])
        if not changed:
            return locked
        _fill(locked, details, now)
        if "affected" in changed:
            locked.affected_is_counted = False
        locked.save()
        words = [str(Incident._meta.get_field(name).verbose_name) for name in changed]
        event_add(incident=locked, act=IncidentAct.CHANGED, user=user, note=", ".join(words), now=now)
    return locked


def _fill(incident: Incident, details: Mapping[str, Any], now: datetime) -> None:
    for name in DETAILS:
        if name in details:
            setattr(incident, name, details[name])
    if incident.detected_at > now:
        raise ValidationError({"detected_at": _("It cannot be discovered in the future.")})
    if incident.happened_at and incident.happened_at > incident.detected_at:
        raise ValidationError({"happened_at": _("It cannot happen after it was discovered.")})
    if incident.since and incident.until and incident.since > incident.until:
        raise ValidationError({"until": _("The last day is before the first.")})


def _locked(incident: Incident, user: AbstractBaseUser | None) -> Incident:
    if user is not None:
        refuse_without_duty(user, incident.institution)
    rows = Incident.objects.select_for_update(of=("self",)).select_related("institution")
    locked = rows.get(pk=incident.pk)
    if locked.closed_at:
        raise ValidationError(_("This incident is closed."), code="closed")
    return locked


def event_add(
    *,
    incident: Incident,
    act: IncidentAct,
    user: AbstractBaseUser | None,
    note: str = "",
    rule: str = "",
    now: datetime | None = None,
) -> IncidentEvent:
    """Add a step; inside the caller's transaction."""
    entry = IncidentEvent(
        incident=incident,
        act=act,
        rule=rule,
        note=note.strip()[:5000],
        user=user,
        occurred_at=now or timezone.now(),
    )
    return chain_append(institution=incident.institution, entries=[entry])[0]


def incident_note(
    *, incident: Incident, note: str, user: AbstractBaseUser, now: datetime | None = None
) -> IncidentEvent:
    """Write down what was done. Raises ValidationError for an empty note."""
    if not note.strip():
        raise ValidationError(_("Write what was done."), code="note")
    with transaction.atomic():
        return event_add(
            incident=_locked(incident, user), act=IncidentAct.NOTED, user=user, note=note, now=now
        )


def incident_contain(
    *, incident: Incident, user: AbstractBaseUser | None, note: str = "", now: datetime | None = None
) -> None:
    """No more harm comes of it. A second call changes nothing."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(incident, user)
        if locked.contained_at is None:
            locked.contained_at = now
            locked.save(update_fields=["contained_at"])
            event_add(incident=locked, act=IncidentAct.CONTAINED, user=user, note=note, now=now)
    incident.contained_at = locked.contained_at


def incident_report(
    *,
    incident: Incident,
    rule: IncidentRule,
    user: AbstractBaseUser | None,
    note: str = "",
    now: datetime | None = None,
) -> IncidentEvent:
    """Put on record that a report left: its clock stops. `note`: number of the letter, who took it."""
    with transaction.atomic():
        locked = _locked(incident, user)
        return event_add(
            incident=locked, act=IncidentAct.REPORTED, user=user, rule=rule.code, note=note, now=now
        )


def affected_of(incident: Incident):
    """The submissions concerned: of these forms (all of them where none is named) and these days."""
    rows = Submission.objects.filter(institution=incident.institution)
    if incident.forms:
        rows = rows.filter(form__in=incident.forms)
    if incident.since:
        rows = rows.filter(created_at__date__gte=incident.since)
    if incident.until:
        rows = rows.filter(created_at__date__lte=incident.until)
    return rows


def incident_count(*, incident: Incident, user: AbstractBaseUser | None, now: datetime | None = None) -> int:
    """Count by query how many submissions are concerned, and note it."""
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(incident, user)
        locked.affected, locked.affected_is_counted = affected_of(locked).count(), True
        locked.save(update_fields=["affected", "affected_is_counted"])
        note = _("Affected, counted by query: %(count)s") % {"count": locked.affected}
        event_add(incident=locked, act=IncidentAct.NOTED, user=user, note=note, now=now)
    incident.affected, incident.affected_is_counted = locked.affected, True
    return locked.affected


def incident_print(
    *, incident: Incident, user: AbstractBaseUser | None, officers: list[Any], now: datetime | None = None
) -> bytes:
    """The report to the competent body (decree 356/2025, Form 08) as PDF/A, on record. Raises PdfError."""
    now = now or timezone.now()
    content = render_pdf(
        "privacy/pdf/incident.html",
        {
            "incident": incident,
            "institution": incident.institution,
            "clocks": clocks_of(incident, now),
            "bodies": bodies_for(incident),
            "officers": officers,
            "notice": current_notice(incident.institution),
            "now": now,
            "language": "vi",
        },
    )
    with transaction.atomic():
        event_add(incident=incident, act=IncidentAct.PRINTED, user=user, now=now)
    return content


def people_tell(
    *, incident: Incident, user: AbstractBaseUser, now: datetime | None = None
) -> tuple[int, int]:
    """Tell the people affected: a letter to each who left an e-mail address, and for all a notice that stands with their
    submission and on the site. Answers how many letters wait and how many left no address. Raises ValidationError without advice.
    """
    now = now or timezone.now()
    if not incident.advice.strip():
        raise ValidationError(
            _("Write what the people affected should do before you tell them."), code="advice"
        )
    with transaction.atomic():
        locked = _locked(incident, user)
        drafts, silent = _letters(locked)
        audit_record(
            institution=locked.institution,
            action=AuditAction.READ,
            object_ref=f"{locked._meta.label_lower}:{locked.pk}",
            user=user,
            purpose="request",
            count=len(drafts) + silent,
        )
        if not locked.is_drill:
            letters_queue(kind=TOLD_LETTER, drafts=drafts)
            locked.public_from = locked.public_from or now
            locked.save(update_fields=["public_from"])
        note = _("%(letters)s letters, %(silent)s without an address") % {
            "letters": len(drafts),
            "silent": silent,
        }
        event_add(incident=locked, act=IncidentAct.TOLD, user=user, rule="people", note=note, now=now)
    return len(drafts), silent


@sensitive_variables()
def _letters(incident: Incident) -> tuple[list[LetterDraft], int]:
    drafts, silent = [], 0
    for submission in affected_of(incident).iterator(chunk_size=BATCH):
        address = _address(submission.unseal_field("sealed_answers") or {})
        if not address:
            silent += 1
            continue
        about = {"incident": incident.pk, "submission": submission.pk}
        drafts.append(LetterDraft(address=address, institution_id=incident.institution_id, about=about))
    return drafts, silent


def _address(answers: Mapping[str, Any]) -> str:
    """The first answer that is an e-mail address."""
    for value in answers.values():
        if isinstance(value, str) and "@" in value:
            try:
                validate_email(value.strip())
            except ValidationError:
                continue
            return value.strip()
    return ""


def incident_close(
    *, incident: Incident, user: AbstractBaseUser | None, now: datetime | None = None
) -> Incident:
    """End of the matter: contained, every clock stopped, cause and lessons written; then the assessment is due again.

    Raises ValidationError, which says what is missing.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = _locked(incident, user)
        missing = [
            words
            for lacks, words in (
                (locked.contained_at is None, _("it is not contained")),
                (not locked.cause.strip(), _("the cause is not written")),
                (not locked.lessons.strip(), _("the lessons are not written")),
                (any(c.is_running for c in clocks_of(locked, now)), _("a clock still runs")),
            )
            if lacks
        ]
        if missing:
            raise ValidationError(
                _("It cannot be closed: %(missing)s."), params={"missing": ", ".join(missing)}, code="open"
            )
        locked.closed_at = now
        locked.save(update_fields=["closed_at"])
        event_add(incident=locked, act=IncidentAct.CLOSED, user=user, now=now)
        if not locked.is_drill:
            assessment_open(
                institution=locked.institution,
                trigger=AssessmentTrigger.INCIDENT,
                changes=[{"what": "incident", "incident": str(locked), "at": now.isoformat()}],
                now=now,
            )
    return locked


def incidents_purge(*, now: datetime) -> int:
    """Forget incidents five years after they were closed (decree 356/2025, article 29); their steps stay without the matter."""
    old = Incident.objects.filter(closed_at__lt=now - KEPT)
    pks = list(old.values_list("pk", flat=True))
    with transaction.atomic():
        IncidentEvent._base_manager.filter(incident__in=pks)._raw_delete(IncidentEvent.objects.db)
        return old.delete()[0]


def incidents_shown(submission: Submission) -> list[Incident]:
    """What the sender of a submission is told when coming back: open or closed, not a drill; one query."""
    day = timezone.localdate(submission.created_at)
    rows = Incident.objects.filter(
        institution=submission.institution_id, public_from__isnull=False, is_drill=False
    )
    return [
        incident
        for incident in rows
        if (not incident.forms or submission.form in incident.forms)
        and (incident.since is None or incident.since <= day)
        and (incident.until is None or day <= incident.until)
    ]


def body_save(*, body: CompetentBody, user: AbstractBaseUser) -> CompetentBody:
    """Store a contact of an authority's own, with who wrote it on record."""
    refuse_without_duty(user, body.institution)
    body.full_clean()
    with transaction.atomic():
        body.save()
        audit_record(
            institution=body.institution,
            action=AuditAction.CHANGE,
            object_ref=f"{body._meta.label_lower}:{body.pk}",
            user=user,
        )
    return body
