"""One world for all walks, made once: a walk reads and changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import transaction

from privacy.forms import machines
from tests.words.world import make_world

WALKS = Path(__file__).with_name("test_admin.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The walks are minutes in seven tests: last, where pytest-xdist hands out two at a time and not dozens to one process."""
    items.sort(key=lambda item: item.path == WALKS)


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
    """The world of tests.words.world, rolled back at the end of the package."""
    cache.clear()
    logging.disable(logging.ERROR)
    seconds, machines.MIN_SECONDS = machines.MIN_SECONDS, 0
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            yield make_world()
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)
            machines.MIN_SECONDS = seconds
            logging.disable(logging.NOTSET)
            cache.clear()


@pytest.fixture(autouse=True)
def _no_contexts_kept(monkeypatch):
    """The test client would copy the context of each template; a walk reads what is sent."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *args, **kwargs: None)
