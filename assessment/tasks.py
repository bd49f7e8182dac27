"""Background work of the assessment."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from assessment.services.states import site_states_refresh
from network.models import Institution


@task()
def assess_sites(institution_ids: list[int]) -> None:
    """Assess sites again on which something has changed."""
    found = Institution.objects.filter(pk__in=institution_ids).select_related("site")
    site_states_refresh(institutions=found, now=timezone.now())
