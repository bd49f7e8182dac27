"""The indexes of the demonstration are made at once; the worker does not make them again object by object."""

from __future__ import annotations

import pytest
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task
from wagtail.tasks import update_reference_index_task

from edusite.demo.indexes import indexes_build
from network.tasks import send_letters

pytestmark = pytest.mark.django_db


def test_what_waits_for_the_indexes_goes_and_all_else_stays() -> None:
    tasks = (insert_or_update_object_task, update_reference_index_task, send_letters)
    for task in tasks:
        DBTaskResult.objects.create(
            task_path=task.module_path, backend_name="default", args_kwargs={"args": [], "kwargs": {}}
        )
    indexes_build()
    assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == [send_letters.module_path]
