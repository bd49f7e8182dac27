"""Institutions that a module's tests share: made once a module, and every test leaves them as they were.

An institution with its site, board and notice costs some seventy milliseconds of processor time, and most tests need two. Here
they are made within a transaction that stays open for the module; each test runs in a savepoint of its own below it and gets
copies of the objects, so that nothing a test does reaches the next. Where a module has transactional tests, each test makes its
own: what such tests see is what is committed.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from tests.support.transactional import is_transactional


def kept_for_module(request: pytest.FixtureRequest, blocker: Any, build: Callable[[], Any]) -> Iterator[Any]:
    """What a fixture of the scope "module" yields: the world, or None where each test makes its own."""
    own = (item for item in request.session.items if item.path == request.path)
    if any(is_transactional(item) for item in own):
        yield None
        return
    if any(block._from_testcase for block in connection.atomic_blocks):
        raise RuntimeError(
            f"{request.node.nodeid}: asked for within a test, it would end with this test. Name the fixture as an argument."
        )
    with blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


def own_copy(kept: Any, build: Callable[[], Any]) -> Any:
    """What a fixture of a single test returns: a copy of the module's world, or a new one."""
    return build() if kept is None else copy.deepcopy(kept)


def fixtures_of(build: Callable[[], Any]) -> tuple[Any, Any]:
    """The two fixtures of a module whose tests share what `build` makes; each test gets its own copy as `_world`."""

    @pytest.fixture(scope="module", name="_kept_world")
    def kept(request, django_db_setup, django_db_blocker):
        yield from kept_for_module(request, django_db_blocker, build)

    @pytest.fixture(name="_world")
    def own(_kept_world, db):
        return own_copy(_kept_world, build)

    return kept, own
