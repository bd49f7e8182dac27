"""What the worker does for the whole installation."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks import task


@task()
def update_search_index() -> None:
    """Fill in what the index lacks, drop what is gone, and compute the weight of titles anew."""
    call_command("update_index", verbosity=0)
