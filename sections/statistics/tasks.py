"""What the worker does for the sums."""

from __future__ import annotations

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from sections.statistics.refreshed import announce
from sections.statistics.services import rollups_refresh


@task()
def refresh_rollups() -> int:
    """Add up what is due; answers for how many authorities."""
    done = rollups_refresh()
    announce(done)
    return len(done)


def wake_rollups() -> None:
    """One task for any number of publications that come at once."""
    if not DBTaskResult.objects.ready().filter(task_path=refresh_rollups.module_path).exists():
        refresh_rollups.enqueue()
