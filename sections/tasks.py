"""What the worker does for this package."""

from __future__ import annotations

from django_tasks import task

from sections.exchange.services.runner import batch_run


@task()
def run_import_batch(batch_id: int) -> bool:
    """Work on a list of pages; answers False where it is finished or in other hands."""
    return batch_run(batch_id=batch_id)
