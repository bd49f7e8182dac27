"""Whatever a role reaches in the admin speaks Vietnamese (rule: Vietnamese first)."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.words.walk import Walk
from tests.words.world import ROLES, english_names, known_objects

THOROUGH = {"chief", "department_chief"}
LONGEST_FIRST = sorted(ROLES, key=lambda role: role not in THOROUGH)

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(world, request) -> Walk:
    client = Client(SERVER_NAME=world.a.site.hostname, raise_request_exception=False)
    client.force_login(getattr(world, request.param))
    return Walk(client, known_objects(world), english_names(), thorough=request.param in THOROUGH).go()


@pytest.mark.parametrize("walk", LONGEST_FIRST, indirect=True)
def test_no_english_is_left_in_what_a_role_reaches(walk):
    found = sorted(str(finding) for finding in walk.findings.values())
    assert not found, f"{len(found)} English texts:\n" + "\n".join(found)
    assert walk.broken == []
    assert len(walk.seen) > 90
