"""Records as schema.org describes them: events, projects, certifications, organisations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from sections.calendars.choices import EventState
from sections.models import CentrePage, ConferencePage, ItemPage, ProjectPage, QualityRecordPage
from sections.registers.choices import CentreState, ConferencePhase

EVENT_STATUS = {
    EventState.PLANNED: "EventScheduled",
    EventState.MOVED: "EventRescheduled",
    EventState.CANCELLED: "EventCancelled",
}


def _moment(value: datetime | None) -> str:
    return localtime(value).isoformat(timespec="seconds") if value else ""


def _day(value: Any) -> str:
    return value.isoformat() if value else ""


def conference_event(page: ConferencePage, url: str) -> dict[str, Any]:
    """The virtual place is the page: the joining link is not given to machines."""
    return {
        "@type": "EducationEvent" if page.kind == "training" else "Event",
        "startDate": _moment(page.starts_at),
        "endDate": _moment(page.ends_at),
        "eventStatus": f"https://schema.org/{EVENT_STATUS[EventState(page.change)]}",
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "url": url},
        "organizer": {"@type": "Organization", "name": page.host},
        "recordedIn": {"@type": "CreativeWork", "url": page.recording_url}
        if page.recording_url and page.state() == ConferencePhase.OVER
        else "",
    }


def project(page: ProjectPage, url: str) -> dict[str, Any]:
    return {
        "@type": "Project",
        "identifier": page.code,
        "foundingDate": _day(page.starts_on),
        "dissolutionDate": _day(page.finished_on or page.stopped_on),
        "parentOrganization": {"@type": "Organization", "name": page.investor},
        "location": page.place,
    }


def certification(page: QualityRecordPage, url: str) -> dict[str, Any]:
    return {
        "@type": "Certification",
        "certificationIdentification": page.decision_number,
        "certificationStatus": "https://schema.org/CertificationActive"
        if page.state() in ("valid", "expiring")
        else "https://schema.org/CertificationInactive",
        "issuedBy": {"@type": "Organization", "name": page.decision_issuer} if page.decision_issuer else "",
        "validFrom": _day(page.decision_on),
        "expires": _day(page.valid_until),
        "about": {"@type": "EducationalOrganization", "name": page.institution.local_name},
    }


def centre(page: CentrePage, url: str) -> dict[str, Any]:
    """The head is named on the page; machines are given the centre only."""
    return {
        "@type": "EducationalOrganization",
        "telephone": page.phone,
        "email": page.email,
        "sameAs": page.website,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": page.address,
            "addressLocality": page.commune,
            "addressCountry": "VN",
        },
        "dissolutionDate": _day(page.closed_on) if page.state() == CentreState.CLOSED else "",
    }


DESCRIBED: dict[type[ItemPage], Callable[[Any, str], dict[str, Any]]] = {
    ConferencePage: conference_event,
    ProjectPage: project,
    QualityRecordPage: certification,
    CentrePage: centre,
}


def record(page: ItemPage, url: str) -> dict[str, Any] | None:
    """What schema.org has a type for; None for other pages, which are articles."""
    describe = DESCRIBED.get(type(page))
    if describe is None:
        return None
    return {"name": page.title, "description": page.summary, "url": url, **describe(page, url)}
