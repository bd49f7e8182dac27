"""The calendar of a site as one iCalendar file, to subscribe to (RFC 5545)."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.frame import frame_or_404
from home.selectors import visible
from sections.calendars.ical import ics_response
from sections.models import EventPage

KEPT = timedelta(days=366)
"""So long what is over stays in the file; a calendar keeps what it fetched."""
MOST = 2000


@require_safe
def calendar_ics(request: HttpRequest) -> HttpResponse:
    """All events that come, and those of the past year; four queries at any number of them."""
    frame = frame_or_404(request)
    since = timezone.now() - KEPT
    recent = Q(starts_at__gte=since) | Q(ends_at__gte=since) | Q(repeat_until__gte=timezone.localdate(since))
    events = visible(EventPage.objects.defer_streamfields(), home=frame.home, restricted=frame.restricted)
    events = events.filter(recent).for_calendar().order_by("-starts_at", "path")[:MOST]
    name = _("%(name)s – Events") % {"name": frame.institution.local_name}
    return ics_response(events, request, name=name, file_name="lich.ics")
