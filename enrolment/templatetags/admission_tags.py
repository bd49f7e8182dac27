"""What receipts of applications show."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils import timezone

from privacy.qr import qr_data

register = template.Library()


@register.simple_tag(takes_context=True)
def status_address(context) -> str:
    """Where an application is looked up, with its host; nothing personal is in it."""
    return context["request"].build_absolute_uri(reverse("admission_status"))


@register.filter
def as_qr(url: str) -> str:
    """A picture for `src`."""
    return qr_data(url)


@register.filter
def phases_ahead(campaign) -> list:
    """The lines of a campaign's schedule that are not over; one query."""
    now = timezone.now()
    return [p for p in campaign.source.phases.all() if (p.ends_at or p.starts_at) > now]
