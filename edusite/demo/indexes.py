"""What the worker would index page by page after the start, done at once."""

from __future__ import annotations

from django.core.management import call_command
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task


def indexes_build() -> None:
    """Index everything for search and for “where it is used”; tasks that wait for single objects have nothing left to do."""
    call_command("update_index", verbosity=0)
    call_command("rebuild_references_index", verbosity=0)
    done = [task.module_path for task in (insert_or_update_object_task, update_reference_index_task)]
    DBTaskResult.objects.ready().filter(task_path__in=done).delete()
