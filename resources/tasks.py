"""Work of this package that takes long, so that no timer waits for it."""

from __future__ import annotations

from django_tasks import task

from resources.services.link_checking import links_check_due


@task()
def check_links() -> str:
    """Ask the addresses that are due; answers how many were found in which state."""
    return ", ".join(f"{state} {number}" for state, number in links_check_due().items())
