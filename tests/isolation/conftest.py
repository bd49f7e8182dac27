"""One world for all tests of the package: it is built once, and each visit leaves it as it was."""

from __future__ import annotations

import pytest
from django.db import transaction

from sections.exchange import register_exchange, registry
from tests.isolation.houses import World
from tests.isolation.rooms.editorial import LISTS
from tests.isolation.world import build_world


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker) -> World:
    register_exchange(LISTS)
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)
    registry._exchanges.pop(LISTS.name)


@pytest.fixture(autouse=True)
def _no_stored_answers(settings):
    settings.EDUSITE_PAGE_CACHE_SECONDS = 0


@pytest.fixture(autouse=True)
def _no_contexts_kept(monkeypatch):
    """The test client would copy the context of each template; the table reads what is sent."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *args, **kwargs: None)
