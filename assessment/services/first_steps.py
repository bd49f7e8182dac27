"""Putting the first steps of a site away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from assessment.models import FirstStepsDismissal
from network.models import Institution

DISMISSED = "assessment.first_steps_dismissed"


def first_steps_dismiss(*, institution: Institution, user, now: datetime) -> bool:
    """Take the first steps off the desks of a site for good; a second time changes nothing and answers False."""
    with transaction.atomic():
        _row, is_new = FirstStepsDismissal.objects.get_or_create(
            institution=institution, defaults={"dismissed_at": now}
        )
        if is_new:
            log(institution, DISMISSED, user=user)
    return is_new
