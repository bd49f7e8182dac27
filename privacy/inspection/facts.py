"""What the register knows, to begin each point of an assessment with; numbers and names of forms, nobody's data."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone

from network.models import Institution
from privacy.choices import LegalBasis
from privacy.inspection import staff
from privacy.inspection.points import TEMPLATE
from privacy.models import Incident, Notice, PrivacyOfficer, ProcessingActivity, Purpose, Submission
from privacy.retention.selectors import figures_of
from privacy.selectors import IN_FORCE


def facts_of(institution: Institution, *, on: date | None = None) -> dict[str, Any]:
    """``{name: text or list of texts}`` in the language that is active; a fixed number of queries."""
    now = timezone.now()
    on = on or timezone.localdate(now)
    notice = Notice.objects.current(institution, on=on)
    activities = list(ProcessingActivity.objects.filter(institution=institution).order_by("name"))
    purposes = list(
        Purpose.objects.filter(institution=institution, is_active=True, activity__status__in=IN_FORCE)
        .select_related("activity")
        .prefetch_related("recipients")
        .order_by("activity__name", "position")
    )
    figures = figures_of([institution.pk], now)[institution.pk]
    members, read = staff.share_of([institution.pk], now).get(institution.pk, (0, 0))
    incidents = Incident.objects.filter(institution=institution).aggregate(
        all=Count("pk", filter=Q(is_drill=False)),
        open=Count("pk", filter=Q(is_drill=False, closed_at=None)),
        drills=Count("pk", filter=Q(is_drill=True)),
    )
    return {
        "template": TEMPLATE,
        "release": settings.EDUSITE_RELEASE,
        "notice": f"{notice.title} ({notice.number}), {notice.in_force_from:%d/%m/%Y}" if notice else "",
        "officer": PrivacyOfficer.objects.in_office(on).filter(institution=institution).count(),
        "activities": [f"{a.local_name}: {a.get_status_display()}" for a in activities],
        "purposes": [
            f"{p.activity.local_name}: {p.local_text} ({p.get_legal_basis_display()}"
            + (f", {p.citation})" if p.legal_basis == LegalBasis.LAW else ")")
            for p in purposes
        ],
        "recipients": sorted({r.local_name for p in purposes for r in p.recipients.all() if r.is_active}),
        "sensitive": sum(p.is_sensitive for p in purposes),
        "children": sum(a.includes_children for a in activities),
        "figures": Submission.objects.filter(institution=institution).count(),
        "retention": [
            f"{p.activity.local_name}: {p.local_text} – {p.retention_days}, {p.get_retention_starts_display()}, "
            f"{p.get_at_end_display()}"
            for p in purposes
        ],
        "overdue": figures.overdue,
        "staff": f"{read}/{members}",
        "incidents": f"{incidents['open']}/{incidents['all']} ({incidents['drills']})",
    }
